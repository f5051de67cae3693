"""Translation units: the pairs of all articles as they stand, and those whose source is like a given text."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property, lru_cache

import regex
from rapidfuzz import process
from rapidfuzz.distance import Indel

from review.checks.reading.usages import Key, sentences, usages
from review.diff import changes
from review.judgements import PairState, Review, Status
from review.types import Pair

LEAST = 0.6
"""Similarity from which another source is worth a look: below it TM tools hardly find words to take over."""
MOST = 5
"""Matches shown for one pair."""
LOOKED_AT = 20
"""Units of an article that are looked at before the best MOST of all are told: some say the same, or are left out."""

REMEMBERED = 200_000
"""Texts of which it is kept at hand what is read in them: an act changes one pair of an article, not all."""
LONGEST = 60
"""Code points of words that can be a term or a phrase."""
LETTER = regex.compile(r"[^\p{N}\p{P}\p{S}\s]", regex.V1)
"""What words have and figures and stops lack."""

Langs = tuple[str, str]
"""The languages of a source and its translation."""
Words = tuple[str, str]
"""Words, and those that came in their place."""
Stamp = tuple[int, ...]
"""Of an article the numbers that change when it is judged or aligned."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A pair as it stands: where it is, what was said of it, and who saved its text when (aware, None for nobody).

    `number` counts the article's pairs from 1; `folded` is what the source is compared by, `folded_machine` what
    the machine's text is.
    """

    pair: str
    article: str
    title: str
    number: int
    source: str
    machine: str
    text: str
    version: int
    status: Status
    by: str
    at: datetime | None
    folded: str
    folded_machine: str

    @property
    def settled(self) -> bool:
        """Whether a reviewer stands behind the text, so that it may serve as an example."""
        return bool(self.text.strip()) and self.status in ("corrected", "approved")


@dataclass(frozen=True)
class Shelf:
    """The units of an article; `stamp` changes whenever they may have changed."""

    langs: Langs
    units: tuple[Unit, ...]
    stamp: Stamp = ()

    @property
    def title(self) -> str:
        """The article's; "" without units."""
        return self.units[0].title if self.units else ""

    @cached_property
    def examples(self) -> tuple[tuple[Unit, ...], list[str]]:
        """The units that serve as examples, and what their sources are compared by."""
        settled = tuple(unit for unit in self.units if unit.settled)
        return settled, [unit.folded for unit in settled]

    @cached_property
    def sources(self) -> list[str]:
        """What the units' sources are compared by."""
        return [unit.folded for unit in self.units]

    @cached_property
    def machines(self) -> list[str]:
        """What the machine's texts are compared by."""
        return [unit.folded_machine for unit in self.units]

    @cached_property
    def usages(self) -> dict[Key, tuple[str, bool]]:
        """What the units name, the first rendering of each that is settled, else the first, and whether it is."""
        found: dict[Key, tuple[str, bool]] = {}
        for unit in self.units:
            for key, text in _named(unit.source, unit.text, self.langs):
                if key not in found or (unit.settled and not found[key][1]):
                    found[key] = text, unit.settled
        return found

    @cached_property
    def sentences(self) -> int:
        """How many different sentences the units hold that are long enough to be compared."""
        return sentences(self.usages)

    @cached_property
    def replaced(self) -> dict[Words, list[Unit]]:
        """By words and what came in their place, the units in which a correction has put the ones for the others."""
        found: defaultdict[Words, list[Unit]] = defaultdict(list)
        for unit in self.units:
            if unit.text != unit.machine:
                for words in dict.fromkeys(replacements(unit.machine, unit.text)):
                    found[words].append(unit)
        return dict(found)

    def ready(self) -> Shelf:
        """The same, with all made that whoever asks first would wait for."""
        _ = self.examples, self.sources, self.machines, self.replaced, self.sentences
        return self


@dataclass(frozen=True, slots=True)
class Match:
    """A unit whose source is like another text; `similarity` is 1 for the same words."""

    unit: Unit
    similarity: float


