"""Looking for words, or for a regular expression, in the two texts of an article's pairs.

The expressions are RE2's, whose time grows with the length of the text and no faster, whatever a reader types; what
they cannot say is a look at the surroundings, and the same words again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

import re2

from review.types import Side, Span

LONGEST = 500
"""Code points of what is looked for."""
MOST_SHOWN = 100
"""Hits on one side of a pair that are shown."""
SEARCHES_REMEMBERED = 16
TEXTS_REMEMBERED = 8192
SIDES: tuple[Side, ...] = ("source", "target")

Places = Mapping[Side, tuple[Span, ...]]


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for, and where: in the source, in the target, or "" in both; capitals count where `case` is."""

    text: str = ""
    within: str = ""
    is_regex: bool = False
    case: bool = False

    @property
    def sides(self) -> tuple[Side, ...]:
        return tuple(side for side in SIDES if self.within in ("", side))


@dataclass(frozen=True, slots=True)
class Found:
    """The pairs that hold what is looked for, each with the places by side; and what is wrong with the expression.

    A match without length, as that of ^$ is, counts and has no place.
    """

    places: Mapping[str, Places] = field(default_factory=dict)
    error: str = ""


@lru_cache(SEARCHES_REMEMBERED)
def found_in(texts: tuple[tuple[str, str, str], ...], search: Search) -> Found:
    """Where pairs, each by its id, its source and its target, hold what is looked for; a wrong expression finds
    nothing.
    """
    try:
        seeker = _seeker(search)
    except (re2.error, UnicodeEncodeError) as error:
        return Found(error=_said(error))
    held: dict[str, Places] = {}
    for pair, source, target in texts:
        hits = {side: seeker.hits(source if side == "source" else target) for side in search.sides}
        places = {side: spans for side, spans in hits.items() if spans is not None}
        if places:
            held[pair] = places
    return Found(held)


class _Seeker:
    """A search made ready; a text is looked at again only when it has changed."""

    def __init__(self, search: Search) -> None:
        options = re2.Options()
        options.case_sensitive, options.log_errors = search.case, False
        if len(search.text) > LONGEST:
            raise re2.error(f"longer than {LONGEST} characters")
        self._pattern = re2.compile(f"(?m){search.text}" if search.is_regex else re2.escape(search.text), options)
        self.hits = lru_cache(TEXTS_REMEMBERED)(self._hits)

    def _hits(self, text: str) -> tuple[Span, ...] | None:
        """The places in a text, the first MOST_SHOWN of them; None where nothing matches."""
        matched, hits = False, list[Span]()
        for match in self._pattern.finditer(text):
            matched = True
            if match.end() > match.start():
                hits.append(Span(*match.span()))
            if len(hits) == MOST_SHOWN:
                break
        return tuple(hits) if matched else None


@lru_cache(SEARCHES_REMEMBERED)
def _seeker(search: Search) -> _Seeker:
    return _Seeker(search)


def _said(error: Exception) -> str:
    """What is wrong with an expression, as a sentence."""
    if isinstance(error, UnicodeEncodeError):
        return "Half a character cannot be looked for."
    reason = error.args[0]
    said = reason.decode("utf-8", "replace") if isinstance(reason, bytes) else str(reason)
    return f"This is no regular expression: {said.replace('(?m)', '', 1)}."
