"""Two punctuation marks where one belongs: `,,` `..` `, .` `;,` `?.`

Ellipses, `?!` and `!!`, stops of short words before a comma (`etc.,`), and marks of code and addresses are left
alone. The fix keeps the stronger mark.

Misses doubled marks with a quote or bracket between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from review.checks.base import Check, Example
from review.checks.reading.sentences import ends_in_abbreviation
from review.checks.reading.tongue import is_spaced
from review.types import Mark, Pair, Span

DOUBLED = regex.compile(
    r"(?<=[\p{L}\p{N}\p{M})\]”\"’%])(?:"
    r",[ \u00a0]?,|;[ \u00a0]?;|,[ \u00a0]?[.;:](?![.\d])|[;:][ \u00a0]?[,.](?![.\d])|"
    r"(?<=\p{L}{5})\.[,;]|\.[ \u00a0][,;](?!\d)|[?!][,.;](?![.\d])|"
    r"\.[ \u00a0]\.(?![ \u00a0]?\.)|(?<!\.)\.\.(?!\.))(?=[\s\"”’')\]]|$)"
)
CANDIDATE = re.compile(r"[,;.:?!][ \u00a0]?[,.;:]")
STRONGEST = "?!.;:,"


def find(pair: Pair) -> Iterator[Mark]:
    if not is_spaced(pair.target_lang) or CANDIDATE.search(pair.target) is None:
        return
    for match in DOUBLED.finditer(pair.target):
        marks = [sign for sign in match.group() if sign in STRONGEST]
        if marks[0] == "." and ends_in_abbreviation(pair.target, match.start(), pair.target_lang):
            continue
        kept = min(marks, key=STRONGEST.index)
        yield Mark(Span(*match.span()), f"Two marks where one belongs: {match.group()}", fixes=(kept,))


CHECK = Check(
    id="doubled-punctuation",
    name="Doubled punctuation",
    description="Two commas, stops or semicolons, or marks that do not go together.",
    category="fluency/punctuation",
    its="typographical",
    severity="minor",
    score=0.85,
    version=1,
    find=find,
    examples=(
        Example(
            "河水涨了，船开了。",
            "The river rose,, and the boat left..",
            (",,", ".."),
            fixed="The river rose, and the boat left.",
        ),
        Example("河水涨了。", "The river rose, .", (", .",), fixed="The river rose."),
        Example("河水涨了吗？", "Has it risen?. Yes;, it has.", ("?.", ";,"), fixed="Has it risen? Yes; it has."),
        Example(
            "等等", "Wait... really?! No!! Rice, tea, etc., were sold by Lake Co., Ltd. at .5 yuan, i.e., cheaply."
        ),
        Example("见网站", "See a::b, x..y, ../up and 3.,5."),
        Example("The river rose.", "河水涨了，，船开了。", (), "en", "zh"),
    ),
)
