"""Quotations: single quotation marks told from apostrophes, and beads whose two sides open equally many quotations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

import numpy as np
import regex

from review.align.tokens import Floats, Ints

OPENED = regex.compile(r"[“「『«„]|(?<![^\s(:,（：，])\"(?=\S)")
SINGLE_OPENED = regex.compile(r"‘|(?<![\w'])'(?=[\w(.…—-])")
SINGLE_CLOSED = regex.compile(r"(?<=[.,!?…—;:)-])['’](?!\w)")
MOST_APART = 2  # quotations; a bead that is further off than that costs no more
SUREST = 3.0  # nats that a quotation on one side only costs at most


def double_quoted(text: str) -> str:
    """The text with its single quotation marks doubled, as long as it was; apostrophes stay.

    An apostrophe before a letter that begins a word ('tis) is taken for a quotation mark.
    """
    if "'" not in text and "‘" not in text and "’" not in text:
        return text
    closed: str = SINGLE_CLOSED.sub("”", SINGLE_OPENED.sub("“", text))
    return closed


def opened(bodies: Sequence[str]) -> Ints:
    """How many quotations begin in each segment, given with double marks."""
    return np.array([len(OPENED.findall(body)) for body in bodies], dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Quotations:
    """The quotations that begin before each segment of both sides, and what one costs that only one side opens."""

    source: Ints
    target: Ints
    cost: float

    @classmethod
    def of(cls, source: Ints, target: Ints, beads: Ints) -> Quotations:
        """From the quotations that begin in each segment, and from beads as rows (source from, to, target from, to).

        The cost is the log-odds that the quotations of a bead agree. Translators keep them or not, and editors' marks
        differ; a text whose beads disagree as often as not costs nothing.
        """
        source, target = (np.concatenate(([0], np.cumsum(side))).astype(np.int64) for side in (source, target))
        h, i, k, j = beads.T
        here, there = source[i] - source[h], target[j] - target[k]
        agree = int(np.sum((here == there) & (here > 0)))
        differ = int(np.sum(here != there))
        return cls(source, target, min(SUREST, max(0.0, log((agree + 1) / (differ + 1)))))

    def apart(self, rows: Ints, columns: Ints, types: Ints) -> Floats:
        """What beads of each type that end in the cells rows × columns lose: types × rows × cells, or one number."""
        if not self.cost:
            return np.zeros(())
        a, b = (side[:, None, None] for side in types.T)
        here = self.source[rows[:, None]] - self.source[np.maximum(0, rows[:, None] - a)]
        there = self.target[columns] - self.target[np.maximum(0, columns - b)]
        lost: Floats = -self.cost * np.minimum(MOST_APART, np.abs(here - there))
        return lost
