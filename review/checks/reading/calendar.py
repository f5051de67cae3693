"""Weekdays, dates and times of day in a text, by place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from review.checks.reading import ideographic
from review.checks.reading.glance import RUN, signs, words
from review.checks.reading.months import month_number
from review.checks.reading.number_words import MONTHS, SHORT_MONTHS
from review.checks.reading.tongue import tongue
from review.checks.reading.words import listed
from review.types import Span

WEEKDAYS: dict[str, tuple[str, ...]] = {
    "en": listed("monday tuesday wednesday thursday friday saturday sunday"),
    "de": listed("montag dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag"),
    "fr": listed("lundi mardi mercredi jeudi vendredi samedi dimanche"),
    "es": listed("lunes martes miércoles jueves viernes sábado domingo"),
    "pt": listed("segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo"),
    "ru": listed("понедельник вторник сред[ауе] четверг пятниц[ауые] суббот[ауые] воскресень"),
}
"""Their names from Monday on, as patterns of how they begin."""
IDEOGRAPHIC_DAY = re.compile(
    r"(?:星期|礼拜|禮拜|(?<![一二两三四几上下每整本多半首双\d])[周週])([一二三四五六日天])(?![年岁歲月个次期])|([月火水木金土日])曜"
)
SIGNS = {sign: number for number, signs in enumerate(listed("一月 二火 三水 四木 五金 六土 日天")) for sign in signs}
FULL_DATE = re.compile(
    r"(\d{1,2}|[一二三四五六七八九十]{1,3})\s?月\s?(\d{1,2}|[一二三四五六七八九十廿]{1,3})\s?[日号號]"
)


def _three(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


RELATIVE: dict[str, dict[str, tuple[re.Pattern[str], ...]]] = {
    "year": {
        "zh": _three(r"去年|昨年|上一?年(?!级|纪)|前一年|上年度", r"今年|本年", r"明年|下一?年(?!级)|次年|翌年|来年"),
        "en": _three(
            r"\b(?:last|previous|prior|preceding|past) year\b|\byear (?:ago|before|earlier)\b|\byear-ago\b",
            r"\b(?:this|current) year\b",
            r"\b(?:next|coming|following) year\b|\byear after\b",
        ),
    },
    "month": {
        "zh": _three(r"上个?月", r"本月|这个月|當月|当月", r"下个?月|次月"),
        "en": _three(
            r"\b(?:last|previous|prior|preceding|past) month\b|\bmonth (?:ago|before|earlier)\b",
            r"\b(?:this|current|the|that) month\b",
            r"\b(?:next|coming|following) month\b",
        ),
    },
    "week": {
        "zh": _three(r"上一?个?(?:周|週|星期)", r"本(?:周|週)|这一?个?(?:周|星期)", r"下一?个?(?:周|週|星期)"),
        "en": _three(
            r"\b(?:last|previous|prior|preceding|past) (?:week|\w+day)\b|\bweek (?:ago|before|earlier)\b",
            r"\b(?:this|current|the|that) week\b|\bthis \w+day\b",
            r"\b(?:next|coming|following) (?:week|\w+day)\b",
        ),
    },
    "day": {
        "zh": _three(
            r"昨[天日晚夜]|前一[天日]",
            r"今[天日晚早晨夜]|当[天日晚]|如今|现今|当今|时下",
            r"明[天日晚早晨]|次日|翌日|第二天",
        ),
        "en": _three(
            r"\byesterday\b|\blast night\b|\b(?:previous|prior) (?:day|evening|night)\b",
            r"\btoday\b|\btonight\b|\bthis (?:morning|afternoon|evening)\b",
            r"\btomorrow\b|\b(?:next|following) (?:day|morning|evening)\b",
        ),
    },
}
"""By unit and language, what tells the last, the present and the next one."""
NEEDED: dict[str, dict[str, tuple[str, ...]]] = {
    "year": {"zh": ("年",), "en": ("year",)},
    "month": {"zh": ("月",), "en": ("month",)},
    "week": {"zh": tuple("周週星"), "en": ("week", "day")},
    "day": {"zh": tuple("天日晚夜早晨今时"), "en": ("day", "night", "evening", "morning", "afternoon", "tomorrow")},
}
"""By unit and language, texts in small letters of which one stands in all that RELATIVE finds."""
AFTERNOON, MORNING = (
    ("下午", "晚上", "傍晚", "午后", "午後", "夜里", "当晚"),
    ("上午", "凌晨", "早上", "清晨", "早晨", "午前"),
)
TIME = re.compile(
    rf"(?P<part>{'|'.join((*AFTERNOON, *MORNING))})\s?"
    r"(?P<hour>\d{1,2}|[一二两三四五六七八九十]{1,3})\s?[点點时時:：]"
)
CLOCK = re.compile(r"\b(?P<hour>\d{1,2})(?:[:.]\d{2})?\s?(?P<part>[ap])\.?\s?m\b", re.IGNORECASE)


FIGURE = re.compile(r"\d")
PARTED = re.compile(r"\d[-/.]\d")
WEEKDAY_SIGNS, HOUR_SIGNS = frozenset("星礼禮周週曜"), frozenset("点點时時:：")
"""Characters of which one stands in each weekday, and in each hour with its half of the day."""
YEAR_FIRST = re.compile(
    r"(?<![\d.,/-])(?:19|20)\d\d(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})(?![\d/-]|\.\d)"
)
YEAR_LAST = re.compile(
    r"(?<![\d.,/-])(?P<one>\d{1,2})(?P<sign>[-/.])(?P<two>\d{1,2})(?P=sign)(?:19|20)\d\d(?![\d/-]|\.\d)"
)
MONTH_FIRST = frozenset({"en"})
"""Languages that may put the month before the day where the year comes last; most put the day first."""
LAST_DAY, LAST_MONTH = 31, 12


class Named(NamedTuple):
    """A weekday (0 Monday to 6 Sunday), date (month × 100 + day), hour (0 to 23) or how far from now, and its place."""

    number: int
    span: Span


def weekdays(text: str, lang: str) -> list[Named]:
    """The weekdays of a text. Misses short names, Wed. and Mo."""
    tag = tongue(lang).tag
    if tag in ("zh", "ja"):
        if WEEKDAY_SIGNS.isdisjoint(signs(text)):
            return []
        return [Named(SIGNS[match[1] or match[2]], Span(*match.span())) for match in IDEOGRAPHIC_DAY.finditer(text)]
    pattern = _weekday_pattern(tag)
    found = pattern.finditer(text) if pattern and any(word.startswith(_beginnings(tag)) for word in words(text)) else ()
    return [Named((match.lastindex or 1) - 1, Span(*match.span())) for match in found]


def dates(text: str, lang: str) -> list[Named]:
    """The dates with a day and a month, by name or in figures with a year; one that may be two is there twice.

    Misses dates in figures without a year, 3/5 and 5.3, which may be other numbers.
    """
    tag = tongue(lang).tag
    if tag in ("zh", "ja"):
        return sorted((*_ideographic_dates(text), *_figure_dates(text, tag)), key=lambda named: named.span)
    if not FIGURE.search(text):
        return []
    named = _named_dates(text, tag)
    return sorted((*named, *_figure_dates(text, tag)), key=lambda named: named.span)


def _ideographic_dates(text: str) -> Iterator[Named]:
    for match in FULL_DATE.finditer(text) if "月" in text else ():
        month, day = ideographic.value(match[1]), ideographic.value(match[2])
        if month and day:
            yield Named(int(month) * 100 + int(day), Span(*match.span()))


def _figure_dates(text: str, tag: str) -> Iterator[Named]:
    if not PARTED.search(text):
        return
    for match in YEAR_FIRST.finditer(text):
        yield from _dated(match, {(match["month"], match["day"])})
    for match in YEAR_LAST.finditer(text):
        day_first = (match["two"], match["one"])
        yield from _dated(match, {day_first, day_first[::-1]} if tag in MONTH_FIRST else {day_first})


def _dated(match: re.Match[str], read: set[tuple[str, str]]) -> Iterator[Named]:
    """The dates that the months and days can be."""
    for month, day in sorted((int(month), int(day)) for month, day in read):
        if 1 <= month <= LAST_MONTH and 1 <= day <= LAST_DAY:
            yield Named(month * 100 + day, Span(*match.span()))


def hours(text: str, lang: str) -> list[Named]:
    """The hours that are told with their half of the day, in Chinese and English."""
    chinese = tongue(lang).tag == "zh"
    told = not HOUR_SIGNS.isdisjoint(signs(text)) if chinese else FIGURE.search(text) is not None
    found = []
    for match in (TIME if chinese else CLOCK).finditer(text) if told else ():
        hour = ideographic.value(match["hour"])
        if hour is not None and 1 <= hour <= 12:
            late = match["part"] in AFTERNOON or match["part"].lower() == "p"
            found.append(Named(int(hour) % 12 + 12 * late, Span(*match.span())))
    return found


def relative(text: str, lang: str, unit: str) -> list[Named]:
    """What a Chinese or English text tells from today on: years, months, weeks or days, -1 for the last one."""
    tag = tongue(lang).tag
    patterns = RELATIVE[unit].get(tag, ())
    if not patterns or not any(map((text.lower() if tag == "en" else text).__contains__, NEEDED[unit][tag])):
        return []
    found = [
        Named(offset - 1, Span(*match.span()))
        for offset, pattern in enumerate(patterns)
        for match in pattern.finditer(text)
    ]
    return sorted(found, key=lambda named: named.span)


def _named_dates(text: str, tag: str) -> Iterator[Named]:
    pattern = _date_pattern(tag)
    for match in pattern.finditer(text) if pattern else ():
        name, day = match["behind"] or match["month"], int(match["day"] or match["before"])
        if 1 <= day <= LAST_DAY and (tag != "en" or name[0].isupper()):
            yield Named(month_number(name.lower(), tag) * 100 + day, Span(*match.span()))


@lru_cache(maxsize=64)
def _weekday_pattern(tag: str) -> re.Pattern[str] | None:
    if tag not in WEEKDAYS:
        return None
    return re.compile(r"\b(?:" + "|".join(f"({name})" for name in WEEKDAYS[tag]) + r")\w*", re.IGNORECASE)


@lru_cache(maxsize=64)
def _beginnings(tag: str) -> tuple[str, ...]:
    """The letters that the names of weekdays begin with."""
    return tuple(RUN.findall(name)[0] for names in WEEKDAYS[tag] for name in names.split("|"))


@lru_cache(maxsize=64)
def _date_pattern(tag: str) -> re.Pattern[str] | None:
    """A day before a month by name, and in English also behind it. None for a language without a table."""
    if tag not in MONTHS or tag == "he":
        return None
    names = "|".join(sorted(MONTHS[tag], key=len, reverse=True)) + (
        "|(?:" + "|".join(SHORT_MONTHS) + r")t?\.?" if tag == "en" else ""
    )
    month = rf"(?:{names})" + (r"\w*" if tag == "ru" else "")
    before = rf"\b(?P<before>\d{{1,2}})(?:st|nd|rd|th|\.|er|º)?\s(?:of\s|de\s|del\s)?(?P<behind>{month})\b"
    return re.compile(
        rf"{before}|\b(?P<month>{month})\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?![:.,]?\d)", re.IGNORECASE
    )
