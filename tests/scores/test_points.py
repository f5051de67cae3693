"""The MQM score by length and by segment, against figures worked out by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from review.judged.rated import Rated, rated
from review.judgements import ErrorSpan, Review, SegmentScore
from review.scores import by_category, mqm_points
from review.scores.resampling import FEW
from review.types import Span
from tests.reviewed import Acts, article_of, reviewed

MAJOR = ErrorSpan(Span(0, 3), "One", "accuracy/mistranslation", "major")
MINOR = ErrorSpan(Span(0, 3), "One", "fluency/grammar", "minor")
SIDES = (("一", "One two three four."), ("二", "One six."), ("三", "One."), ("四", ""))


def rated_by(*acts: tuple[int, str, ErrorSpan | SegmentScore]) -> tuple[Review, tuple[Rated, ...]]:
    given: Acts = acts
    review = reviewed(article_of(SIDES), given)
    return review, rated(review, ())


def test_a_score_is_of_what_was_rated_and_of_the_mean_over_raters() -> None:
    review, ratings = rated_by((1, "ana", MAJOR), (1, "bo", MINOR), (2, "ana", SegmentScore(90)))
    by_length, by_segment = mqm_points([review], ratings)
    # (5 + 1) / 2 points in the 4 words of one pair, 0 in the 2 of the other; the other pairs are not rated.
    assert (by_length.value, by_length.unit, by_length.segments) == (1000 * 3 / 6, "points in 1,000 words", 2)
    assert (by_segment.value, by_segment.unit, by_segment.higher_is_better) == (1.5, "points a segment", False)
    assert "raters:2|rated:2 of 4|" in by_length.signature
    assert "per:1000 target words|words:6|" in by_length.signature


def test_the_parts_of_categories_add_up() -> None:
    nothing = replace(MAJOR, category="non-translation!")
    review, ratings = rated_by((1, "ana", MAJOR), (1, "bo", MINOR), (2, "ana", nothing), (2, "ana", MINOR))
    parts = by_category([review], ratings)
    assert parts == pytest.approx(
        {"accuracy/mistranslation": 2500 / 6, "fluency/grammar": 500 / 6, "non-translation!": 25000 / 6}
    )
    assert sum(parts.values()) == pytest.approx(mqm_points([review], ratings)[0].value)


def test_what_nobody_rated_has_no_score() -> None:
    review, ratings = rated_by()
    assert mqm_points([review], ratings) == ()
    assert by_category([review], ratings) == {}


def test_an_omission_alone_has_no_length() -> None:
    omission = ErrorSpan(Span(0, 1), "四", "accuracy/omission", "major", "source")
    review, ratings = rated_by((4, "ana", omission))
    assert [(score.name, score.value) for score in mqm_points([review], ratings)] == [("mqm-segment", 5.0)]


def test_words_and_characters_are_never_mixed() -> None:
    english = reviewed(article_of([("一", "One.")], article_id="e"), [(1, "ana", MAJOR)])
    mark = replace(MAJOR, span=Span(0, 1), text="一")
    chinese = reviewed(article_of([("One.", "一。")], langs=("en", "zh"), article_id="c"), [(1, "ana", mark)])
    ratings = {review.article.id: rated(review, ()) for review in (english, chinese)}
    assert [score.name for score in mqm_points([english, chinese], (*ratings["e"], *ratings["c"]))] == ["mqm-segment"]
    assert mqm_points([chinese], ratings["c"])[0].unit == "points in 1,000 characters"


@pytest.mark.parametrize(("pairs", "told"), [(FEW - 1, False), (FEW, True)])
def test_few_segments_have_no_interval(pairs: int, told: bool) -> None:
    sides = [("一", "One two.")] * pairs
    review = reviewed(
        article_of(sides), [(number, "ana", MAJOR if number % 2 else MINOR) for number in range(1, pairs + 1)]
    )
    (score, _) = mqm_points([review], rated(review, ()))
    assert (score.low is not None, "bs:1000|seed:12345" in score.signature) == (told, told)
    if score.low is not None and score.high is not None:
        assert 500 <= score.low < score.value < score.high <= 2500
