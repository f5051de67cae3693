"""The dynamic programme: the best chain of beads through a band of cells.

A cell (i, j) stands for the first i source and the first j target segments being covered. Beads of both sides come
from a `Scored` row by row; runs of nulls pay an opening and an extension, as affine gaps do (Gotoh 1982).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from review.align.tokens import Floats, Ints

Chain = tuple[tuple[int, int, int, int], ...]
"""Beads as (source from, to, target from, to), half-open, in text order."""

NEVER = -np.inf
SKIP = 16


@dataclass(frozen=True, slots=True)
class Band:
    """The cells that are looked at: in row i those with low[i] <= j < low[i] + width. Rows run from 0 to n."""

    low: Ints
    width: int

    @classmethod
    def whole(cls, sources: int, targets: int) -> Band:
        return cls(np.zeros(sources + 1, dtype=np.int64), targets + 1)


@dataclass(frozen=True, slots=True)
class Nulls:
    """What unaligned segments score: `opening` for each run of them, and each segment its own, in text order."""

    opening: float
    source: Floats
    target: Floats


class Scored(Protocol):
    """The scores of the beads that end in row i: for each (a, b) an array over the row's cells."""

    def row(self, i: int) -> Iterator[tuple[int, int, Floats]]: ...


def best_chain(band: Band, scored: Scored, nulls: Nulls) -> Chain:
    """The chain of beads with the highest sum of scores.

    Each unaligned segment is a bead of its own.
    """
    table = _Table(band, nulls)
    for i in range(len(nulls.source) + 1):
        table.fill(i, scored)
    return tuple(reversed(list(table.back())))


class _Table:
    """Scores and choices of a band of cells; row by row, kept for the way back."""

    def __init__(self, band: Band, nulls: Nulls) -> None:
        self.band, self.nulls = band, nulls
        self.skips = np.concatenate(([0.0], np.cumsum(nulls.target)))
        shape = (len(nulls.source) + 1, band.width)
        self.best = np.full(shape, NEVER)
        self.skipped = np.full(shape, NEVER)  # best chain that ends in an unaligned source segment
        self.choice = np.zeros(shape, dtype=np.uint8)  # a * 16 + b of the last bead
        self.skip_runs = np.zeros(shape, dtype=bool)  # whether the skip before it is of the same run
        self.target_runs = np.zeros(shape, dtype=np.int32)  # unaligned target segments that the last bead stands for
        if band.low[0] == 0:
            self.best[0, 0] = 0.0

    def fill(self, i: int, scored: Scored) -> None:
        best, choice = self.best[i], self.choice[i]
        if i:
            for a, b, score in scored.row(i):
                self._offer(best, choice, self.shifted(self.best, i - a, i, b) + score, a * 16 + b)
            opened = self.shifted(self.best, i - 1, i, 0) + self.nulls.opening + self.nulls.source[i - 1]
            extended = self.shifted(self.skipped, i - 1, i, 0) + self.nulls.source[i - 1]
            self.skip_runs[i] = extended > opened
            self.skipped[i] = np.maximum(opened, extended)
            self._offer(best, choice, self.skipped[i], SKIP)
        self._skip_targets(i)

    def _skip_targets(self, i: int) -> None:
        """Runs of unaligned target segments, all at once: the best start of a run is a running maximum."""
        best = self.best[i]
        columns = np.arange(len(best))
        skips = self.skips[self.band.low[i] + columns]
        worth = best - skips
        highest = np.maximum.accumulate(worth)
        start = np.maximum.accumulate(np.where(worth == highest, columns, 0))
        runs = np.full(len(best), NEVER)
        runs[1:] = highest[:-1] + skips[1:] + self.nulls.opening
        self.target_runs[i, 1:] = columns[1:] - start[:-1]
        self._offer(best, self.choice[i], runs, 1)

    @staticmethod
    def _offer(best: Floats, choice: NDArray[np.uint8], offered: Floats, code: int) -> None:
        better = offered > best
        best[better] = offered[better]
        choice[better] = code

    def shifted(self, kept: Floats, row: int, i: int, b: int) -> Floats:
        """Row `row` of a table, seen from row i's cells, b target segments back; NEVER outside the band."""
        return shifted(kept[row], int(self.band.low[i] - b - self.band.low[row]), NEVER) if row >= 0 else _never(kept)

    def back(self) -> Iterator[tuple[int, int, int, int]]:
        """The beads of the best chain, last one first."""
        i, j, skipping = len(self.nulls.source), len(self.nulls.target), False
        while i or j:
            column = j - self.band.low[i]
            code = SKIP if skipping else int(self.choice[i, column])
            a, b = divmod(code, 16)
            skipping = code == SKIP and bool(self.skip_runs[i, column])
            for _ in range(int(self.target_runs[i, column]) if a == 0 else 1):
                yield i - a, i, j - b, j
                j -= b
            i -= a


def shifted(row: Floats, by: int, fill: float) -> Floats:
    """row[k + by] for each k, `fill` where there is none."""
    if by == 0:
        return row
    moved = np.full_like(row, fill)
    if 0 < by < len(row):
        moved[:-by] = row[by:]
    elif 0 < -by < len(row):
        moved[-by:] = row[:by]
    return moved


def _never(kept: Floats) -> Floats:
    return np.full(kept.shape[1], NEVER)
