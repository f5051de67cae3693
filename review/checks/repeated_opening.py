"""Clauses that open alike again and again: `It is required to …; it is also required to …; it is required to …`.

Chinese reports hang clause after clause on one unnamed subject. Marked is each opening but the first, where three
clauses that a semicolon parts open with the same three words, or two with `it is`; `also`, `still` and the like do not
count. Misses openings that say the same in other words, and leaves items of a list alone, and sentences, where it may
be a figure of speech.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import regex

from review.checks.base import Check, Example
from review.types import Mark, Pair, Span

WORDS = 3
"""Words that two openings have to share."""
CLAUSES = 3
"""Clauses that open alike before it counts."""
CLAUSE = regex.compile(r"(?P<part>^|[.;!?:\n][\s\u00a0]++|,[\s\u00a0]++(?:and[\s\u00a0]++)?)(?=\p{L})")
OPENING = regex.compile(r"\p{L}[\p{L}'’-]*+(?:[ \u00a0]++\p{L}[\p{L}'’-]*+){2,3}")
IMPERSONAL = ("it", "is")
ASIDE = frozenset(("also", "still", "then", "further", "again", "therefore", "thus", "and"))

ITEM = regex.compile(r"\w+ing$|to$|for$|of$|by$|the$|an?$")
"""First words of what is an item of a list and no clause, or no more than the subject."""

Opening = tuple[Span, str]


def find(pair: Pair) -> Iterator[Mark]:
    if ";" not in pair.target:
        return
    alike: defaultdict[tuple[str, ...], list[Opening]] = defaultdict(list)
    for span, words, parted in _openings(pair.target):
        alike[words].append((span, parted))
    for words, openings in alike.items():
        divided = any(sign == ";" for _, sign in openings[1:])
        if divided and (len(openings) >= CLAUSES or words[:2] == IMPERSONAL):
            for span, _ in openings[1:]:
                yield Mark(
                    span,
                    f"{len(openings)} clauses open with “{' '.join(words)}”: name who acts, or join them.",
                    found=f"{len(openings)} times",
                )


def _openings(text: str) -> Iterator[tuple[Span, tuple[str, ...], str]]:
    """The openings of the clauses: their places, their first words without asides, and the sign that stands before.

    A clause behind a comma counts only when it opens like a sentence, with `it is`.
    """
    for clause in CLAUSE.finditer(text):
        opening = OPENING.match(text, clause.end())
        if opening is None:
            continue
        words = tuple(word for word in opening.group().lower().split() if word not in ASIDE)[:WORDS]
        sign = clause["part"].strip()[:1]
        if len(words) == WORDS and not ITEM.match(words[0]) and (sign != "," or words[:2] == IMPERSONAL):
            yield Span(opening.start(), _end(opening, words)), words, sign


def _end(opening: regex.Match[str], words: tuple[str, ...]) -> int:
    """Where the last of the shared words ends."""
    at = opening.group().lower().rindex(words[-1])
    return opening.start() + at + len(words[-1])


ASKED = "It is necessary to plan the fair; it is also necessary to pay for it."

CHECK = Check(
    id="repeated-opening",
    name="Clauses open alike",
    description="Clause after clause with the same opening, as reports in official Chinese have it.",
    category="style/bad sentence structure",
    its="style",
    severity="minor",
    score=0.4,
    version=2,
    find=find,
    target_langs=("en",),
    examples=(
        Example("要计划，要付钱。", ASKED, ("it is also necessary",)),
        Example(
            "要看，要听，要写。",
            "We must see more; we must see better; we must see all.",
            ("we must see", "we must see"),
        ),
        Example("要。", "It is vital to go; it is vital to eat.", ("it is vital",)),
        Example("要。", "He has to go. He has to eat. He has to sleep."),
        Example("要计划。", "It is necessary to plan; it is late."),
        Example(
            "包括：问路；问时；问价。",
            "Among them: asking about the way; asking about the time; asking about the price.",
        ),
        Example("要。", "One, two, three, one, two, three."),
    ),
)
