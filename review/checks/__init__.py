"""The checks: what the workbench looks for in a translation, one idea a file."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, partial

from review.checks import (
    comma_splice,
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
    missing_subject,
    mojibake,
    noun_plague,
    numbers,
    of_chain,
    page_furniture,
    repeated_opening,
    sentence_start,
    source_furniture,
    source_script,
    space_before_punctuation,
    stacked_titles,
    unbalanced_brackets,
    unbalanced_quotes,
    unchanged,
    web_addresses,
)
from review.checks import rules as style
from review.checks.base import AnyCheck, ArticleCheck, Check, Example, looked, run
from review.checks.rules import RuleSet
from review.types import Flags, Pair

MODULES: tuple[AnyCheck, ...] = (
    source_script.CHECK,
    copied_words.CHECK,
    unchanged.CHECK,
    page_furniture.CHECK,
    source_furniture.CHECK,
    missing_sentence.CHECK,
    extra_sentence.CHECK,
    numbers.CHECK,
    web_addresses.CHECK,
    leaked_markup.CHECK,
    mojibake.CHECK,
    doubled_word.CHECK,
    doubled_phrase.CHECK,
    long_sentence.CHECK,
    comma_splice.CHECK,
    missing_subject.CHECK,
    repeated_opening.CHECK,
    stacked_titles.CHECK,
    of_chain.CHECK,
    noun_plague.CHECK,
    sentence_start.CHECK,
    indefinite_article.CHECK,
    full_width.CHECK,
    missing_space.CHECK,
    space_before_punctuation.CHECK,
    doubled_space.CHECK,
    unbalanced_quotes.CHECK,
    unbalanced_brackets.CHECK,
)
"""The checks that are a module each."""
CHECKS: tuple[AnyCheck, ...] = (*MODULES, *style.CHECKS)
PAIRWISE = tuple(check for check in MODULES if isinstance(check, Check))
REMEMBERED = 8192
"""Pairs whose findings are kept, so that a correction costs one pair and not the article."""


@lru_cache(maxsize=REMEMBERED)
def _look(pair: Pair, *, rules: RuleSet) -> Flags:
    single, ruled = looked(PAIRWISE, pair), rules.look(pair)
    return Flags((*single.findings, *ruled.findings), (*single.failures, *ruled.failures))


def flag(pairs: Sequence[Pair], rules: RuleSet = style.SHIPPED) -> Flags:
    """What all checks find in the pairs, and of the rules those given; pairs of one `doc` are an article, in order."""
    return run(CHECKS, pairs, partial(_look, rules=rules))


__all__ = ["CHECKS", "MODULES", "AnyCheck", "ArticleCheck", "Check", "Example", "RuleSet", "flag", "run"]
