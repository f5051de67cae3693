"""What a sample says, in sentences: the same on the screen and in the report."""

from __future__ import annotations

from review.judged.sampling import FEW, Estimate


def about(estimate: Estimate) -> str:
    """What was drawn, from what, by whom, with which seed."""
    sample, event = estimate.sample, estimate.event
    kind = "unread pairs without findings" if sample.unread else "pairs without findings"
    return f"{sample.pool:,} {kind}, {estimate.drawn} drawn by {event.reviewer} with the seed {sample.seed}"


def words_of(estimate: Estimate) -> tuple[str, ...]:
    """All that is said of a sample, what was drawn first."""
    return (f"{about(estimate)}.", *sentences(estimate))


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
        said.append(f"{estimate.gone} of it went with another alignment.")
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
