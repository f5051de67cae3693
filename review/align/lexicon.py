"""Bilingual word lists behind one interface: a word of one language, and the words that may render it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import Protocol

Renderings = tuple[tuple[str, float], ...]
"""Target tokens with weights; 1 stands for a sure rendering by that one word."""


class Lexicon(Protocol):
    """Renderings of source tokens by target tokens, both folded as the aligner's tokens are."""

    def renderings(self, token: str) -> Renderings:
        """What may render the token, each once with the best known weight; () for a token that is not listed."""
        ...


@dataclass(frozen=True, slots=True)
class Combined:
    """Several word lists as one: the highest weight that any of them gives."""

    lexicons: tuple[Lexicon, ...]

    def renderings(self, token: str) -> Renderings:
        known = [found for lexicon in self.lexicons if (found := lexicon.renderings(token))]
        if len(known) < 2:
            return known[0] if known else ()
        best: dict[str, float] = {}
        for word, weight in chain.from_iterable(known):
            best[word] = max(best.get(word, 0.0), weight)
        return tuple(best.items())
