"""A long text is looked at only along its anchors, and comes out as a short one would."""

from __future__ import annotations

from random import Random

from review.align.align import align
from review.align.anchors import anchors
from review.align.lexicon import Combined
from review.align.links import Links
from review.align.tokens import tokenise
from review.texts.segment import lines
from review.types import Text

LENGTH = 1200
WORDS = ("river", "bridge", "school", "winter", "letter", "garden", "market", "doctor")


def numbered(lang: str, numbers: list[int], chance: Random) -> Text:
    """A sentence for each number, with words that say nothing."""
    filler = (" ".join(chance.sample(WORDS, 4)) for _ in numbers)
    return lines("".join(f"{words} {number}.\n" for number, words in zip(numbers, filler, strict=True)), lang)


def test_a_long_text_is_aligned_along_its_numbers() -> None:
    numbers = list(range(1000, 1000 + LENGTH))
    source = numbered("en", numbers, Random(1))
    target = numbered("de", numbers, Random(2))
    beads = align(source, target)
    assert [(bead.source, bead.target) for bead in beads] == [((n,), (n,)) for n in range(LENGTH)]


def test_a_missing_block_is_found_far_from_the_diagonal() -> None:
    numbers = list(range(1000, 1000 + LENGTH))
    kept = numbers[:200] + numbers[500:]
    beads = align(numbered("en", numbers, Random(1)), numbered("de", kept, Random(2)))
    behind = {bead.source: bead.target for bead in beads if bead.source and bead.source[0] >= 520}
    right = sum(target == (source[0] - 300,) for source, target in behind.items())
    assert right / len(behind) > 0.98


def test_what_is_beyond_a_leap_is_reached() -> None:
    """An addition as long as the text: the anchors leap over more than the band is wide."""
    numbers = list(range(1000, 1000 + LENGTH))
    added = numbers[:600] + list(range(5000, 5000 + LENGTH)) + numbers[600:]
    beads = align(numbered("en", numbers, Random(1)), numbered("de", added, Random(2)))
    assert [index for bead in beads for index in bead.target] == list(range(2 * LENGTH))
    ahead = {bead.source: bead.target for bead in beads if bead.source and bead.source[0] >= 620}
    right = sum(target == (source[0] + LENGTH,) for source, target in ahead.items())
    assert right / len(ahead) > 0.98


def test_votes_are_counted_alike_in_stretches_and_where_old_words_end_a_text() -> None:
    numbers = list(range(1000, 1000 + LENGTH)) + list(range(1000, 1020))
    source, target = (tokenise([f"{number}." for number in numbers], "en") for _ in "st")
    links = Links.of(source, target, Combined(()))
    rows, columns = anchors(source, target, links, (0, 0), (len(numbers), len(numbers)))
    assert (rows == columns).all()
    assert set(range(20, LENGTH)) <= set(rows.tolist())
