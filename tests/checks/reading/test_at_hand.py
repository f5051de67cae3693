"""What is kept at hand is what would be worked out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wordfreq import available_languages, get_frequency_dict

from review.checks.reading import glance
from review.checks.reading.frequencies import listed, share
from review.checks.reading.remembered import TOGETHER, Recent, Remembered, together


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


def test_what_is_new_is_worked_out_together_and_what_came_last_is_kept() -> None:
    asked: list[list[str]] = []

    def lengths(words: Sequence[str]) -> list[int]:
        asked.append([*words])
        return [len(word) for word in words]

    recent = Recent(lengths, most=2)
    assert recent.of(["bb", "a", "bb"]) == [2, 1, 2]
    assert recent.of(["ccc", "a"]) == [3, 1]
    assert recent.of(["a", "ccc"]) == [1, 3]
    assert recent.of(["bb"]) == [2]
    assert asked == [["bb", "a"], ["ccc"], ["bb"]]
    assert recent.of([]) == []


@given(st.lists(st.integers(), max_size=3 * TOGETHER))
def test_runs_that_are_looked_at_together_are_all_there_is(numbers: list[int]) -> None:
    runs = [*together(numbers)]
    assert [number for run in runs for number in run] == numbers
    assert all(0 < len(run) <= TOGETHER for run in runs)


@given(st.text())
def test_a_glance_has_all_letters_and_signs(text: str) -> None:
    assert [sign for run in glance.runs(text) for sign in run if sign.isalpha()] == [
        sign for sign in text.lower() if sign.isalpha()
    ]
    assert glance.words(text) == set(glance.runs(text))
    assert glance.signs(text) == set(text)
