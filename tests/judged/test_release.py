"""The release gate lists what is open and nothing else, and knows a text again that was given out."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.history import review_of
from review.judged.events import Event, Release
from review.judged.release import (
    Standing,
    digest_of,
    newest_release,
    open_lines,
    release_of,
    released_said,
    said_of,
    standing_of,
)
from review.judgements import Comment, Correction, Dismissal, Draft, Judgement, Review, StatusChange, Value
from review.types import Flags
from tests.reviewed import AT, DOUBLED, FLAGS, LIBRARY, MISSING, WELCOMED, Acts, article_of, library, reviewed

ARTICLE = article_of(LIBRARY, article_id="lib")
APPROVED = StatusChange("approved")
ALL_APPROVED = tuple((number, "ana", APPROVED) for number in range(1, 7))


def said(number: int, reviewer: str, value: Value, *, minutes: int = 0, version: int = 0) -> Judgement:
    return Judgement(f"j{number}{minutes}", f"lib-{number}", version, reviewer, AT + timedelta(minutes=minutes), value)


def lines_of(review: Review, flags: Flags = Flags()) -> list[tuple[str, int, str, str]]:  # noqa: B008
    return [(line.name, line.count, line.filter, line.pair) for line in open_lines(review, flags)]


def test_an_article_that_nobody_has_read_is_open_everywhere() -> None:
    assert lines_of(reviewed(ARTICLE), FLAGS) == [
        ("major findings", 1, "findings", "lib-4"),
        ("unreviewed", 6, "uncorrected", "lib-1"),
        ("minor findings", 2, "findings", "lib-2"),
        ("failed checks", 1, "all", "lib-3"),
    ]


def test_what_is_settled_is_not_listed() -> None:
    assert lines_of(reviewed(ARTICLE, ALL_APPROVED)) == []
    found = Flags((DOUBLED, MISSING, WELCOMED))
    dismissed = tuple((number, "bo", Dismissal(one.key)) for number, one in zip((2, 4, 5), found.findings, strict=True))
    assert lines_of(reviewed(ARTICLE, (*ALL_APPROVED, *dismissed)), found) == []


def test_pairs_with_open_comments_are_listed() -> None:
    said: Acts = ((2, "bo", Comment("Why?")), (2, "bo", Comment("And <b>this</b>?")), (4, "ana", Comment("So.")))
    assert lines_of(reviewed(ARTICLE, (*ALL_APPROVED, *said))) == [("comments", 2, "comments", "lib-2")]
    resolved: Acts = ((4, "bo", Comment(about="j8", turn="resolved")),)
    lines = open_lines(reviewed(ARTICLE, (*ALL_APPROVED, *said, *resolved)), Flags())
    assert [said_of(line) for line in lines] == ["1 pair with an open comment"]


def test_drafts_and_questions_are_listed_each() -> None:
    acts = ((1, "ana", Draft("x")), (1, "bo", Draft("y")), (3, "ana", StatusChange("question")))
    assert lines_of(reviewed(ARTICLE, acts)) == [
        ("questions", 1, "question", "lib-3"),
        ("drafts", 2, "in work", "lib-1"),
        ("unreviewed", 5, "uncorrected", "lib-1"),
    ]


def test_a_comment_is_open_until_it_is_resolved() -> None:
    asked, also = (2, "bo", Comment("Whose?")), (2, "ana", Comment("Ask them."))
    resolved = tuple((2, "ana", Comment(about=f"j{number}", turn="resolved")) for number in (6, 7))
    found = lines_of(reviewed(ARTICLE, (*ALL_APPROVED, asked, also, resolved[0])))
    assert found == [("comments", 1, "comments", "lib-2")]
    assert lines_of(reviewed(ARTICLE, (*ALL_APPROVED, asked, also, *resolved))) == []


@pytest.mark.parametrize(
    ("late", "since", "open_"),
    [
        (Correction("Mine."), [], True),
        (Correction("Theirs."), [], False),
        (APPROVED, [], False),
        (Correction("Mine."), [said(2, "bo", Correction("Merged."), minutes=9, version=1)], False),
        (Correction("Mine."), [said(2, "bo", Draft("Theirs."), minutes=9, version=1)], False),
        (Correction("Mine."), [said(2, "eve", APPROVED, minutes=9, version=1)], False),
        (Correction("Mine."), [said(2, "eve", StatusChange("question"), minutes=9, version=1)], True),
        (Correction("Mine."), [said(3, "bo", Correction("Elsewhere."), minutes=9)], True),
    ],
)
def test_a_conflict_is_open_until_its_author_or_an_approval_settles_it(
    late: Value, since: list[Judgement], open_: bool
) -> None:
    judgements = (said(2, "ana", Correction("Theirs.")), *since)
    refused = (said(2, "bo", late, minutes=5), said(2, "bo", late, minutes=6))
    lines = open_lines(review_of(ARTICLE, judgements), Flags(), judgements, refused)
    assert [(line.count, line.pair) for line in lines if line.name == "conflicts"] == [(1, "lib-2")] * open_


def released(review: Review, name: str = "r", *, withdrawn: bool = False) -> Event:
    return Event(name, "lib", "Ana", AT, replace(release_of(review), withdrawn=withdrawn))


def test_a_release_stands_until_somebody_corrects() -> None:
    before = library()
    event = released(before)
    assert standing_of(before, ()).release is None
    assert standing_of(before, [event]) == standing_of(library(), [event])
    assert (standing_of(before, [event]).same, standing_of(before, [event]).changed) == (True, ())
    after = reviewed(before.article, ((3, "bo", Correction("120 seats were added.")),))
    standing = standing_of(after, [event])
    assert (standing.same, "lib-3" in standing.changed) == (False, True)


def test_a_correction_taken_back_gives_the_text_that_was_released() -> None:
    event = released(reviewed(ARTICLE))
    back = reviewed(ARTICLE, ((3, "bo", Correction("Other.")), (3, "bo", Correction(LIBRARY[2][1]))))
    assert (standing_of(back, [event]).same, standing_of(back, [event]).changed) == (True, ("lib-3",))


def test_the_newest_release_that_stands_counts() -> None:
    review = library()
    first, second = released(review, "1"), released(review, "2")
    gone = released(review, "3", withdrawn=True)
    assert newest_release([first, second]) == second
    assert newest_release([first, second, gone]) == first
    assert newest_release([first, gone, second]) == second
    assert newest_release([gone]) is None


def test_a_release_says_what_was_open_and_which_versions_went_out() -> None:
    review = library()
    value = release_of(review, open_lines(review, FLAGS))
    assert value.versions == (("lib-1", 1), ("lib-2", 2), ("lib-4", 1), ("lib-6", 1))
    assert value.open == (("major findings", 1), ("questions", 1), ("minor findings", 1), ("failed checks", 1))


@given(st.lists(st.tuples(st.integers(1, 6), st.text(max_size=4)), max_size=5))
def test_a_digest_names_a_text_and_no_other(acts: list[tuple[int, str]]) -> None:
    review = reviewed(ARTICLE, [(number, "ana", Correction(text)) for number, text in acts])
    assert (digest_of(review) == digest_of(reviewed(ARTICLE))) == (not any(state.changed for state in review))
    assert isinstance(release_of(review), Release)


def test_what_is_still_open_is_said_with_its_number() -> None:
    review = reviewed(ARTICLE, [(1, "Ana", APPROVED), (2, "Ana", StatusChange("question"))])
    assert [said_of(line) for line in open_lines(review, FLAGS)] == [
        "1 major finding open",
        "1 pair in question",
        "4 pairs not reviewed",
        "2 minor findings open",
        "1 check failed",
    ]


def test_advice_is_not_called_a_minor_finding() -> None:
    advice = Flags(tuple(replace(found, severity="neutral") for found in (DOUBLED, WELCOMED)))
    review = reviewed(ARTICLE, ALL_APPROVED)
    (line,) = open_lines(review, advice)
    assert (said_of(line), line.severity) == ("2 pieces of advice open", "neutral")


def test_a_release_of_before_severities_were_parted_is_still_told() -> None:
    event = Event("r", "a1", "Ana", AT, Release("0123456789abcdef", (), (("other findings", 2),)))
    assert "with 2 minor or neutral findings open" in released_said(Standing(event))


def test_a_release_is_said_with_its_text_and_what_was_open() -> None:
    assert released_said(Standing(None)) == "Not released yet."
    value = Release("0123456789abcdef", (), (("questions", 2), ("of a newer version", 1)))
    event = Event("r", "a1", "Ana", AT, value)
    said = "Released 04 March 2026, 05:06 UTC by Ana, text 01234567, with 2 pairs in question."
    assert released_said(Standing(event)) == said
