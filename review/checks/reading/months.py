"""Months by name."""

from __future__ import annotations

from functools import lru_cache

import regex

from review.checks.reading import number_words as known
from review.checks.reading.quantity import Quantity
from review.types import Span

MONTH_BEFORE = regex.compile(
    r"(?:\d(?:st|nd|rd|th|\.)?|of|in|since|by|until|till|last|this|from|early|late|mid|through|to|and|between|of)[\s\u00a0-]{1,2}$",
    regex.I,
)
NUMBERS = {name: number for number, name in enumerate(known.SHORT_MONTHS, 1)}


def months(text: str, lang: str) -> list[Quantity]:
    """Months by name; `may` and `march` only beside a figure or behind a preposition."""
    pattern = _month_pattern(lang)
    if pattern is None:
        return []
    found = []
    for match in pattern.finditer(text):
        name = match.group().lower()
        if lang == "en" and (not match.group()[0].isupper() or not _is_month(text, match.start(), match.end(), name)):
            continue
        number = month_number(name, lang)
        found.append(Quantity(Span(*match.span()), match.group(), (float(number),), kind="month"))
    return found


def _is_month(text: str, start: int, end: int, name: str) -> bool:
    plain = len(name) > 3 and name not in ("march", "august", "april", "june")
    beside = MONTH_BEFORE.search(text, max(0, start - 12), start) or regex.match(
        r"\.?,?[\s\u00a0]\d", text[end : end + 4]
    )
    return plain or beside is not None


def month_number(name: str, lang: str) -> int:
    """The month, 1 to 12, of a name in small letters; its ending may be any."""
    if lang == "en":
        return NUMBERS[name[:3]]
    stems = known.MONTHS[lang]
    best = max((stem for stem in stems if name.startswith(stem)), key=len)
    return stems.index(best) + 1


@lru_cache(maxsize=64)
def _month_pattern(lang: str) -> regex.Pattern[str] | None:
    if lang not in known.MONTHS:
        return None
    names = "|".join(sorted(known.MONTHS[lang], key=len, reverse=True))
    if lang == "en":
        return regex.compile(
            rf"\b(?:{names}|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?=\.?,?\s\d))\b", regex.I
        )
    if lang == "ru":
        return regex.compile(rf"\b(?:(?:{names.removesuffix('|ма')})(?:ь|я|е|ю|ем|а|у|ом|й)?|ма[йяею])\b", regex.I)
    return regex.compile(rf"(?:\b|(?<=\b[בלמהו]))(?:{names})\b", regex.I)
