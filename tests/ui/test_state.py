"""What is kept between two looks at an article is never older than what was said of it meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st

from review import flow
from review.judged.blocks import Block
from review.judgements import Correction, Dismissal, Judgement, Repair, Value
from review.store import Store
from review.types import Article
from review.ui import shelves, state
from review.ui.listed import FEW
from review.verbs import everywhere, gate, realign
from tests.reviewed import AT, LIBRARY, article_of

SIDES = (
    *LIBRARY,
    ("布劳恩来访。", "Braun came to visit."),
    ("布劳恩说停。", "Braun said “stop”."),
    ("天晴。", "It was fine."),
)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    settings = {
        "DB": f"sqlite:///{tmp_path / 'store.db'}",
        "SAMPLES": "false",
        "RULES": str(tmp_path / "rules.toml"),
        "GLOSSARY": str(tmp_path / "glossary.tsv"),
        "STYLE": str(tmp_path / "style.toml"),
    }
    for name, value in settings.items():
        monkeypatch.setenv(f"MTREVIEW_{name}", value)
    (tmp_path / "glossary.tsv").write_text("source\tpreferred\n馆长\tcurator\n", encoding="utf-8")
    (tmp_path / "style.toml").write_text("", encoding="utf-8")
    st.cache_resource.clear()
    yield Store.open(settings["DB"])
    st.cache_resource.clear()


@pytest.fixture
def article(store: Store) -> Article:
    return store.add(article_of(SIDES), at=AT, by="Ana")


def say(store: Store, article: Article, number: int, value: Value) -> None:
    pair = article.translation.beads[number - 1].id
    stands = state.look(article.id).review.states[number - 1]
    store.append(Judgement(f"{pair} {stands.version} {value}"[:200], pair, stands.version, "Ana", AT, value))


def is_current(store: Store, article: Article) -> bool:
    """Whether all that is kept is what one who reads it for the first time would see."""
    afresh = flow.review_of(store, article.id)
    flags = flow.flags_of(afresh)
    look, told = state.look(article.id), shelves.overview(shelves.UNTIL_READ)
    assert look.review == afresh
    assert look.flags() == flags
    assert look.risks() == flow.risks_of(afresh, flags)
    assert look.history.judgements == store.judgements(article.id)
    assert look.ever == store.pairs(article.id)
    assert told.record == everywhere.track_record(store)
    assert told.blocks == everywhere.blocks(store)
    assert state.entries() == store.entries()
    (entry,) = store.entries()
    assert store.entry(article.id) == entry
    assert state.outlooks()(entry) == flow.outlook_of(afresh, flags)
    return True


def test_every_word_counts_at_once(store: Store, article: Article) -> None:
    assert is_current(store, article)
    found = state.look(article.id).flags().findings
    for number, text in ((8, "Braon said “stop."), (2, "From next month it closes at 9:30."), (8, SIDES[7][1])):
        say(store, article, number, Correction(text))
        assert is_current(store, article)
        again = state.look(article.id).flags().findings
        assert again != found
        found = again
    named = {finding.check: finding for finding in found}
    say(store, article, 6, Dismissal(named["page-furniture"].key))
    say(store, article, 5, Dismissal(found[-1].pattern, scope="everywhere"))
    assert is_current(store, article)


def shared_lines() -> tuple[Block, ...]:
    return shelves.overview(shelves.UNTIL_READ).blocks


def test_lines_that_articles_share_are_never_older_than_the_articles(store: Store) -> None:
    articles = [store.add(article_of([*SIDES, ("关闭", "Share this page 1")], title="One"), at=AT, by="Ana")]
    assert shared_lines() == everywhere.blocks(store) == ()
    for title in ("Two", "Three"):
        sides = [*SIDES[:5], ("关闭", f"Share this page {title == 'Two':d}")]
        articles.append(store.add(article_of(sides, title=title), at=AT, by="Ana"))
    before = shared_lines()
    assert before == everywhere.blocks(store)
    assert ("Share this page 1", tuple(each.id for each in articles)) in [(one.text, one.articles) for one in before]
    say(store, articles[1], 6, Correction("Another line"))
    assert shared_lines() == everywhere.blocks(store) != before


def test_the_list_is_never_older_than_its_articles(store: Store, article: Article) -> None:
    assert state.entries() == store.entries()
    for number in range(FEW + 1):
        store.add(article_of(SIDES[:1], title=f"Article {number}"), at=AT, by="Ana")
    assert state.entries() == store.entries()
    say(store, article, 2, Correction("From next month it closes at 9:30."))
    assert state.entries() == store.entries()
    gate.release_article(store, article.id, id_="r", at=AT, by="Ana")
    assert state.entries() == store.entries()
    assert state.entries()[0].released == AT


def test_another_alignment_counts_at_once(store: Store, article: Article) -> None:
    before = state.look(article.id).review
    realign.repair(store, Repair("r1", article.id, article.translation.beads[1].id, "target down", "Ana", AT))
    after = state.look(article.id).review
    assert len(after.states) == len(before.states)
    assert after != before
    assert is_current(store, article)


def test_another_glossary_counts_at_once(store: Store, article: Article, tmp_path: Path) -> None:
    def named() -> set[str]:
        return {finding.check for finding in state.look(article.id).flags().findings}

    assert "glossary-terms" not in named()
    (tmp_path / "glossary.tsv").write_text("source\tpreferred\n馆长\tdirector of the library\n", encoding="utf-8")
    assert "glossary-terms" in named()
    (tmp_path / "style.toml").write_text('spelling = "american"\n', encoding="utf-8")
    assert is_current(store, article)


def test_what_other_articles_say_counts_once_they_are_read(store: Store, article: Article) -> None:
    sides = [
        (SIDES[1][0], "It shuts at some other time."),
        *((f"另一篇文章的句子{n}。", f"Line {n}.") for n in range(3)),
    ]
    other = store.add(article_of(sides, title="Other"), at=AT, by="Ana")

    def marked() -> bool:
        shelves.memory(shelves.UNTIL_READ)
        flags = state.look_as(other.id, "", shelves.common()).flags()
        return any(finding.check == "other-articles" for finding in flags.findings)

    assert marked()
    assert not any(finding.check == "other-articles" for finding in state.looks().seen(other.id, "Bo").flags().findings)
    assert state.look(other.id).flags() == flow.flags_in(store, flow.review_of(store, other.id))
    say(store, article, 2, Correction("It shuts at some other time!"))
    assert not marked()
    assert state.look(other.id).flags() == flow.flags_in(store, flow.review_of(store, other.id))


def test_an_act_is_done_once_for_a_stamp() -> None:
    done: list[int] = []

    def act() -> str:
        done.append(len(done))
        return f"done {len(done)}"

    said = [state.once("an act", stamp, act) for stamp in (1, 1, 2, 2, 1)]
    assert said == ["done 1", "done 1", "done 2", "done 2", "done 3"]
