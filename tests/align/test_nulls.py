"""Unaligned segments cost what they are worth: the less, the more of them a text has."""

from __future__ import annotations

from math import log

import pytest

from review.align.nulls import BELIEVED, MOST_OFTEN, USUAL, often
from review.align.programme import Chain


def chain(shape: str) -> Chain:
    """A chain of one-to-one beads (b), and of source (s) and target (t) segments that stand alone."""
    rows, i, j = [], 0, 0
    for letter in shape:
        rows.append((i, i + (letter != "t"), j, j + (letter != "s")))
        _, i, _, j = rows[-1]
    return tuple(rows)


@pytest.mark.parametrize(
    ("shape", "runs"),
    [
        ("b" * 40 + "s" + "b" * 9, 1),
        ("b" * 42 + "sst" + "bb" + "tt" + "bbb", 2),
        ("s" + "b" * 45 + "tbt", 3),
        ("s" * 9 + "b" * 40 + "s", 1),
    ],
    ids=["one", "a run counts once", "at the ends too", "a block is not counted"],
)
def test_runs_beyond_the_usual_share_make_nulls_cheaper(shape: str, runs: int) -> None:
    beads = shape.count("b")
    share = (runs + BELIEVED * USUAL) / (beads + runs + BELIEVED)
    assert often(chain(shape)) == max(0.0, log(share / USUAL))


@pytest.mark.parametrize(
    ("shape", "nats"), [("", 0.0), ("b" * 100, 0.0), ("b" * 400 + "s", 0.0), ("bs" * 500, MOST_OFTEN)]
)
def test_nulls_are_never_dearer_nor_free(shape: str, nats: float) -> None:
    assert often(chain(shape)) == nats
