"""The negators of a text, by place."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from review.checks.reading.glance import RUN, lowered, signs, words
from review.checks.reading.negation_words import ANSWERED, NEGATORS
from review.checks.reading.remembered import TEXTS
from review.checks.reading.tongue import is_cjk, tongue
from review.types import Span

OPEN = (r"\w+", r"\w*")
"""How a pattern ends that tells the beginning of a word only."""
CONDITION = re.compile(r"\(\?<?[=!][^()]*\)")
LONGEST = 4000
"""Code points that are read: further on, which negation is whose is anybody's guess."""
REMEMBERED = 4096  # places of which it is kept at hand what answers them


@lru_cache(TEXTS)
def plain(text: str, lang: str) -> tuple[Span, ...]:
    """The words that negate, outside set phrases. Misses negation by tone, and prefixes (unclear)."""
    tag = tongue(lang).tag
    if not _may_negate(text, tag):
        return ()
    return tuple([Span(*match.span()) for match in _plain(tag).finditer(lowered(text[:LONGEST])) if match["plain"]])


def possible(text: str, lang: str) -> int:
    """How many places of the text another language may say with a negator."""
    return len(_open(text, tongue(lang).tag))


def answered(source: str, target: str, langs: tuple[str, str]) -> int:
    """How many words of the source that may imply a negation the translation says in the same way: 缺 by lack.

    What is said so is no longer there to be said with a negator.
    """
    ours, theirs = (tongue(lang).tag for lang in langs)
    answers = _answers(ours, theirs)
    asked = (
        Counter(answer for place in _open(source, ours) for answer in _asked(place, ours, theirs)) if answers else {}
    )
    said = lowered(target[:LONGEST]) if asked else ""
    return sum(min(count, len(answers[answer][1].findall(said))) for answer, count in asked.items())


@lru_cache(TEXTS)
def _open(text: str, tag: str) -> tuple[str, ...]:
    """The places of a text that another language may say with a negator."""
    return tuple(match.group() for match in _any(tag).finditer(lowered(text[:LONGEST])) if not match["exempt"])


@lru_cache(REMEMBERED)
def _asked(place: str, ours: str, theirs: str) -> tuple[int, ...]:
    """The numbers of the answers that a place may have."""
    return tuple(number for number, (asks, _) in enumerate(_answers(ours, theirs)) if asks.search(place))


def _may_negate(text: str, tag: str) -> bool:
    """Whether the text has a character, or a word, of what negates plainly."""
    heads, stems = _heads(tag)
    if is_cjk(tag):
        return not heads.isdisjoint(signs(text))
    seen = words(text)
    return not heads.isdisjoint(seen) or (bool(stems) and any(word.startswith(stems) for word in seen))


@lru_cache(maxsize=64)
def _heads(tag: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Words, or in East Asian languages characters, and beginnings of words, without which no plain negator stands."""
    plain = CONDITION.sub("", NEGATORS[tag].plain)
    if is_cjk(tag):
        return frozenset(sign for sign in plain if sign.isalpha()), ()
    ways = [(RUN.findall(way.replace(r"\w", " "))[-1], way.endswith(OPEN)) for way in plain.split("|")]
    return frozenset(word for word, more in ways if not more), tuple(word for word, more in ways if more)


@lru_cache(maxsize=64)
def _plain(tag: str) -> re.Pattern[str]:
    table = NEGATORS[tag]
    return _compiled(tag, f"(?P<other>{table.exempt}|{table.phrases})|(?P<plain>{table.plain})")


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
