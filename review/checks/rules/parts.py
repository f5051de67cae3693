"""The parts of a regular expression: its ways, its groups, and what stands between them."""

from __future__ import annotations

import regex

SET = regex.compile(r"\[\^?\]?(?:\\.|[^\]\\])*+\]")
QUANTIFIER = regex.compile(r"(?:[?*+]|\{\d*,?\d*\})[?+]?")
ABSENT = regex.compile(r"[?*]|\{0?,|\{0\}")
LOOK_AROUND = regex.compile(r"\(\?<?[=!]")
GROUP_HEAD = regex.compile(r"\((?:\?(?::|>|P?<[A-Za-z]\w*>))?(?!\?)")
WORDLY = regex.compile(r"[A-Za-z](?![?*{])|<[a-z]|\{[a-z]")
"""A letter that has to stand, a verb, or a class."""


def pieces_of(part: str) -> list[str]:
    """The groups of a part, each with how often it may stand, and what stands between them."""
    pieces, start, place = [], 0, 0
    while place < len(part):
        if part[place] != "(":
            place = _beyond(part, place)
            continue
        close = closing(part, place)
        quantifier = QUANTIFIER.match(part, close + 1)
        end = quantifier.end() if quantifier else close + 1
        pieces += [part[start:place], part[place:end]]
        start = place = end
    return [piece for piece in (*pieces, part[start:]) if piece]


def split(pattern: str, sign: str) -> list[str]:
    """The pattern divided at a sign, where that is in no group and no set."""
    pieces, start, place = [], 0, 0
    while place < len(pattern):
        if pattern[place] == sign:
            pieces.append(pattern[start:place])
            start = place + 1
        place = closing(pattern, place) + 1 if pattern[place] == "(" else _beyond(pattern, place)
    return [*pieces, pattern[start:]]


def closing(pattern: str, opening: int) -> int:
    """The place of the bracket that closes the one at `opening`; the pattern's length where none does."""
    depth, place = 0, opening
    while place < len(pattern):
        depth += {"(": 1, ")": -1}.get(pattern[place], 0)
        if not depth:
            return place
        place = _beyond(pattern, place)
    return place


def _beyond(pattern: str, place: int) -> int:
    """The place behind the sign, escaped sign or set that begins at `place`."""
    if pattern[place] == "\\":
        return place + 2
    found = SET.match(pattern, place)
    return found.end() if found else place + 1


def ways_of(group: str) -> list[str] | None:
    """The ways of a group that takes part in the match; None for a condition."""
    head = GROUP_HEAD.match(group)
    return split(group[head.end() : closing(group, 0)], "|") if head else None


def begins_with_word(pattern: str) -> bool:
    """Whether each match is certain to begin with a letter."""
    return all(_begins(way) for way in split(pattern, "|"))


def _begins(way: str) -> bool:
    for piece in pieces_of(way):
        if LOOK_AROUND.match(piece):
            continue
        if not piece.startswith("("):
            return bool(WORDLY.match(piece))
        if not all(_begins(inner) for inner in ways_of(piece) or [""]):
            return False
        if not ABSENT.match(piece, closing(piece, 0) + 1):
            return True
    return False
