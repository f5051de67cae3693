"""The checks: what the workbench looks for in a translation, one idea a file."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from review.checks import (
    copied_words,
    doubled_phrase,
    doubled_space,
    doubled_word,
    extra_sentence,
    full_width,
    indefinite_article,
    leaked_markup,
    long_sentence,
    missing_sentence,
    missing_space,
    mojibake,
    no_other_translation,
    numbers,
    page_furniture,
    sentence_start,
    source_furniture,
    source_script,
    space_before_punctuation,
    unbalanced_brackets,
    unbalanced_quotes,
    unchanged,
    web_addresses,
)
from review.checks.base import AnyCheck, ArticleCheck, Check, Example, looked, run
from review.types import Flags, Pair

CHECKS: tuple[AnyCheck, ...] = (
    source_script.CHECK,
    copied_words.CHECK,
    unchanged.CHECK,
    page_furniture.CHECK,
    source_furniture.CHECK,
    missing_sentence.CHECK,
    extra_sentence.CHECK,
    numbers.CHECK,
    no_other_translation.CHECK,
    web_addresses.CHECK,
    leaked_markup.CHECK,
    mojibake.CHECK,
    doubled_word.CHECK,
    doubled_phrase.CHECK,
    long_sentence.CHECK,
    sentence_start.CHECK,
    indefinite_article.CHECK,
    full_width.CHECK,
    missing_space.CHECK,
    space_before_punctuation.CHECK,
    doubled_space.CHECK,
    unbalanced_quotes.CHECK,
    unbalanced_brackets.CHECK,
)


PAIRWISE = tuple(check for check in CHECKS if isinstance(check, Check))
REMEMBERED = 8192
"""Pairs whose findings are kept, so that a correction costs one pair and not the article."""


@lru_cache(maxsize=REMEMBERED)
def _look(pair: Pair) -> Flags:
    return looked(PAIRWISE, pair)


def flag(pairs: Sequence[Pair]) -> Flags:
    """What all checks find in the pairs; pairs of one `doc` are an article, in order."""
    return run(CHECKS, pairs, _look)


__all__ = ["CHECKS", "AnyCheck", "ArticleCheck", "Check", "Example", "flag", "run"]
