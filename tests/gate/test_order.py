"""Floors under the order of reading, on rated segments that its weights did not see, and on the sample articles."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from review.article import pairs_of
from review.checks import flag
from review.checks.risk.model import model
from review.rank import documents, explained, risk
from review.types import Pair
from tests.gate import measured
from tests.gate.columns import columns_for, families, table
from tests.gate.order import unseen, with_findings
from tests.gate.rated import CORPORA, corpus, is_here, report
from tests.gate.reliability import bins, calibration_error, predictions

rated = pytest.mark.skipif(not is_here(), reason="the rated segments are not here")
WORST = 0.2  # share of an article that is read first
FOUND = 0.3  # share of the planted faults that stand in it, all articles together; at random it is 0.2


def figures(name: str, *, beside: bool = False) -> dict[str, float]:
    chosen = table().only(columns_for(beside))
    return report(corpus(name), unseen(chosen, name))


@rated
@pytest.mark.parametrize(
    ("beside", "floors"),
    [
        (False, {"AUC_major": 0.702, "AUC_major_lenctl": 0.695, "kendall": 0.362, "found@20%_gain": 0.51}),
        (True, {"AUC_major": 0.735, "AUC_major_lenctl": 0.73, "kendall": 0.41, "found@20%_gain": 0.585}),
    ],
)
def test_on_documents_and_systems_never_seen(beside: bool, floors: dict[str, float]) -> None:
    found = figures("wmt23_zhen", beside=beside)
    assert {name: found[name] for name in floors if found[name] < floors[name]} == {}


@rated
@pytest.mark.parametrize(
    ("beside", "floors"),
    [
        (False, {"AUC_major": 0.715, "AUC_major_lenctl": 0.71, "kendall": 0.375, "found@20%_gain": 0.51}),
        (True, {"AUC_major": 0.745, "AUC_major_lenctl": 0.74, "kendall": 0.422, "found@20%_gain": 0.58}),
    ],
)
def test_findings_better_the_order(beside: bool, floors: dict[str, float]) -> None:
    found = with_findings("wmt23_zhen", beside=beside)
    assert {name: found[name] for name in floors if found[name] < floors[name]} == {}


@rated
@pytest.mark.parametrize("name", [name for name in CORPORA if name != "wmt23_zhen"])
def test_on_no_corpus_left_out_is_it_worse_than_length(name: str) -> None:
    by_length = report(corpus(name), [len(each.pair.target) for each in corpus(name)])
    assert figures(name)["AUC_major"] >= by_length["AUC_major"]


@rated
def test_what_is_predicted_comes_true() -> None:
    told = list(bins(*predictions(CORPORA)))
    assert calibration_error(told) < 0.03
    assert [each.observed for each in told] == pytest.approx(sorted(each.observed for each in told), abs=0.05)


@rated
def test_the_shipped_model_does_what_was_fitted() -> None:
    pairs = [replace(each.pair, alternatives=()) for each in corpus("ted_ende")]
    found = report(corpus("ted_ende"), [risk(pair, []) for pair in pairs])
    assert found["AUC_major"] >= 0.63


def test_the_model_has_the_columns_that_are_fitted() -> None:
    assert {name: column.family for name, column in model().columns.items()} == families()


def faults_and_risks(folder: Path) -> list[tuple[int, float]]:
    """For each pair of a sample article how many planted faults it holds, and its risk."""
    article = measured.sample(folder)
    beads = tuple(replace(bead, id=str(number)) for number, bead in enumerate(article.translation.beads))
    article = replace(article, translations=(replace(article.translation, beads=beads),))
    pairs = pairs_of(article)
    flags = flag(pairs)
    places = dict(zip([bead.id for bead in beads], measured.bead_places(article), strict=True))
    faults = [
        (fault["side"] == "target", frozenset(range(int(str(fault["start"])), int(str(fault["end"])))))
        for fault in measured.gold(folder)["faults"]
    ]
    counts = {pair.id: sum(bool(span & places[pair.id][on_target]) for on_target, span in faults) for pair in pairs}
    shared = documents(pairs)
    return [
        (counts[pair.id], risk(pair, flags.of(pair.id), document)) for pair, document in zip(pairs, shared, strict=True)
    ]


@pytest.mark.skipif(not measured.CORPORA, reason="no sample articles here")
def test_the_worst_fifth_of_the_samples_holds_more_than_its_share_of_faults() -> None:
    found = total = 0
    for folder in measured.CORPORA:
        told = sorted(faults_and_risks(folder), key=lambda each: -each[1])
        found += sum(faults for faults, _ in told[: round(len(told) * WORST)])
        total += sum(faults for faults, _ in told)
    assert total > 100
    assert found / total >= FOUND


@pytest.mark.parametrize("lang", ["ja", "th", "tlh", "ko"])
def test_a_language_without_word_lists_still_has_an_order(lang: str) -> None:
    short, long = (Pair("p", "字 " * size, "One more word. " * size, lang, "en") for size in (2, 40))
    assert explained(long, []).value > explained(short, []).value
