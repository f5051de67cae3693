"""The scores of beads, block by block of the programme: type prior, length, evidence in both directions, cues.

Evidence is lexical, and where an encoder is given, of meaning too: nats both, which are added up.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import log

import numpy as np
from numpy.typing import NDArray

from review.align.cues import Breaks, Cues
from review.align.encoder import Encoded
from review.align.evidence import Direction, Floats32
from review.align.lending import evidence
from review.align.model import Model
from review.align.programme import Band, Chain
from review.align.quotations import Quotations
from review.align.tokens import Floats, Ints

FITTING = 10.0  # beads that the model's share of one-to-one beads is worth beside a document's own
MOST_SINGLE = 0.97  # share of one-to-one beads that is believed of any document


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
    quotations: Quotations
    encoded: Encoded | None
    source_reach: Floats
    target_reach: Floats

    @classmethod
    def of(
        cls,
        model: Model,
        forward: Direction,
        backward: Direction,
        cues: Cues,
        breaks: Breaks,
        quotations: Quotations,
        encoded: Encoded | None = None,
    ) -> BeadScores:
        types = model.types()
        return cls(
            model,
            np.array([row[:2] for row in types], dtype=np.int64),
            np.array([row[2] for row in types], dtype=np.float32),
            forward,
            backward,
            cues,
            breaks,
            quotations,
            encoded,
            np.concatenate(([0.0], np.cumsum(forward.given.lengths))),
            np.concatenate(([0.0], np.cumsum(forward.told.lengths))),
        )

    def fitted(self, chain: Chain) -> BeadScores:
        """With the share of one-to-one beads as in a chain, where that is above the model's."""
        single: NDArray[np.bool_] = (self.types == 1).all(axis=1)
        usual = float(np.exp(self.model.types()[int(single.argmax())][2]))
        sizes = [(i - h, j - k) for h, i, k, j in chain if h < i and k < j]
        share = (sizes.count((1, 1)) + FITTING * usual) / (len(sizes) + FITTING)
        if share <= usual:
            return self
        share = min(share, MOST_SINGLE)
        change = np.where(single, log(share / usual), log((1 - share) / (1 - usual))).astype(np.float32)
        return replace(self, priors=self.priors + change)

    def of_beads(self, rows: Ints) -> Floats:
        """The scores of single beads, given as rows of a chain, without what breaks inside them cost, in nats."""
        h, i, k, j = rows.T
        priors = dict(zip(map(tuple, self.types.tolist()), self.priors.tolist(), strict=True))
        least = min(priors.values())
        prior = np.array([priors.get(size, least) for size in zip((i - h).tolist(), (j - k).tolist(), strict=True)])
        there, back = rows[:, :2], rows[:, 2:]
        evidence = self.forward.of_runs(there, back) + self.backward.of_runs(back, there)
        here = self._ratio() * (self.source_reach[i] - self.source_reach[h])
        told = self.target_reach[j] - self.target_reach[k]
        length = self.model.length / self.model.variance * (told - here) ** 2 / np.maximum(1, here + told)
        cue = self.cues.table[self.cues.source[i - 1], self.cues.target[j - 1]]
        score: Floats = prior + self.model.lexical * evidence - length + self.model.cue * cue
        return score if self.encoded is None else score + self.encoded.of_beads(rows)

    def block(self, band: Band, first: int, last: int) -> Floats32:
        """Types × rows × cells from each row's lowest on, in nats."""
        rows, low = np.arange(first, last), band.low[first:last]
        width = int((band.high[first:last] - low).max())
        columns = np.minimum(low[:, None] + np.arange(width), len(self.target_reach) - 1)
        scores = self.model.lexical * evidence(self.forward, self.backward, rows, columns, self.types, self.model.lent)
        scores += self.priors[:, None, None]
        scores += self._length(rows, columns)
        scores += self.model.cue * self.cues.between(rows, columns)
        scores += self.breaks.inside(rows, columns, self.types)
        scores += self.quotations.apart(rows, columns, self.types)
        if self.encoded is not None:
            scores += self.encoded.block(self.types, rows, columns)
        return scores

    def _length(self, rows: Ints, columns: Ints) -> Floats32:
        """−w (lt − c ls)² / (s² (c ls + lt)) with c the target characters of this document for each source one."""
        a, b = (side[:, None, None] for side in self.types.T)
        reached = self.source_reach[rows[:, None]] - self.source_reach[np.maximum(0, rows[:, None] - a)]
        here = (self._ratio() * reached).astype(np.float32)
        told = (self.target_reach[columns] - self.target_reach[np.maximum(0, columns - b)]).astype(np.float32)
        length: Floats32 = told - here
        length *= length
        length *= -self.model.length / self.model.variance / np.maximum(1, here + told)
        return length

    def _ratio(self) -> float:
        """Target characters of this document for each source one."""
        return float(self.target_reach[-1] / max(1.0, self.source_reach[-1]))
