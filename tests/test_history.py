from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.article import pairs_of
from review.history import begun, followed, review_of, standing_errors, state_of
from review.judgements import (
    Correction,
    Dismissal,
    Draft,
    ErrorSpan,
    Judgement,
    PairState,
    Scope,
    SegmentScore,
    Status,
    StatusChange,
    Value,
)
from review.types import Article, Bead, Finding, Pair, Segment, Span, Text, Translation
from tests.reviewed import article_of

PAIR = Pair("a/1", "原文。", "The machine's.", "zh", "en")
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
ERROR = ErrorSpan(Span(4, 11), "machine", "accuracy/mistranslation", "major")
LATER = ErrorSpan(Span(0, 3), "The", "fluency/grammar", "minor")

APPROVED, QUESTION, OPEN = StatusChange("approved"), StatusChange("question"), StatusChange("unreviewed")
NEW, BACK, OTHER = Correction("Ann's."), Correction(PAIR.target), Correction("Other.")
TYPED = Draft("Ann types")


def history(*values: Value | tuple[str, Value], pair: str = PAIR.id) -> tuple[Judgement, ...]:
    """Judgements by ann, or by whoever is named beside the value."""
    signed = [value if isinstance(value, tuple) else ("ann", value) for value in values]
    return tuple(Judgement(f"{pair}-{n}", pair, 0, by, NOON, value) for n, (by, value) in enumerate(signed))


@pytest.mark.parametrize(
    ("values", "status"),
    [
        ([], "unreviewed"),
        ([NEW], "corrected"),
        ([NEW, BACK], "unreviewed"),
        ([BACK], "unreviewed"),
        ([NEW, BACK, APPROVED], "approved"),
        ([APPROVED], "approved"),
        ([APPROVED, NEW], "corrected"),
        ([NEW, APPROVED, BACK], "unreviewed"),
        ([NEW, APPROVED], "approved"),
        ([QUESTION], "question"),
        ([QUESTION, NEW], "question"),
        ([QUESTION, NEW, APPROVED], "approved"),
        ([QUESTION, NEW, OPEN], "corrected"),
        ([QUESTION, OPEN], "unreviewed"),
        ([NEW, APPROVED, StatusChange("corrected")], "corrected"),
        ([StatusChange("corrected")], "unreviewed"),
        ([TYPED], "in work"),
        ([TYPED, NEW], "corrected"),
        ([NEW, TYPED], "in work"),
        ([APPROVED, TYPED], "in work"),
        ([TYPED, APPROVED], "approved"),
        ([QUESTION, TYPED], "in work"),
        ([TYPED, Draft(PAIR.target)], "unreviewed"),
        ([APPROVED, TYPED, Draft(PAIR.target)], "approved"),
        ([TYPED, ("bob", NEW)], "corrected"),
        ([("bob", NEW), TYPED], "in work"),
        ([("bob", Draft("b")), TYPED, Draft(PAIR.target)], "in work"),
        ([Dismissal("x")], "unreviewed"),
        ([ERROR], "unreviewed"),
        ([TYPED, ERROR, Dismissal("x")], "in work"),
    ],
)
def test_status(values: list[Any], status: Status) -> None:
    assert state_of(PAIR, history(*values)).status == status


@pytest.mark.parametrize(
    ("values", "drafts"),
    [
        ([TYPED], [("ann", "Ann types")]),
        ([TYPED, Draft("Ann types on")], [("ann", "Ann types on")]),
        ([TYPED, ("bob", Draft("b")), Draft("x")], [("bob", "b"), ("ann", "x")]),
        ([TYPED, NEW], []),
        ([TYPED, ("bob", NEW)], [("ann", "Ann types")]),
        ([TYPED, ("bob", Correction("Ann types"))], []),
        ([TYPED, APPROVED], [("ann", "Ann types")]),
        ([TYPED, Draft(PAIR.target)], []),
        ([NEW, Draft(PAIR.target)], [("ann", PAIR.target)]),
        ([Draft("")], [("ann", "")]),
    ],
)
def test_drafts(values: list[Any], drafts: list[tuple[str, str]]) -> None:
    said = history(*values)
    state = state_of(PAIR, said)
    assert list(typed_by(state).items()) == drafts
    assert set(state.drafts) <= set(said)


