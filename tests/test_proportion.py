"""Intervals of shares, against statsmodels' `proportion_confint(..., method="wilson")`."""

from __future__ import annotations

import pytest

from review.proportion import wilson


@pytest.mark.parametrize(
    ("count", "total", "low", "high"),
    [
        (0, 0, 0, 1),
        (0, 10, 0, 0.2775),
        (10, 10, 0.7225, 1),
        (5, 10, 0.2366, 0.7634),
        (2, 6, 0.0968, 0.7000),
        (1, 1, 0.2065, 1),
    ],
)
def test_the_interval_of_a_share(count: int, total: int, low: float, high: float) -> None:
    assert wilson(count, total) == pytest.approx((low, high), abs=1e-4)


def test_fewer_deviations_make_it_narrower() -> None:
    assert wilson(5, 10, 1.2816) == pytest.approx((0.3125, 0.6875), abs=5e-3)
