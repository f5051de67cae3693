"""A sentence that is translated twice: whether the translations differ, and where."""

from __future__ import annotations

import regex

from review.checks.reading.tongue import is_spaced
from review.diff import edits
from review.types import Pair, Span

LETTERS = regex.compile(r"[\p{L}\p{N}]++")
ENDS = " \t\r\n\u00a0\u3000.。!！?？;；:："
DETERMINERS = frozenset(("a", "an", "the", "its", "their", "his", "her"))
LEAST_WORDS = 3
ALIKE = 0.5
"""Share of the longer translation that both have: with more of it, what differs can be told."""
LEAST_CHARACTERS = 5
"""Of a segment in a language without spaces between words."""


def differing(target: str, before: str) -> list[tuple[Span, Span]]:
    """The pieces of a translation that an earlier one has otherwise, with its own; the whole where little is alike, and
    none where nothing but an article or a possessive is other.
    """
    whole = [(Span(0, len(target)), Span(0, len(before)))]
    made = edits(target, before)
    same = sum(len(edit.before) for edit in made if edit.kind == "equal")
    if same < ALIKE * max(len(target), len(before)):
        return whole
    told = [(edit.before, edit.after) for edit in made if _is_told(edit.before.of(target), edit.after.of(before))]
    return [(own, other) for own, other in told if len(own)] or (whole if told else [])


def _is_told(own: str, other: str) -> bool:
    """Whether two pieces differ in words, and not in an article or a possessive only."""
    words = set(folded(own).split()) ^ set(folded(other).split())
    return not words <= DETERMINERS


def folded(text: str) -> str:
    return " ".join(LETTERS.findall(text.casefold()))


def is_long(pair: Pair) -> bool:
    words = folded(pair.source)
    return words.count(" ") + 1 >= LEAST_WORDS if is_spaced(pair.source_lang) else len(words) >= LEAST_CHARACTERS
