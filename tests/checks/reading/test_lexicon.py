"""How common words are, what is near a slip, and what is pinyin."""

from __future__ import annotations

import pytest

from review.checks import spelling
from review.checks.reading.lexicon import is_known, near, zipf
from review.checks.reading.misspellings import MISSPELLINGS
from review.checks.reading.nouns import PLURAL_OF
from review.checks.reading.pinyin_words import is_pinyin
from review.types import Pair


@pytest.mark.parametrize(
    ("slip", "meant", "close"),
    [
        ("enviromnent", "environment", True),
        ("libraary", "library", True),
        ("librry", "library", True),
        ("libraey", "library", True),
        ("uonccupied", "unoccupied", True),
        ("achievvvement", "achievement", False),
        ("bewteen", "between", True),
    ],
)
def test_a_slip_leads_to_the_word_that_is_meant(slip: str, meant: str, close: bool) -> None:
    fixes, one_slip = near(slip)
    assert (fixes[0], one_slip) == (meant, close)


@pytest.mark.parametrize("word", ["xylogrqph", "qqqqqq", "coix"])
def test_what_is_near_nothing_has_no_fix(word: str) -> None:
    assert near(word)[0] == ()


def test_common_words_are_known_and_slips_are_not() -> None:
    assert zipf("the") > zipf("library") > zipf("librarianship") > 0 == zipf("librrryy")
    assert [is_known(word) for word in ("colour", "color", "organise", "organize", "librrry")] == [True] * 4 + [False]


@pytest.mark.parametrize(
    "words",
    [
        "the colour of the organisation’s theatre, analysed and travelled, a catalogue of grey tyres and aluminium",
        "the color of the organization's theater, analyzed and traveled, a catalog of gray tires and aluminum",
        "microfluidics, reconfigurability, unsellable, summerheat and co-operatve at foo.exmaple",
    ],
)
def test_right_words_are_left_alone(words: str) -> None:
    assert list(spelling.find(Pair("p", "原文", words, "zh", "en"))) == []


def test_misspellings_lead_to_words_that_are_known() -> None:
    assert [right for right in MISSPELLINGS.values() if not is_known(right)] == []
    assert MISSPELLINGS.keys().isdisjoint(MISSPELLINGS.values())


def test_plurals_are_known_words() -> None:
    assert [plural for plural in PLURAL_OF.values() if not is_known(plural)] == []


@pytest.mark.parametrize(
    ("word", "yes"),
    [
        ("fangcang", True),
        ("zhuangyuan", True),
        ("lvyou", True),
        ("xiaokang", True),
        ("fang", False),
        ("bridge", False),
        ("strong", False),
        ("", False),
    ],
)
def test_pinyin_is_two_syllables_or_more(word: str, yes: bool) -> None:
    assert is_pinyin(word) is yes
