"""Beads that a reviewer has fixed come out as they are, and what lies beyond their neighbours stays as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import settings as within
from hypothesis import strategies as st

from review.align.align import align
from review.texts.segment import lines
from review.types import Bead, Text
from tests.gate.beads import samples

SAMPLE = samples()[0]
SOURCE, TARGET = SAMPLE.text(0), SAMPLE.text(1)
FREE = align(SOURCE, TARGET)


def plain(beads: tuple[Bead, ...]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(bead.source, bead.target) for bead in beads]


def joined(beads: tuple[Bead, ...]) -> Bead:
    return Bead(
        tuple(index for bead in beads for index in bead.source), tuple(index for bead in beads for index in bead.target)
    )


@given(st.integers(1, len(FREE) - 3))
@within(max_examples=12)
def test_a_fixed_bead_changes_only_what_lies_between_its_neighbours(at: int) -> None:
    """Two beads become one; those beside them are free, and all others are fixed."""
    fixed = joined(FREE[at : at + 2])
    anchors = (*FREE[: at - 1], *([fixed] if fixed.source and fixed.target else []), *FREE[at + 3 :])
    found = plain(align(SOURCE, TARGET, anchors=anchors))
    assert not (fixed.source and fixed.target) or (fixed.source, fixed.target) in found
    assert set(plain(FREE[: at - 1] + FREE[at + 3 :])) <= set(found)


def test_all_beads_fixed_are_all_beads() -> None:
    assert plain(align(SOURCE, TARGET, anchors=FREE)) == plain(FREE)


def text(*sentences: str, lang: str) -> Text:
    return lines("".join(f"{sentence}\n" for sentence in sentences), lang)


THREE = text("Eins 1.", "Zwei 2.", "", "Drei 3.", lang="de"), text("One 1.", "Two 2.", "Three 3.", lang="en")


@pytest.mark.parametrize(
    ("anchors", "expected"),
    [
        pytest.param([], [((0,), (0,)), ((1,), (1,)), ((2,), ()), ((3,), (2,))], id="none"),
        pytest.param([Bead((0,), (0, 1))], [((0,), (0, 1)), ((1, 2, 3), (2,))], id="one takes what was another's"),
        pytest.param(
            [Bead((1,), ()), Bead((), (1,))],
            [((0,), (0,)), ((1,), ()), ((2,), ()), ((), (1,)), ((3,), (2,))],
            id="a pair that is none",
        ),
        pytest.param([Bead((1, 2, 3), (1, 2))], [((0,), (0,)), ((1, 2, 3), (1, 2))], id="over a blank line"),
    ],
)
def test_anchors_hold(anchors: list[Bead], expected: list[tuple[tuple[int, ...], tuple[int, ...]]]) -> None:
    assert sorted(plain(align(*THREE, anchors=anchors))) == sorted(expected)


@pytest.mark.parametrize(
    ("anchors", "said"),
    [
        ([Bead((0,), (0,)), Bead((0, 1), (1,))], "anchor .*behind the anchor before it"),
        ([Bead((0,), (1,)), Bead((1,), (0,))], "anchor .*behind the anchor before it"),
        ([Bead((0, 3), (0,))], "anchor .*stand together"),
        ([Bead((9,), (0,))], "anchor .*stand together"),
        ([Bead((2,), (0,))], "anchor .*not blank"),
    ],
)
def test_impossible_anchors_are_refused(anchors: list[Bead], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        align(*THREE, anchors=anchors)
