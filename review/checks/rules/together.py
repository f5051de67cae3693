"""Rules run together: one look at the words of some pairs tells which of them can match in which."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

from review.checks.base import Check, signed
from review.checks.rules.holding import Held, Pairs, places
from review.checks.rules.needed import Way, is_telling
from review.checks.rules.rule import Rule
from review.types import Failure, Finding, Flags, Pair, Side

PATIENCE = 3
"""Pairs on which a rule may run out of time before it is no longer tried."""
_OTHER: dict[Side, Side] = {"source": "target", "target": "source"}


class RuleSet:
    """Rules that are run over pairs in one pass; compared by identity, so that answers may be remembered by it.

    `digest` is the same for the same rules. A rule is looked up by the rarest words of each of its ways; a way that no
    word speaks for stands under the empty one.
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = tuple(rules)
        self.checks: tuple[Check, ...] = tuple(rule.check() for rule in self.rules)
        self.digest = hashlib.sha256(repr(self.rules).encode("utf-8", "surrogatepass")).hexdigest()
        self._shy = frozenset(rule.id for rule in self.rules if not rule.lone)
        self._slow = [0] * len(self.rules)
        self._hints = tuple((_OTHER[rule.side], rule.hints) for rule in self.rules)

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

    def looked(self, pairs: Sequence[Pair]) -> list[Flags]:
        """What the rules find in each pair; of nested findings the longest. One that fails leaves a Failure.

        What is no more than advice is said only where something else is found.
        """
        return [self._told(flags) for flags in self._every(pairs)]

    def look(self, pair: Pair) -> Flags:
        """What the rules find in one pair."""
        return self.looked([pair])[0]

    def every(self, pair: Pair) -> Flags:
        """What the rules find in one pair, rule by rule."""
        return self._every([pair])[0]

    def _told(self, found: Flags) -> Flags:
        findings = _outermost(found.findings) if found.findings else []
        alone = len(findings) == 1 and findings[0].check in self._shy
        return Flags(() if alone else tuple(findings), found.failures)

    def _every(self, pairs: Sequence[Pair]) -> list[Flags]:
        found: list[tuple[list[Finding], list[Failure]]] = [([], []) for _ in pairs]
        for number, those in self._candidates(pairs):
            for place in places(those):
                self._try(number, pairs[place], *found[place])
        return [Flags(tuple(findings), tuple(failures)) for findings, failures in found]

    def _try(self, number: int, pair: Pair, findings: list[Finding], failures: list[Failure]) -> None:
        check = self.checks[number]
        if not check.reads(pair):
            return
        try:
            if self._slow[number] >= PATIENCE:
                raise TimeoutError(f"the pattern ran out of time on {PATIENCE} pairs and is not tried again")
            findings.extend(signed(check, pair, check.find(pair)))
        except TimeoutError as error:
            self._slow[number] += self._slow[number] < PATIENCE
            failures.append(Failure(check.id, pair.id, f"TimeoutError: {error}"))

    def _candidates(self, pairs: Sequence[Pair]) -> Iterator[tuple[int, Pairs]]:
        """The numbers of the rules that may match, in their order, each with the pairs where it may."""
        held, found = Held(pairs), [0] * len(self.rules)
        for word in ("", *(self._by_word.keys() & held.by_word)):
            those = held.by_word.get(word, held.all)
            for number, others in self._by_word.get(word, ()):
                left = those
                for words in others:
                    left &= held.words(words)
                    if not left:
                        break
                found[number] |= left
        for number, those in enumerate(found):
            side, hints = self._hints[number]
            if those and hints:
                those = held.texts(those, side, hints)
            if those:
                yield number, those


def _outermost(findings: Sequence[Finding]) -> list[Finding]:
    """The findings that lie in no longer one; of two on the same place the first."""
    kept: list[Finding] = []
    for finding in sorted(
        findings, key=lambda finding: (finding.side == "source", finding.span.start, -finding.span.end)
    ):
        if not kept or kept[-1].side != finding.side or finding.span.end > kept[-1].span.end:
            kept.append(finding)
    return kept
