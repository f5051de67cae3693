"""What a pair renders that another article may render too: its sentence, persons, quoted terms and bodies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

import regex

from review.checks.reading.people import people
from review.checks.reading.pinyin import folded as spelt
from review.checks.reading.terms import bodies, differ, quoted
from review.checks.reading.tongue import tongue
from review.checks.reading.twice import ENDS, folded, is_long
from review.types import Pair, Span

Kind = Literal["sentence", "person", "term", "body"]
Key = tuple[Kind, str]
"""What is meant, as the source writes it."""

SAID = regex.compile(r"[，。？！；,?!;…]")
"""What words have that somebody says, and a term has not."""
BEFORE_BODY = regex.compile(r"[^在于到去从向由与和及对的了等以同跟为是至入\P{Han}]{2,6}$")
"""Of the words before the common noun of a body, those of its name: none of the words that join it to a sentence."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What a source names, and how the translation renders it."""

    kind: Kind
    written: str
    source: Span
    text: str
    target: Span

    @property
    def key(self) -> Key:
        return self.kind, self.written

    def differs(self, text: str) -> bool:
        """Whether another rendering of the same says it in other words."""
        if self.kind == "sentence":
            return folded(text) != folded(self.text)
        return spelt(text) != spelt(self.text) if self.kind == "person" else differ(text, self.text)


def usages(pair: Pair) -> Iterator[Usage]:
    """The sentence first, then what it names. Misspelt persons are left out, for another check tells of them."""
    if pair.target.strip():
        if told := sentence(pair):
            yield told
        for (written, source), (text, place) in quoted(pair.source, pair.target):
            if not SAID.search(written):
                yield Usage("term", written, source, text, place)
        if (tongue(pair.source_lang).tag, tongue(pair.target_lang).tag) == ("zh", "en"):
            yield from _persons(pair)
            yield from _bodies(pair)


def sentences(keys: Iterable[Key]) -> int:
    """How many of some things are sentences."""
    return sum(kind == "sentence" for kind, _ in keys)


def sentence(pair: Pair) -> Usage | None:
    """The sentence of a pair; None where it is not translated, or too short to mean the same elsewhere."""
    written, target = pair.source.strip(ENDS), pair.target.strip()
    if not written or not target or not is_long(pair):
        return None
    source, start = pair.source.index(written), pair.target.index(target)
    place = Span(start, start + len(target))
    return Usage("sentence", written, Span(source, source + len(written)), target, place)


def _persons(pair: Pair) -> Iterator[Usage]:
    for person in people(pair.source, pair.target):
        if person.name == person.right:
            yield Usage("person", person.written, person.source, person.name, person.target)


def _bodies(pair: Pair) -> Iterator[Usage]:
    for noun, at, (text, place) in bodies(pair.source, pair.target):
        if name := BEFORE_BODY.search(pair.source, 0, at):
            span = Span(name.start(), at + len(noun))
            yield Usage("body", span.of(pair.source), span, text, place)