@pytest.mark.parametrize(
    ("values", "dismissed"),
    [
        ([Dismissal("a"), Dismissal("b")], {"a", "b"}),
        ([Dismissal("a"), Dismissal("b"), Dismissal("a", restored=True)], {"b"}),
        ([Dismissal("a", restored=True), Dismissal("a")], {"a"}),
        ([Dismissal("a"), ("bob", Dismissal("a", restored=True))], set()),
        ([Dismissal("a"), NEW], {"a"}),
    ],
)
def test_dismissals(values: list[Any], dismissed: set[str]) -> None:
    assert state_of(PAIR, history(*values)).dismissed == dismissed


DOUBLED = Finding("a-1", "twice", 1, "fluency/grammar", "minor", "target", Span(0, 7), "the the", "Twice.")
LIKE = DOUBLED.pattern


@pytest.mark.parametrize(
    ("own", "elsewhere", "scope"),
    [
        ([], [], None),
        ([Dismissal(DOUBLED.key)], [], "here"),
        ([Dismissal(DOUBLED.pattern)], [], None),
        ([Dismissal(LIKE, scope="article")], [], "article"),
        ([Dismissal(LIKE, scope="article"), Dismissal(LIKE, restored=True, scope="article")], [], None),
        ([Dismissal(LIKE, scope="article"), Dismissal(LIKE, restored=True)], [], "article"),
        ([], [Dismissal(LIKE, scope="everywhere")], "everywhere"),
        ([], [Dismissal(LIKE, scope="article")], None),
        ([], [Dismissal(LIKE, scope="everywhere"), Dismissal(LIKE, restored=True, scope="everywhere")], None),
    ],
)
def test_dismissals_reach_as_far_as_their_scope(own: list[Value], elsewhere: list[Value], scope: Scope | None) -> None:
    beside = "a-2" if scope == "article" else "a-1"
    review = review_of(
        article_of([("一。", "One. "), ("二。", "Two.")], article_id="a"),
        history(*own, pair=beside),
        history(*elsewhere, pair="other/1"),
    )
    assert review.states[0].dismissal(DOUBLED) == scope


@pytest.mark.parametrize(
    ("values", "errors", "raters"),
    [
        ([ERROR, LATER], [ERROR, LATER], ["ann", "ann"]),
        ([ERROR, ERROR], [ERROR], ["ann"]),
        ([ERROR, ("bob", ERROR)], [ERROR, ERROR], ["ann", "bob"]),
        ([ERROR, LATER, replace(ERROR, withdrawn=True)], [LATER], ["ann"]),
        ([ERROR, ("bob", ERROR), ("bob", replace(ERROR, withdrawn=True))], [ERROR], ["ann"]),
        ([ERROR, ("bob", replace(ERROR, withdrawn=True))], [ERROR], ["ann"]),
        ([replace(ERROR, withdrawn=True)], [], []),
        ([ERROR, replace(ERROR, withdrawn=True), ERROR], [ERROR], ["ann"]),
        ([ERROR, replace(ERROR, severity="minor", withdrawn=True)], [ERROR], ["ann"]),
        ([ERROR, NEW], [ERROR], ["ann"]),
        ([Correction("Ann's.", errors=(ERROR, LATER))], [ERROR, LATER], ["ann", "ann"]),
        ([Correction("Ann's.", guessed=(ERROR,))], [], []),
        ([ERROR, Correction("Ann's.", errors=(ERROR,))], [ERROR], ["ann"]),
        ([Correction("Ann's.", errors=(ERROR,)), replace(ERROR, withdrawn=True)], [], []),
        ([Correction("Ann's.", errors=(ERROR,)), ("bob", replace(ERROR, withdrawn=True))], [ERROR], ["ann"]),
        ([Correction("A", errors=(ERROR,)), Correction("B", errors=(replace(ERROR, withdrawn=True),))], [], []),
    ],
)
def test_errors(values: list[Any], errors: list[ErrorSpan], raters: list[str]) -> None:
    said = history(*values)
    assert state_of(PAIR, said).errors == tuple(errors)
    assert [judgement.reviewer for judgement in standing_errors(said)] == raters


