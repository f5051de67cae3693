"""Rules run together: one look at the words of a text tells which of them can match at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from review.checks.base import Check, signed
from review.checks.rules.needed import LETTERS
from review.checks.rules.rule import Rule
from review.types import Failure, Finding, Flags, Pair

PATIENCE = 3
"""Pairs on which a rule may run out of time before it is no longer tried."""


class RuleSet:
    """Rules that are run over a pair in one pass; compared by identity, so that answers may be remembered by it."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = tuple(rules)
        self.checks: tuple[Check, ...] = tuple(rule.check() for rule in self.rules)
        self._slow = [0] * len(self.rules)
        by_word: defaultdict[str, list[int]] = defaultdict(list)
        always = []
        for number, rule in enumerate(self.rules):
            for word in rule.words:
                by_word[word].append(number)
            if not rule.words:
                always.append((number, rule.side, rule.hints))
        self._by_word, self._always = dict(by_word), tuple(always)

    def look(self, pair: Pair) -> Flags:
        """What the rules find; of findings inside one another the longest. One that fails leaves a Failure."""
        found = self.every(pair)
        return Flags(tuple(_outermost(found.findings)), found.failures)

    def every(self, pair: Pair) -> Flags:
        """What the rules find, rule by rule."""
        findings: list[Finding] = []
        failures: list[Failure] = []
        for number in self._candidates(pair):
            check = self.checks[number]
            if not check.reads(pair):
                continue
            try:
                if self._slow[number] >= PATIENCE:
                    raise TimeoutError(f"the pattern ran out of time on {PATIENCE} pairs and is not tried again")
                findings.extend(signed(check, pair, check.find(pair)))
            except TimeoutError as error:
                self._slow[number] += self._slow[number] < PATIENCE
                failures.append(Failure(check.id, pair.id, f"TimeoutError: {error}"))
        return Flags(tuple(findings), tuple(failures))

    def _candidates(self, pair: Pair) -> list[int]:
        """The numbers of the rules that may match, in their order."""
        seen = self._by_word.keys() & LETTERS.findall(pair.target.lower())
        return sorted({*self._hinted(pair), *(number for word in seen for number in self._by_word[word])})

    def _hinted(self, pair: Pair) -> Iterator[int]:
        """The numbers of the rules that no word speaks for, as far as the other side allows them."""
        for number, side, hints in self._always:
            other = pair.source if side == "target" else pair.target
            if not hints or any(hint in other for hint in hints):
                yield number


def _outermost(findings: Sequence[Finding]) -> list[Finding]:
    """The findings that lie in no longer one; of two on the same place the first."""
    kept: list[Finding] = []
    for finding in sorted(findings, key=lambda finding: (finding.side, finding.span.start, -finding.span.end)):
        if not kept or kept[-1].side != finding.side or finding.span.end > kept[-1].span.end:
            kept.append(finding)
    return kept
