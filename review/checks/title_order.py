"""A title behind a Chinese name, in the order of the source: Zhang Wei Director said.

English puts a title before the name, or behind it in commas. A title with a capital that follows a name of the source
directly, and has a verb or the end of the clause behind it, is marked with its name; the fix turns them round.

Misses titles that are not in the table, and names that are not read as such.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from review.checks.base import Check, Example
from review.checks.reading.people import people
from review.checks.reading.words import listed
from review.types import Mark, Pair, Span

HEADS = listed(
    "Academician Ambassador Captain Chairman Chairperson Chairwoman Chancellor Coach Commander Commissioner Curator "
    "Dean Director Doctor Engineer General Governor Inspector Judge Leader Manager Mayor Minister Officer Premier "
    "President Principal Professor Researcher Secretary Spokesman Spokesperson Spokeswoman Superintendent Teacher"
)
TITLE = (
    rf" (?P<title>(?:(?:Deputy|Vice|Chief|Executive|Party|Prime|Foreign|Associate|Assistant|General|Head)[- ]){{0,2}}"
    rf"(?:{'|'.join(HEADS)}))(?= \p{{Ll}}|[.;:!?]|, \p{{Ll}}|$)(?! of\b)"
)


def find(pair: Pair) -> Iterator[Mark]:
    for person in people(pair.source, pair.target):
        match = _title().match(pair.target, person.target.end)
        if match and not _has_title(pair.target, person.target.start):
            span = Span(person.target.start, match.end())
            right = f"{match['title']} {person.right}"
            found = span.of(pair.target)
            reason = f"English has the title before the name: {right}."
            yield Mark(span, reason, fixes=(right,), expected=right, found=found, counterpart=person.source)


@cache
def _title() -> regex.Pattern[str]:
    # Made when it is first asked for: it takes as long as some hundred pairs.
    return regex.compile(TITLE)


def _has_title(text: str, start: int) -> bool:
    """Whether a title stands before the name already, so that the one behind may begin something else."""
    return text[:start].rstrip().rpartition(" ")[2] in HEADS


CHECK = Check(
    id="title-order",
    name="Title after the name",
    description="A title behind a Chinese name without a comma, as the source has it.",
    category="locale convention/name format",
    its="grammar",
    severity="minor",
    score=0.8,
    version=1,
    source_langs=("zh",),
    target_langs=("en",),
    find=find,
    examples=(
        Example(
            "张伟主任说。",
            "Zhang Wei Director said so.",
            ("Zhang Wei Director",),
            fixed="Director Zhang Wei said so.",
        ),
        Example(
            "李晓梅副校长出席。",
            "Also present was Li Xiaomei Vice Principal.",
            ("Li Xiaomei Vice Principal",),
            fixed="Also present was Vice Principal Li Xiaomei.",
        ),
        Example(
            "王建国教授讲课。",
            "Wang Jianguo Professor gave a lecture.",
            ("Wang Jianguo Professor",),
            fixed="Professor Wang Jianguo gave a lecture.",
        ),
        Example("张伟主任说。", "Director Zhang Wei said so."),
        Example("主任张伟说。", "Zhang Wei, Director of the Office, said so."),
        Example("张伟主任医师坐诊。", "Zhang Wei Director Hospital is open."),
    ),
)
