"""Where a long text's sides meet, told by rare words: the band of cells that is worth looking at.

Each pair of rare tokens that may render each other votes for the cells where they stand; the heaviest chain of cells
that rises on both sides is the skeleton, and the band follows it. Cost grows linearly with the text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

import numpy as np

from review.align.links import Links
from review.align.programme import Band, Cell
from review.align.tokens import Floats, Ints, Tokens, ranges

RARE = 8  # occurrences that a rare token has at most, or RARE_SHARE of the segments if that is more
RARE_SHARE = 0.002
MOST_CELLS = 512  # cells that a pair of tokens may vote for: more know nothing
CANDIDATES = 4  # cells a source segment may vote for
LEAST_VOTES = 0.2
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
    """A band of even width along the anchors between two cells; along the diagonal where there are none."""
    rows, columns = anchors(source, target, links, start, end)
    known_rows = np.concatenate(([start[0]], rows + 1, [end[0]]))
    known_columns = np.concatenate(([start[1]], columns + 1, [end[1]]))
    middle = np.interp(np.arange(source.segments + 1), known_rows, known_columns)
    gaps = np.maximum(np.diff(known_rows), np.diff(known_columns))
    m = target.segments
    width = min(m + 1, 2 * MARGIN + min(WIDEST, int(np.quantile(gaps, USUAL))) + 1)
    low = np.maximum.accumulate(np.clip(middle.astype(np.int64) - width // 2, 0, m + 1 - width))
    return Band(low, low + width)


def _votes(source: Tokens, target: Tokens, links: Links) -> tuple[Ints, Ints, Floats]:
    """Source segments, target segments and votes, for the cells that are worth it."""
    (here, from_here, often), (there, from_there, oft) = _places(source), _places(target)
    cells = often[links.source] * oft[links.target]
    rare = _rare(source)[links.source] & _rare(target)[links.target] & (cells > 0) & (cells <= MOST_CELLS)
    f, e, cells = links.source[rare], links.target[rare], cells[rare]
    nth, owners = ranges(np.zeros(len(cells), dtype=np.int64), cells)
    wide = oft[e][owners]
    left = here[from_here[f][owners] + nth // wide]
    right = there[from_there[e][owners] + nth % wide]
    unique, inverse = np.unique(left * target.segments + right, return_inverse=True)
    sums: Floats = np.bincount(inverse, weights=(links.weights[rare] / cells)[owners]).astype(np.float64)
    rows, columns = unique // target.segments, unique % target.segments
    chosen = _best_of_each(rows, sums)
    return rows[chosen], columns[chosen], sums[chosen]


def _places(tokens: Tokens) -> tuple[Ints, Ints, Ints]:
    """The segments of all tokens, by type; where each type's begin, and how many they are."""
    owners = np.repeat(np.arange(tokens.segments), np.diff(tokens.starts))
    counts = np.bincount(tokens.ids, minlength=len(tokens.types))
    return owners[np.argsort(tokens.ids, kind="stable")], np.cumsum(counts) - counts, counts


def _rare(tokens: Tokens) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    return tokens.counts() <= max(RARE, RARE_SHARE * tokens.segments)


def _best_of_each(rows: Ints, votes: Floats) -> Ints:
    """The CANDIDATES cells of each row with the most votes, if they are LEAST_VOTES at all, in their order."""
    order = np.lexsort((-votes, rows))
    starts = np.searchsorted(rows[order], rows[order])
    kept = order[(np.arange(len(order)) - starts < CANDIDATES) & (votes[order] >= LEAST_VOTES)]
    return np.sort(kept)


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
