"""The reader's view: nothing of the text is lost, and every problem stands on its words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.article import Block, corrected_text
from review.judged.tracked import Change
from review.judgements import Correction, Dismissal, ErrorSpan, PairState, StatusChange, Value
from review.types import Flags, Span
from review.ui.reader.sheet import Problem, pieces_of, problems_of, sheet_of, tight
from tests.reviewed import DOUBLED, FLAGS, MISSING, WELCOMED, article_of, hostile, library, reviewed

CHANGES = st.lists(
    st.builds(
        Change, st.sampled_from(["same", "removed", "added"]), st.text("ab 猫\U0001f408", min_size=1, max_size=4)
    ),
    max_size=5,
)


@st.composite
def problems(draw: st.DrawFn, length: int) -> Problem:
    edges = st.integers(0, length)
    place = draw(st.none() | st.tuples(edges, edges).map(lambda both: Span(min(both), max(both))))
    return Problem("finding", draw(st.sampled_from(["minor", "major"])), "", "Why.", place)


@given(CHANGES, st.data())
def test_pieces_are_the_changes_and_each_problem_covers_its_words(changes: list[Change], data: st.DataObject) -> None:
    text = "".join(change.text for change in changes if change.kind != "removed")
    found = data.draw(st.lists(problems(len(text)), max_size=4))
    pieces = [[*piece] if isinstance(piece, list) else ["same", piece, [], []] for piece in pieces_of(changes, found)]
    shown = [piece for piece in pieces if piece[0] != "place"]
    for unseen in ("removed", "added"):
        expected = "".join(change.text for change in changes if change.kind != unseen)
        assert "".join(str(piece[1]) for piece in shown if piece[0] != unseen) == expected
    for number, problem in enumerate(found):
        over = [piece for piece in pieces if number in piece[3]]
        if problem.place is None:
            assert not over
        elif len(problem.place):
            assert "".join(str(piece[1]) for piece in over) == problem.place.of(text)
        else:
            assert [piece[0] for piece in over] == ["place"]


def state(text: str, *values: Value) -> PairState:
    return reviewed(article_of([("源。", text)]), [(1, "ana", value) for value in values]).states[0]


@pytest.mark.parametrize(
    ("values", "places"),
    [
        ([], [Span(4, 7)]),
        ([Correction("Now the cat sat.")], [Span(8, 11)]),
        ([Correction("The dog sat.")], []),
        ([Correction("The dog sat."), Correction("The cat sat.")], [Span(4, 7)]),
    ],
)
def test_a_marked_error_stands_on_its_words_until_they_are_corrected(values: list[Value], places: list[Span]) -> None:
    mark = ErrorSpan(Span(4, 7), "cat", "accuracy/mistranslation", "major", note="A dog")
    found = problems_of(state("The cat sat.", mark, *values), ())
    assert [problem.place for problem in found] == places
    assert [problem.said for problem in found] == ["ana – Accuracy: mistranslation – A dog"] * len(places)


def test_a_mark_in_the_source_stands_until_the_translation_changes() -> None:
    mark = ErrorSpan(Span(0, 1), "源", "", "minor", side="source")
    assert [(p.place, p.said) for p in problems_of(state("x", mark), ())] == [(None, "ana – an error")]
    assert problems_of(state("x", mark, Correction("y")), ()) == ()


def test_problems_are_what_is_open() -> None:
    asked = state("x", StatusChange("question"))
    source = replace(WELCOMED, side="source", span=Span(0, 1), counterpart=Span(0, 1))
    assert [p.kind for p in problems_of(asked, (source, MISSING))] == ["question", "finding", "finding"]
    assert {p.place for p in problems_of(asked, (source, MISSING))} == {None, Span(0, 1)}
    assert problems_of(state("x", Dismissal(DOUBLED.key)), (DOUBLED,)) == ()


def joined(block: dict[str, Any], unseen: str = "removed") -> str:
    return "".join(
        "".join(piece if isinstance(piece, str) else piece[1] * (piece[0] != unseen) for piece in run["pieces"])
        + run["tail"]
        for run in block["runs"]
    )


def test_the_sheet_is_the_corrected_article() -> None:
    review = library()
    sheet = sheet_of(review, FLAGS, pair="lib-3")
    blocks = sheet["blocks"]
    assert [joined(block) for block in blocks if not block["gone"]] == corrected_text(review).strip().split("\n")
    assert [block["role"] for block in blocks] == ["headline", "text", "text", "text", "text", "text"]
    assert [block["gone"] for block in blocks] == [False] * 5 + [True]
    assert joined(blocks[-1], unseen="added") == "[Print] [Close]"
    assert [run["number"] for block in blocks for run in block["runs"]] == [1, 2, 3, 4, 5, 6]
    assert (sheet["pair"], sheet["changed"]) == ("lib-3", 4)
    fifth = blocks[4]["runs"][0]
    assert fifth["whole"] == [0]
    assert [piece[1] for piece in fifth["pieces"] if isinstance(piece, list) and piece[3]] == ["deeply welcomed"]
    assert fifth["problems"][1] == {
        "kind": "finding",
        "severity": "minor",
        "category": "style/unnatural or awkward",
        "said": "“Deeply welcomed” is not English usage.",
    }


def test_lines_that_are_parted_by_no_blank_line_stand_close() -> None:
    blocks = [Block((), "a", ("\n",)), Block((), "b", ("\n\n",)), Block((), "c", ("\n",)), Block((), "d", ("",))]
    assert tight(blocks) == [False, True, False, True]
    assert tight(blocks[:1] + blocks[2:]) == [False, False, False]
    assert tight([]) == []


def test_a_hostile_article_is_sent_as_text() -> None:
    sheet = sheet_of(hostile(), Flags())
    texts = [joined(block) for block in sheet["blocks"]]
    assert texts[0].startswith("<img src=x onerror=alert(1)>")
    assert sheet["article"]["title"] == "<img src=x onerror=alert(1)>"
