"""Strings from the browser, as far as they can be stored."""

from __future__ import annotations

LONGEST_TEXT = 200_000
"""Code points in one correction or draft."""
LONGEST_KEY = 20_000
"""Code points in the key of a finding, which quotes its text."""


def storable(value: object, longest: int = LONGEST_TEXT) -> str | None:
    """A string that can be stored: not too long, and without halves of surrogate pairs or NUL."""
    if not isinstance(value, str) or len(value) > longest or "\x00" in value:
        return None
    return None if any("\ud800" <= character <= "\udfff" for character in value) else value
