from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.checks.reading.sentences import ends_in_abbreviation, sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two?  Three", ["One.", "Two?", "Three"]),
        ("It is so; It is required to go on; and on.", ["It is so;", "It is required to go on; and on."]),
        ("Dr. Li came at 5 p.m. on Monday.", ["Dr. Li came at 5 p.m. on Monday."]),
        ("Head\nBody.", ["Head", "Body."]),
    ],
)
def test_sentences_are_without_the_space_around_them(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in sentences(text, "en")] == expected


@given(st.text(max_size=80), st.sampled_from(["en", "zh", "de", "und", "tlh"]))
def test_sentences_lie_in_order_and_lose_nothing_visible(text: str, lang: str) -> None:
    spans = list(sentences(text, lang))
    assert spans == sorted(spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert "".join("".join(span.of(text) for span in spans).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "abbreviated"), [("Mr.", True), ("the U.S.", True), ("J.", True), ("end.", False), ("e.g.", True)]
)
def test_abbreviations(text: str, abbreviated: bool) -> None:
    assert ends_in_abbreviation(text, len(text) - 1, "en") == abbreviated
