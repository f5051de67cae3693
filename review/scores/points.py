"""The MQM score of a translation as its raters marked it: penalty points by length, and by segment.

By length it is the overall normed penalty total of MQM 2.0: 1,000 × points / words evaluated, over all rated segments
together, with the weights of `review.mqm`. By segment it is the mean of the WMT campaigns. In both a segment's points
are the mean over its raters. Segments that nobody has rated count for neither; see `review.judged.rated`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from statistics import fmean

import numpy as np

from review.judged.rated import Rated
from review.judgements import Review
from review.languages import language
from review.mqm import counting, mqm_score, penalty
from review.scores.corpus import SEED
from review.scores.extent import size, unit_of
from review.scores.resampling import FEW, Rows, percentiles
from review.types import Pair, Score

RESAMPLES = 1000
PER = 1000


def mqm_points(reviews: Sequence[Review], ratings: Sequence[Rated], *, seed: int = SEED) -> tuple[Score, ...]:
    """Penalty points in 1,000 words, or characters, of the machine's text, and in a segment; none of what nobody rated.

    Articles in languages that are counted by different units have no score by length.
    """
    rows, pairs = _rows(reviews, ratings), sum(len(review.states) for review in reviews)
    if not len(rows):
        return ()
    raters = len({name for each in ratings for name in each.errors})
    units = {unit_of(language(review.article.translation.text.lang)) for review in reviews}
    told = f"text:machine|raters:{raters}|rated:{len(rows)} of {pairs}|weights:wmt,critical 25"
    by_segment = _score("mqm-segment", rows, "points a segment", f"{told}|mean:raters,segments", seed)
    if len(units) > 1 or not rows[:, 1].sum():
        return (by_segment,)
    (unit,) = units
    counted = f"{told}|mean:raters|per:{PER} target {unit}|{unit}:{int(rows[:, 1].sum())}"
    return _score("mqm", rows, f"points in {PER:,} {unit}", counted, seed), by_segment


def by_category(reviews: Sequence[Review], ratings: Sequence[Rated]) -> dict[str, float]:
    """The parts of the score by length that the categories of errors make; they add up to it. None where it is none."""
    score = next((each for each in mqm_points(reviews, ratings) if each.name == "mqm"), None)
    parts: defaultdict[str, float] = defaultdict(float)
    for each in ratings:
        for errors in each.errors.values():
            for error in counting(errors):
                parts[error.category] += penalty(error.category, error.severity) / len(each.errors)
    total = sum(parts.values())
    return {name: score.value * points / total for name, points in parts.items()} if score and total else {}


def _rows(reviews: Sequence[Review], ratings: Sequence[Rated]) -> Rows:
    """Of each rated segment its points, the mean over its raters, and its length."""
    lengths = {state.pair.id: _length(state.pair) for review in reviews for state in review}
    rated = (each for each in ratings if each.errors)
    return np.array([[fmean(map(mqm_score, each.errors.values())), lengths[each.pair]] for each in rated])


def _length(pair: Pair) -> int:
    return size(pair.target, language(pair.target_lang))


def _by_length(rows: Rows) -> float:
    points, length = rows.sum(axis=0)
    return float(PER * points / length) if length else 0.0


def _by_segment(rows: Rows) -> float:
    return float(rows[:, 0].mean())


MEASURES = {"mqm": _by_length, "mqm-segment": _by_segment}


def _score(name: str, rows: Rows, unit: str, signature: str, seed: int) -> Score:
    measure, low, high, drawn = MEASURES[name], None, None, ""
    if len(rows) >= FEW:
        low, high = percentiles(rows, measure, RESAMPLES, seed)
        drawn = f"|bs:{RESAMPLES}|seed:{seed}"
    return Score(
        name,
        measure(rows),
        f"{signature}{drawn}|version:1",
        unit,
        len(rows),
        low,
        high,
        higher_is_better=False,
    )
