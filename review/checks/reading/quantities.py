"""The quantities of a text in whatever language."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from review.checks.reading import alphabetic, ideographic
from review.checks.reading.quantity import Quantity
from review.checks.reading.tongue import tongue
from review.checks.reading.words import Places, addresses

GAPS = frozenset({", ", " ,", " ", "\u00a0", "\u202f", "\u2009"})
IDEOGRAPHIC = frozenset({"zh", "ja"})


@lru_cache(maxsize=4)
def quantities(text: str, lang: str) -> tuple[Quantity, ...]:
    """The quantities by place; figures inside web and mail addresses are none."""
    tag = tongue(lang).tag
    found = ideographic.quantities(text) if tag in IDEOGRAPHIC else alphabetic.quantities(text, tag)
    found = _regrouped(text, found)
    if not found or not ("@" in text or "www." in text or "://" in text):
        return tuple(found)
    places = Places(word.span for word in addresses(text))
    return tuple(quantity for quantity in found if not places.touch(quantity.span))


def _regrouped(text: str, found: list[Quantity]) -> list[Quantity]:
    """10, 000 and 14 000 may be one number with a space in it: both parts can stand for it."""
    for place, (first, second) in enumerate(pairwise(found)):
        figures = len(second.text) == 3 and second.text.isdecimal() and first.text[0].isdecimal()
        if figures and text[first.span.end : second.span.start] in GAPS and first.values and first.values[0] < 1e9:
            whole = max(first.values[:1] + first.values[-1:]) * 1000 + second.values[0]
            found[place] = replace(first, values=(*first.values, whole))
            found[place + 1] = replace(second, values=(*second.values, whole))
    return found
