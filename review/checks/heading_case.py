"""Headings in title case beside headings in sentence case.

A heading is a short line with no stop at its end on either side. What the style sheet asks for, else what leads, is
right; a heading in the other case is marked. The fix for title case capitalises its words; for sentence case there is
none, since names keep their capitals.

Misses headings of one word, and takes captions and list entries for headings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

import regex

from review.checks.base import ArticleCheck, Example
from review.checks.project.style import Style, chosen
from review.checks.reading.editions import editions
from review.checks.reading.words import listed
from review.types import Mark, Pair, Span

WORDS = range(3, 13)
STOPPED = regex.compile(r"[.。!！?？;；,，:：…][\"”’」』）)]*\s*$|\n")
WORD = regex.compile(r"\p{L}[\p{L}'’]*+(?:-\p{L}+)*+")
SMALL = frozenset(
    listed(
        "a an the and but or nor for so yet as at by in of off on per to up via with from into onto over upon than "
        "about against between among during through toward towards under after before vs"
    )
)
"""Words that title case leaves in lower case."""
NAMES = 0.5
"""Share of the words that may count that may be capitalised in sentence case, as names are."""


def find(style: Style, pairs: Sequence[Pair]) -> Iterator[tuple[int, Mark]]:
    for edition in editions(pairs):
        used = [(place, case) for place in edition if (case := _case(pairs[place]))]
        right = chosen((case for _, case in used), style.headings)
        for place, case in used:
            if right and case != right:
                yield place, _mark(pairs[place].target, right)


def _case(pair: Pair) -> str:
    """Title or sentence; "" for what is no heading, or could be both."""
    words = WORD.findall(pair.target)
    if len(words) not in WORDS or STOPPED.search(pair.target) or STOPPED.search(pair.source) or pair.target.isupper():
        return ""
    telling = [word for word in words[1:] if word.lower() not in SMALL]
    capitals = sum(word[0].isupper() for word in telling)
    if not telling or not words[0][0].isupper():
        return ""
    if capitals == len(telling):
        return "title"
    return "sentence" if capitals <= NAMES * len(telling) else ""


def _mark(text: str, right: str) -> Mark:
    span = Span(len(text) - len(text.lstrip()), len(text.rstrip()))
    found = span.of(text)
    if right == "sentence":
        return Mark(span, "Headings here are in sentence case.", found=found)
    fix = WORD.sub(lambda match: _titled(match[0]), found)
    return Mark(span, "Headings here are in title case.", fixes=(fix,), expected=fix, found=found)


def _titled(word: str) -> str:
    return word if word in SMALL else word[0].upper() + word[1:]


EXAMPLES = (
    Example(
        "新桥开放",
        "New bridge opens in spring",
        ("New bridge opens in spring",),
        fixed="New Bridge Opens in Spring",
        before=(
            ("老城墙修复", "Old City Wall Restored"),
            ("图书馆扩建", "Library to Be Extended"),
            ("桥", "Bridge Opens Early"),
        ),
    ),
    Example(
        "Neue Brücke",
        "New Bridge Opens",
        ("New Bridge Opens",),
        "de",
        "en",
        before=(
            ("Alte Mauer", "Old wall restored"),
            ("Mehr Platz", "More room for books"),
            ("Zeit", "Time for tea"),
        ),
    ),
    Example(
        "花园开放",
        "Garden gates are open",
        ("Garden gates are open",),
        fixed="Garden Gates Are Open",
        before=(
            ("老城墙修复", "Old City Wall Restored"),
            ("图书馆", "The Library Is Extended"),
            ("桥", "Bridge Opens Early"),
        ),
    ),
    Example("新桥开放", "New bridge opens in spring", before=(("老城墙修复", "Old City Wall Restored"),)),
    Example("新桥开放。", "A new bridge opens.", before=(("老墙", "Old City Wall"), ("图书馆", "The New Library"))),
    Example("简介", "About", before=(("老墙", "Old City Wall"), ("图书馆", "The New Library"))),
)


def check(style: Style) -> ArticleCheck:
    """The check with a style sheet."""
    return ArticleCheck(
        id="heading-case",
        name="Capitals in headings",
        description="A heading in sentence case among headings in title case, or the reverse.",
        category="fluency/inconsistency",
        its="inconsistency",
        severity="minor",
        score=0.5,
        version=1,
        target_langs=("en",),
        find=partial(find, style),
        on=bool(style.headings),
        examples=EXAMPLES,
    )


CHECK = check(Style())
