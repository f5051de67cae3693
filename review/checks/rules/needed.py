"""Which words a text must hold for a pattern to match in it: most rules need not be tried on most texts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import regex

from review.checks.rules.parts import GROUP_HEAD, LOOK_AROUND, closing, pieces_of, split
from review.checks.rules.pattern import CLASS, VERB, words_of_class
from review.checks.rules.tables import COMMON
from review.checks.rules.verbs import all_forms

Words = frozenset[str]
Way = tuple[Words, ...]

LETTERS = re.compile(r"[a-z]+")
LITERAL = regex.compile(r"[^\\.^$*+?{}\[\]|()<>]+")
LETTER_SET = regex.compile(r"(?<before>[^\[\]]*)\[(?<letters>\p{L}+)\](?<behind>[^\[\]]*)")
PLAIN = regex.compile(r"(?<word>[A-Za-z]+(?:['’-][A-Za-z]+)*+)(?<optional>\?)?")
APOSTROPHE = regex.compile(r"\[[’'‘]+\](?!\?)")
PARTING = regex.compile(r"\[[- ]+\](?![?*])")
SIGNS = regex.compile(r"[,;]\??$")
FREQUENT = 1000
"""What a frequent word costs beside a rare one, when the words to look for are chosen."""
MOST = 64
"""Ways that are told apart; beyond, the choices of a part count as one, by the rarest words of each."""


@lru_cache(maxsize=1024)
def needed_words(pattern: str) -> tuple[Way, ...]:
    """The ways in which a text can hold what the pattern matches: sets of words, of each of which it has one or more.

    The words are in lower case, runs of the letters a to z, as `LETTERS` finds them; the rarest set of a way comes
    first. Each part of the pattern between two spaces is looked at by itself: one that is certain to be one of some
    words tells them. A way without sets is one that no word speaks for.
    """
    plain = pattern.replace("\\K", "").replace("\\b", "").replace(" ?", r"\ ?")
    return tuple(tuple(sorted(way, key=_cost)) for way in _ways(PARTING.sub(" ", APOSTROPHE.sub("’", plain))))


def is_telling(words: Words) -> bool:
    """Whether looking for the words saves anything: none of them stands in every other text."""
    return not words & COMMON


def literals(pattern: str) -> tuple[str, ...]:
    """The texts of which a match is one, where the pattern is no more than a choice of texts; () where it is more.

    A text may have a set of letters in it: 中新[网社].
    """
    ways = [way for choice in pattern.split("|") for way in _spelt_out(choice)]
    return tuple(ways) if pattern and all(LITERAL.fullmatch(way) for way in ways) else ()


def _spelt_out(text: str) -> list[str]:
    """The texts that one with a set of letters stands for."""
    if not (letters := LETTER_SET.fullmatch(text)):
        return [text]
    return [f"{letters['before']}{letter}{letters['behind']}" for letter in letters["letters"]]


def _ways(pattern: str) -> list[Way]:
    return _united([way for choice in split(pattern, "|") for way in _in_a_row(split(choice, " "))])


def _in_a_row(parts: Sequence[str]) -> list[Way]:
    """The ways of parts that all have to stand."""
    ways: list[Way] = [()]
    for part in parts:
        told = _told(part)
        told = told if len(ways) * len(told) <= MOST else _united([(min(way, key=_cost),) for way in told])
        ways = [(*way, *more) for way in ways for more in told]
    return ways


def _united(ways: list[Way]) -> list[Way]:
    """The same ways: those of a single set made one, and all of them none where one may be anything."""
    if not all(ways):
        return [()]
    single = frozenset[str]().union(*(way[0] for way in ways if len(way) == 1))
    return [*([(single,)] if single else []), *(way for way in ways if len(way) > 1)]


def _told(part: str) -> list[Way]:
    """The words that a part of a pattern can be, where it is certain."""
    part = _core(SIGNS.sub("", part))
    if part.startswith("(") and closing(part, 0) == len(part) - 1 and (head := GROUP_HEAD.match(part)):
        return _ways(part[head.end() : -1])
    words = _plainly(part)
    return [(words,)] if words else [()]


def _plainly(part: str) -> Words:
    """The words that a part without groups, or with one before an ending, can be; none where that is not certain."""
    if name := CLASS.fullmatch(part):
        return frozenset(_longest(word) for word in words_of_class(name[1]))
    if verb := VERB.fullmatch(part):
        return frozenset(all_forms(verb[1]))
    if plain := PLAIN.fullmatch(part):
        ways = (plain["word"], plain["word"][:-1]) if plain["optional"] else (plain["word"],)
        return frozenset(_longest(way) for way in ways if LETTERS.search(way.lower()))
    return _with_ending(part)


def _with_ending(part: str) -> Words:
    """The words that a choice of plain words and an ending make."""
    match [*pieces_of(part)]:
        case [group, ending] if group.endswith(")") and ending.isalpha() and (head := GROUP_HEAD.match(group)):
            ways = split(group[head.end() : -1], "|")
            if all(way.isascii() and way.isalpha() for way in ways):
                return frozenset(f"{way}{ending}".lower() for way in ways)
    return frozenset()


def _core(part: str) -> str:
    """A part without the conditions around it, and without groups that hold the space between them and the rest."""
    pieces = pieces_of(part)
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
    close, head = closing(piece, 0), GROUP_HEAD.match(piece)
    if head is None:
        return False
    ways = split(piece[head.end() : close], "|")
    return all(way.startswith(" ") if behind else way.endswith(" ") for way in ways)


def _longest(word: str) -> str:
    runs: list[str] = LETTERS.findall(word.lower())
    return max(runs, key=len)


def _cost(words: Words) -> int:
    return sum(FREQUENT if word in COMMON else 1 for word in words)
