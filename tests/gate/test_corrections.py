"""Floors for the guesses of what a correction mends."""

from __future__ import annotations

import pytest

from tests.gate.corrections import FLAGS, RATED, agreed, injected, planted, rated, told
from tests.gate.measured import CORPORA

pytestmark = pytest.mark.skipif(not CORPORA, reason="no sample articles here")


def test_planted_faults_are_told_from_the_fix_that_mends_them() -> None:
    found = told(planted())
    assert found.category.total > 150
    assert found.category.share >= 0.65
    assert found.severity.share >= 0.65


@pytest.mark.skipif(not FLAGS.exists(), reason="the rated segments are not here")
def test_faults_that_were_put_in_are_told_from_the_segment_as_it_was() -> None:
    found = told(injected(), checked=False)
    assert found.category.share >= 0.85
    assert found.top.share >= 0.9


@pytest.mark.skipif(not FLAGS.exists(), reason="the rated segments are not here")
@pytest.mark.parametrize("name", ["wmt23_zhen", "ted_ende"])
def test_what_raters_marked_is_told_from_better_translations(name: str) -> None:
    """Two raters who marked the same words agree on the category in three of five: no guess can do better."""
    assert name in RATED
    found = told(rated(name), checked=False)
    assert found.category.share >= 0.37
    if name == "wmt23_zhen":
        assert found.category.share < agreed(name).category.share < 0.65
