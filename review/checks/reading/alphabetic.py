"""Quantities in texts of alphabetic scripts: 3.5 million, 1.234,5, the 1990s, twenty-one, May 10, einundzwanzig."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from review.checks.reading import english, german
from review.checks.reading import number_words as known
from review.checks.reading.figures import figures
from review.checks.reading.glance import words
from review.checks.reading.months import months
from review.checks.reading.quantity import Quantity
from review.types import Span

ENGLISH_MONTHS = frozenset([*known.MONTHS["en"], *known.SHORT_MONTHS, "sept"])
RANGE = re.compile(r"\s?(?:[-–—~]|to|or|and|bis|oder|und|à|ou|et|a|o|y|e|до|или|и|%)\s?")
FIRST_FIGURE = re.compile(r"\d+(?:[.,]\d+)?")
REMEMBERED = 65536  # words whose values are kept at hand
LETTERS = re.compile(r"[^\W\d_]+")


def quantities(text: str, lang: str) -> list[Quantity]:
    """The quantities of a text in the language of that tag (base tag), by place.

    Misses numbers in words for languages without a table, Roman numerals, and figures that belong to a name (COVID-19).
    """
    spoken = words(text)
    found = figures(text, lang)
    if lang != "en":
        found += months(text, lang) + _words(text, lang)
    else:
        found += [] if spoken.isdisjoint(ENGLISH_MONTHS) else months(text, lang)
        found += [] if spoken.isdisjoint(english.WORDS) else english.numbers(text, [other.span for other in found])
    return _ranged(text, sorted(found, key=lambda quantity: quantity.span))


def _ranged(text: str, found: list[Quantity]) -> list[Quantity]:
    """3 to 5 million: the first number has the scale of the second as well."""
    for place, (first, second) in enumerate(pairwise(found)):
        if second.rounded and len(second.values) == 1 and RANGE.fullmatch(text[first.span.end : second.span.start]):
            begins = FIRST_FIGURE.match(second.text)
            figure = float(begins.group().replace(",", ".")) if begins else 0.0
            scale = second.values[0] / figure if figure else 1.0
            found[place] = replace(first, values=(*first.values, first.values[0] * scale))
    return found


def _words(text: str, lang: str) -> list[Quantity]:
    """Number words of other languages one by one, only as support for figures on the other side."""
    if not (known.CARDINALS.get(lang) or known.STEMS.get(lang) or known.SCALES.get(lang)):
        return []
    return [
        Quantity(Span(*piece.span()), piece.group(), values, firm=False, large=False, kind="word")
        for piece in LETTERS.finditer(text)
        if (values := _values(piece.group().lower(), lang))
    ]


@lru_cache(REMEMBERED)
def _values(word: str, lang: str) -> tuple[float, ...]:
    """What a word in small letters can count; () for one that is no number."""
    exact, stems, scales = known.CARDINALS.get(lang, {}), known.STEMS.get(lang, {}), known.SCALES.get(lang, {})
    values = [*([exact[word]] if word in exact else []), *([scales[word]] if word in scales else [])]
    values += [] if values else _stemmed(word, stems)
    if lang == "de" and not values and (number := german.value(word)):
        values = [number]
    return tuple(values)


def _stemmed(word: str, stems: dict[str, float]) -> list[float]:
    """Values of the stems that the word begins with, also behind one or two prefixed letters."""
    tails = (word, word[1:], word[2:]) if stems is known.STEMS.get("he") else (word,)
    return [stems[tail[:size]] for tail in tails for size in range(min(11, len(tail)), 1, -1) if tail[:size] in stems]
