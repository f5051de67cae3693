"""A translation's words as they are compared with those of other translations of the same source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import regex

from review.align.stems import stem
from review.checks.reading.rarity import base, is_listed, words_of, zipf
from review.checks.reading.words import listed
from review.types import Pair, Span

TOKEN = regex.compile(r"\p{N}++(?:[.,]\p{N}++)*+|\p{L}[\p{L}\p{M}]*+(?:['’\-‑]\p{L}[\p{L}\p{M}]*+)*+")
COMMONEST = 5.8  # Zipf value from which a word is no content word
CEILING, LEAST, MOST = 7.5, 0.5, 5.0  # a word's weight is CEILING − its Zipf value, from LEAST to MOST
NUMBER = 3.0  # Zipf value that a number counts as
UNVALUED = 4.5  # Zipf value that a word counts as in a language without a list
REMEMBERED = 16384
NEGATIONS: Mapping[str, frozenset[str]] = {
    "en": frozenset(listed("not no never none nothing without cannot nor neither nobody")),
    "de": frozenset(listed("nicht kein keine keinen keinem keiner keines nie niemals ohne nichts niemand weder")),
    "fr": frozenset(listed("ne pas jamais sans rien aucun aucune ni")),
    "es": frozenset(listed("no nunca sin nada ningún ninguna ninguno ni tampoco")),
}
CONTRACTED = ("n't", "n’t")


@dataclass(frozen=True, slots=True)
class Reading:
    """The words and numbers of a translation in order: stems, places, Zipf values."""

    stems: tuple[str, ...]
    spans: tuple[Span, ...]
    zipfs: tuple[float, ...]
    negations: int

    @property
    def weights(self) -> tuple[float, ...]:
        return tuple(min(max(CEILING - value, LEAST), MOST) for value in self.zipfs)

    @property
    def known(self) -> frozenset[str]:
        return frozenset(self.stems)

    @property
    def neighbours(self) -> Sequence[tuple[str, str]]:
        return tuple(pairwise(self.stems))

    @property
    def numbers(self) -> frozenset[str]:
        return frozenset(each for each in self.stems if each[0].isdigit())


def others_of(pair: Pair) -> tuple[str, ...]:
    """The other translations of a pair that hold anything."""
    return tuple(text for text in pair.alternatives if text.strip())


@lru_cache(REMEMBERED)
def reading(text: str, lang: str) -> Reading:
    """The words of a translation; English ones without their inflections."""
    spans = _spans(text, lang)
    words = [span.of(text) for span in spans]
    return Reading(
        tuple(_folded(word, lang) for word in words),
        tuple(spans),
        tuple(_value(word, lang) for word in words),
        sum(negating(word, lang) for word in words),
    )


def negating(word: str, lang: str) -> bool:
    """Whether a word negates, in the languages of NEGATIONS."""
    folded = word.casefold()
    return folded in NEGATIONS.get(base(lang), ()) or folded.endswith(CONTRACTED)


def _spans(text: str, lang: str) -> list[Span]:
    if base(lang) != "zh":
        return [Span(*found.span()) for found in TOKEN.finditer(text)]
    spans, start = [], 0
    for word in words_of(text, lang):
        start = text.index(word, start)
        spans.append(Span(start, start + len(word)))
        start += len(word)
    return spans


def _folded(word: str, lang: str) -> str:
    folded = word.casefold()
    return stem(folded) if base(lang) == "en" and folded[0].isalpha() else folded


def _value(word: str, lang: str) -> float:
    if word[0].isnumeric():
        return NUMBER
    return zipf(word, lang) if is_listed(lang) else UNVALUED