def on(version: int, judgement: Judgement, name: str = "") -> Judgement:
    return replace(judgement, id=f"{judgement.id}@{version}{name}", version=version)


def test_a_mark_speaks_of_the_text_that_it_was_made_on() -> None:
    marked, corrected = history(ERROR, NEW)
    again, source = on(1, marked), on(0, history(replace(ERROR, side="source"))[0], "source")
    state = state_of(PAIR, [marked, source, corrected, again])
    assert state.marks == (marked, source, again)
    assert [state.text_at(mark.version) for mark in state.marks] == [PAIR.target, PAIR.target, "Ann's."]
    assert [state.is_past(mark) for mark in state.marks] == [True, False, False]
    restored = state_of(PAIR, [marked, source, corrected, again, on(1, history(BACK)[0], "back")])
    assert [restored.is_past(mark) for mark in restored.marks] == [False, False, True]


def test_what_a_correction_mends_stands_on_the_text_of_the_machine() -> None:
    said = [history(NEW)[0], on(1, history(Correction("Newer.", errors=(ERROR,)))[0])]
    (mark,) = state_of(PAIR, said).marks
    assert (mark.version, mark.reviewer, mark.at, mark.value) == (0, "ann", NOON, ERROR)


def test_a_withdrawal_is_of_the_mark_on_its_version() -> None:
    marked, corrected, gone = history(ERROR, NEW, replace(ERROR, withdrawn=True))
    assert state_of(PAIR, [marked, corrected, on(1, marked), gone]).marks == (on(1, marked),)
    assert state_of(PAIR, [marked, corrected, on(1, marked), on(1, gone)]).marks == (marked,)


@pytest.mark.parametrize(
    ("values", "scores"),
    [
        ([SegmentScore(70)], [("ann", 70)]),
        ([SegmentScore(70), SegmentScore(60)], [("ann", 60)]),
        ([SegmentScore(70), ("bob", SegmentScore(0))], [("ann", 70), ("bob", 0)]),
        ([SegmentScore(70), ("bob", SegmentScore(0)), SegmentScore(None)], [("bob", 0)]),
        ([SegmentScore(70), SegmentScore(None), SegmentScore(70)], [("ann", 70)]),
        ([SegmentScore(None)], []),
    ],
)
def test_the_newest_score_of_each_reviewer_counts(values: list[Any], scores: list[tuple[str, int]]) -> None:
    state = state_of(PAIR, history(*values))
    given = [(said.reviewer, said.value.value) for said in state.scores if isinstance(said.value, SegmentScore)]
    assert given == scores
    assert state.status == "unreviewed"


def test_each_version_has_its_scores() -> None:
    scored, corrected = history(SegmentScore(50), NEW)
    later = on(1, history(SegmentScore(90))[0])
    state = state_of(PAIR, [scored, corrected, later])
    assert state.scores == (scored, later)
    assert [state.is_past(said) for said in state.scores] == [True, False]


def test_errors_of_other_pairs_are_not_withdrawn() -> None:
    said = (*history(ERROR, pair="a/2"), *history(ERROR, replace(ERROR, withdrawn=True)))
    assert [judgement.pair for judgement in standing_errors(said)] == ["a/2"]


