"""The verbs about rules: which are in use, what they find, and what one of them would find."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from review.errors import UnreadableFile
from review.settings import rules_file, settings
from review.types import Failure, Finding, Flags, Pair

if TYPE_CHECKING:
    from review.checks import AnyCheck
    from review.checks.project import Project
    from review.checks.rules import Rule, RuleSet

NAMES_REMEMBERED = 2048
OWN_RULES = "own-rules"
"""What the failure of the user's file is called by."""


def rules(path: Path | None = None) -> RuleSet:
    """The rules on style in use: ours, and the user's own from a file, by default that of the settings.

    Raises UnreadableFile for a file that is named and missing, or that is no file of rules.
    """
    from review.checks.rules.own import rules_in_use

    if path is not None and not path.is_file():
        raise UnreadableFile(str(path), "the file itself", "no such file", "a file of rules")
    return rules_in_use(path or settings().rules)


def digest() -> str:
    """What changes whenever the rules in use do, or the reason why the user's cannot be read; and whenever the glossary
    or the style sheet does.
    """
    from review.checks.rules.own import rules_in_use

    known = settings()
    stamps = [path.stat().st_mtime_ns for path in (known.glossary, known.style) if path and path.is_file()]
    try:
        return f"{rules_in_use(known.rules).digest} {stamps}"
    except UnreadableFile as problem:
        return str(problem)


def flagged(pairs: Sequence[Pair], project: Project, more: Sequence[AnyCheck] = ()) -> Flags:
    """What all checks that are on, and `more`, say of the pairs, by the rules in use.

    A file of the user's rules that cannot be read is a failure, and ours are used without it.
    """
    from review.checks import flag

    try:
        return flag(pairs, project, more, rules())
    except UnreadableFile as problem:
        found = flag(pairs, project, more)
        failure = Failure(OWN_RULES, pairs[0].id if pairs else "", str(problem))
        return replace(found, failures=(*found.failures, failure))


def name_of(check: str) -> str:
    """What a check, a rule or a judge is called before a reader; by its id in words where that is all there is."""
    from review.checks.rules.own import OWN

    return _own_name(check) if check.startswith(OWN) else _name_of_ours(check)


def _own_name(check: str) -> str:
    from review.checks.rules.files import in_words
    from review.checks.rules.own import OWN, own_names

    try:
        names = own_names(rules_file())
    except UnreadableFile:
        names = {}
    return names.get(check) or in_words(check.removeprefix(OWN))


@lru_cache(NAMES_REMEMBERED)
def _name_of_ours(check: str) -> str:
    from review.checks import CHECKS
    from review.checks.rules.files import in_words
    from review.services.judges import NAMES

    return NAMES.get(check) or next((known.name for known in CHECKS if known.id == check), in_words(check))


def findings_of(rule: Rule, pairs: Sequence[Pair]) -> tuple[Finding, ...]:
    """What one rule marks in the pairs. Raises UnreadableFile for one that takes too long."""
    from review.checks.rules import RuleSet

    alone = RuleSet([rule])
    seen = [alone.look(pair) for pair in pairs]
    if failures := [failure for flags in seen for failure in flags.failures]:
        raise UnreadableFile("this rule", f"pair {failures[0].pair}", failures[0].reason, "a pattern that is quick")
    return tuple(finding for flags in seen for finding in flags.findings)


def checks() -> list[dict[str, str]]:
    """What each check, and each judge that is set, is, from its id to its severity; whether it is on; its record.

    Raises UnreadableFile for a file of rules.
    """
    from review.checks import MODULES
    from review.checks.rules.own import all_rules
    from review.judged.precision import priors
    from review.services.judging import judge_checks

    columns = ("id", "name", "description", "version", "category", "its", "severity")
    listed: list[tuple[AnyCheck, bool]] = [(check, check.on) for check in (*MODULES, *judge_checks())]
    listed += [(rule.check(), rule.on) for rule in all_rules(settings().rules)]
    return [
        {column: str(getattr(check, column)) for column in columns}
        | {"on": "yes" if on else "no", "on errors": str(priors().get(check.id, ""))}
        for check, on in listed
    ]
