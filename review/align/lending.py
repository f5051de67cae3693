"""The evidence of a block of beads: LLR in both directions, and what the halves of a bead lend each other.

A bead of several segments on both sides is explained as a whole, or as two smaller beads of which each borrows words
from the neighbour on the other side of its cut: so does a translation that moves a clause over a sentence end. Taken
as a whole alone, such beads lose by dilution, since each word is looked for in twice as many.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from review.align.evidence import Direction, Floats32
from review.align.tokens import Ints

LONGEST_HALF = 3  # segments of a half on either side


@dataclass(frozen=True, slots=True)
class Runs:
    """LLR sums from which those of beads are differences: see Direction.prefixes.

    `ahead` is of target segments given runs of source ones that end with segment `first` or later, `behind` of source
    segments given runs of target ones; prefixes begin with source segment `top` and target segment `left`.
    """

    ahead: Floats32
    behind: Floats32
    first: int
    top: int
    left: int

    def of(self, i: Ints, j: Ints, a: Ints, b: Ints) -> Floats32:
        """LLR in both directions of the beads that end before source segment i and target segment j.

        They have a and b segments; all four are broadcast. Beads that reach out of the text have any number.
        """
        row, column = np.maximum(0, i - self.top), np.maximum(0, j - self.left)
        there = (a - 1) * self.ahead.shape[1] + np.maximum(0, i - 1 - self.first)
        there = there * self.ahead.shape[2] + column
        back = ((b - 1) * self.behind.shape[1] + np.maximum(0, column - 1)) * self.behind.shape[2] + row
        told: Floats32 = self.ahead.take(there) - self.ahead.take(there - np.minimum(b, column))
        told += self.behind.take(back)
        told -= self.behind.take(back - np.minimum(a, row))
        return told


@dataclass(frozen=True, slots=True)
class Halves:
    """How beads of several segments on both sides are cut in two: `first` and `second` are halves × 2 segments.

    `types` number the types that have halves; those of types[n] begin at starts[n].
    """

    types: Ints
    starts: Ints
    first: Ints
    second: Ints


def evidence(forward: Direction, backward: Direction, rows: Ints, columns: Ints, types: Ints, lent: float) -> Floats32:
    """LLR in both directions of the beads that end in the cells rows × columns: types × rows × cells.

    `types` are (source, target) segments; `lent` is the share of a half's neighbour in what explains the other side.
    """
    reach = int(types.max())
    i = rows[:, None]
    a, b = (side[:, None, None] for side in types.T)
    (whole,) = _runs((forward, backward), rows, columns, reach, reach, (0.0,))
    told = whole.of(i, columns, a, b)
    halves = _halves(tuple(map(tuple, types.tolist())))
    if lent and len(halves.types):
        before, behind = _runs((forward, backward), rows, columns, reach, LONGEST_HALF, (lent, -lent))
        (a, b), (c, d) = ((half[:, 0, None, None], half[:, 1, None, None]) for half in (halves.first, halves.second))
        parted = before.of(i - c, columns - d, a, b) + behind.of(i, columns, c, d)
        told[halves.types] = np.maximum(told[halves.types], np.maximum.reduceat(parted, halves.starts))
    return told


def _runs(
    directions: tuple[Direction, Direction],
    rows: Ints,
    columns: Ints,
    reach: int,
    most: int,
    lenders: Sequence[float],
) -> list[Runs]:
    """For each lender the sums for beads of up to `reach` segments, by runs of up to `most`, that end in the cells."""
    forward, backward = directions
    top, left = max(0, int(rows[0]) - reach), max(0, int(columns[0, 0]) - reach)
    bottom, right = int(rows[-1]), int(columns[-1, -1])
    first = max(0, int(rows[0]) - 1 - (LONGEST_HALF if any(lenders) else 0))
    ahead = forward.prefixes(first, bottom, left, right, most, lenders)
    behind = (
        backward.prefixes(left, right, top, bottom, most, lenders)
        if right > left
        else [np.zeros((most, 1, bottom - top + 1), dtype=np.float32)] * len(lenders)
    )
    return [Runs(*sums, first, top, left) for sums in zip(ahead, behind, strict=True)]


@cache
def _halves(types: tuple[tuple[int, int], ...]) -> Halves:
    cuts = {
        number: [
            ((c, d), (a - c, b - d))
            for c in range(max(1, a - LONGEST_HALF), min(LONGEST_HALF, a - 1) + 1)
            for d in range(max(1, b - LONGEST_HALF), min(LONGEST_HALF, b - 1) + 1)
        ]
        for number, (a, b) in enumerate(types)
        if min(a, b) > 1
    }
    first, second = ([cut[half] for each in cuts.values() for cut in each] for half in (0, 1))
    starts = np.cumsum([0, *map(len, cuts.values())])[:-1]
    return Halves(*(np.array(each, dtype=np.int64) for each in (list(cuts), starts, first, second)))
