"""Terms that a pair names: what it quotes on both sides, and Chinese bodies by their common noun."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache

import regex

from review.align.stems import stem
from review.checks.reading.editions import TEXTS_REMEMBERED
from review.checks.reading.generic_terms import generic_terms
from review.types import Span

SHORTEST, LONGEST = 2, 40
"""Characters of a quoted term of the source; a longer quotation is a sentence."""
MOST_WORDS = 8
"""Words of a rendering that is still a term's."""
QUOTED = regex.compile(
    r"《(?P<q>[^《》\n]++)》|“(?P<q>[^“”\n]++)”|「(?P<q>[^「」\n]++)」|«\s?(?P<q>[^«»\n]+?)\s?»|„(?P<q>[^„“”\n]++)[“”]"
    r"|(?<!\w)\"(?P<q>[^\"\n]++)\"(?!\w)"
)
LETTERS = regex.compile(r"[\p{L}\p{N}]++")
ARTICLES = frozenset({"the", "a", "an"})
WORD = r"[A-Z][\p{L}\p{N}'’-]*+"

Named = tuple[str, Span]
"""Words, and where they stand."""


def quoted(source: str, target: str) -> Iterator[tuple[Named, Named]]:
    """The terms that both sides quote, in order; none where one quotes more often than the other."""
    terms, renderings = _quotes(source), _quotes(target)
    if len(terms) == len(renderings):
        yield from (two for two in zip(terms, renderings, strict=True) if SHORTEST <= len(two[0][0]) <= LONGEST)


@lru_cache(TEXTS_REMEMBERED)
def _quotes(text: str) -> tuple[tuple[str, Span], ...]:
    return tuple(_trimmed(match["q"], match.start("q")) for match in QUOTED.finditer(text))


def _trimmed(text: str, start: int) -> tuple[str, Span]:
    """Without the spaces and the marks of the sentence at the ends."""
    bare = text.rstrip(" ,.，。").lstrip()
    begin = start + len(text) - len(text.lstrip())
    return bare, Span(begin, begin + len(bare))


@lru_cache(TEXTS_REMEMBERED)
def bodies(source: str, target: str) -> tuple[tuple[str, int, tuple[str, Span]], ...]:
    """The common nouns of two characters and more that stand once on both sides, where, and the English name."""
    found = []
    for noun in (noun for noun, count in Counter(_nouns().findall(source)).items() if count == 1):
        names = [match for word in generic_terms()[noun] for match in _body(word).finditer(target)]
        if len(names) == 1:
            found.append((noun, source.index(noun), (names[0][0], Span(*names[0].span()))))
    return tuple(found)


@cache
def _nouns() -> re.Pattern[str]:
    nouns = sorted((noun for noun in generic_terms() if len(noun) > 1), key=len, reverse=True)
    return re.compile("|".join(nouns))


@lru_cache(maxsize=256)
def _body(noun: str) -> regex.Pattern[str]:
    """The noun with the capitalised words before it, or with `of` and those behind it; what is farther off is left."""
    return regex.compile(rf"(?:(?!The ){WORD} )+{noun}\b|\b(?<!{WORD} ){noun} of (?:the )?{WORD}(?: {WORD})*")


def is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def differ(one: str, other: str) -> bool:
    """Whether neither rendering holds all words of the other."""
    left, right = _words(one), _words(other)
    return 0 < len(left) <= MOST_WORDS and 0 < len(right) <= MOST_WORDS and not (left <= right or right <= left)


@lru_cache(TEXTS_REMEMBERED)
def _words(text: str) -> frozenset[str]:
    """The stems of the words, without articles."""
    return frozenset(map(stem, LETTERS.findall(text.casefold()))) - ARTICLES
