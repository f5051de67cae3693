"""Passages that stand elsewhere in the translation: unaligned runs of one side that render unaligned runs of the other.

The programme keeps to the order of the text, so that of two passages that changed places one comes out unaligned on
both sides. Here each run of unaligned source segments is aligned with each run of unaligned target segments nearby, and
taken where that scores more than leaving both alone, beyond the number of pairs of runs that were tried. It misses
passages that the programme has absorbed into beads with their new neighbours, and single short sentences.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import log

from review.align.nulls import SURE
from review.align.programme import Band, Chain, Nulls, best_chain, linked, rows_of
from review.align.scored import BeadScores

SHORTEST = 2  # unaligned segments in a row on either side
LONGEST = 400  # segments of a run that are looked at
FAR = 40  # runs of unaligned segments between the two places
LEAST = 0.5  # share of a run's segments that have to stand in its beads


@dataclass(frozen=True, slots=True)
class Gap:
    """Unaligned segments in a row: rows first..last−1 of a chain, and the segments as (from, to)."""

    first: int
    last: int
    source: tuple[int, int]
    target: tuple[int, int]


def gaps_of(chain: Chain) -> Iterator[Gap]:
    """The runs of null beads in a chain."""
    first = 0
    for number, (h, i, k, j) in enumerate((*chain, (0, 1, 0, 1))):
        if h < i and k < j:
            if first < number:
                (h, _, k, _), (_, i, _, j) = chain[first], chain[number - 1]
                yield Gap(first, number, (h, i), (k, j))
            first = number + 1


def with_moved(chain: Chain, scores: BeadScores, nulls: Nulls) -> Chain:
    """The chain with the beads of moved passages, which cross others, in the place of their source's nulls."""
    gaps = list(gaps_of(chain))
    sources = [number for number, gap in enumerate(gaps) if _long(gap.source)]
    targets = [number for number, gap in enumerate(gaps) if _long(gap.target)]
    tried = [(one, other) for one in sources for other in targets if 0 < abs(one - other) <= FAR]
    limit = SURE + log(max(1, len(tried)))
    found = [
        (gain, one, other, beads) for one, other in tried for gain, beads in [_gain(gaps, one, other, scores, nulls)]
    ]
    kept: dict[int, tuple[int, Chain]] = {}
    for gain, one, other, beads in sorted(found, key=lambda each: -each[0]):
        if gain > limit and one not in kept and other not in {taken for taken, _ in kept.values()}:
            kept[one] = other, beads
    return _replaced(chain, gaps, kept) if kept else chain


def _long(run: tuple[int, int]) -> bool:
    return SHORTEST <= run[1] - run[0] <= LONGEST


def _gain(gaps: list[Gap], one: int, other: int, scores: BeadScores, nulls: Nulls) -> tuple[float, Chain]:
    """How much more the source of one gap scores with the target of another than both alone, and the beads."""
    (h, i), (k, j) = gaps[one].source, gaps[other].target
    band = Band.whole(len(nulls.source), len(nulls.target))
    beads = best_chain(band, scores, nulls, (h, k), (i, j))
    pairs = linked(beads)
    placed = sum(b - a + d - c for a, b, c, d in pairs)
    if placed < LEAST * (i - h + j - k):
        return 0.0, ()
    alone = sum(float(nulls.source[a:b].sum() + nulls.target[c:d].sum()) for a, b, c, d in pairs)
    return float(scores.of_beads(rows_of(pairs)).sum()) - alone, beads


def _replaced(chain: Chain, gaps: list[Gap], kept: dict[int, tuple[int, Chain]]) -> Chain:
    """The chain with moved beads in the place of their source; what stays unaligned of their targets stays there."""
    taken = {gaps[other].target for other, _ in kept.values()}
    gone = {segment for k, j in taken for segment in range(k, j)}
    found: list[tuple[int, int, int, int]] = []
    starts = {gaps[one].first: beads for one, (_, beads) in kept.items()}
    sources = {segment for one in kept for segment in range(*gaps[one].source)}
    for number, bead in enumerate(chain):
        found += starts.get(number, ())
        h, i, k, j = bead
        null_of_source, null_of_target = h < i and k == j, h == i and k < j
        if not (null_of_source and h in sources) and not (null_of_target and k in gone):
            found.append(bead)
    return tuple(found)
