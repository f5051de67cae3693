"""The rules on style and usage: each is data, in a file of its subject, and a check of its own."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path

from review.checks.base import Check
from review.checks.rules.files import RuleFile, read_rules
from review.checks.rules.rule import LIKELY, Rule
from review.checks.rules.together import RuleSet

FOLDER = Path(__file__).parent
FILES = tuple(sorted(path for path in FOLDER.glob("*.toml") if path.name != "words.toml"))
MEASURED = FOLDER / "measured.json"
"""What `python -m tests.gate.rules` measured: for each rule the hits, how many touch a rater's mark, and by chance."""
SURE = 20
"""Marks that the guess from a rule's severity weighs as much as, beside those that were measured."""

TRIED, GAIN = 10, 0.1
"""Marks, and how much more of them than by chance have to touch an error, for advice that is worth saying alone."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What a rule did on rated texts: marks, those that touch a rater's, and the share that would do so by chance."""

    hits: int = 0
    touched: int = 0
    chance: float = 0.0
    on: bool = True

    @property
    def telling(self) -> bool:
        """Whether marks enough touch an error clearly more often than by chance."""
        return self.hits >= TRIED and self.touched / self.hits >= self.chance + GAIN


def measured() -> dict[str, Measured]:
    """What was measured of each rule, by its id."""
    found = json.loads(MEASURED.read_text(encoding="utf-8")) if MEASURED.exists() else {}
    return {rule: Measured(**values) for rule, values in found.items()}


def _shipped() -> tuple[Rule, ...]:
    known = measured()
    files = (read_rules(path.read_text(encoding="utf-8"), path.name, tried=True) for path in FILES)
    return tuple(_weighed(rule, known.get(rule.id, Measured())) for file in files for rule in file.rules)


def _weighed(rule: Rule, found: Measured) -> Rule:
    """The rule with the score that was measured, leaning on its severity as far as that was little, and on or off.

    Mere advice is not lone unless it was seen to be telling: one such phrase is a choice, several are a manner.
    """
    score = (LIKELY[rule.severity] * SURE + found.touched) / (SURE + found.hits)
    return replace(
        rule, score=round(score, 3), on=rule.on and found.on, lone=rule.severity != "neutral" or found.telling
    )


RULES = _shipped()
CHECKS: tuple[Check, ...] = tuple(rule.check() for rule in RULES)
SHIPPED = RuleSet([rule for rule in RULES if rule.on])

__all__ = ["CHECKS", "FILES", "RULES", "SHIPPED", "Measured", "Rule", "RuleFile", "RuleSet", "measured", "read_rules"]
