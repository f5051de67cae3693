"""What a dictionary article in HTML, Pango or XDXF shows as translation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from html import unescape

TAG = re.compile(r"(<[/!?A-Za-z][^<>]*>)")
NAME = re.compile(r"</?\s*([A-Za-z]\w*)")
INLINE = frozenset(
    ("a", "b", "big", "c", "em", "font", "i", "iref", "kref", "small", "span", "strong", "sub", "sup", "u")
)
UNSEEN = frozenset(("script", "style"))
BESIDE = frozenset(("abbr", "abr", "co", "etm", "ex", "gr", "k", "pos", "rref", "tr"))
"""Headword, transcription, grammar, examples and comments, as XDXF names them."""


def shown(text: str, hides: Set[str] = UNSEEN) -> str:
    """The text without tags, and without what stands in the tags that hide; where a tag parts text, a line ends."""
    return unescape("".join(_pieces(text, hides)))


def _pieces(text: str, hides: Set[str]) -> Iterator[str]:
    hidden: list[str] = []
    for piece in TAG.split(text):
        if not TAG.fullmatch(piece):
            yield "" if hidden else piece
            continue
        name = match.group(1).lower() if (match := NAME.match(piece)) else ""
        if name in hides and not piece.endswith("/>"):
            _turn(hidden, name, closing=piece.startswith("</"))
        yield "" if name in INLINE else "\n"


def _turn(hidden: list[str], name: str, *, closing: bool) -> None:
    if not closing:
        hidden.append(name)
    elif name in hidden:
        del hidden[hidden.index(name) :]
