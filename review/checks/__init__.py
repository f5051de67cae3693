"""The checks: what the workbench looks for in a translation, one idea a file."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, partial

from review.checks import (
    acronyms,
    agreement,
    copied_words,
    date,
    date_form,
    doubled_phrase,
    doubled_punctuation,
    doubled_space,
    doubled_word,
    established_name,
    extra_clause,
    extra_sentence,
    foreign_sentence,
    full_width,
    glossary_terms,
    heading_case,
    indefinite_article,
    invisible_character,
    leaked_markup,
    long_sentence,
    meetings_and_plans,
    missing_clause,
    missing_sentence,
    missing_space,
    misspelt_name,
    modality,
    mojibake,
    name_variants,
    negation,
    number_form,
    numbers,
    page_furniture,
    person_name,
    pinyin_word,
    repeated_segment,
    sentence_start,
    serial_comma,
    source_furniture,
    source_script,
    space_before_punctuation,
    spelling,
    spelling_variety,
    term_variants,
    title_order,
    unbalanced_brackets,
    unbalanced_quotes,
    unchanged,
    unit,
    web_addresses,
)
from review.checks.base import AnyCheck, ArticleCheck, Check, Example, looked, run
from review.checks.project import Project
from review.types import Flags, Pair

CHECKS: tuple[AnyCheck, ...] = (
    source_script.CHECK,
    pinyin_word.CHECK,
    foreign_sentence.CHECK,
    copied_words.CHECK,
    unchanged.CHECK,
    page_furniture.CHECK,
    source_furniture.CHECK,
    missing_sentence.CHECK,
    extra_sentence.CHECK,
    missing_clause.CHECK,
    extra_clause.CHECK,
    numbers.CHECK,
    person_name.CHECK,
    misspelt_name.CHECK,
    name_variants.CHECK,
    established_name.CHECK,
    meetings_and_plans.CHECK,
    title_order.CHECK,
    date.CHECK,
    unit.CHECK,
    negation.CHECK,
    modality.CHECK,
    web_addresses.CHECK,
    leaked_markup.CHECK,
    mojibake.CHECK,
    doubled_word.CHECK,
    doubled_phrase.CHECK,
    spelling.CHECK,
    long_sentence.CHECK,
    sentence_start.CHECK,
    indefinite_article.CHECK,
    agreement.CHECK,
    full_width.CHECK,
    missing_space.CHECK,
    space_before_punctuation.CHECK,
    doubled_space.CHECK,
    invisible_character.CHECK,
    doubled_punctuation.CHECK,
    unbalanced_quotes.CHECK,
    unbalanced_brackets.CHECK,
    term_variants.CHECK,
    repeated_segment.CHECK,
    glossary_terms.CHECK,
    spelling_variety.CHECK,
    date_form.CHECK,
    serial_comma.CHECK,
    number_form.CHECK,
    heading_case.CHECK,
    acronyms.CHECK,
)


PAIRWISE = tuple(check for check in CHECKS if isinstance(check, Check) and check.on)
REMEMBERED_IDS = frozenset(check.id for check in PAIRWISE)
PROJECTS = 8  # whose checks are kept at hand
REMEMBERED = 8192
"""Pairs whose findings are kept, so that a correction costs one pair and not the article."""


@lru_cache(maxsize=REMEMBERED)
def _look(pair: Pair) -> Flags:
    return looked(PAIRWISE, pair)


STYLED = (
    spelling_variety.check,
    date_form.check,
    serial_comma.check,
    number_form.check,
    heading_case.check,
    acronyms.check,
)
"""What makes the checks that a style sheet decides on."""


@lru_cache(maxsize=PROJECTS)
def checks_of(project: Project) -> tuple[AnyCheck, ...]:
    """The checks that are on, those that a glossary or a style sheet decides on bound to the project's."""
    bound = (glossary_terms.check(project.glossary), *(make(project.style) for make in STYLED))
    own = {check.id: check for check in bound}
    return tuple(check for each in CHECKS if (check := own.get(each.id, each)).on)


def flag(pairs: Sequence[Pair], project: Project | None = None, more: Sequence[AnyCheck] = ()) -> Flags:
    """What the checks that are on, and `more`, find in the pairs; pairs of one `doc` are an article, in order."""
    checks = (*checks_of(project or Project()), *more)
    own = tuple(check for check in checks if isinstance(check, Check) and check.id not in REMEMBERED_IDS)
    return run(checks, pairs, partial(_look_twice, own) if own else _look)


def _look_twice(own: Sequence[Check], pair: Pair) -> Flags:
    """What the project's own checks say beside the others, whose answers are remembered."""
    seen, mine = _look(pair), looked(own, pair)
    return Flags(seen.findings + mine.findings, seen.failures + mine.failures)


__all__ = ["CHECKS", "AnyCheck", "ArticleCheck", "Check", "Example", "Project", "checks_of", "flag", "run"]
