"""Which corrections recur, and what their sources share."""

from __future__ import annotations

import pytest

from review.judgements import Correction
from review.memory.recurring import Recurring, recurring
from review.memory.units import Memory, replacements, shelf_of
from tests.reviewed import article_of, reviewed

SIDES = (
    ("夜校今天开学。", "The night school opens today."),
    ("他上夜校。", "He goes to night school."),
    ("夜校免费。", "Night school is free."),
    ("这所夜校很大。", "This night school is big."),
)


def found(*texts: str, sides: tuple[tuple[str, str], ...] = SIDES) -> tuple[Recurring, ...]:
    acts = [(n, "ana", Correction(text)) for n, text in enumerate(texts, 1)]
    return recurring(Memory({"a": shelf_of(reviewed(article_of(sides), acts))}), ("zh", "en"))


EVENING = ("The evening school opens today.", "He goes to evening school.")


def test_three_times_is_a_decision_and_two_are_not() -> None:
    assert found(*EVENING) == ()
    (offer,) = found(*EVENING, SIDES[2][1], "This evening school is big.")
    assert (offer.old, offer.new, offer.source) == ("night", "evening", "夜校")
    assert [unit.pair for unit in offer.units] == ["a1-1", "a1-2", "a1-4"]
    assert offer.pattern == "recurring|night|evening"


def test_the_same_source_counts_once() -> None:
    same = tuple(("夜校。", "Night school.") for _ in range(4))
    assert found(*["Evening school."] * 4, sides=same) == ()


def test_sources_that_share_nothing_tell_no_term() -> None:
    sides = (("一天。", "A big day."), ("老鼠", "A big mouse."), ("三。", "A big three."))
    (offer,) = found("A large day.", "A large mouse.", "A large three.", sides=sides)
    assert offer.source == ""


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("a b c", "a x c", (("b", "x"),)),
        ("a b c d e", "a x c y e", (("b", "x"), ("d", "y"))),
        ("In 2019, a", "In 2020, a", ()),  # a figure is no term
        ("a b", "a b c", ()),
        ("a b.", "a b!", ()),
        ("w " * 40, "v " * 40, ()),  # too long for one
        ("打印", "复制", (("打印", "复制"),)),
    ],
)
def test_what_counts_as_replaced(before: str, after: str, expected: tuple[tuple[str, str], ...]) -> None:
    assert replacements(before, after) == expected
