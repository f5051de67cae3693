"""How likely a pair holds a major error, by its signals alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from review.checks.risk.agreement import agreement
from review.checks.risk.model import model, points_of, share_of
from review.checks.risk.register import register
from review.checks.risk.signals import REMEMBERED, headline, measured
from review.types import Pair

Document = Mapping[str, float]
"""What a pair has in common with its document, and whether it is the headline, as standardised columns of the model."""
ALONE: Document = {}


@dataclass(frozen=True, slots=True)
class Guess:
    """What the signals alone say: the chance of a major error, 0 to 1, and the MQM points to expect.

    `families` is what each family of signals adds to the log-odds of a major error.
    """

    value: float = 0.0
    points: float = 0.0
    families: Mapping[str, float] = field(default_factory=dict)


def guess(pair: Pair, document: Document = ALONE) -> Guess:
    """The guess of a pair; nothing for an empty target."""
    if not pair.target.strip():
        return Guess()
    told = _beside(pair)
    parts = model().parts({**_own(pair), **document, **told}, beside=bool(told))
    total, reading = sum(parts.values()), model().reading(beside=bool(told))
    families = {family: reading.major[1] * part for family, part in parts.items()}
    return Guess(share_of(total, reading.major), points_of(total, reading.points), families)


def documents(pairs: Sequence[Pair]) -> tuple[Document, ...]:
    """For each of some neighbouring pairs of one document what they have in common, and whether it is the headline.

    Where the first source comes again, another translation of the document begins.
    """
    starts = [place for place, pair in enumerate(pairs) if pair.source == pairs[0].source]
    found: list[Document] = []
    for start, end in zip(starts, [*starts[1:], len(pairs)], strict=True):
        shared = model().shared([{**_own(pair), **_beside(pair)} for pair in pairs[start:end]])
        shared |= model().rates(*register(pairs[start:end]))
        found.append(shared | model().standardised(headline(pairs[start], first=True)))
        found.extend([shared | model().standardised(headline(pairs[start], first=False))] * (end - start - 1))
    return tuple(found)


@lru_cache(REMEMBERED)
def _own(pair: Pair) -> Mapping[str, float]:
    return model().standardised(measured(pair).signals)


@lru_cache(REMEMBERED)
def _beside(pair: Pair) -> Mapping[str, float]:
    return model().standardised(dict(agreement(pair)))
