"""The normalised view and the way back."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.texts.normal import INVISIBLE, folded, view
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


JOINED = st.text(
    st.sampled_from(
        "aqKß１２ﬁ㌔½İ…，。e\u0301\u0323\u0345가ᄀㄱㅏ\u1161\u11a8ｶﾞﾡￂ\u0e33க\u0bbe\u200d\u200f😀ابש\u05b0\n "
    ),
    max_size=12,
)


@given(st.text(max_size=20) | JOINED)
def test_the_folded_view_leaves_nothing_out(raw: str) -> None:
    made = folded(raw)
    assert made.text == unicodedata.normalize("NFKC", raw).casefold()
    assert len(made.starts) == len(made.ends) == len(made.text)
    for place in range(len(made.text)):
        piece = made.back(Span(place, place + 1)).of(raw)
        assert made.text[place] in unicodedata.normalize("NFKC", piece).casefold()
    assert "".join(raw[start:end] for start, end in sorted(set(zip(made.starts, made.ends, strict=True)))) == raw
