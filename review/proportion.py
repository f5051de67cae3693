"""How sure a share is that was counted in a sample."""

from __future__ import annotations

from math import sqrt

Z = 1.959963984540054
"""Standard deviations that hold 95 % of a normal distribution."""


def wilson(count: int, total: int, z: float = Z) -> tuple[float, float]:
    """The interval of a proportion, 0 to 1, that reaches `z` standard deviations to each side; (0, 1) of nothing.

    Wilson, JASA 22 (1927). Where none or all were counted its bound is exactly that.
    """
    if not total:
        return 0.0, 1.0
    share, spread = count / total, z * z / total
    middle, scale = share + spread / 2, 1 + spread
    half = z * sqrt(share * (1 - share) / total + spread / (4 * total))
    return 0.0 if count == 0 else (middle - half) / scale, 1.0 if count == total else (middle + half) / scale
