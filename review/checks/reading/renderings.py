"""Words of an English translation that are a letter off what the Chinese source says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import regex
from rapidfuzz.distance import OSA

from review.checks.reading.cedict_names import cedict_names
from review.checks.reading.generic_terms import generic_terms
from review.checks.reading.pinyin import readings
from review.types import Span

CAPITALISED = re.compile(r"[A-Z](?<![\w.@/\\'’-].)[a-z]{4,}+(?![\w@/\\-])")
HAN = regex.compile(r"\p{Han}++")
SHORTEST = 5
SHORTEST_PLAIN = 6
"""Letters of a rendering that a word may be a misspelling of; more where the rendering is no name."""
PLACES = range(2, 4)
"""Characters of a place's name before its common noun."""
ENDINGS = ("s", "es", "ian", "ed")
REMEMBERED = 256


@dataclass(frozen=True, slots=True)
class Slip:
    """A word of the translation, the words that it may be a slip for, and the piece of the source that these render."""

    word: str
    target: Span
    right: tuple[str, ...]
    written: str


@lru_cache(maxsize=REMEMBERED)
def slips(source: str, target: str) -> tuple[Slip, ...]:
    """The capitalised words of a translation that no gloss knows and that nearly render something of the source."""
    known = cedict_names().knows
    strange = [match for match in CAPITALISED.finditer(target) if not known(match[0])]
    if not strange or not HAN.search(source):
        return ()
    beside = source.casefold()
    found = (_slip(match, source) for match in strange if match[0].casefold() not in beside)
    return tuple(slip for slip in found if slip)


@lru_cache(maxsize=64)
def renderings_of(source: str) -> dict[str, str]:
    """The English words that the source's words may be rendered by, in lower case, each with what it renders."""
    nouns = generic_terms()
    found = {name: piece for piece, name in _places(source)}
    for headword in (*(character for character in source if character in nouns), *cedict_names().headwords(source)):
        for word in _words(headword):
            found.setdefault(word, headword)
    return found


def is_slip(word: str, right: str) -> bool:
    """Whether one letter inside is wrong, missing, too many or changed places with the next."""
    if word[0] != right[0] or word.startswith(right) or right.startswith(word):
        return False
    return OSA.distance(word, right, score_cutoff=1) <= 1


def _slip(match: re.Match[str], source: str) -> Slip | None:
    word, renderings = match[0].casefold(), renderings_of(source)
    if word in renderings or any(word.removesuffix(ending) in renderings for ending in ENDINGS):
        return None
    near = sorted(one for one in renderings if is_slip(word, one))
    right = tuple(one.capitalize() for one in near)
    return Slip(match[0], Span(*match.span()), right, renderings[near[0]]) if near else None


@lru_cache(maxsize=65536)
def _words(headword: str) -> tuple[str, ...]:
    """The renderings of a headword that are long enough; of one character only the common nouns of names."""
    nouns = tuple(term.casefold() for term in generic_terms().get(headword, ()))
    listed = cedict_names().words(headword) if len(headword) > 1 else ()
    long = (word for word in listed if len(word) >= (SHORTEST if word[0].isupper() else SHORTEST_PLAIN))
    return (*nouns, *(form for word in long for form in _forms(word)))


def _forms(word: str) -> tuple[str, ...]:
    """The word, and the adjectives that may be made of a name: Africa, African; China, Chinese."""
    name = word.casefold()
    return (name, f"{name}n", f"{name}an", f"{name[:-1]}ese") if word[0].isupper() else (name,)


def _places(source: str) -> Iterator[tuple[str, str]]:
    """The pinyin of what stands before the common noun of a name, and the piece of the source."""
    nouns = generic_terms()
    for end in range(2, len(source)):
        if source[end] in nouns or source[end : end + 2] in nouns:
            for piece in (source[end - length : end] for length in PLACES if length <= end):
                yield from ((piece, name) for name in readings(piece) if len(name) >= SHORTEST)
