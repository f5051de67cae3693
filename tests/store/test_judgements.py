from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from review.errors import StaleJudgement, UnknownArticle, UnstorableValue
from review.history import review_of
from review.judged.events import Blinding, Event
from review.judgements import (
    Comment,
    Correction,
    Dismissal,
    Draft,
    ErrorSpan,
    Judgement,
    SegmentScore,
    Status,
    StatusChange,
    Value,
)
from review.store import Store
from review.types import Bead, Span, Translation
from tests.store.examples import NOON, article, fresh_store, judgement, values

PLACE = ErrorSpan(Span(0, 0), "", "accuracy/addition", "minor")
ERROR = ErrorSpan(Span(0, 8), "Sentence", "accuracy/mistranslation", "major")


def quoted(value: Value, source: str, target: str) -> Value:
    """The value; a mark with a span in the text that it is on, and its quote."""
    if not isinstance(value, ErrorSpan):
        return value
    text = source if value.side == "source" else target
    span = Span(*(min(end, len(text)) for end in (value.span.start, value.span.end)))
    return replace(value, span=span, text=span.of(text))


def test_judgements_come_back_equal_and_in_order(tmp_path: Path) -> None:
    with fresh_store(tmp_path) as store:

        @settings(max_examples=60)
        @given(st.lists(values, max_size=8))
        def law(said: list[Value]) -> None:
            added = store.add(article(), at=NOON, by="ann")
            pair = added.translation.beads[0].id
            sent, texts = [], ["Sentence 0."]
            for value in said:
                quoting = quoted(value, "第0句。", texts[-1])
                sent.append(store.append(judgement(pair, quoting, version=len(texts) - 1)))
                assert sent[-1].value == quoting
                texts += [value.text] if isinstance(value, Correction) else []
            assert store.judgements(added.id) == tuple(sent)
            assert store.refused(added.id) == ()

        law()


def test_sending_twice_counts_once(tmp_path: Path) -> None:
    with fresh_store(tmp_path) as store:
        pair = store.add(article("Bridge"), at=NOON, by="ann").translation.beads[0].id
        first = store.append(judgement(pair, Correction("One.")))
        store.append(judgement(pair, Correction("Two."), version=1))
        assert store.append(replace(first, at=NOON.replace(hour=13))) == first
        late = judgement(pair, Correction("Late."))
        for _ in range(2):
            with pytest.raises(StaleJudgement):
                store.append(late)
        assert [one.value for one in store.judgements("bridge")] == [Correction("One."), Correction("Two.")]
        assert store.refused("bridge") == (late,)


def test_an_id_names_one_judgement(tmp_path: Path) -> None:
    with fresh_store(tmp_path) as store:
        pair = store.add(article("Bridge"), at=NOON, by="ann").translation.beads[0].id
        store.append(judgement(pair, Draft("One."), name="j1"))
        with pytest.raises(UnstorableValue, match="another judgement has that id"):
            store.append(judgement(pair, Draft("Another."), name="j1"))
        assert len(store.judgements("bridge")) == 1


@pytest.mark.parametrize(
    ("late", "mine"),
    [
        (Correction("Mine."), "Mine."),
        (StatusChange("approved"), "Sentence 0."),
    ],
)
def test_a_judgement_on_an_older_text_is_refused_and_kept(tmp_path: Path, late: Value, mine: str) -> None:
    with fresh_store(tmp_path) as store:
        pair = store.add(article("Bridge"), at=NOON, by="ann").translation.beads[0].id
        kept = store.append(judgement(pair, Correction("Theirs."), reviewer="bob"))
        stale = judgement(pair, late)
        with pytest.raises(StaleJudgement) as raised:
            store.append(stale)
        error = raised.value
        assert (error.pair, error.based_on, error.current) == (pair, 0, 1)
        assert (error.theirs, error.mine) == ("Theirs.", mine)
        assert store.judgements("bridge") == (kept,)
        assert store.refused("bridge") == (stale,)


def test_the_text_that_was_seen_is_shown_also_when_two_corrections_came_between(tmp_path: Path) -> None:
    with fresh_store(tmp_path) as store:
        pair = store.add(article("Bridge"), at=NOON, by="ann").translation.beads[0].id
        for version, text in enumerate(["One.", "Two.", "Three."]):
            store.append(judgement(pair, Correction(text), version=version))
        with pytest.raises(StaleJudgement) as raised:
            store.append(judgement(pair, StatusChange("approved"), version=1))
        assert (raised.value.theirs, raised.value.mine) == ("Three.", "One.")


