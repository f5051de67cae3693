"""The ESA score: whose scores of which text count, and how they are averaged."""

from __future__ import annotations

import pytest

from review.judgements import Correction, Review, SegmentScore
from review.scores import esa
from review.scores.resampling import FEW
from tests.reviewed import Acts, article_of, reviewed

SIDES = [("一", "One."), ("二", "Two."), ("三", "Three.")]


def scored(*acts: Acts) -> Review:
    return reviewed(article_of(SIDES), *acts)


@pytest.mark.parametrize(
    ("acts", "expected"),
    [
        ([], []),
        ([(1, "ana", SegmentScore(80))], [("esa", 80, 1)]),
        ([(1, "ana", SegmentScore(80)), (1, "ana", SegmentScore(None))], []),
        ([(1, "ana", SegmentScore(80)), (1, "bo", SegmentScore(60)), (2, "ana", SegmentScore(100))], [("esa", 85, 2)]),
        ([(1, "ana", SegmentScore(0)), (1, "ana", Correction("1."))], [("esa", 0, 1)]),
        (
            [(1, "ana", SegmentScore(40)), (1, "ana", Correction("1.")), (1, "ana", SegmentScore(90))],
            [("esa", 40, 1), ("esa-corrected", 90, 1)],
        ),
        (
            [(1, "ana", Correction("1.")), (1, "ana", SegmentScore(50)), (1, "ana", Correction("1!"))],
            [],
        ),
        (
            [
                (1, "ana", SegmentScore(40)),
                (1, "ana", Correction("1.")),
                (1, "bo", Correction("One.")),
                (1, "ana", SegmentScore(70)),
            ],
            [("esa", 70, 1)],
        ),
    ],
)
def test_the_scores_of_a_text_are_those_given_to_it(acts: Acts, expected: list[tuple[str, float, int]]) -> None:
    assert [(one.name, one.value, one.segments) for one in esa([scored(acts)])] == expected


def test_the_interval_holds_the_score_and_is_the_same_for_the_same_seed() -> None:
    acts: Acts = [(number, "ana", SegmentScore(5 * number)) for number in range(1, FEW + 1)]
    review = reviewed(article_of([("一", "One.")] * FEW), acts)
    (score,) = esa([review], n_bootstrap=200)
    assert score.low is not None
    assert score.high is not None
    assert 5 <= score.low <= score.value == 27.5 <= score.high <= 50
    assert score.signature == "text:machine|raters:1|mean:raters,segments|bs:200|seed:12345|version:1"
    assert esa([review], n_bootstrap=200) == (score,)


def test_few_segments_have_no_interval() -> None:
    (score,) = esa([scored([(1, "ana", SegmentScore(20))])], n_bootstrap=200)
    assert (score.value, score.low, score.high) == (20, None, None)
    assert "bs:" not in score.signature
