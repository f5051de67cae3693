"""Where in a text the words are that a judge quotes: as they stand, or as nearly as one place alone has them."""

from __future__ import annotations

from collections.abc import Collection

from rapidfuzz import fuzz

from review.types import Span

NEAR = 85.0
"""Similarity in percent (rapidfuzz's partial ratio) from which a place may be the one that is meant: one letter in
seven may be another, as when a judge straightens quotes or drops a comma."""
APART = 10.0
"""Percent by which the best place must be ahead of the next, or it is not known which one is meant."""
SHORTEST = 4
"""Characters of a quote that may be found by likeness; nearly every text holds something like a shorter one."""
COVER = "\ufffc"


def place_of(quote: str, text: str, taken: Collection[Span] = ()) -> Span | None:
    """The place of a quote: the first exact one that is not taken, else the only near one; None where there is none."""
    if not quote:
        return None
    start = text.find(quote)
    first = Span(start, start + len(quote)) if start >= 0 else None
    while start >= 0:
        span = Span(start, start + len(quote))
        if span not in taken:
            return span
        start = text.find(quote, start + 1)
    return first or _near(quote, text)


def _near(quote: str, text: str) -> Span | None:
    if not SHORTEST <= len(quote) <= len(text):
        return None
    found = fuzz.partial_ratio_alignment(quote, text, score_cutoff=NEAR)
    if found is None:
        return None
    span = Span(found.dest_start, found.dest_end)
    rest = text[: span.start] + COVER * len(span) + text[span.end :]
    return None if fuzz.partial_ratio(quote, rest) > found.score - APART else _trimmed(span, text)


def _trimmed(span: Span, text: str) -> Span | None:
    """The place without white space around it, and with the words whole that it cuts."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while 0 < start < end and text[start - 1].isalnum() and text[start].isalnum() and text[start].isascii():
        start -= 1
    while start < end < len(text) and text[end].isalnum() and text[end - 1].isalnum() and text[end].isascii():
        end += 1
    return Span(start, end) if start < end else None
