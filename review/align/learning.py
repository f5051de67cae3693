"""IBM model 1 on the beads of a first pass, with what is known already as a prior."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from review.align.evidence import Direction, Translations
from review.align.tokens import Floats, Ints, Tokens

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
    pairs, occurrence, scale, tokens = _cooccurrences(given, told, beads)
    size = len(told.types)
    known = np.repeat(np.arange(len(given.types)), np.diff(prior.starts)) * size + prior.types
    keys, inverse = np.unique(np.concatenate((pairs, known)), return_inverse=True)
    pairs, known = inverse[: len(pairs)], inverse[len(pairs) :]
    base = np.bincount(known, weights=prior.probabilities, minlength=len(keys))
    owners = keys // size
    background = direction.unigram[tokens]
    t, translated = base + SEED * _dice(given, told, beads, keys), direction.translated
    for _ in range(ITERATIONS):
        explained = translated * t[pairs] * scale
        total = np.bincount(occurrence, weights=explained, minlength=len(tokens)) + (1 - translated) * background
        share = explained / total[occurrence]
        counts = np.bincount(pairs, weights=share, minlength=len(keys))
        worth = np.maximum(0.0, counts - DISCOUNT) + PRIOR * base
        sums = np.bincount(owners, weights=np.maximum(0.0, counts - DISCOUNT), minlength=len(given.types)) + PRIOR
        t = worth / sums[owners]
        translated = min(most_translated, max(LEAST_TRANSLATED, float(share.sum()) / max(1, len(tokens))))
    return _with(direction, keys, t, translated)


def _dice(given: Tokens, told: Tokens, beads: Ints, keys: Ints) -> Floats:
    """2 n(e,f) / (n(e) + n(f)) over beads, for pairs that meet in two beads or more."""
    size = len(told.types)
    lefts = [np.unique(given.ids[given.starts[h] : given.starts[i]]) for h, i, _, _ in beads]
    rights = [np.unique(told.ids[told.starts[k] : told.starts[j]]) for _, _, k, j in beads]
    together = np.concatenate(
        [(left[:, None] * size + right[None, :]).ravel() for left, right in zip(lefts, rights, strict=True)]
    )
    met = np.bincount(np.searchsorted(keys, together), minlength=len(keys))
    alone = np.bincount(np.concatenate(lefts), minlength=len(given.types))
    other = np.bincount(np.concatenate(rights), minlength=size)
    dice = 2 * met / np.maximum(1, alone[keys // size] + other[keys % size])
    return np.where(met >= 2, dice, 0.0)


def _with(direction: Direction, keys: Ints, t: Floats, translated: float) -> Direction:
    size = len(direction.told.types)
    kept = t > 0
    owners, types = keys[kept] // size, keys[kept] % size
    starts = np.searchsorted(owners, np.arange(len(direction.given.types) + 1))
    translations = Translations(starts.astype(np.int64), types, t[kept])
    return replace(direction, translations=translations, translated=translated)


def _cooccurrences(given: Tokens, told: Tokens, beads: Ints) -> tuple[Ints, Ints, Floats, Ints]:
    """For all beads: the pair keys, which told occurrence each belongs to, 1/|S|, and the told tokens."""
    pairs, occurrences, scales, tokens = [], [], [], []
    seen = 0
    for h, i, k, j in beads:
        left = given.ids[given.starts[h] : given.starts[i]]
        right = told.ids[told.starts[k] : told.starts[j]]
        pairs.append((left[None, :] * len(told.types) + right[:, None]).ravel())
        occurrences.append(np.repeat(np.arange(seen, seen + len(right)), len(left)))
        scales.append(np.full(len(left) * len(right), 1 / max(1, len(left))))
        tokens.append(right)
        seen += len(right)
    return np.concatenate(pairs), np.concatenate(occurrences), np.concatenate(scales), np.concatenate(tokens)
