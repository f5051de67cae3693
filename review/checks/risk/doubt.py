"""How doubtful each word of a translation is, where there are other translations of its source.

A logistic regression: whether half of a word lies in an error that a rater marked. `python -m tests.gate.doubt` fits
it, and tells how well it does.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate
from math import log
from operator import mul
from typing import NamedTuple

from review.checks.reading.divergence import REMEMBERED, Compared, compared
from review.types import Pair

NEAR, FAR = 2, 10  # words on both sides
COMMONEST = 7.0  # Zipf value above which words are equally common
SURE = 0.01
"""How near to 0 and 1 a risk counts."""


class Signs(NamedTuple):
    """What speaks for a word to be doubtful; as weights, how much."""

    apart: float
    """Share of the other translations that do not have the word in its place, 0 to 1."""
    near: float
    """The same over the words around it, by rarity, NEAR on both sides."""
    far: float
    """The same, FAR on both sides."""
    clause: float
    """The same over its clause."""
    whole: float
    """The same over the whole translation: where the risk is known, it counts against the word."""
    zipf: float
    """How common it is, at most COMMONEST."""
    length: float
    """Logarithm of the number of words: in a long text the same risk is spread over more."""


WEIGHTS, BIAS = Signs(0.50, 0.31, 0.47, 0.42, -1.01, -0.14, -0.58), 1.89
BY_RISK = 0.67
"""For the log-odds of a major error in the whole, by its signals and its document's."""


@lru_cache(REMEMBERED)
def doubts(pair: Pair) -> tuple[float, ...]:
    """The log-odds of each word, as if the whole held a major error as often as not; none without alternatives."""
    beside = compared(pair)
    return tuple(BIAS + sum(map(mul, WEIGHTS, each)) for each in signs(beside)) if beside else ()


def by_risk(risk: float) -> float:
    """What a risk from 0 to 1 adds to the log-odds of every word."""
    risk = min(max(risk, SURE), 1.0 - SURE)
    return BY_RISK * log(risk / (1.0 - risk))


def signs(beside: Compared) -> list[Signs]:
    """What speaks for each word."""
    own, apart, size = beside.own, beside.apart, len(beside.apart)
    weights: list[float] = [0.0, *accumulate(own.weights)]
    weighed: list[float] = [0.0, *accumulate(map(mul, own.weights, apart))]

    def mean(first: int, end: int) -> float:
        first, end = max(first, 0), min(end, size)
        return (weighed[end] - weighed[first]) / (weights[end] - weights[first])

    whole, length = mean(0, size), log(size)
    of_clause = [mean(first, last + 1) for first, last in beside.clauses for _ in range(first, last + 1)]
    return [
        Signs(
            apart[place],
            mean(place - NEAR, place + NEAR + 1),
            mean(place - FAR, place + FAR + 1),
            of_clause[place],
            whole,
            min(own.zipfs[place], COMMONEST),
            length,
        )
        for place in range(size)
    ]
