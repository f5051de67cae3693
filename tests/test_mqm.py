"""The typology as the field has it, and its penalty points."""

from __future__ import annotations

import pytest

from review.judgements import ErrorSpan
from review.mqm import BY_ID, CATEGORIES, CORE, CORE_BY_ID, WEIGHTS, category, mqm_score, penalty
from review.types import Severity, Span

ITS_TYPES = set(
    """terminology mistranslation omission untranslated addition duplication inconsistency grammar legal register
    locale-specific-content locale-violation style characters misspelling typographical formatting
    inconsistent-entities numbers markup pattern-problem whitespace internationalization length non-conformance
    uncategorized other""".split()  # noqa: SIM905
)


def error(category_id: str, severity: Severity) -> ErrorSpan:
    return ErrorSpan(Span(0, 1), "x", category_id, severity)


@pytest.mark.parametrize(
    ("category_id", "severity", "points"),
    [
        ("accuracy/mistranslation", "major", 5),
        ("accuracy/mistranslation", "minor", 1),
        ("accuracy/mistranslation", "critical", 25),
        ("accuracy/mistranslation", "neutral", 0),
        ("fluency/punctuation", "minor", 0.1),
        ("fluency/punctuation", "major", 5),
        ("fluency/punctuation", "neutral", 0),
        ("fluency", "minor", 1),
        ("non-translation!", "major", 25),
        ("source issue", "major", 0),
        ("source issue", "critical", 0),
        ("other/page furniture", "minor", 1),
        ("unheard of/entirely", "major", 5),
    ],
)
def test_penalty_is_the_weight_of_the_longest_prefix(category_id: str, severity: Severity, points: float) -> None:
    assert penalty(category_id, severity) == points


@pytest.mark.parametrize(
    ("errors", "points"),
    [
        ((), 0),
        ((error("accuracy/omission", "major"), error("fluency/spelling", "minor")), 6),
        ((error("fluency/punctuation", "minor"), error("fluency/punctuation", "minor")), 0.2),
        ((error("accuracy/addition", "major"), error("non-translation!", "major")), 25),
        ((error("non-translation!", "major"), error("non-translation!", "major")), 25),
        ((error("source issue", "major"), error("style/awkward", "minor")), 1),
    ],
)
def test_a_segment_s_score_is_the_sum_and_non_translation_replaces_it(
    errors: tuple[ErrorSpan, ...], points: float
) -> None:
    assert mqm_score(errors) == pytest.approx(points)


def test_the_typology_is_sound() -> None:
    assert len(BY_ID) == len(CATEGORIES)
    assert len(CORE_BY_ID) == len(CORE)
    for each in CATEGORIES:
        assert each.id == each.id.lower()
        assert each.its in ITS_TYPES
        assert not each.core or each.core in CORE_BY_ID
        assert each.top in BY_ID
        assert each.note
    assert {core.parent for core in CORE} <= CORE_BY_ID.keys()
    assert [each.id for each in CATEGORIES if each.side == "source"] == ["accuracy/omission", "source issue"]


def test_every_weight_is_of_a_category_in_the_typology() -> None:
    assert all(not tail or tail in BY_ID for tail in (prefix.partition("/")[2] for prefix in WEIGHTS))


@pytest.mark.parametrize(
    ("name", "found", "core", "its"),
    [
        ("accuracy/source language fragment", "accuracy/source language fragment", "108", "untranslated"),
        ("accuracy/gender mismatch", "accuracy", "100", "mistranslation"),
        ("other/page furniture", "other", "", "other"),
        ("injected/number", "other", "", "other"),
        ("non-translation!", "non-translation!", "211", "non-conformance"),
        ("linguistic conventions/grammar", "fluency/grammar", "201", "grammar"),
        ("style/unidiomatic style", "style", "300", "style"),
        ("accuracy/over-translation", "accuracy", "100", "mistranslation"),
        ("design and markup/layout", "other", "", "other"),
        ("", "other", "", "other"),
    ],
)
def test_an_unknown_category_is_that_above_it(name: str, found: str, core: str, its: str) -> None:
    assert (category(name).id, category(name).core, category(name).its) == (found, core, its)
