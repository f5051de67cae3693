"""Rules run together: one look at the words of a text tells which of them can match at all."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

from review.checks.base import Check, signed
from review.checks.reading.glance import words
from review.checks.rules.needed import LETTERS, Way, is_telling
from review.checks.rules.rule import Rule
from review.types import Failure, Finding, Flags, Pair

PATIENCE = 3
"""Pairs on which a rule may run out of time before it is no longer tried."""


class RuleSet:
    """Rules that are run over a pair in one pass; compared by identity, so that answers may be remembered by it.

    `digest` is the same for the same rules. A rule is looked up by the rarest words of each of its ways; a way that no
    word speaks for stands under the empty one.
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = tuple(rules)
        self.checks: tuple[Check, ...] = tuple(rule.check() for rule in self.rules)
        self.digest = hashlib.sha256(repr(self.rules).encode("utf-8", "surrogatepass")).hexdigest()
        self._shy = frozenset(rule.id for rule in self.rules if not rule.lone)
        self._slow = [0] * len(self.rules)
        self._hints = tuple((rule.side, rule.hints) for rule in self.rules)

    @cached_property
    def _by_word(self) -> dict[str, list[tuple[int, Way]]]:
        """By the words of their rarest sets, the ways of the rules: the number of the rule, and the other sets.

        They take a while to work out, and are first asked for by a pair.
        """
        by_word: defaultdict[str, list[tuple[int, Way]]] = defaultdict(list)
        for number, rule in enumerate(self.rules):
            for way in rule.ways:
                telling = way and is_telling(way[0])
                for word in way[0] if telling else ("",):
                    by_word[word].append((number, way[1:] if telling else way))
        return dict(by_word)

    def look(self, pair: Pair) -> Flags:
        """What the rules find; of findings inside one another the longest. One that fails leaves a Failure.

        What is no more than advice is said only where something else is found.
        """
        found = self.every(pair)
        findings = _outermost(found.findings)
        alone = len(findings) == 1 and findings[0].check in self._shy
        return Flags(() if alone else tuple(findings), found.failures)

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
        present = _latin_words(pair.target)
        found: set[int] = set()
        for word in ("", *(self._by_word.keys() & present)):
            for number, others in self._by_word.get(word, ()):
                if number not in found and not any(map(present.isdisjoint, others)):
                    found.add(number)
        return [number for number in sorted(found) if self._is_hinted(number, pair)]

    def _is_hinted(self, number: int, pair: Pair) -> bool:
        """Whether the other side holds one of the rule's hints."""
        side, hints = self._hints[number]
        other = pair.source if side == "target" else pair.target
        return not hints or any(map(other.__contains__, hints))


def _latin_words(text: str) -> frozenset[str]:
    """The words of a text as the rules need them."""
    seen = words(text)
    return seen if text.isascii() else seen.union(*(LETTERS.findall(word) for word in seen if not word.isascii()))


def _outermost(findings: Sequence[Finding]) -> list[Finding]:
    """The findings that lie in no longer one; of two on the same place the first."""
    kept: list[Finding] = []
    for finding in sorted(
        findings, key=lambda finding: (finding.side == "source", finding.span.start, -finding.span.end)
    ):
        if not kept or kept[-1].side != finding.side or finding.span.end > kept[-1].span.end:
            kept.append(finding)
    return kept
