"""British and American spellings of English mixed in one article.

The words that the varieties spell differently are counted; the variety of the style sheet, else the one that leads,
is right, and words of the other are marked with their counterpart as the fix.

Misses words that the table does not hold, and capitalised words inside a sentence, which may be names. -ize is not
counted as American where nothing else is: Oxford spells so too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache, partial

import regex

from review.checks.base import ArticleCheck, Example
from review.checks.project.style import Style, chosen
from review.checks.reading.editions import TEXTS_REMEMBERED, editions
from review.checks.reading.glance import words
from review.checks.reading.varieties import american, british, telling
from review.types import Mark, Pair, Span

WORD = regex.compile(
    r"(?<![\p{L}\p{N}@./_-])(?:[a-z]{4,}+|(?:^|(?<=[.!?][\"”’]? ))[A-Z][a-z]{3,}+)(?![\p{L}@_]|\.\p{Ll})"
)
OXFORD = regex.compile(r"iz(?:e|es|ed|ing|er|ers|ations?)$")
NAMES = {"british": "British", "american": "American"}


def find(style: Style, pairs: Sequence[Pair]) -> Iterator[tuple[int, Mark]]:
    for edition in editions(pairs):
        used = [(place, match, variety) for place in edition for match, variety in _used(pairs[place].target)]
        counted = (variety for _, match, variety in used if not OXFORD.search(match[0]))
        right = chosen(counted, style.spelling)
        for place, match, variety in used:
            if (
                right
                and variety != right
                and not (right == "british" and not style.spelling and OXFORD.search(match[0]))
            ):
                yield place, _mark(match, right)


@lru_cache(TEXTS_REMEMBERED)
def _used(text: str) -> tuple[tuple[regex.Match[str], str], ...]:
    """The words of a text that tell a variety."""
    return () if telling().isdisjoint(words(text)) else tuple(_telling_words(text))


def _telling_words(text: str) -> Iterator[tuple[regex.Match[str], str]]:
    for match in WORD.finditer(text):
        word = match[0].lower()
        if word in american():
            yield match, "british"
        elif word in british():
            yield match, "american"


def _mark(match: regex.Match[str], right: str) -> Mark:
    other = (british() if right == "british" else american())[match[0].lower()]
    fix = other.capitalize() if match[0][0].isupper() else other
    reason = f"The text is in {NAMES[right]} spelling, where this is {fix}."
    return Mark(Span(*match.span()), reason, fixes=(fix,), expected=fix, found=match[0])


EXAMPLES = (
    Example(
        "邻居喜欢这种颜色的港湾。",
        "The neighbours prefer this colour for the harbour; the theater does not.",
        ("theater",),
        fixed="The neighbours prefer this colour for the harbour; the theatre does not.",
    ),
    Example(
        "他们取消了演出。",
        "They cancelled the show.",
        ("cancelled",),
        fixed="They canceled the show.",
        before=(("中心的颜色。", "The color of the center."), ("劳动。", "Their labor and behavior.")),
    ),
    Example(
        "Die Farbe.",
        "Colour matters: honor and favorite neighbors.",
        ("Colour",),
        "de",
        "en",
        "Color matters: honor and favorite neighbors.",
    ),
    Example("邻居喜欢这种颜色。", "The neighbours prefer this colour at Lincoln Center."),
    Example("一种颜色。", "One colour, one center."),
    Example("他们意识到。", "They realize that their neighbours' behaviour is odd."),
)


def check(style: Style) -> ArticleCheck:
    """The check with a style sheet."""
    return ArticleCheck(
        id="spelling-variety",
        name="British and American spelling",
        description="A word in the spelling of the other variety of English than the article's, or the style sheet's.",
        category="fluency/inconsistency",
        its="inconsistency",
        severity="minor",
        score=0.6,
        version=1,
        target_langs=("en",),
        find=partial(find, style),
        examples=EXAMPLES,
    )


CHECK = check(Style())
