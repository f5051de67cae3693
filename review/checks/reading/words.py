"""Words and the addresses among them, by place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

import regex

from review.checks.reading.letters import LETTERS, is_plain
from review.types import Span

WORD = regex.compile(r"\p{L}[\p{L}\p{M}]*+(?:['’\-‑]\p{L}[\p{L}\p{M}]*+)*+")
PLAIN_WORD = re.compile(rf"[{LETTERS}]+(?:['’\-‑][{LETTERS}]+)*")
"""The same in a plain text."""
URL = regex.compile(r"(?i:https?://|ftp://|www\.)[!-;=?-~]++")
EMAIL = regex.compile(r"(?<![\w.+-])[\w.+-]{1,64}+@[A-Za-z0-9-]{1,63}+(?:\.[A-Za-z0-9-]{1,63}+)++", regex.ASCII)
ADDRESS_END = ".,;:!?'\")]}>*"


@dataclass(frozen=True, slots=True)
class Word:
    """A word as written, and its place."""

    text: str
    span: Span


def listed(words: str) -> tuple[str, ...]:
    """The words of a list written as one string."""
    return tuple(words.split())


class Places:
    """Spans that do not overlap each other, asked in logarithmic time whether they overlap another."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._ends = [span.end for span in self._spans]

    def touch(self, span: Span) -> bool:
        """Whether one of them shares a character with the span."""
        first = bisect_left(self._ends, span.start + 1)
        return first < len(self._spans) and self._spans[first].start < span.end


def written(text: str) -> list[str]:
    """The words of a text as they are written, without their places."""
    found: list[str] = (PLAIN_WORD if is_plain(text) else WORD).findall(text)
    return found


def words(text: str) -> list[Word]:
    """The words of a text; figures and signs are none."""
    found = (PLAIN_WORD if is_plain(text) else WORD).finditer(text)
    return [Word(word.group(), Span(*word.span())) for word in found]


def addresses(text: str) -> list[Word]:
    """Web addresses with a scheme or `www.`, and e-mail addresses, in order; a bare domain may be a name and is not."""
    if "://" not in text and "www." not in text.lower() and "@" not in text:
        return []
    found = [_trimmed(match.group(), match.start()) for match in URL.finditer(text)]
    if "@" in text:
        found += [_trimmed(match.group(), match.start()) for match in EMAIL.finditer(text)]
    return sorted((word for word in found if word.text), key=lambda word: word.span)


def _trimmed(text: str, start: int) -> Word:
    """Without the marks that end the sentence; a closing bracket stays where its opening one is inside."""
    closing = ADDRESS_END.replace(")", "") if "(" in text else ADDRESS_END
    end = len(text.rstrip(closing))
    return Word(text[:end], Span(start, start + end))
