"""English numbers in words: twenty-one, one hundred and five thousand, two dozen, two and a half million."""

from __future__ import annotations

import re
from collections.abc import Iterator

from review.checks.reading import number_words as known
from review.checks.reading.quantity import Quantity
from review.checks.reading.words import Places
from review.types import Span

WORDS = frozenset([*known.CARDINALS["en"], *known.ORDINALS, *known.MULTIPLIERS, "decade", "decades", "centuries"])
_ANY = "|".join(sorted(WORDS, key=len, reverse=True))
_SCALE = "hundred|thousand|million|billion|trillion"
RUN = re.compile(
    rf"\b(?:(?:half )?an?[ -](?:half )?+(?={_SCALE}|dozen))?+(?:{_ANY})"
    rf"(?:(?: and (?:a half (?={_SCALE}))?(?={_ANY})|[ -])(?:{_ANY}))*+\b",
    re.IGNORECASE,
)
PIECE = re.compile(r"[^\W\d_]+")
LOOSE = frozenset({"a", "an", "and", "half", "centuries"})
BEGINNING = WORDS | {"a", "an", "half"}
"""Words that a number in words begins with."""
FEW = 3
"""From this value on a number in words is asked for in the other language: one and two are too often articles."""


class _Sum:
    """A number in words as it is being read: `done` is closed by a scale word, `open` is not."""

    def __init__(self, start: int) -> None:
        self.start, self.end = start, start
        self.done, self.open = 0.0, 0.0
        self.scaled = self.counted = self.ended = False

    def has_room(self, value: float) -> bool:
        """Whether a word of that value can go on the number: one behind twenty, twenty behind hundred."""
        ones = value < 10 and self.open % 100 >= 20 and self.open % 10 == 0
        return not self.ended and (ones or (value < 100 and self.open % 100 == 0))

    def add(self, word: str, value: float) -> None:
        self.open, self.counted, self.ended = self.open + value, True, word in known.ORDINALS

    def scale(self, by: float) -> None:
        if by == known.MULTIPLIERS["hundred"]:
            self.open = (self.open or 1.0) * by
        else:
            self.done, self.open, self.scaled = self.done + (self.open or 1.0) * by, 0.0, True

    def quantity(self, run: str, offset: int) -> Quantity:
        number = self.done + self.open
        return Quantity(
            Span(offset + self.start, offset + self.end),
            run[self.start : self.end],
            (number,),
            firm=number >= FEW and self.counted,
            rounded=self.scaled,
            kind="ordinal" if self.ended else "word",
        )


def numbers(text: str, taken: list[Span]) -> list[Quantity]:
    """The numbers in words by place, outside the places that are taken."""
    places = Places(taken)
    runs = (match for match in _runs(text) if not places.touch(Span(*match.span())))
    return [quantity for match in runs for quantity in _of_run(match.group(), match.start())]


def _runs(text: str) -> Iterator[re.Match[str]]:
    """The runs of number words; they are looked for only where a word may begin one."""
    end = 0
    for piece in PIECE.finditer(text):
        if piece.start() >= end and piece.group().lower() in BEGINNING and (run := RUN.match(text, piece.start())):
            yield run
            end = run.end()


def _of_run(run: str, offset: int) -> list[Quantity]:
    """The numbers of a run of number words: `two three` and `first two` are two numbers, `twenty-one` is one."""
    sums: list[_Sum] = []
    article: re.Match[str] | None = None
    for piece in PIECE.finditer(run):
        word = piece.group().lower()
        value = known.CARDINALS["en"].get(word, known.ORDINALS.get(word))
        if word in LOOSE:
            article = _loose(word, piece, sums[-1] if sums else None, article)
            continue
        if not sums or (sums[-1].ended if value is None else not sums[-1].has_room(value)):
            sums.append(_Sum((article or piece).start()))
            sums[-1].counted, sums[-1].open = article is not None, _half(article)
        if value is not None:
            sums[-1].add(word, value)
        else:
            sums[-1].scale(known.MULTIPLIERS.get(word, 10.0))
        sums[-1].end = piece.end()
    return [total.quantity(run, offset) for total in sums]


def _loose(word: str, piece: re.Match[str], last: _Sum | None, article: re.Match[str] | None) -> re.Match[str] | None:
    """What stands before a number or inside it: `half` adds to the number before, or begins the one behind."""
    if last is not None:
        last.open += 0.5 if word == "half" else 0.0
        return None
    return piece if word == "half" or (article is None and word in ("a", "an")) else article


def _half(article: re.Match[str] | None) -> float:
    return 0.5 if article is not None and article.group().lower() == "half" else 0.0
