"""Too many nouns made of verbs close together: `the implementation of the integration and transformation of …`.

Pinkham calls it the noun plague, and finds it the surest mark of Chinglish. `densest` measures, the limit judges.
Marked is the stretch from the first such noun to the last. Misses nouns of action without a Latin ending.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from review.checks.base import Check, Example
from review.checks.reading.words import listed
from review.types import Mark, Pair, Span

NOUNS = 5
"""Nouns made of verbs from which on a stretch is hard to read."""
WITHIN = 14
"""Words of a stretch."""
WORD = regex.compile(r"\p{L}[\p{L}'’-]*+|[.;:!?]")
ENDINGS = ("tion", "sion", "ment", "ance", "ence")
ACTION = regex.compile(rf"[a-z]{{3,}}(?:{'|'.join(ENDINGS)})s?")
OTHER = frozenset(
    listed("""government governments department departments apartment apartments moment moments element elements
document documents cement comment comments science sciences audience sentence sentences experience experiences evidence
conference conferences residence distance instance instances substance substances station stations nation
nations section sections million billion position positions question questions situation situations region
relation relations insurance finance balance chance advance equipment environment environments treatment patient
version versions television session sessions pension pensions mission missions profession professions province
absence presence silence violence fragrance appearance performance performances population populations
generation generations information action actions function functions medicament attention condition conditions
location locations fraction fractions""")
)
"""Words with such an ending that name no action, or are too common to weigh."""


def densest(text: str) -> tuple[Span, int] | None:
    """The stretch of at most WITHIN words of a sentence with the most different nouns made of verbs, and how many.

    None where there are fewer than two.
    """
    best: tuple[Span, int] | None = None
    seen: list[tuple[int, Span]] = []
    for number, word in enumerate(WORD.finditer(text)):
        if not word.group()[0].isalpha():
            seen = []
        elif (lower := word.group().lower()) not in OTHER and ACTION.fullmatch(lower):
            seen = [(at, span) for at, span in seen if number - at < WITHIN] + [(number, Span(*word.span()))]
            different = len({span.of(text).lower() for _, span in seen})
            if different > (best[1] if best else 1):
                best = Span(seen[0][1].start, seen[-1][1].end), different
    return best


def find(pair: Pair) -> Iterator[Mark]:
    if sum(map(pair.target.count, ENDINGS)) < NOUNS:
        return
    found = densest(pair.target)
    if found and found[1] >= NOUNS:
        span, number = found
        yield Mark(
            span,
            f"{number} nouns made of verbs in one stretch: say who does what, with verbs.",
            expected=f"fewer than {NOUNS} in {WITHIN} words",
            found=str(number),
        )


STRETCH = "promotion of the development, integration, transformation and implementation"

CHECK = Check(
    id="noun-plague",
    name="Too many abstract nouns",
    description="Five or more nouns made of verbs within fourteen words.",
    category="style/unnatural or awkward",
    its="style",
    severity="neutral",
    score=0.35,
    version=1,
    find=find,
    target_langs=("en",),
    examples=(
        Example("推进发展", f"The {STRETCH} of it", (STRETCH,)),
        Example("推进发展", f"{STRETCH.capitalize()} came.", (STRETCH.capitalize(),)),
        Example(
            "加强管理",
            "Reduction, prevention, management, improvement and adaptation count.",
            ("Reduction, prevention, management, improvement and adaptation",),
        ),
        Example("发展", "The development and integration of the town"),
        Example("分开", "Promotion. Development. Integration. Transformation. Implementation."),
        Example("政府", "The government department station document question section"),
    ),
)
