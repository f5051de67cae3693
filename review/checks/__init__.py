"""The checks: what the workbench looks for in a translation, one idea a file."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from review.checks import (
    copied_words,
    doubled_phrase,
    doubled_space,
    doubled_word,
    established_name,
    extra_sentence,
    full_width,
    indefinite_article,
    leaked_markup,
    long_sentence,
    meetings_and_plans,
    missing_sentence,
    missing_space,
    misspelt_name,
    mojibake,
    name_variants,
    numbers,
    page_furniture,
    person_name,
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
    person_name.CHECK,
    misspelt_name.CHECK,
    name_variants.CHECK,
    established_name.CHECK,
    meetings_and_plans.CHECK,
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


ON = tuple(check for check in CHECKS if check.on)
PAIRWISE = tuple(check for check in ON if isinstance(check, Check))
REMEMBERED = 8192
"""Pairs whose findings are kept, so that a correction costs one pair and not the article."""


@lru_cache(maxsize=REMEMBERED)
def _look(pair: Pair) -> Flags:
    return looked(PAIRWISE, pair)


def flag(pairs: Sequence[Pair]) -> Flags:
    """What the checks that are on find in the pairs; pairs of one `doc` are an article, in order."""
    return run(ON, pairs, _look)


__all__ = ["CHECKS", "AnyCheck", "ArticleCheck", "Check", "Example", "flag", "run"]
