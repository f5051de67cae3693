"""IBM model 1 on the beads of a first pass, with what is known already as a prior."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from review.align.evidence import Direction, Translations, tokens_of_runs
from review.align.tokens import Floats, Ints, Tokens, ranges

ITERATIONS = 4
SEED = 0.3
PRIOR = 8.0  # observations that the prior of a token is worth
DISCOUNT = 1.5  # taken off each count, so that single co-occurrences do not confirm themselves
LEAST_TRANSLATED = 0.02


def learned(direction: Direction, prior: Translations, beads: Ints, most_translated: float) -> Direction:
    """The direction with t and λ re-estimated on beads, given as rows (given from, to, told from, to).

    λ stays at or below `most_translated`: what explains the beads it was learned from explains other texts less.

    Brown et al. 1993, model 1, with a background word: P(e|S) = (1−λ) p(e) + λ Σ_f t(e|f) / |S|.
    """
    given, told = direction.given, direction.told
    if not len(beads):
        return direction
    met = _Meetings.of(given, told, beads)
    size = len(told.types)
    known = np.repeat(np.arange(len(given.types)), np.diff(prior.starts)) * size + prior.types
    keys, inverse = np.unique(np.concatenate((met.pairs, known)), return_inverse=True)
    pairs, known = inverse[: len(met.pairs)], inverse[len(met.pairs) :]
    base = np.bincount(known, weights=prior.probabilities, minlength=len(keys))
    owners = keys // size
    t, translated = base + SEED * met.dice(keys, pairs, size), direction.translated
    alive = np.flatnonzero(t[pairs])  # what neither is known nor meets twice stays at 0
    pairs, occurrence = pairs[alive], met.occurrence[alive]
    background = direction.unigram[met.tokens]
    for _ in range(ITERATIONS):
        sums = np.bincount(occurrence, weights=t[pairs], minlength=len(met.tokens))
        share = translated * met.scale / (translated * met.scale * sums + (1 - translated) * background)
        counts = np.bincount(pairs, weights=t[pairs] * share[occurrence], minlength=len(keys))
        beyond = np.maximum(0.0, counts - DISCOUNT)
        t = (beyond + PRIOR * base) / (np.bincount(owners, weights=beyond, minlength=len(given.types)) + PRIOR)[owners]
        translated = min(most_translated, max(LEAST_TRANSLATED, float(share @ sums) / max(1, len(met.tokens))))
    return _with(direction, keys, t, translated)


@dataclass(frozen=True, slots=True)
class _Meetings:
    """The meetings of a given and a told token in a bead, one after the other.

    `pairs` are given type × told types + told type, `occurrence` says which of the told `tokens` it is, and `first`
    whether each of the two is the first of its type in that bead. `scale` is 1/|S| of each told token; `given_in` and
    `told_in` count the beads that each type is in.
    """

    pairs: Ints
    occurrence: Ints
    first: NDArray[np.bool_]
    tokens: Ints
    scale: Floats
    given_in: Ints
    told_in: Ints

    @classmethod
    def of(cls, given: Tokens, told: Tokens, beads: Ints) -> _Meetings:
        left, left_bead = tokens_of_runs(given, beads[:, :2])
        right, right_bead = tokens_of_runs(told, beads[:, 2:])
        sizes = np.bincount(left_bead, minlength=len(beads))
        at, occurrence = ranges((np.cumsum(sizes) - sizes)[right_bead], sizes[right_bead])
        left_first, right_first = _first(left, left_bead, len(given.types)), _first(right, right_bead, len(told.types))
        return cls(
            left[at] * len(told.types) + right[occurrence],
            occurrence,
            left_first[at] & right_first[occurrence],
            right,
            1 / np.maximum(1, sizes[right_bead]),
            np.bincount(left[left_first], minlength=len(given.types)),
            np.bincount(right[right_first], minlength=len(told.types)),
        )

    def dice(self, keys: Ints, pairs: Ints, size: int) -> Floats:
        """2 n(e,f) / (n(e) + n(f)) over beads, for `keys` that meet in two beads or more; `pairs` number the keys."""
        met = np.bincount(pairs[self.first], minlength=len(keys))
        dice = 2 * met / np.maximum(1, self.given_in[keys // size] + self.told_in[keys % size])
        return np.where(met >= 2, dice, 0.0)


def _first(types: Ints, owners: Ints, size: int) -> NDArray[np.bool_]:
    """Which tokens, one of `size` types each, are the first of their type with their owner."""
    found = np.zeros(len(types), dtype=np.bool_)
    found[np.unique(owners * size + types, return_index=True)[1]] = True
    return found


def _with(direction: Direction, keys: Ints, t: Floats, translated: float) -> Direction:
    size = len(direction.told.types)
    kept = t > 0
    owners, types = keys[kept] // size, keys[kept] % size
    starts = np.searchsorted(owners, np.arange(len(direction.given.types) + 1))
    translations = Translations(starts.astype(np.int64), types, t[kept])
    return replace(direction, translations=translations, translated=translated)
