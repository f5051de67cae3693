"""The parts of a regular expression: its ways, its groups, and what stands between them."""

from __future__ import annotations

import regex

SET = regex.compile(r"\[\^?\]?(?:\\.|[^\]\\])*+\]")
SIGN = regex.compile(rf"\\.|{SET.pattern}|[()| ]", regex.S)
"""What divides a pattern, and what is passed over: an escaped sign, a set."""
DEPTH = {"(": 1, ")": -1}
QUANTIFIER = regex.compile(r"(?:[?*+]|\{\d*,?\d*\})[?+]?")
ABSENT = regex.compile(r"[?*]|\{0?,|\{0\}")
LOOK_AROUND = regex.compile(r"\(\?<?[=!]")
GROUP_HEAD = regex.compile(r"\((?:\?(?::|>|P?<[A-Za-z]\w*>))?(?!\?)")
WORDLY = regex.compile(r"[A-Za-z](?![?*{])|<[a-z]|\{[a-z]")
"""A letter that has to stand, a verb, or a class."""


def pieces_of(part: str) -> list[str]:
    """The groups of a part, each with how often it may stand, and what stands between them."""
    if "(" not in part:
        return [part] if part else []
    pieces, start = [], 0
    for found in SIGN.finditer(part):
        if found.group() != "(" or found.start() < start:
            continue
        close = closing(part, found.start())
        quantifier = QUANTIFIER.match(part, close + 1)
        end = quantifier.end() if quantifier else close + 1
        pieces += [part[start : found.start()], part[found.start() : end]]
        start = end
    return [piece for piece in (*pieces, part[start:]) if piece]


def split(pattern: str, sign: str) -> list[str]:
    """The pattern divided at a bar or a space, where that is in no group and no set."""
    if sign not in pattern:
        return [pattern]
    pieces, depth, start = [], 0, 0
    for found in SIGN.finditer(pattern):
        depth += DEPTH.get(found.group(), 0)
        if found.group() == sign and not depth:
            pieces.append(pattern[start : found.start()])
            start = found.end()
    return [*pieces, pattern[start:]]


def closing(pattern: str, opening: int) -> int:
    """The place of the bracket that closes the one at `opening`; the pattern's length where none does."""
    depth = 0
    for found in SIGN.finditer(pattern, opening):
        depth += DEPTH.get(found.group(), 0)
        if not depth:
            return found.start()
    return len(pattern)


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
