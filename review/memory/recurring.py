"""Corrections that recur: the same words put in the place of the same words, again and again over the project."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import regex

from review.checks.project.glossary import SPACED
from review.memory.units import LONGEST, Langs, Memory, Unit, Words

FEWEST = 3
"""Segments in which the same correction was made before it is taken for a decision: two may be chance."""
SOURCES = 12
"""Sources that are compared for what they share."""
SHORTEST = 2
"""Characters of a source term in a script without spaces."""


@dataclass(frozen=True, slots=True)
class Recurring:
    """A replacement that was made in several segments."""

    old: str
    new: str
    units: tuple[Unit, ...]

    @property
    def source(self) -> str:
        """What the segments' sources share, and so the words may render; "" where that is not told."""
        return _shared(self.units[:SOURCES])

    @property
    def pattern(self) -> str:
        """What its dismissal is remembered by; no finding has such a pattern."""
        return f"recurring|{self.old}|{self.new}"


def recurring(memory: Memory, langs: Langs, fewest: int = FEWEST) -> tuple[Recurring, ...]:
    """The replacements made in several segments, the most frequent first; the same source counts once."""
    found: defaultdict[Words, list[Unit]] = defaultdict(list)
    for shelf in memory.of(langs):
        for words, units in shelf.replaced.items():
            found[words] += units
    often = ((words, units) for words, units in found.items() if len(units) >= fewest)
    offers = (
        Recurring(*words, tuple(units)) for words, units in often if len({unit.folded for unit in units}) >= fewest
    )
    return tuple(sorted(offers, key=lambda offer: (-len(offer.units), offer.old)))


def _shared(units: Iterable[Unit]) -> str:
    """The longest words that the sources share and that stand there as a term may; "" where there are none."""
    texts = sorted({unit.source for unit in units}, key=len)
    shortest, others = texts[0], texts[1:]
    for length in range(min(len(shortest), LONGEST), 0, -1):
        for start in range(len(shortest) - length + 1):
            part = shortest[start : start + length]
            if all(part in other for other in others) and _is_term(part, shortest, start):
                return part
    return ""


def _is_term(part: str, text: str, start: int) -> bool:
    """Whether a part of a text begins and ends with whole words and holds letters alone."""
    if part != part.strip() or regex.search(r"[\p{P}\p{N}]", part) or (len(part) < SHORTEST):
        return False
    end = start + len(part)
    cut_before = start > 0 and SPACED.match(text, start) and SPACED.match(text, start - 1)
    cut_behind = end < len(text) and SPACED.match(text, end) and SPACED.match(text, end - 1)
    return not cut_before and not cut_behind
