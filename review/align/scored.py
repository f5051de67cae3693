"""The scores of beads, block by block of the programme: type prior, length, evidence in both directions, cues."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from review.align.cues import Breaks, Cues
from review.align.evidence import Direction, Floats32
from review.align.model import Model
from review.align.programme import Band
from review.align.tokens import Floats, Ints


@dataclass(frozen=True, slots=True)
class BeadScores:
    """Scores of all beads within a band; `types` and `priors` are those of the model."""

    model: Model
    types: Ints
    priors: Floats32
    forward: Direction
    backward: Direction
    cues: Cues
    breaks: Breaks
    source_reach: Floats
    target_reach: Floats

    @classmethod
    def of(cls, model: Model, forward: Direction, backward: Direction, cues: Cues, breaks: Breaks) -> BeadScores:
        types = model.types()
        return cls(
            model,
            np.array([row[:2] for row in types], dtype=np.int64),
            np.array([row[2] for row in types], dtype=np.float32),
            forward,
            backward,
            cues,
            breaks,
            np.concatenate(([0.0], np.cumsum(forward.given.lengths))),
            np.concatenate(([0.0], np.cumsum(forward.told.lengths))),
        )

    def block(self, band: Band, first: int, last: int) -> Floats32:
        """Types × rows × cells from each row's lowest on, in nats."""
        rows, low = np.arange(first, last), band.low[first:last]
        width = int((band.high[first:last] - low).max())
        columns = np.minimum(low[:, None] + np.arange(width), len(self.target_reach) - 1)
        scores = self.model.lexical * self._evidence(rows, columns)
        scores += self.priors[:, None, None]
        scores += self._length(rows, columns)
        scores += self.model.cue * self.cues.between(rows, columns)
        scores += self.breaks.inside(rows, columns, self.types)
        return scores

    def _evidence(self, rows: Ints, columns: Ints) -> Floats32:
        """LLR in both directions: types × rows × cells."""
        most = self.model.largest
        top, left = max(0, int(rows[0]) - most), max(0, int(columns[0, 0]) - most)
        bottom, right = int(rows[-1]), int(columns[-1, -1])
        a, b = (side[:, None, None] for side in self.types.T)
        ahead = self.forward.prefixes(int(rows[0]) - 1, bottom, left, right, most)
        behind = self.backward.prefixes(left, right, top, bottom, most) if right > left else np.zeros((most, 1, 1))
        i, j = rows[:, None] - top, columns - left
        there = ((a - 1) * len(rows) + (rows - rows[0])[:, None]) * ahead.shape[2] + j
        back = ((b - 1) * behind.shape[1] + np.maximum(0, j - 1)) * behind.shape[2] + i
        told: Floats32 = ahead.take(there) - ahead.take(there - np.minimum(b, j))
        told += behind.take(back)
        told -= behind.take(back - np.minimum(a, i))
        return told

    def _length(self, rows: Ints, columns: Ints) -> Floats32:
        """−w (lt − c ls)² / (s² (c ls + lt)) with c the target characters of this document for each source one."""
        a, b = (side[:, None, None] for side in self.types.T)
        ratio = self.target_reach[-1] / max(1.0, self.source_reach[-1])
        reached = self.source_reach[rows[:, None]] - self.source_reach[np.maximum(0, rows[:, None] - a)]
        here = (ratio * reached).astype(np.float32)
        told = (self.target_reach[columns] - self.target_reach[np.maximum(0, columns - b)]).astype(np.float32)
        length: Floats32 = told - here
        length *= length
        length *= -self.model.length / self.model.variance / np.maximum(1, here + told)
        return length
