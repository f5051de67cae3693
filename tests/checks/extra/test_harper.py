"""Harper as a check: its examples where it is installed, and that it stays out of the way where it is not wanted."""

from __future__ import annotations

import pytest

from review import flow
from review.checks.base import Example, findings_in, repaired
from review.checks.extra.harper import CHECK, is_installed
from review.types import Pair

needs_harper = pytest.mark.skipif(not is_installed(), reason="the extra `harper` is not installed")


@needs_harper
@pytest.mark.parametrize("example", CHECK.examples)
def test_marks_exactly_what_the_example_says(example: Example) -> None:
    findings = findings_in(CHECK, example)
    assert tuple(finding.text for finding in findings) == example.marked
    if example.fixed is not None:
        assert repaired(example.target, findings) == example.fixed


@needs_harper
@pytest.mark.parametrize(
    "text", ["", "\u00e9\U0001f600 recieve \u4e2d", "a" * 5000, "He recieve it.\r\n\r\nHe recieve it."]
)
def test_spans_quote_their_text(text: str) -> None:
    for finding in findings_in(CHECK, Example("原文", text)):
        assert finding.span.of(text) == finding.text


def checks_that_mark(monkeypatch: pytest.MonkeyPatch, wanted: str) -> set[str]:
    monkeypatch.setenv("MTREVIEW_HARPER", wanted)
    (checked,) = flow.check([Pair("p", "那是结束。", "This is teh end.", "zh", "en")])
    return {finding.check for finding in checked.flags.findings}


@needs_harper
def test_it_runs_when_it_is_switched_on(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "harper" in checks_that_mark(monkeypatch, "true")
    assert "harper" not in checks_that_mark(monkeypatch, "false")
