"""Who has rated which text of a pair, and with what."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from review.history import review_of
from review.judged.events import Blinding, Event
from review.judged.rated import rated
from review.judgements import Correction, ErrorSpan, Judgement, Review, SegmentScore, StatusChange, Value
from review.types import Span
from tests.reviewed import AT, article_of

SIDES = tuple((f"第{n}句。", f"Sentence {n} is is here.") for n in range(4))
MAJOR = ErrorSpan(Span(0, 10), "Sentence 0", "accuracy/mistranslation", "major")
MINOR = ErrorSpan(Span(5, 10), "nce 0", "fluency/grammar", "minor")
OMISSION = ErrorSpan(Span(0, 1), "第", "accuracy/omission", "minor", "source")
APPROVED = StatusChange("approved")

Said = tuple[int, str, Value, int]


def said(*acts: Said) -> tuple[Review, list[Judgement]]:
    """An article after acts: number of the pair from 1, reviewer, value, version."""
    judgements = [
        Judgement(f"j{n}", f"a1-{number}", version, by, AT + timedelta(minutes=n), value)
        for n, (number, by, value, version) in enumerate(acts)
    ]
    return review_of(article_of(SIDES), judgements), judgements


@pytest.mark.parametrize(
    ("acts", "raters"),
    [
        ([(1, "ana", MAJOR, 0)], {"ana": 1}),
        ([(1, "ana", MAJOR, 0), (1, "ana", replace(MAJOR, withdrawn=True), 0)], {}),
        ([(1, "ana", APPROVED, 0), (1, "bo", SegmentScore(70), 0)], {"bo": 0, "ana": 0}),
        ([(1, "ana", APPROVED, 0), (1, "ana", StatusChange("unreviewed"), 0)], {}),
        ([(1, "ana", StatusChange("question"), 0)], {}),
        ([(1, "ana", Correction("New.", errors=(MAJOR, MINOR)), 0), (1, "bo", APPROVED, 1)], {"ana": 2}),
        ([(1, "ana", Correction("New."), 0), (1, "ana", APPROVED, 1)], {}),
        ([(1, "ana", Correction("New.", guessed=(MINOR,)), 0)], {"ana": 0}),
        ([(1, "ana", Correction("New."), 0), (1, "bo", Correction("Newer.", guessed=(MINOR,)), 1)], {"bo": 0}),
        ([(1, "ana", Correction("New."), 0), (1, "bo", SegmentScore(9), 1)], {}),
        ([(1, "ana", Correction("New."), 0), (1, "bo", MAJOR, 0)], {"bo": 1}),
        ([(1, "ana", Correction("New."), 0), (1, "bo", OMISSION, 1)], {"bo": 1}),
    ],
)
def test_who_has_rated_the_machines_text(acts: list[Said], raters: dict[str, int]) -> None:
    first = rated(*said(*acts))[0]
    assert {name: len(errors) for name, errors in first.errors.items()} == raters


def test_what_is_approved_blind_is_not_the_others_text() -> None:
    review, judgements = said(
        (1, "ana", Correction("New."), 0), (1, "bo", APPROVED, 1), (1, "ana", APPROVED, 1), (2, "bo", APPROVED, 0)
    )
    on = Event("e1", "a1", "cy", AT - timedelta(1), Blinding(on=True))
    off = Event("e2", "a1", "cy", AT + timedelta(seconds=30), Blinding(on=False))
    new = [state.text for state in review]
    assert [set(each.errors) for each in rated(review, judgements, [on])[:2]] == [{"bo"}, {"bo"}]
    assert set(rated(review, judgements, [on], new)[0].errors) == {"ana"}
    assert set(rated(review, judgements, [on, off])[0].errors) == set()
    assert set(rated(review, judgements, [on, off], new)[0].errors) == {"ana", "bo"}


@pytest.mark.parametrize(
    ("acts", "raters"),
    [
        ([], {}),
        ([(1, "bo", APPROVED, 1)], {"bo": 0}),
        ([(1, "bo", replace(MINOR, span=Span(0, 3), text="New"), 1)], {"bo": 1}),
        ([(1, "bo", MAJOR, 0)], {}),
        ([(1, "bo", OMISSION, 1)], {"bo": 1}),
        ([(1, "bo", SegmentScore(9), 1), (1, "bo", SegmentScore(80), 0)], {"bo": 0}),
    ],
)
def test_who_has_rated_the_corrected_text(acts: list[Said], raters: dict[str, int]) -> None:
    review, judgements = said((1, "ana", Correction("New."), 0), *acts)
    first = rated(review, judgements, texts=[state.text for state in review])[0]
    assert {name: len(errors) for name, errors in first.errors.items()} == raters
