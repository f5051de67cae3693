"""Boundary cues: whether a bead may well end after this source and that target segment."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from review.align.tokens import Floats, Ints

AGREEMENT = 0.6  # share of boundaries whose cue is one and the same fact on both sides, before anything is known
PRIOR_WEIGHT = 10.0  # observations that the table before learning is worth
CLIP = 3.0
INSIDE = 8.0  # nats that a paragraph break inside a bead costs at most
SMALLEST = 1e-6

CLOSERS = "\"'”’»」』)）]】"
OPENERS = '"“„«「『‘'
ENDS = {"?": 1, "？": 1, "؟": 1, "!": 2, "！": 2, ".": 0, "。": 0, "．": 0, "…": 0, "।": 0, "۔": 0}
NO_END = 3
TURNS: dict[str, bool | None] = {"“": True, "«": True, "「": True, "”": False, "»": False, "」": False, '"': None}
LONGEST_QUOTATION = 20  # segments after which a quotation that nobody closed is taken to be closed


def end_class(body: str) -> int:
    """0 full stop, 1 question, 2 exclamation, 3 none of these, read through closing quotes and brackets."""
    bare = body.rstrip(CLOSERS)
    return ENDS.get(bare[-1:], NO_END)


def _ends(bodies: Sequence[str], paragraphs: Sequence[int]) -> Ints:
    del paragraphs
    return np.array([end_class(body) for body in bodies], dtype=np.int64)


def _closing_quotes(bodies: Sequence[str], paragraphs: Sequence[int]) -> Ints:
    del paragraphs
    return np.array([body[-1:] in CLOSERS[:7] and body != "" for body in bodies], dtype=np.int64)


def _next_opens(bodies: Sequence[str], paragraphs: Sequence[int]) -> Ints:
    del paragraphs
    return np.array([body[:1] in OPENERS and body != "" for body in [*bodies[1:], ""]][: len(bodies)], dtype=np.int64)


def _paragraph_ends(bodies: Sequence[str], paragraphs: Sequence[int]) -> Ints:
    del bodies
    changes = [here != after for here, after in pairwise([*paragraphs, -1])]
    return np.array(changes, dtype=np.int64)


def _inside_quotes(bodies: Sequence[str], paragraphs: Sequence[int]) -> Ints:
    del paragraphs
    inside, opened = False, 0
    states = []
    for number, body in enumerate(bodies):
        for character in body:
            if character in TURNS:
                turned = TURNS[character]
                inside = not inside if turned is None else turned
                opened = number
        inside = inside and number - opened < LONGEST_QUOTATION
        states.append(inside)
    return np.array(states, dtype=np.int64)


CUES: tuple[Callable[[Sequence[str], Sequence[int]], Ints], ...] = (
    _ends,
    _closing_quotes,
    _next_opens,
    _inside_quotes,
    _paragraph_ends,
)


PARAGRAPHS = CUES.index(_paragraph_ends)


def cue_classes(bodies: Sequence[str], paragraphs: Sequence[int]) -> tuple[Ints, ...]:
    """For each cue the class of each segment's right edge; quotation marks have to be double."""
    return tuple(cue(bodies, paragraphs) for cue in CUES)


@dataclass(frozen=True, slots=True)
class Breaks:
    """What the paragraph breaks inside beads cost.

    `source` and `target` count the breaks before each segment, and `cost` is in nats a break: nothing where one side
    has a line for each sentence, for then a break says nothing.
    """

    source: Ints
    target: Ints
    cost: float

    @classmethod
    def of(cls, source: Ints, target: Ints) -> Breaks:
        """From whether a paragraph ends after each segment, 1 or 0."""
        told = (1 - source.mean()) * (1 - target.mean()) if len(source) and len(target) else 0.0
        return cls(_before(source), _before(target), INSIDE * float(told))

    def inside(self, rows: Ints, columns: Ints, types: Ints) -> Floats:
        """The cost of beads of each type that end in the cells rows × columns: types × rows × cells, or one number."""
        if not self.cost:
            return np.zeros(())
        a, b = (side[:, None, None] for side in types.T)
        here = self.source[rows - 1][:, None] - self.source[np.maximum(0, rows[:, None] - a)]
        there = self.target[np.maximum(0, columns - 1)] - self.target[np.maximum(0, columns - b)]
        cost: Floats = -self.cost * (here + np.maximum(0, there))
        return cost


def _before(breaks: Ints) -> Ints:
    return np.concatenate(([0], np.cumsum(breaks))).astype(np.int64)


@dataclass(frozen=True, slots=True)
class Cues:
    """Log-odds that two edges belong together, against their being independent: source × target classes, summed.

    `source` and `target` number the joint class of each segment's right edge; `table` is classes × classes in nats.
    """

    source: Ints
    target: Ints
    table: Floats

    def between(self, rows: Ints, columns: Ints) -> Floats:
        """The log-odds of a bead that ends in each of the cells rows × columns."""
        odds: Floats = self.table[self.source[rows - 1][:, None], self.target[np.maximum(0, columns - 1)]]
        return odds


def cues(source: tuple[Ints, ...], target: tuple[Ints, ...], edges: NDArray[np.int64] | None = None) -> Cues:
    """The cues of a document; with `edges`, (source, target) segments that end a bead together, learned from them."""
    sizes = [int(max(s.max(initial=0), t.max(initial=0))) + 1 for s, t in zip(source, target, strict=True)]
    tables = [_log_odds(s, t, size, edges) for s, t, size in zip(source, target, sizes, strict=True)]
    return Cues(_joint(source, sizes), _joint(target, sizes), _sum(tables))


def _log_odds(source: Ints, target: Ints, size: int, edges: NDArray[np.int64] | None) -> Floats:
    """Classes × classes: log P(both) − log P(one) P(other), from a prior of agreement and from known edges."""
    p = np.bincount(source, minlength=size) / max(1, len(source)) + SMALLEST
    q = np.bincount(target, minlength=size) / max(1, len(target)) + SMALLEST
    shared = np.minimum(p, q)
    joint = AGREEMENT * np.diag(shared / shared.sum()) + (1 - AGREEMENT) * np.outer(p, q)
    if edges is not None and len(edges):
        counts = np.zeros((size, size))
        np.add.at(counts, (source[edges[:, 0]], target[edges[:, 1]]), 1.0)
        joint = (counts + PRIOR_WEIGHT * joint) / (len(edges) + PRIOR_WEIGHT)
    odds: Floats = np.log(joint) - np.log(np.outer(p, q))
    return np.clip(odds, -CLIP, CLIP)


def _joint(classes: tuple[Ints, ...], sizes: Sequence[int]) -> Ints:
    joint = np.zeros(len(classes[0]), dtype=np.int64)
    for kind, size in zip(classes, sizes, strict=True):
        joint = joint * size + kind
    return joint


def _sum(tables: Sequence[Floats]) -> Floats:
    total = np.zeros((1, 1))
    for table in tables:
        size, added = len(total), len(table)
        grown = total[:, None, :, None] + table[None, :, None, :]
        total = grown.reshape(size * added, size * added)
    return total
