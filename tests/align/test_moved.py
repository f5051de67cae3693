"""Passages that changed places come out as beads that cross."""

from __future__ import annotations

from random import Random

import pytest

from review.align import parts
from review.align.align import align
from review.align.moved import Gap, gaps_of
from review.texts.segment import lines
from review.types import Text

WORDS = {
    "en": ("river", "bridge", "school", "letter", "market", "doctor"),
    "de": ("Fluss", "Steg", "Klasse", "Brief", "Handel", "Arzt"),
}


def numbered(lang: str, numbers: list[int]) -> Text:
    """A sentence for each number, with words that say nothing."""
    chance = Random(lang)
    return lines("".join(f"{' '.join(chance.sample(WORDS[lang], 3))} {number}.\n" for number in numbers), lang)


def order_of(source: int, target: list[int]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """What is found for numbers from 0 on whose target has the same ones in another order."""
    beads = align(numbered("en", [1000 + n for n in range(source)]), numbered("de", [1000 + n for n in target]))
    return [(bead.source, bead.target) for bead in beads]


MOVED = [*range(5), *range(9, 30), *range(5, 9), *range(30, 40)]


def test_a_moved_passage_stands_beside_its_source() -> None:
    assert order_of(40, MOVED) == [((n,), (MOVED.index(n),)) for n in range(40)]


def test_texts_in_one_order_have_no_crossing_beads() -> None:
    assert order_of(40, [*range(12), *range(20, 40)]) == [
        *(((n,), (n,)) for n in range(12)),
        *(((n,), ()) for n in range(12, 20)),
        *(((n,), (n - 8,)) for n in range(20, 40)),
    ]


@pytest.mark.parametrize("start", range(195, 260, 7))
def test_a_moved_passage_at_the_cut_of_a_long_text_is_whole(monkeypatch: pytest.MonkeyPatch, start: int) -> None:
    monkeypatch.setattr(parts, "LONG", 300)
    monkeypatch.setattr(parts, "PART", 250)
    moved = [*range(start), *range(start + 8, start + 14), *range(start, start + 8), *range(start + 14, 500)]
    found = order_of(500, moved)
    assert sorted(index for source, _ in found for index in source) == list(range(500))
    assert sorted(index for _, target in found for index in target) == list(range(500))
    assert len(set(found) & {((n,), (moved.index(n),)) for n in range(500)}) >= 480


def test_gaps_are_the_runs_of_nulls() -> None:
    chain = ((0, 1, 0, 0), (1, 1, 0, 1), (1, 2, 1, 2), (2, 3, 2, 2))
    assert list(gaps_of(chain)) == [Gap(0, 2, (0, 1), (0, 1)), Gap(3, 4, (2, 3), (2, 2))]
