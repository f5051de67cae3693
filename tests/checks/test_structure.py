from __future__ import annotations

import re
import tomllib
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest

import review.checks
from review.checks import CHECKS, MODULES
from review.checks.base import AnyCheck
from review.checks.document import markdown
from review.checks.rules import FILES

FOLDER = Path(review.checks.__file__).parent
SUPPORT = {"__init__", "base", "document"}
ROOT = Path(__file__).parents[2]
CATEGORIES = {
    "accuracy/mistranslation",
    "accuracy/source language fragment",
    "accuracy/addition",
    "accuracy/omission",
    "fluency/grammar",
    "fluency/spelling",
    "fluency/punctuation",
    "fluency/character encoding",
    "fluency/inconsistency",
    "terminology/inconsistent",
    "terminology/inappropriate for context",
    "locale convention/date",
    "locale convention/number",
    "locale convention/name format",
    "style/bad sentence structure",
    "style/unnatural or awkward",
    "source issue",
    "other/page furniture",
}
ITS_TYPES = """terminology mistranslation omission untranslated addition duplication inconsistency grammar legal
register locale-specific-content locale-violation style characters misspelling typographical formatting
inconsistent-entities numbers markup pattern-problem whitespace internationalization length non-conformance
uncategorized other"""


LONGEST_NAME = 40
"""Characters; what takes more is a reason."""
WORDS = range(2, 7)


def test_every_file_is_a_check_in_the_tuple() -> None:
    files = {path.stem for path in FOLDER.glob("*.py")} - SUPPORT
    modules = [import_module(f"review.checks.{name}") for name in sorted(files)]
    assert {module.CHECK.id for module in modules} == {check.id for check in MODULES}
    assert {check.id.replace("-", "_") for check in MODULES} == files
    assert len(MODULES) == len(files)
    assert len({check.id for check in CHECKS}) == len(CHECKS)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_a_check_states_itself_in_the_terms_of_the_field(check: AnyCheck) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", check.id)
    assert check.category in CATEGORIES
    assert check.its in ITS_TYPES.split()
    assert check.description.endswith(".")
    assert check.version >= 1
    assert 0.0 < check.score <= 1.0


def test_no_two_checks_have_one_name() -> None:
    names = Counter(check.name.casefold() for check in CHECKS)
    assert [name for name, times in names.items() if times > 1] == []


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_a_name_is_short_and_in_sentence_case(check: AnyCheck) -> None:
    assert len(check.name) <= LONGEST_NAME
    assert re.match(r"[“]?[A-Z]", check.name)
    assert not check.name.endswith(".")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_rule_that_ships_is_given_a_name_of_a_few_words(path: Path) -> None:
    rules = tomllib.loads(path.read_text(encoding="utf-8"))["rule"]
    assert [rule["id"] for rule in rules if len(rule.get("name", "").split()) not in WORDS] == []


@pytest.mark.parametrize("check", MODULES, ids=lambda check: check.id)
def test_a_check_says_what_it_finds_and_misses(check: AnyCheck) -> None:
    docstring = import_module(f"review.checks.{check.id.replace('-', '_')}").__doc__ or ""
    assert len(docstring) > 80


@pytest.mark.parametrize("check", MODULES, ids=lambda check: check.id)
def test_a_check_has_marked_and_clean_examples(check: AnyCheck) -> None:
    marked = [example for example in check.examples if example.marked]
    assert len(marked) >= 3
    assert len(check.examples) - len(marked) >= 3


def test_the_documentation_is_up_to_date() -> None:
    assert (ROOT / "docs" / "checks.md").read_text(encoding="utf-8") == markdown()
