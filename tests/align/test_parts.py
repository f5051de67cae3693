"""Long texts come out in parts as they do whole, whatever is fixed in them."""

from __future__ import annotations

from random import Random

import pytest

from review.align import parts
from review.align.align import align
from review.texts.segment import lines
from review.types import Bead, Text

LENGTH = 900
WORDS = ("river", "bridge", "school", "winter", "letter", "garden", "market", "doctor")


@pytest.fixture(autouse=True)
def short_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "LONG", 300)
    monkeypatch.setattr(parts, "PART", 250)


def numbered(lang: str, numbers: list[int], chance: Random) -> Text:
    """A sentence for each number, with words that say nothing."""
    filler = (" ".join(chance.sample(WORDS, 4)) for _ in numbers)
    return lines("".join(f"{words} {number}.\n" for number, words in zip(numbers, filler, strict=True)), lang)


SOURCE = numbered("en", list(range(1000, 1000 + LENGTH)), Random(1))
TARGET = numbered("de", list(range(1000, 1000 + LENGTH)), Random(2))
DIAGONAL = [((n,), (n,)) for n in range(LENGTH)]


def test_parts_join_to_the_whole_and_tell_how_far_they_are() -> None:
    told: list[float] = []
    beads = align(SOURCE, TARGET, progress=told.append)
    assert [(bead.source, bead.target) for bead in beads] == DIAGONAL
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert len(told) > 1


def test_a_fixed_bead_at_a_cut_holds() -> None:
    fixed = Bead(tuple(range(223, 227)), tuple(range(223, 227)))
    found = [(bead.source, bead.target) for bead in align(SOURCE, TARGET, anchors=[fixed])]
    assert found == [*DIAGONAL[:223], (fixed.source, fixed.target), *DIAGONAL[227:]]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        pytest.param(lines("Same.\n" * 700, "en"), lines("Gleich.\n" * 500, "de"), id="nothing to cut by"),
        pytest.param(lines("Word here.\n" * 700, "en"), lines("Zwei.\nDrei.\n", "de"), id="hardly a target"),
    ],
)
def test_each_segment_is_in_one_bead(source: Text, target: Text) -> None:
    beads = align(source, target)
    assert sorted(index for bead in beads for index in bead.source) == list(range(len(source.segments)))
    assert sorted(index for bead in beads for index in bead.target) == list(range(len(target.segments)))
