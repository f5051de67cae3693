"""Lexical evidence: how much better one side's tokens are explained by the other side than by chance.

For target tokens T and source tokens S, LLR(T|S) = Σ_{e in T} log((1−λ) + λ Σ_{f in S} t(e|f) / (|S| p(e))), in nats,
where p is the target document's own unigram distribution, so that a rare match weighs more. A token without a match
costs log(1−λ) wherever the cuts fall, so beads of many segments need no normalisation.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from review.align.tokens import Floats, Ints, Tokens, ranges

Floats32 = NDArray[np.float32]
Numbers = TypeVar("Numbers", Floats32, Ints)

TOGETHER = 64  # beads whose evidence is counted at a time, to bound memory


@dataclass(frozen=True, slots=True)
class Translations:
    """t(e|f) for the types of two documents, as sparse rows: those of type f are at starts[f] to starts[f+1]."""

    starts: Ints
    types: Ints
    probabilities: Floats

    def sums(self, tokens: Ints, owners: Ints, count: int, told: Ints, size: int) -> Floats32:
        """Σ_f t(e|f) over the tokens f of each owner: count × types, for the types e that `told` numbers, −1 for none.

        `tokens` and `owners` say for each token its type and whose it is; `size` is one more than the highest number.
        """
        kinds, places = np.unique(tokens, return_inverse=True)
        entries, rows = ranges(self.starts[kinds], self.starts[kinds + 1] - self.starts[kinds])
        numbers = told[self.types[entries]]
        kept = numbers >= 0
        table = np.zeros((len(kinds), size), dtype=np.float32)
        table[rows[kept], numbers[kept]] = self.probabilities[entries[kept]]
        held = np.bincount(owners * len(kinds) + places, minlength=count * len(kinds)).reshape(count, len(kinds))
        sums: Floats32 = held.astype(np.float32) @ table
        return sums


@dataclass(frozen=True, slots=True)
class Direction:
    """One direction of the evidence: tokens `given` explain tokens `told`, with t(told|given) and λ."""

    given: Tokens
    told: Tokens
    translations: Translations
    unigram: Floats
    translated: float

    @classmethod
    def of(
        cls, given: Tokens, told: Tokens, translations: Translations, translated: float, background: float
    ) -> Direction:
        counts = told.counts() + background
        return cls(given, told, translations, counts / max(1.0, counts.sum()), translated)

    def prefixes(
        self, first: int, last: int, low: int, high: int, most: int, lenders: Sequence[float] = (0.0,)
    ) -> list[Floats32]:
        """LLR sums over told segments low..high−1: for each lender, run lengths × (last − first) × (high − low + 1).

        [k − 1, r, j − low] is for the k given segments that end with segment first + r, or as many as there are, and
        the told segments low..j−1, so that a bead's score is a difference of two. A lender is the share that a run's
        neighbour has in what explains its counterpart: the segment behind the run, or if below 0 that before it.
        """
        begin, end = max(0, first - most), min(self.given.segments, last + 1)
        tokens = self.given.ids[self.given.starts[begin] : self.given.starts[end]]
        sizes = np.diff(self.given.starts[begin : end + 1])
        ids = self.told.ids[self.told.starts[low] : self.told.starts[high]]
        cuts = self.told.starts[low : high + 1] - self.told.starts[low]
        odds, ids = self._odds(tokens, np.repeat(np.arange(end - begin), sizes), end - begin, ids)
        room = most - first + begin, last + 1 - end
        odds, sizes = np.pad(odds, (room, (0, 0))), np.pad(sizes, room)
        counts = _counts(ids, cuts, odds.shape[1])
        unexplained = (np.log1p(-self.translated) * cuts).astype(np.float32)
        found = np.zeros((len(lenders), most, last - first, len(cuts)), dtype=np.float32)
        for lender, sums in zip(lenders, found, strict=True):
            mixtures = _mixtures(odds, sizes, most, lender)
            mixtures += 1
            np.cumsum(np.log(mixtures, out=mixtures) @ counts, axis=2, out=sums[:, :, 1:])
        return list(found + unexplained)

    def of_runs(self, given: Ints, told: Ints) -> Floats:
        """LLR of runs of told segments given runs of given ones, each as rows (from, to)."""
        parts = [
            self._of_runs(given[start : start + TOGETHER], told[start : start + TOGETHER])
            for start in range(0, len(given), TOGETHER)
        ]
        return np.concatenate(parts) if parts else np.zeros(0)

    def _of_runs(self, given: Ints, told: Ints) -> Floats:
        tokens, owners = tokens_of_runs(self.given, given)
        ids, beads = tokens_of_runs(self.told, told)
        odds, ids = self._odds(tokens, owners, len(given), ids)
        sizes = np.maximum(1, np.bincount(owners, minlength=len(given)))
        values = np.log1p(odds[beads, ids] / sizes[beads]) + np.log1p(-self.translated)
        return np.bincount(beads, weights=values, minlength=len(given)).astype(np.float64)

    def _odds(self, tokens: Ints, owners: Ints, count: int, ids: Ints) -> tuple[Floats32, Ints]:
        """λ Σ t(e|f) / ((1−λ) p(e)) for each owner of tokens f and each type e among `ids`, and ids as its columns."""
        numbers = np.full(len(self.told.types), -1, dtype=np.int64)
        numbers[ids] = 0
        kinds = np.flatnonzero(numbers == 0)
        numbers[kinds] = np.arange(len(kinds))
        sums = self.translations.sums(tokens, owners, count, numbers, len(kinds))
        scale = self.translated / (1 - self.translated) / self.unigram[kinds]
        return (sums * scale).astype(np.float32), numbers[ids]


def _mixtures(odds: Floats32, sizes: Ints, most: int, lender: float) -> Floats32:
    """Odds per token of runs of segments, run lengths × ends × types, with the lender's share.

    The rows hold `most` segments before the one that ends the first run, and one behind that which ends the last.
    """
    count = len(sizes) - most - 1
    mixtures = _runs(odds[1:-1], most, count)
    mixtures /= np.maximum(1, _runs(sizes[1:-1], most, count)).astype(np.float32)[:, :, None]
    if lender:
        alone = odds / np.maximum(1, sizes)[:, None].astype(np.float32)
        firsts = [most + 1] * most if lender > 0 else range(most - 1, -1, -1)
        mixtures *= 1 - abs(lender)
        for mixture, first in zip(mixtures, firsts, strict=True):
            mixture += abs(lender) * alone[first : first + count]
    return mixtures


def _runs(values: Numbers, most: int, count: int) -> Numbers:
    """Sums over runs of rows: at [k − 1, r] those of the k rows that end with row most − 1 + r, for k up to `most`."""
    found = np.empty((most, count, *values.shape[1:]), dtype=values.dtype)
    found[0] = values[most - 1 :]
    for k in range(1, most):
        np.add(found[k - 1], values[most - 1 - k : most - 1 - k + count], out=found[k])
    return found


def _counts(ids: Ints, cuts: Ints, size: int) -> Floats32:
    """How often each of `size` types stands between two cuts: types × pieces."""
    pieces = len(cuts) - 1
    places = ids * pieces + np.repeat(np.arange(pieces), np.diff(cuts))
    return np.bincount(places, minlength=size * pieces).reshape(size, pieces).astype(np.float32)


def tokens_of_runs(side: Tokens, runs: Ints) -> tuple[Ints, Ints]:
    """The tokens of runs of segments, given as rows (from, to), and the number of the run that each is in."""
    starts = side.starts[runs[:, 0]]
    places, owners = ranges(starts, side.starts[runs[:, 1]] - starts)
    return side.ids[places], owners
