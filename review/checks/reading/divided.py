"""Whether other translations of the same source divide what is one sentence here."""

from __future__ import annotations

from functools import lru_cache

from review.checks.reading.others import others_of
from review.checks.reading.remembered import TEXTS
from review.checks.reading.sentences import sentences
from review.types import Pair

SHORTER = 0.75
"""Share of the longest sentence's words that those of every other translation stay under. On rated translations (wmt23)
.70 of the long sentences that two others divide so lie half in an error, and .35 of those that one or none divides."""


def may_be_divided(pair: Pair) -> bool:
    """Whether every other translation has shorter sentences only, or there is none: else the source asks for length."""
    others = others_of(pair)
    most = SHORTER * _longest(pair.target, pair.target_lang) if others else 0.0
    return all(_longest(text, pair.target_lang) < most for text in others)


@lru_cache(TEXTS)
def _longest(text: str, lang: str) -> int:
    """The words of the longest sentence, as runs without white space."""
    return max((len(span.of(text).split()) for span in sentences(text, lang)), default=0)
