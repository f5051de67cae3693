"""An acronym that the article uses and never expands.

Three to six capitals count, unless a general reader knows them, the source has them too, they stand beside other words
in capitals, or the article anywhere has words that begin with these letters in their order, small words among them or
passed over. The first use is marked. Off unless a style sheet sets `acronyms` to
introduced: raters mark these seldom, editors do.

Misses acronyms that are expanded only after their first use. Product names in capitals are taken for acronyms.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from review.checks.base import ArticleCheck, Example
from review.checks.project.style import INTRODUCED, Style
from review.checks.reading.acronyms import KNOWN
from review.checks.reading.editions import editions
from review.types import Mark, Pair, Span

ACRONYM = regex.compile(
    r"(?<![\p{L}\p{N}@./_&-])(?<!\b[A-Z]{2,} )[A-Z]{3,6}(?=s?(?![\p{L}\p{N}@/_&-]|\.\p{L}))(?! [A-Z]{2,}\b)"
)
CAPITALS = regex.compile(r"\p{Lu}{2,}")
WORD = regex.compile(r"\p{L}[\p{L}'’]*+")
SMALL = frozenset({"of", "the", "for", "and", "in", "on", "to", "at", "a"})
"""Words that an acronym passes over."""
SHOUTED = 0.5
"""Share of a segment's words in capitals from which on it is a heading and not full of acronyms."""


def find(pairs: Sequence[Pair]) -> Iterator[tuple[int, Mark]]:
    for edition in editions(pairs):
        used: dict[str, tuple[int, Span]] = {}
        for place in edition:
            for match in _acronyms(pairs[place]):
                used.setdefault(match[0], (place, Span(*match.span())))
        if used:
            initials = _initials([pairs[place].target for place in edition])
            for acronym, (place, span) in used.items():
                if acronym.casefold() not in initials:
                    yield place, Mark(span, f"The article nowhere says what {acronym} stands for.", found=acronym)


def _acronyms(pair: Pair) -> Iterator[regex.Match[str]]:
    for match in ACRONYM.finditer(pair.target):
        if match[0] not in KNOWN and match[0] not in pair.source and not _is_shouted(pair.target):
            yield match


def _is_shouted(text: str) -> bool:
    words = WORD.findall(text)
    return len(CAPITALS.findall(text)) > SHOUTED * len(words)


def _initials(targets: Sequence[str]) -> str:
    """The first letters of the words that are no acronyms themselves, of small words and without them."""
    words = [[word for word in WORD.findall(text) if not word.isupper()] for text in targets]
    great = [[word for word in one if word not in SMALL] for one in words]
    capitals = [[word for word in one if word[0].isupper()] for one in words]
    return " ".join("".join(word[0] for word in one) for one in (*words, *great, *capitals)).casefold()


EXAMPLES = (
    Example("市水务局发布通知。", "The MWAB issued a notice.", ("MWAB",)),
    Example("Das Amt warnt.", "The BAFG warns of floods, and the BAFG is right.", ("BAFG",), "de", "en"),
    Example("两个机构合作。", "The GZQA works with two ABXYs.", ("GZQA", "ABXY")),
    Example("市水务局（MWAB）发布通知。", "The MWAB issued a notice."),
    Example("市水务局发布通知。", "The Municipal Water Affairs Bureau (MWAB) issued a notice."),
    Example("世卫组织发布通知。", "The WHO issued a notice on the BBC."),
    Example("通知。", "PUBLIC NOTICE"),
    Example("安老院检测。", "All residential homes for the elderly (RHEs) test."),
    Example("浦东电讯。", "PU DONG, July 2: The LIN DONG bank opens again today."),
)


def check(style: Style) -> ArticleCheck:
    """The check, for a style sheet that may ask for it."""
    return ArticleCheck(
        id="acronyms",
        name="Acronym not explained",
        description="An acronym that the article uses and nowhere expands.",
        category="terminology/inappropriate for context",
        its="terminology",
        severity="neutral",
        score=0.3,
        version=2,
        target_langs=("en",),
        on=style.acronyms == INTRODUCED,
        find=find,
        examples=EXAMPLES,
    )


CHECK = check(Style())
