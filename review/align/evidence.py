"""Lexical evidence: how much better one side's tokens are explained by the other side than by chance.

For target tokens T and source tokens S, LLR(T|S) = Σ_{e in T} log((1−λ) + λ Σ_{f in S} t(e|f) / (|S| p(e))), in nats,
where p is the target document's own unigram distribution, so that a rare match weighs more. A token without a match
costs log(1−λ) wherever the cuts fall, so beads of many segments need no normalisation.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from review.align.tokens import Floats, Ints, Tokens


@dataclass(frozen=True, slots=True)
class Translations:
    """t(e|f) for the types of two documents, as sparse rows: those of type f are at starts[f] to starts[f+1]."""

    starts: Ints
    types: Ints
    probabilities: Floats

    def rows(self, tokens: Ints) -> tuple[Ints, Floats]:
        """Σ_f t(e|f) over some tokens f: the types e it is not 0 for, and the sums."""
        spans = [slice(self.starts[f], self.starts[f + 1]) for f in tokens]
        if not spans:
            return np.zeros(0, dtype=np.int64), np.zeros(0)
        types = np.concatenate([self.types[span] for span in spans])
        sums = np.concatenate([self.probabilities[span] for span in spans])
        unique, inverse = np.unique(types, return_inverse=True)
        totals = np.bincount(inverse, weights=sums, minlength=len(unique)).astype(np.float64)
        return unique.astype(np.int64), totals


@dataclass(frozen=True, slots=True)
class Direction:
    """One direction of the evidence: tokens `given` explain tokens `told`, with t(told|given) and λ."""

    given: Tokens
    told: Tokens
    explained: tuple[tuple[Ints, Floats], ...]
    unigram: Floats
    translated: float

    @classmethod
    def of(
        cls, given: Tokens, told: Tokens, translations: Translations, translated: float, background: float
    ) -> Direction:
        explained = tuple(translations.rows(given.of(segment)) for segment in range(given.segments))
        counts = told.counts() + background
        return cls(given, told, explained, counts / max(1.0, counts.sum()), translated)

    def scratch(self) -> tuple[Floats, Floats]:
        """Two arrays with an entry for each told type, all 0, which `prefixes` uses and leaves so."""
        return np.zeros(len(self.told.types)), np.zeros(len(self.told.types))

    def prefixes(self, first: int, last: int, low: int, high: int, scratch: tuple[Floats, Floats]) -> list[Floats]:
        """LLR sums over told segments low..high given the runs of segments that end with `last`.

        The k-th array is for the run of k + 1 given segments; its entry j − low is the sum over told segments
        low..j−1, so that a run's score is a difference of two. `scratch` comes from scratch().
        """
        ids = self.told.ids[self.told.starts[low] : self.told.starts[high]]
        cuts = self.told.starts[low : high + 1] - self.told.starts[low]
        unexplained = np.log1p(-self.translated) * cuts
        mixture, values = scratch
        touched: list[Ints] = []
        found, size = [], 0
        for segment in range(last, first - 1, -1):
            types, sums = self.explained[segment]
            mixture[types] += sums
            touched.append(types)
            size += self.given.size(segment, segment + 1)
            support = np.concatenate(touched)
            odds = self.translated / (1 - self.translated) * mixture[support] / (max(1, size) * self.unigram[support])
            values[support] = np.log1p(odds)
            summed = np.concatenate(([0.0], np.cumsum(values[ids])))
            found.append(summed[cuts] + unexplained)
        if touched:
            mixture[support] = values[support] = 0.0
        return found

    def between(self, first: int, last: int, low: int, high: int) -> float:
        """LLR of the told segments low..high−1 given the segments first..last−1."""
        sums = self.prefixes(first, last - 1, low, high, self.scratch())[-1]
        return float(sums[-1] - sums[0])
