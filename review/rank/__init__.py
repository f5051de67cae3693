"""Which pairs to read first, and why: how likely each is to hold a major error, and what that is taken from.

docs/order.md explains the signals, the model and its figures.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from review.rank.agreement import agreement
from review.rank.findings import by_findings, weight_of
from review.rank.model import MOST_POINTS, model, points_of, share_of
from review.rank.reasons import Reason, reasons
from review.rank.signals import REMEMBERED, measured
from review.types import Finding, Pair

Document = Mapping[str, float]
"""What the pairs of a document have in common, as standardised columns of the model."""
ALONE: Document = {}
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
    return _raised(_guess(pair, document).value, findings)


def explained(pair: Pair, findings: Sequence[Finding], document: Document = ALONE) -> Risk:
    """The risk with its reasons."""
    guess = _guess(pair, document)
    why = reasons(pair, guess.families, findings, guess.value)
    points = min(guess.points + MAJOR * sum(map(weight_of, findings)), MOST_POINTS)
    return Risk(_raised(guess.value, findings), points, why)


def documents(pairs: Sequence[Pair]) -> tuple[Document, ...]:
    """For each of some neighbouring pairs of one document what its document has in common.

    Where the first source comes again, another translation of the document begins.
    """
    starts = [place for place, pair in enumerate(pairs) if pair.source == pairs[0].source]
    found: list[Document] = []
    for start, end in zip(starts, [*starts[1:], len(pairs)], strict=True):
        shared = model().shared([_own(pair) for pair in pairs[start:end]])
        found.extend([shared] * (end - start))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Guess:
    """What the signals alone say, and what each family of them adds to the log-odds of a major error."""

    value: float = 0.0
    points: float = 0.0
    families: Mapping[str, float] = field(default_factory=dict)


def _guess(pair: Pair, document: Document) -> _Guess:
    if not pair.target.strip():
        return _Guess()
    told = model().standardised(dict(agreement(pair)))
    parts = model().parts({**_own(pair), **document, **told}, beside=bool(told))
    total, reading = sum(parts.values()), model().reading(beside=bool(told))
    families = {family: reading.major[1] * part for family, part in parts.items()}
    return _Guess(share_of(total, reading.major), points_of(total, reading.points), families)


@lru_cache(REMEMBERED)
def _own(pair: Pair) -> Mapping[str, float]:
    return model().standardised(measured(pair).signals)


def _raised(guess: float, findings: Sequence[Finding]) -> float:
    return 1.0 - (1.0 - guess) * (1.0 - by_findings(findings))


__all__ = ["ALONE", "Document", "Reason", "Risk", "by_findings", "documents", "explained", "risk"]
