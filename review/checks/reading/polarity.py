"""The negators of a text, by place."""

from __future__ import annotations

import re
from functools import lru_cache

from review.checks.reading.negation_words import ANSWERED, NEGATORS
from review.checks.reading.tongue import is_cjk, tongue
from review.types import Span

LONGEST = 4000
"""Code points that are read: further on, which negation is whose is anybody's guess."""


def plain(text: str, lang: str) -> list[Span]:
    """The words that negate, outside set phrases. Misses negation by tone, and prefixes (unclear)."""
    quick, full = _plain(tongue(lang).tag)
    seen = _lowered(text)
    if quick.search(seen) is None:
        return []
    return [Span(*match.span()) for match in full.finditer(seen) if match["plain"]]


def possible(text: str, lang: str) -> int:
    """How many places of the text another language may say with a negator."""
    return sum(not match["exempt"] for match in _any(tongue(lang).tag).finditer(_lowered(text)))


def answered(source: str, target: str, langs: tuple[str, str]) -> int:
    """How many words of the source that may imply a negation the translation says in the same way: 缺 by lack.

    What is said so is no longer there to be said with a negator.
    """
    answers = _answers(tongue(langs[0]).tag, tongue(langs[1]).tag)
    if not answers:
        return 0
    places = [match.group() for match in _any(tongue(langs[0]).tag).finditer(_lowered(source)) if not match["exempt"]]
    said = _lowered(target)
    return sum(
        min(count, len(theirs.findall(said)))
        for ours, theirs in answers
        if (count := sum(ours.search(place) is not None for place in places))
    )


def _lowered(text: str) -> str:
    """The part of the text that is read, in small letters, each in its place."""
    part = text[:LONGEST]
    lowered = part.lower()
    return lowered if len(lowered) == len(part) else "".join(sign.lower()[:1] for sign in part)


@lru_cache(maxsize=64)
def _plain(tag: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What tells quickly whether there is a negator, and what finds it."""
    table = NEGATORS[tag]
    full = f"(?P<other>{table.exempt}|{table.phrases})|(?P<plain>{table.plain})"
    return _compiled(tag, table.plain), _compiled(tag, full)


@lru_cache(maxsize=64)
def _any(tag: str) -> re.Pattern[str]:
    table = NEGATORS[tag]
    return _compiled(tag, f"(?P<exempt>{table.exempt})|{table.phrases}|{table.plain}|{table.implied}")


def _compiled(tag: str, choices: str) -> re.Pattern[str]:
    edge = "" if is_cjk(tag) else r"\b"
    return re.compile(rf"{edge}(?:{choices}){edge}")


@lru_cache(maxsize=64)
def _answers(ours: str, theirs: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((re.compile(one), _compiled(theirs, other)) for one, other in ANSWERED.get((ours, theirs), ()))
