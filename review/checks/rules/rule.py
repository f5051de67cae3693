"""A rule: what to mark, why, and what to write instead, as data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from review.checks.base import Check, Example
from review.checks.rules.needed import Way, literals, needed_words
from review.checks.rules.pattern import compiled
from review.checks.rules.rewrite import rewritten, suits_article
from review.mqm import category
from review.types import Mark, Pair, Severity, Side, Span

SLOW = 0.25
"""Seconds after which a pattern is given up on a pair; ours take microseconds."""
PRIOR = 0.5
"""How likely a mark is an error before anything was measured."""
LIKELY: dict[Severity, float] = {"neutral": 0.3, "minor": 0.5, "major": 0.7, "critical": 0.9}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A pattern over one side of a pair, with its reason in one plain sentence, and the name that a reader knows it by.

    `when` has to be found on the other side, and `unless` must not be; both are regular expressions, "" for none.
    `rewrite` is what may stand instead (see `rewrite.py`), None where that depends on the sentence. `advice` names who
    advises so. `score` is how likely a mark is an error, 0 to 1. A rule that is not `on` is kept but not run; one that
    is not `lone` keeps silent where no other rule finds anything in the pair.
    """

    id: str
    name: str
    subject: str
    pattern: str
    reason: str
    rewrite: str | None = None
    when: str = ""
    unless: str = ""
    side: Side = "target"
    case: bool = False
    category: str = "style/unnatural or awkward"
    severity: Severity = "neutral"
    score: float = PRIOR
    advice: str = ""
    source_langs: tuple[str, ...] = ()
    target_langs: tuple[str, ...] = ("en",)
    examples: tuple[Example, ...] = ()
    version: int = 1
    on: bool = True
    lone: bool = True

    @property
    def ways(self) -> tuple[Way, ...]:
        """The ways in which a target that the rule marks can hold its words: all sets of one, a word of each."""
        return needed_words(self.pattern) if self.side == "target" else ((),)

    @property
    def hints(self) -> tuple[str, ...]:
        """Texts of which the other side must hold one; () where that cannot be told without looking."""
        return literals(self.when)

    def find(self, pair: Pair) -> Iterator[Mark]:
        """What the rule marks in a pair. Raises TimeoutError where that takes longer than SLOW."""
        matches = compiled(self.pattern, case=self.case).finditer(pair.text(self.side), timeout=SLOW)
        for number, match in enumerate(matches):
            if not number and not self._applies(pair):
                return
            if match.group().strip():
                yield self._mark(match)

    def check(self) -> Check:
        """The rule as a check of its own."""
        return Check(
            id=self.id,
            name=self.name,
            description=self.reason,
            category=self.category,
            its=category(self.category).its,
            severity=self.severity,
            score=self.score,
            version=self.version,
            find=self.find,
            source_langs=self.source_langs,
            target_langs=self.target_langs,
            examples=self.examples,
        )

    def _applies(self, pair: Pair) -> bool:
        """Whether the other side is as the rule asks."""
        other = pair.text("source" if self.side == "target" else "target")
        if self.when and not _condition(self.when).search(other, timeout=SLOW):
            return False
        return not (self.unless and _condition(self.unless).search(other, timeout=SLOW))

    def _mark(self, match: regex.Match[str]) -> Mark:
        text = "" if self.rewrite is None else rewritten(self.rewrite, match)
        offered = self.rewrite is not None and text != match.group() and suits_article(text, match)
        return Mark(Span(*match.span()), self.reason, side=self.side, fixes=(text,) if offered else ())


def _condition(pattern: str) -> regex.Pattern[str]:
    return compiled(pattern)
