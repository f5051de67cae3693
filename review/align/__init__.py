"""Sentence alignment: the beads that link runs of source segments to the target segments that render them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from review.align.anchors import band_by_anchors
from review.align.cedict import cedict
from review.align.cues import PARAGRAPHS, Breaks, cue_classes, cues
from review.align.evidence import Direction, Translations
from review.align.learning import learned
from review.align.lexicon import Combined, Lexicon
from review.align.links import Links
from review.align.model import Model
from review.align.programme import Band, Chain, Nulls, best_chain
from review.align.scored import BeadScores
from review.align.tokens import Floats, Ints, Tokens, tokenise
from review.types import Bead, Segment, Text

FIRST_PASS = Model(largest=3, cue=0.35)
SECOND_PASS = Model(null_open=-3.0, null_extend=-2.5)
LISTED_FIRST_PASS = replace(FIRST_PASS, translated=0.63, null_open=-1.0, null_extend=-5.0)
LISTED_SECOND_PASS = replace(SECOND_PASS, most_translated=0.245)
COVERED = 0.6  # share of source tokens with a known rendering from which the words are trusted as a list's
WHOLE_CELLS = 30_000  # cells of the programme that are looked at without a band
APART = 7  # beads between the sides of a pair that is together by chance only
CHANCE = 0.9  # share of chance pairs that lie below what parts them from beads
BEYOND_CHANCE = 0.2  # share of the way from there to the median bead
NEAR = 25  # cells on either side of the first pass's chain


def align(source: Text, target: Text, *, lexicon: Lexicon | None = None) -> tuple[Bead, ...]:
    """The beads of two texts in text order; each segment is in exactly one, and blank ones stand alone.

    Two passes of one dynamic programme: the first, over small beads, teaches the second which boundaries agree.
    A `lexicon` of the two languages, folded as the aligner's tokens are, adds to the one that ships for Chinese.
    Crossing pairs are out of reach: what has moved comes out as nulls or in a bead with its neighbours.
    """
    sides = _Side.of(source), _Side.of(target)
    if not sides[0].segments or not sides[1].segments:
        return _in_text_order((), source, target)
    shipped = cedict() if _is(source, "zh") and _is(target, "en") else None
    both = _Both.of(*sides, Combined(tuple(known for known in (shipped, lexicon) if known)))
    first, second = both.models
    chain = both.chain(first, None)
    both = both.learned(chain, second)
    chain = both.chain(second, chain)
    return _in_text_order(both.beads(chain), source, target)


def _is(text: Text, tag: str) -> bool:
    return text.lang.split("-")[0] == tag


@dataclass(frozen=True, slots=True)
class _Side:
    """What is aligned of a text: its segments that are not blank, their tokens, and the classes of their edges."""

    segments: tuple[Segment, ...]
    tokens: Tokens
    classes: tuple[Ints, ...]

    @classmethod
    def of(cls, text: Text) -> _Side:
        segments = tuple(segment for segment in text.segments if len(segment.body))
        bodies = [segment.body.of(text.raw) for segment in segments]
        return cls(segments, tokenise(bodies, text.lang), cue_classes(segments, text.raw))


@dataclass(frozen=True, slots=True)
class _Both:
    """Two sides and the lexical evidence between them."""

    source: _Side
    target: _Side
    forward: Direction
    backward: Direction
    links: Links
    known: tuple[Translations, Translations]
    models: tuple[Model, Model]

    @classmethod
    def of(cls, source: _Side, target: _Side, lexicon: Lexicon) -> _Both:
        there, back = source.tokens, target.tokens
        links = Links.of(there, back, lexicon)
        models = _models(links, there)
        model = models[0]
        forward, backward = links.forward(there), links.backward(back)
        return cls(
            source,
            target,
            Direction.of(there, back, forward, model.translated, model.background),
            Direction.of(back, there, backward, model.translated, model.background),
            links,
            (forward, backward),
            models,
        )

    def learned(self, chain: Chain, model: Model) -> _Both:
        rows = _rows(_linked(chain))
        return replace(
            self,
            forward=learned(self.forward, self.known[0], rows, model.most_translated),
            backward=learned(self.backward, self.known[1], rows[:, [2, 3, 0, 1]], model.most_translated),
        )

    def chain(self, model: Model, known: Chain | None) -> Chain:
        """The best chain; with a known one, near it, and with the cues learned from it."""
        n, m = len(self.source.segments), len(self.target.segments)
        band = self.band() if known is None else _around(known, n, m)
        edges = None if known is None else _edges(known)
        known_cues = cues(self.source.classes, self.target.classes, edges)
        breaks = Breaks.of(self.source.classes[PARAGRAPHS], self.target.classes[PARAGRAPHS])
        scores = BeadScores.of(model, self.forward, self.backward, known_cues, breaks)
        return best_chain(band, scores, self.nulls(model, known), (0, 0), (n, m))

    def band(self) -> Band:
        """All cells of a short text; along the anchors of a long one."""
        n, m = len(self.source.segments), len(self.target.segments)
        if (n + 1) * (m + 1) <= WHOLE_CELLS:
            return Band.whole(n, m)
        return band_by_anchors(self.source.tokens, self.target.tokens, self.links)

    def nulls(self, model: Model, known: Chain | None) -> Nulls:
        """What unaligned segments score; once beads are known, a token as much as beads hardly above chance."""
        hardly = 0.0 if known is None else model.lexical * self.hardly_aligned(known)
        source, target = (
            model.null_extend + hardly * np.diff(side.tokens.starts) for side in (self.source, self.target)
        )
        return Nulls(model.null_open, source, target)

    def hardly_aligned(self, chain: Chain) -> float:
        """The evidence per token that parts beads from chance: above most pairs of sides that do not belong together.

        Those are made by moving the chain's target sides APART beads on. 0 for a chain too short to tell.
        """
        true = _linked(chain)
        if len(true) < 2 * APART:
            return 0.0
        rows = _rows(true)
        surely = float(np.median(self.evidence(rows)))
        rows[:, 2:] = np.roll(rows[:, 2:], -APART, axis=0)
        most = float(np.quantile(self.evidence(rows), CHANCE))
        return most + BEYOND_CHANCE * max(0.0, surely - most)

    def beads(self, chain: Chain) -> Iterator[Bead]:
        """The chain as beads of segment indexes, each with its evidence for a token."""
        for (h, i, k, j), score in zip(chain, self.evidence(_rows(chain)).tolist(), strict=True):
            yield Bead(_run(self.source.segments[h:i]), _run(self.target.segments[k:j]), score)

    def evidence(self, rows: Ints) -> Floats:
        """LLR of beads in both directions, per token; 0 for null beads."""
        there, back = rows[:, :2], rows[:, 2:]
        source, target = self.source.tokens.starts, self.target.tokens.starts
        sizes = np.diff(source[there]).ravel() + np.diff(target[back]).ravel()
        score = (self.forward.of_runs(there, back) + self.backward.of_runs(back, there)) / np.maximum(1, sizes)
        null = (there[:, 0] == there[:, 1]) | (back[:, 0] == back[:, 1])
        return np.where(null, 0.0, score)


def _rows(chain: Chain) -> Ints:
    return np.array(chain, dtype=np.int64).reshape(-1, 4)


def _models(links: Links, source: Tokens) -> tuple[Model, Model]:
    """The models of the two passes; those for listed words where most source tokens have a known rendering."""
    known = np.zeros(len(source.types))
    known[links.source] = 1.0
    covered = float(known @ source.counts()) / max(1, len(source.ids))
    return (LISTED_FIRST_PASS, LISTED_SECOND_PASS) if covered > COVERED else (FIRST_PASS, SECOND_PASS)


def _run(segments: tuple[Segment, ...]) -> tuple[int, ...]:
    """Their indexes, and those of blank segments between them."""
    return tuple(range(segments[0].index, segments[-1].index + 1)) if segments else ()


def _linked(chain: Chain) -> Chain:
    """The beads of a chain that are not null."""
    return tuple(row for row in chain if row[0] < row[1] and row[2] < row[3])


def _edges(chain: Chain) -> Ints:
    """(source, target) segments that end the chain's beads together: beads × 2."""
    rows = [(i - 1, j - 1) for _, i, _, j in _linked(chain)]
    return np.array(rows, dtype=np.int64).reshape(-1, 2)


