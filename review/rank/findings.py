"""What the findings on a pair say of its risk."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod, sqrt

from review.checks.reading.others import others_of
from review.judged.precision import priors
from review.types import Finding, Pair, Severity

WEIGHT: dict[str, dict[Severity, float]] = {
    "accuracy": {"minor": 0.4, "major": 0.4},
    "terminology": {"minor": 0.4, "major": 0.4},
    "style": {"minor": 0.03, "major": 0.03},
}
"""How much of the doubt left by the signals a finding takes away, by the top level of its MQM category.

Measured on the rated corpora (`python -m tests.gate.raised`): what a check calls minor in accuracy comes
with a major error as often as what it calls major, and long sentences and the like are in the signals already.
"""
BESIDE = 0.15
"""The same for major findings in accuracy where there are alternatives, whose signals tell most of what was left out or
changed: with .4 they count twice, and a short segment that lacks a clause goes before a long one with more points."""
OTHERWISE: dict[Severity, float] = {"neutral": 0.0, "minor": 0.12, "major": 0.4, "critical": 1.0}
"""The same for other categories, as fluency, and for severities that are not in WEIGHT."""
UNRATED = 0.75
"""The same for a major finding of a check that has hardly a record there, as on a sentence that is left out; set by
hand, because the machines that were rated make no such fault."""
RATED = 10  # marks of a check in the rated corpora from which its findings count as measured
NO_ERROR = frozenset({"source issue"})
SIGNALLED = frozenset({"no-other-translation"})
"""Checks whose findings the signals of agreement count already: raising the risk twice spoils the order."""


def is_beside(pair: Pair) -> bool:
    """Whether a pair has alternatives to be compared with."""
    return bool(others_of(pair))


def by_findings(findings: Sequence[Finding], *, beside: bool = False) -> float:
    """The chance that the findings come with a major error, if the checks were independent.

    `beside` says, here and below, whether the pair has alternatives.
    """
    return 1.0 - prod([1.0 - weight for weight in _by_check(findings, beside=beside).values()])


def raised(guess: float, findings: Sequence[Finding], *, beside: bool = False) -> float:
    """A first guess of the risk, raised by the findings as if they and the signals were independent."""
    return 1.0 - (1.0 - guess) * (1.0 - by_findings(findings, beside=beside))


def points_by_findings(findings: Sequence[Finding], major: float, *, beside: bool = False) -> float:
    """What findings add to the expected MQM points, where a major error counts `major`."""
    return major * sum(_by_check(findings, beside=beside).values())


def weight_of(finding: Finding, *, beside: bool = False) -> float:
    """How likely a finding comes with a major error, 0 to 1: its weight times the root of its score.

    The root, because a low score says more of where the mark lies than of the segment.
    """
    if finding.category in NO_ERROR or finding.check in SIGNALLED:
        return 0.0
    return sqrt(min(max(finding.score, 0.0), 1.0)) * _weight(finding, beside=beside)


def _weight(finding: Finding, *, beside: bool) -> float:
    top = finding.category.partition("/")[0]
    if finding.severity == "major" and not _is_rated(finding.check):
        return UNRATED
    if finding.severity == "major" and top == "accuracy" and beside:
        return BESIDE
    by_severity = WEIGHT.get(top, OTHERWISE)
    return by_severity.get(finding.severity, OTHERWISE[finding.severity])


def _is_rated(check: str) -> bool:
    record = priors().get(check)
    return record is not None and record.tally.total >= RATED


def _by_check(findings: Sequence[Finding], *, beside: bool) -> dict[str, float]:
    """By check the weight of its weightiest finding: marks of one check on a pair are mostly of one fault."""
    weights: dict[str, float] = {}
    for finding in findings:
        weights[finding.check] = max(weight_of(finding, beside=beside), weights.get(finding.check, 0.0))
    return weights
