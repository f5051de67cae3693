"""The evidence that a clause of the source is missing from the translation, or that one of the translation is extra.

Two models in the form of weighted sums; a sum is the logarithm of the odds that the pair has the fault. Provenance of
all numbers: fitted by logistic regression on segments that raters found clean (WMT 2021 and 2023, TED and biomedical
abstracts, Chinese–English, 4,400 segments), as they were and with a clause dropped, or one of the same document added.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from operator import mul

from review.checks.reading.content import Kind
from review.checks.reading.coverage import Covered, Level
from review.checks.reading.remembered import TEXTS
from review.types import Span

PER_HAN = 3.35
PER_OTHER = 1.2
"""English characters for a Han character of the source, and for another letter or figure."""
SPREAD = 0.22
"""Standard deviation of the logarithm of length over expected length in faithful translations."""
SMOOTH = 5.0
MOST = 6.0
"""Bound, in nats, on what the length alone can say."""

UNRENDERED: dict[Kind, dict[Level, float]] = {
    "figures": {"none": 2.45, "shared": 0.3, "part": 0.0, "whole": -5.82},
    "latin": {"none": 3.88, "shared": 0.3, "part": 0.0, "whole": -5.45},
    "sign": {"none": 0.64, "shared": 0.3, "part": 0.69, "whole": -2.53},
    "word": {"none": 1.29, "shared": 0.3, "part": -0.62, "whole": -3.65},
}
UNSUPPORTED: dict[Level, float] = {"none": 1.72, "shared": -1.54, "part": -0.62, "whole": -3.61}
"""Log odds that a word so covered has no true counterpart, rather than one, for the source by kind of word."""

HAN = re.compile("[\u3400-\u9fff]")
SOURCE_BREAK = re.compile(r"[，。；：？！、;?!\n]+|(?<!\d)[,:]+|[,:]+(?!\d)|(?<=.)[—…]{2}")
SENTENCE_BREAK = re.compile(r"[.?!;]['\"”’)]*\s+|\n")
TARGET_BREAK = re.compile(r"[.?!;,:]['\"”’)]*\s+|\n")


Piece = tuple[int, int]
"""Where a clause begins, and where it ends."""


@lru_cache(2 * TEXTS)
def clauses(text: str, breaks: re.Pattern[str]) -> tuple[Piece, ...]:
    """The text divided behind its breaks; a clause of a single character goes with the next."""
    ends = [0]
    for match in breaks.finditer(text):
        if match.end() - ends[-1] > 2:
            ends.append(match.end())
    if ends[-1] < len(text):
        ends.append(len(text))
    return tuple(pairwise(ends))


@lru_cache(TEXTS)
def expected_length(source: str) -> float:
    """How many characters of English render the text."""
    han = len(HAN.findall(source))
    other = sum(map(str.isalnum, source)) - han
    return PER_HAN * han + PER_OTHER * other + 2.0


def log_ratio(length: float, expected: float) -> float:
    """The logarithm of a translation's length over the expected one: above 0 for one that is longer."""
    return math.log((length + SMOOTH) / (max(0.0, expected) + SMOOTH))


def better_without(now: float, then: float) -> float:
    """How much likelier the length is, in nats, when the log ratio is `then` instead of `now`."""
    return max(-MOST, min(MOST, (now**2 - then**2) / (2 * SPREAD**2)))


def unrendered(words: Covered) -> list[float]:
    """For each word of the source the log odds, in nats, that it has no counterpart."""
    return [UNRENDERED[kind][level] for kind, level in zip(words.kinds, words.levels, strict=True)]


def unsupported(words: Covered) -> list[float]:
    """For each word of the translation the log odds, in nats, that it has no counterpart."""
    return [UNSUPPORTED[level] for level in words.levels]


class Weighed:
    """The log odds of words that stand in order, in nats, for any span."""

    def __init__(self, words: Covered, odds: Sequence[float]) -> None:
        self._starts, self._odds = words.starts, odds
        self.mean = sum(odds) / (1 + len(odds))

    def within(self, piece: Piece) -> Sequence[float]:
        """Those of the words that begin in the piece."""
        return self._odds[bisect_left(self._starts, piece[0]) : bisect_left(self._starts, piece[1])]

    def heaviest(self, pieces: Sequence[Piece]) -> Span:
        """The piece whose words have the highest sum."""
        return Span(*max(pieces, key=lambda piece: sum(self.within(piece))))


def odds(signs: Sequence[float], weights: Sequence[float], bias: float) -> float:
    """The log odds of the fault, in nats."""
    return math.fsum(map(mul, signs, weights)) + bias


def probability(log_odds: float) -> float:
    return 1.0 / (1.0 + math.exp(-log_odds))


def body(text: str, span: Span, edges: str) -> Span:
    """The span without the white space and marks at its edges."""
    said = span.of(text)
    start = span.start + len(said) - len(said.lstrip(edges))
    return Span(start, max(start, span.start + len(said.rstrip(edges))))
