"""The dynamic programme: the best chain of beads through a band of cells.

A cell (i, j) stands for the first i source and the first j target segments being covered. Beads of both sides come
from a `Scored` in blocks of rows; runs of nulls pay an opening and an extension, as affine gaps do (Gotoh 1982).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from review.align.evidence import Floats32
from review.align.tokens import Floats, Ints

Chain = tuple[tuple[int, int, int, int], ...]
"""Beads as (source from, to, target from, to), half-open, in text order."""
Cell = tuple[int, int]
Codes = NDArray[np.uint8]

NEVER = -np.inf
BLOCK = 48  # rows that are scored together at most
TOGETHER = 50_000  # cells that they reach over, unless a single row has more
SOURCE_NULL, TARGET_NULL = 62, 63  # choices beside the numbers of the bead types
CHOICE, GOES_ON, TARGET_GOES_ON = 63, 64, 128  # bits of a code: the choice, and whether each side's null run goes on


@dataclass(frozen=True, slots=True)
class Band:
    """The cells that are looked at: in row i those with low[i] <= j < high[i], neither of which ever falls.

    Each row reaches to where the next begins, so that there is a way through.
    """

    low: Ints
    high: Ints

    @classmethod
    def whole(cls, sources: int, targets: int) -> Band:
        return cls(np.zeros(sources + 1, dtype=np.int64), np.full(sources + 1, targets + 1, dtype=np.int64))

    def between(self, start: Cell, end: Cell) -> Band:
        """The band within a rectangle of cells, whose corners are in it."""
        low, high = (np.clip(edge, start[1], end[1]) for edge in (self.low, self.high - 1))
        low[start[0]], high[end[0]] = start[1], end[1]
        return Band(low, high + 1)

    @property
    def width(self) -> int:
        """The cells of its widest row."""
        return int((self.high - self.low).max())


@dataclass(frozen=True, slots=True)
class Nulls:
    """What unaligned segments score: `opening` for each run of them, and each segment its own, in text order."""

    opening: float
    source: Floats
    target: Floats


class Scored(Protocol):
    """The scores of the beads that end in the cells of a band."""

    @property
    def types(self) -> Ints:
        """(source segments, target segments) of each type of bead: types × 2."""
        ...

    def block(self, band: Band, first: int, last: int) -> Floats32:
        """Types × rows first..last−1 × cells from the row's lowest on; what is beyond its highest is not looked at."""
        ...


def rows_of(chain: Chain) -> Ints:
    """A chain as beads × 4."""
    return np.array(chain, dtype=np.int64).reshape(-1, 4)


def linked(chain: Chain) -> Chain:
    """The beads of a chain that are not null."""
    return tuple(row for row in chain if row[0] < row[1] and row[2] < row[3])


def best_chain(band: Band, scored: Scored, nulls: Nulls, start: Cell, end: Cell) -> Chain:
    """The chain of beads from one cell to another with the highest sum of scores.

    Each unaligned segment is a bead of its own.
    """
    table = _Table(band.between(start, end), scored.types, nulls, start)
    for first, last in _blocks(table.band, start[0] + 1, end[0] + 1):
        scores = scored.block(table.band, first, last)
        for i in range(first, last):
            table.fill(i, scores[:, i - first])
    return tuple(reversed(list(table.back(end))))


def _blocks(band: Band, first: int, end: int) -> Iterator[tuple[int, int]]:
    """The rows first..end−1 in runs, the shorter the wider they are."""
    while first < end:
        reach = band.high[first : min(first + BLOCK, end)] - band.low[first]
        rows = max(1, int((reach * np.arange(1, len(reach) + 1) <= TOGETHER).sum()))
        yield first, first + rows
        first += rows


