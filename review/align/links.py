"""What is known of t(e|f) before learning: numbers, copied words, cognates, and the word list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from review.align.evidence import Translations
from review.align.lexicon import Lexicon
from review.align.tokens import Floats, Ints, Tokens

UNKNOWN = 0.43  # weight of "rendered by something else" beside the known renderings of a token
COGNATE = 0.5  # weight of a word that begins alike, against 1 for an equal one
PREFIX = 4  # letters that cognates begin with alike


@dataclass(frozen=True, slots=True)
class Links:
    """Weights of pairs (source type, target type): 1 where the one is plainly a rendering of the other.

    `covered` is the share of source tokens for which a word list has a rendering that occurs in the target.
    """

    source: Ints
    target: Ints
    weights: Floats
    covered: float

    @classmethod
    def of(cls, source: Tokens, target: Tokens, lexicon: Lexicon) -> Links:
        numbers = {token: number for number, token in enumerate(target.types)}
        prefixes = _prefixes(target)
        found: list[int] = []
        weights: list[float] = []
        sizes: list[int] = []
        covered = 0.0
        counts = source.counts().tolist()
        for f, token in enumerate(source.types):
            best = {numbers[word]: weight for word, weight in lexicon.renderings(token) if word in numbers}
            covered += counts[f] if best else 0.0
            for e, weight in _alike(token, numbers, prefixes):
                best[e] = max(best.get(e, 0.0), weight)
            found += best
            weights += best.values()
            sizes.append(len(best))
        owners = np.repeat(np.arange(len(sizes)), np.array(sizes, dtype=np.int64))
        return cls(owners, np.array(found, dtype=np.int64), np.array(weights), covered / max(1, len(source.ids)))

    def part(self, source: Ints, target: Ints) -> Links:
        """The links of some source and target types, given by their numbers in rising order, which number them anew."""
        at, to = np.searchsorted(source, self.source), np.searchsorted(target, self.target)
        kept = (np.append(source, -1)[at] == self.source) & (np.append(target, -1)[to] == self.target)
        return Links(at[kept], to[kept], self.weights[kept], self.covered)

    def forward(self, source: Tokens) -> Translations:
        """t(target type | source type)."""
        return _normalised(self.source, self.target, self.weights, len(source.types))

    def backward(self, target: Tokens) -> Translations:
        """t(source type | target type)."""
        return _normalised(self.target, self.source, self.weights, len(target.types))


def _normalised(given: Ints, told: Ints, weights: Floats, size: int) -> Translations:
    order = np.argsort(given, kind="stable")
    totals = np.bincount(given, weights=weights, minlength=size) + UNKNOWN
    starts = np.concatenate(([0], np.cumsum(np.bincount(given, minlength=size)))).astype(np.int64)
    return Translations(starts, told[order], (weights / totals[given])[order])


def _prefixes(tokens: Tokens) -> dict[str, list[int]]:
    by_prefix: dict[str, list[int]] = defaultdict(list)
    for number, token in enumerate(tokens.types):
        if len(token) >= PREFIX and token[0].isalpha():
            by_prefix[token[:PREFIX]].append(number)
    return by_prefix


def _alike(token: str, numbers: dict[str, int], prefixes: dict[str, list[int]]) -> Iterator[tuple[int, float]]:
    """Types that are the token, or begin as it does."""
    if len(token) >= PREFIX:
        for number in prefixes.get(token[:PREFIX], ()):
            yield number, COGNATE
    if token in numbers:
        yield numbers[token], 1.0
