"""What the rules are worth, where rated translations are at hand: the kept counts are those of today's rules."""

from __future__ import annotations

import gzip
import json

import pytest

from review.checks.rules import SHIPPED
from review.checks.rules import measured as kept
from review.types import Pair
from tests.gate.measured import MEASURED
from tests.gate.rules import RATED, measured, tallies

INJECTED = MEASURED / "bench" / "flags" / "injected_zhen.jsonl.gz"
needs_rated = pytest.mark.skipif(not RATED, reason="the rated translations are not here")


@needs_rated
def test_what_is_kept_is_what_is_measured() -> None:
    assert measured(tallies()) == kept()


@needs_rated
def test_clean_segments_are_left_alone() -> None:
    with gzip.open(INJECTED, "rt", encoding="utf-8") as lines:
        clean = [row for row in map(json.loads, lines) if row["kind"] is None]
    flagged = [row for row in clean if SHIPPED.look(Pair("p", row["source"], row["target"], "zh", "en")).findings]
    assert len(clean) > 600
    assert len(flagged) / len(clean) <= 0.01
