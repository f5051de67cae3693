"""The verbs about an article as a whole, on a store."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from review import flow
from review.errors import NothingToSample, NotReleased, StaleJudgement, UnknownArticle
from review.judged.events import Release, Sample
from review.judged.sampling import draw, pool_of
from review.judgements import Correction, Judgement, StatusChange
from review.shell.commands import release_article, sample
from review.store import Store
from review.types import Article
from review.verbs import gate
from tests.reviewed import AT, LIBRARY, article_of

LATER = AT + timedelta(hours=1)


@pytest.fixture
def article(store: Store) -> Article:
    return store.add(article_of(LIBRARY, title="Library"), at=AT, by="Ana")


def lines(store: Store, article: Article) -> dict[str, int]:
    review = flow.review_of(store, article.id)
    return {line.name: line.count for line in gate.open_lines(store, review, flow.flags_of(review))}


def test_a_release_is_recorded_with_what_was_open_and_can_be_withdrawn(store: Store, article: Article) -> None:
    with pytest.raises(NotReleased):
        gate.withdraw_release(store, article.id, id_="r0", at=AT, by="Ana")
    event = gate.release_article(store, article.id, id_="r1", at=AT, by="Ana")
    assert isinstance(event.value, Release)
    assert dict(event.value.open) == lines(store, article)
    assert lines(store, article)["unreviewed"] == 6
    assert gate.standing_of(store, flow.review_of(store, article.id)).same
    store.append(Judgement("j", article.translation.beads[2].id, 0, "Bo", LATER, Correction("120 seats.")))
    standing = gate.standing_of(store, flow.review_of(store, article.id))
    assert (standing.same, standing.changed) == (False, (article.translation.beads[2].id,))
    gate.withdraw_release(store, article.id, id_="r2", at=LATER, by="Bo")
    assert gate.standing_of(store, flow.review_of(store, article.id)).release is None


def test_a_correction_that_came_too_late_is_a_conflict_in_the_gate(store: Store, article: Article) -> None:
    pair = article.translation.beads[1].id
    store.append(Judgement("j1", pair, 0, "Ana", AT, Correction("Ana's.")))
    with pytest.raises(StaleJudgement):
        store.append(Judgement("j2", pair, 0, "Bo", LATER, Correction("Bo's.")))
    assert lines(store, article)["conflicts"] == 1


def test_a_sample_is_drawn_read_and_estimated(store: Store, article: Article) -> None:
    review = flow.review_of(store, article.id)
    assert gate.estimates_of(store, review) == ()
    event = gate.draw_sample(store, article.id, id_="s1", at=AT, by="Ana", size=2, seed=7)
    pool = pool_of(review, flow.flags_of(review))
    assert event.value == Sample(draw(pool, 2, 7), 7, 2, len(pool))
    assert isinstance(event.value, Sample)
    first, second = event.value.pairs
    store.append(Judgement("j1", first, 0, "Bo", LATER, StatusChange("approved")))
    store.append(Judgement("j2", second, 0, "Bo", LATER, Correction("Better.")))
    (estimate,) = gate.estimates_of(store, flow.review_of(store, article.id))
    assert (estimate.read, estimate.missed, estimate.finished) == (2, 1, True)


def test_a_sample_has_a_seed_of_its_own_where_none_is_given(store: Store, article: Article) -> None:
    events = [gate.draw_sample(store, article.id, id_=f"s{n}", at=AT, by="Ana") for n in range(3)]
    seeds = {event.value.seed for event in events if isinstance(event.value, Sample)}
    assert len(seeds) > 1
    assert all(0 <= seed < gate.SEEDS for seed in seeds)


def test_what_cannot_be_sampled_or_released_is_named(store: Store) -> None:
    read = store.add(article_of([("开馆。", "The library opens.")], title="Read"), at=AT, by="Ana")
    store.append(Judgement("j1", read.translation.beads[0].id, 0, "Ana", AT, StatusChange("approved")))
    with pytest.raises(NothingToSample, match="no pair to draw from"):
        gate.draw_sample(store, read.id, id_="s1", at=AT, by="Ana")
    assert gate.draw_sample(store, read.id, id_="s1", at=AT, by="Ana", unread=False).value
    with pytest.raises(UnknownArticle):
        gate.release_article(store, "nowhere", id_="r", at=AT, by="Ana")


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """The store that the commands open."""
    url = f"sqlite:///{tmp_path / 'shell.db'}"
    monkeypatch.setenv("MTREVIEW_DB", url)
    monkeypatch.setenv("MTREVIEW_REVIEWER", "Ana")
    opened = Store.open(url)
    yield opened
    opened.close()


def test_a_release_from_the_shell_tells_what_is_open_first(shell: Store) -> None:
    article = shell.add(article_of(LIBRARY, title="Library"), at=AT, by="Ana")
    told = CliRunner().invoke(release_article, [article.id])
    assert (told.exit_code, shell.events(article.id)) == (1, ())
    assert "6 pairs not reviewed" in told.output
    done = CliRunner().invoke(release_article, [article.id, "--anyway"])
    assert (done.exit_code, len(shell.events(article.id))) == (0, 1)
    assert "by Ana, text " in done.output


def test_a_sample_from_the_shell_is_drawn_and_shown(shell: Store) -> None:
    article = shell.add(article_of(LIBRARY, title="Library"), at=AT, by="Ana")
    drawn = CliRunner().invoke(sample, [article.id, "--size", "2", "--seed", "7"])
    assert "2 drawn by Ana with the seed 7. 0 of 2 read" in drawn.output
    shown = CliRunner().invoke(sample, [article.id, "--show"])
    assert (shown.output, len(shell.events(article.id))) == (drawn.output, 1)
    assert isinstance(CliRunner().invoke(sample, ["nowhere"]).exception, UnknownArticle)
