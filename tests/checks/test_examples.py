from __future__ import annotations

import pytest

from review.checks import CHECKS
from review.checks.base import AnyCheck, Example, findings_in, repaired

EXAMPLES = [
    pytest.param(check, example, id=f"{check.id}-{number}")
    for check in CHECKS
    for number, example in enumerate(check.examples)
]


@pytest.mark.parametrize(("check", "example"), EXAMPLES)
def test_marks_exactly_what_the_example_says(check: AnyCheck, example: Example) -> None:
    assert tuple(finding.text for finding in findings_in(check, example)) == example.marked


@pytest.mark.parametrize(("check", "example"), EXAMPLES)
def test_fixes_give_the_fixed_text(check: AnyCheck, example: Example) -> None:
    findings = findings_in(check, example)
    if example.fixed is not None:
        assert repaired(example.target, findings) == example.fixed
    else:
        assert not example.marked or check.id != "doubled-space"


@pytest.mark.parametrize(("check", "example"), EXAMPLES)
def test_a_finding_quotes_its_span_and_gives_a_reason(check: AnyCheck, example: Example) -> None:
    for finding in findings_in(check, example):
        assert finding.text == finding.span.of(example.pair.text(finding.side))
        assert finding.reason
        assert 0.0 <= finding.score <= 1.0
        assert finding.text not in finding.fixes


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_languages_of_the_examples_are_read(check: AnyCheck) -> None:
    assert all(check.reads(example.pair) for example in check.examples)
