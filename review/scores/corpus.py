"""A translation against a reference: corpus scores, with intervals by seeded resampling of segments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sacrebleu.metrics.base import Metric

from review.errors import UnscorableTexts
from review.scores.metrics import METRICS, metric
from review.types import Score

SEED = 12345
"""sacrebleu's own default."""
TAIL = 40
"""One part in so many of the resamples lies beyond each bound of a 95 % interval."""
LOWER_IS_BETTER = {"ter": "edits per 100 words", "hter": "edits per 100 words"}

ROUNDING = 1e-9

Statistics = NDArray[np.float32]
"""Segments × a metric's counts: all that its score of any choice of segments follows from."""


def score(
    hypothesis: Sequence[str],
    reference: Sequence[str],
    *,
    target_lang: str = "en",
    metrics: Sequence[str] = tuple(METRICS),
    n_bootstrap: int = 0,
    seed: int = SEED,
) -> tuple[Score, ...]:
    """The corpus scores of `hypothesis`, equal to what the sacrebleu command prints, in the order of `metrics`.

    With n_bootstrap > 1 each has a 95 % interval, the percentiles of that many resamples. An empty hypothesis counts
    as all missing; a segment that is empty on both sides adds nothing. Characters are compared as they are: composed
    and decomposed accents, or straight and curly quotes, differ. Raises UnscorableTexts for sides of unequal length,
    empty sets, sets without any text, None for a text, and unknown metrics; UnknownLanguage.
    """
    comparable(hypothesis, reference)
    measures = {name: metric(name, target_lang, (*hypothesis, *reference)) for name in metrics}
    return tuple(scored(name, measures[name], hypothesis, reference, n_bootstrap, seed) for name in metrics)


def scored(
    name: str, measure: Metric, hypothesis: Sequence[str], reference: Sequence[str], n_bootstrap: int, seed: int
) -> Score:
    """One metric's score of texts that are known to be comparable."""
    rows = statistics(measure, hypothesis, reference)
    low, high = interval(measure, rows, n_bootstrap, seed) if n_bootstrap > 1 else (None, None)
    if n_bootstrap > 1:
        measure.n_bootstrap, measure.seed = n_bootstrap, str(seed)
    return Score(
        name=name,
        value=value(measure, rows),
        signature=str(measure.get_signature()),
        unit=LOWER_IS_BETTER.get(name, "0-100"),
        segments=len(hypothesis),
        low=low,
        high=high,
        higher_is_better=name not in LOWER_IS_BETTER,
    )


def comparable(hypothesis: Sequence[str], reference: Sequence[str], called: str = "hypothesis") -> None:
    """Raises UnscorableTexts, with both counts, unless the sides can be compared segment by segment.

    `called` is what the first side is in the caller's words.
    """
    for side, texts in ((called, hypothesis), ("reference", reference)):
        if isinstance(texts, str):
            raise UnscorableTexts(f"the {side} is one string of {len(texts)} characters; expected a sequence of texts")
    counts = f"{len(hypothesis)} {called} segments and {len(reference)} reference segments"
    if len(hypothesis) != len(reference):
        raise UnscorableTexts(f"{counts}; expected as many of the one as of the other")
    if not len(hypothesis):
        raise UnscorableTexts(f"{counts}; expected at least one of each")
    for number, texts in enumerate(zip(hypothesis, reference, strict=True), start=1):
        if not all(isinstance(text, str) for text in texts):
            raise UnscorableTexts(f"{counts}; segment {number} is {texts!r}, expected two texts")
    if not any(text.strip() for text in (*hypothesis, *reference)):
        raise UnscorableTexts(f"{counts}, all of them blank; expected some text")


def statistics(measure: Metric, hypothesis: Sequence[str], reference: Sequence[str]) -> Statistics:
    """The metric's counts for each segment."""
    rows: list[list[Any]] = measure._extract_corpus_statistics(list(hypothesis), [list(reference)])
    return np.array(rows, dtype=np.float32)


def value(measure: Metric, rows: Statistics) -> float:
    """The metric's score of the segments with these counts, summed exactly; 100 where rounding would give more."""
    exact = float(measure._compute_score_from_stats(rows.sum(0, dtype=np.float64).tolist()).score)
    return 100.0 if 100 < exact < 100 + ROUNDING else exact


def interval(measure: Metric, rows: Statistics, n_bootstrap: int, seed: int) -> tuple[float, float]:
    """The bounds that leave one part in forty of the resampled scores out on either side."""
    drawn = np.sort(resampled(measure, rows, choices(len(rows), n_bootstrap, seed)))
    tail = n_bootstrap // TAIL
    return float(drawn[tail]), float(drawn[-tail - 1])


def choices(segments: int, samples: int, seed: int) -> Iterator[NDArray[np.int64]]:
    """Draws of segments with replacement: sacrebleu's own, one at a time so that memory holds only one."""
    chance = np.random.default_rng(seed)
    return (chance.choice(segments, size=segments, replace=True) for _ in range(samples))


def resampled(measure: Metric, rows: Statistics, draws: Iterator[NDArray[np.int64]]) -> NDArray[np.float64]:
    """The metric's score of each draw."""
    return np.array([measure._compute_score_from_stats(rows[draw].sum(0)).score for draw in draws])
