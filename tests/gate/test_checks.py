"""Floors for the checks: faults put into clean segments are found, clean ones stay clean, and the record is true."""

from __future__ import annotations

import pytest

from review.checks import CHECKS
from review.judged.precision import priors
from tests.gate.checks import FLAGS, injected, record

needs_data = pytest.mark.skipif(not FLAGS.exists(), reason="the rated translations are not here")
FLOORS = {
    "a/an": 0.95,
    "double space": 0.95,
    "doubled phrase": 0.95,
    "doubled word": 0.95,
    "full-width punctuation": 0.95,
    "lower-case start": 0.95,
    "missing space": 0.95,
    "page furniture": 0.95,
    "residue": 0.95,
    "space before punctuation": 0.95,
    "spelling": 0.90,
    "unbalanced quote or bracket": 0.95,
}
MECHANICS = frozenset(
    {
        "copied-words", "doubled-phrase", "doubled-space", "doubled-word", "full-width", "indefinite-article",
        "agreement", "doubled-punctuation", "foreign-sentence", "invisible-character", "pinyin-word",
        "leaked-markup", "long-sentence", "missing-space", "mojibake", "page-furniture", "sentence-start",
        "source-script", "space-before-punctuation", "spelling", "unbalanced-brackets", "unbalanced-quotes",
        "unchanged",
    }
)  # fmt: skip
CLEAN = 0.01
"""The greatest share of clean segments that the checks of mechanics, residue and furniture may flag, together."""


@needs_data
@pytest.mark.parametrize("kind", FLOORS)
def test_injected_faults_are_found(kind: str) -> None:
    rates, _, _ = injected()
    assert rates[kind].share >= FLOORS[kind], rates[kind]


@needs_data
def test_clean_segments_stay_clean() -> None:
    _, clean, by_check = injected()
    assert sum(number for check, number in by_check.items() if check in MECHANICS) <= CLEAN * clean.total, by_check
    assert by_check["spelling"] <= 0.003 * clean.total


@needs_data
def test_the_record_is_what_the_checks_do() -> None:
    measured = record()
    for check in CHECKS:
        prior = priors().get(check.id)
        if prior is not None and prior.version == check.version:
            assert measured[check.id]["marks"] == pytest.approx(prior.tally.total, rel=0.02, abs=2), check.id
            assert measured[check.id]["right"] == pytest.approx(prior.tally.right, rel=0.02, abs=2), check.id


def test_the_record_names_checks_that_there_are() -> None:
    assert set(priors()) <= {check.id for check in CHECKS}
    assert len(priors()) >= 15
