"""Aligning two sides, as a task that any process may do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress, repeat

from review.align.both import Both
from review.align.encoder import Encoded
from review.align.links import Links
from review.align.programme import Chain, rows_of
from review.align.sides import Side
from review.align.words import word_links
from review.types import Bead


@dataclass(frozen=True, slots=True)
class Task:
    """Two sides, what is known of their words, the beads between them that are fixed, and how an encoder sees them.

    `words` says whether the beads shall tell the words that speak for them.
    """

    source: Side
    target: Side
    links: Links
    fixed: Chain = ()
    encoded: Encoded | None = None
    words: bool = True


@dataclass(frozen=True, slots=True)
class Aligned:
    """The chain of two sides, and a bead for each of its rows."""

    chain: Chain
    beads: tuple[Bead, ...]

    def part(self, first: int, last: int) -> Aligned:
        return Aligned(self.chain[first:last], self.beads[first:last])

    def only(self, kept: Sequence[bool]) -> Aligned:
        return Aligned(tuple(compress(self.chain, kept)), tuple(compress(self.beads, kept)))

    def __add__(self, other: Aligned) -> Aligned:
        return Aligned(self.chain + other.chain, self.beads + other.beads)


def aligned(task: Task) -> Aligned:
    """The best chain of a task. One with an empty side has none: its segments stand alone."""
    if not len(task.source) or not len(task.target):
        return Aligned((), ())
    both, chain = Both.of(task.source, task.target, task.links, task.fixed, task.encoded).aligned()
    rows = rows_of(chain)
    sides = task.source.segments, task.target.segments
    words = word_links(sides, both.forward, both.backward, rows) if task.words else repeat(())
    beads = (
        Bead(task.source.run(h, i), task.target.run(k, j), score, words=spoken)
        for (h, i, k, j), score, spoken in zip(chain, both.evidence(rows).tolist(), words, strict=False)
    )
    return Aligned(chain, tuple(beads))
