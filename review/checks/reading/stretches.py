"""The stretches of a row of numbers that are worth most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(slots=True)
class _Stretch:
    first: int
    end: int
    before: float
    """Sum of all numbers before the stretch."""
    upto: float
    """Sum of all numbers up to its end."""


def stretches(values: Sequence[float], least: float) -> list[tuple[int, int]]:
    """The maximal stretches [first, end) whose sum is at least `least`, which is above 0, in order.

    No stretch can be made longer or shorter without loss (Ruzzo and Tompa, A linear time algorithm for finding all
    maximal scoring subsequences, 1999).
    """
    kept: list[_Stretch] = []
    total = 0.0
    for place, value in enumerate(values):
        before, total = total, total + value
        if value > 0:
            _add(kept, _Stretch(place, place + 1, before, total))
    return [(each.first, each.end) for each in kept if each.upto - each.before >= least]


def _add(kept: list[_Stretch], new: _Stretch) -> None:
    """Append a stretch, joined with earlier ones as long as that makes both worth more."""
    while True:
        at = len(kept) - 1
        while at >= 0 and kept[at].before >= new.before:
            at -= 1
        if at < 0 or kept[at].upto >= new.upto:
            kept.append(new)
            return
        new = _Stretch(kept[at].first, new.end, kept[at].before, new.upto)
        del kept[at:]
