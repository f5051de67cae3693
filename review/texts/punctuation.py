"""The end marks, quotes and brackets of a line: where each stands, and which opening belongs to which closing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

Role = Literal["end", "open", "close"]

BRACKETS = dict(zip("([{（［【〔〖｛《〈〘⟨", ")]}）］】〕〗｝》〉〙⟩", strict=True))
QUOTES = {
    "“": '”"＂“',
    "„": '“”"‟',
    "‟": "”",
    "”": '”"',
    "«": "»",
    "»": "«»",
    '"': '"”“',
    "＂": '＂”"',
    "「": "」",
    "『": "』",
    "‘": "’",
    "‚": "‘’",
    "‹": "›",
    "›": "‹",
    "〝": "〞〟",
}
"""Opening quote → what may close it; slips that are frequent in web and machine-made text are among them."""
QUOTE_MARKS = frozenset("".join(QUOTES) + "".join(QUOTES.values()) + "'")
_BRACKET_OF = {closing: opening for opening, closing in BRACKETS.items()}
_CLOSING_QUOTES = frozenset("”」』’›»〞〟")
_OPENING_CONTEXT = frozenset("([{（［【〔《〈-–—―:：,，、/=>“‘「『«„¿¡")
_CLOSING_CONTEXT = frozenset(")]}）］】〕》〉.,;:!?…。，；：！？、%")
_SEARCH_DEPTH = 8


class Token(NamedTuple):
    """A run of end marks, a quote or a bracket, at [start, end) of its line."""

    role: Role
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Punctuation:
    """The tokens of a line in order; `partners` maps the place of an opening to that of its closing and back."""

    tokens: tuple[Token, ...]
    partners: dict[int, int]


def punctuation(line: str, ends: str) -> Punctuation:
    """The punctuation of a line, with `ends` for end marks; linear in its length.

    An apostrophe is no quote, nor are Hebrew gershayim within a word and the inch behind a number. A quote that may
    open or close is read by what is open and by the white space beside it.
    """
    partners: dict[int, int] = {}
    return Punctuation(tuple(_tokens(line, ends, partners)), partners)


@cache
def _pattern(ends: str) -> re.Pattern[str]:
    marks = "".join((*BRACKETS, *_BRACKET_OF, *sorted(QUOTE_MARKS)))
    one = f"[{re.escape(ends)}]"
    return re.compile(rf"{one}+(?:[ \u00a0\u202f]?[!?！？]+|[ \u00a0]\.(?![\w.]))*|[{re.escape(marks)}]")


def _tokens(line: str, ends: str, partners: dict[int, int]) -> Iterator[Token]:
    opened: list[tuple[str, int]] = []
    for found in _pattern(ends).finditer(line):
        start, end = found.span()
        if line[start] in ends:
            yield Token("end", start, end)
            continue
        role = _role(line, start, opened, ends)
        if role == "open":
            opened.append((line[start], start))
        elif role == "close" and (partner := _close(line[start], opened)) is not None:
            partners[partner] = start
            partners[start] = partner
        if role is not None:
            yield Token(role, start, end)


def _close(mark: str, opened: list[tuple[str, int]]) -> int | None:
    """Takes off the stack the opening that `mark` closes, and what was left open above it; gives its place."""
    for depth in range(1, min(len(opened), _SEARCH_DEPTH) + 1):
        opening, place = opened[-depth]
        if mark in QUOTES.get(opening, BRACKETS.get(opening, "")):
            del opened[-depth:]
            return place
    return None


def _closable(mark: str, opened: list[tuple[str, int]]) -> bool:
    return any(mark in QUOTES.get(opening, "") for opening, _ in opened[-_SEARCH_DEPTH:])


def _role(line: str, place: int, opened: list[tuple[str, int]], ends: str) -> Role | None:
    mark = line[place]
    if mark in BRACKETS:
        return "open"
    if mark in _BRACKET_OF:
        return "close"
    before, after = line[place - 1 : place], line[place + 1 : place + 2]
    if mark in "'’":
        return _apostrophe(mark, before, after, opened, ends)
    if _is_gershayim(before, after):
        return None
    return _quote(line, place, opened, ends)


def _quote(line: str, place: int, opened: list[tuple[str, int]], ends: str) -> Role | None:
    mark, before, after = line[place], line[place - 1 : place], line[place + 1 : place + 2]
    opens = _looks_opening(before, after)
    if _closable(mark, opened):
        if opens and mark in '“”"' and not _behind_end(line, place, ends):
            return "open"
        return "open" if mark == "“" and not _looks_closing(after) and not _low_open(opened) else "close"
    if mark == '"' and before.isdigit() and not opens:
        return None
    if mark in _CLOSING_QUOTES:
        return "open" if opens and mark in "”»›" and not _behind_end(line, place, ends) else "close"
    return "close" if mark in '"＂' and before and _looks_closing(after) and not opens else "open"


def _behind_end(line: str, place: int, ends: str) -> bool:
    """Whether an end mark stands right before a place, or one space off."""
    before = line[max(0, place - 2) : place].rstrip()[-1:]
    return bool(before) and before in ends


def _low_open(opened: list[tuple[str, int]]) -> bool:
    return any(opening in "„‚" for opening, _ in opened[-_SEARCH_DEPTH:])


def _apostrophe(mark: str, before: str, after: str, opened: list[tuple[str, int]], ends: str) -> Role | None:
    if before.isalnum() and after.isalnum() and not _wide(before):
        return None
    if mark == "’" and (_closable(mark, opened) or before in ends):
        return "close"
    return "close" if before and before in ends and (_looks_closing(after) or after in QUOTE_MARKS) else None


def _is_gershayim(before: str, after: str) -> bool:
    return "\u0590" <= before <= "\u05ff" and "\u0590" <= after <= "\u05ff"


def _looks_opening(before: str, after: str) -> bool:
    return (not before or before.isspace() or before in _OPENING_CONTEXT) and not _looks_closing(after)


def _looks_closing(after: str) -> bool:
    return not after or after.isspace() or after in _CLOSING_CONTEXT


def _wide(character: str) -> bool:
    return character >= "\u2e80"
