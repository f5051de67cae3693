"""Error span annotation (ESA): the mean of the scores from 0 to 100 that reviewers gave to segments."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from statistics import fmean
from typing import Literal

import numpy as np

from review.judgements import PairState, Review
from review.scores.corpus import SEED
from review.scores.resampling import FEW, percentiles
from review.types import Score

Of = Literal["machine", "corrected"]
NAMES: dict[Of, str] = {"machine": "esa", "corrected": "esa-corrected"}


def esa(reviews: Sequence[Review], *, n_bootstrap: int = 0, seed: int = SEED) -> tuple[Score, ...]:
    """The ESA score of the machine translation, and that of the corrected text where it differs: those that were given.

    A segment's score is the mean over its raters, a text's the mean over its scored segments, as WMT 2024 has it. What
    was said of a text between the two counts for neither. With n_bootstrap > 1 the 95 % interval is that of resampled
    segments, from FEW of them on; it does not tell of how raters differ.
    """
    states = [state for review in reviews for state in review]
    texts: dict[Of, list[tuple[PairState, str]]] = {
        "machine": [(state, state.pair.target) for state in states],
        "corrected": [(state, state.text) for state in states if state.changed],
    }
    means = {of: _means(said) for of, said in texts.items()}
    return tuple(_score(of, *found, n_bootstrap, seed) for of, found in means.items() if found[0])


def _means(texts: Sequence[tuple[PairState, str]]) -> tuple[list[float], int]:
    """The mean of each scored segment, by the scores on those texts of the pairs, and how many raters gave them."""
    raters, means = set[str](), defaultdict[str, list[int]](list)
    for state, text in texts:
        for said, value in state.scores_on(text):
            raters.add(said.reviewer)
            means[state.pair.id].append(value)
    return [fmean(values) for values in means.values()], len(raters)


def _score(of: Of, means: Sequence[float], raters: int, n_bootstrap: int, seed: int) -> Score:
    low, high, drawn = None, None, ""
    if n_bootstrap > 1 and len(means) >= FEW:
        low, high = percentiles(np.array(means), lambda rows: float(rows.mean()), n_bootstrap, seed)
        drawn = f"|bs:{n_bootstrap}|seed:{seed}"
    signature = f"text:{of}|raters:{raters}|mean:raters,segments{drawn}|version:1"
    return Score(NAMES[of], fmean(means), signature, segments=len(means), low=low, high=high)
