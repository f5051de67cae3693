"""The aligner's parameters: bead types with their priors, and weights. All logarithms are natural, all scores nats."""

from __future__ import annotations

from dataclasses import dataclass
from math import log

RARE = 0.0005

TYPE_PRIORS = {
    (1, 1): 0.60,
    (1, 2): 0.16,
    (2, 1): 0.08,
    (1, 3): 0.05,
    (1, 4): 0.02,
    (3, 1): 0.02,
    (2, 2): 0.02,
    (2, 3): 0.01,
    (1, 5): 0.008,
    (1, 6): 0.004,
    (4, 1): 0.008,
    (5, 1): 0.003,
    (6, 1): 0.002,
    (3, 2): 0.006,
    (2, 4): 0.004,
    (4, 2): 0.002,
    (3, 3): 0.004,
    (2, 5): 0.001,
    (5, 2): 0.001,
    (3, 4): 0.001,
    (4, 3): 0.001,
}
"""Share of each (source segments, target segments) among the beads of a text; nulls have costs of their own."""
LARGEST = max(map(max, TYPE_PRIORS))  # segments on a side of the largest bead type


@dataclass(frozen=True, slots=True)
class Model:
    """The weights of one alignment.

    `largest` bounds the segments that a bead may hold on either side. `translated` (λ) is the share of tokens that
    the other side explains, before learning; `most_translated` bounds it from then on. `null_open` and `null_extend`
    are what a run of unaligned segments and each segment in it cost. `lent` is the share that the halves of a bead lend
    each other, and `several` is added to the log prior of beads with several segments on both sides.
    """

    largest: int = LARGEST
    lexical: float = 0.6
    length: float = 0.99
    variance: float = 7.2
    translated: float = 0.3
    most_translated: float = 0.45
    cue: float = 0.98
    null_open: float = -3.0
    null_extend: float = -12.0
    background: float = 2.8
    lent: float = 0.0
    several: float = 0.68

    def types(self) -> tuple[tuple[int, int, float], ...]:
        """(source segments, target segments, log prior) of each bead type that the model allows."""
        return tuple(
            (a, b, log(prior) + self._extra(a, b)) for (a, b), prior in TYPE_PRIORS.items() if max(a, b) <= self.largest
        )

    def _extra(self, a: int, b: int) -> float:
        if a > 1 and b > 1:
            return self.several
        return 0.26 if a == 1 and b > 1 else 0.0