def test_the_hands_on_a_pair_are_those_who_corrected_or_judged_it() -> None:
    silent = (Draft("typed"), ("bob", Dismissal("x")))
    said = (
        *history(NEW, *silent),
        *history(("cem", APPROVED), ("dan", ERROR), pair="a/2"),
        *history(*silent, pair="a/3"),
    )
    told = followed(begun(article_of([], article_id="a"), ()), said)
    assert told.hands == {PAIR.id: frozenset({"ann"}), "a/2": frozenset({"cem", "dan"})}


WIDE_ACTS = (Dismissal("m", scope="article"), Dismissal("m", restored=True, scope="article"))
ACTS = (NEW, BACK, OTHER, TYPED, APPROVED, QUESTION, OPEN, ERROR, SegmentScore(50), Dismissal("x"), *WIDE_ACTS)


@given(
    st.lists(st.tuples(st.sampled_from(("a-1", "a-2")), st.sampled_from(("ann", "bob")), st.sampled_from(ACTS))),
    st.integers(0, 10),
    st.booleans(),
)
def test_a_history_that_goes_on_is_the_one_that_is_read_at_once(
    acts: list[tuple[str, str, Value]], read: int, everywhere: bool
) -> None:
    article = article_of([("一", "One"), ("二", "Two"), ("三", "Three")], article_id="a")
    said = [Judgement(f"j{at}", pair, 0, by, NOON, value) for at, (pair, by, value) in enumerate(acts)]
    wide = (Judgement("w", "b-1", 0, "cem", NOON, Dismissal("m", scope="everywhere")),) * everywhere
    before = followed(begun(article, pairs_of(article)), said[:read])
    after = followed(before, said[read:], wide)
    assert after == followed(begun(article, pairs_of(article)), said, wide)
    assert after.review == review_of(article, said, wide)
    touched = {judgement.pair for judgement in said[read:]}
    if after.patterns == before.patterns:
        kept = [place for pair, place in after.places.items() if pair not in touched]
        assert all(after.review.states[place] is before.review.states[place] for place in kept)


def test_an_article_has_the_state_of_each_pair() -> None:
    source = Text("一。二。", "zh", (Segment(0, 0, "一。", 0), Segment(1, 2, "二。", 0)))
    target = Text("One. Two.", "en", (Segment(0, 0, "One. ", 0), Segment(1, 5, "Two.", 0)))
    beads = Bead((0,), (0,), id="a/1"), Bead((1,), (1,), id="a/2")
    article = Article("a", "A", source, (Translation("MT", target, beads),), "MT")
    said = (*history(NEW), *history(APPROVED, pair="a/2"), *history(OTHER, pair="a/9"))
    review = review_of(article, said)
    assert review.article == article
    assert [(state.text, state.status) for state in review] == [("Ann's.", "corrected"), ("Two.", "approved")]
    assert tuple(state.pair for state in review) == pairs_of(article)
    assert [state.status for state in review_of(article, ())] == ["unreviewed"] * 2


reviewers = st.sampled_from(["ann", "bob"])
words = st.sampled_from([PAIR.target, "a", "b", ""])
values: st.SearchStrategy[Value] = st.one_of(
    st.builds(Correction, words),
    st.builds(Draft, words),
    st.builds(Dismissal, st.sampled_from(["x", "y"]), st.booleans()),
    st.builds(StatusChange, st.sampled_from(["unreviewed", "in work", "corrected", "approved", "question"])),
    st.builds(replace, st.sampled_from([ERROR, LATER]), withdrawn=st.booleans()),
    st.builds(SegmentScore, st.none() | st.integers(0, 100)),
)
histories = st.lists(st.tuples(reviewers, values), max_size=12).map(lambda signed: history(*signed))


@given(histories)
def test_the_version_counts_corrections_and_the_last_one_is_the_text(said: tuple[Judgement, ...]) -> None:
    state = state_of(PAIR, said)
    texts = [judgement.value.text for judgement in said if isinstance(judgement.value, Correction)]
    assert state.version == len(state.corrections) == len(texts)
    assert state.text == [PAIR.target, *texts][-1]
    assert all(judgement in said for judgement in state.corrections)