class _Table:
    """The programme's rows: the scores of the last few, and the choices of all for the way back.

    Scores stand in a ring of rows by their columns, with room on the left so that no bead looks outside.
    """

    def __init__(self, band: Band, types: Ints, nulls: Nulls, start: Cell) -> None:
        self.band, self.types, self.nulls, self.start = band, types, nulls, start
        self.room = int(types[:, 1].max())
        self.rows = int(types[:, 0].max()) + 1
        width = len(nulls.target) + 1 + self.room
        self.ring = np.full((self.rows, width), NEVER)
        self.columns = np.arange(width)
        froms = (np.arange(self.rows)[:, None] - types[:, 0]) % self.rows * width - types[:, 1] + self.room
        self.froms = froms[:, :, None]  # where in the ring beads of each type begin that end in column 0 of a row
        self.skipped = np.full((2, len(nulls.target) + 1), NEVER)  # best chain that ends in an unaligned source segment
        self.skips = np.concatenate(([0.0], np.cumsum(nulls.target)))
        self.codes: list[Codes] = []
        low, high = self._bounds(start[0])
        best = np.full(high - low, NEVER)
        best[start[1] - low] = 0.0
        self._keep(start[0], best, np.zeros(high - low, dtype=np.uint8), np.full(high - low, NEVER))

    def _bounds(self, i: int) -> tuple[int, int]:
        return int(self.band.low[i]), int(self.band.high[i])

    def fill(self, i: int, scores: Floats32) -> None:
        """Row i, from the scores of its beads: types × cells."""
        low, high = self._bounds(i)
        reached = self.ring.take(self.froms[i % self.rows] + self.columns[low:high])
        reached += scores[:, : high - low]
        choice = reached.argmax(axis=0)
        best = reached[choice, self.columns[: high - low]]
        above = (i - 1) % self.rows
        opened = self.ring[above, low + self.room : high + self.room] + (self.nulls.opening + self.nulls.source[i - 1])
        extended = self.skipped[(i - 1) % 2, low:high] + self.nulls.source[i - 1]
        skipped = np.maximum(opened, extended)
        codes = np.where(skipped > best, SOURCE_NULL, choice).astype(np.uint8)
        codes[extended > opened] |= GOES_ON
        self._keep(i, np.maximum(best, skipped), codes, skipped)

    def _keep(self, i: int, best: Floats, codes: Codes, skipped: Floats) -> None:
        """Put a row in the place of the oldest, with the runs of unaligned target segments in it."""
        low, high = self._bounds(i)
        best = self._with_target_nulls(low, best, codes)
        row = self.ring[i % self.rows]
        row[self.room + self._low_before(i) : self.room + high] = NEVER
        row[self.room + low : self.room + high] = best
        skips = self.skipped[i % 2]
        skips[self._low_before(i) : high] = NEVER
        skips[low:high] = skipped
        self.codes.append(codes)

    def _low_before(self, i: int) -> int:
        """The lowest column that the row's place in the ring may hold something in."""
        return int(self.band.low[max(self.start[0], i - self.rows)])

    def _with_target_nulls(self, low: int, best: Floats, codes: Codes) -> Floats:
        """The row with its runs of unaligned target segments, all at once: a run's best start is a running maximum."""
        skips = self.skips[low : low + len(best)]
        worth = best - skips
        highest = np.maximum.accumulate(worth)
        runs = highest[:-1] + skips[1:] + self.nulls.opening
        better = runs > best[1:]
        codes[1:][worth[:-1] < highest[:-1]] |= TARGET_GOES_ON
        codes[1:][better] |= TARGET_NULL
        return np.concatenate((best[:1], np.where(better, runs, best[1:])))

    def back(self, end: Cell) -> Iterator[tuple[int, int, int, int]]:
        """The beads of the best chain to a cell, last one first."""
        (i, j), skipping, adding = end, False, False
        while (i, j) != self.start:
            code = int(self.codes[i - self.start[0]][j - self.band.low[i]])
            choice = TARGET_NULL if adding else SOURCE_NULL if skipping else code & CHOICE
            adding = choice == TARGET_NULL and bool(code & TARGET_GOES_ON)
            skipping = choice == SOURCE_NULL and bool(code & GOES_ON)
            a, b = {SOURCE_NULL: (1, 0), TARGET_NULL: (0, 1)}.get(choice) or self.types[choice].tolist()
            yield i - a, i, j - b, j
            i, j = i - a, j - b
