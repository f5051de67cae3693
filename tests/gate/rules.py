"""What each rule is worth on texts that people have rated: run `python -m tests.gate.rules`.

It prints, and writes to `measured.json`, how many marks a rule makes, how many of them touch an error that a rater
marked, and how many would if they lay anywhere in their segment. Texts that are no part of the project are needed.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from itertools import accumulate
from pathlib import Path
from typing import Any

from review.checks.rules import MEASURED, RULES, Measured
from review.checks.rules.rule import Rule
from review.proportion import wilson
from review.types import Pair, Span
from tests.gate.measured import MEASURED as SHARED

RATED = tuple(
    path
    for path in sorted(SHARED.glob("bench/flags/*_*en.jsonl.gz"))
    if not path.name.startswith(("anchors", "injected"))
)
"""Rated translations into English; not those with faults put in, nor other programs' scores."""
ENOUGH = 20
"""Marks from which on what was measured decides whether a rule is on; with fewer the advice does."""
FEW, DOUBTFUL = 5, 1.2816
"""Marks, and standard deviations below which nine in ten lie: so many marks, so surely below chance, decide as well."""


@dataclass(slots=True)
class Tally:
    """What was counted of a rule: marks, those that touch an error, those half in one, and the chance of each."""

    hits: int = 0
    touched: int = 0
    half: int = 0
    chances: list[float] = field(default_factory=list)

    @property
    def chance(self) -> float:
        return sum(self.chances) / max(1, self.hits)

    @property
    def share(self) -> float:
        return self.touched / max(1, self.hits)

    @property
    def useless(self) -> bool:
        """Whether the marks are no better than chance: enough were made to see it, or it is sure with fewer."""
        sure = self.hits >= FEW and wilson(self.touched, self.hits, DOUBTFUL)[1] < self.chance
        return sure or (self.hits >= ENOUGH and self.share <= self.chance)


@dataclass(frozen=True, slots=True)
class Rated:
    """A machine translation, and for each place in it how many of the places before it lie in a marked error."""

    pair: Pair
    before: tuple[int, ...]

    def within(self, span: Span) -> int:
        """How many characters of the span lie in an error."""
        return self.before[span.end] - self.before[span.start]

    def chance(self, length: int) -> float:
        """The share of spans of that length that touch an error."""
        starts = len(self.before) - length
        return sum(self.within(Span(start, start + length)) > 0 for start in range(starts)) / max(1, starts)


def rated() -> Iterator[Rated]:
    """The rated machine translations into English."""
    for path in RATED:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                if not row["human"] and row["lp"].endswith("-en"):
                    yield _rated(row)


def _rated(row: dict[str, Any]) -> Rated:
    inside = [0] * len(row["target"])
    for rating in row["ratings"]:
        for error in rating["errors"]:
            if error["side"] == "target" and error["penalty"] > 0 and error["start"] is not None:
                inside[error["start"] : error["end"]] = [1] * (error["end"] - error["start"])
    pair = Pair(row["id"], row["source"], row["target"], row["lp"].split("-")[0], "en")
    return Rated(pair, (0, *accumulate(inside)))


def tallies(rules: tuple[Rule, ...] = RULES) -> dict[str, Tally]:
    """What each rule does on the rated translations."""
    from review.checks.rules.together import RuleSet

    found = {rule.id: Tally() for rule in rules}
    together = RuleSet(rules)
    for text in rated():
        for finding in together.every(text.pair).findings:
            tally, inside = found[finding.check], text.within(finding.span)
            tally.hits += 1
            tally.touched += inside > 0
            tally.half += 2 * inside >= len(finding.span)
            tally.chances.append(text.chance(len(finding.span)))
    return found


def measured(found: dict[str, Tally]) -> dict[str, Measured]:
    """What is kept of the counts, and whether each rule is on."""
    return {
        rule: Measured(tally.hits, tally.touched, round(tally.chance, 4), on=not tally.useless)
        for rule, tally in sorted(found.items())
    }


def main() -> None:
    if not RATED:
        raise SystemExit("the rated translations are not here; expected them where MTREVIEW_MEASURED says")
    found = tallies()
    for rule in sorted(found, key=lambda rule: found[rule].chance - found[rule].share):
        tally = found[rule]
        low, high = wilson(tally.touched, tally.hits)
        print(  # noqa: T201
            f"{rule:32} {tally.hits:5} touch {tally.share:.2f} [{low:.2f}, {high:.2f}] chance {tally.chance:.2f} "
            f"half {tally.half / max(1, tally.hits):.2f}{' OFF' if tally.useless else ''}"
        )
    table = {rule: asdict(kept) for rule, kept in measured(found).items()}
    Path(MEASURED).write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
