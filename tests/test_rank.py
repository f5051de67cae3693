from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.rank import by_findings, by_length, risk
from review.types import Finding, Pair, Severity, Span

SEVERITIES: tuple[Severity, ...] = ("neutral", "minor", "major", "critical")


def finding(severity: Severity = "minor", score: float = 0.5, category: str = "fluency/grammar") -> Finding:
    return Finding("p", "made-up", 1, category, severity, "target", Span(0, 1), "x", "A reason.", score=score)


def pair(target: str, lang: str = "en") -> Pair:
    return Pair("p", "原文", target, "zh", lang)


FINDINGS = st.builds(
    finding, st.sampled_from(SEVERITIES), st.floats(0, 1), st.sampled_from(["fluency/grammar", "source issue"])
)


@given(st.text(max_size=200), st.lists(FINDINGS, max_size=8), FINDINGS)
def test_one_finding_more_never_lowers_the_risk(target: str, findings: list[Finding], more: Finding) -> None:
    before, after = risk(pair(target), findings), risk(pair(target), [*findings, more])
    assert 0.0 <= before <= after <= 1.0


@given(st.integers(0, 5000), st.integers(0, 5000))
def test_longer_is_riskier(one: int, other: int) -> None:
    short, long = sorted((one, other))
    assert by_length(pair("a" * short)) <= by_length(pair("a" * long))


@pytest.mark.parametrize(
    ("lower", "higher"),
    [
        ([], [finding()]),
        ([finding("minor")], [finding("major")]),
        ([finding("major")], [finding("critical")]),
        ([finding(score=0.2)], [finding(score=0.9)]),
        ([finding()], [finding(), finding()]),
    ],
)
def test_more_and_graver_findings_weigh_more(lower: list[Finding], higher: list[Finding]) -> None:
    assert by_findings(lower) < by_findings(higher)


@pytest.mark.parametrize(
    "harmless", [finding("neutral"), finding("major", category="source issue"), finding(score=0.0)]
)
def test_what_does_not_count_against_the_translation_weighs_nothing(harmless: Finding) -> None:
    assert by_findings([harmless]) == 0.0


def test_an_empty_target_is_judged_by_its_findings_alone() -> None:
    assert risk(pair(""), []) == 0.0
    assert risk(pair(""), [finding("major", 0.9)]) > 0.5


def test_a_wide_character_counts_for_several_letters_and_an_unknown_language_for_a_spaced_one() -> None:
    assert by_length(pair("文" * 20, "zh")) > by_length(pair("a" * 20))
    assert by_length(pair("a" * 20, "tlh")) == by_length(pair("a" * 20))
