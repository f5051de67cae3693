"""Quantities in Chinese and Japanese text: 3.5万, 十二亿, 百分之五十, 二〇二三年, 三十多, 两三百, 八折, 90年代."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

import regex

from review.checks.reading.quantity import Quantity
from review.checks.reading.words import listed
from review.types import Span

DIGITS = {
    sign: value
    for value, signs in enumerate(listed("零〇 一壹弌 二两兩贰貳俩 三叁參仨 四肆 五伍 六陆陸 七柒 八捌 九玖"))
    for sign in signs
}
UNITS = {"十": 10.0, "拾": 10.0, "廿": 10.0, "百": 100.0, "佰": 100.0, "千": 1000.0, "仟": 1000.0}
SCALES = {"万": 1e4, "萬": 1e4, "亿": 1e8, "億": 1e8, "兆": 1e12}
VAGUE = "几幾数數多余餘来來余"
NUMERAL = "".join([*DIGITS, *UNITS, *SCALES])
FIGURES = r"\d++(?:[,，]\d{3}(?!\d))*+(?:[.．]\d++)*+"
RUN = re.compile(
    rf"(?:{FIGURES}(?: (?=[十百千万萬亿億兆]))?+|[{NUMERAL}半双雙])(?:{FIGURES}|[{NUMERAL}{VAGUE}点點]){{0,40}}+"
)
PART = re.compile(rf"(?P<number>{FIGURES})|(?P<sign>[{NUMERAL}])|(?P<point>[点點])|(?P<vague>[{VAGUE}])")
FRACTION = regex.compile(r"\s?分之")
RANGE = regex.compile(r"(?:多|余)?\s?[-–—~～至到、]\s?")
AFTER = 4
ERAS = {"民國": 1911, "民国": 1911, "令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867}
"""The year before an era's first."""
ERA = regex.compile(rf"(?P<name>{'|'.join(ERAS)})\s?(?P<first>元(?=年))?")
LONGEST_ERA = 150  # years
FIGURE = re.compile(r"\d")
SIGNS = frozenset(NUMERAL)
LONGEST = 18
REMEMBERED = 4096  # numerals whose values are kept at hand


def quantities(text: str) -> list[Quantity]:
    """The quantities of a Chinese or Japanese text, each with all values that it can stand for.

    Misses numbers in set phrases (they are read as numbers) and values that only context gives, as in 上百.
    """
    runs = list(RUN.finditer(text))
    found = [_quantity(text, run.start(), run.group()) for run in runs]
    for here, following in pairwise(range(len(runs))):
        gap = text[runs[here].end() : runs[following].start()]
        if FRACTION.fullmatch(gap):
            found[following] = _fraction(found[here], found[following])
        elif RANGE.fullmatch(gap):
            found[here] = _with_shared_scale(found[here], runs[following].group())
    return _dated(text, found)


def _dated(text: str, found: list[Quantity]) -> list[Quantity]:
    """The quantities with the years that eras make of them, and the first years of eras, as in 平成元年."""
    named = list(ERA.finditer(text))
    if not named:
        return found
    eras = {era.end(): ERAS[era["name"]] for era in named}
    first = [
        Quantity(Span(*era.span("first")), "元", (ERAS[era["name"]] + 1.0, 1.0), firm=False, large=False)
        for era in named
        if era["first"]
    ]
    years = [
        _of_era(quantity, eras[quantity.span.start]) if quantity.span.start in eras else quantity for quantity in found
    ]
    return sorted([*years, *first], key=lambda quantity: quantity.span)


def _of_era(quantity: Quantity, before: int) -> Quantity:
    years = tuple(before + number for number in quantity.values if number < LONGEST_ERA)
    return replace(quantity, values=(*years, *quantity.values))


