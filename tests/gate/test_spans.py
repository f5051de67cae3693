"""Floors under where the findings lie, on wmt23 with two other translations beside each."""

from __future__ import annotations

from functools import cache

import pytest

from tests.gate.rated import corpus, flagged, is_here, scorer

NAME = "wmt23_zhen"
FLOORS = {"flag_P_half": 0.67, "char_MCC_union": 0.19}
ABOVE_CHANCE = 0.11  # marks that touch an error, beyond those that would anywhere
MOST = 20.0  # marks in 1,000 words

pytestmark = pytest.mark.skipif(not is_here(), reason="the rated translations are not here")


@cache
def figures() -> dict[str, float]:
    """The scorer's figures of spans."""
    scoring, total = scorer(), scorer().defaultdict(float)
    for each in corpus(NAME):
        segment = scoring.gold_segment(each.gold)
        flags = [
            {"start": found.span.start, "end": found.span.end, "side": found.side, "category": found.category}
            for found in flagged(NAME)[each.pair.id]
        ]
        scoring.attach(segment, {"flags": flags}, 0.0, [])
        scoring.add(total, scoring.count_segment(segment, 1))
    found: dict[str, float] = scoring.span_report(total)
    return found


def test_marks_lie_in_errors() -> None:
    assert {name: figures()[name] for name, floor in FLOORS.items() if figures()[name] < floor} == {}
    assert figures()["flag_P_touch"] - figures()["flag_P_chance"] >= ABOVE_CHANCE


def test_marks_are_few() -> None:
    assert figures()["flags_per_1000_words"] <= MOST
