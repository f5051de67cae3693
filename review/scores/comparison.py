"""Two translations of one source compared: is the difference more than chance?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sacrebleu.metrics.base import Metric

from review.scores.corpus import SEED, Statistics, choices, comparable, resampled, scored, statistics
from review.scores.metrics import METRICS, metric
from review.types import Score


@dataclass(frozen=True, slots=True)
class Comparison:
    """A metric's scores of a baseline and of a hypothesis on the same references.

    `p_value` is how often chance alone would part them as far, by paired bootstrap resampling; both scores have the
    95 % interval of the same resamples, and `signature` says how many and from which seed.
    """

    baseline: Score
    hypothesis: Score
    p_value: float
    signature: str

    @property
    def name(self) -> str:
        return self.hypothesis.name

    @property
    def difference(self) -> float:
        """Hypothesis less baseline, in the metric's unit."""
        return self.hypothesis.value - self.baseline.value


def compare(
    baseline: Sequence[str],
    hypothesis: Sequence[str],
    reference: Sequence[str],
    *,
    target_lang: str = "en",
    metrics: Sequence[str] = tuple(METRICS),
    n_bootstrap: int = 1000,
    seed: int = SEED,
) -> tuple[Comparison, ...]:
    """The paired bootstrap test of sacrebleu (`--paired-bs`), metric by metric, with the same p values.

    It parts from sacrebleu where the two translations do not differ in any segment's counts: that is p = 1, where
    sacrebleu says 0.001. Raises UnscorableTexts as `score` does, and for a baseline of another length.
    """
    comparable(baseline, reference, "baseline")
    comparable(hypothesis, reference)
    return tuple(_compared(name, target_lang, (baseline, hypothesis), reference, n_bootstrap, seed) for name in metrics)


def _compared(
    name: str,
    target_lang: str,
    systems: tuple[Sequence[str], Sequence[str]],
    reference: Sequence[str],
    n_bootstrap: int,
    seed: int,
) -> Comparison:
    measure = metric(name, target_lang, (*systems[0], *systems[1], *reference))
    scores = tuple(scored(name, measure, system, reference, n_bootstrap, seed) for system in systems)
    rows = tuple(statistics(measure, system, reference) for system in systems)
    difference = abs(scores[0].value - scores[1].value)
    return Comparison(
        baseline=scores[0],
        hypothesis=scores[1],
        p_value=_p_value(measure, rows[0], rows[1], difference, n_bootstrap, seed),
        signature=scores[1].signature,
    )


def _p_value(
    measure: Metric, baseline: Statistics, hypothesis: Statistics, difference: float, n_bootstrap: int, seed: int
) -> float:
    """The share of resamples whose difference, freed of its mean, is larger than the one seen; one is added to each.

    The test of Koehn 2004 in the form that sacrebleu gives it.
    """
    if np.array_equal(baseline, hypothesis):
        return 1.0
    theirs, mine = (resampled(measure, rows, choices(len(rows), n_bootstrap, seed)) for rows in (baseline, hypothesis))
    apart = np.abs(mine - theirs)
    larger = int(np.sum(apart - apart.mean() > difference))
    return (larger + 1) / (n_bootstrap + 1)