def value(numeral: str) -> float | None:
    """The value of a well-formed numeral such as 一亿二千万 or 3.5万; None when it is not well-formed."""
    total, section, number, unit = 0.0, 0.0, None, 1.0
    for part in PART.finditer(numeral):
        sign = part.group()
        if part["number"] or sign in DIGITS:
            if number:
                return None
            number = _figure(sign) if part["number"] else float(DIGITS[sign])
        elif sign in UNITS:
            if sign == "廿":
                number = 2.0
            unit = UNITS[sign]
            section, number = section + (1.0 if number is None else number) * unit, None
        elif sign in SCALES:
            section += number or 0.0
            unit = SCALES[sign]
            total = _scaled(total, section, unit)
            section, number = 0.0, None
    return total + section + (number or 0.0)


def _scaled(total: float, section: float, scale: float) -> float:
    if total >= scale:
        return total + (section or 1.0) * scale
    return (total + section or 1.0) * scale


def _quantity(text: str, start: int, run: str) -> Quantity:
    after = text[start + len(run) : start + len(run) + AFTER]
    if run in DIGITS and after[:1] not in UNIT_STARTS:
        return Quantity(Span(start, start + 1), run, (float(DIGITS[run]),), firm=False, large=False)
    values = _all_values(run, after if after[:1] in UNIT_STARTS else "")
    figures = FIGURE.search(run) is not None
    heavy = not figures and sum(letter in SIGNS for letter in run) >= 2
    return Quantity(Span(start, start + len(run)), run, values, firm=figures, large=heavy)


@lru_cache(REMEMBERED)
def _all_values(run: str, after: str) -> tuple[float, ...]:
    """The readings of a run, and what the word behind it makes of them."""
    values = dict.fromkeys(_values(run))
    if after or "点" in run or "點" in run:
        values.update(dict.fromkeys(number for reading in tuple(values) for number in _by_unit(reading, after, run)))
    return tuple(values)


def _values(run: str) -> list[float]:
    """All readings of a run, the plain one first."""
    if run in ("半", "双", "雙"):
        return [0.5, 50.0, 30.0, 6.0] if run == "半" else [2.0, 11.0]
    if len(run) > 2 * LONGEST:
        return []
    plain = unicodedata.normalize("NFKC", run)
    if "点" in plain[1:] or "點" in plain[1:]:
        return _with_point(plain)
    reading = value(plain)
    if reading is None:
        return _apart(plain)
    return [reading, *_short_end(plain, reading), *([12.0] if reading == 10 and len(plain) == 2 else [])]


def _with_point(run: str) -> list[float]:
    """三点五亿 as a decimal; and 三点 as an hour with what follows."""
    before, _, behind = run.replace("點", "点").partition("点")
    digits = "".join(str(DIGITS[sign]) for sign in behind if sign in DIGITS)
    scale = value("1" + "".join(sign for sign in behind if sign in SCALES)) or 1.0
    whole = value(before) or 0.0
    readings = [(whole + float(f"0.{digits}")) * scale] if digits else []
    minutes = value(behind) if behind else None
    return [*readings, whole, *([minutes] if minutes is not None else [])]


def _apart(run: str) -> list[float]:
    """What adjacent signs can mean: 二〇二三 is 2023, 两三百 is 200 or 300, 十四五 is 14 and 5."""
    signs = [part.group() for part in PART.finditer(run)]
    readings: list[float] = []
    if all(sign in DIGITS for sign in signs):
        whole = float("".join(str(DIGITS[sign]) for sign in signs))
        readings += [whole, 1900 + whole, 2000 + whole] if whole < 100 else [whole]
    for place, (left, right) in enumerate(pairwise(signs)):
        if left in DIGITS and right in DIGITS:
            for kept in (signs[:place] + signs[place + 1 :], signs[: place + 1] + signs[place + 2 :]):
                reading = value("".join(kept))
                readings += [reading] if reading is not None else []
            reading = value("".join(signs[: place + 1]))
            readings += [reading] if reading is not None else []
    readings += [
        float(DIGITS[sign]) if sign in DIGITS else _figure(sign) for sign in signs if sign not in UNITS | SCALES
    ]
    return readings


