from __future__ import annotations

import pytest

from review.checks.risk.guess import documents
from review.checks.risk.model import FEW_WORDS, RATE_LIMIT, model
from review.checks.risk.register import NAMES, register
from review.types import Pair


def pair(target: str, lang: str = "en") -> Pair:
    return Pair("p", "他买了骆驼。", target, "zh", lang)


@pytest.mark.parametrize(
    ("target", "classes"),
    [
        ("We never sleep.", {"first_person": 1, "negation": 1}),
        ("Is it there?", {"be": 1, "it": 1, "there": 1}),
        ("The organisation of the nation", {"the": 2, "of": 1, "nominalisations": 2}),
        ("Also singing hardly pleased", {"addition": 1, "ing": 1, "adverbs": 1, "ed": 1}),
        ("But if THE wind", {"contrast": 1, "condition": 1, "the": 1}),
    ],
)
def test_words_count_in_their_classes(target: str, classes: dict[str, int]) -> None:
    counts, words = register([pair(target)])
    found = {name.removeprefix("register."): count for name, count in counts.items() if count}
    assert found == classes
    assert words == len(target.split())


def test_a_document_is_counted_as_a_whole() -> None:
    counts, words = register([pair("The end."), pair("The start.")])
    assert counts["register.the"] == 2
    assert words == 4


def test_nothing_is_counted_in_a_language_whose_classes_are_not_known() -> None:
    assert register([pair("Das Ende.", "de")]) == ({}, 0)
    assert not any(name in documents([pair("Das Ende.", "de")])[0] for name in NAMES)


def test_a_rate_is_drawn_to_its_mean_where_words_are_few() -> None:
    column = model().columns["register.the"]
    assert model().rates({"register.the": 0}, 0) == {"register.the": pytest.approx(0.0)}
    few, many = (model().rates({"register.the": 0}, words)["register.the"] for words in (3, 10))
    assert many < few < 0.0
    assert few == pytest.approx(-3 * column.mean / (3 + FEW_WORDS) / column.sd)


def test_a_rate_far_out_counts_no_more_than_the_limit() -> None:
    assert model().rates({"register.the": 500}, 500) == {"register.the": RATE_LIMIT}
