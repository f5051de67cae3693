"""A normalised view of a text, and the way back from it to the raw text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import regex

from review.types import Span

INVISIBLE = frozenset(
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
"""What the view leaves out: soft hyphens, zero-width spaces and joiners, marks of writing direction, the BOM."""

JOINING = r"[\p{M}\u0E33\u0EB3\u1160-\u11FF\u3131-\u318E\uD7B0-\uD7FF\uFF9E-\uFFDC]"
"""What NFKC may join to the character before: marks, and the letters of Korean syllables written one by one."""
JOINS = regex.compile(JOINING)
CLUSTER = regex.compile(rf"(?s).{JOINING}*")


@dataclass(frozen=True, slots=True)
class View:
    """A text as checks like to read it; `starts` and `ends` give the place of each of its characters in the raw text.

    `length` is that of the raw text.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    length: int

    def back(self, span: Span) -> Span:
        """The place in the raw text of a span of the view; whole characters, where one became several."""
        if not len(span):
            place = self.starts[span.start] if span.start < len(self.starts) else self.length
            return Span(place, place)
        return Span(self.starts[span.start], self.ends[span.end - 1])


def view(text: str, casefold: bool = False) -> View:
    """A text in NFKC: full-width letters and digits half-width, NBSP a space, zero-width characters removed.

    A letter and the accents behind it are normalised together. Law: each character of the view comes from the raw
    span that `back` gives for it. It misses what NFKC keeps apart, such as curly and straight quotes, and Hangul
    written in single jamo.
    """
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(text):
        normal = _normalised(text[start:end], casefold)
        pieces.append(normal)
        starts.extend([start] * len(normal))
        ends.extend([end] * len(normal))
    return View("".join(pieces), tuple(starts), tuple(ends), len(text))


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Each character with the combining marks behind it, as [start, end)."""
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or text[end] < "\u0300" or not unicodedata.combining(text[end]):
            yield start, end
            start = end


@lru_cache(maxsize=20_000)
def _normalised(cluster: str, casefold: bool) -> str:
    normal = "" if cluster in INVISIBLE else unicodedata.normalize("NFKC", cluster)
    return normal.casefold() if casefold else normal


def folded(text: str) -> View:
    """The view whose text is exactly NFKC(text) case-folded: nothing is left out, Hangul in single jamo included."""
    whole = unicodedata.normalize("NFKC", text).casefold()
    if len(whole) == len(text) and not JOINS.search(text):
        # Nothing was joined, and what is not joined never gets shorter: so nothing has moved.
        return View(whole, range(len(text)), range(1, len(text) + 1), len(text))
    places = [(match.span(), len(_folded(match.group()))) for match in CLUSTER.finditer(text)]
    starts = tuple(start for (start, _), size in places for _ in range(size))
    ends = tuple(end for (_, end), size in places for _ in range(size))
    return View(whole, starts, ends, len(text))


@lru_cache(maxsize=20_000)
def _folded(cluster: str) -> str:
    return unicodedata.normalize("NFKC", cluster).casefold()
