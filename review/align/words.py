"""Which words speak for a bead: links of words from the evidence of its tokens, for beads that are chosen.

That a token of type e renders one of type f has the probability
λ n(f) t(e|f) / |S| ÷ ((1−λ) p(e) + λ Σ n(f) t(e|f) / |S|), with n(f) the tokens of that type among |S|; a link weighs
the geometric mean of it and of the same in the other direction. Links compete for tokens: the heaviest wins, of equal
ones that nearest to the diagonal (Melamed 2000); then a compound takes the neighbours of its counterpart that are still
free. It misses what no single token renders, such as idioms.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from review.align.evidence import Direction
from review.align.stems import STOP_WORDS, stem
from review.align.tokens import Floats, Ints, Tokens, ranges, token_places
from review.types import Segment, Span, WordLink

LEAST = 0.5  # weight of the lightest link: likelier than not
LEAST_OF_COMPOUND = 0.35  # that of the links that a compound takes along, each of which says a part of it
REACH = 2  # tokens that may part a compound's counterparts
MOST = 400  # pairs of occurrences of two types in one bead; where there are more, which is whose is anybody's guess
TOGETHER = 512  # beads looked at at a time, to bound memory
STOPPED = frozenset(map(stem, STOP_WORDS))


def word_links(
    sides: tuple[Sequence[Segment], Sequence[Segment]], forward: Direction, backward: Direction, beads: Ints
) -> list[tuple[WordLink, ...]]:
    """The words that speak for each bead, in the order of the target; none for a null bead.

    `sides` are the segments that the directions' tokens were made of; beads are rows (source from, to, target from,
    to) of indexes into them, no segment in two of them.
    """
    parts = (beads[start : start + TOGETHER] for start in range(0, len(beads), TOGETHER))
    return [words for part in parts for words in _word_links(sides, forward, backward, part)]


def _word_links(
    sides: tuple[Sequence[Segment], Sequence[Segment]], forward: Direction, backward: Direction, beads: Ints
) -> Iterator[tuple[WordLink, ...]]:
    source, target = _Cells.of(forward.given, beads[:, :2]), _Cells.of(forward.told, beads[:, 2:])
    links = _competed(_paired(source, target, *_likely(source, target, forward, backward)))
    links = links.at(np.lexsort((links.source, links.target)))
    ours, theirs = _spans(sides[0], source.side, links.source), _spans(sides[1], target.side, links.target)
    made = list(map(WordLink, ours, theirs, np.round(links.weights, 2).tolist()))
    edges = np.searchsorted(links.target, target.side.starts[beads[:, 2:]])
    for start, end in edges.tolist():
        # Characters such as ½ are two tokens at one place, so that two links may be one to the reader.
        yield tuple({(link.source, link.target): link for link in made[start:end]}.values())


@dataclass(frozen=True, slots=True)
class _Cells:
    """The types of a side's tokens in each bead: one cell for each bead and type that meet.

    `keys` are bead × types + type, ascending. `tokens` are the places of the tokens, by cell; those of cell c are at
    ends[c] − counts[c] to ends[c]; `depths` say how far into its bead each stands, 0 to 1. `sizes` are the tokens of
    each bead.
    """

    side: Tokens
    keys: Ints
    counts: Ints
    ends: Ints
    tokens: Ints
    depths: Floats
    sizes: Ints

    @classmethod
    def of(cls, side: Tokens, runs: Ints) -> _Cells:
        first = side.starts[runs[:, 0]]
        sizes = side.starts[runs[:, 1]] - first
        tokens, owners = ranges(first, sizes)
        depths = (tokens - first[owners] + 0.5) / sizes[owners]
        every = owners * len(side.types) + side.ids[tokens]
        order = np.argsort(every, kind="stable")
        keys, counts = np.unique(every, return_counts=True)
        return cls(side, keys, counts, np.cumsum(counts), tokens[order], depths[order], sizes)

    @property
    def beads(self) -> Ints:
        return self.keys // max(1, len(self.side.types))

    @property
    def types(self) -> Ints:
        return self.keys % max(1, len(self.side.types))


@dataclass(frozen=True, slots=True)
class _Links:
    """Links of tokens by their places in the two sides, heaviest first and of equal ones that nearest the diagonal."""

    source: Ints
    target: Ints
    weights: Floats

    def at(self, chosen: Ints | NDArray[np.bool_]) -> _Links:
        return _Links(self.source[chosen], self.target[chosen], self.weights[chosen])


def _rendered(given: _Cells, told: _Cells, direction: Direction) -> tuple[Ints, Ints, Floats]:
    """Cells of given and told types that may render each other, and the probability that told ones render given."""
    translations = direction.translations
    first = translations.starts[given.types]
    entries, ours = ranges(first, translations.starts[given.types + 1] - first)
    keys = given.beads[ours] * len(told.side.types) + translations.types[entries]
    theirs = np.minimum(np.searchsorted(told.keys, keys), len(told.keys) - 1)
    met = told.keys[theirs] == keys
    ours, theirs, entries = ours[met], theirs[met], entries[met]
    explained = direction.translated * given.counts[ours] * translations.probabilities[entries]
    explained /= given.sizes[given.beads[ours]]
    by_chance = (1 - direction.translated) * direction.unigram[told.types]
    total = by_chance + np.bincount(theirs, weights=explained, minlength=len(told.keys))
    return ours, theirs, explained / total[theirs]


def _likely(source: _Cells, target: _Cells, forward: Direction, backward: Direction) -> tuple[Ints, Ints, Floats]:
    """Cells of source and target types that may render each other, and how likely they do."""
    if not len(source.keys) or not len(target.keys):
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64), np.zeros(0)
    ours, theirs, there = _rendered(source, target, forward)
    theirs_back, ours_back, back = _rendered(target, source, backward)
    both, at, at_back = np.intersect1d(
        ours * len(target.keys) + theirs,
        ours_back * len(target.keys) + theirs_back,
        assume_unique=True,
        return_indices=True,
    )
    ours, theirs = both // len(target.keys), both % len(target.keys)
    weights = np.sqrt(there[at] * back[at_back])
    kept = (weights >= LEAST_OF_COMPOUND) & (source.counts[ours] * target.counts[theirs] <= MOST)
    kept &= _speaks(source.side)[source.types[ours]] & _speaks(target.side)[target.types[theirs]]
    return ours[kept], theirs[kept], weights[kept]


def _speaks(side: Tokens) -> NDArray[np.bool_]:
    """For each type whether it says anything by itself: no mark, no function word of English."""
    said = (token not in STOPPED and (token[0].isalnum() or token[0] == "#") for token in side.types)
    return np.fromiter(said, dtype=np.bool_, count=len(side.types))


def _paired(source: _Cells, target: _Cells, ours: Ints, theirs: Ints, weights: Floats) -> _Links:
    """Every token of the one cell with every token of the other."""
    wide = target.counts[theirs]
    nth, owners = ranges(np.zeros(len(ours), dtype=np.int64), source.counts[ours] * wide)
    rows, columns = nth // wide[owners], nth % wide[owners]
    at = (source.ends - source.counts)[ours[owners]] + rows
    to = (target.ends - target.counts)[theirs[owners]] + columns
    order = np.lexsort((np.abs(source.depths[at] - target.depths[to]), -weights[owners]))
    return _Links(source.tokens[at], target.tokens[to], weights[owners]).at(order)


def _competed(links: _Links) -> _Links:
    """The links that win their tokens, and those of compounds."""
    chosen = np.zeros(len(links.weights), dtype=np.bool_)
    open_ = np.flatnonzero(links.weights >= LEAST)
    while len(open_):
        won = open_[_first(links.source[open_]) & _first(links.target[open_])]
        chosen[won] = True
        taken = np.isin(links.source[open_], links.source[won]) | np.isin(links.target[open_], links.target[won])
        open_ = open_[~taken]
    return links.at(chosen | _joined(links.source, links.target, chosen) | _joined(links.target, links.source, chosen))


def _joined(ends: Ints, others: Ints, chosen: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The links by which a token that has its counterpart takes a free neighbour of it."""
    none = -1 - REACH
    counterparts = np.full(int(ends.max(initial=-1)) + 1, none)
    counterparts[ends[chosen]] = others[chosen]
    near = np.abs(counterparts[ends] - others) <= REACH
    may = np.flatnonzero(near & ~np.isin(others, others[chosen]))
    found = np.zeros(len(ends), dtype=np.bool_)
    found[may[_first(others[may])]] = True
    return found


def _first(values: Ints) -> NDArray[np.bool_]:
    """Which entries are the first of their value."""
    found = np.zeros(len(values), dtype=np.bool_)
    found[np.unique(values, return_index=True)[1]] = True
    return found


def _spans(segments: Sequence[Segment], side: Tokens, tokens: Ints) -> Iterator[Span]:
    """The places of tokens in the raw text."""
    owners = np.searchsorted(side.starts, tokens, side="right") - 1
    bodies = {number: segments[number].body for number in np.unique(owners).tolist()}
    places = {
        number: token_places(segments[number].text[body.start - segments[number].start :][: len(body)])
        for number, body in bodies.items()
    }
    for number, nth in zip(owners.tolist(), (tokens - side.starts[owners]).tolist(), strict=True):
        offset = bodies[number].start
        start, end = places[number][nth]
        yield Span(offset + start, offset + end)
