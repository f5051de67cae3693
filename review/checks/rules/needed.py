"""Which words a text must hold for a pattern to match in it: most rules need not be tried on most texts."""

from __future__ import annotations

from functools import lru_cache

import regex

from review.checks.rules.pattern import CLASS, SET, VERB, words_of_class
from review.checks.rules.tables import COMMON
from review.checks.rules.verbs import all_forms

Words = frozenset[str]

LETTERS = regex.compile(r"[a-z]+")
LITERAL = regex.compile(r"[^\\.^$*+?{}\[\]|()<>]+")
PLAIN = regex.compile(r"(?<word>[A-Za-z]+(?:['’-][A-Za-z]+)*+)(?<optional>\?)?")
APOSTROPHE = regex.compile(r"\[[’'‘]+\](?!\?)")
PARTING = regex.compile(r"\[[- ]+\](?![?*])")
QUANTIFIER = regex.compile(r"(?:[?*+]|\{\d*,?\d*\})[?+]?")
ABSENT = regex.compile(r"[?*]|\{0?,")
LOOK_AROUND = regex.compile(r"\(\?<?[=!]")
GROUP_HEAD = regex.compile(r"\((?:\?(?::|>|P?<[A-Za-z]\w*>))?(?!\?)")
FREQUENT = 1000
"""What a frequent word costs beside a rare one, when the words to look for are chosen."""


@lru_cache(maxsize=1024)
def needed_words(pattern: str) -> Words:
    """Words of which each match holds at least one, in lower case and the rarest that can be told; empty for unknown.

    They are runs of the letters a to z, as `LETTERS` finds them. Each part of the pattern between two spaces is looked
    at by itself: one that is certain to be one of some words tells them.
    """
    best = _needed(PARTING.sub(" ", APOSTROPHE.sub("’", pattern.replace("\\K", "").replace(" ?", r"\ ?"))))
    return best if not best & COMMON else frozenset()


def literals(pattern: str) -> tuple[str, ...]:
    """The texts of which a match is one, where the pattern is no more than a choice of texts; () where it is more."""
    ways = pattern.split("|")
    return tuple(ways) if pattern and all(LITERAL.fullmatch(way) for way in ways) else ()


def _needed(pattern: str) -> Words:
    ways = _split(pattern, "|")
    if len(ways) > 1:
        needed = [_needed(way) for way in ways]
        return frozenset().union(*needed) if all(needed) else frozenset()
    told = [found for part in _split(pattern, " ") if (found := _told(part))]
    return min(told, key=_cost, default=frozenset())


def _told(part: str) -> Words:
    """The words that a part of a pattern can be, where it is certain."""
    part = _core(part).strip(",;")
    if name := CLASS.fullmatch(part):
        return frozenset(_longest(word) for word in words_of_class(name[1]))
    if verb := VERB.fullmatch(part):
        return frozenset(all_forms(verb[1]))
    if plain := PLAIN.fullmatch(part):
        ways = (plain["word"], plain["word"][:-1]) if plain["optional"] else (plain["word"],)
        return frozenset(_longest(way) for way in ways if LETTERS.search(way.lower()))
    if part.startswith("(") and _closing(part, 0) == len(part) - 1 and (head := GROUP_HEAD.match(part)):
        return _needed(part[head.end() : -1])
    return frozenset()


def _core(part: str) -> str:
    """A part without the conditions around it, and without groups that may be absent and hold the space beside it."""
    pieces = _pieces(part)
    while pieces and _is_aside(pieces[0], behind=False):
        pieces.pop(0)
    while pieces and _is_aside(pieces[-1], behind=True):
        pieces.pop()
    return "".join(pieces)


def _is_aside(piece: str, *, behind: bool) -> bool:
    if not piece.startswith("("):
        return False
    if LOOK_AROUND.match(piece):
        return True
    close, head = _closing(piece, 0), GROUP_HEAD.match(piece)
    if head is None or not ABSENT.match(piece, close + 1):
        return False
    ways = _split(piece[head.end() : close], "|")
    return all(way.startswith(" ") if behind else way.endswith(" ") for way in ways)


def _pieces(part: str) -> list[str]:
    """The groups of a part, each with how often it may stand, and what stands between them."""
    pieces, start, place = [], 0, 0
    while place < len(part):
        if part[place] != "(":
            place = _beyond(part, place)
            continue
        close = _closing(part, place)
        quantifier = QUANTIFIER.match(part, close + 1)
        end = quantifier.end() if quantifier else close + 1
        pieces += [part[start:place], part[place:end]]
        start = place = end
    return [piece for piece in (*pieces, part[start:]) if piece]


def _split(pattern: str, sign: str) -> list[str]:
    """The pattern divided at a sign, where that is in no group and no set."""
    pieces, start, place = [], 0, 0
    while place < len(pattern):
        if pattern[place] == sign:
            pieces.append(pattern[start:place])
            start = place + 1
        place = _closing(pattern, place) + 1 if pattern[place] == "(" else _beyond(pattern, place)
    return [*pieces, pattern[start:]]


def _closing(pattern: str, opening: int) -> int:
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


def _longest(word: str) -> str:
    runs: list[str] = LETTERS.findall(word.lower())
    return max(runs, key=len)


def _cost(words: Words) -> int:
    return sum(FREQUENT if word in COMMON else 1 for word in words)
