"""Text cut for display: differences as pieces, and characters that cannot be seen by their code."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from review.diff import EditKind, edits

UNSEEN = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff"
)
"""Control characters, invisible ones and those that turn the direction of text; joiners, which emoji and some scripts
are made with, are let through."""
HIDDEN = re.compile(f"[{UNSEEN}]")
HIDDEN_IN_CHANGE = re.compile(f"[{UNSEEN}\t\n\u00a0\u2000-\u200a\u202f\u205f\u3000]")
"""Where it was changed, white space other than the plain space is named too."""
NAMED = {"\n": "↵", "\t": "⇥"}

PieceKind = Literal["same", "gone", "new"]


@dataclass(frozen=True, slots=True)
class Run:
    """Characters to print as they are, or one to be named: `code` is then its sign or code point."""

    text: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a difference."""

    kind: PieceKind
    text: str


def runs(text: str, *, changed: bool = False) -> tuple[Run, ...]:
    """The text with its hidden characters apart, each by its code; a line feed stays one unless it was changed."""
    pattern = HIDDEN_IN_CHANGE if changed else HIDDEN
    found: list[Run] = []
    position = 0
    for match in pattern.finditer(text):
        found.extend([Run(text[position : match.start()])] if match.start() > position else [])
        found.append(Run(match[0], NAMED.get(match[0], f"U+{ord(match[0]):04X}")))
        position = match.end()
    return (*found, Run(text[position:])) if position < len(text) else tuple(found)


def pieces(before: str, after: str) -> tuple[Piece, ...]:
    """What stayed, went and came between two texts, a replacement as what went and then what came."""
    found: list[Piece] = []
    for edit in edits(before, after):
        found.extend(_sides(edit.kind, edit.before.of(before), edit.after.of(after)))
    return tuple(found)


def _sides(kind: EditKind, old: str, new: str) -> list[Piece]:
    if kind == "equal":
        return [Piece("same", old)]
    sides = (Piece("gone", old), Piece("new", new))
    return [piece for piece in sides if piece.text]
