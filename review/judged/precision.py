"""How often a check was right: by reviewers' decisions, and before there are any, by ratings of other translations."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from review.diff import edits, place_after
from review.history import dismissed_patterns
from review.judgements import Correction, Judgement, PairState, Review
from review.proportion import wilson
from review.types import Finding, Flags

BROAD = 80
"""Code points of a mark from which on a change within it need not be about what it says."""
PRIORS = "precision.json"
FEW = 10
"""Findings below which their share of right ones says nothing of a check."""
REMEMBERED = 2048
"""Tallies of checks whose words are kept at hand."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of how many findings were right."""

    right: int = 0
    total: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.total + other.total)

    @property
    def share(self) -> float:
        return self.right / self.total if self.total else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % interval of the share (Wilson's); (0, 1) where nothing was counted."""
        return wilson(self.right, self.total)

    def __str__(self) -> str:
        low, high = (round(100 * bound) for bound in self.interval)
        return f"{self.right} of {self.total} ({low}–{high} %)"


@dataclass(frozen=True, slots=True)
class Prior:
    """What a version of a check did on rated translations: marks that touch an error that a rater marked.

    `chance` is the share of marks of the same lengths that would touch one wherever they lay.
    """

    version: int
    tally: Tally
    chance: float

    @property
    def informs(self) -> bool:
        """Whether there are FEW cases at least, and chance lies outside the interval of those that were right."""
        low, high = self.tally.interval
        return self.tally.total >= FEW and not low <= self.chance <= high

    def __str__(self) -> str:
        return f"{self.tally}; by chance {self.chance:.0%}"


@cache
def priors() -> Mapping[str, Prior]:
    """By check, what was measured before the first reviewer; made by `python -m tests.gate.checks`."""
    rows = json.loads(files("review.judged").joinpath(PRIORS).read_text(encoding="utf-8"))
    return {
        check: Prior(row["version"], Tally(row["right"], row["marks"]), row["chance"]) for check, row in rows.items()
    }


def decided(review: Review, judgements: Iterable[Judgement], flags: Flags) -> dict[str, Tally]:
    """By check, the findings of an article that reviewers decided: accepted, corrected or marked as an error is right,
    dismissed is not.

    `flags` are those of the machine's own texts. A wide dismissal counts once, in the article where it was said.
    A mark longer than BROAD counts only where its fix was accepted or the finding dismissed.
    """
    counted: dict[str, Tally] = {}
    wide = dismissed_patterns(judgements)
    for name in (*wide, *(key for state in review for key in state.dismissed)):
        _count(counted, name, right=False)
    judged = {state.pair.id: state for state in review if state.changed or state.marks}
    for key in (key for state in judged.values() if state.changed for key in _accepted(state)):
        _count(counted, key, right=True)
    for finding in flags.findings:
        state = judged.get(finding.pair)
        known = state and (finding.key in state.dismissed | _accepted(state) or finding.pattern in wide)
        if state and not known and (_is_marked(state, finding) or _is_corrected(state, finding)):
            _count(counted, finding.key, right=True)
    return counted


def pooled(tallies: Iterable[Mapping[str, Tally]]) -> dict[str, Tally]:
    """The tallies of several articles as one."""
    total: dict[str, Tally] = {}
    for each in tallies:
        for check, tally in each.items():
            total[check] = total[check] + tally if check in total else tally
    return total


def told(check: str, reviewers: Mapping[str, Tally], *, rated: bool = True) -> tuple[str, ...]:
    """The track record of a check in plain words, as far as it says something: reviewers' decisions from FEW cases on,
    and, where the check goes by nothing that is the project's own (`rated`), ratings that chance does not explain.
    """
    return _told(check, reviewers.get(check, Tally()), rated)


@lru_cache(REMEMBERED)
def _told(check: str, tally: Tally, rated: bool) -> tuple[str, ...]:
    prior = priors().get(check) if rated else None
    decided_here = (f"Right in {tally.right} of {tally.total} decided here",) if tally.total >= FEW else ()
    return (*decided_here, *((_rated(prior),) if prior and prior.informs else ()))


def _rated(prior: Prior) -> str:
    by_chance = round(prior.chance * prior.tally.total)
    return f"Right in {prior.tally.right} of {prior.tally.total} rated cases, {by_chance} by chance"


def _count(counted: dict[str, Tally], name: str, *, right: bool) -> None:
    check = name.partition("|")[0]
    counted[check] = counted.get(check, Tally()) + Tally(int(right), 1)


def _accepted(state: PairState) -> frozenset[str]:
    values = (judgement.value for judgement in state.corrections)
    return frozenset(value.accepted for value in values if isinstance(value, Correction) and value.accepted)


def _is_corrected(state: PairState, finding: Finding) -> bool:
    """Whether what a finding on the target quotes stands no longer."""
    if finding.side == "source" or not 0 < len(finding.span) <= BROAD:
        return False
    return place_after(finding.span, edits(state.pair.target, state.text)) is None


def _is_marked(state: PairState, finding: Finding) -> bool:
    """Whether a reviewer marked an error exactly where a finding on the machine's text is."""
    return any(
        (error.side, error.span) == (finding.side, finding.span) and state.is_of_machine(mark)
        for mark, error in zip(state.marks, state.errors, strict=True)
    )
