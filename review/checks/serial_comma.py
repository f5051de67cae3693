"""The comma before `and` in a list: "a, b, and c" beside "a, b and c" in one article.

What the style sheet asks for, else what leads, is right. Lists of three and more short phrases count, told by their
commas; the last two have to be as short as one to three words.

Misses lists of clauses. A phrase in commas before `and` may look like a list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

import regex

from review.checks.base import ArticleCheck, Example
from review.checks.project.style import Style, chosen
from review.checks.reading.editions import editions
from review.types import Mark, Pair, Span

PHRASE = r"[\p{L}\p{N}'’-]+(?: [\p{L}\p{N}'’-]+){0,2}"
LIST = regex.compile(
    rf"\p{{L}}[\p{{L}}'’-]*+, (?:{PHRASE}, ){{0,6}}{PHRASE}(?P<comma>,?)(?P<and> (?:and|or)) {PHRASE}(?=[.;:!?)\n]|$)"
)


def find(style: Style, pairs: Sequence[Pair]) -> Iterator[tuple[int, Mark]]:
    for edition in editions(pairs):
        used = [(place, match) for place in edition for match in LIST.finditer(pairs[place].target)]
        right = chosen(("yes" if match["comma"] else "no" for _, match in used), style.serial_comma)
        for place, match in used:
            if right and bool(match["comma"]) != (right == "yes"):
                yield place, _mark(match, right)


def _mark(match: regex.Match[str], right: str) -> Mark:
    with_comma = right == "yes"
    found, fix = match["comma"] + match["and"], ("," if with_comma else "") + match["and"]
    reason = f"Lists here have {'a' if with_comma else 'no'} comma before{match['and']}."
    return Mark(Span(match.start("comma"), match.end("and")), reason, fixes=(fix,), expected=fix, found=found)


EXAMPLES = (
    Example(
        "茶、咖啡和水。",
        "Tea, coffee and water.",
        (" and",),
        fixed="Tea, coffee, and water.",
        before=(
            ("鱼、肉和蛋。", "Fish, meat, and eggs."),
            ("红、黄和蓝。", "Red, yellow, and blue. Salt, oil, or tea."),
        ),
    ),
    Example(
        "Tee, Kaffee und Wasser.",
        "Tea, coffee, or water.",
        (", or",),
        "de",
        "en",
        "Tea, coffee or water.",
        before=(("Rot, gelb und blau.", "Red, yellow and blue. Fish, meat and eggs. Salt, oil or tea."),),
    ),
    Example(
        "茶、咖啡和水。",
        "Salt, oil, or tea. Pens, paper, and ink. Books, maps, and lamps. Tea, coffee and hot water.",
        (" and",),
        fixed="Salt, oil, or tea. Pens, paper, and ink. Books, maps, and lamps. Tea, coffee, and hot water.",
    ),
    Example("茶、咖啡和水。", "Tea, coffee and water. Fish, meat, and eggs."),
    Example("雨停了，我们走了。", "The rain stopped, and we left. Tea, coffee and water."),
    Example("茶和水。", "Tea and water, and milk."),
)


def check(style: Style) -> ArticleCheck:
    """The check with a style sheet."""
    return ArticleCheck(
        id="serial-comma",
        name="Serial comma",
        description="A list with, or without, a comma before its last part, unlike the article's others.",
        category="fluency/punctuation",
        its="typographical",
        severity="minor",
        score=0.5,
        version=1,
        target_langs=("en",),
        find=partial(find, style),
        on=bool(style.serial_comma),
        examples=EXAMPLES,
    )


CHECK = check(Style())
