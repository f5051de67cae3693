"""How doubtful words are beside other translations."""

from __future__ import annotations

from dataclasses import replace

import pytest

from review.checks.reading.divergence import compared
from review.checks.risk.doubt import by_risk, doubts
from review.types import Pair

PAIR = Pair("p", "他昨天在集市上买了一匹骆驼。", "Yesterday he bought a dromedary at the market.", "zh", "en")
ALIKE = "Yesterday he bought a camel at the market."
UNLIKE = "A camel was what he got there the day before."


def of(word: str, *alternatives: str) -> float:
    pair = replace(PAIR, alternatives=alternatives)
    beside = compared(pair)
    assert beside
    return dict(zip([span.of(pair.target) for span in beside.own.spans], doubts(pair), strict=True))[word]


def test_there_is_none_without_alternatives() -> None:
    assert compared(PAIR) is None
    assert doubts(PAIR) == ()
    assert doubts(replace(PAIR, alternatives=(" ",))) == ()


def test_a_word_that_fewer_others_have_in_its_place_is_more_doubtful() -> None:
    assert of("dromedary", ALIKE, ALIKE) > of("bought", ALIKE, ALIKE)
    assert of("bought", ALIKE, UNLIKE) > of("bought", ALIKE, ALIKE)


def test_numbers_are_compared_by_value() -> None:
    beside = compared(replace(PAIR, target="He has 300 camels.", alternatives=("He has three hundred camels.",)))
    assert beside
    assert dict(zip(beside.own.stems, beside.apart, strict=True))["300"] == 0.0


@pytest.mark.parametrize(("lower", "higher"), [(0.1, 0.5), (0.5, 0.9), (0.01, 0.99)])
def test_risk_adds_to_it(lower: float, higher: float) -> None:
    assert by_risk(lower) < by_risk(higher)


def test_a_risk_of_one_half_adds_nothing_and_certainty_is_finite() -> None:
    assert by_risk(0.5) == 0.0
    assert by_risk(1.0) == by_risk(0.99) == pytest.approx(-by_risk(0.0))
