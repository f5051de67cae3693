"""Numbers in figures, by the conventions of a language: 1,234.5 and 1.234,5; with scale words and suffixes."""

from __future__ import annotations

import re

import regex

from review.checks.reading import number_words as known
from review.checks.reading.quantity import Quantity
from review.types import Span

LETTER = r"[^\W\d_²³¹¼-¾⁰⁴-⁹₀-₉⅐-↉①-⓿❶-➓〇〡-〩㈠-㉉㊀-㊿]"
"""A letter, and no other sign that counts: ² ½ Ⅳ ④."""
FIGURES = re.compile(
    r"\d++(?:[.,'’٫٬](?=\d)\d++)*+"
    r"(?P<suffix>(?:st|nd|rd|th|s|k|m|bn|mn|b|pm|am|p\.m|a\.m|km|cm|mm|kg|mg|ml|g|h|ers?|ème|ª|º|й|го|е|x)"
    rf"(?!{LETTER}))?+(?P<stuck>{LETTER})?+"
)
GROUPED = regex.compile(r"\d{1,3}(?:[ \u00a0\u202f]\d{3})++(?:,\d++)?(?!\d)")
SCALE_BEHIND = regex.compile(r"[\s\u00a0-]{0,2}+(\p{L}++)\.?(?:[\s\u00a0](?:of[\s])?(\p{L}++))?")
AFTERNOON = regex.compile(
    r"[\s:\d.]{0,6}(?:p\.?\s?m|a\.?\s?m|in the (?:afternoon|evening|morning)|o'clock|uhr)\b", regex.I
)
COMMA_THOUSAND = regex.compile(r"[1-9]\d{0,2},\d{3}")
NAME_BEFORE = regex.compile(r"\p{Latin}[-‑–]?+$")
CURRENCY_BEFORE = regex.compile(r"(?<!\p{L})(?:RM|RMB|CNY|USD|EUR|GBP|HKD|JPY|CHF|NIS|INR|Rs|AUD|CAD|SGD)$")
LONGEST = 18


def figures(text: str, lang: str) -> list[Quantity]:
    """The numbers in figures by place; figures inside a name, as in COVID-19 or G20, are none."""
    found: list[Quantity] = []
    grouped = {match.start(): match for match in GROUPED.finditer(text)} if lang in known.SPACED_GROUPS else {}
    position = 0
    for match in FIGURES.finditer(text):
        if match.start() < position:
            continue
        if match.start() in grouped:
            group = grouped[match.start()]
            position = group.end()
            plain = "".join(group.group().split())[:LONGEST].replace(",", ".")
            found.append(_scaled(text, Span(*group.span()), plain, (float(plain),), lang))
        elif not _in_name(text, match):
            found += _readings(text, match, lang)
    return found


def _in_name(text: str, match: re.Match[str]) -> bool:
    """Whether the figures are part of a name, COVID-19, G20, H1N1, 5G; a currency before them is none: RM120."""
    if match["stuck"] is not None:
        return True
    before = text[max(0, match.start() - 4) : match.start()]
    return NAME_BEFORE.search(before) is not None and CURRENCY_BEFORE.search(before) is None


def _readings(text: str, match: re.Match[str], lang: str) -> list[Quantity]:
    figures = match.group()[: len(match.group()) - len(match["suffix"] or "")]
    span = Span(match.start(), match.start() + len(figures))
    if len(figures) > LONGEST:
        return []
    number = _number(figures, lang)
    if number is None or (lang == "de" and text.startswith(" Uhr", span.end)):
        return _parts(figures, span.start)
    other = (number * 1000,) if lang in known.COMMA_DECIMALS and COMMA_THOUSAND.fullmatch(figures) else ()
    return [_scaled(text, span, figures, (number, *other), lang, (match["suffix"] or "").lower())]


def _number(figures: str, lang: str) -> float | None:
    """The value by the conventions of the language; None for dates, versions and other figures with several parts."""
    point, group = (",", ".") if lang in known.COMMA_DECIMALS else (".", ",")
    whole, *rest = figures.replace("٫", ".").replace("٬", ",").split(point)
    groups = whole.replace("'", group).replace("’", group).split(group)
    if len(rest) > 1 or (rest and not rest[0].isdecimal()):
        return None
    if group == "." and len(groups) == 2 and not rest and (len(groups[1]) != 3 or groups[0] == "0"):
        return float(f"{groups[0]}.{groups[1]}")
    if len(groups) > 1 and (len(groups[0]) > 3 or any(len(part) != 3 for part in groups[1:])):
        indian = len(groups[-1]) == 3 and all(len(part) == 2 for part in groups[1:-1]) and len(groups) > 2
        if not indian:
            return None
    return float("".join(groups) + (f".{rest[0]}" if rest else ""))


def _parts(figures: str, start: int) -> list[Quantity]:
    return [
        Quantity(Span(start + part.start(), start + part.end()), part.group(), (float(part.group()),))
        for part in re.finditer(r"\d++", figures)
    ]


def _scaled(text: str, span: Span, figures: str, values: tuple[float, ...], lang: str, suffix: str = "") -> Quantity:
    """The number with the scale word behind it, if any: 3.5 million, 11 Mrd., 20k."""
    scales = known.SCALES.get(lang, {})
    if suffix in scales and suffix not in ("b",):
        scale, end = scales[suffix], span.end + len(suffix)
        return Quantity(Span(span.start, end), text[span.start : end], (values[0] * scale, *values), rounded=True)
    if suffix in ("", "th") and (scale_word := _scale_behind(text, span.end, scales)):
        scale, end = scale_word
        return Quantity(Span(span.start, end), text[span.start : end], (values[0] * scale,), rounded=True)
    more = [values[0] + 12] if values[0] <= 12 and AFTERNOON.match(text, span.end, span.end + 24) else []
    if suffix in ("s", "er", "ers") and values[0] < 100:
        more += [1900 + values[0], 2000 + values[0]]
    return Quantity(span, figures, (*values, *more), rounded="." in figures)


def _scale_behind(text: str, at: int, scales: dict[str, float]) -> tuple[float, int] | None:
    found = SCALE_BEHIND.match(text, at, at + 48)
    if found is None or (first := scales.get(found[1].lower())) is None or (len(found[1]) == 1 and found[1].isupper()):
        return None
    if (
        len(found[1]) <= 2
        and text[at : found.start(1)].strip(" \u00a0") == ""
        and found.start(1) > at
        and len(found[1]) == 1
    ):
        return None
    second = scales.get((found[2] or "").lower())
    if second is not None and second > 1:
        return first * second, found.end(2)
    return first, found.end(1)
