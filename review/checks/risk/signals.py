"""What can be told of a pair without another translation: the signals that the order of reading is made from.

Counts are given as log(1 + n). A signal that a language has no means for is absent, and then says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from math import log1p

from review.checks.reading.glance import signs
from review.checks.reading.rarity import base, is_listed, words_of, zipfs
from review.checks.reading.remembered import TEXTS
from review.checks.reading.tongue import is_spaced
from review.checks.risk.rendered import Rendered, rendered
from review.types import Pair

Signals = Mapping[str, float]

WIDE_CHARACTER = 3.0
"""Latin letters that a character of a script without spaces is worth."""
FUNCTION_WORD = 6.0  # Zipf value from which a target word carries no meaning of its own: the hundred commonest
SOURCE_FUNCTION_WORD = 5.5
BASE = 3.0  # words that shares are damped by, so that short segments do not swing
COMMON = 5.0  # Zipf value of a segment that holds no content word
REMEMBERED = 4096  # pairs whose signals are kept at hand: those of a group and its document

COMMAS = frozenset(",;:—–，；：、،؛")
BRACKETS = frozenset("()[]（）")
QUOTES = frozenset('"“”„«»「」『』《》')
SENTENCE_ENDS = tuple(".!?。！？")
ENDS = tuple(".!?。！？…:：”\"»」’')）]")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one side, each with its Zipf value; without values where the language has none."""

    texts: tuple[str, ...]
    zipfs: tuple[float, ...]

    @classmethod
    @lru_cache(TEXTS)
    def of(cls, text: str, lang: str) -> Words:
        listed = is_listed(lang)
        texts = tuple(words_of(text, lang) if listed or is_spaced(lang) else text.split())
        return cls(texts, tuple(map(zipfs(lang).__getitem__, texts)) if listed else ())

    def valued(self) -> tuple[tuple[str, float], ...]:
        """Words and values together; none where the language has no values."""
        return tuple(zip(self.texts, self.zipfs, strict=False))

    def rarest(self, limit: float) -> list[str]:
        """The words under a value, the rarest first."""
        return [word for _, word in sorted((value, word) for word, value in self.valued() if value < limit)]


@dataclass(frozen=True, slots=True)
class Measured:
    """A pair's signals, and the words behind them."""

    signals: Signals
    source: Words
    target: Words
    rendered: Rendered


@lru_cache(REMEMBERED)
def measured(pair: Pair) -> Measured:
    """The signals of a pair by itself."""
    source, target = Words.of(pair.source, pair.source_lang), Words.of(pair.target, pair.target_lang)
    evidence = Rendered()
    if source.zipfs and target.zipfs:
        by_dictionary = (base(pair.source_lang), base(pair.target_lang)) == ("zh", "en")
        evidence = rendered(source.valued(), target.valued(), by_dictionary=by_dictionary)
    parts = (_lengths(pair, source, target), _marks(pair), _rarity(source, target), evidence.signals())
    return Measured(dict(chain.from_iterable(parts)), source, target, evidence)


def headline(pair: Pair, *, first: bool) -> Signals:
    """Whether the pair, the first of its document or not, is a headline: it says much in few words."""
    return {"headline": float(first and not pair.source.rstrip().endswith(SENTENCE_ENDS))}


def _lengths(pair: Pair, source: Words, target: Words) -> Iterator[tuple[str, float]]:
    letters, words = log1p(_letters(pair.source, pair.source_lang)), log1p(len(source.texts))
    yield "source_words", words
    yield "source_word_length", letters - words
    yield "brevity", words - log1p(len(target.texts))
    yield "proportion", abs(log1p(_letters(pair.target, pair.target_lang)) - letters)
    if target.texts:
        yield "word_length", sum(map(len, target.texts)) / len(target.texts)
    yield "names", log1p(sum(word[0].isupper() for word in target.texts[1:]))


def _letters(text: str, lang: str) -> float:
    return len(text) * (1.0 if is_spaced(lang) else WIDE_CHARACTER)


def _marks(pair: Pair) -> Iterator[tuple[str, float]]:
    yield "source_commas", log1p(_count(pair.source, COMMAS))
    yield "target_commas", log1p(_count(pair.target, COMMAS))
    yield "brackets", log1p(_count(pair.target, BRACKETS))
    yield "quotes", log1p(_count(pair.source, QUOTES))
    yield "no_end", float(not pair.target.rstrip().endswith(ENDS))


def _count(text: str, marks: frozenset[str]) -> int:
    return sum(map(text.count, marks & signs(text)))


def _rarity(source: Words, target: Words) -> Iterator[tuple[str, float]]:
    if source.zipfs:
        yield "rarest_source", min(source.zipfs)
        yield "source_commonness", _mean([value for value in source.zipfs if value < SOURCE_FUNCTION_WORD])
    if target.zipfs:
        yield "rarest_target", min(target.zipfs)
        yield "unknown_words", target.zipfs.count(0.0) / (len(target.zipfs) + BASE)
        yield "function_words", sum(value >= FUNCTION_WORD for value in target.zipfs) / (len(target.zipfs) + BASE)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else COMMON
