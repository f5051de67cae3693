"""Which content words of a pair have a counterpart on the other side.

A word of the source and one of the translation that the dictionary links compete for each other, the surest and then
those nearest to the diagonal first (as in Melamed 2000); a word is covered by at most one. What renders a word freely
is not seen: about a fifth of the words of a faithful translation have no counterpart here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from review.checks.reading.content import ContentWord, Kind, SourceWord, source_words, target_words
from review.checks.reading.remembered import TEXTS
from review.checks.reading.tongue import tongue
from review.types import Pair

Level = Literal["none", "shared", "part", "whole"]
LONGEST = 2000
"""Code points of a side that is looked at; longer pairs are left alone, for links are counted in pairs of words."""
PART = 0.5
"""How unsure a link is that rests on a part of a word, in the order of links; one of the whole word is sure."""


@dataclass(frozen=True, slots=True)
class Covered:
    """The content words of a side in order, in columns: from `starts` to `ends`, and how each is covered.

    That is not at all, in part, as a whole, or not because another word took what would cover it (shared).
    `counterparts` are where the words that cover them begin, None without one; they are told of the source only.
    """

    starts: Sequence[int]
    ends: Sequence[int]
    kinds: Sequence[Kind]
    levels: Sequence[Level]
    counterparts: Sequence[int | None]


@dataclass(frozen=True, slots=True)
class Coverage:
    """The content words of both sides."""

    source: Covered
    target: Covered


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
    return _coverage(source_words(pair.source), target_words(pair.target))


def _coverage(ours: Sequence[SourceWord], theirs: Sequence[ContentWord]) -> Coverage:
    places = _places(theirs)
    keys = frozenset(places)
    links = _links(ours, places, keys, len(theirs))
    counterparts: list[int | None] = [None] * len(ours)
    source: list[Level] = ["none"] * len(ours)
    target: list[Level] = ["none"] * len(theirs)
    for _, _, our, their in links:
        source[our] = target[their] = "shared"
    for their in _in_passing(ours, places, keys):
        target[their] = "shared"
    for doubt, _, our, their in _competed(links):
        source[our] = target[their] = "part" if doubt else "whole"
        counterparts[our] = theirs[their][0]
    full = [place for place, word in enumerate(ours) if not word[3].empty]
    words = [ours[place] for place in full]
    return Coverage(
        Covered(
            [word[0] for word in words],
            [word[1] for word in words],
            [word[2] for word in words],
            [source[place] for place in full],
            [counterparts[place] for place in full],
        ),
        Covered([word[0] for word in theirs], [word[1] for word in theirs], (), target, ()),
    )


def _places(theirs: Sequence[ContentWord]) -> dict[str, list[int]]:
    """The words of the translation by their keys."""
    places: dict[str, list[int]] = {}
    for place, (_, _, keys) in enumerate(theirs):
        for key in keys:
            places.setdefault(key, []).append(place)
    return places


def _links(ours: Sequence[SourceWord], places: dict[str, list[int]], keys: frozenset[str], count: int) -> list[Link]:
    wide, high = max(1, len(ours)), max(1, count)
    return [
        (0.0 if key in meaning.whole else PART, abs(nth / wide - place / high), nth, place)
        for nth, (_, _, _, meaning) in enumerate(ours)
        if not meaning.empty
        for key in meaning.every & keys
        for place in places[key]
    ]


def _competed(links: Sequence[Link]) -> list[Link]:
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


def _in_passing(ours: Sequence[SourceWord], places: dict[str, list[int]], keys: frozenset[str]) -> list[int]:
    """The words of the translation that render function words."""
    empty = [meaning.whole for _, _, _, meaning in ours if meaning.empty]
    return [place for whole in empty for key in whole & keys for place in places[key]]
