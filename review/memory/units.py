"""Translation units: the pairs of all articles as they stand, and those whose source is like a given text."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

import regex
from rapidfuzz import process
from rapidfuzz.distance import Indel

from review.diff import changes
from review.judgements import PairState, Review, Status

LEAST = 0.6
"""Similarity from which another source is worth a look: below it TM tools hardly find words to take over."""
MOST = 5
"""Matches shown for one pair."""
LOOKED_AT = 40
"""Units that are compared by their texts before the best MOST of them are told."""

LONGEST = 60
"""Code points of words that can be a term or a phrase."""
LETTER = regex.compile(r"[^\p{N}\p{P}\p{S}\s]", regex.V1)
"""What words have and figures and stops lack."""

Langs = tuple[str, str]
"""The languages of a source and its translation."""
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

    @cached_property
    def replaced(self) -> dict[tuple[str, str], list[Unit]]:
        """By words and what came in their place, the units in which a correction has put the ones for the others."""
        found: defaultdict[tuple[str, str], list[Unit]] = defaultdict(list)
        for unit in self.units:
            if unit.text != unit.machine:
                for words in dict.fromkeys(replacements(unit.machine, unit.text)):
                    found[words].append(unit)
        return dict(found)


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

    def units(self, langs: Langs) -> tuple[Unit, ...]:
        """The units in a pair of languages, article by article."""
        return self._units.get(langs, ())

    def sources(self, langs: Langs) -> list[str]:
        """What the units' sources are compared by, in the order of the units."""
        return self._folded.get(langs, ([], []))[0]

    def machines(self, langs: Langs) -> list[str]:
        """What the machine's texts are compared by, in the order of the units."""
        return self._folded.get(langs, ([], []))[1]

    def replaced(self, langs: Langs) -> dict[tuple[str, str], list[Unit]]:
        """What corrections have replaced in a pair of languages, as `Shelf.replaced` tells it."""
        return self._replaced.get(langs, {})

    @cached_property
    def _replaced(self) -> dict[Langs, dict[tuple[str, str], list[Unit]]]:
        found: defaultdict[Langs, defaultdict[tuple[str, str], list[Unit]]] = defaultdict(lambda: defaultdict(list))
        for shelf in self.shelves.values():
            for words, units in shelf.replaced.items():
                found[shelf.langs][words] += units
        return {langs: dict(replaced) for langs, replaced in found.items()}

    @cached_property
    def _folded(self) -> dict[Langs, tuple[list[str], list[str]]]:
        return {
            langs: ([unit.folded for unit in units], [unit.folded_machine for unit in units])
            for langs, units in self._units.items()
        }

    @cached_property
    def _units(self) -> dict[Langs, tuple[Unit, ...]]:
        found: defaultdict[Langs, list[Unit]] = defaultdict(list)
        for shelf in self.shelves.values():
            found[shelf.langs].extend(shelf.units)
        return {langs: tuple(units) for langs, units in found.items()}

    @cached_property
    def _examples(self) -> dict[Langs, tuple[list[Unit], list[str]]]:
        """Those that serve as examples, beside what each is compared by."""
        settled = {langs: [unit for unit in units if unit.settled] for langs, units in self._units.items()}
        return {langs: (units, [unit.folded for unit in units]) for langs, units in settled.items()}

    def like(self, source: str, langs: Langs, *, but: Collection[str] = (), least: float = LEAST) -> tuple[Match, ...]:
        """The settled units whose source is most like a text, the most like first and then the newest; each pair of
        texts once. `but` are ids of pairs left out.

        Similarity is 1 less the normalized Indel distance of the folded texts. Misses sources whose parts have
        changed their order.
        """
        examples, folded = self._examples.get(langs, ([], []))
        wanted = fold(source)
        if not wanted:
            return ()
        found = process.extract(
            wanted, folded, scorer=Indel.normalized_similarity, processor=None, score_cutoff=least, limit=LOOKED_AT
        )
        matches = [Match(examples[at], similarity) for _, similarity, at in found if examples[at].pair not in but]
        ranked = sorted(matches, key=lambda match: (-match.similarity, *_age(match.unit)))
        return tuple({(each.unit.folded, each.unit.text): each for each in reversed(ranked)}.values())[::-1][:MOST]


def replacements(before: str, after: str) -> tuple[tuple[str, str], ...]:
    """The words that were replaced between two texts, each with what came in their place; no figures or stops."""
    edited = ((edit.before.of(before).strip(), edit.after.of(after).strip()) for edit in changes(before, after))
    return tuple((old, new) for old, new in edited if LETTER.search(old) and LETTER.search(new) and _is_short(old, new))


def _is_short(*texts: str) -> bool:
    return max(map(len, texts)) <= LONGEST


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
