"""The normalised view and the way back."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.texts.normal import INVISIBLE, view
from review.types import Span

VIEWS = [
    ("abc", "abc", (1, 2), (1, 2)),
    ("１２３ａ", "123a", (1, 3), (1, 3)),
    ("a\u00a0b", "a b", (1, 2), (1, 2)),
    ("a\u200bb\ufeffc", "abc", (1, 2), (2, 3)),
    ("xe\u0301y", "xéy", (1, 2), (1, 3)),
    ("ﬁx", "fix", (1, 2), (0, 1)),
    ("…!", "...!", (0, 1), (0, 1)),
    ("㎡", "m2", (1, 1), (0, 0)),
    ("ab\u200b", "ab", (2, 2), (3, 3)),
    ("“x”，", "“x”,", (3, 4), (3, 4)),
]


@pytest.mark.parametrize(("raw", "seen", "span", "back"), VIEWS)
def test_views(raw: str, seen: str, span: tuple[int, int], back: tuple[int, int]) -> None:
    made = view(raw)
    assert made.text == seen
    assert made.back(Span(*span)) == Span(*back)


def test_case_may_be_folded() -> None:
    assert view("ＡBß", casefold=True).text == "abss"


@given(st.text(max_size=40))
def test_each_piece_of_the_view_comes_from_where_it_says(raw: str) -> None:
    made = view(raw)
    assert len(made.starts) == len(made.ends) == len(made.text)
    assert made.back(Span(0, len(made.text))).end <= len(raw)
    for place in range(len(made.text)):
        piece = made.back(Span(place, place + 1)).of(raw)
        kept = "".join(mark for mark in piece if mark not in INVISIBLE)
        assert made.text[place] in unicodedata.normalize("NFKC", kept)
