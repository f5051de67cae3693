"""How far raters agree, against figures worked out by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from review.judged.rated import Rated
from review.judgements import ErrorSpan
from review.scores.agreement import Agreement, agreement, all_agreements, rater_scores
from review.scores.resampling import FEW
from review.types import Span

MAJOR = ErrorSpan(Span(0, 10), "Sentence 0", "accuracy/mistranslation", "major")
MINOR = ErrorSpan(Span(5, 10), "nce 0", "fluency/grammar", "minor")
PLACE = ErrorSpan(Span(5, 5), "", "accuracy/omission", "minor")
NEUTRAL = replace(MINOR, severity="neutral")


def of(*segments: dict[str, tuple[ErrorSpan, ...]], scores: tuple[dict[str, int], ...] = ()) -> list[Rated]:
    given = (*scores, *({} for _ in segments))
    return [Rated(f"p{n}", "MT", errors, given[n]) for n, errors in enumerate(segments)]


BOTH = of(
    {"ana": (MAJOR,), "bo": (MINOR,)},
    {"ana": (), "bo": (MINOR,)},
    {"ana": (), "bo": ()},
    {"ana": (PLACE,), "bo": (PLACE,)},
    {"ana": (MAJOR,)},
)


def test_two_raters_agree_as_counted_by_hand() -> None:
    # error: values 1 1 | 0 1 | 0 0 | 1 1, α = 1 − (8−1)·2/(2·5·3) by Krippendorff's coincidences = 1 − 7·1/15
    found = agreement(BOTH)
    assert found is not None
    assert (found.raters, found.segments, found.error.right, found.error.total) == (("ana", "bo"), 4, 3, 4)
    assert found.alpha_error == pytest.approx(1 - 7 * 1 / 15)
    # MQM: 5 1 | 0 1 | 0 0 | 1 1: observed (16 + 1)·2/8, expected over all 28 pairs of the 8 values
    values = [5, 1, 0, 1, 0, 0, 1, 1]
    expected = sum((a - b) ** 2 for a in values for b in values) / (8 * 7)
    assert found.alpha_mqm == pytest.approx(1 - (17 * 2 / 8) / expected)
    # characters: 10 and 5 with 5 in common, 0 and 5, none, and the same place
    assert found.f1 == pytest.approx(2 * (5 + 1) / (11 + 11))
    assert found.alpha_esa is None


def test_neutral_marks_are_no_error_and_the_same_words_agree_wholly() -> None:
    found = agreement(of({"ana": (NEUTRAL,), "bo": ()}, {"ana": (MAJOR,), "bo": (MAJOR,)}))
    assert found is not None
    assert (found.error.right, found.alpha_error, found.alpha_mqm) == (2, 1.0, 1.0)


@pytest.mark.parametrize(
    "ratings",
    [of(), of({"ana": ()}), of({"ana": (MAJOR,)}, {"bo": (MAJOR,)})],
)
def test_there_is_none_where_no_two_rated_the_same(ratings: list[Rated]) -> None:
    assert agreement(ratings) is None
    assert all_agreements(ratings) == ()


def test_what_is_the_same_throughout_has_no_alpha() -> None:
    found = agreement(of({"ana": (), "bo": ()}, {"ana": (), "bo": ()}))
    assert found is not None
    assert (found.alpha_error, found.alpha_mqm, found.f1, found.error.share) == (None, None, None, 1.0)


def test_three_raters_are_told_pair_by_pair() -> None:
    ratings = of({"ana": (MAJOR,), "bo": (MAJOR,), "cy": ()}, {"bo": (), "cy": (MINOR,)})
    found: list[Agreement] = list(all_agreements(ratings))
    assert [(each.raters, each.segments) for each in found] == [
        (("ana", "bo"), 1),
        (("ana", "cy"), 1),
        (("bo", "cy"), 2),
        (("ana", "bo", "cy"), 2),
    ]


def test_direct_assessments_agree_too() -> None:
    ratings = of({"ana": (), "bo": ()}, {"ana": (), "bo": ()}, scores=({"ana": 90, "bo": 80}, {"ana": 10, "bo": 20}))
    found = agreement(ratings)
    assert found is not None
    assert found.alpha_esa == pytest.approx(1 - 100 / (sum((a - b) ** 2 for a in V for b in V) / 12))


V = (90, 80, 10, 20)


def test_the_score_of_a_system_is_the_mean_over_segments_of_the_mean_over_raters() -> None:
    found = rater_scores(BOTH)
    told = [(each.system, each.rater, each.score.value, each.score.segments) for each in found]
    assert told == [("MT", "ana", 11 / 5, 5), ("MT", "bo", 3 / 4, 4), ("MT", "", (3 + 0.5 + 0 + 1 + 5) / 5, 5)]
    assert all(each.score.low is None and "seed:" not in each.score.signature for each in found)
    many = rater_scores([each for _ in range(2) for each in BOTH])
    assert all((each.score.low is not None) == (each.score.segments >= FEW) for each in many)
    assert [each.rater for each in rater_scores(of({"ana": (MAJOR,)}))] == ["ana"]
