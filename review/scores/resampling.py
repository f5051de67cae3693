"""Intervals of what was counted in segments, by seeded resampling of the segments."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from review.scores.corpus import TAIL, choices

Rows = NDArray[np.float64]
FEW = 10
"""Segments under which no interval is given: resampling so few makes it far too narrow, and of one a point."""


def percentiles(rows: Rows, measure: Callable[[Rows], float], samples: int, seed: int) -> tuple[float, float]:
    """The 95 % interval of a measure of segments (rows): the percentiles of as many resamples of them, drawn with
    replacement (Efron 1979). It tells how the choice of segments moves the measure, not how raters differ.
    """
    drawn = np.sort([measure(rows[draw]) for draw in choices(len(rows), samples, seed)])
    tail = samples // TAIL
    return float(drawn[tail]), float(drawn[-tail - 1])
