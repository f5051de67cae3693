"""Glossaries: what a project calls things, and where their terms stand in a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

import regex

from review.types import Span

FIRST = 2
"""Characters that a term is looked up by; a term of one character is looked up by that."""
SPACED = regex.compile(r"[\p{L}\p{N}--[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]]", regex.V1)
"""A letter or figure of a script that parts words by spaces."""
ENDINGS = "(?:s|es|ed|d|ing|['’]s|s['’])?"
"""What an English word may end in beside its dictionary form."""


@dataclass(frozen=True, slots=True)
class Term:
    """What the source calls a thing, and how the translation must, or must not, call it.

    One of `preferred` has to stand, and the first is what comes in the place of anything `forbidden`. A term without a
    `source` only forbids. With `case_sensitive` the capitals of the translation count.
    """

    source: str
    preferred: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    case_sensitive: bool = False
    note: str = ""


@dataclass(frozen=True)
class Glossary:
    """The terms of a project for one pair of languages."""

    terms: tuple[Term, ...] = ()

    def __hash__(self) -> int:
        return self._hash

    def named(self, source: str) -> tuple[tuple[Term, Span], ...]:
        """The terms that stand in a source text, each with its first place; one inside a longer one is left out.

        In scripts with spaces a term is a word, or some; a text that changes its length when folded is read as it is.
        """
        text = folded if len(folded := source.casefold()) == len(source) else source
        found = [
            (term, Span(start, start + len(form)))
            for start in range(len(text))
            for first in (text[start], text[start : start + FIRST])
            for form, term in self._index.get(first, ())
            if text.startswith(form, start) and _is_word(text, start, start + len(form))
        ]
        return tuple(_outermost(found))

    @cached_property
    def _hash(self) -> int:
        return hash(self.terms)

    @cached_property
    def always_forbidden(self) -> tuple[Term, ...]:
        """The terms that forbid whatever the source says."""
        return tuple(term for term in self.terms if not term.source.strip())

    @cached_property
    def _index(self) -> dict[str, list[tuple[str, Term]]]:
        """The terms by how they begin, each with its folded form."""
        index: dict[str, list[tuple[str, Term]]] = defaultdict(list)
        for term in self.terms:
            if form := term.source.strip().casefold():
                index[form[:FIRST]].append((form, term))
        return dict(index)


def places(form: str, text: str, *, case_sensitive: bool = False) -> tuple[Span, ...]:
    """Where a form stands in a translation, inflected or not, with hyphens or spaces between its words."""
    return tuple(Span(*match.span()) for match in _pattern(form, case_sensitive).finditer(text))


@lru_cache(maxsize=16384)
def _pattern(form: str, case_sensitive: bool) -> regex.Pattern[str]:
    words = form.replace("-", " ").split()
    joined = r"[\s\-‑]+".join(_word(word) for word in words)
    before, after = (rf"(?<!{SPACED.pattern})", rf"(?!{SPACED.pattern})") if SPACED.search(form) else ("", "")
    return regex.compile(f"{before}{joined}{after}", regex.V1 | (0 if case_sensitive else regex.IGNORECASE))


def _word(word: str) -> str:
    """The word in any English inflection, as far as endings go; words in other letters as they are."""
    if not word.isascii() or not word.isalpha():
        return regex.escape(word)
    if word.endswith("y"):
        return rf"(?:{word}{ENDINGS}|{word[:-1]}ie[sd])"
    return rf"(?:{word}{ENDINGS}|{word[:-1]}ing)" if word.endswith("e") else rf"{word}(?:{word[-1]}?{ENDINGS})"


def _is_word(text: str, start: int, end: int) -> bool:
    opens = start > 0 and SPACED.match(text, start) and SPACED.match(text, start - 1)
    closes = end < len(text) and SPACED.match(text, end) and SPACED.match(text, end - 1)
    return not opens and not closes


def _outermost(found: list[tuple[Term, Span]]) -> Iterator[tuple[Term, Span]]:
    seen: set[Term] = set()
    outer = Span(0, 0)
    for term, span in sorted(found, key=lambda one: (one[1].start, -one[1].end)):
        if span == outer or span.end > outer.end:
            outer = span
            if term not in seen:
                seen.add(term)
                yield term, span
