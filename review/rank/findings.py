"""What the findings on a pair say of its risk."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

from review.types import Finding, Severity

WEIGHT: dict[Severity, float] = {"neutral": 0.0, "minor": 0.15, "major": 0.75, "critical": 1.0}
"""How likely a finding of that severity, when right, comes with a major error in its pair; set by hand."""
NO_ERROR = frozenset({"source issue"})
SIGNALLED = frozenset({"no-other-translation"})
"""Checks whose findings the signals of agreement count already: raising the risk twice spoils the order."""


def by_findings(findings: Sequence[Finding]) -> float:
    """The chance that at least one finding comes with a major error, if they were independent."""
    return 1.0 - prod(1.0 - weight_of(finding) for finding in findings)


def weight_of(finding: Finding) -> float:
    """How likely a finding comes with a major error, 0 to 1."""
    counts = finding.category not in NO_ERROR and finding.check not in SIGNALLED
    return min(max(finding.score, 0.0), 1.0) * WEIGHT[finding.severity] if counts else 0.0