@dataclass(frozen=True)
class Memory:
    """The units of all articles; each article's are read again only when its stamp has changed."""

    shelves: Mapping[str, Shelf] = field(default_factory=dict)

    def renewed(self, stamps: Mapping[str, Stamp], read: Callable[[str, Stamp], Shelf]) -> Memory:
        """The memory of the articles that have those stamps, with those read again whose stamp was another."""
        known = self.shelves
        shelves = {
            article: known[article] if article in known and known[article].stamp == stamp else read(article, stamp)
            for article, stamp in stamps.items()
        }
        same = len(shelves) == len(known) and all(shelf is known.get(name) for name, shelf in shelves.items())
        return self if same else Memory(shelves)

    def of(self, langs: Langs) -> tuple[Shelf, ...]:
        """The shelves in a pair of languages."""
        return tuple(shelf for shelf in self.shelves.values() if shelf.langs == langs)

    def like(self, source: str, langs: Langs, *, but: Collection[str] = (), least: float = LEAST) -> tuple[Match, ...]:
        """The settled units whose source is most like a text, the most like first and then the newest; each pair of
        texts once. `but` are ids of pairs left out.

        Similarity is 1 less the normalized Indel distance of the folded texts. Misses sources whose parts have
        changed their order.
        """
        wanted = fold(source)
        found = [
            Match(shelf.examples[0][at], similarity)
            for shelf in self.of(langs)
            for at, similarity in near(wanted, shelf.examples[1], least, LOOKED_AT)
        ]
        ranked = sorted(found, key=lambda match: (-match.similarity, *_age(match.unit)))
        told: dict[Words, Match] = {}
        for match in ranked:
            if match.unit.pair not in but:
                told.setdefault((match.unit.folded, match.unit.text), match)
        return tuple(told.values())[:MOST]


def near(wanted: str, texts: Sequence[str], least: float, most: int) -> Iterator[tuple[int, float]]:
    """Which of some texts are at least so like another one, and how like; the most like first, at most so many."""
    if wanted and texts:
        scorer = Indel.normalized_similarity
        found = process.extract(wanted, texts, scorer=scorer, processor=None, score_cutoff=least, limit=most)
        yield from ((at, similarity) for _, similarity, at in found)


@lru_cache(maxsize=REMEMBERED)
def _named(source: str, text: str, langs: Langs) -> tuple[tuple[Key, str], ...]:
    """What a source names, and how its translation renders each."""
    return tuple((usage.key, usage.text) for usage in usages(Pair("", source, text, *langs)))


@lru_cache(maxsize=REMEMBERED)
def replacements(before: str, after: str) -> tuple[Words, ...]:
    """The words that were replaced between two texts, each with what came in their place; no figures or stops."""
    edited = ((edit.before.of(before).strip(), edit.after.of(after).strip()) for edit in changes(before, after))
    return tuple((old, new) for old, new in edited if LETTER.search(old) and LETTER.search(new) and _is_short(old, new))


def _is_short(*texts: str) -> bool:
    return max(map(len, texts)) <= LONGEST


@lru_cache(maxsize=REMEMBERED)
def fold(text: str) -> str:
    """What two texts have in common that differ in width, case and white space alone."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def shelf_of(review: Review, stamp: Stamp = ()) -> Shelf:
    """The units of an article as its review stands."""
    article = review.article
    langs = article.source.lang, article.translation.text.lang
    units = tuple(_unit(article.id, article.title, number, state) for number, state in enumerate(review, 1))
    return Shelf(langs, units, stamp)


def _unit(article: str, title: str, number: int, state: PairState) -> Unit:
    last = state.corrections[-1] if state.corrections else None
    pair = state.pair
    return Unit(
        pair=pair.id,
        article=article,
        title=title,
        number=number,
        source=pair.source,
        machine=pair.target,
        text=state.text,
        version=state.version,
        status=state.status,
        by=last.reviewer if last else "",
        at=last.at if last else None,
        folded=fold(pair.source),
        folded_machine=fold(pair.target),
    )


def _age(unit: Unit) -> tuple[float, str]:
    """What sorts the newest first."""
    return (-unit.at.timestamp() if unit.at else 0.0), unit.pair
