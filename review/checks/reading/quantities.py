"""The quantities of a text in whatever language."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from review.checks.reading import alphabetic, ideographic
from review.checks.reading.quantity import Quantity
from review.checks.reading.remembered import TEXTS
from review.checks.reading.tongue import tongue
from review.checks.reading.words import Places, addresses
from review.types import Span

PARTS = re.compile(r"\d+(?:[.．]\d+){2,}")
GAPS = frozenset({", ", " ,", " ", "\u00a0", "\u202f", "\u2009"})
IDEOGRAPHIC = frozenset({"zh", "ja"})


@lru_cache(TEXTS)
def quantities(text: str, lang: str) -> tuple[Quantity, ...]:
    """The quantities by place; figures inside web and mail addresses are none."""
    tag = tongue(lang).tag
    found = _ideographic(text) if tag in IDEOGRAPHIC else alphabetic.quantities(text, tag)
    found = _regrouped(text, found)
    if not found or not ("@" in text or "www." in text or "://" in text):
        return tuple(found)
    places = Places(word.span for word in addresses(text))
    return tuple(quantity for quantity in found if not places.touch(quantity.span))


def _ideographic(text: str) -> list[Quantity]:
    return [part for quantity in ideographic.quantities(text) for part in _parted(quantity)]


def _parted(quantity: Quantity) -> list[Quantity]:
    """The parts of a date or version, 2021.3.5, as numbers of their own; any other quantity as it is."""
    if not PARTS.fullmatch(quantity.text):
        return [quantity]
    start = quantity.span.start
    found = ((start + part.start(), part.group()) for part in re.finditer(r"\d+", quantity.text))
    return [Quantity(Span(at, at + len(figures)), figures, (float(figures),)) for at, figures in found]


def _regrouped(text: str, found: list[Quantity]) -> list[Quantity]:
    """10, 000 and 14 000 may be one number with a space in it: both parts can stand for it."""
    for place, (first, second) in enumerate(pairwise(found)):
        figures = len(second.text) == 3 and second.text.isdecimal() and first.text[0].isdecimal()
        if figures and text[first.span.end : second.span.start] in GAPS and first.values and first.values[0] < 1e9:
            whole = max(first.values[:1] + first.values[-1:]) * 1000 + second.values[0]
            found[place] = replace(first, values=(*first.values, whole))
            found[place + 1] = replace(second, values=(*second.values, whole))
    return found
