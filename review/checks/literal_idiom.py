"""A Chinese idiom taken at its word: `waiting for rabbits by a tree-stump` for 守株待兔.

The idioms are those that CC-CEDICT explains by a literal sense and by a figurative one. The words of the translation
that only the literal sense has are marked, where none of the figurative sense is there. Misses idioms without such an
explanation, and literal renderings in other words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from review.align.stems import stem
from review.checks.base import Check, Example
from review.checks.reading.idioms import Idiom, idioms
from review.checks.reading.rarity import zipf
from review.checks.reading.remembered import TEXTS
from review.types import Mark, Pair, Span

WORD = re.compile(r"[^\W\d_]{3,}")
TOGETHER = 60
"""Code points within which the literal words have to stand; farther apart they are not of one phrase."""
COMMON = 4.7
"""Zipf frequency from which a word by itself, such as eat, tells nothing."""
SENSE = 60
"""Code points of the figurative sense that a reason quotes."""


def find(pair: Pair) -> Iterator[Mark]:
    for start, idiom in _within(pair.source):
        told = idioms().told(idiom)
        span = _literal(pair.target, told)
        if span:
            sense = told.sense if len(told.sense) <= SENSE else told.sense[:SENSE].rsplit(" ", 1)[0] + " …"
            reason = f"{idiom} is an idiom, translated literally here. It means: {sense}."
            yield Mark(span, reason, expected=sense, found=span.of(pair.target), counterpart=_at(start, idiom))


@lru_cache(TEXTS)
def _within(source: str) -> tuple[tuple[int, str], ...]:
    return tuple(idioms().within(source))


def _literal(target: str, idiom: Idiom) -> Span | None:
    """The words that only the literal sense has, from the first to the last; None where the figurative one is told."""
    words = [(match.start(), match.end(), stem(match.group().lower())) for match in WORD.finditer(target)]
    said = {word for _, _, word in words}
    if not said & idiom.literal or said & idiom.figurative:
        return None
    places = [(start, end, word) for start, end, word in words if word in idiom.literal]
    span = Span(places[0][0], places[-1][1])
    telling = len({word for *_, word in places}) > 1 or zipf(span.of(target).lower(), "en") < COMMON
    return span if telling and len(span) <= TOGETHER else None


def _at(start: int, idiom: str) -> Span:
    return Span(start, start + len(idiom))


CHECK = Check(
    id="literal-idiom",
    name="Idiom translated literally",
    description="Words of the literal sense of a Chinese idiom, and none of what it means.",
    category="accuracy/mistranslation",
    its="mistranslation",
    severity="minor",
    score=0.8,
    version=1,
    source_langs=("zh",),
    target_langs=("en",),
    find=find,
    examples=(
        Example("不要守株待兔。", "Do not wait for rabbits by a tree stump.", ("rabbits by a tree stump",)),
        Example("他只是画蛇添足。", "He only drew legs on a snake.", ("drew legs on a snake",)),
        Example("这是掩耳盗铃。", "It is covering your ears to steal a bell.", ("ears to steal a bell",)),
        Example("不要守株待兔。", "Do not wait idly for opportunities."),
        Example("他养了一只兔子。", "He keeps rabbits by a tree stump."),
        Example("天气很好。", "The weather is fine."),
    ),
)
