"""Beads that a reviewer has fixed, as the aligner takes them."""

from __future__ import annotations

from collections.abc import Sequence

from review.align.programme import Chain
from review.align.sides import Side
from review.types import Bead


def fixed_chain(anchors: Sequence[Bead], source: Side, target: Side) -> Chain:
    """The anchors as a chain over what is aligned of both sides.

    Null anchors are no part of it: their segments are none of the sides. Raises ValueError for anchors that overlap,
    cross, or hold segments that do not stand together.
    """
    at, to = ({segment.index: number for number, segment in enumerate(side.segments)} for side in (source, target))
    chain = []
    h = k = 0
    for anchor in sorted(anchors, key=lambda anchor: anchor.source):
        if not anchor.source or not anchor.target:
            continue
        (first, last), (low, high) = _run(anchor, anchor.source, at), _run(anchor, anchor.target, to)
        if first < h or low < k:
            raise ValueError(f"{_named(anchor)}: expected it behind the anchor before it on both sides")
        chain.append((first, last, low, high))
        h, k = last, high
    return tuple(chain)


def _run(anchor: Bead, indexes: Sequence[int], places: dict[int, int]) -> tuple[int, int]:
    found = sorted(places[index] for index in indexes if index in places)
    if not found or found[-1] - found[0] != len(found) - 1:
        raise ValueError(f"{_named(anchor)}: expected segments of the text that stand together and are not blank")
    return found[0], found[-1] + 1


def _named(anchor: Bead) -> str:
    return f"anchor {anchor.source}:{anchor.target}"