@given(histories)
def test_sent_twice_counts_once(said: tuple[Judgement, ...]) -> None:
    assert state_of(PAIR, said + said) == state_of(PAIR, said)
    assert state_of(PAIR, [one for one in said for _ in range(2)]) == state_of(PAIR, said)


@given(histories, histories)
def test_other_pairs_count_for_nothing(said: tuple[Judgement, ...], others: tuple[Judgement, ...]) -> None:
    elsewhere = [replace(judgement, id=f"other {n}", pair="a/2") for n, judgement in enumerate(others)]
    assert state_of(PAIR, [*elsewhere, *said, *elsewhere]) == state_of(PAIR, said)


def typed_by(state: PairState) -> dict[str, str]:
    """What each reviewer has typed and not saved."""
    return {draft.reviewer: draft.value.text for draft in state.drafts if isinstance(draft.value, Draft)}


@given(histories)
def test_the_status_follows_from_the_rest(said: tuple[Judgement, ...]) -> None:
    state = state_of(PAIR, said)
    if state.status == "in work":
        assert state.drafts
    if state.status == "corrected":
        assert state.changed
    if state.status == "unreviewed":
        assert not state.changed
    assert state.text not in typed_by(state).values()


@given(histories)
def test_the_status_does_not_depend_on_what_the_texts_say(said: tuple[Judgement, ...]) -> None:
    """The list of articles counts statuses by digests of the texts, and relies on it."""

    def renamed(value: Value) -> Value:
        return replace(value, text=f"#{value.text}") if isinstance(value, Correction | Draft) else value

    digests = [replace(judgement, value=renamed(judgement.value)) for judgement in said]
    assert state_of(replace(PAIR, target=f"#{PAIR.target}"), digests).status == state_of(PAIR, said).status


@given(histories)
def test_the_status_follows_from_the_newest_of_each_kind_and_reviewer(said: tuple[Judgement, ...]) -> None:
    """The list of articles reads no more than these."""
    newest = {(judgement.reviewer, type(judgement.value)): judgement for judgement in said}
    kept = [judgement for judgement in said if judgement in newest.values()]
    assert state_of(PAIR, kept).status == state_of(PAIR, said).status


@given(histories, words)
def test_a_draft_changes_nothing_but_drafts_and_status(said: tuple[Judgement, ...], typed: str) -> None:
    before, drafted = state_of(PAIR, said), Judgement("new", PAIR.id, 0, "ann", NOON, Draft(typed))
    after = state_of(PAIR, (*said, drafted))
    assert replace(after, drafts=before.drafts, status=before.status) == before
    assert typed_by(after).get("ann", after.text) == typed


@given(histories)
def test_no_reviewer_touches_what_another_marked_or_scored(said: tuple[Judgement, ...]) -> None:
    state = state_of(PAIR, said)
    for name in ("ann", "bob"):
        alone = state_of(PAIR, [judgement for judgement in said if judgement.reviewer == name])
        assert tuple(mark for mark in state.marks if mark.reviewer == name) == alone.marks
        assert tuple(score for score in state.scores if score.reviewer == name) == alone.scores


@given(histories, st.sampled_from([ERROR, LATER]), st.integers(0, 3))
def test_a_mark_can_be_made_and_taken_back(said: tuple[Judgement, ...], error: ErrorSpan, version: int) -> None:
    before = state_of(PAIR, said)
    made = Judgement("made", PAIR.id, version, "carl", NOON, error)
    gone = Judgement("gone", PAIR.id, version, "carl", NOON, replace(error, withdrawn=True))
    assert state_of(PAIR, (*said, made)).marks == (*before.marks, made)
    assert state_of(PAIR, (*said, made, gone)) == before
    assert state_of(PAIR, (*said, made, gone, replace(made, id="again"))).errors == (*before.errors, error)
