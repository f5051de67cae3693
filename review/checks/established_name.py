"""Pinyin where English has a name of its own: Qinghua University for Tsinghua University, Haerbin for Harbin.

The English names are those of CC-CEDICT whose glosses never use the pinyin, with an apostrophe or without. The pinyin
of the whole name is looked for, and for names that end in a common noun that of what is before it, with the English
noun behind. What is also the pinyin of another word of the source is left alone.

Misses names that the dictionary does not list, and persons who chose their English name. A person who bears the name of
something else is told by the surname before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import regex

from review.checks.base import Check, Example
from review.checks.reading.cedict_names import cedict_names
from review.checks.reading.generic_terms import generic_terms
from review.checks.reading.glance import runs
from review.checks.reading.people import people
from review.checks.reading.pinyin import folded, readings, sounds
from review.types import Mark, Pair, Span

SHORTEST = 5
"""Letters of a pinyin name; a shorter one may be another word."""


@dataclass(frozen=True, slots=True)
class _Name:
    """A name in the source, what English calls it, and the pinyin that may stand for it; all but `name` folded."""

    name: str
    english: str
    spelt: tuple[str, ...]


def find(pair: Pair) -> Iterator[Mark]:
    named = _named(pair.source)
    if not named:
        return
    folded = pair.target.casefold()
    letters = "".join(runs(pair.target))
    for one in named:
        for spelt in one.spelt:
            if spelt.replace(" ", "") in letters and one.english not in folded and not _is_own(spelt, pair.source):
                yield from _marks(pair, one.name, spelt)


def _marks(pair: Pair, name: str, spelt: str) -> Iterator[Mark]:
    """The places of the pinyin, but for those where a person of another name stands."""
    others = [person.target for person in people(pair.source, pair.target) if person.written not in name]
    for match in _pattern(spelt, name).finditer(pair.target):
        span = Span(*match.span())
        if not any(span.overlaps(other) for other in others):
            yield _mark(pair, span, name, cedict_names().english(name))


@lru_cache(maxsize=256)
def _named(source: str) -> tuple[_Name, ...]:
    """The names in the source that English calls otherwise."""
    return tuple(map(_of, cedict_names().called(source)))


def _is_own(spelt: str, source: str) -> bool:
    """Whether it is the pinyin of a word of the source that has no name of its own in English, as Shanxi is of 山西."""
    known = cedict_names()
    return any(spelt in readings(word) for word in known.headwords(source) if not known.english(word))


@lru_cache(maxsize=16384)
def _of(name: str) -> _Name:
    english = cedict_names().english(name).casefold()
    if any(folded(english) in readings(name[:end]) for end in range(2, len(name) + 1)):
        return _Name(name, english, ())
    whole = tuple(spelt for spelt in readings(name) if len(spelt) >= SHORTEST)
    halves = tuple(
        f"{spelt} {noun.casefold()}"
        for length in (1, 2)
        for noun in generic_terms().get(name[-length:], ())
        for spelt in readings(name[:-length])
        if len(name) > length + 1 and spelt not in english
    )
    return _Name(name, english, whole + halves)


@lru_cache(maxsize=4096)
def _pattern(spelt: str, name: str) -> regex.Pattern[str]:
    """The name with a capital, in one word or with hyphens, apostrophes or spaces between syllables."""
    if " " in spelt:
        stem, noun = spelt.split(" ")
        return regex.compile(rf"(?<![\w'’-]|[A-Z][a-z]+ )(?=\p{{Lu}})(?i:{stem}) {noun.capitalize()}(?![\w-])")
    joined = "['’ -]?".join(_syllables(spelt, name))
    return regex.compile(rf"(?<![\w'’-]|\p{{Lu}}\w* )(?=\p{{Lu}})(?i:{joined})(?![\w-]| \p{{Lu}})")


def _syllables(spelt: str, name: str) -> Iterator[str]:
    for character in name:
        one = max((sound for sound in sounds(character) if spelt.startswith(sound)), key=len, default=spelt)
        yield one
        spelt = spelt.removeprefix(one)


def _mark(pair: Pair, span: Span, name: str, english: str) -> Mark:
    at, found = pair.source.find(name), span.of(pair.target)
    return Mark(
        span,
        f"{name} is {english} in English, not {found}.",
        fixes=(english,),
        expected=english,
        found=found,
        counterpart=Span(at, at + len(name)) if at >= 0 else None,
    )


CHECK = Check(
    id="established-name",
    name="Pinyin for an English name",
    description="A place, body or person in pinyin that English has a name of its own for.",
    category="terminology/inappropriate for context",
    its="terminology",
    severity="minor",
    score=0.8,
    version=2,
    source_langs=("zh",),
    target_langs=("en",),
    find=find,
    examples=(
        Example(
            "他毕业于清华大学。",
            "He graduated from Qinghua University.",
            ("Qinghua University",),
            fixed="He graduated from Tsinghua University.",
        ),
        Example("哈尔滨下雪了。", "It snowed in Haerbin.", ("Haerbin",), fixed="It snowed in Harbin."),
        Example("陕西下雨了。", "It rained in Shanxi.", ("Shanxi",), fixed="It rained in Shaanxi."),
        Example("孔子曰。", "Kong Zi said.", ("Kong Zi",), fixed="Confucius said."),
        Example("山西和陕西下雨了。", "It rained in Shanxi and Shaanxi."),
        Example("他在山东大学教书。", "He teaches at Shandong University."),
        Example("王长城来了。", "Wang Changcheng came."),
        Example("他去泰安市公墓。", "He went to a cemetery in Taian City."),
        Example("泰山在山东。", "Mount Tai is in Shandong."),
    ),
)
