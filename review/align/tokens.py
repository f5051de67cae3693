"""A side's tokens as numbers: what lexical evidence is counted on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from unicodedata import normalize

import numpy as np
import regex
from numpy.typing import NDArray

from review.align.stems import stem
from review.texts.normal import folded

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

MARKS = {"。": ".", "、": ","}
QUOTES = dict.fromkeys('“”„«»「」『』《》〈〉‹›"', '"')
TOKEN = regex.compile(
    r"(?P<number>\p{N}+(?:[.,]\p{N}+)*)|(?P<han>\p{Han}+)|(?P<kana>\p{Katakana}[\p{Katakana}ー]*|\p{Hiragana}+)"
    r"|(?P<word>[\p{L}\p{M}]+(?:['’]\p{L}+)*)|(?P<mark>[.,;:?!\"])"
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of all segments of a side.

    `types` are the distinct tokens; `ids` number them in text order; `starts`, one longer than there are segments,
    says where each segment's begin; `lengths` are the segments' visible characters.
    """

    types: tuple[str, ...]
    ids: Ints
    starts: Ints
    lengths: Floats

    @property
    def segments(self) -> int:
        return len(self.lengths)

    def of(self, segment: int) -> Ints:
        """The token numbers of a segment."""
        return self.ids[self.starts[segment] : self.starts[segment + 1]]

    def size(self, first: int, last: int) -> int:
        """How many tokens the segments first..last−1 have."""
        return int(self.starts[last] - self.starts[first])

    def places(self) -> list[Ints]:
        """For each type the segments that it occurs in, in text order, with repetition."""
        owners = np.repeat(np.arange(self.segments), np.diff(self.starts))
        order = np.argsort(self.ids, kind="stable")
        cuts = np.cumsum(np.bincount(self.ids, minlength=len(self.types)))[:-1]
        return np.split(owners[order], cuts)

    def counts(self) -> Floats:
        """How often each type occurs."""
        return np.bincount(self.ids, minlength=len(self.types)).astype(np.float64)


def tokenise(texts: Sequence[str], lang: str) -> Tokens:
    """The tokens of a side's segments, folded so that equal tokens of two languages are equal strings."""
    numbers: dict[str, int] = {}
    rows = [[numbers.setdefault(token, len(numbers)) for token in tokens_of(text, lang)] for text in texts]
    starts = np.cumsum([0, *(len(row) for row in rows)], dtype=np.int64)
    ids = np.fromiter((number for row in rows for number in row), dtype=np.int64, count=int(starts[-1]))
    lengths = np.array([len("".join(text.split())) for text in texts], dtype=np.float64)
    return Tokens(tuple(numbers), ids, starts, lengths)


def tokens_of(text: str, lang: str) -> list[str]:
    """The tokens of one segment: words, numbers by their digits, and the marks that survive translation."""
    folded = normalize("NFKC", text).casefold().translate(_FOLDED)
    found: list[str] = []
    for match in TOKEN.finditer(folded):
        kind = match.lastgroup
        if kind == "han":
            found.extend(_words(match.group()))
        elif kind == "number":
            found.append("#" + match.group().replace(",", "").rstrip("."))
        elif lang == "en" and kind == "word":
            found.append(stem(match.group()))
        else:
            found.append(match.group())
    return found


_FOLDED = str.maketrans(MARKS | QUOTES)


def _words(run: str) -> Iterable[str]:
    return _cutter()(run)


@cache
def _cutter() -> Callable[[str], list[str]]:
    import rjieba

    cut: Callable[[str], list[str]] = rjieba.cut
    return cut


def token_places(text: str) -> list[tuple[int, int]]:
    """Where each of tokens_of stands in the segment, as [start, end): the whole characters that it comes from."""
    seen = folded(text)
    found: list[tuple[int, int]] = []
    for match in TOKEN.finditer(seen.text.translate(_FOLDED)):
        start, end = match.span()
        for piece in _words(match.group()) if match.lastgroup == "han" else ():
            found.append((seen.starts[start], seen.ends[start + len(piece) - 1]))
            start += len(piece)
        if start < end:
            found.append((seen.starts[start], seen.ends[end - 1]))
    return found


def ranges(starts: Ints, lengths: Ints) -> tuple[Ints, Ints]:
    """The numbers starts[n] to starts[n] + lengths[n] of all n, one after the other, and the n of each."""
    owners = np.repeat(np.arange(len(starts)), lengths)
    before = np.cumsum(lengths) - lengths
    return np.arange(len(owners)) + (starts - before)[owners], owners
