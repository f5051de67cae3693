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
    """Weights of pairs (source type, target type): 1 where the one is plainly a rendering of the other."""

    source: Ints
    target: Ints
    weights: Floats

    @classmethod
    def of(cls, source: Tokens, target: Tokens, lexicon: Lexicon) -> Links:
        numbers = {token: number for number, token in enumerate(target.types)}
        prefixes = _prefixes(target)
        best: dict[tuple[int, int], float] = {}
        for f, token in enumerate(source.types):
            for e, weight in _renderings(token, numbers, prefixes, lexicon):
                best[f, e] = max(best.get((f, e), 0.0), weight)
        keys = np.array(list(best), dtype=np.int64).reshape(-1, 2)
        return cls(keys[:, 0], keys[:, 1], np.fromiter(best.values(), dtype=np.float64, count=len(best)))

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


def _renderings(
    token: str, numbers: dict[str, int], prefixes: dict[str, list[int]], lexicon: Lexicon
) -> Iterator[tuple[int, float]]:
    if len(token) >= PREFIX:
        for number in prefixes.get(token[:PREFIX], ()):
            yield number, COGNATE
    if token in numbers:
        yield numbers[token], 1.0
    for word, weight in lexicon.renderings(token):
        if word in numbers:
            yield numbers[word], weight
