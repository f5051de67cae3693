"""How far the words of a translation stand apart from other translations of the same source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex
from rapidfuzz.distance import Indel

from review.checks.reading.others import Reading

BREAK = regex.compile(r"[，。；：！？—]|[,;:.!?][\"”’)]*+(?:\s|$)")
"""What divides clauses."""


@dataclass(frozen=True, slots=True)
class Divergence:
    """By word its weight, and the share of the other translations that do not have it in its place, 0 to 1."""

    weights: tuple[float, ...]
    apart: tuple[float, ...]

    def within(self, first: int, last: int) -> float:
        """The weighted mean over the words from `first` to `last`, 0 to 1."""
        weights, apart = self.weights[first : last + 1], self.apart[first : last + 1]
        return sum(weight * share for weight, share in zip(weights, apart, strict=True)) / sum(weights)

    @property
    def whole(self) -> float:
        return self.within(0, len(self.weights) - 1)


def divergence(own: Reading, same: Sequence[dict[int, int]]) -> Divergence:
    """`same` has the places that each of the others shares."""
    places = range(len(own.stems))
    return Divergence(own.weights, tuple(sum(place not in each for each in same) / len(same) for place in places))


def shared(own: Reading, other: Reading) -> dict[int, int]:
    """The places of the words that a translation shares with another one, in order, and the edges of both."""
    same = {-1: -1, len(own.stems): len(other.stems)}
    for step in Indel.opcodes(own.stems, other.stems):
        if step.tag == "equal":
            same.update(zip(range(step.src_start, step.src_end), range(step.dest_start, step.dest_end), strict=True))
    return same


def is_broken(text: str, own: Reading, place: int) -> bool:
    """Whether a clause ends between a word and the next."""
    return bool(BREAK.search(text, own.spans[place].end, own.spans[place + 1].start))


def clauses(text: str, own: Reading) -> Iterator[tuple[int, int]]:
    """The first and the last word of each clause."""
    first, end = 0, len(own.spans) - 1
    for place in range(len(own.spans)):
        if place == end or is_broken(text, own, place):
            yield first, place
            first = place + 1
