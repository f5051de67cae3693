"""A correction carried over: where its words stand, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from review.diff import changes
from review.judgements import Correction, ErrorSpan, StatusChange
from review.memory.carrying import carried, errors_in, proposals
from review.memory.units import Memory, shelf_of
from review.types import Span
from tests.reviewed import Acts, article_of, reviewed

ZH = ("zh", "en")


@pytest.mark.parametrize(
    ("before", "after", "other", "expected"),
    [
        ("He went to the bank.", "He went to the shore.", "She went to the bank.", "She went to the shore."),
        ("He went to the the bank.", "He went to the bank.", "We ran to the the bank.", "We ran to the bank."),
        ("The library closes.", "The library closes early.", "A library closes.", "A library closes early."),
        ("Closes at nine.", "It closes at nine.", "Closes at ten.", "It closes at ten."),
        ("Rules apply.", "New rules apply.", "Rules apply today.", "New rules apply today."),
        ("Rules apply.", "Rules apply", "Rules apply today.", "Rules apply today"),
        ("Rules apply.", "Rules apply here.", "Rules apply today.", None),  # something stands at the place
        ("No change.", "No change.", "No change.", None),
        ("The big dog barks.", "The large dog barks.", "The dog barks.", None),  # the word is not there
        ("The big dog barks.", "The dog barks.", "The big dog sleeps.", "The dog sleeps."),
        ("a b c d", "a x c y", "a b q c d", "a x q c y"),
        ("a b c d", "a x c y", "a b q c z", None),  # half of the edit does not fit
        ("大会闭幕。", "峰会闭幕。", "大会开幕。", "峰会开幕。"),
        ("大会闭幕。", "大会议闭幕。", "大会开幕。", None),  # the place is between other neighbours
        ("", "New.", "", "New."),
        ("Old.", "", "Old.", ""),
        ("one 𠮷 two", "one 𠮷 three", "1 𠮷 two", "1 𠮷 three"),
        ("<img src=x> the the", "<img src=x> the", "<b> the the", "<b> the"),
    ],
)
def test_an_edit_is_carried_where_its_words_stand(before: str, after: str, other: str, expected: str | None) -> None:
    assert carried(before, after, other) == expected


words = st.lists(st.sampled_from(["the", "big", "dog", "ran", ".", "大", "会", "new\n"]), max_size=9).map(" ".join)


@given(words, words)
@example("a", "")
def test_the_same_text_becomes_the_same_text(before: str, after: str) -> None:
    assert carried(before, after, before) == (None if before == after else after)


others = st.lists(st.sampled_from(["Un", "deux", "三", ","]), max_size=4).map(" ".join)


@given(words, words, others, others)
@example("the the dog", "the dog", "Un", "deux")
def test_nothing_around_is_touched(before: str, after: str, head: str, tail: str) -> None:
    made = carried(before, after, f"{head} {before} {tail}")
    assert made in (None, f"{head} {after} {tail}")


@given(words, words, words)
@example("the dog", "the big dog", "the dog ran the dog")
def test_as_much_is_changed_as_was_corrected(before: str, after: str, other: str) -> None:
    made = carried(before, after, other)
    if made is not None:
        assert len(made) - len(other) == len(after) - len(before)
        assert all(edit.after.of(after) in made for edit in changes(before, after))


SIDES = (
    ("大会今天开幕。", "The the congress opens today."),
    ("大会今天开幕。", "The the congress opens today."),
    ("大会昨天开幕。", "The the congress opened yesterday."),
    ("大会今天开幕。", "Congress opens now."),
    ("会见外宾。", "The the congress opens today."),
    ("完全不同的句子。", "The the dog."),
    ("大会今天开幕", "The the congress opens today."),
)
FIXED = "The congress opens today."


def offered(*acts: tuple[int, str, Correction | StatusChange]) -> list[tuple[int, str, str]]:
    """What the correction of the first pair is offered for: number, text and kind."""
    first: Acts = ((1, "ana", Correction(FIXED)), *acts)
    shelf = shelf_of(reviewed(article_of(SIDES), first))
    found = proposals(Memory({"a": shelf}), ZH, shelf.units[0], SIDES[0][1])
    return [(each.unit.number, each.text, each.kind) for each in found]


def test_a_correction_is_offered_where_it_fits() -> None:
    assert offered() == [
        (2, FIXED, "same source"),
        (4, FIXED, "same source"),
        (5, FIXED, "same translation"),
        (7, FIXED, "same translation"),
        (3, "The congress opened yesterday.", "similar"),
    ]


@pytest.mark.parametrize("act", [Correction(FIXED), StatusChange("approved")])
def test_what_has_the_words_or_is_approved_is_left_out(act: Correction | StatusChange) -> None:
    assert [number for number, _, _ in offered((2, "bo", act))] == [4, 5, 7, 3]


def test_a_text_that_was_corrected_meanwhile_keeps_its_other_words() -> None:
    mine = Correction("The the great congress opens today.")
    assert (2, "The great congress opens today.", "same source") in offered((2, "bo", mine))


DOUBLED = ErrorSpan(Span(4, 8), "the ", "fluency/grammar", "minor")
NAMED = ErrorSpan(Span(0, 2), "大会", "accuracy/omission", "minor", "source")


@pytest.mark.parametrize(
    ("number", "expected"),
    [(2, [DOUBLED, NAMED]), (3, [DOUBLED, NAMED]), (4, [NAMED]), (5, [DOUBLED])],
)
def test_the_errors_that_it_mends_go_along_where_their_words_stand(number: int, expected: list[ErrorSpan]) -> None:
    shelf = shelf_of(reviewed(article_of(SIDES), ((1, "ana", Correction(FIXED)),)))
    assert list(errors_in(shelf.units[number - 1], (DOUBLED, NAMED), shelf.units[0])) == expected


def test_no_error_goes_along_whose_words_somebody_has_changed() -> None:
    acts: Acts = ((1, "ana", Correction(FIXED)), (2, "bo", Correction("Congress opens.")))
    shelf = shelf_of(reviewed(article_of(SIDES), acts))
    assert errors_in(shelf.units[1], (DOUBLED,), shelf.units[0]) == ()
