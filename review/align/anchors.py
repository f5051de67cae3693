"""Where a long text's sides meet, told by rare words: the band of cells that is worth looking at.

Each pair of rare tokens that may render each other votes for the cells where they stand; the heaviest chain of cells
that rises on both sides is the skeleton, and the band follows it. Cost grows linearly with the text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from review.align.evidence import tokens_of_runs
from review.align.links import Links
from review.align.programme import Band, Cell
from review.align.tokens import Floats, Ints, Tokens, ranges

RARE = 8  # occurrences that a rare token has at most, or RARE_SHARE of the segments if that is more
RARE_SHARE = 0.002
MOST_CELLS = 512  # cells that a pair of tokens may vote for: more know nothing
CANDIDATES = 4  # cells a source segment may vote for
LEAST_VOTES = 0.2
TOGETHER = 500  # source segments whose votes are counted at a time, to bound memory
NEIGHBOURS = 10  # anchors on either side that say where one should lie
STRAY = 12  # segments that an anchor may lie from there
MARGIN = 25  # cells on either side of the line between anchors
USUAL = 0.98  # share of the gaps between anchors that the band is wide enough for
WIDEST = 800  # cells


def anchors(source: Tokens, target: Tokens, links: Links, start: Cell, end: Cell) -> tuple[Ints, Ints]:
    """Source and target segments that hold the same rare words, between two cells; both rise strictly."""
    rows, columns, votes = _votes(source, target, links)
    inside = (rows >= start[0]) & (rows < end[0]) & (columns >= start[1]) & (columns < end[1])
    return _steady(*_chain(rows[inside], columns[inside], votes[inside]))


def band_by_anchors(source: Tokens, target: Tokens, links: Links, start: Cell, end: Cell) -> Band:
    """A band along the anchors between two cells; along the diagonal where there are none.

    It is of even width, but for where the anchors leap over more than that.
    """
    rows, columns = anchors(source, target, links, start, end)
    known_rows = np.concatenate(([start[0]], rows + 1, [end[0]]))
    known_columns = np.concatenate(([start[1]], columns + 1, [end[1]]))
    middle = np.interp(np.arange(source.segments + 1), known_rows, known_columns)
    gaps = np.maximum(np.diff(known_rows), np.diff(known_columns))
    m = target.segments
    width = min(m + 1, 2 * MARGIN + min(WIDEST, int(np.quantile(gaps, USUAL))) + 1)
    low = np.maximum.accumulate(np.clip(middle.astype(np.int64) - width // 2, 0, m + 1 - width))
    return Band(low, np.maximum(low + width, np.append(low[1:], 0) + 1))


def _votes(source: Tokens, target: Tokens, links: Links) -> tuple[Ints, Ints, Floats]:
    """Source segments, target segments and votes, for the cells that are worth it."""
    pairs = _Pairs.of(source, target, links)
    parts = [
        _best_of_each(*pairs.cells(source, start, min(start + TOGETHER, source.segments)))
        for start in range(0, max(1, source.segments), TOGETHER)
    ]
    rows, columns, votes = (np.concatenate(each) for each in zip(*parts, strict=True))
    return rows, columns, votes


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Pairs of rare types that may render each other: those of source type f are at starts[f] to starts[f+1].

    `votes` is what each vote of a pair is worth; the segments of target type e are in `segments` from places[e] on,
    counts[e] of them.
    """

    starts: Ints
    types: Ints
    votes: Floats
    segments: Ints
    places: Ints
    counts: Ints

    @classmethod
    def of(cls, source: Tokens, target: Tokens, links: Links) -> _Pairs:
        often, oft = (np.bincount(side.ids, minlength=len(side.types)) for side in (source, target))
        cells = often[links.source] * oft[links.target]
        rare = _rare(source)[links.source] & _rare(target)[links.target] & (cells > 0) & (cells <= MOST_CELLS)
        chosen = np.flatnonzero(rare)
        chosen = chosen[np.argsort(links.source[chosen], kind="stable")]
        owners = np.repeat(np.arange(target.segments), np.diff(target.starts))
        return cls(
            np.searchsorted(links.source[chosen], np.arange(len(source.types) + 1)),
            links.target[chosen],
            links.weights[chosen] / cells[chosen],
            owners[np.argsort(target.ids, kind="stable")],
            np.cumsum(oft) - oft,
            oft,
        )

    def cells(self, source: Tokens, first: int, last: int) -> tuple[Ints, Ints, Floats]:
        """The cells of the source segments first..last−1 that pairs vote for, and the sums of their votes."""
        ids, owners = tokens_of_runs(source, np.arange(first, last)[:, None] + np.array([0, 1]))
        pairs, nth = ranges(self.starts[ids], self.starts[ids + 1] - self.starts[ids])
        places, of = ranges(self.places[self.types[pairs]], self.counts[self.types[pairs]])
        size = int(self.segments.max(initial=0)) + 1
        keys = (first + owners[nth])[of] * size + self.segments[places]
        cells, inverse = np.unique(keys, return_inverse=True)
        votes = np.bincount(inverse, weights=self.votes[pairs][of], minlength=len(cells))
        return cells // size, cells % size, votes.astype(np.float64)


