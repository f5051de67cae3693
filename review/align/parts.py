"""Long texts in parts, which overlap and are cut where rare words agree: memory is bounded, and every core is used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce

import numpy as np

from review.align.anchors import anchors
from review.align.both import gaps
from review.align.programme import Cell, Chain, rows_of
from review.align.tasks import Aligned, Task, aligned
from review.align.tokens import Ints
from review.host.processes import in_order
from review.host.progress import Progress

LONG = 5000  # segments of the longer side up to which two texts are aligned as a whole
PART = 5000  # segments of a part's longer side, before overlapping
OVERLAP = 60  # segments that a part reaches beyond its cuts


def aligned_in_parts(task: Task, progress: Progress) -> Aligned:
    """The alignment of two sides, long ones part by part in as many processes as there are cores."""
    sizes = len(task.source), len(task.target)
    if max(sizes) <= LONG or not min(sizes):
        return aligned(task)
    number = -(-max(sizes) // PART)
    known = _known_cells(task)
    places = [max(sizes) * part // number for part in range(1, number)]
    starts = [(0, 0), *(_near(known, place - OVERLAP, task) for place in places)]
    ends = [*(_near(known, place + OVERLAP, task) for place in places), sizes]
    tasks = [_part(task, start, end) for start, end in zip(starts, ends, strict=True)]
    parts = [_moved(part, start) for part, start in zip(_together(tasks, progress), starts, strict=True)]
    cuts = [_near(known, place, task) for place in places]
    return reduce(lambda one, other: _joined(one, *other), zip(parts[1:], cuts, strict=True), parts[0])


def _known_cells(task: Task) -> tuple[Ints, Ints]:
    """Source and target segments before which the chain is likely to pass, with the corners and fixed beads."""
    cells: list[tuple[Ints, Ints]] = []
    for start, end, _ in gaps(task.fixed, (len(task.source), len(task.target))):
        corners = np.array([start, end], dtype=np.int64)
        rows, columns = anchors(task.source.tokens, task.target.tokens, task.links, start, end)
        cells.append((np.insert(corners[:, 0], 1, rows), np.insert(corners[:, 1], 1, columns)))
    return np.concatenate([rows for rows, _ in cells]), np.concatenate([columns for _, columns in cells])


def _near(known: tuple[Ints, Ints], place: int, task: Task) -> Cell:
    """The known cell nearest to a place in the longer side.

    Where that is far, one between its neighbours, but never inside a fixed bead.
    """
    longer = int(len(task.target) > len(task.source))
    at = int(np.abs(known[longer] - place).argmin())
    if abs(int(known[longer][at]) - place) <= OVERLAP // 2:
        return int(known[0][at]), int(known[1][at])
    other = int(np.interp(place, known[longer], known[1 - longer]))
    cell = (other, place) if longer else (place, other)
    inside = ((h, k) for h, i, k, j in task.fixed if h < cell[0] < i or k < cell[1] < j)
    return next(inside, cell)


def _part(task: Task, start: Cell, end: Cell) -> Task:
    """What lies between two cells, as a task of its own."""
    source, in_source = task.source.part(start[0], end[0])
    target, in_target = task.target.part(start[1], end[1])
    corner = np.array([start[0], start[0], start[1], start[1]])
    moved = (tuple((np.array(bead) - corner).tolist()) for bead in task.fixed)
    fixed = [(h, i, k, j) for h, i, k, j in moved if min(h, k) >= 0 and i <= len(source) and j <= len(target)]
    encoded = None if task.encoded is None else task.encoded.part(start, end)
    return Task(source, target, task.links.part(in_source, in_target), tuple(fixed), encoded, task.words)


def _moved(part: Aligned, start: Cell) -> Aligned:
    """The part with its chain counted from the start of the whole."""
    r, c = start
    return Aligned(tuple((h + r, i + r, k + c, j + c) for h, i, k, j in part.chain), part.beads)


def _joined(one: Aligned, other: Aligned, cut: Cell) -> Aligned:
    """Two alignments as one, joined at the cell that both pass nearest to the cut.

    Where they share none, each keeps what lies on its side of the cut.
    """
    ends, starts = _passed(one.chain), _passed(other.chain)
    shared = min(
        ends.keys() & starts.keys(), key=lambda cell: abs(cell[0] - cut[0]) + abs(cell[1] - cut[1]), default=None
    )
    if shared:
        return one.part(0, ends[shared]) + other.part(starts[shared], len(other.chain))
    before = [i <= cut[0] and j <= cut[1] for _, i, _, j in one.chain]
    behind = [h >= cut[0] and k >= cut[1] for h, _, k, _ in other.chain]
    return one.only(before) + other.only(behind)


def _passed(chain: Chain) -> dict[Cell, int]:
    """The cells that a chain passes, inner ones, and how many of its beads lie before each: all of the others behind.

    No bead of a moved passage, which crosses others, is cut off from its place.
    """
    rows = rows_of(chain)
    reached = np.maximum.accumulate(rows[:, [1, 3]], axis=0)
    ahead = np.minimum.accumulate(rows[::-1, [0, 2]], axis=0)[::-1]
    inner = np.flatnonzero((reached[:-1] <= ahead[1:]).all(axis=1))
    return {(int(reached[number, 0]), int(reached[number, 1])): number + 1 for number in inner.tolist()}


def _together(tasks: Sequence[Task], progress: Progress) -> Iterator[Aligned]:
    """The tasks done, as many at a time as there are cores. Raises WorkerEnded, and then ends the others too."""
    for done, each in enumerate(in_order(aligned, tasks), 1):
        progress(done / len(tasks))
        yield each
