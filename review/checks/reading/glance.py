"""A text at a glance: its words in small letters and its characters, taken once for all checks that ask for them.

Most checks can tell from these that a text holds nothing of theirs, before a pattern is tried on it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from review.checks.reading.letters import LETTERS, is_plain
from review.checks.reading.remembered import TEXTS

RUN = re.compile(r"[^\W\d_]+")
PLAIN_RUN = re.compile(f"[{LETTERS}]+")
"""The same in a plain text."""


def lowered(text: str) -> str:
    """The text in small letters, each in its place."""
    small = text.lower()
    return small if len(small) == len(text) else "".join([sign.lower()[:1] for sign in text])


@lru_cache(TEXTS)
def runs(text: str) -> tuple[str, ...]:
    """The runs of letters in small letters, in order: apostrophes, hyphens and figures part them."""
    return tuple((PLAIN_RUN if is_plain(text) else RUN).findall(text.lower()))


@lru_cache(TEXTS)
def words(text: str) -> frozenset[str]:
    """The different runs of letters in small letters."""
    return frozenset(runs(text))


@lru_cache(TEXTS)
def signs(text: str) -> frozenset[str]:
    """The different characters as they are."""
    return frozenset(text)
