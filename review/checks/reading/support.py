"""What speaks for a number besides the same value on the other side: conversion, context, another way of writing it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from review.checks.reading.calendar import relative
from review.checks.reading.glance import signs
from review.checks.reading.quantity import Quantity
from review.checks.reading.tongue import tongue
from review.checks.reading.units import is_conversion, unit_after
from review.checks.reading.values import key
from review.checks.reading.words import Places
from review.types import Pair, Side, Span

DIALLED = re.compile(r"(?<![\d.,])[+(]?\d[\d\s()\-–/]{5,30}\d(?![.,]\d)")
LEAST_DIALLED = 7
"""Digits from which equal runs of them are one number, however they are grouped."""
YEARS = (1900.0, 2100.0)
BESIDE = 12
"""Code points that may part the day and the year of a date from its month."""
DAY_ALONE = re.compile(r"(?<![月\d])(\d{1,2})[日号號]")
ROMAN = re.compile(r"\b(?=[IVX])(X{0,3})(IX|IV|V?I{0,3})(?:e|ème|er|th|го|й|м)?\b")
NUMERALS = frozenset("IVX")
ROMAN_ONES = {"": 0, "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9}


def supporters(pair: Pair, wanted: Sequence[Quantity], given: Sequence[Quantity]) -> Callable[[Quantity], bool]:
    """What says of a number of the translation whether it is right, though no number of the source has its value."""
    dialled = _dialled(pair, "target")
    inferred = _inferred(pair, wanted, given)
    return lambda quantity: (
        dialled.touch(quantity.span) or quantity in inferred or _is_converted(pair, quantity, wanted, "target")
    )


def rendered(pair: Pair, given: Sequence[Quantity]) -> Callable[[Quantity], bool]:
    """What says of a number of the source whether it is in the translation, though no number there has its value."""
    dialled = _dialled(pair, "source")
    return lambda quantity: dialled.touch(quantity.span) or _is_converted(pair, quantity, given, "source")


def roman(text: str) -> list[float]:
    """The Roman numerals of a text, I to XXXIX; I, V and X may be letters."""
    if NUMERALS.isdisjoint(signs(text)):
        return []
    found = (10 * len(match[1]) + ROMAN_ONES[match[2]] for match in ROMAN.finditer(text))
    return [float(number) for number in found if number]


def _is_converted(pair: Pair, quantity: Quantity, others: Sequence[Quantity], side: Side) -> bool:
    """Whether the number is a measure of the other side in another unit."""
    langs = (pair.source_lang, pair.target_lang) if side == "source" else (pair.target_lang, pair.source_lang)
    unit = unit_after(pair.text(side), quantity, langs[0])
    if unit is None:
        return False
    facing = pair.text("target" if side == "source" else "source")
    measures = [(other, unit_after(facing, other, langs[1])) for other in others if other.values]
    return any(
        is_conversion(other.values[0], found[0], quantity.values[0], unit[0]) for other, found in measures if found
    )


def _inferred(pair: Pair, wanted: Sequence[Quantity], given: Sequence[Quantity]) -> list[Quantity]:
    """The years and months of dates in the translation that the source leaves to its context.

    A year beside a month, where the source has none; one for each 去年 or 今年, which lies as far from a year of the
    source as that says; a month beside a day, where the source has the day alone.
    """
    text = pair.target
    months = [quantity for quantity in given if quantity.kind == "month"]
    years = [quantity for quantity in given if _is_year(quantity)]
    supplied = _told(pair, wanted, years)
    supplied += [] if any(map(_is_year, wanted)) else [year for year in years if _beside(text, year, months)]
    days = {float(day) for day in DAY_ALONE.findall(pair.source)} if _is_ideographic(pair.source_lang) else set()
    for month in months:
        beside = [other for other in given if other.kind != "month" and _beside(text, other, [month])]
        supplied += [month] if any(other.values[0] in days for other in beside if other.values) else []
    return supplied


def _told(pair: Pair, wanted: Sequence[Quantity], years: Sequence[Quantity]) -> list[Quantity]:
    """The years of the translation that the source tells from this one on."""
    offsets = [named.number for named in relative(pair.source, pair.source_lang, "year")]
    known = {year.values[0] for year in wanted if _is_year(year)}
    if not known:
        return [*years[: len(offsets)]] if _is_ideographic(pair.source_lang) else []
    right = {year + offset for year in known for offset in offsets}
    return [year for year in years if year.values[0] in right]


def _is_year(quantity: Quantity) -> bool:
    return (
        len(quantity.text) == len("2023")
        and bool(quantity.values)
        and YEARS[0] <= quantity.values[0] <= YEARS[1]
        and key(quantity.values[0]) == quantity.text
    )


def _is_ideographic(lang: str) -> bool:
    return tongue(lang).tag in ("zh", "ja")


def _beside(text: str, quantity: Quantity, others: Sequence[Quantity]) -> bool:
    """Whether one of the others stands close by, with no other sentence between."""
    gaps = (
        text[min(quantity.span.end, other.span.end) : max(quantity.span.start, other.span.start)] for other in others
    )
    return any(len(gap) <= BESIDE and ". " not in gap for gap in gaps)


def _dialled(pair: Pair, side: Side) -> Places:
    """The numbers of telephones and documents that have the digits of one on the other side, a prefix aside."""
    facing = [
        _digits(match.group()) for match in DIALLED.finditer(pair.text("target" if side == "source" else "source"))
    ]
    found = []
    for match in DIALLED.finditer(pair.text(side)) if facing else ():
        digits = _digits(match.group())
        longest = min(len(digits), LEAST_DIALLED + 1)
        if len(digits) >= LEAST_DIALLED and any(digits[-longest:] == other[-longest:] for other in facing):
            found.append(Span(*match.span()))
    return Places(found)


def _digits(run: str) -> str:
    return "".join(sign for sign in run if sign.isdecimal())
