"""How much a finding says of a major error beyond the signals: run `python -m tests.gate.raised`.

By MQM category and severity, over the rated corpora: how many segments have such findings, their mean score, how many
of those segments hold a major error, how many were expected to by their signals, and the share of the remaining doubt
that the difference takes away. Expected shares are by weights that did not see the segments, moved on the log-odds
scale until a corpus's mean is right. Findings that never raise a score are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import click
import numpy as np

from review.rank.findings import SIGNALLED
from review.types import Finding
from tests.gate.columns import columns_for, table
from tests.gate.order import ROUNDS, unseen
from tests.gate.rated import CORPORA, Floats, corpus, flagged

LEAST = 20  # segments from which a row is printed


@dataclass(frozen=True, slots=True)
class Marked:
    """A segment with findings of one kind: the highest of their scores, the share expected, and what was found."""

    score: float
    expected: float
    major: bool


@dataclass(frozen=True, slots=True)
class Kind:
    """Findings of one kind over all segments that have them."""

    name: str
    marked: tuple[Marked, ...]

    @property
    def expected(self) -> float:
        return float(np.mean([each.expected for each in self.marked]))

    @property
    def observed(self) -> float:
        return float(np.mean([each.major for each in self.marked]))

    @property
    def taken(self) -> float:
        """The share of the doubt that is taken away; below 0 where the findings speak for the segment."""
        return 1.0 - (1.0 - self.observed) / (1.0 - self.expected)


@cache
def expected(name: str) -> Floats:
    """By segment the chance of a major error that its signals give, with the right mean over the corpus."""
    sums = unseen(table().only(columns_for(beside=False)), name)
    share, shift = np.mean([each.major > 0.5 for each in corpus(name)]), 0.0
    for _ in range(ROUNDS):
        chances = 1 / (1 + np.exp(-sums - shift))
        shift += (share - chances.mean()) / (chances * (1 - chances)).mean()
    return np.asarray(1 / (1 + np.exp(-sums - shift)))


def kinds(*, by_check: bool) -> Iterator[Kind]:
    """The kinds of findings, the commonest first."""
    marked: dict[str, list[Marked]] = {}
    for name in CORPORA:
        found = flagged(name)
        for each, chance in zip(corpus(name), expected(name), strict=True):
            for kind, score in _scores(found[each.pair.id], by_check=by_check).items():
                marked.setdefault(kind, []).append(Marked(score, float(chance), each.major > 0.5))
    for kind, those in sorted(marked.items(), key=lambda of: -len(of[1])):
        yield Kind(kind, tuple(those))


def _scores(findings: tuple[Finding, ...], *, by_check: bool) -> dict[str, float]:
    scores: dict[str, float] = {}
    for each in (each for each in findings if each.check not in SIGNALLED):
        kind = f"{each.check if by_check else each.category.partition('/')[0]} | {each.severity}"
        scores[kind] = max(each.score, scores.get(kind, 0.0))
    return scores


@click.command()
@click.option("--by-check", is_flag=True, help="A row for each check instead of each category.")
def main(by_check: bool) -> None:
    click.echo("| kind | severity | segments | mean score | expected | observed | doubt taken away |")
    for kind in kinds(by_check=by_check):
        if len(kind.marked) >= LEAST:
            score = np.mean([each.score for each in kind.marked])
            told = f"{score:.2f} | {kind.expected:.2f} | {kind.observed:.2f} | {kind.taken:+.2f}"
            click.echo(f"| {kind.name} | {len(kind.marked)} | {told} |")


if __name__ == "__main__":
    main()