def _rare(tokens: Tokens) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    return tokens.counts() <= max(RARE, RARE_SHARE * tokens.segments)


def _best_of_each(rows: Ints, columns: Ints, votes: Floats) -> tuple[Ints, Ints, Floats]:
    """The CANDIDATES cells of each row with the most votes, if they are LEAST_VOTES at all, in their order."""
    order = np.lexsort((-votes, rows))
    starts = np.searchsorted(rows[order], rows[order])
    kept = order[(np.arange(len(order)) - starts < CANDIDATES) & (votes[order] >= LEAST_VOTES)]
    kept = np.sort(kept)
    return rows[kept], columns[kept], votes[kept]


def _chain(rows: Ints, columns: Ints, votes: Floats) -> tuple[Ints, Ints]:
    """The heaviest chain of cells that rises strictly on both sides.

    Kept as a staircase: the columns at which a chain ends, and the weight of the best chain up to there.
    """
    ends: list[int] = [-1]
    weights: list[float] = [0.0]
    last: list[int] = [-1]
    before = np.full(len(rows), -1, dtype=np.int64)
    order = np.lexsort((-columns, rows))
    for cell in order.tolist():
        column = int(columns[cell])
        place = bisect_right(ends, column - 1)
        weight = weights[place - 1] + float(votes[cell])
        before[cell] = last[place - 1]
        stop = place
        while stop < len(ends) and weights[stop] <= weight:
            stop += 1
        if place < len(ends) and ends[place] == column and weights[place] > weight:
            continue
        ends[place:stop], weights[place:stop], last[place:stop] = [column], [weight], [cell]
    cells = np.array(list(_back(before, last[-1])), dtype=np.int64)[::-1]
    return rows[cells], columns[cells]


def _back(before: Ints, cell: int) -> Iterator[int]:
    while cell >= 0:
        yield cell
        cell = int(before[cell])


def _steady(rows: Ints, columns: Ints) -> tuple[Ints, Ints]:
    """The anchors that lie near the median of their neighbours' offsets."""
    if len(rows) <= 2 * NEIGHBOURS:
        return rows, columns
    slope = (columns[-1] - columns[0]) / max(1, rows[-1] - rows[0])
    offsets = np.pad(columns - slope * rows, NEIGHBOURS, mode="edge")
    windows = np.lib.stride_tricks.sliding_window_view(offsets, 2 * NEIGHBOURS + 1)
    medians = np.partition(windows, NEIGHBOURS, axis=1)[:, NEIGHBOURS]
    kept = np.abs(offsets[NEIGHBOURS:-NEIGHBOURS] - medians) <= STRAY
    return rows[kept], columns[kept]
