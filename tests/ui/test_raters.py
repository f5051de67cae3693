"""Blind review and what its raters say, on the pages that show it."""

from __future__ import annotations

from pathlib import Path

import pytest
import streamlit as st

from review.judged.blind import is_blind
from review.judgements import Correction, ErrorSpan, Judgement, Value
from review.store import Store
from review.types import Article, Span
from tests.reviewed import AT, HOSTILE, LIBRARY, article_of
from tests.ui.test_pages import page, words

MARK = ErrorSpan(Span(0, 4), "City", "fluency/grammar", "minor")


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    url = f"sqlite:///{tmp_path / 'store.db'}"
    settings = {"DB": url, "SAMPLES": "false", "REVIEWER": "Ana", "RULES": str(tmp_path / "rules.toml")}
    for name, value in settings.items():
        monkeypatch.setenv(f"MTREVIEW_{name}", value)
    st.cache_resource.clear()
    return Store.open(url)


@pytest.fixture
def article(store: Store) -> Article:
    return store.add(article_of(LIBRARY, title="Rated"), at=AT, by="Ana")


def say(store: Store, article: Article, pair: int, reviewer: str, value: Value) -> None:
    id_ = article.translation.beads[pair].id
    store.append(Judgement(f"{pair} {reviewer}", id_, 0, reviewer, AT, value))


def test_the_report_tells_how_raters_agree_and_what_became_of_guesses(store: Store, article: Article) -> None:
    say(store, article, 0, "Ana", MARK)
    say(store, article, 0, HOSTILE[0], MARK)
    say(store, article, 1, "Ana", Correction("Other.", guessed=(ErrorSpan(Span(0, 4), "From", "other", "minor"),)))
    app = page("report", article=article.id)
    assert not app.exception
    tables = [each.value for each in app.dataframe]
    agreed = next(table for table in tables if "raters" in table)
    assert agreed["raters"].tolist() == [", ".join(sorted(("Ana", HOSTILE[0])))]
    assert (agreed["pairs"].tolist(), agreed["F1 of spans"].tolist()) == ([1], [1.0])
    scores = next(table for table in tables if "MQM points a pair" in table)
    assert scores["rater"].tolist()[-1] == "all raters"
    guessed = next(table for table in tables if "guessed category" in table)
    assert guessed[["guessed category", "no error"]].values.tolist() == [["Other", 1]]


def test_blind_review_is_begun_and_ended_beside_the_screen(store: Store, article: Article) -> None:
    say(store, article, 0, "Bo", Correction("Boxed."))
    app = page("screen", article=article.id)
    assert "Boxed." in str(app.get("bidi_component")[0].proto)
    app.button(key="blind").click().run()
    assert is_blind(store.events(article.id))
    assert "Blind review." in words(app)
    assert "Boxed." not in str(app.get("bidi_component")[0].proto)
    app.button(key="blind_end").click().run()
    app.button(key="blind_show").click().run()
    assert not is_blind(store.events(article.id))
    assert "Boxed." in str(page("screen", article=article.id).get("bidi_component")[0].proto)