def _short_end(run: str, reading: float) -> list[float]:
    """一万二 is 12,000: a last digit behind a unit counts tenths of that unit."""
    if len(run) < 3 or run[-1] not in DIGITS:
        return []
    unit = SCALES.get(run[-2]) or UNITS.get(run[-2], 0.0)
    digit = float(DIGITS[run[-1]])
    return [reading - digit + digit * unit / 10] if unit >= 100 else []


def _by_unit(number: float, after: str, run: str) -> list[float]:
    """What a number can become in another language by the word behind it."""
    if "点" in run or "點" in run:
        return [*_of_hour(number), 30.0]
    return next((become(number) for unit, become in BY_UNIT.items() if after.startswith(unit)), [])


def _of_times(number: float) -> list[float]:
    return [number * 100, number + 1, number - 1, number**2 if number < 9 else number]


def _of_discount(number: float) -> list[float]:
    tenths = number if number < 10 else number / 10
    return [tenths * 10, 100 - tenths * 10]


def _of_year(number: float) -> list[float]:
    return [1900 + number, 2000 + number] if number < 100 else []


def _of_hour(number: float) -> list[float]:
    return [number + 12 if number <= 12 else number - 12, 30.0]


def _and_half(number: float) -> list[float]:
    return [number + 0.5, number * 12 + 6]


BY_UNIT: dict[str, Callable[[float], list[float]]] = {
    **dict.fromkeys(("倍", "番"), _of_times),
    **dict.fromkeys(("割引", "割り引", "割安"), lambda number: [number * 10, 100 - number * 10]),
    **dict.fromkeys(("成", "割"), lambda number: [number * 10, number / 10]),
    "折": _of_discount,
    **dict.fromkeys(("个半", "年半", "天半", "月半", "小时半"), _and_half),
    **dict.fromkeys(("年", "后"), _of_year),
    "學年": lambda number: [number + ERAS["民國"]] if number < LONGEST_ERA else [],
    **dict.fromkeys(("时", "点", "點", ":", "："), _of_hour),
    "旬": lambda number: [number * 10],
    "刻": lambda number: [number * 15],
    **dict.fromkeys(("斤", "市斤"), lambda number: [number / 2]),
    "亩": lambda number: [number / 15],
    **dict.fromkeys(("里", "华里"), lambda number: [number / 2, number * 500]),
    "个月": lambda number: [number / 12, number * 30],
}
UNIT_STARTS = frozenset(unit[0] for unit in BY_UNIT)


def _fraction(whole: Quantity, part: Quantity) -> Quantity:
    """百分之五十 and 三分之二: the parts, the quotient, and the quotient in per cent."""
    below, above = whole.values[:1], part.values[:1]
    if not below or not above or not below[0]:
        return part
    span = Span(whole.span.start, part.span.end)
    quotient = above[0] / below[0]
    return Quantity(
        span,
        part.text,
        (*above, quotient, quotient * 100, *part.values[1:]),
        firm=part.firm or below[0] == 100,
        large=True,
    )


def _with_shared_scale(first: Quantity, following: str) -> Quantity:
    """3-5万: the first number has the unit of the second as well."""
    scale = 1.0
    for sign in reversed(following.rstrip(VAGUE)):
        if sign not in UNITS and sign not in SCALES:
            break
        scale *= UNITS.get(sign) or SCALES.get(sign, 1.0)
    if scale == 1.0:
        return first
    scaled = tuple(number * scale for number in first.values[:1])
    return Quantity(first.span, first.text, (*first.values, *scaled), firm=first.firm, large=first.large)


def _figure(digits: str) -> float:
    plain = digits.replace(",", "").replace("，", "").replace("．", ".")
    head, *rest = plain.split(".")
    return float(f"{head}.{''.join(rest)}" if rest else head)
