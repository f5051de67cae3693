"""How a line of the list says what is left to read of an article."""

from __future__ import annotations

import pytest

from review.rank.queue import Outlook
from review.ui.expected import expected, worst


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ((3,), "pair 3"),
        ((3, 4, 5, 12), "pairs 3–5, 12"),
        ((1, 3, 5, 7, 9, 11, 13), "pairs 1, 3, 5, 7, 9, 11, …"),
    ],
)
def test_the_worst_in_words(numbers: tuple[int, ...], said: str) -> None:
    assert worst(Outlook(20, 10, 40.0, numbers)) == said


def test_points_are_those_of_what_is_unread() -> None:
    assert expected(Outlook(20, 16, 40.0, (3,))) == "2.5 a pair, 40 in all"
