"""Floors for whole articles: the samples always, real ones where they are at hand."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from review import flow
from review.article import corrected_text
from review.export import FORMATS
from review.store import Store
from tests.gate.measured import (
    CORPORA,
    REAL,
    SEED,
    Rate,
    crossing_beads,
    found_faults,
    marks,
    real,
    strict_beads,
    true_findings,
)

AT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
needs_real = pytest.mark.skipif(not REAL, reason="the real articles are not here")


def pooled(rates: list[Rate]) -> float:
    return Rate(sum(rate.hits for rate in rates), sum(rate.total for rate in rates)).share


def test_beads_of_the_samples() -> None:
    measured = [strict_beads(folder) for folder in CORPORA]
    assert len(measured) >= 9
    assert pooled([precision for precision, _ in measured]) >= 0.94
    assert pooled([recall for _, recall in measured]) >= 0.90


def test_faults_of_the_samples_are_found() -> None:
    hits = [hit for folder in CORPORA for _, hit in found_faults(folder)]
    assert Rate(sum(hits), len(hits)).share >= 0.55


def test_findings_in_the_samples_are_faults() -> None:
    true = [hit for folder in CORPORA for _, hit in true_findings(folder)]
    assert Rate(sum(true), len(true)).share >= 0.70


@needs_real
@pytest.mark.parametrize("source", REAL, ids=lambda path: path.name)
def test_real_articles_go_through_the_whole_loop(source: Path, tmp_path: Path) -> None:
    store = Store.open(f"sqlite:///{tmp_path / 'reviews.db'}")
    article = store.add(real(source), at=AT, by="ana")
    review = flow.review_of(store, article.id)
    assert corrected_text(review) == article.translation.text.raw
    assert not flow.flags_of(review).failures
    for form in FORMATS:
        # Triples are of reviewed pairs, and none is.
        assert flow.export_of(store, article.id, form.id, at=AT) or form.id == "triples"
    store.close()


@needs_real
def test_beads_of_real_articles_stay_within_their_segments() -> None:
    assert pooled([crossing_beads(source) for source in REAL if source != SEED]) <= 0.025


@pytest.mark.skipif(not SEED.exists(), reason="the seed article is not here")
def test_what_a_reader_of_the_seed_article_sees_first_is_marked() -> None:
    article = real(SEED)
    raw = article.translation.text.raw
    found = {(f.check, span.of(raw)) for side, span, f in marks(article) if side == "target"}
    assert {("source-script", "大汉网络"), ("source-script", "大汉版通发布系统")} <= found
    assert ("page-furniture", "0 1 6 12") in found
    assert ("page-furniture", "Produced By 大汉网络 大汉版通发布系统") in found
    assert {("doubled-space", "\u00a0\u00a0"), ("doubled-space", "\u00a0\u00a0 ")} <= found
    longest = max((text for check, text in found if check == "long-sentence"), key=len)
    assert (longest[:21], longest[-12:], len(longest.split())) == ("It is required to gra", "the country.", 168)
