"""How far any order of reading could go on wmt23: run `python -m tests.gate.ceiling`.

Most of its segments have one rater, who is one of eight with habits of their own. Where four or more rated a segment,
the mean of the others is set as a score against each rater in turn, beside the order of reading; then the order
against the mean of all. Last, the order on all segments as it would be if it knew how severe each rater is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import click
import numpy as np

from review.checks.risk.model import model
from tests.gate.columns import columns_for, table
from tests.gate.order import SHOWN, unseen
from tests.gate.rated import Floats, Rated, corpus, report

NAME = "wmt23_zhen"
RATERS = 4


def against_one(rated: Sequence[Rated], sums: Floats, turn: int) -> tuple[dict[str, float], dict[str, float]]:
    """The figures of the other raters' mean and of the order, where the rater of that turn alone is right."""
    alone = [_by(each, [each.gold["ratings"][turn]]) for each in rated]
    others = [
        np.mean([rating["score"] for place, rating in enumerate(each.gold["ratings"]) if place != turn])
        for each in rated
    ]
    return report(alone, np.array(others)), report(alone, sums)


def _by(each: Rated, ratings: list[dict[str, Any]]) -> Rated:
    return replace(each, gold={**each.gold, "ratings": ratings, "mqm": np.mean([one["score"] for one in ratings])})


def severities(rated: Sequence[Rated], expected: Floats) -> Mapping[str, float]:
    """By rater the points given, as a multiple of those that are expected of the segments."""
    given: dict[str, float] = defaultdict(float)
    due: dict[str, float] = defaultdict(float)
    for each, points in zip(rated, expected, strict=True):
        for rating in each.gold["ratings"]:
            given[rating["rater"]] += rating["score"]
            due[rating["rater"]] += points
    return {rater: given[rater] / due[rater] for rater in given}


def knowing_raters(rated: Sequence[Rated], expected: Floats) -> dict[str, float]:
    """The figures of the order with the severity of each segment's raters known."""
    severe = severities(rated, expected)
    factors = [np.mean([severe[rating["rater"]] for rating in each.gold["ratings"]]) for each in rated]
    return report(rated, expected * np.array(factors))


def _mean(figures: Sequence[Mapping[str, float]]) -> dict[str, float]:
    return {name: float(np.mean([each[name] for each in figures])) for name in SHOWN}


def _row(label: str, figures: Mapping[str, float]) -> str:
    return f"| {label} | " + " | ".join(f"{figures[name]:.3f}" for name in SHOWN) + " |"


@click.command()
def main() -> None:
    rated = corpus(NAME)
    shared = np.array([len(each.gold["ratings"]) >= RATERS for each in rated])
    often = [each for each, kept in zip(rated, shared, strict=True) if kept]
    click.echo("| gold, score | " + " | ".join(SHOWN) + " |")
    for beside in (False, True):
        sums = unseen(table().only(columns_for(beside)), NAME)
        turns = [against_one(often, sums[shared], turn) for turn in range(RATERS)]
        if not beside:
            click.echo(_row("one rater, the others' mean", _mean([others for others, _ in turns])))
        label = f"the order, two alternatives: {beside}"
        click.echo(_row(f"one rater, {label}", _mean([own for _, own in turns])))
        click.echo(_row(f"mean of {RATERS} or more, {label}", report(often, sums[shared])))
        click.echo(_row(f"all, {label}", report(rated, sums)))
        start, slope = model().reading(beside=beside).points
        click.echo(_row(f"all, knowing the raters, {label}", knowing_raters(rated, np.exp(start + slope * sums))))


if __name__ == "__main__":
    main()
