"""Comments on a pair: threads, who may take what back, and that old and strange judgements do no harm."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.history import state_of
from review.judged.threads import threads_of
from review.judgements import Comment, Correction, Judgement, Value
from review.types import Pair

PAIR = Pair("a/1", "原文。", "The machine's.", "zh", "en")
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOSTILE = "<img src=x onerror=alert(1)>"
ASKED, OTHER = Comment("Is this right?"), Comment("And this?")


def said(*values: Value | tuple[str, Value]) -> tuple[Judgement, ...]:
    """Judgements with the ids 1, 2 …, by ann, or by whoever is named beside the value."""
    signed = [value if isinstance(value, tuple) else ("ann", value) for value in values]
    return tuple(Judgement(str(n), PAIR.id, 0, by, NOON, value) for n, (by, value) in enumerate(signed, 1))


def shown(*values: Value | tuple[str, Value]) -> list[tuple[list[str], str]]:
    """By thread, the ids of its comments and of what resolved it."""
    threads = threads_of(said(*values))
    return [([made.id for made in each.comments], each.resolved.id if each.resolved else "") for each in threads]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([], []),
        ([ASKED], [(["1"], "")]),
        ([ASKED, OTHER], [(["1"], ""), (["2"], "")]),
        ([ASKED, ("bob", Comment("Yes.", "1"))], [(["1", "2"], "")]),
        ([ASKED, ("bob", Comment("Yes.", "1")), Comment("Thanks.", "2")], [(["1", "2", "3"], "")]),
        ([ASKED, ("bob", Comment(about="1", turn="resolved"))], [(["1"], "2")]),
        ([ASKED, Comment(about="1", turn="resolved"), Comment(about="1", turn="reopened")], [(["1"], "")]),
        ([ASKED, Comment(about="1", turn="resolved"), Comment("Still?", "1")], [(["1", "3"], "")]),
        ([ASKED, Comment("Oh.", "1"), Comment(about="2", turn="resolved")], [(["1", "2"], "3")]),
        ([ASKED, Comment(about="1", turn="withdrawn")], []),
        ([ASKED, ("bob", Comment(about="1", turn="withdrawn"))], [(["1"], "")]),
        ([ASKED, ("bob", Comment("Yes.", "1")), Comment(about="1", turn="withdrawn")], [(["2"], "")]),
        ([Comment("Lost.", "nowhere"), Comment(about="nowhere", turn="resolved")], []),
        ([Comment(" \n"), Comment(about="1", turn="resolved")], []),
        ([Comment(HOSTILE), Correction("x")], [(["1"], "")]),
    ],
)
def test_threads(values: list[Value], expected: list[tuple[list[str], str]]) -> None:
    assert shown(*values) == expected


def test_a_pair_is_discussed_until_every_thread_is_resolved() -> None:
    done = [Comment(about="1", turn="resolved"), Comment(about="2", turn="resolved")]
    assert state_of(PAIR, said(ASKED, OTHER, done[0])).discussed
    assert not state_of(PAIR, said(ASKED, OTHER, *done)).discussed
    assert not state_of(PAIR, ()).discussed


def test_comments_are_beside_the_text_and_its_status() -> None:
    state = state_of(PAIR, said(Correction("Ann's."), ASKED))
    assert (state.text, state.version, state.status) == ("Ann's.", 1, "corrected")


@given(st.permutations([Comment("a"), Comment("b", "1"), Comment(about="1", turn="resolved"), Comment("c", "2")]))
def test_no_comment_is_in_two_threads(values: list[Value]) -> None:
    ids = [made.id for thread in threads_of(said(*values)) for made in thread.comments]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("order", list(permutations(["bob", "cyd"])))
def test_two_answers_stand_in_the_order_of_saying(order: tuple[str, str]) -> None:
    answers = [(by, Comment("Yes.", "1")) for by in order]
    (thread,) = threads_of(said(ASKED, *answers))
    assert [made.reviewer for made in thread.comments] == ["ann", *order]
