"""The corrected translation put together again: untouched it is the raw text, and corrections stand in their place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.align.align import align
from review.article import Alternative, alternatives_of, corrected_blocks, corrected_text, pairs_of
from review.history import review_of
from review.judgements import PairState, Review
from review.texts.segment import divide
from review.types import Article, Bead, Translation

TEXT = st.text(alphabet="ab 。.\n\u00a0\u3000!", max_size=40)


def reviewed(source: str, target: str, texts: dict[int, str], beads: tuple[Bead, ...] | None = None) -> Review:
    """An article whose n-th pair reads texts[n]."""
    left, right = divide(source, "zh"), divide(target, "en")
    found = tuple(replace(bead, id=str(number)) for number, bead in enumerate(beads or align(left, right)))
    article = Article("a", "A", left, (Translation("MT", right, found),), "MT")
    states = tuple(
        PairState(pair, int(number in texts), texts.get(number, pair.target))
        for number, pair in enumerate(pairs_of(article))
    )
    return Review(article, states)


@given(TEXT, TEXT)
def test_uncorrected_text_is_the_raw_text(source: str, target: str) -> None:
    assert corrected_text(reviewed(source, target, {})) == target


def test_review_of_no_judgements_is_the_raw_text() -> None:
    review = reviewed("甲。乙。", "Ah. Bet.", {})
    assert corrected_text(review_of(review.article, ())) == "Ah. Bet."


ONE_TO_ONE = tuple(Bead((n,), (n,)) for n in range(3))
OMITTED = (Bead((0,), (0,)), Bead((1,), ()), Bead((2,), (1,)))
CASES = [
    pytest.param(
        "甲。乙。丙。", "Ah. Bet. Cat.", {1: "Bee!"}, ONE_TO_ONE, "Ah. Bee! Cat.", id="a correction in its place"
    ),
    pytest.param(
        "甲。乙。丙。", "Ah. Bet. Cat.", {1: ""}, ONE_TO_ONE, "Ah. Cat.", id="emptied with the space behind it"
    ),
    pytest.param(
        "甲。乙。\n\n丙。", "Ah. Bet.\n\nCat.", {1: ""}, ONE_TO_ONE, "Ah.\n\nCat.", id="paragraph break stays"
    ),
    pytest.param(
        "甲。\n\n乙。\n\n丙。", "Ah.\n\nBet.\n\nCat.", {1: ""}, ONE_TO_ONE, "Ah.\n\nCat.", id="a paragraph emptied"
    ),
    pytest.param(
        "甲。乙。丙。", "Ah.\u00a0 \u00a0Bet. Cat.", {0: "Ah."}, ONE_TO_ONE, "Ah. Bet. Cat.", id="odd space removed"
    ),
    pytest.param(
        "甲。乙。丙。", "Ah. Cat.", {1: "Bet."}, OMITTED, "Ah. Bet. Cat.", id="omitted sentence in its paragraph"
    ),
    pytest.param(
        "甲。\n乙。丙。",
        "Ah.\nCat.",
        {1: "Bet."},
        OMITTED,
        "Ah.\nBet. Cat.",
        id="omitted sentence before its neighbour",
    ),
    pytest.param(
        "甲。\n\n乙。\n\n丙。", "Ah.\n\nCat.", {1: "Bet."}, OMITTED, "Ah.\n\nBet.\n\nCat.", id="omitted paragraph"
    ),
    pytest.param("甲。\n乙。", "Ah.", {1: "Bet."}, OMITTED[:2], "Ah.\n\nBet.", id="omitted last paragraph"),
]


@pytest.mark.parametrize(("source", "target", "texts", "beads", "expected"), CASES)
def test_corrections_stand_in_their_place(
    source: str, target: str, texts: dict[int, str], beads: tuple[Bead, ...], expected: str
) -> None:
    assert corrected_text(reviewed(source, target, texts, beads)) == expected


@pytest.mark.parametrize(("source", "target", "texts", "beads", "expected"), CASES)
def test_blocks_are_the_paragraphs_of_the_corrected_text(
    source: str, target: str, texts: dict[int, str], beads: tuple[Bead, ...], expected: str
) -> None:
    blocks = corrected_blocks(reviewed(source, target, texts, beads))
    assert [block.text for block in blocks] == [line for line in expected.split("\n") if line]


BEADS = (Bead((0,), (0,)), Bead((1, 2), (1,)), Bead((3,), ()), Bead((), (2,)))
OTHERS = [
    pytest.param(
        "One. Two. Three. Four.",
        tuple(Bead((n,), (n,)) for n in range(4)),
        (("One.", False), ("Two. Three.", False), ("Four.", False), None),
        id="sentence by sentence",
    ),
    pytest.param(
        "One and two. Three. Four.",
        (Bead((0, 1), (0,)), Bead((2,), (1,)), Bead((3,), (2,))),
        (("One and two.", True), ("One and two. Three.", True), ("Four.", False), None),
        id="a sentence that renders more than the pair's",
    ),
    pytest.param(
        "Three. One. Two. Four.",
        (Bead((2,), (0,)), Bead((0,), (1,)), Bead((1,), (2,)), Bead((3,), (3,))),
        (("One.", False), ("Two. Three.", False), ("Four.", False), None),
        id="crossing: put together in the order of the source",
    ),
    pytest.param(
        "One. Added.",
        (Bead((0,), (0,)), Bead((1, 2, 3), ()), Bead((), (1,))),
        (("One.", False), None, None, None),
        id="omitted",
    ),
]


@pytest.mark.parametrize(("raw", "beads", "expected"), OTHERS)
def test_an_alternative_is_what_answers_to_the_source_of_a_pair(
    raw: str, beads: tuple[Bead, ...], expected: tuple[tuple[str, bool] | None, ...]
) -> None:
    article = reviewed("甲。乙。丙。丁。", "Ah. Bet and cat. Added.", {}, BEADS).article
    other = Translation("Other", divide(raw, "en"), beads)
    both = replace(article, translations=(other, *article.translations))
    assert alternatives_of(both, BEADS) == tuple((Alternative("Other", *found),) if found else () for found in expected)
    assert [pair.alternatives for pair in pairs_of(both)] == [(found[0],) if found else () for found in expected]
