"""The answer to what helps, as the browser is given it, and the question as it is read."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.checks.project import Glossary, Project, Term
from review.judgements import (
    Comment,
    Correction,
    Dismissal,
    ErrorSpan,
    Judgement,
    Review,
    SegmentScore,
    StatusChange,
    Value,
)
from review.memory.units import Memory, shelf_of
from review.types import Span
from review.ui.component.helping import Ask, Known, help_of, pieces, read_ask, threads
from tests.reviewed import AT, DOUBLED, HOSTILE, article_of, reviewed

SIDES = (("一号馆开门。", "The the hall opens."), ("二号馆开门。", "The the hall opens."), ("画。", "A picture."))
PROJECT = Project(Glossary((Term("馆", ("hall",), ("house",), note=HOSTILE[0]),)))


def answered(*acts: tuple[int, str, Value], ask: Ask) -> Any:
    review = reviewed(article_of(SIDES), acts)
    judgements = [Judgement(f"j{n}", f"a1-{number}", 0, by, AT, value) for n, (number, by, value) in enumerate(acts)]
    known = Known(review, judgements, Memory({"a1": shelf_of(review)}), PROJECT)
    return json.loads(json.dumps(help_of(ask, known)))


def test_all_that_helps_is_told() -> None:
    told = answered(
        (2, "bo", Correction("The hall opens <b>now</b>.")),
        (1, "ana", Correction("The hall opens.")),
        ask=Ask("a1-1", "a1-1", 7),
    )
    assert (told["pair"], told["stamp"]) == ("a1-1", 7)
    (term,) = told["terms"]
    assert (term["place"], term["rendered"], term["note"]) == ([2, 3], True, HOSTILE[0])
    (match,) = told["matches"]
    assert (match["text"], match["by"], match["number"]) == ("The hall opens <b>now</b>.", "bo", 2)
    assert match["source"] == [["removed", "一"], ["added", "二"], ["same", "号馆开门。"]]
    (version,) = told["versions"]
    assert version["pieces"] == [["same", "The "], ["removed", "the "], ["same", "hall opens."]]
    assert told["offers"] is None


def test_offers_say_where_and_against_which_text() -> None:
    told = answered((1, "ana", Correction("The hall opens.")), ask=Ask("a1-3", "a1-1", 1))
    assert told["offers"]["action"] == "j0"
    (offer,) = told["offers"]["offers"]
    assert (offer["pair"], offer["version"], offer["text"], offer["here"]) == ("a1-2", 0, "The hall opens.", True)
    assert answered(ask=Ask("a1-3", "gone", 1))["offers"] is None


def test_a_pair_that_is_no_more_has_no_answer() -> None:
    assert answered(ask=Ask("gone")) is None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Correction("x"), "corrected"),
        (Correction("x", action="j9"), "carried a correction over"),
        (StatusChange("approved"), "approved"),
        (StatusChange("unreviewed"), "opened again"),
        (Dismissal(DOUBLED.key), "dismissed “the the”"),
        (Dismissal(DOUBLED.pattern, restored=True, scope="everywhere"), "restored “the the”"),
        (ErrorSpan(Span(0, 1), "x", "fluency/grammar", "minor"), "marked minor fluency/grammar: “x”"),
        (ErrorSpan(Span(0, 0), "", "accuracy/omission", "major", withdrawn=True), "took back major accuracy/omission"),
        (SegmentScore(70), "scored 70"),
        (SegmentScore(None), "took the score back"),
        (Comment("x"), "commented"),
        (Comment(about="j9", turn="resolved"), "resolved a comment"),
        (Comment(about="j9", turn="withdrawn"), "withdrew a comment"),
    ],
)
def test_the_history_is_told_in_words(value: Value, expected: str) -> None:
    (version,) = answered((1, "ana", value), ask=Ask("a1-1"))["versions"]
    assert version["said"] == expected


def test_threads_are_told_with_who_resolved_them() -> None:
    acts = [(1, "bo", Comment(HOSTILE[0])), (1, "ana", Comment(about="j0", turn="resolved"))]
    review: Review = reviewed(article_of(SIDES), acts)
    (thread,) = threads(review.states[0])
    assert (thread["id"], thread["resolved"]) == ("j0", "ana")
    assert [each["text"] for each in thread["comments"]] == [HOSTILE[0]]


@given(st.text(max_size=30), st.text(max_size=30))
def test_pieces_hold_both_texts(before: str, after: str) -> None:
    found = pieces(before, after)
    assert "".join(text for kind, text in found if kind != "added") == before
    assert "".join(text for kind, text in found if kind != "removed") == after
    assert all(text for _, text in found)


@pytest.mark.parametrize(
    "sent",
    [
        None,
        "x",
        {},
        {"pair": "p"},
        {"pair": 7, "stamp": 1},
        {"pair": "p", "corrected": [], "stamp": 1},
        {"pair": "\ud800", "stamp": 1},
        {"pair": "p", "stamp": True},
    ],
)
def test_what_is_no_question_is_none(sent: object) -> None:
    assert read_ask(sent) is None


def test_a_question_is_read() -> None:
    asked = read_ask({"pair": "p", "corrected": "q", "stamp": 3})
    assert asked == Ask("p", "q", 3)
    assert read_ask({"pair": "p", "stamp": 3}) == replace(asked, corrected="")
