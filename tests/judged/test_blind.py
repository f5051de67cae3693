"""A blind review: each sees what he says himself, the store keeps all of it, and opening it shows all."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from review import flow
from review.errors import StaleJudgement, Unrepairable
from review.history import review_of
from review.judged.blind import apart, is_blind, own, stored
from review.judged.events import Blinding, Event
from review.judgements import (
    Comment,
    Correction,
    ErrorSpan,
    Judgement,
    PairState,
    Repair,
    Review,
    StatusChange,
    Value,
)
from review.shell.commands import blind, raters
from review.store import Store
from review.types import Article, Span
from review.verbs import gate
from review.verbs.realign import realign, repair, take_back
from tests.reviewed import AT, LIBRARY, article_of

MARK = ErrorSpan(Span(0, 4), "City", "style/unnatural or awkward", "minor")


@pytest.fixture
def article(store: Store) -> Article:
    added = store.add(article_of(LIBRARY, title="Library"), at=AT, by="Ana")
    gate.begin_blind(store, added.id, id_="begin", at=AT, by="Cy")
    return added


def say(store: Store, article: Article, reviewer: str, value: Value, version: int = 0, pair: int = 0) -> Judgement:
    """What a reviewer says of the text that he sees at a version of his own."""
    count = len(store.judgements(article.id))
    id_, at = article.translation.beads[pair].id, AT + timedelta(minutes=count)
    return gate.judge(store, Judgement(f"j{count}", id_, version, reviewer, at, value))


def seen(store: Store, article: Article, reviewer: str, pair: int = 0) -> PairState:
    return review_of(article, own(store.judgements(article.id), reviewer)).states[pair]


def test_each_sees_his_own_and_the_store_keeps_all(store: Store, article: Article) -> None:
    say(store, article, "Ana", Correction("Ana's one."))
    say(store, article, "Ana", Comment("Look <b>here</b>."))
    say(store, article, "Bo", MARK)
    say(store, article, "Bo", Correction("Bo's one."))
    say(store, article, "Ana", Correction("Ana's two."), version=1)
    say(store, article, "Bo", StatusChange("approved"), version=1)
    say(store, article, "Bo", ErrorSpan(Span(0, 2), "Bo", "style/other", "minor"), version=1)
    ana, bo = (seen(store, article, name) for name in ("Ana", "Bo"))
    assert (ana.text, ana.version, ana.status, len(ana.threads), ana.marks) == ("Ana's two.", 2, "corrected", 1, ())
    assert (bo.text, bo.version, bo.status, bo.threads) == ("Bo's one.", 1, "approved", ())
    assert [(mark.version, bo.is_of_machine(mark)) for mark in bo.marks] == [(0, True), (1, False)]
    whole = flow.review_of(store, article.id).states[0]
    assert (whole.text, whole.version, len(whole.threads)) == ("Ana's two.", 3, 1)
    assert [whole.text_at(mark.version) for mark in whole.marks] == [LIBRARY[0][1], "Bo's one."]


def test_what_is_sent_again_counts_once_whatever_was_said_meanwhile(store: Store, article: Article) -> None:
    say(store, article, "Bo", Correction("Bo's one."))
    sent = Judgement("again", article.translation.beads[0].id, 0, "Ana", AT, Correction("Ana's one."))
    first = gate.judge(store, sent)
    say(store, article, "Bo", Correction("Bo's two."), version=1)
    assert gate.judge(store, sent) == first
    assert seen(store, article, "Ana").version == 1


def test_two_windows_of_one_reviewer_still_disagree(store: Store, article: Article) -> None:
    say(store, article, "Ana", Correction("One."))
    with pytest.raises(StaleJudgement):
        say(store, article, "Ana", Correction("Two."))


def test_opening_it_asks_about_the_pairs_left_with_different_texts(store: Store, article: Article) -> None:
    say(store, article, "Ana", Correction("Ana's."))
    say(store, article, "Bo", StatusChange("approved"))
    for name in ("Ana", "Bo"):
        say(store, article, name, Correction("The same."), pair=1)
        say(store, article, name, StatusChange("approved"), pair=2)
    say(store, article, "Bo", Correction("Bo's alone."), pair=3)
    first = article.translation.beads[0].id
    assert apart(flow.review_of(store, article.id), store.judgements(article.id)) == (first,)
    assert gate.end_blind(store, article.id, id_="end", at=AT + timedelta(hours=1), by="Cy") == (first,)
    assert not is_blind(store.events(article.id))
    statuses = [state.status for state in flow.review_of(store, article.id)]
    assert statuses == ["question", "corrected", "approved", "corrected", "unreviewed", "unreviewed"]


def test_the_pairs_stay_as_they_are(store: Store, article: Article) -> None:
    pair = article.translation.beads[0].id
    with pytest.raises(Unrepairable, match="blind"):
        repair(store, Repair("r", article.id, pair, "merge", "Ana", AT))
    with pytest.raises(Unrepairable, match="blind"):
        realign(store, article.id, at=AT, by="Ana")
    with pytest.raises(Unrepairable, match="blind"):
        take_back(store, article.id, 1, at=AT, by="Ana")


def test_it_is_blind_from_a_time_to_a_time() -> None:
    on, off = (
        Event(str(n), "a", "Cy", AT + timedelta(hours=n), Blinding(on=value)) for n, value in enumerate((True, False))
    )
    assert not is_blind([])
    assert not is_blind([on, off])
    assert is_blind([on, off], AT)
    assert not is_blind([on, off], AT - timedelta(1))
    assert not is_blind([on, off], AT + timedelta(hours=2))


acts = st.lists(st.tuples(st.sampled_from(["Ana", "Bo", "Cy"]), st.sampled_from(["one", "two", ""])), max_size=12)


@given(acts)
def test_what_is_stored_is_seen_again_as_it_was_said(done: list[tuple[str, str]]) -> None:
    said: list[Judgement] = []
    made = dict.fromkeys(["Ana", "Bo", "Cy"], 0)
    for number, (name, text) in enumerate(done):
        value: Value = Correction(text) if text else MARK
        judgement = Judgement(str(number), "p", made[name], name, AT, value)
        said.append(stored(judgement, said))
        assert own(said, name)[-1] == judgement
        made[name] += isinstance(value, Correction)
    versions = [each.version for each in said if isinstance(each.value, Correction)]
    assert versions == list(range(len(versions)))


def test_without_others_nothing_changes() -> None:
    review: Review = review_of(article_of(LIBRARY), [])
    judgement = Judgement("j", review.states[0].pair.id, 0, "Ana", AT, Correction("x"))
    assert stored(judgement, []) == judgement
    assert own([judgement, replace(judgement, id="k", version=1)], "Ana")[1].version == 1


def test_the_shell_begins_and_ends_it_and_tells_how_raters_agree(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MTREVIEW_DB", store.engine.url.render_as_string(hide_password=False))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    article = store.add(article_of(LIBRARY, title="Rated"), at=AT, by="Ana")
    run = CliRunner().invoke
    assert run(raters, [article.id]).stdout == "no reviewer has rated a segment\n"
    assert run(blind, [article.id]).stdout == f"{article.id}: under blind review\n"
    for name in ("Ana", "Bo"):
        say(store, article, name, MARK)
        say(store, article, name, StatusChange("approved"), pair=2)
    say(store, article, "Bo", Correction("Bo's.", errors=()), pair=1)
    told = run(raters, [article.id]).stdout.splitlines()
    assert [line.split()[:3] for line in told if line.startswith("Baseline")] == [
        ["Baseline", "MT", "Ana"],
        ["Baseline", "MT", "Bo"],
        ["Baseline", "MT", "all"],
    ]
    (agreed,) = (line for line in told if line.startswith("Ana, Bo"))
    assert "2 of 2" in agreed
    assert agreed.count("1.00") == 3
    assert "shown to all, 0 pairs" in run(blind, [article.id, "--end"]).stdout
