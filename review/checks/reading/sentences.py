"""Sentences within the text of a pair, for checks that measure them or look at their first word."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from review.checks.reading.tongue import tongue
from review.texts.rules import rules_of
from review.texts.segment import segment
from review.types import Span

NEW_CLAUSE = regex.compile(r";[ \u00a0\t\u3000]++(?=\p{Lu}\p{Ll})")
LAST_WORD = 24


def sentences(text: str, lang: str) -> Iterator[Span]:
    """The sentences of a text, without the white space around them.

    What follows a semicolon with a capital counts as a sentence: so it was written, and so it is read.
    """
    for piece in segment(text, tongue(lang).tag):
        start = piece.start
        for clause in NEW_CLAUSE.finditer(piece.text):
            yield _body(text, start, piece.start + clause.end())
            start = piece.start + clause.end()
        yield _body(text, start, piece.span.end)


def ends_in_abbreviation(text: str, stop: int, lang: str) -> bool:
    """Whether the word before the full stop at `stop` is an abbreviation or an initial."""
    known = rules_of(tongue(lang).tag).abbreviations
    word = regex.split(r"[\s(\[\"“”'’]", text[max(0, stop - LAST_WORD) : stop])[-1]
    return word in known or word.lower() in known or (len(word) == 1 and word.isalpha()) or "." in word


def _body(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip())
    return Span(start + lead, max(start + lead, start + len(piece.rstrip())))
