"""A store as a reviewer may see it: of an article under blind review nothing that others said of it, in no verb."""

from __future__ import annotations

from datetime import timedelta

import pytest

from review import flow
from review.errors import NotReleased, StaleJudgement
from review.export import FORMATS
from review.judgements import Comment, Correction, Draft, ErrorSpan, Judgement, StatusChange, Value
from review.store import SeenStore, Store
from review.types import Article, Span
from review.verbs import gate
from tests.reviewed import AT, LIBRARY, article_of

BO = (
    Draft("Bo drafts."),
    Correction("Bo was here."),
    Comment("Bo asks."),
    ErrorSpan(Span(0, 2), "Bo", "style/other", "minor"),
    StatusChange("question"),
)


def say(store: Store, article: Article, reviewer: str, value: Value, *, pair: int = 0, version: int = 0) -> None:
    id_, count = article.translation.beads[pair].id, len(store.judgements(article.id))
    gate.judge(store, Judgement(f"j{count} {reviewer}", id_, version, reviewer, AT + timedelta(minutes=count), value))


@pytest.fixture
def article(store: Store) -> Article:
    """An article under blind review that Bo has said much of, and Ana one thing."""
    added = store.add(article_of(LIBRARY, title="Library"), at=AT, by="Ana")
    gate.begin_blind(store, added.id, id_="begin", at=AT, by="Cy")
    for value in BO:
        say(store, added, "Bo", value, version=int(not isinstance(value, (Draft, Correction))))
    say(store, added, "Ana", StatusChange("approved"), pair=1)
    with pytest.raises(StaleJudgement):
        store.append(Judgement("late", added.translation.beads[0].id, 0, "Bo", AT, Correction("Bo's late.")))
    return added


def test_of_a_blind_review_one_sees_ones_own(store: Store, article: Article) -> None:
    seen = SeenStore.of(store, "Ana")
    assert [made.reviewer for made in seen.judgements(article.id)] == ["Ana"]
    assert seen.refused(article.id) == ()
    entry = seen.entry(article.id)
    assert entry
    assert (entry.approved, entry.corrected, entry.questions, entry.discussed) == (1, 0, 0, 0)
    assert [share.reviewer for share in entry.shares] == ["Ana"]
    assert seen.entries() == (entry,)
    whole = SeenStore.of(store, "Bo").entry(article.id)
    assert whole
    assert (whole.approved, whole.questions, whole.discussed) == (0, 1, 1)


@pytest.mark.parametrize("form", [each.id for each in FORMATS])
def test_no_file_tells_of_the_others(store: Store, article: Article, form: str) -> None:
    written = flow.export_of(SeenStore.of(store, "Ana"), article.id, form, at=AT)
    alone = Store.open("sqlite://")
    added = alone.add(article_of(LIBRARY, title="Library"), at=AT, by="Ana")
    gate.begin_blind(alone, added.id, id_="begin", at=AT, by="Cy")
    for said in store.judgements(article.id):
        if said.reviewer == "Ana":
            alone.append(said)
    assert written == flow.export_of(alone, added.id, form, at=AT)


def test_the_report_does_not_tell_of_them_either(store: Store, article: Article) -> None:
    review = flow.review_of(SeenStore.of(store, "Ana"), article.id)
    assert "Bo" not in gate.report_of(SeenStore.of(store, "Ana"), (review,), at=AT)
    assert "Bo" in flow.export_of(store, article.id, "jsonl", at=AT).decode()


def test_nobody_releases_what_nobody_sees(store: Store, article: Article) -> None:
    with pytest.raises(NotReleased, match="blind"):
        gate.release_article(store, article.id, id_="r", at=AT, by="Ana")


def test_all_is_seen_when_it_has_ended(store: Store, article: Article) -> None:
    gate.end_blind(store, article.id, id_="end", at=AT + timedelta(hours=1), by="Cy")
    seen = SeenStore.of(store, "Ana")
    assert seen.judgements(article.id) == store.judgements(article.id)
    assert seen.refused(article.id) == store.refused(article.id)
    assert seen.entries() == store.entries()
