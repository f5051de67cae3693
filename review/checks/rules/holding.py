"""Which of some pairs hold words or texts: sets of pairs are whole numbers, a bit for each pair."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from review.checks.reading.glance import words
from review.checks.rules.needed import LETTERS, Words
from review.types import Pair, Side

Pairs = int
"""A set of the pairs: bit 0 stands for the first."""


class Held:
    """What some pairs hold; `by_word` has the words of their targets, as the rules need them."""

    def __init__(self, pairs: Sequence[Pair]) -> None:
        self._texts: dict[Side, list[str]] = {
            side: [pair.text(side) for pair in pairs] for side in ("source", "target")
        }
        self._joined = {side: "\n".join(texts) for side, texts in self._texts.items()}
        self.all: Pairs = (1 << len(pairs)) - 1
        self.by_word: Mapping[str, Pairs] = _by_word(self._texts["target"])
        self._by_words: dict[Words, Pairs] = {}

    def words(self, words: Words) -> Pairs:
        """The pairs whose targets hold one of the words."""
        if (known := self._by_words.get(words)) is not None:
            return known
        found = 0
        for word in self.by_word.keys() & words:
            found |= self.by_word[word]
        self._by_words[words] = found
        return found

    def texts(self, among: Pairs, side: Side, wanted: Sequence[str]) -> Pairs:
        """Those of the pairs one of whose sides holds one of the texts."""
        joined, texts = self._joined[side], self._texts[side]
        anywhere = [text for text in wanted if text in joined]
        if not anywhere:
            return 0
        return sum(1 << place for place in places(among) if any(map(texts[place].__contains__, anywhere)))


def places(pairs: Pairs) -> Iterator[int]:
    """The places of the pairs of a set."""
    while pairs:
        lowest = pairs & -pairs
        yield lowest.bit_length() - 1
        pairs ^= lowest


def _by_word(texts: Sequence[str]) -> dict[str, Pairs]:
    found: dict[str, Pairs] = {}
    for place, text in enumerate(texts):
        for word in _latin_words(text):
            found[word] = found.get(word, 0) | 1 << place
    return found


def _latin_words(text: str) -> frozenset[str]:
    seen = words(text)
    return seen if text.isascii() else seen.union(*(LETTERS.findall(word) for word in seen if not word.isascii()))
