"""Which content words of a pair have a counterpart on the other side.

A word of the source and one of the translation that the dictionary links compete for each other, the surest and then
those nearest to the diagonal first (as in Melamed 2000); a word is covered by at most one. What renders a word freely
is not seen: about a fifth of the words of a faithful translation have no counterpart here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from review.checks.reading.content import ContentWord, Kind, SourceWord, source_words, target_words
from review.checks.reading.remembered import TEXTS
from review.checks.reading.tongue import tongue
from review.types import Pair

Level = Literal["none", "shared", "part", "whole"]
LONGEST = 2000
"""Code points of a side that is looked at; longer pairs are left alone, for links are counted in pairs of words."""
PART = 0.5
"""How unsure a link is that rests on a part of a word, in the order of links; one of the whole word is sure."""


class Covered(NamedTuple):
    """A content word from `start` to `end`, and how it is covered: not at all, in part, as a whole, or not because
    another word took what would cover it (shared).

    `counterpart` is where the word that covers it begins, None without one.
    """

    start: int
    end: int
    kind: Kind
    level: Level
    counterpart: int | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """The content words of both sides, in order."""

    source: Sequence[Covered]
    target: Sequence[Covered]


Link = tuple[float, float, int, int]
"""A word of the source that may be rendered by one of the translation; the least is the likeliest.

How unsure it is, 0 for the word itself and PART for a part of it; how far from the diagonal, 0 to 1; and the places of
the two among the words.
"""


@lru_cache(TEXTS)
def coverage(pair: Pair) -> Coverage | None:
    """How the pair's words cover each other; None for languages without a dictionary, and for long texts."""
    if tongue(pair.source_lang).tag != "zh" or tongue(pair.target_lang).tag != "en":
        return None
    if max(len(pair.source), len(pair.target)) > LONGEST:
        return None
    ours, theirs = source_words(pair.source), target_words(pair.target)
    places = _places(theirs)
    links, passed = _links(ours, places, len(theirs)), _in_passing(ours, places)
    won = _competed(links)
    source = _levels([link[2] for link in links], [(link[2], link[0]) for link in won])
    target = _levels([*(link[3] for link in links), *passed], [(link[3], link[0]) for link in won])
    begins = {link[2]: theirs[link[3]].start for link in won}
    return Coverage(
        [
            Covered(start, end, kind, source.get(place, "none"), begins.get(place))
            for place, (start, end, kind, meaning) in enumerate(ours)
            if not meaning.empty
        ],
        [Covered(start, end, "word", target.get(place, "none"), None) for place, (start, end, _) in enumerate(theirs)],
    )


def _places(theirs: Sequence[ContentWord]) -> dict[str, list[int]]:
    """The words of the translation by their keys."""
    places: dict[str, list[int]] = {}
    for place, (_, _, keys) in enumerate(theirs):
        for key in keys:
            places.setdefault(key, []).append(place)
    return places


def _links(ours: Sequence[SourceWord], places: dict[str, list[int]], count: int) -> set[Link]:
    links: set[Link] = set()
    keys, wide, high = frozenset(places), max(1, len(ours)), max(1, count)
    for nth, (_, _, _, meaning) in enumerate(ours):
        for key in () if meaning.empty else meaning.every & keys:
            doubt = 0.0 if key in meaning.whole else PART
            for place in places[key]:
                links.add((doubt, abs(nth / wide - place / high), nth, place))
    return links


def _competed(links: set[Link]) -> list[Link]:
    """The links that won."""
    won: list[Link] = []
    ours: set[int] = set()
    theirs: set[int] = set()
    for link in sorted(links):
        if link[2] not in ours and link[3] not in theirs:
            won.append(link)
            ours.add(link[2])
            theirs.add(link[3])
    return won


def _in_passing(ours: Sequence[SourceWord], places: dict[str, list[int]]) -> list[int]:
    """The words of the translation that render function words."""
    keys = frozenset(places)
    empty = [meaning.whole for _, _, _, meaning in ours if meaning.empty]
    return [place for whole in empty for key in whole & keys for place in places[key]]


def _levels(tried: Sequence[int], doubts: Iterable[tuple[int, float]]) -> dict[int, Level]:
    """How the words that have links are covered, by the doubts of those that won."""
    levels: dict[int, Level] = dict.fromkeys(tried, "shared")
    for place, doubt in doubts:
        levels[place] = "part" if doubt else "whole"
    return levels