def _around(chain: Chain, sources: int, targets: int) -> Band:
    """The cells near a chain: NEAR on either side of where it passes each row."""
    first = np.full(sources + 1, targets, dtype=np.int64)
    last = np.zeros(sources + 1, dtype=np.int64)
    for h, i, k, j in chain:
        first[h : i + 1] = np.minimum(first[h : i + 1], np.linspace(k, j, i - h + 1).astype(np.int64))
        last[h : i + 1] = np.maximum(last[h : i + 1], np.linspace(k, j, i - h + 1).astype(np.int64))
        last[i] = max(last[i], j)
    return Band(np.maximum(0, first - NEAR), np.minimum(targets, last + NEAR) + 1)


def _in_text_order(beads: Iterator[Bead] | tuple[Bead, ...], source: Text, target: Text) -> tuple[Bead, ...]:
    """The beads, and null beads for the segments that are in none, where they stand in the text."""
    found = list(beads)
    sources = {index for bead in found for index in bead.source}
    targets = {index for bead in found for index in bead.target}
    alone = [Bead((segment.index,), ()) for segment in source.segments if segment.index not in sources]
    found = list(_merged(found, alone, lambda bead: bead.source))
    added = [Bead((), (segment.index,)) for segment in target.segments if segment.index not in targets]
    return tuple(_merged(found, added, lambda bead: bead.target))


def _merged(beads: list[Bead], alone: list[Bead], side: Callable[[Bead], tuple[int, ...]]) -> Iterator[Bead]:
    """The beads with those that stand alone before the first that comes after them on that side."""
    waiting = iter(alone)
    single = next(waiting, None)
    for bead in beads:
        while single is not None and side(bead) and side(single) < side(bead):
            yield single
            single = next(waiting, None)
        yield bead
    if single is not None:
        yield single
    yield from waiting
