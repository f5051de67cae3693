"""The scores of beads, row by row of the programme: type prior, length, evidence in both directions, cues."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from review.align.cues import Breaks, Cues
from review.align.evidence import Direction
from review.align.model import Model
from review.align.programme import NEVER, Band, shifted
from review.align.tokens import Floats, Ints


@dataclass(frozen=True, slots=True)
class BeadScores:
    """Scores of all beads within a band.

    `backward[b − 1]` holds, for each row and cell, the LLR of the row's last source segment given the b target
    segments that end at the cell; sums of its rows are the source-side evidence of a bead.
    """

    model: Model
    band: Band
    forward: Direction
    backward: tuple[Floats, ...]
    cues: Cues
    breaks: Breaks
    source_reach: Floats
    target_reach: Floats

    @classmethod
    def of(
        cls, model: Model, band: Band, forward: Direction, backward: Direction, cues: Cues, breaks: Breaks
    ) -> BeadScores:
        return cls(
            model,
            band,
            forward,
            _backward_rows(model, band, backward),
            cues,
            breaks,
            np.concatenate(([0.0], np.cumsum(forward.given.lengths))),
            np.concatenate(([0.0], np.cumsum(forward.told.lengths))),
        )

    def row(self, i: int) -> Iterator[tuple[int, int, Floats]]:
        """(source segments, target segments, score of the bead that ends in each cell of row i)."""
        low, width, most = int(self.band.low[i]), self.band.width, self.model.largest
        ahead = self._forward_sums(i, low, width)
        behind = self._backward_sums(i)
        cells = np.arange(low, low + width)
        cue = self.model.cue * self.cues.between(i, low, width)
        for a, b, prior in self.model.types():
            if a > i:
                continue
            told = ahead[a - 1][most:] - ahead[a - 1][most - b : len(ahead[a - 1]) - b]
            evidence = self.model.lexical * (told + behind[b - 1][a - 1])
            yield a, b, prior + evidence + self._length(i, a, b, cells) + cue + self.breaks.inside(i, a, cells, b)

    def _forward_sums(self, i: int, low: int, width: int) -> list[Floats]:
        """For each run of source segments ending at i, sums of LLR over the target, from `largest` cells before."""
        most = self.model.largest
        first, high = max(0, low - most), low + width - 1
        scratch = self.forward.scratch()
        sums = self.forward.prefixes(max(0, i - most), i - 1, first, high, scratch)
        missing = first - (low - most)
        return [np.concatenate((np.zeros(missing), each)) for each in sums]

    def _backward_sums(self, i: int) -> list[list[Floats]]:
        """[b − 1][a − 1]: evidence for a source segments up to row i given b target segments."""
        low = self.band.low
        found = []
        for rows in self.backward:
            sums: list[Floats] = []
            total = np.zeros(self.band.width)
            for a in range(min(i, self.model.largest)):
                total = total + shifted(rows[i - a], int(low[i] - low[i - a]), NEVER)
                sums.append(total)
            found.append(sums)
        return found

    def _length(self, i: int, a: int, b: int, cells: Ints) -> Floats:
        """−w (lt − c ls)² / (s² (c ls + lt)) with c the target characters of this document for each source one."""
        ratio = self.target_reach[-1] / max(1.0, self.source_reach[-1])
        expected = ratio * (self.source_reach[i] - self.source_reach[i - a])
        told = self.target_reach[cells] - self.target_reach[np.maximum(0, cells - b)]
        scale = self.model.variance * np.maximum(1.0, expected + told)
        length: Floats = -self.model.length * (told - expected) ** 2 / scale
        return length


def _backward_rows(model: Model, band: Band, backward: Direction) -> tuple[Floats, ...]:
    """For b target segments: rows × cells of the LLR of each row's last source segment; NEVER outside the text."""
    rows = tuple(np.full((len(band.low), band.width), NEVER, dtype=np.float32) for _ in range(model.largest))
    scratch = backward.scratch()
    for j in range(1, backward.given.segments + 1):
        first = max(1, int(np.searchsorted(band.low, j - band.width, side="right")))
        last = int(np.searchsorted(band.low, j, side="right"))
        if first >= last:
            continue
        numbers = np.arange(first, last)
        sums = backward.prefixes(max(0, j - model.largest), j - 1, first - 1, last - 1, scratch)
        for b, summed in enumerate(sums):
            rows[b][numbers, j - band.low[first:last]] = np.diff(summed)
    return rows  # type: ignore[return-value]