@pytest.mark.parametrize("version", [-1, 2, 99])
def test_a_version_that_never_was_is_refused(tmp_path: Path, version: int) -> None:
    with fresh_store(tmp_path) as store:
        pair = store.add(article("Bridge"), at=NOON, by="ann").translation.beads[0].id
        store.append(judgement(pair, Correction("One.")))
        with pytest.raises(StaleJudgement):
            store.append(judgement(pair, Correction("Mine."), version=version))


@pytest.mark.parametrize(
    "value",
    [
        Draft("typing"),
        Dismissal("numbers|target|0|3"),
        Dismissal("x", restored=True),
        ERROR,
        replace(ERROR, withdrawn=True),
        SegmentScore(70),
        SegmentScore(None),
    ],
)
def test_drafts_dismissals_and_what_speaks_of_its_own_text_are_not_refused(tmp_path: Path, value: Value) -> None:
    with fresh_store(tmp_path) as store:
        pair = store.add(article("Bridge"), at=NOON, by="ann").translation.beads[0].id
        store.append(judgement(pair, Correction("Theirs."), reviewer="bob"))
        store.append(judgement(pair, value))
        assert store.refused("bridge") == ()


def test_pairs_are_judged_apart(tmp_path: Path) -> None:
    with fresh_store(tmp_path) as store:
        one, other = (bead.id for bead in store.add(article("Bridge"), at=NOON, by="ann").translation.beads)
        store.add(article("Bridge"), at=NOON, by="ann")
        store.append(judgement(one, Correction("One.")))
        store.append(judgement(other, Correction("Other.")))
        store.append(judgement("bridge-2/1", Correction("Elsewhere.")))
        assert [said.pair for said in store.judgements("bridge")] == [one, other]


@pytest.mark.parametrize("value", [PLACE, SegmentScore(70)])
def test_a_mark_or_a_score_of_a_text_that_never_was_is_refused(tmp_path: Path, value: Value) -> None:
    with fresh_store(tmp_path) as store:
        pair = store.add(article("Bridge"), at=NOON, by="ann").translation.beads[0].id
        for version in (-1, 1):
            with pytest.raises(StaleJudgement):
                store.append(judgement(pair, value, version=version))
        assert len(store.refused("bridge")) == 2


@pytest.mark.parametrize(
    ("mark", "version"),
    [
        (replace(ERROR, text="sentence"), 0),
        (replace(ERROR, span=Span(0, 99)), 0),
        (replace(ERROR, span=Span(90, 90), text=""), 0),
        (replace(ERROR, side="source"), 0),
        (ERROR, 1),
    ],
)
def test_a_mark_quotes_the_text_of_its_version(tmp_path: Path, mark: ErrorSpan, version: int) -> None:
    with fresh_store(tmp_path) as store:
        pair = store.add(article("Bridge"), at=NOON, by="ann").translation.beads[0].id
        store.append(judgement(pair, Correction("Theirs.")))
        with pytest.raises(UnstorableValue, match="it quotes"):
            store.append(judgement(pair, mark, version=version))
        for fitting in (ErrorSpan(Span(1, 3), "0句", "accuracy/omission", "minor", "source"), ERROR):
            assert store.append(judgement(pair, fitting)).value == fitting


@pytest.mark.parametrize(
    "mending", [lambda *errors: Correction("x", errors=errors), lambda *errors: Correction("x", guessed=errors)]
)
def test_a_correction_comes_back_with_what_it_mends_in_the_text_of_the_machine(
    tmp_path: Path, mending: Callable[..., Correction]
) -> None:
    with fresh_store(tmp_path) as store:
        pair = store.add(article("Bridge"), at=NOON, by="ann").translation.beads[0].id
        store.append(judgement(pair, Correction("Theirs.")))
        mended = judgement(pair, mending(ERROR, PLACE), version=1)
        store.append(mended)
        assert store.append(mended) == mended
        assert store.judgements("bridge")[-1] == mended
        with pytest.raises(UnstorableValue, match="it quotes"):
            store.append(judgement(pair, mending(replace(ERROR, text="sentence")), version=2))
        assert len(store.judgements("bridge")) == 2


@pytest.mark.parametrize(
    "unfit",
    [
        judgement("bridge/1", Correction("x", errors=(replace(ERROR, note="\ud800"),))),
        judgement("bridge/1", Correction("half \ud83d")),
        judgement("bridge/1", Draft("nul \0")),
        judgement("bridge/1", Dismissal("\udfff")),
        judgement("bridge/1", replace(ERROR, note="\ud800")),
        judgement("bridge/1", Draft("x"), reviewer="\ud800"),
        judgement("bridge/1", Draft("x"), name="\0"),
        replace(judgement("bridge/1", Draft("x")), at=NOON.replace(tzinfo=None)),
        judgement("bridge/1", SegmentScore(101)),
        judgement("bridge/1", SegmentScore(-1)),
    ],
)
def test_what_would_not_come_back_is_refused(tmp_path: Path, unfit: Judgement) -> None:
    with fresh_store(tmp_path) as store:
        store.add(article("Bridge"), at=NOON, by="ann")
        with pytest.raises(UnstorableValue):
            store.append(unfit)
        assert store.judgements("bridge") == store.refused("bridge") == ()


