"""A weekday, a date, a half of the day, or a last, this or next year, month, week or day that is another in the source.

A date is its day and month together, so that May 3 for 3月5日 is marked although both numbers occur; in figures alone
it is read where a year stands beside them, and 5/3/2021 may be either. What the source tells by the day alone, as the
first of a range, may have any month. Misses dates in figures without a year (3/5), and a last year told by its number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from review.checks.base import Check, Example
from review.checks.reading.calendar import RELATIVE, Named, dates, hours, relative, weekdays
from review.checks.reading.number_words import MONTHS
from review.checks.reading.tongue import tongue
from review.checks.reading.words import Places
from review.types import Mark, Pair, Span

SCORE = 0.85
WEEKEND = ("周末", "週末", "weekend", "Wochenende", "fin de semana", "fim de semana", "выходн")
NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NOON = 12
FIGURES = re.compile(r"(?<![\d.,])\d{1,2}(?![\d%]|[.,]\d)")


def find(pair: Pair) -> Iterator[Mark]:
    for read, marked in ((weekdays, _weekdays), (dates, _dates), (hours, _hours)):
        wanted = read(pair.source, pair.source_lang)
        if wanted and (given := read(pair.target, pair.target_lang)):
            yield from marked(pair, wanted, given)
    for unit in RELATIVE:
        wanted = relative(pair.source, pair.source_lang, unit)
        if wanted and (given := relative(pair.target, pair.target_lang, unit)):
            yield from _relative(pair, wanted, given)


def _relative(pair: Pair, wanted: Sequence[Named], given: Sequence[Named]) -> Iterator[Mark]:
    """What is told from today on, where the source tells one and the translation only another."""
    told, said = {named.number for named in wanted}, {named.number for named in given}
    if len(told) == len(said) == 1 and told != said and len(given) <= len(wanted):
        for found in given:
            shown = wanted[0].span.of(pair.source), found.span.of(pair.target)
            yield _mark(pair, found, wanted[0], shown, ())


def _weekdays(pair: Pair, wanted: Sequence[Named], given: Sequence[Named]) -> Iterator[Mark]:
    if any(sign in pair.source for sign in WEEKEND):
        return
    english = tongue(pair.target_lang).tag == "en"
    for found, partner in _strange(wanted, given):
        name = NAMES[partner.number] if partner else ""
        fixes = (name,) if name and english and len(wanted) == len(given) else ()
        yield _mark(pair, found, partner, (name, NAMES[found.number]), fixes)


def _dates(pair: Pair, wanted: Sequence[Named], given: Sequence[Named]) -> Iterator[Mark]:
    places = Places(named.span for named in wanted)
    loose = {int(day[0]) for day in FIGURES.finditer(pair.source) if not places.touch(Span(*day.span()))}
    for found, partner in _strange(wanted, given):
        if found.number % 100 not in loose:
            expected = _written(partner.number) if partner else ""
            plain = found.span.of(pair.target) == _written(found.number)
            fixes = (expected,) if expected and plain and len(wanted) == len(given) == 1 else ()
            yield _mark(pair, found, partner, (expected, _written(found.number)), fixes)


def _hours(pair: Pair, wanted: Sequence[Named], given: Sequence[Named]) -> Iterator[Mark]:
    """Hours that are right but for the half of the day; other hours are numbers, and left to their check."""
    told = {named.number: named for named in wanted}
    for found in given:
        partner = told.get((found.number + NOON) % 24)
        if partner and found.number not in told:
            yield _mark(pair, found, partner, (f"{partner.number}:00", f"{found.number}:00"), ())


def _strange(wanted: Sequence[Named], given: Sequence[Named]) -> list[tuple[Named, Named | None]]:
    """What only the translation has, each with the one of the source that it should be, if that is plain."""
    told, said = {named.number for named in wanted}, {named.number for named in given}
    right = {named.span for named in given if named.number in told}
    strange = [named for named in given if named.span not in right]
    absent = [named for named in wanted if named.number not in said]
    once = {named.span: named for named in strange}
    return [(named, absent[0] if len(absent) == 1 else None) for named in once.values()]


def _mark(pair: Pair, found: Named, partner: Named | None, shown: tuple[str, str], fixes: tuple[str, ...]) -> Mark:
    said = f"The source has {partner.span.of(pair.source)}" if partner else "The source has no such day"
    return Mark(
        found.span,
        f"{said}, the translation {found.span.of(pair.target)}.",
        fixes=fixes,
        expected=shown[0],
        found=shown[1],
        counterpart=partner.span if partner else None,
        score=SCORE,
    )


def _written(date: int) -> str:
    """A date, as month × 100 + day, in English."""
    return f"{MONTHS['en'][date // 100 - 1].capitalize()} {date % 100}" if 1 <= date // 100 <= NOON else ""


CHECK = Check(
    id="date",
    name="Date differs",
    description="A weekday, date or half of the day that is another one in the source.",
    category="accuracy/mistranslation",
    its="numbers",
    severity="major",
    score=SCORE,
    version=2,
    find=find,
    examples=(
        Example("会议定于3月5日举行。", "The meeting is on May 3.", ("May 3",), fixed="The meeting is on March 5."),
        Example(
            "图书馆周三闭馆。",
            "The library is closed on Thursday.",
            ("Thursday",),
            "zh",
            "en",
            "The library is closed on Wednesday.",
        ),
        Example("会议于下午3点开始。", "The meeting starts at 3 a.m.", ("3 a.m",)),
        Example(
            "Le musée ferme le mardi.",
            "The museum closes on Monday.",
            ("Monday",),
            "fr",
            "en",
            "The museum closes on Tuesday.",
        ),
        Example(
            "Am 5. März öffnet der Park.",
            "The park opens on May 5.",
            ("May 5",),
            "de",
            "en",
            "The park opens on March 5.",
        ),
        Example("会议于2021年3月5日召开。", "The meeting was held on 2021-05-03.", ("2021-05-03",)),
        Example("去年游客多了。", "More visitors came this year.", ("this year",)),
        Example("会议于2021年3月5日召开。", "The meeting was held on 5/3/2021."),
        Example("今年游客比去年多。", "More visitors came than last year."),
        Example("会议定于3月5日下午3点举行。", "The meeting is at 3 p.m. on March 5, 2024."),
        Example("一周三次，周五除外。", "Three times a week, except on Friday."),
        Example("3月5日通知，6日开会。", "It was announced on March 5, and held on March 6."),
        Example("5 марта, в среду", "on Wednesday, March 5", (), "ru", "en"),
    ),
)
