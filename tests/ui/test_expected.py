"""How a line of the list says what is left to read of an article."""

from __future__ import annotations

import pytest

from review.rank.queue import Outlook
from review.ui.expected import expected, strip


@pytest.mark.parametrize(
    ("worst", "said"),
    [
        ((3,), "40 MQM points expected, 4.0 a pair · worst: pair 3"),
        ((3, 4, 5, 12), "40 MQM points expected, 4.0 a pair · worst: pairs 3–5, 12"),
        ((1, 3, 5, 7, 9, 11, 13), "40 MQM points expected, 4.0 a pair · worst: pairs 1, 3, 5, 7, 9, 11, …"),
    ],
)
def test_what_is_expected_in_words(worst: tuple[int, ...], said: str) -> None:
    assert expected(Outlook(20, 10, 40.0, worst)) == said


def test_the_strip_marks_each_run_in_its_place() -> None:
    marks = strip(Outlook(20, 10, 40.0, (3, 4, 5, 20))).split("<i ")[1:]
    assert [mark.partition(">")[0] for mark in marks] == [
        'style="left:10.00%;width:15.00%"',
        'style="left:95.00%;width:5.00%"',
    ]
