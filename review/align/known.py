"""What confirmed pairs teach: a lexicon from beads that people have confirmed, their corrections, and a glossary."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

import numpy as np

from review.align.evidence import Direction, Translations
from review.align.learning import learned
from review.align.lemmas import inflected
from review.align.lexicon import Combined, Lexicon
from review.align.links import Links
from review.align.model import Model
from review.align.tokens import Tokens, tokenise
from review.align.wordlists.listed import WordList, listed

LEAST = 0.2  # √(t(e|f) t(f|e)) from which a pair of words counts as a rendering
TRANSLATED = 0.8  # share of tokens that the other side of a confirmed pair explains, before learning
MOST_TRANSLATED = 0.95
BACKGROUND = Model().background

Weights = dict[tuple[int, int], float]


def lexicon_of(
    pairs: Sequence[tuple[str, str]],
    source_lang: str,
    target_lang: str,
    *,
    glossary: Sequence[tuple[str, str]] = (),
    lexicon: Lexicon = Combined(()),  # noqa: B008 - a frozen value
) -> Lexicon:
    """What confirmed (source, target) pairs teach, and the terms of a glossary with weight 1, shared by their words.

    A rendering's weight is √(t(e|f) t(f|e)) by IBM model 1 on the pairs, kept from LEAST on; `lexicon` is what is
    known already and is learned upon. Words that meet once teach nothing, for then chance is as likely.
    """
    terms = listed(glossary, source_lang, target_lang)
    return Combined((_taught(pairs, source_lang, target_lang, lexicon), terms)) if pairs else terms


def _taught(pairs: Sequence[tuple[str, str]], source_lang: str, target_lang: str, lexicon: Lexicon) -> WordList:
    source = tokenise([pair[0] for pair in pairs], source_lang)
    target = tokenise([pair[1] for pair in pairs], target_lang)
    links = Links.of(source, target, inflected(lexicon, source_lang, target_lang, target.types))
    there = _translated(source, target, links.forward(source))
    back = _translated(target, source, links.backward(target))
    here, yonder = ([set(places.tolist()) for places in side.places()] for side in (source, target))
    found: dict[str, list[tuple[str, float]]] = {}
    for (f, e), t in there.items():
        weight = sqrt(t * back.get((e, f), 0.0))
        if weight >= LEAST and here[f] & yonder[e] and any(map(str.isalnum, source.types[f])):
            found.setdefault(source.types[f], []).append((target.types[e], weight))
    return WordList({token: tuple(renderings) for token, renderings in found.items()})


def _translated(given: Tokens, told: Tokens, prior: Translations) -> Weights:
    """t(told|given) of the types that meet in the pairs; the k-th segment of each side is the k-th pair."""
    direction = Direction.of(given, told, prior, TRANSLATED, BACKGROUND)
    beads = np.arange(given.segments)[:, None] + np.array([0, 1, 0, 1])
    table = learned(direction, prior, beads, MOST_TRANSLATED).translations
    owners = np.repeat(np.arange(len(given.types)), np.diff(table.starts))
    pairs = zip(owners.tolist(), table.types.tolist(), strict=True)
    return dict(zip(pairs, table.probabilities.tolist(), strict=True))
