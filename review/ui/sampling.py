"""A random sample on the Review page: what is asked for, and what the browser is told of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from review.judged.sampled import about, sentences
from review.judged.sampling import MOST, SIZE, Estimate, is_drawable, signature
from review.ui.component.operations import ID
from review.ui.component.views import Desk


@dataclass(frozen=True, slots=True)
class Asked:
    """A sample that a reviewer asks for."""

    id: str
    size: int
    unread: bool


def read_asked(draw: object) -> Asked | None:
    """What the browser asks to be drawn; None where that cannot be read."""
    if not isinstance(draw, Mapping):
        return None
    id_, size = draw.get("id"), draw.get("size")
    if not isinstance(id_, str) or not ID.fullmatch(id_) or not isinstance(size, int) or not 1 <= size <= MOST:
        return None
    return Asked(id_, size, draw.get("unread") is not False)


def sampling_of(desk: Desk, estimate: Estimate | None) -> dict[str, Any]:
    """What the browser is given: from how many pairs could be drawn, and the newest sample."""
    clean = [state for state in desk.review if not desk.open(state)]
    unread, every = (sum(is_drawable(state, unread=unread) for state in clean) for unread in (True, False))
    pools = {"unread": unread, "all": every}
    return {"pools": pools, "size": SIZE, "most": MOST, "newest": _newest(estimate) if estimate else None}


def _newest(estimate: Estimate) -> dict[str, Any]:
    return {
        "drawn": estimate.drawn,
        "read": estimate.read,
        "left": sum(reading.verdict == "open" for reading in estimate.readings),
        "about": about(estimate),
        "says": list(sentences(estimate)),
        "signature": signature(estimate),
    }
