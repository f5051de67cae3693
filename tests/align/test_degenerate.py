"""Texts that no translator ever made get an answer, and the cells that are looked at stay as few as for others."""

from __future__ import annotations

import pytest

from review.align.align import align
from review.align.anchors import band_by_anchors
from review.align.lexicon import Combined
from review.align.links import Links
from review.align.sides import Side
from review.texts.segment import lines
from review.types import Text

MANY = 10_000
WIDE = 1000  # cells of a row, and so bytes of each of its choices, that the band has at most on average


def text(*sentences: str, lang: str = "en") -> Text:
    return lines("".join(f"{sentence}\n" for sentence in sentences), lang)


NUMBERED = [f"Sentence {number} of these." for number in range(MANY)]
CASES = [
    pytest.param(text(), text(*NUMBERED[:50]), id="no source"),
    pytest.param(text(*NUMBERED[:50]), text(), id="no target"),
    pytest.param(text(*NUMBERED), text(lang="de"), id="a long source and no target"),
    pytest.param(text(), text(), id="nothing"),
    pytest.param(text("One."), text("Eins.", lang="de"), id="one sentence"),
    pytest.param(text(*["Same."] * MANY), text(*["Gleich."] * MANY, lang="de"), id="identical sentences"),
    pytest.param(text(*["שלום עולם."] * 300, lang="he"), text(*["Привет."] * 200, lang="ru"), id="no common script"),
    pytest.param(text("word " * 20_000), text("mot " * 20_000, lang="fr"), id="a sentence of 100,000 characters"),
    pytest.param(text("字" * 100_000, lang="zh"), text("a" * 100_000), id="a word of 100,000 characters"),
    pytest.param(text(*["\x81\x8d\x90 ÿþ Ã¤"] * 200), text(*["¬¦§ ¶ Â©"] * 250), id="noise"),
    pytest.param(text(*[""] * 500), text(*[""] * 400, lang="de"), id="blank lines"),
    pytest.param(text(*[""] * 500), text("One.", "Two."), id="blank lines on one side"),
    pytest.param(text(*NUMBERED), text(*NUMBERED[:10], lang="de"), id="a source 1,000 times longer"),
    pytest.param(text(*NUMBERED[:10]), text(*NUMBERED, lang="de"), id="a target 1,000 times longer"),
]


@pytest.mark.parametrize(("source", "target"), CASES)
def test_each_segment_is_in_one_bead(source: Text, target: Text) -> None:
    beads = align(source, target)
    assert [index for bead in beads for index in bead.source] == list(range(len(source.segments)))
    assert [index for bead in beads for index in bead.target] == list(range(len(target.segments)))


@pytest.mark.parametrize(("source", "target"), CASES[5:])
def test_the_band_is_narrow(source: Text, target: Text) -> None:
    sides = [Side.of(each.segments, each.raw, each.lang) for each in (source, target)]
    here, there = (side.tokens for side in sides)
    size = len(sides[0]), len(sides[1])
    band = band_by_anchors(here, there, Links.of(here, there, Combined(())), (0, 0), size)
    assert int((band.high - band.low).sum()) <= WIDE * (size[0] + size[1] + 2)
    assert (band.high[:-1] > band.low[1:]).all()
