"""The checks: what the workbench looks for in a translation, one idea a file."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, partial
from itertools import islice

from review.checks import (
    acronyms,
    agreement,
    comma_splice,
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
    joined_to_itself,
    leaked_markup,
    literal_idiom,
    long_sentence,
    loose_phrase,
    meetings_and_plans,
    missing_clause,
    missing_sentence,
    missing_space,
    missing_subject,
    misspelt_name,
    modality,
    mojibake,
    name_variants,
    negation,
    no_other_translation,
    noun_plague,
    number_form,
    numbers,
    of_chain,
    other_articles,
    page_furniture,
    person_name,
    pinyin_apostrophe,
    pinyin_word,
    repeated_opening,
    repeated_segment,
    sentence_start,
    serial_comma,
    site_name,
    source_furniture,
    source_script,
    space_before_punctuation,
    spelling,
    spelling_variety,
    stacked_titles,
    strung_sentence,
    term_variants,
    title_order,
    unbalanced_brackets,
    unbalanced_quotes,
    unchanged,
    unit,
    unsourced_name,
    web_addresses,
)
from review.checks import rules as style
from review.checks.base import AnyCheck, ArticleCheck, Check, Example, looked, run
from review.checks.project import Project
from review.checks.reading.remembered import Recent, together
from review.checks.rules import RuleSet
from review.types import Flags, Pair

MODULES: tuple[AnyCheck, ...] = (
    source_script.CHECK,
    pinyin_word.CHECK,
    foreign_sentence.CHECK,
    copied_words.CHECK,
    unchanged.CHECK,
    page_furniture.CHECK,
    source_furniture.CHECK,
    site_name.CHECK,
    missing_sentence.CHECK,
    extra_sentence.CHECK,
    missing_clause.CHECK,
    extra_clause.CHECK,
    numbers.CHECK,
    person_name.CHECK,
    misspelt_name.CHECK,
    unsourced_name.CHECK,
    name_variants.CHECK,
    established_name.CHECK,
    pinyin_apostrophe.CHECK,
    meetings_and_plans.CHECK,
    literal_idiom.CHECK,
    title_order.CHECK,
    date.CHECK,
    unit.CHECK,
    negation.CHECK,
    modality.CHECK,
    no_other_translation.CHECK,
    web_addresses.CHECK,
    leaked_markup.CHECK,
    mojibake.CHECK,
    doubled_word.CHECK,
    doubled_phrase.CHECK,
    joined_to_itself.CHECK,
    spelling.CHECK,
    long_sentence.CHECK,
    comma_splice.CHECK,
    missing_subject.CHECK,
    loose_phrase.CHECK,
    strung_sentence.CHECK,
    repeated_opening.CHECK,
    stacked_titles.CHECK,
    of_chain.CHECK,
    noun_plague.CHECK,
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
    other_articles.CHECK,
    glossary_terms.CHECK,
    spelling_variety.CHECK,
    date_form.CHECK,
    serial_comma.CHECK,
    number_form.CHECK,
    heading_case.CHECK,
    acronyms.CHECK,
)
"""The checks that are a module each."""
CHECKS: tuple[AnyCheck, ...] = (*MODULES, *style.CHECKS)
PAIRWISE = tuple(check for check in MODULES if isinstance(check, Check) and check.on)
REMEMBERED_IDS = frozenset(check.id for check in PAIRWISE)
PROJECTS = 8  # whose checks are kept at hand
REMEMBERED = 8192
"""Pairs whose findings are kept, so that a correction costs one pair and not the article."""
RULE_SETS = 2  # by which findings are kept: the one in use, and the one before it was changed


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
    own = {check.id: check for check in _bound(project)}
    return tuple(check for each in MODULES if (check := own.get(each.id, each)).on)


def _bound(project: Project) -> tuple[AnyCheck, ...]:
    """The checks that a project decides on, bound to one."""
    return glossary_terms.check(project.glossary), *(make(project.style) for make in STYLED)


BY_PROJECT = frozenset(check.id for check in _bound(Project()))
"""The checks that go by a project's own glossary or style sheet: what they did elsewhere says nothing of them here."""


def flag(
    pairs: Sequence[Pair],
    project: Project | None = None,
    more: Sequence[AnyCheck] = (),
    rules: RuleSet = style.SHIPPED,
) -> Flags:
    """What the checks that are on, `more`, and the rules find; pairs of one `doc` are an article, in order."""
    checks = (*checks_of(project or Project()), *more)
    return run(checks, pairs, _with_own(checks, pairs, _recent(rules).of(pairs)))


def flag_each(
    groups: Sequence[Sequence[Pair]],
    project: Project | None = None,
    more: Sequence[AnyCheck] = (),
    rules: RuleSet = style.SHIPPED,
) -> list[Flags]:
    """What `flag` says of each of some groups, all looked at together; nothing of it is kept."""
    checks = (*checks_of(project or Project()), *more)
    pairs = [pair for group in groups for pair in group]
    seen = iter(_with_own(checks, pairs, _look(pairs, rules=rules)))
    return [run(checks, group, list(islice(seen, len(group)))) for group in groups]


@lru_cache(RULE_SETS)
def _recent(rules: RuleSet) -> Recent[Pair, Flags]:
    return Recent(partial(_look, rules=rules), REMEMBERED)


def _look(pairs: Sequence[Pair], *, rules: RuleSet) -> list[Flags]:
    """What the checks and the rules say of each pair, both of the same pairs while what is read in them is at hand."""
    return [flags for some in together(pairs) for flags in _joined(looked(PAIRWISE, some), rules.looked(some))]


def _with_own(checks: Sequence[AnyCheck], pairs: Sequence[Pair], seen: Sequence[Flags]) -> Sequence[Flags]:
    """What was seen, with what those of the checks say whose answers are not kept."""
    own = [check for check in checks if isinstance(check, Check) and check.id not in REMEMBERED_IDS]
    return _joined(seen, looked(own, pairs)) if own else seen


def _joined(some: Sequence[Flags], others: Sequence[Flags]) -> list[Flags]:
    return [
        Flags(one.findings + other.findings, one.failures + other.failures)
        for one, other in zip(some, others, strict=True)
    ]


__all__ = [
    "BY_PROJECT",
    "CHECKS",
    "MODULES",
    "AnyCheck",
    "ArticleCheck",
    "Check",
    "Example",
    "Project",
    "RuleSet",
    "checks_of",
    "flag",
    "flag_each",
    "run",
]
