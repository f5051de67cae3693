"""Segments without a counterpart: what makes them likelier, and the runs of beads that only pass the time.

Where the one side goes on with something else, the programme still pairs what comes next with what comes next: a bead
scores little, but a null costs more. Over a run of them the difference adds up, and that is what is looked at here.
One such bead among good ones stays: it may be a free rendering as well as a foreign sentence.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby, pairwise
from math import log

import numpy as np

from review.align.programme import Chain, Nulls
from review.align.scored import BeadScores
from review.align.tokens import Floats, Ints

OUTERMOST = 2.5  # nats that a null at either end of a text is cheaper, where headlines and page furniture stand
OUTER = 8  # segments over which that falls to nothing
PERSISTENT = 1.5  # nats that a null is cheaper within a long gap of both sides
USUAL = 0.02  # runs of nulls among the beads and runs of a text that the cost of a null was fitted on
BELIEVED = 50.0  # beads that this share is worth beside a text's own
MOST_OFTEN = 1.5  # nats that a null is cheaper at most in a text that has more of them
FEW = 3  # segments that are left out singly at most; more of them are a block
SURE = 3.0  # nats that a gap has to win beyond the number of places where it could start and end


def eased(nulls: Nulls) -> Nulls:
    """The nulls with those near either end of a text cheaper."""
    return replace(nulls, source=nulls.source + _easing(nulls.source), target=nulls.target + _easing(nulls.target))


def _easing(values: Floats) -> Floats:
    places = np.arange(len(values))
    easing: Floats = OUTERMOST * np.maximum(0.0, 1 - np.minimum(places, places[::-1]) / OUTER)
    return easing


def often(chain: Chain) -> float:
    """The nats by which a run of nulls is likelier in a text than usual, judged by those found; 0 where it is not.

    A translator who leaves sentences out does so more than once, so that the next needs less evidence. A missing block
    says nothing of the kind, and is not counted.
    """
    null = [h == i or k == j for h, i, k, j in chain]
    lengths = [len(list(run)) for alone, run in groupby(null) if alone]
    runs = sum(length <= FEW for length in lengths)
    share = (runs + BELIEVED * USUAL) / (len(null) - sum(lengths) + runs + BELIEVED)
    return min(MOST_OFTEN, max(0.0, log(share / USUAL)))


def with_gaps(chain: Chain, scores: BeadScores, nulls: Nulls, fixed: Chain = ()) -> Chain:
    """The chain with each run of beads cut into nulls that scores less than these do; fixed beads stay.

    The best path through two states of each bead, linked or not (Viterbi 1967). To go over to "not" costs SURE and the
    logarithm of the number of gaps that a text of so many beads may have.
    """
    rows = np.array(chain, dtype=np.int64).reshape(-1, 4)
    sizes = np.diff(rows[:, :2]).ravel(), np.diff(rows[:, 2:]).ravel()
    null = (sizes[0] == 0) | (sizes[1] == 0)
    alone = _sums(nulls.source, rows[:, :2]) + _sums(nulls.target, rows[:, 2:])
    begins = null & ~np.concatenate(([False], null[:-1]))
    linked = np.where(null, alone + nulls.opening * begins, scores.of_beads(rows))
    apart = alone + PERSISTENT * (sizes[0] + sizes[1])
    apart[[bead in set(fixed) for bead in chain]] = -np.inf
    opening = SURE + 2 * log(max(1, int((~null).sum())))
    gap = _states(linked.tolist(), apart.tolist(), opening)
    return tuple(row for bead, cut in zip(chain, gap, strict=True) for row in (_cut(bead) if cut else (bead,)))


def _sums(values: Floats, runs: Ints) -> Floats:
    """Sums of values over runs, as rows (from, to)."""
    before = np.concatenate(([0.0], np.cumsum(values)))
    sums: Floats = before[runs[:, 1]] - before[runs[:, 0]]
    return sums


def _states(linked: list[float], apart: list[float], opening: float) -> list[bool]:
    """Whether each bead is in the second of two states, which costs an opening to go over to."""
    best, away = 0.0, -np.inf
    from_away, stays = [], []
    for here, there in zip(linked, apart, strict=True):
        from_away.append(away > best)
        stays.append(away >= best - opening)
        best, away = max(best, away) + here, max(away, best - opening) + there
    found, state = [], away > best
    for back, on in zip(reversed(from_away), reversed(stays), strict=True):
        found.append(state)
        state = on if state else back
    return found[::-1]


def _cut(bead: tuple[int, int, int, int]) -> Chain:
    """A bead's segments, each alone."""
    h, i, k, j = bead
    return (
        *((n, after, k, k) for n, after in pairwise(range(h, i + 1))),
        *((i, i, n, after) for n, after in pairwise(range(k, j + 1))),
    )
