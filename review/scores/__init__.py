"""Scores of translations through sacrebleu, each with its signature; nothing is normalised but by the metric itself."""

from __future__ import annotations

from review.scores.comparison import Comparison, compare
from review.scores.corpus import score
from review.scores.hter import SegmentEdits, hter, segment_edits, untouched
from review.scores.metrics import METRICS, PRINTED
from review.scores.reviews import review_scores, texts_of

__all__ = [
    "METRICS",
    "PRINTED",
    "Comparison",
    "SegmentEdits",
    "compare",
    "hter",
    "review_scores",
    "score",
    "segment_edits",
    "texts_of",
    "untouched",
]
