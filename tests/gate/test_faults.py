"""Floors for faults put into clean segments, and for clean segments as they are, where that data is at hand."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from review.checks import date, extra_clause, missing_clause, modality, negation, numbers, unit
from review.checks.base import Check, looked
from review.types import Pair
from tests.gate.measured import MEASURED, Rate

FLAGS = MEASURED / "bench" / "flags"
INJECTED = FLAGS / "injected_zhen.jsonl.gz"
RATED = (
    "wmt23_zhen",
    "ted_zhen",
    "news21_zhen",
    "bio_zhen",
    "bio_deen",
    "bio_esen",
    "bio_fren",
    "bio_ruen",
    "ted_ende",
)
VALUES = (numbers.CHECK, date.CHECK, unit.CHECK)
POLARITY = (negation.CHECK, modality.CHECK)
CLAUSES = (missing_clause.CHECK, extra_clause.CHECK)

pytestmark = pytest.mark.skipif(not INJECTED.exists(), reason="the rated segments are not here")


@cache
def rows(path: Path) -> tuple[dict[str, object], ...]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return tuple(json.loads(line) for line in lines)


def pair(row: dict[str, object]) -> Pair:
    source, _, target = str(row["lp"]).partition("-")
    return Pair(str(row["id"]), str(row["source"]), str(row["target"]), source, target)


def flagged(chosen: Iterator[dict[str, object]], checks: tuple[Check, ...]) -> Rate:
    """How many of the rows any of the checks marks."""
    hits = [bool(flags.findings) for flags in looked(checks, [pair(row) for row in chosen])]
    return Rate(sum(hits), len(hits))


def injected(kind: str | None) -> Iterator[dict[str, object]]:
    return (row for row in rows(INJECTED) if row["kind"] == kind)


def clean(corpus: str) -> Iterator[dict[str, object]]:
    for row in rows(FLAGS / f"{corpus}.jsonl.gz"):
        ratings = row["ratings"]
        assert isinstance(ratings, list)
        if not any(error["penalty"] > 0 for rating in ratings for error in rating["errors"]):
            yield row


@pytest.mark.parametrize(
    ("kind", "checks", "floor"),
    [
        ("number", VALUES, 0.99),
        ("magnitude", VALUES, 0.99),
        ("negation", POLARITY, 0.90),
        ("omission", (*CLAUSES, *POLARITY, *VALUES), 0.62),
        ("addition", CLAUSES, 0.90),
    ],
)
def test_faults_that_were_put_in_are_found(kind: str, checks: tuple[Check, ...], floor: float) -> None:
    assert flagged(injected(kind), checks).share >= floor


@pytest.mark.parametrize(("checks", "ceiling"), [(VALUES, 0.003), (POLARITY, 0.007), (CLAUSES, 0.011)])
def test_clean_segments_are_left_alone(checks: tuple[Check, ...], ceiling: float) -> None:
    assert flagged(injected(None), checks).share <= ceiling


@pytest.mark.parametrize("corpus", RATED)
def test_segments_without_any_error_are_left_alone(corpus: str) -> None:
    assert flagged(clean(corpus), VALUES).share <= 0.01
    assert flagged(clean(corpus), POLARITY).share <= 0.007
