"""An acronym that the article uses and never expands.

Three to six capitals count, unless a general reader knows them, they are a common word or a Roman numeral, the source
has them too, they stand beside other words in capitals, or the article anywhere has words that begin with these letters
in their order, small words among them or passed over. The first use is marked. A style sheet that sets `acronyms` to
free turns the check off; a few pairs by themselves say too little, unless it sets them to introduced.

Misses acronyms that are expanded only after their first use. Product names in capitals are taken for acronyms.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache, partial

import regex

from review.checks.base import ArticleCheck, Example
from review.checks.project.style import FREE, INTRODUCED, Style
from review.checks.reading.acronyms import KNOWN
from review.checks.reading.editions import TEXTS_REMEMBERED, editions
from review.checks.reading.rarity import zipf
from review.types import Mark, Pair, Span

ACRONYM = regex.compile(
    r"(?<![\p{L}\p{N}@./_&-])(?<!\b[A-Z]{2,} )[A-Z]{3,6}(?=s?(?![\p{L}\p{N}@/_&-]|\.\p{L}))(?! [A-Z]{2,}\b)"
)
CAPITALS = regex.compile(r"\p{Lu}{2,}")
WORD = regex.compile(r"\p{L}[\p{L}'’]*+")
SMALL = frozenset({"of", "the", "for", "and", "in", "on", "to", "at", "a"})
"""Words that an acronym passes over."""
NUMERAL = regex.compile(r"[IVX]++[A-C]?")
LONG, COMMON = 5, 3.2
"""Letters and Zipf value from which capitals are taken for a word that is shouted, or a name."""
LEAST = 8
"""Pairs from which an article can be expected to expand what it uses."""
SHOUTED = 0.5
"""Share of a segment's words in capitals from which on it is a heading and not full of acronyms."""


def find(pairs: Sequence[Pair], least: int = 1) -> Iterator[tuple[int, Mark]]:
    """The first use of each acronym in the translations of at least so many pairs."""
    for edition in editions(pairs):
        if len(edition) >= least:
            yield from _unexplained(pairs, edition)


def _unexplained(pairs: Sequence[Pair], edition: Sequence[int]) -> Iterator[tuple[int, Mark]]:
    used: dict[str, tuple[int, Span]] = {}
    for place in edition:
        for match in _acronyms(pairs[place]):
            used.setdefault(match[0], (place, Span(*match.span())))
    initials = " ".join(_initials(pairs[place].target) for place in edition) if used else ""
    for acronym, (place, span) in used.items():
        if acronym.casefold() not in initials:
            yield place, Mark(span, f"The article nowhere says what {acronym} stands for.", found=acronym)


def _acronyms(pair: Pair) -> Iterator[regex.Match[str]]:
    found = [match for match in ACRONYM.finditer(pair.target) if not _is_plain(match[0], pair.source)]
    if found and not _is_shouted(pair.target):
        yield from found


def _is_plain(acronym: str, source: str) -> bool:
    """Whether it needs no expansion: it is known, the source's own, a Roman numeral, or a word in capitals."""
    known = acronym in KNOWN or acronym in source
    is_word = len(acronym) >= LONG and zipf(acronym, "en") >= COMMON
    return known or is_word or NUMERAL.fullmatch(acronym) is not None


def _is_shouted(text: str) -> bool:
    words = WORD.findall(text)
    return len(CAPITALS.findall(text)) > SHOUTED * len(words)


@lru_cache(TEXTS_REMEMBERED)
def _initials(text: str) -> str:
    """The first letters of the words that are no acronyms themselves: of all, of the greater, of those in capitals."""
    words = [word for word in WORD.findall(text) if not word.isupper()]
    great = [word for word in words if word not in SMALL]
    capitals = [word for word in words if word[0].isupper()]
    return " ".join("".join(word[0] for word in some) for some in (words, great, capitals)).casefold()


BEFORE = (("晴。", "It is fine."),) * LEAST


def _example(source: str, target: str, marked: tuple[str, ...] = (), lang: str = "zh") -> Example:
    return Example(source, target, marked, lang, "en", before=BEFORE)


EXAMPLES = (
    _example("市水务局发布通知。", "The MWAB issued a notice.", ("MWAB",)),
    _example("Das Amt warnt.", "The BAFG warns of floods, and the BAFG is right.", ("BAFG",), "de"),
    _example("两个机构合作。", "The GZQA works with two ABXYs.", ("GZQA", "ABXY")),
    Example("市水务局发布通知。", "The MWAB issued a notice."),
    _example("市水务局（MWAB）发布通知。", "The MWAB issued a notice."),
    _example("市水务局发布通知。", "The Municipal Water Affairs Bureau (MWAB) issued a notice."),
    _example("世卫组织发布通知。", "The WHO issued a notice on the BBC."),
    _example("第三期警察通知。", "Phase III of the POLICE notice"),
    _example("通知。", "PUBLIC NOTICE"),
    _example("安老院检测。", "All residential homes for the elderly (RHEs) test."),
    _example("浦东电讯。", "PU DONG, July 2: The LIN DONG bank opens again today."),
)


def check(style: Style) -> ArticleCheck:
    """The check, as a style sheet may ask for it."""
    return ArticleCheck(
        id="acronyms",
        name="Acronym not explained",
        description="An acronym that the article uses and nowhere expands.",
        category="terminology/inappropriate for context",
        its="terminology",
        severity="neutral",
        score=0.3,
        version=3,
        target_langs=("en",),
        on=style.acronyms != FREE,
        find=partial(find, least=1 if style.acronyms == INTRODUCED else LEAST),
        examples=EXAMPLES,
    )


CHECK = check(Style())
