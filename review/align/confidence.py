"""How sure an alignment is: for each bead the probability that it is right, and for a document what follows from these.

A bead's certainty is a logistic function of its evidence, its size, the beads around it and the whole document, fitted
on documents with gold beads and on texts that do not belong together. Where neither a word list nor names and numbers
link two languages, right beads have as little evidence as wrong ones, and the certainty is too low; of documents with
fewer than some twenty beads it says little.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from review.align.tokens import Floats
from review.types import Bead

EVIDENT = 0.2  # nats per token: from about there on, more evidence makes a bead hardly surer
AROUND = 4  # beads on either side that count as those around
LOW = 0.5  # confidence below which a document is likelier wrong than right in most segments
FEATURES = ("constant", "evidence", "size", "alone around", "evidence around", "evidence", "alone", "one to one")
"""What a certainty follows from: of the bead, of those around it, and, the last three, of the whole document."""

LINKED = (-2.68, 0.23, -1.38, -3.51, 0.70, 3.99, 0.37, 4.39)
"""Log-odds that each feature adds for a bead with two sides, from `python -m tests.gate.confidence`."""
ALONE = (-4.83, 0.0, 0.0, 3.59, 0.0, 2.76, -6.35, 5.92)
"""The same for a null bead."""


def with_certainty(beads: Sequence[Bead]) -> tuple[Bead, ...]:
    """The beads of a document, without its blank segments, each with the probability that it is right."""
    if not beads:
        return ()
    x = features(beads)
    certainties = 1 / (1 + np.exp(-np.where(_linked(beads), x @ np.array(LINKED), x @ np.array(ALONE))))
    return tuple(
        replace(bead, certainty=certainty) for bead, certainty in zip(beads, certainties.tolist(), strict=True)
    )


def confidence(beads: Sequence[Bead]) -> float | None:
    """The expected share of a document's segments that stand in right beads; None where no bead was weighed."""
    weighed = [(bead.certainty, _segments(bead)) for bead in beads if bead.certainty is not None]
    total = sum(size for _, size in weighed)
    return sum(certainty * size for certainty, size in weighed) / total if total else None


def weak(bead: Bead) -> bool:
    """Whether a bead is likelier wrong than right."""
    return bead.certainty is not None and bead.certainty < 0.5


def doubt(share: float | None) -> str:
    """What a reader has to know of a document whose confidence is low; "" of any other."""
    if share is None or share >= LOW:
        return ""
    return (
        f"Low alignment confidence: only {100 * share:.0f} % of the segments are expected to stand beside their "
        "translation. Is the one text a translation of the other?"
    )


def features(beads: Sequence[Bead]) -> Floats:
    """FEATURES of each bead: beads × 8. There has to be a bead."""
    segments = np.array([_segments(bead) for bead in beads], dtype=np.float64)
    paired = _linked(beads).astype(np.float64)
    evidence = np.tanh(np.array([bead.score for bead in beads]) / EVIDENT) * paired
    single = paired * (segments == 2)
    size = np.log(np.maximum(1.0, segments - 1)) * paired
    every = np.ones(len(beads))
    return np.stack(
        [
            every,
            evidence,
            size,
            _around(1 - paired, segments),
            _around(evidence, paired),
            every * _mean(evidence, paired),
            every * _mean(1 - paired, segments),
            every * _mean(single, every),
        ],
        axis=1,
    )


def _linked(beads: Sequence[Bead]) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    return np.array([bool(bead.source and bead.target) for bead in beads], dtype=np.bool_)


def _segments(bead: Bead) -> int:
    return len(bead.source) + len(bead.target)


def _mean(values: Floats, weights: Floats) -> float:
    return float(values @ weights / max(1.0, weights.sum()))


def _around(values: Floats, weights: Floats) -> Floats:
    """The weighted mean of each value and the AROUND on either side."""
    window = np.ones(2 * AROUND + 1)
    sums, totals = (np.convolve(each, window)[AROUND : len(each) + AROUND] for each in (values * weights, weights))
    mean: Floats = sums / np.maximum(1e-9, totals)
    return mean
