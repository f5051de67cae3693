"""Chinese persons named in a pair: the names that the source may hold, and what the translation makes of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from review.checks.reading.cedict_names import cedict_names
from review.checks.reading.pinyin import folded, is_syllable, readings, sounds, spellings, surnames, wade_giles
from review.checks.reading.remembered import TEXTS
from review.types import Span

LETTER = r"[^\W\d_]"
PART = r"[a-z]{1,6}(?:(?:['’-]|(?=[A-Z]))[A-Za-z][a-z]{1,6}|[a-z]{1,7}+)?"
"""A part of a name behind its first letter."""
NAME = re.compile(
    rf"([A-Z](?<!{LETTER}.)(?<!['’-].){PART}) ([A-Z]{PART})(?!{LETTER}|-)(?!['’][a-zß-öø-ÿ]{{2}})"
    rf"(?: ([A-Z][a-z]{{1,5}})(?!{LETTER}|['’-]))?+"
)
"""Two words of a name, or three; the first letter stands first, for Python looks for that before all else."""
PRONOUNS = frozenset({"he", "she"})
GIVEN = 2  # characters of most given names
LETTERS_OFF = 1
SHORTEST = 5
"""Letters of a given name in which one wrong letter still shows which name is meant."""
REMEMBERED = 2048


@dataclass(frozen=True, slots=True)
class Person:
    """A surname and up to two characters behind it in the source, and the name in the translation.

    `right` is the name in pinyin, in the order of the translation; it is what stands there when that is right.
    `certain` says that no other name of the source is as near. `reversed` is set for the given name before the surname.
    """

    written: str
    source: Span
    name: str
    target: Span
    right: str
    certain: bool = True
    reversed: bool = False


@dataclass(frozen=True, slots=True)
class _Written:
    surname: str
    given: str
    start: int


@lru_cache(maxsize=REMEMBERED)
def people(source: str, target: str) -> tuple[Person, ...]:
    """The persons whose names both sides hold, where the translation's is right or nearly so, in its order."""
    found = list(_names(target))
    if not found or not (written := _written(source)).names:
        return ()
    named = (person for match in found if (person := _identified(match, written)))
    return tuple(_apart(sorted(named, key=lambda person: person.name != person.right)))


def _names(target: str) -> Iterator[re.Match[str]]:
    """What may be a name, also where it begins with a word of another one."""
    match = NAME.search(target)
    while match:
        yield match
        match = NAME.search(target, match.start() + 1)


def _apart(named: list[Person]) -> Iterator[Person]:
    """The persons, right names first, without those that share a word with one before."""
    taken: list[Span] = []
    for person in named:
        if not any(person.target.overlaps(span) for span in taken):
            taken.append(person.target)
            yield person


@dataclass(frozen=True, slots=True)
class _Names:
    """The names that a source may hold, and those whose surname is spelt in a way, and whose given name is read so."""

    names: Sequence[_Written]
    spelt: Mapping[str, Sequence[_Written]]
    read: Mapping[str, Sequence[_Written]]


@lru_cache(maxsize=TEXTS)
def _written(source: str) -> _Names:
    names = tuple(_written_names(source))
    spelt, read = defaultdict(list), defaultdict(list)
    for one in names:
        for spelling in spellings(one.surname):
            spelt[spelling].append(one)
        for reading in readings(one.given) if len(one.given) == GIVEN else ():
            read[reading].append(one)
    return _Names(names, dict(spelt), dict(read))


def _written_names(source: str) -> Iterator[_Written]:
    """Every place of the source where a surname may begin a name of one or two characters more."""
    known = surnames()
    for start, character in enumerate(source):
        for surname in (source[start : start + 2], character):
            if surname in known:
                behind = start + len(surname)
                for end in (behind + 2, behind + 1):
                    if end <= len(source) and all(map(sounds, source[behind:end])):
                        yield _Written(surname, source[behind:end], start)


@dataclass(frozen=True, slots=True)
class _Read:
    """Words of the translation read as a surname and a given name, in their order."""

    surname: str
    given: str
    span: Span
    reversed: bool = False

    @property
    def name(self) -> str:
        return self.named(self.surname, self.given)

    def named(self, surname: str, given: str) -> str:
        """Another name in the same order."""
        return f"{given} {surname}" if self.reversed else f"{surname} {given}"


def _readings_of(match: re.Match[str]) -> Iterator[_Read]:
    """What the words may be: a given name may be written as two."""
    if match[3] and is_syllable(folded(match[2])) and is_syllable(match[3].casefold()):
        yield _Read(match[1], f"{match[2]} {match[3]}", Span(*match.span()))
    span = Span(match.start(), match.end(2))
    yield _Read(match[1], match[2], span)
    yield _Read(match[2], match[1], span, reversed=True)


def _identified(match: re.Match[str], written: _Names) -> Person | None:
    reads = tuple(_readings_of(match))
    for read in reads:
        family, own = folded(read.surname), folded(read.given)
        namesakes = written.spelt.get(family, ())
        exact = next((one for one in namesakes if own in spellings(one.given)), None)
        if exact:
            return _person(read, exact, read.name)
        spoken = (one for one in namesakes if family in readings(one.surname))
        near = [(one, name) for one in spoken if (name := _nearest(own, one.given))]
        if near:
            certain = len({name for _, name in near}) == 1
            return _person(read, near[0][0], read.named(read.surname, near[0][1].capitalize()), certain=certain)
    return next(filter(None, (_other_surname(read, written) for read in reads)), None)


def _other_surname(read: _Read, written: _Names) -> Person | None:
    """A right given name behind a surname that is a letter off, or that was translated by its meaning."""
    family, own = folded(read.surname), folded(read.given)
    if len(own) < SHORTEST or family in PRONOUNS:
        return None
    for one in written.read.get(own, ()):
        right = readings(one.surname)[0]
        known = cedict_names().words
        meant = not known(one.given) and family in map(str.casefold, known(one.surname))
        if meant or (is_syllable(family) and OSA.distance(family, right, score_cutoff=1) <= 1):
            return _person(read, one, read.named(right.capitalize(), read.given))
    return None


def _person(read: _Read, one: _Written, right: str, *, certain: bool = True) -> Person:
    written = one.surname + one.given
    place = Span(one.start, one.start + len(written))
    return Person(written, place, read.name, read.span, right, certain, read.reversed)


def _nearest(given: str, characters: str) -> str:
    """The reading of a given name that is one syllable or one letter off `given`; "" where none is."""
    for reading in readings(characters):
        if len(reading) >= SHORTEST and OSA.distance(given, reading, score_cutoff=LETTERS_OFF) <= LETTERS_OFF:
            return reading
    return _one_syllable_off(given, characters) if len(characters) == 2 else ""


def _one_syllable_off(given: str, characters: str) -> str:
    first, second = characters[0], characters[1]
    for one in sounds(first):
        rest = given.removeprefix(one)
        if rest != given and is_syllable(rest) and not _sounds_so(rest, second):
            return one + sounds(second)[0]
    for one in sounds(second):
        rest = given.removesuffix(one)
        if rest != given and is_syllable(rest) and not _sounds_so(rest, first):
            return sounds(first)[0] + one
    return ""


def _sounds_so(syllable: str, character: str) -> bool:
    return any(syllable in (sound, wade_giles(sound)) for sound in sounds(character))
