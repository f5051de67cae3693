"""What several raters say of the same texts: the MQM score that each gives a system, and how far they agree.

Ratings are of the machine's texts, as `review.judged.rated` tells them. A segment has an error where its penalty is
above 0. Krippendorff's alpha is that of the package of that name; the F1 of marked characters is
2 |A ∩ B| / (|A| + |B|) over the segments that both raters have rated, where a place without characters counts as one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import fmean
from typing import Literal

import numpy as np

from review.judged.precision import Tally
from review.judged.rated import Rated
from review.judgements import ErrorSpan
from review.mqm import mqm_score
from review.scores.corpus import SEED
from review.scores.resampling import FEW, percentiles
from review.types import Score

RESAMPLES = 1000
SIGNATURE = "text:machine|alpha:krippendorff|error:nominal|mqm:interval|esa:interval|f1:characters|version:1"


@dataclass(frozen=True, slots=True)
class RaterScore:
    """A rater's MQM score of a system, as penalty points a segment; of all raters together where `rater` is ""."""

    system: str
    rater: str
    score: Score


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far raters agree on the segments that at least two of them have rated; None where that is undefined.

    `error` counts the pairs of raters' words on a segment that say alike whether it has an error; the alphas are those
    of having an error, of the MQM penalty, and of the ESA score.
    """

    raters: tuple[str, ...]
    segments: int
    error: Tally
    alpha_error: float | None
    alpha_mqm: float | None
    alpha_esa: float | None
    f1: float | None


def rater_scores(ratings: Iterable[Rated], *, seed: int = SEED) -> tuple[RaterScore, ...]:
    """By system the MQM score that each rater gives it, and that of all: the mean over segments of the raters' mean."""
    rows: dict[tuple[str, str], list[float]] = {}
    for each in ratings:
        points = {rater: mqm_score(errors) for rater, errors in each.errors.items()}
        for rater, value in points.items():
            rows.setdefault((each.system, rater), []).append(value)
        if points:
            rows.setdefault((each.system, ""), []).append(fmean(points.values()))
    raters = {system: sum(1 for of, rater in rows if of == system and rater) for system, _ in rows}
    ranked = sorted(rows.items(), key=lambda row: (row[0][0], row[0][1] == "", row[0][1]))
    return tuple(
        RaterScore(system, rater, _mean(values, 1 if rater else raters[system], seed))
        for (system, rater), values in ranked
        if rater or raters[system] > 1
    )


def agreement(ratings: Sequence[Rated], raters: Sequence[str] = ()) -> Agreement | None:
    """How far raters agree, all of them unless some are named; None where no two have rated the same segment."""
    names = tuple(raters) or tuple(sorted({name for each in ratings for name in (*each.errors, *each.scores)}))
    shared = [each for each in ratings if sum(name in each.errors for name in names) > 1]
    if not shared:
        return None
    points = [{name: mqm_score(each.errors[name]) for name in names if name in each.errors} for each in shared]
    faulty = [{name: float(value > 0) for name, value in given.items()} for given in points]
    alike = [one == other for given in faulty for one, other in combinations(given.values(), 2)]
    return Agreement(
        names,
        len(shared),
        Tally(sum(alike), len(alike)),
        _alpha(names, faulty, "nominal"),
        _alpha(names, points, "interval"),
        _alpha(names, [each.scores for each in shared], "interval"),
        _f1(shared, names),
    )


def all_agreements(ratings: Sequence[Rated]) -> tuple[Agreement, ...]:
    """The same of each two raters who have rated a segment both, and last, of all where they are more than two."""
    names = sorted({name for each in ratings for name in each.errors})
    chosen = [*combinations(names, 2), *([tuple(names)] if len(names) > 2 else [])]
    found = (agreement(ratings, raters) for raters in chosen)
    return tuple(each for each in found if each is not None)


def _mean(values: Sequence[float], raters: int, seed: int) -> Score:
    low, high, drawn = None, None, ""
    if len(values) >= FEW:
        low, high = percentiles(np.array(values), lambda rows: float(rows.mean()), RESAMPLES, seed)
        drawn = f"|bs:{RESAMPLES}|seed:{seed}"
    signature = f"text:machine|raters:{raters}|mean:raters,segments{drawn}|version:1"
    unit = "points a segment"
    return Score("mqm", fmean(values), signature, unit, len(values), low, high, higher_is_better=False)


def _alpha(
    names: Sequence[str], values: Sequence[Mapping[str, float]], level: Literal["nominal", "interval"]
) -> float | None:
    """Krippendorff's alpha; None where no two raters gave a value, or all values are the same."""
    import krippendorff

    table = np.array([[float(each.get(name, np.nan)) for each in values] for name in names])
    both = table[:, (~np.isnan(table)).sum(axis=0) > 1]
    if len(np.unique(both[~np.isnan(both)])) < 2:
        return None
    return float(krippendorff.alpha(reliability_data=both, level_of_measurement=level))


def _f1(shared: Sequence[Rated], names: Sequence[str]) -> float | None:
    """The mean over each two raters; None where none of them marked anything."""
    found = (_f1_of(shared, *pair) for pair in combinations(names, 2))
    defined = [each for each in found if each is not None]
    return fmean(defined) if defined else None


def _f1_of(shared: Sequence[Rated], one: str, other: str) -> float | None:
    both = [each.errors for each in shared if one in each.errors and other in each.errors]
    ours, theirs = ([_characters(errors[name]) for errors in both] for name in (one, other))
    total = sum(map(len, ours)) + sum(map(len, theirs))
    same = sum(len(mine & his) for mine, his in zip(ours, theirs, strict=True))
    return 2 * same / total if total else None


def _characters(errors: Iterable[ErrorSpan]) -> frozenset[tuple[str, int, bool]]:
    """What is marked, character by character; a place without any as one."""
    return frozenset(
        (error.side, at, bool(len(error.span)))
        for error in errors
        for at in (range(error.span.start, error.span.end) or [error.span.start])
    )
