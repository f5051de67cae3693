"""Tracked changes: joined they are both texts, and each is signed by those who made it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.history import state_of
from review.judged.tracked import tracked
from review.judgements import Correction, Judgement, PairState
from review.types import Pair

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
WORDS = st.lists(st.sampled_from(["the", "cat", "sat", "猫", "。", "\U0001f408", " "]), max_size=8).map(" ".join)


def state(target: str, *corrections: tuple[str, str]) -> PairState:
    said = (Judgement(f"j{n}", "p", n, by, NOON, Correction(text)) for n, (by, text) in enumerate(corrections))
    return state_of(Pair("p", "源", target, "zh", "en"), said)


@given(WORDS, st.lists(st.tuples(st.sampled_from(["ann", "bob", "eve"]), WORDS), max_size=4))
def test_the_pieces_are_both_texts_and_every_change_is_signed(target: str, corrections: list[tuple[str, str]]) -> None:
    after = state(target, *corrections)
    found = tracked(after)
    assert "".join(change.text for change in found if change.kind != "removed") == after.text
    assert "".join(change.text for change in found if change.kind != "added") == target
    assert all(change.text for change in found)
    names = {name for name, _ in corrections}
    for change in found:
        assert (change.kind == "same") == (change.by == ())
        assert set(change.by) <= names


@pytest.mark.parametrize(
    ("corrections", "pieces"),
    [
        ([], [("same", "The old cat sat.", ())]),
        (
            [("ann", "The new cat sat.")],
            [("same", "The ", ()), ("removed", "old", ("ann",)), ("added", "new", ("ann",)), ("same", " cat sat.", ())],
        ),
        (
            [("ann", "The new cat sat."), ("bob", "The new dog sat.")],
            [
                ("same", "The ", ()),
                ("removed", "old cat", ("ann", "bob")),
                ("added", "new dog", ("ann", "bob")),
                ("same", " sat.", ()),
            ],
        ),
        (
            [("ann", "The new cat sat."), ("bob", "The young cat sat.")],
            [
                ("same", "The ", ()),
                ("removed", "old", ("ann",)),
                ("added", "young", ("bob",)),
                ("same", " cat sat.", ()),
            ],
        ),
        ([("ann", "The new cat sat."), ("bob", "The old cat sat.")], [("same", "The old cat sat.", ())]),
        ([("ann", "")], [("removed", "The old cat sat.", ("ann",))]),
    ],
)
def test_a_change_is_signed_by_those_whose_words_stand(
    corrections: list[tuple[str, str]], pieces: list[tuple[str, str, tuple[str, ...]]]
) -> None:
    found = tracked(state("The old cat sat.", *corrections))
    joined: list[tuple[str, str, tuple[str, ...]]] = [(change.kind, change.text, change.by) for change in found]
    assert joined == pieces


def test_a_sentence_typed_for_an_omitted_one_is_all_added() -> None:
    assert [(c.kind, c.by) for c in tracked(state("", ("ann", "Typed.")))] == [("added", ("ann",))]
    assert tracked(state("")) == ()