acts = st.tuples(
    st.integers(0, 1),
    st.sampled_from(["ann", "bob"]),
    st.one_of(
        st.sampled_from(["Sentence 0.", "Sentence 1.", "a", "b"]).flatmap(
            lambda text: st.sampled_from([Correction(text), Draft(text)])
        ),
        st.sampled_from(
            [StatusChange("approved"), StatusChange("question"), StatusChange("unreviewed"), PLACE, SegmentScore(9)]
        ),
        st.sampled_from([Comment("Why?"), Comment(" ")]),
    ),
)


def judge_all(store: Store, article_id: str, done: list[tuple[int, str, Value]]) -> None:
    versions: Counter[str] = Counter()
    for index, reviewer, value in done:
        pair = f"{article_id}/{index + 1}"
        store.append(judgement(pair, value, version=versions[pair], reviewer=reviewer))
        versions[pair] += isinstance(value, Correction)


def test_the_list_counts_what_the_reviews_say(tmp_path: Path) -> None:
    with fresh_store(tmp_path) as store:

        @settings(max_examples=60)
        @given(st.lists(acts, max_size=10))
        def law(done: list[tuple[int, str, Value]]) -> None:
            added = store.add(article(), at=NOON, by="ann")
            judge_all(store, added.id, done)
            entry = store.entries()[-1]
            counted = Counter[Status](state.status for state in review_of(added, store.judgements(added.id)))
            assert entry.id == added.id
            assert (entry.corrected, entry.approved) == (counted["corrected"], counted["approved"])
            discussed = sum(state.discussed for state in review_of(added, store.judgements(added.id)))
            assert entry.discussed == discussed
            assert (entry.questions, entry.in_work) == (counted["question"], counted["in work"])

        law()


def test_the_list_is_of_the_translation_under_review(tmp_path: Path) -> None:
    with fresh_store(tmp_path) as store:
        added = store.add(article("Brücke"), at=NOON, by="ann")
        target = replace(added.translation.text, lang="de")
        second = Translation("other", target, (Bead((0,), (0,)), Bead((1,), (1,)), Bead((), ())))
        store.add_translation(added.id, second, at=NOON, by="ann")
        store.append(judgement("brucke/4", Correction("Not under review.")))
        (entry,) = store.entries()
        shown = (entry.title, entry.source_lang, entry.target_lang, entry.system, entry.pairs, entry.corrected)
        assert shown == ("Brücke", "zh", "en", "MT", 2, 0)
        assert (entry.at, entry.by) == (NOON, "ann")


def test_a_resolved_comment_and_one_on_a_pair_that_is_no_more_are_not_counted(tmp_path: Path) -> None:
    with fresh_store(tmp_path) as store:
        added = store.add(article("Bridge", pairs=3), at=NOON, by="ann")
        for number, name in ((1, "one"), (2, "two")):
            store.append(replace(judgement(f"bridge/{number}", Comment("Why?")), id=name))
        store.append(judgement("bridge/1", Comment(about="one", turn="resolved")))
        assert store.entries()[0].discussed == 1
        first, second, third = added.translation.beads
        merged = Bead(second.source + third.source, second.target + third.target)
        store.realign(added, (first, merged), seen={said.id for said in store.judgements(added.id)}, at=NOON, by="ann")
        assert store.entries()[0].discussed == 0


def test_the_pulse_changes_with_what_others_have_to_know(tmp_path: Path) -> None:
    with fresh_store(tmp_path) as store:
        added = store.add(article("Bridge"), at=NOON, by="ann")
        pair = added.translation.beads[0].id
        begun, ann = store.pulse("bridge"), store.pulse("bridge", "ann")
        store.append(judgement(pair, Draft("Half a sen"), name="d"))
        assert store.pulse("bridge") == begun
        by_bo = store.append(replace(judgement(pair, Correction("One."), name="c"), reviewer="bo"))
        said = store.pulse("bridge")
        assert said != begun
        assert (store.pulse("bridge", "ann"), store.pulse("bridge", by_bo.reviewer)) == (ann, said)
        store.append_event(Event("begin", "bridge", "ann", NOON, Blinding(on=True)))
        assert store.pulse("bridge") != said
        with pytest.raises(UnknownArticle):
            store.pulse("nowhere")
