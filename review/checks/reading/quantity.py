"""A quantity read from a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from review.types import Span

Kind = Literal["number", "month", "word", "ordinal"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text: its place, its words as written, and every value it can stand for, the plainest first.

    `firm` says that it is written so plainly that the other language must have it too; `large` that it is no
    lone small numeral; `rounded` that its last figures may have been rounded away, as in 2.4 million.
    """

    span: Span
    text: str
    values: tuple[float, ...]
    firm: bool = True
    large: bool = True
    rounded: bool = False
    kind: Kind = "number"
