"""The stretches that are worth most, on the example of Ruzzo and Tompa and by their definition."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.checks.reading.stretches import stretches


@pytest.mark.parametrize(
    ("values", "least", "expected"),
    [
        ([4, -5, 3, -3, 1, 2, -2, 2, -2, 1, 5], 1, [(0, 1), (2, 3), (4, 11)]),
        ([4, -5, 3, -3, 1, 2, -2, 2, -2, 1, 5], 4, [(0, 1), (4, 11)]),
        ([-1, -2], 1, []),
        ([], 1, []),
        ([1, -3, 1], 1, [(0, 1), (2, 3)]),
        ([3, -1, 3], 1, [(0, 3)]),
    ],
)
def test_stretches(values: list[float], least: float, expected: list[tuple[int, int]]) -> None:
    assert stretches(values, least) == expected


@given(st.lists(st.integers(-5, 5), max_size=12))
def test_none_is_worth_less_than_a_part_of_it_and_the_best_of_all_is_among_them(values: list[int]) -> None:
    pieces = {(first, end): sum(values[first:end]) for first in range(len(values)) for end in range(first + 1, 13)}
    found = stretches(values, 1)
    for first, end in found:
        inside = [worth for piece, worth in pieces.items() if first <= piece[0] and piece[1] <= end]
        assert pieces[first, end] == max(inside)
    best = max(pieces.values(), default=0)
    assert max((pieces[each] for each in found), default=0) == max(best, 0)
    assert all(end <= start for (_, end), (start, _) in pairwise(found))
