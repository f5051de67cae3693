"""Two sides, what is known of their words, and the best chain of beads between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from review.align.anchors import band_by_anchors
from review.align.cues import PARAGRAPHS, Breaks, cues
from review.align.encoder import Encoded
from review.align.evidence import Direction, Translations
from review.align.learning import learned
from review.align.links import Links
from review.align.model import Model
from review.align.moved import with_moved
from review.align.nulls import eased, often, with_gaps
from review.align.programme import Band, Cell, Chain, Nulls, best_chain, linked, rows_of
from review.align.quotations import Quotations
from review.align.scored import BeadScores
from review.align.sides import Side
from review.align.tokens import Floats, Ints

FIRST_PASS = Model(largest=3, cue=0.35)
SECOND_PASS = Model(null_open=-3.0, null_extend=-2.5, lent=0.12)
LISTED_FIRST_PASS = replace(FIRST_PASS, translated=0.63, null_open=-1.0, null_extend=-5.0)
LISTED_SECOND_PASS = replace(SECOND_PASS, most_translated=0.245, several=-0.25)
COVERED = 0.3  # share of source tokens with a listed rendering from which the words are trusted as a list's
WHOLE_CELLS = 30_000  # cells of the programme that are looked at without a band
APART = 7  # beads between the sides of a pair that is together by chance only
CHANCE = 0.9  # share of chance pairs that lie below what parts them from beads
BEYOND_CHANCE = 0.2  # share of the way from there to the median bead
LONG = 3  # mean lengths from which on a segment is long, as furniture and what translators leave out seldom is
LONGER = 2.0  # nats that a null costs more for each mean length beyond that
NOTABLE = 0.1  # nats of the cost of nulls below which a further pass would change nothing
NEAR = 25  # cells on either side of the first pass's chain


@dataclass(frozen=True, slots=True)
class Both:
    """Two sides and the evidence between them; `fixed` are beads that the chain holds whatever it costs."""

    source: Side
    target: Side
    links: Links
    fixed: Chain
    forward: Direction
    backward: Direction
    known: tuple[Translations, Translations]
    models: tuple[Model, Model]
    encoded: Encoded | None = None

    @classmethod
    def of(cls, source: Side, target: Side, links: Links, fixed: Chain = (), encoded: Encoded | None = None) -> Both:
        there, back = source.tokens, target.tokens
        models = (LISTED_FIRST_PASS, LISTED_SECOND_PASS) if links.covered > COVERED else (FIRST_PASS, SECOND_PASS)
        model = models[0]
        forward, backward = links.forward(there), links.backward(back)
        return cls(
            source,
            target,
            links,
            fixed,
            Direction.of(there, back, forward, model.translated, model.background),
            Direction.of(back, there, backward, model.translated, model.background),
            (forward, backward),
            models,
            encoded,
        )

    def aligned(self) -> tuple[Both, Chain]:
        """The best chain, and the sides with what was learned on the way to it.

        Two passes of one dynamic programme: the first, over small beads, teaches the second what words mean and which
        boundaries agree. Where the second finds many nulls, it is done again with nulls as cheap as they are frequent.
        An encoder that finds little between the first pass's beads is left out.
        """
        first, second = self.models
        chain = self.chain(first, None)
        if self.encoded is not None and not self.encoded.knows(rows_of(linked(chain))):
            return replace(self, encoded=None).aligned()
        taught = self.learned(chain, second)
        found = taught.chain(second, chain)
        easier = often(found)
        if easier < NOTABLE:
            return taught, found
        return taught, taught.chain(replace(second, null_open=second.null_open + easier), chain)

    def learned(self, chain: Chain, model: Model) -> Both:
        rows = rows_of(linked(chain))
        return replace(
            self,
            forward=learned(self.forward, self.known[0], rows, model.most_translated),
            backward=learned(self.backward, self.known[1], rows[:, [2, 3, 0, 1]], model.most_translated),
        )

    def chain(self, model: Model, known: Chain | None) -> Chain:
        """The best chain; with a known one, near it, and with the cues learned from it."""
        known_cues = cues(self.source.classes, self.target.classes, None if known is None else _edges(known))
        breaks = Breaks.of(self.source.classes[PARAGRAPHS], self.target.classes[PARAGRAPHS])
        beads = rows_of(() if known is None else linked(known))
        quotations = Quotations.of(self.source.opened, self.target.opened, beads)
        scores = BeadScores.of(model, self.forward, self.backward, known_cues, breaks, quotations, self.encoded)
        nulls = self.nulls(model, known)
        if known is not None:
            scores = scores.fitted(known)
        near = None if known is None else _around(known, len(self.source), len(self.target))
        found: list[tuple[int, int, int, int]] = []
        for start, end, bead in gaps(self.fixed, (len(self.source), len(self.target))):
            found += best_chain(
                near or self.band(start, end), scores, nulls if known is None else eased(nulls), start, end
            )
            found += bead
        if known is None:
            return tuple(found)
        return with_moved(with_gaps(tuple(found), scores, nulls, self.fixed), scores, nulls)

    def band(self, start: Cell, end: Cell) -> Band:
        """All cells of a small rectangle; along the anchors of a large one."""
        if (end[0] - start[0] + 1) * (end[1] - start[1] + 1) <= WHOLE_CELLS:
            return Band.whole(len(self.source), len(self.target))
        return band_by_anchors(self.source.tokens, self.target.tokens, self.links, start, end)

    def nulls(self, model: Model, known: Chain | None) -> Nulls:
        """What unaligned segments score; once beads are known, a token as much as beads hardly above chance."""
        hardly = 0.0 if known is None else model.lexical * self.hardly_aligned(known)
        source, target = (
            model.null_extend + hardly * np.diff(side.tokens.starts) - LONGER * longer(side.tokens.lengths)
            for side in (self.source, self.target)
        )
        return Nulls(model.null_open, source, target)

    def hardly_aligned(self, chain: Chain) -> float:
        """The evidence per token that parts beads from chance: above most pairs of sides that do not belong together.

        Those are made by moving the chain's target sides APART beads on. 0 for a chain too short to tell.
        """
        rows = rows_of(linked(chain))
        if len(rows) < 2 * APART:
            return 0.0
        surely = float(np.quantile(self.evidence(rows), 0.5))  # np.median would load numpy.ma
        rows[:, 2:] = np.roll(rows[:, 2:], -APART, axis=0)
        most = float(np.quantile(self.evidence(rows), CHANCE))
        return most + BEYOND_CHANCE * max(0.0, surely - most)

    def evidence(self, rows: Ints) -> Floats:
        """LLR of beads in both directions, per token; 0 for null beads."""
        there, back = rows[:, :2], rows[:, 2:]
        source, target = self.source.tokens.starts, self.target.tokens.starts
        sizes = np.diff(source[there]).ravel() + np.diff(target[back]).ravel()
        score = (self.forward.of_runs(there, back) + self.backward.of_runs(back, there)) / np.maximum(1, sizes)
        null = (there[:, 0] == there[:, 1]) | (back[:, 0] == back[:, 1])
        return np.where(null, 0.0, score)


def gaps(fixed: Chain, end: Cell) -> Iterator[tuple[Cell, Cell, Chain]]:
    """The rectangles between fixed beads, from cell to cell, each with the bead that follows it."""
    start = (0, 0)
    for bead in fixed:
        h, i, k, j = bead
        yield start, (h, k), (bead,)
        start = (i, j)
    yield start, end, ()


def longer(lengths: Floats) -> Floats:
    """By how many mean lengths each segment is longer than LONG of them; 0 for the others."""
    mean = float(np.sum(lengths)) / max(1, len(lengths))
    found: Floats = np.maximum(0.0, lengths / max(1.0, mean) - LONG)
    return found


def _edges(chain: Chain) -> Ints:
    """(source, target) segments that end the chain's beads together: beads × 2."""
    rows = [(i - 1, j - 1) for _, i, _, j in linked(chain)]
    return np.array(rows, dtype=np.int64).reshape(-1, 2)


def _around(chain: Chain, sources: int, targets: int) -> Band:
    """The cells near a chain: NEAR on either side of where it passes each row."""
    first = np.full(sources + 1, targets, dtype=np.int64)
    last = np.zeros(sources + 1, dtype=np.int64)
    for h, i, k, j in chain:
        passed = np.linspace(k, j, i - h + 1).astype(np.int64)
        first[h : i + 1] = np.minimum(first[h : i + 1], passed)
        last[h : i + 1] = np.maximum(last[h : i + 1], passed)
        last[i] = max(last[i], j)
    return Band(np.maximum(0, first - NEAR), np.minimum(targets, last + NEAR) + 1)
