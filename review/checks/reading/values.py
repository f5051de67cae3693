"""Values of quantities, asked whether they hold a number."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

import regex

from review.checks.reading.quantity import Quantity

FIGURES = regex.compile(r"(?<!\d)(?<!\d[.,])\d++|(?<=\d[.,])\d{1,3}+(?!\d)")
"""Runs of figures; of those behind a point only what may be the minutes of a time, the day of a date or a group."""
LONGEST = 15
NEAR = 0.05
"""How far a rounded number may lie from the exact one, as a share of it."""


def key(number: float) -> str:
    """A number to twelve figures: numbers with equal keys are the same number."""
    return f"{number:.12g}"


class Values:
    """All values that some quantities can stand for."""

    def __init__(self, found: Iterable[Quantity], more: Iterable[float] = ()) -> None:
        self._numbers = sorted({*more, *(number for quantity in found for number in quantity.values)})
        self._keys = frozenset(map(key, self._numbers))

    def hold(self, quantity: Quantity) -> bool:
        """Whether one of the quantity's values is among them."""
        return any(key(number) in self._keys for number in quantity.values)

    def hold_exact(self, quantity: Quantity) -> bool:
        """Whether one of them is what the quantity is rounded from: 2,350,000 for 2.4 million."""
        return any(rounds_to(exact, shown) for shown in quantity.values for exact in self._near(shown))

    def hold_rounded(self, quantity: Quantity) -> bool:
        """Whether one of them is the quantity with its last figures rounded away."""
        return any(rounds_to(exact, shown) for exact in quantity.values for shown in self._near(exact))

    def _near(self, number: float) -> list[float]:
        low, high = sorted((number * (1 - 2 * NEAR), number * (1 + 2 * NEAR)))
        near = self._numbers[bisect_left(self._numbers, low) : bisect_right(self._numbers, high)]
        return near[:MOST_NEAR]


MOST_NEAR = 64
"""Numbers that are tried as rounded forms of one: enough for any text, and a bound for lists of figures."""


def rounds_to(exact: float, shown: float) -> bool:
    """Whether `shown` is `exact` with its last figures rounded away; at least two stay."""
    if not exact or not shown or abs(exact - shown) > NEAR * abs(exact):
        return False
    figures = len(key(shown).split("e")[0].replace(".", "").strip("0-"))
    return figures >= 2 and f"{exact:.{figures}g}" == f"{shown:.{figures}g}"


def bare_figures(text: str) -> list[float]:
    """Figures as they stand, also those inside names and dates, and the last two of a year."""
    runs = [run for run in FIGURES.findall(text) if len(run) <= LONGEST]
    return [float(part) for run in runs for part in ((run, run[2:]) if len(run) == len("2021") else (run,))]
