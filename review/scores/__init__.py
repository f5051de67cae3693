"""Scores of translations, automatic ones through sacrebleu and reviewers' own, each with its signature."""

from __future__ import annotations

from review.scores.agreement import Agreement, agreement, all_agreements, rater_scores
from review.scores.comparison import Comparison, compare
from review.scores.corpus import score
from review.scores.esa import esa
from review.scores.hter import SegmentEdits, hter, segment_edits, untouched
from review.scores.metrics import METRICS, PRINTED
from review.scores.points import by_category, mqm_points
from review.scores.reviews import review_scores, texts_of

__all__ = [
    "METRICS",
    "PRINTED",
    "Agreement",
    "Comparison",
    "SegmentEdits",
    "agreement",
    "all_agreements",
    "by_category",
    "compare",
    "esa",
    "hter",
    "mqm_points",
    "rater_scores",
    "review_scores",
    "score",
    "segment_edits",
    "texts_of",
    "untouched",
]
