"""A random sample on the Review page: what is asked for, and what it says so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from review.judgements import Review
from review.sampling import FEW, MOST, SIZE, Estimate, pool_of, signature
from review.types import Flags
from review.ui.component.operations import ID
from review.ui.wording import counted


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


def sampling_of(review: Review, flags: Flags, estimate: Estimate | None) -> dict[str, Any]:
    """What the browser is given: from how many pairs could be drawn, and the newest sample."""
    pools = {"unread": len(pool_of(review, flags)), "all": len(pool_of(review, flags, unread=False))}
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


def about(estimate: Estimate) -> str:
    """What was drawn, from what, by whom, with which seed."""
    sample, event = estimate.sample, estimate.event
    kind = "unread pairs without findings" if sample.unread else "pairs without findings"
    return f"{sample.pool:,} {kind}, {estimate.drawn} drawn by {event.reviewer} with the seed {sample.seed}"


def sentences(estimate: Estimate) -> tuple[str, ...]:
    """What a sample says, and what it does not, one thought a sentence."""
    said = [f"{estimate.read} of {estimate.drawn} read, {_missed(estimate)}."]
    if estimate.read:
        said.append(_expected(estimate))
    if not estimate.finished:
        said.append("It is not finished: the figures rest on what was read so far.")
    elif estimate.read < min(FEW, estimate.sample.pool):
        said.append("It is small: take the range, not the figure.")
    if estimate.gone:
        said.append(f"{counted(estimate.gone, 'pair')} of it went with another alignment.")
    return tuple(said)


def _missed(estimate: Estimate) -> str:
    if not estimate.missed:
        return "none with an error"
    kinds = ", ".join(f"{count} {severity or 'changed without a mark'}" for severity, count in estimate.severities)
    return f"{estimate.missed} with an error ({kinds})"


def _expected(estimate: Estimate) -> str:
    """How many pairs of the pool have an error that no check marks, as far as the sample can say."""
    pool, low, high = estimate.sample.pool, estimate.low, estimate.high
    least, most = (f"{100 * bound / pool:.0f}" for bound in (low, high))
    if estimate.read >= pool:
        return f"The checks pass over errors in {estimate.missed} of the {pool:,} pairs, all of which were read."
    if not estimate.missed:
        return f"The checks pass over errors in at most {high:,} of the {pool:,} pairs ({most} %), at 95 % confidence."
    return (
        f"The checks pass over errors in about {estimate.expected:,.0f} of the {pool:,} pairs: "
        f"{low:,} to {high:,} of them ({least} to {most} %), at 95 % confidence."
    )
