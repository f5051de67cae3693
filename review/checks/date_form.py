"""Dates in two forms in one article: 5 May 2023 beside May 5, 2023.

The form of the style sheet, else the one that leads, is right; a date in the other is marked with the right form as the
fix. Only dates with a day and a month by name count.

Misses dates in figures, and ranges of days.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache, partial

import regex

from review.checks.base import ArticleCheck, Example
from review.checks.project.style import Style, chosen
from review.checks.reading.editions import TEXTS_REMEMBERED, editions
from review.checks.reading.glance import words
from review.checks.reading.number_words import MONTHS
from review.types import Mark, Pair, Span

MONTH = "|".join(month.capitalize() for month in MONTHS["en"])
NAMES = frozenset(MONTHS["en"])
DAY = r"(?P<day>[12]?\d|3[01])(?P<ending>st|nd|rd|th)?"
YEAR = r"(?P<year>[12]\d{3})"
FORMS = {
    "day-month": regex.compile(
        rf"(?<![\w-–,.])(?P<the>the )?{DAY}(?P<of> of)? (?P<month>{MONTH})\b(?:,? {YEAR}(?!\d))?"
    ),
    "month-day": regex.compile(
        rf"\b(?P<month>{MONTH}) {DAY}(?![\d\w:%–-]|[.,]\d| ?(?:and|to|or) \d)(?:,? {YEAR}(?!\d))?"
    ),
}


def find(style: Style, pairs: Sequence[Pair]) -> Iterator[tuple[int, Mark]]:
    for edition in editions(pairs):
        used = [(place, form, match) for place in edition for form, match in _dates(pairs[place].target)]
        right = chosen((form for _, form, _ in used), style.dates)
        for place, form, match in used:
            if right and form != right:
                yield place, _mark(match, right)


@lru_cache(TEXTS_REMEMBERED)
def _dates(text: str) -> tuple[tuple[str, regex.Match[str]], ...]:
    forms = {} if NAMES.isdisjoint(words(text)) else FORMS
    return tuple((form, match) for form, pattern in forms.items() for match in pattern.finditer(text))


def _mark(match: regex.Match[str], right: str) -> Mark:
    day, month, year = match["day"], match["month"], match["year"]
    if right == "day-month":
        fix = f"{day} {month}" + (f" {year}" if year else "")
    else:
        fix = f"{month} {day}" + (f", {year}" if year else "")
    return Mark(Span(*match.span()), f"Dates here have the form {fix}.", fixes=(fix,), expected=fix, found=match[0])


EXAMPLES = (
    Example(
        "5月5日、6日开放，7月8日关闭。",
        "Open from May 5, 2023; closed on 8 July 2023. May 9 is free, June 3 too.",
        ("8 July 2023",),
        fixed="Open from May 5, 2023; closed on July 8, 2023. May 9 is free, June 3 too.",
    ),
    Example(
        "3月4日闭馆。",
        "Closed on March 4.",
        ("March 4",),
        fixed="Closed on 4 March.",
        before=(("5月5日和7月2日开馆。", "It opened on 5 May 2021 and 2 July 2022, and on 9 June."),),
    ),
    Example(
        "Am 3. und 5. Mai.",
        "On 3rd of May, on May 5 and on June 1, and on July 2.",
        ("3rd of May",),
        "de",
        "en",
        "On May 3, on May 5 and on June 1, and on July 2.",
    ),
    Example("5月5日开放，7月8日关闭。", "Open on May 5, 2023, closed on 8 July."),
    Example("5月5日和6日。", "On May 5 and on June 6, the 12 May Day races are run."),
    Example("5月5日。", "On 5 May, 6 May and 7 May, up to 12 people may come."),
)


def check(style: Style) -> ArticleCheck:
    """The check with a style sheet."""
    return ArticleCheck(
        id="date-form",
        name="Dates in two formats",
        description="A date in another form than the article's others, or than the style sheet asks for.",
        category="locale convention/date",
        its="inconsistency",
        severity="minor",
        score=0.6,
        version=1,
        target_langs=("en",),
        find=partial(find, style),
        examples=EXAMPLES,
    )


CHECK = check(Style())
