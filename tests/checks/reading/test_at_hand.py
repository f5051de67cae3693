"""What is kept at hand is what would be worked out."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wordfreq import available_languages, get_frequency_dict

from review.checks.reading import glance
from review.checks.reading.frequencies import listed, share
from review.checks.reading.remembered import Remembered


@pytest.mark.parametrize("lang", ["is", "he"])
def test_shares_are_those_of_the_lists(lang: str) -> None:
    known = get_frequency_dict(lang, "best")
    assert {word: share(word, lang) for word in known} == known


@pytest.mark.parametrize(("word", "lang"), [("qqqzz", "en"), ("", "en"), ("the", "xx"), ("the", "../en")])
def test_what_no_list_has_has_no_share(word: str, lang: str) -> None:
    assert share(word, lang) == 0.0


def test_the_languages_are_those_of_the_package() -> None:
    assert listed() == set(available_languages())


def test_a_word_is_worked_out_once_until_too_many_are_known() -> None:
    asked: Counter[str] = Counter()

    def length(word: str) -> int:
        asked[word] += 1
        return len(word)

    lengths = Remembered(length, most=2)
    assert [lengths[word] for word in ("a", "bb", "a", "ccc", "a")] == [1, 2, 1, 3, 1]
    assert asked == {"a": 2, "bb": 1, "ccc": 1}
    assert len(lengths) == 2


@given(st.text())
def test_a_glance_has_all_letters_and_signs(text: str) -> None:
    assert [sign for run in glance.runs(text) for sign in run if sign.isalpha()] == [
        sign for sign in text.lower() if sign.isalpha()
    ]
    assert glance.words(text) == set(glance.runs(text))
    assert glance.signs(text) == set(text)
