"""The unit that a number of a text is in, and numbers of one unit in another."""

from __future__ import annotations

import re
from functools import lru_cache

from review.checks.reading.quantity import Quantity
from review.checks.reading.tongue import is_cjk, tongue
from review.checks.reading.unit_words import SIGNS, UNITS, WORDS, ZERO
from review.types import Span

NEAR = 0.035
"""How far a converted number may be rounded, as a share of it."""
REACH = 40  # code points behind a number


def unit_after(text: str, quantity: Quantity, lang: str) -> tuple[str, Span] | None:
    """The unit of a number and the place of its name or sign: the words behind it, or a sign before it."""
    start = quantity.span.start
    before = text[start - 1 : start] if start else ""
    if before in SIGNS:
        return SIGNS[before], Span(start - 1, start)
    pattern = _pattern(tongue(lang).tag)
    found = pattern.match(text, quantity.span.end, quantity.span.end + REACH) if pattern else None
    if found is None or found.lastgroup is None:
        return None
    return _NAMES[int(found.lastgroup[1:])], Span(*found.span(found.lastgroup))


def converted(number: float, unit: str, other: str) -> float | None:
    """The number in another unit; None where there is no fixed rate."""
    (dimension, worth), (other_dimension, other_worth) = UNITS[unit], UNITS[other]
    if dimension != other_dimension or not worth or not other_worth:
        return None
    return (number - ZERO.get(unit, 0.0)) * worth / other_worth + ZERO.get(other, 0.0)


def is_conversion(number: float, unit: str, other_number: float, other: str) -> bool:
    """Whether the one measure is the other, in another unit and rounded."""
    exact = converted(number, unit, other) if unit != other else None
    return exact is not None and abs(exact - other_number) <= NEAR * max(abs(exact), 1.0)


def same_dimension(unit: str, other: str) -> bool:
    return UNITS[unit][0] == UNITS[other][0]


_NAMES = tuple(UNITS)


@lru_cache(maxsize=64)
def _pattern(tag: str) -> re.Pattern[str] | None:
    words = WORDS.get("zh" if tag == "ja" else tag)
    if words is None:
        return None
    groups = sorted(words.items(), key=lambda entry: -max(map(len, entry[1].split("|"))))
    names = "|".join(f"(?P<u{_NAMES.index(unit)}>{pattern})" for unit, pattern in groups)
    if is_cjk(tag):
        return re.compile(rf"[多余餘]?\s?(?:{names})")
    return re.compile(rf"[\s\u00a0-]?(?:{names})(?!\w)", re.IGNORECASE)
