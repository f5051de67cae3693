"""How far the words of a translation stand apart from other translations of the same source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import regex
from rapidfuzz.distance import Indel

from review.checks.reading.others import Reading, others_of, reading
from review.checks.reading.quantities import quantities
from review.checks.reading.values import Values
from review.checks.reading.words import Places
from review.types import Pair

BREAK = regex.compile(r"[，。；：！？—]|[,;:.!?][\"”’)]*+(?:\s|$)")
"""What divides clauses."""
REMEMBERED = 2048
"""Pairs that are kept at hand compared: a correction costs one, not all of its article."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A translation's words beside those of the others.

    `same` has for each of the others the places of the words that both have in order, and `apart` for each word the
    share of the others that do not have it in its place, 0 to 1. `clauses` are the first and the last word of each.
    """

    own: Reading
    others: tuple[Reading, ...]
    texts: tuple[str, ...]
    same: tuple[dict[int, int], ...]
    apart: tuple[float, ...]
    clauses: tuple[tuple[int, int], ...]


@lru_cache(REMEMBERED)
def compared(pair: Pair) -> Compared | None:
    """A pair's translation beside its alternatives; None where there are none, or it has no words."""
    texts = others_of(pair)
    own = reading(pair.target, pair.target_lang) if texts else None
    if not own or not own.stems:
        return None
    others = tuple(reading(text, pair.target_lang) for text in texts)
    same = tuple(shared(own, other) for other in others)
    valued = _valued(pair, own, texts)
    apart = tuple(
        0.0 if place in valued else sum(place not in each for each in same) / len(same)
        for place in range(len(own.stems))
    )
    return Compared(own, others, texts, same, apart, tuple(clauses(pair.target, own)))


def shared(own: Reading, other: Reading) -> dict[int, int]:
    """The places of the words that a translation shares with another one, in order, and the edges of both."""
    same = {-1: -1, len(own.stems): len(other.stems)}
    for step in Indel.opcodes(own.stems, other.stems):
        if step.tag == "equal":
            same.update(zip(range(step.src_start, step.src_end), range(step.dest_start, step.dest_end), strict=True))
    return same


def _valued(pair: Pair, own: Reading, texts: Sequence[str]) -> frozenset[int]:
    """The places of numbers whose value one of the others has, however it is written."""
    found = quantities(pair.target, pair.target_lang)
    if not found:
        return frozenset()
    there = Values(quantity for text in texts for quantity in quantities(text, pair.target_lang))
    same = Places(quantity.span for quantity in found if there.hold(quantity))
    return frozenset(place for place, span in enumerate(own.spans) if same.touch(span))


def clauses(text: str, own: Reading) -> Iterator[tuple[int, int]]:
    """The first and the last word of each clause."""
    first, end = 0, len(own.spans) - 1
    for place in range(len(own.spans)):
        if place == end or BREAK.search(text, own.spans[place].end, own.spans[place + 1].start):
            yield first, place
            first = place + 1
