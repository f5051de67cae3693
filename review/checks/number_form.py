"""Small numbers in figures where the style sheet asks for words, or in words where it asks for figures.

`words-to-nine` and `words-to-ten` spell out whole numbers up to there before a plain word; `figures` never. Numbers
with units, percent, currencies, in dates, times, scores and behind names of things (Chapter 3) stay in figures.

Misses ordinals and numbers above ten. Off until a style sheet sets it: most articles mix both with good reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import regex

from review.checks.base import Check, Example
from review.checks.project.style import Style
from review.checks.reading.number_words import CARDINALS, MONTHS
from review.checks.reading.words import listed
from review.types import Mark, Pair, Span

WORDS = {int(value): word for word, value in CARDINALS["en"].items() if 2 <= value <= 10}
VALUES = {word: value for value, word in WORDS.items()}
LIMITS = {"words-to-nine": 9, "words-to-ten": 10}
UNITS = listed(
    "percent per cent pm am km kilometers kilometres meters metres cm mm kg kilograms grams tons tonnes degrees "
    "points hours hour minutes seconds years-old yuan dollars euros pounds yen million billion trillion thousand "
    "hundred times and or to by"
)
FIGURE = regex.compile(
    r"(?<![\w.,:/$€£¥#+–—-]|\p{Lu}\p{L}* |[Ss]core |[Pp]age |\d )(?P<n>[2-9]|10)"
    rf"(?= (?!(?:{'|'.join((*UNITS, *(month.capitalize() for month in MONTHS['en'])))})\b)\p{{Ll}}{{3,}})"
)
WORD = regex.compile(
    rf"(?<![\w-])(?P<n>{'|'.join(VALUES)})(?= \p{{Ll}}{{3,}})(?! (?:or|and|to|hundred|thousand|million)\b)"
)


def find(style: Style, pair: Pair) -> Iterator[Mark]:
    if not style.numbers:
        return
    limit = LIMITS.get(style.numbers, 0)
    for match in FIGURE.finditer(pair.target) if limit else ():
        if int(match["n"]) <= limit:
            yield _mark(match, WORDS[int(match["n"])], "in words")
    for match in WORD.finditer(pair.target) if not limit else ():
        yield _mark(match, str(VALUES[match["n"]]), "in figures")


def _mark(match: regex.Match[str], right: str, form: str) -> Mark:
    reason = f"The style sheet has this number {form}: {right}."
    return Mark(Span(*match.span()), reason, fixes=(right,), expected=right, found=match["n"])


EXAMPLES = (
    Example("三座桥。", "There are 3 bridges.", ("3",), fixed="There are three bridges."),
    Example("9名学生来了。", "She met 9 students.", ("9",), fixed="She met nine students."),
    Example("Vier Züge.", "We saw 4 trains.", ("4",), "de", "en", "We saw four trains."),
    Example("第3章有5公里。", "Chapter 3 is about 5 km and 10 people."),
    Example("5月3日下午3点。", "On 3 May at 3 pm it was 5 percent."),
    Example("三座桥。", "There are three bridges, 3.5 apples and 4–5 pears."),
)


def check(style: Style) -> Check:
    """The check with a style sheet."""
    return Check(
        id="number-form",
        name="Number in words or figures",
        description="A small number in another form than the style sheet asks for.",
        category="locale convention/number",
        its="locale-violation",
        severity="minor",
        score=0.6,
        version=1,
        target_langs=("en",),
        find=partial(find, style),
        on=bool(style.numbers),
        examples=EXAMPLES,
    )


CHECK = replace(check(Style(numbers="words-to-nine")), on=False)
"""The check with the style sheet of its examples."""
