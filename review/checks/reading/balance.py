"""Quotes and brackets that open and close, within a pair and over the pairs of an article."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from review.checks.reading.editions import TEXTS_REMEMBERED
from review.types import Pair

Role = Literal["open", "close"]
FAR = 6
"""Pairs within which a quotation that was opened may be closed."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A quote or bracket without its partner in the pair: its place, and whether it opens or closes."""

    at: int
    role: Role


Lone = Callable[[str, str], Sequence[Sign]]
"""What finds the signs of a text in a language that have no partner in it."""


def unbalanced(pairs: Sequence[Pair], lone: Lone) -> Iterator[tuple[int, Sign]]:
    """The lone signs of the targets, with the index of their pair, that neither the source nor a later pair explains.

    A sign is explained when the source of its pair has a lone one too, or when one that opens is answered
    by one that closes in one of the next pairs with another source.
    """
    waiting: list[tuple[int, Sign]] = []
    for index, pair in enumerate(pairs):
        signs = _signs(lone, pair.target, pair.target_lang)
        if not signs:
            continue
        explained = len(_signs(lone, pair.source, pair.source_lang))
        for place, sign in enumerate(signs):
            if place < explained:
                continue
            if sign.role == "close" and waiting and _answers(pairs, waiting[-1][0], index):
                waiting.pop()
            elif sign.role == "open":
                waiting.append((index, sign))
            else:
                yield index, sign
    yield from waiting


@lru_cache(TEXTS_REMEMBERED)
def _signs(lone: Lone, text: str, lang: str) -> tuple[Sign, ...]:
    """The signs of a text, which is read again only when it has changed."""
    return tuple(lone(text, lang))


def _answers(pairs: Sequence[Pair], opened: int, closed: int) -> bool:
    return 0 < closed - opened <= FAR and pairs[opened].source != pairs[closed].source
