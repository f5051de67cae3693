"""Which pairs to read first, and why: how likely each is to hold a major error, and what that is taken from.

docs/order.md explains the signals, the model and its figures.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from review.checks.risk.guess import ALONE, Document, documents, guess
from review.checks.risk.model import MOST_POINTS
from review.rank.findings import by_findings, is_beside, points_by_findings, raised
from review.rank.reasons import Reason, reasons
from review.types import Finding, Pair

MAJOR = 5.0  # MQM points of a major error


@dataclass(frozen=True, slots=True)
class Risk:
    """How likely a pair holds a major error, 0 to 1; its expected MQM points; and why, the weightiest first."""

    value: float
    points: float
    reasons: tuple[Reason, ...] = ()


def risk(pair: Pair, findings: Sequence[Finding], document: Document = ALONE) -> float:
    """How likely the pair holds a major error, 0 to 1.

    The signals give a first guess; each finding that counts against the translation raises it, as if all were
    independent. Law: one finding more never lowers it. An empty target is judged by its findings alone.
    """
    return raised(guess(pair, document).value, findings, beside=is_beside(pair))


def explained(pair: Pair, findings: Sequence[Finding], document: Document = ALONE) -> Risk:
    """The risk with its reasons."""
    first = guess(pair, document)
    why = reasons(pair, first.families, findings, first.value)
    points = min(first.points + points_by_findings(findings, MAJOR, beside=is_beside(pair)), MOST_POINTS)
    return Risk(raised(first.value, findings, beside=is_beside(pair)), points, why)


__all__ = ["ALONE", "Document", "Reason", "Risk", "by_findings", "documents", "explained", "risk"]
