"""How much of each side the other side explains, word by word, each word weighed by its rarity.

From Chinese into English a word is explained as far as a gloss of CC-CEDICT does it; between other languages a word
that is carried over, or begins alike, is. Misses synonyms that no gloss has, and all that hangs on word order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from math import log1p
from typing import NamedTuple

from review.align.cedict import cedict
from review.align.stems import stem
from review.checks.reading.remembered import Remembered

COMMONEST_SOURCE, COMMONEST_TARGET = 6.2, 5.8
"""Zipf values from which words are not looked at: grammar renders them as often as a word does."""
CEILING, LEAST, MOST, POWER = 7.5, 1.0, 5.0, 1.5
"""A word's weight is (CEILING − Zipf value, from LEAST to MOST) ** POWER: chosen on the development sets."""
PREFIX, COGNATE = 5, 0.7
"""Letters that words begin with alike to be taken for cognates, and what they explain against 1 for an equal word."""
DAMPING, PRIOR = 20.0, 0.5
"""Weight and value of what is taken to be unexplained before anything is seen: two rare words, half."""
REMEMBERED = 65536  # words whose stems are kept at hand
AT_HAND = 16384  # words whose glosses are kept at hand, each a few kilobytes


class Seen(NamedTuple):
    """Words in columns: each with its weight, and how far the other side explains it, 0 to 1."""

    words: tuple[str, ...] = ()
    weights: tuple[float, ...] = ()
    explained: tuple[float, ...] = ()

    @property
    def missing(self) -> list[float]:
        """What of each word's weight is not explained."""
        return [(1.0 - explained) * weight for weight, explained in zip(self.weights, self.explained, strict=True)]


NOTHING = Seen()


class Offers(NamedTuple):
    """The keys that a source word offers, and the weight of each.

    They are a set beside the weights because sets meet each other three times as fast as they meet a mapping.
    """

    keys: frozenset[str]
    weights: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Tongues:
    """How words of two languages meet: what a source word offers, and what a target word answers to."""

    offers: Remembered[Offers]
    answers: Remembered[tuple[str, ...]]
    share: str
    """What the share of the source that is left unexplained is called: by a dictionary and by likeness it differs."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """The source's content words as seen from the target, and how far the source explains what answers there."""

    source: Seen = NOTHING
    met: Mapping[str, float] = field(default_factory=dict)
    tongues: Tongues | None = None

    def signals(self) -> Iterator[tuple[str, float]]:
        """Summed weights as log(1 + n), a share, and the longest run that nothing explains."""
        if self.tongues is None:
            return
        whole, missing = sum(self.source.weights), sum(self.source.missing)
        yield "hard_words", log1p(whole)
        yield "source_unexplained", log1p(missing)
        yield self.tongues.share, (missing + PRIOR * DAMPING) / (whole + DAMPING)
        yield "source_unexplained_run", log1p(_longest_run(self.source.explained))

    def founded(self, target: Iterable[tuple[str, float]]) -> Seen:
        """The target's content words, given with their Zipf values, as seen from the source."""
        if self.tongues is None:
            return NOTHING
        answers, met = self.tongues.answers, self.met
        content = [(word, value) for word, value in target if value < COMMONEST_TARGET]
        return Seen(
            tuple([word for word, _ in content]),
            tuple([_weight(value) for _, value in content]),
            tuple([max([met.get(key, 0.0) for key in answers[word]]) for word, _ in content]),
        )


def rendered(
    source: Iterable[tuple[str, float]], target: Iterable[tuple[str, float]], *, by_dictionary: bool
) -> Rendered:
    """How far the target explains each content word of the source; words are given with their Zipf values."""
    tongues = BY_DICTIONARY if by_dictionary else BY_LIKENESS
    there = frozenset(chain.from_iterable([tongues.answers[word] for word, _ in target]))
    met: dict[str, float] = {}
    content = [(word, value) for word, value in source if value < COMMONEST_SOURCE]
    explained = []
    for keys, weights in [tongues.offers[word] for word, _ in content]:
        best = 0.0
        for key in keys & there:
            weight = weights[key]
            best = weight if weight > best else best
            if weight > met.get(key, 0.0):
                met[key] = weight
        explained.append(best)
    seen = tuple([word for word, _ in content]), tuple([_weight(value) for _, value in content]), tuple(explained)
    return Rendered(Seen(*seen), met, tongues)


@lru_cache(REMEMBERED)
def _weight(value: float) -> float:
    return float(min(max(CEILING - value, LEAST), MOST) ** POWER)


def _longest_run(explained: Sequence[float]) -> int:
    """Of how many words in a row, at most, nothing is explained."""
    longest = run = 0
    for share in explained:
        run = 0 if share else run + 1
        longest = run if run > longest else longest
    return longest


def _offered(weights: Mapping[str, float]) -> Offers:
    return Offers(frozenset(weights), weights)


def _glosses(word: str) -> Offers:
    return _offered(cedict().weights(word))


def _stems(word: str) -> tuple[str, str]:
    folded = word.casefold()
    return stem(folded), folded


def _like(word: str) -> tuple[str, ...]:
    folded = word.casefold()
    return (folded[:PREFIX], folded) if len(folded) > PREFIX else (folded,)


def _likenesses(word: str) -> Offers:
    *beginning, whole = _like(word)
    return _offered({**dict.fromkeys(beginning, COGNATE), whole: 1.0})


BY_DICTIONARY = Tongues(Remembered(_glosses, AT_HAND), Remembered(_stems, REMEMBERED), "unrendered_share")
BY_LIKENESS = Tongues(Remembered(_likenesses, REMEMBERED), Remembered(_like, REMEMBERED), "not_carried_share")
