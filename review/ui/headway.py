"""How far the review of an article is, as a bar by status with signs, words and the reviewers' shares."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from review.judged.shares import Share
from review.judgements import Status
from review.store import Entry
from review.ui.wording import counted

SIGNS: Mapping[Status, tuple[str, str]] = {
    "approved": ("✓", "approved"),
    "corrected": ("✎", "corrected"),
    "in work": ("…", "in work"),
    "question": ("?", "in question"),
}
"""The statuses of pairs that somebody has looked at, in the order of the bar: each with its sign and its word."""


def counts_of(entry: Entry) -> dict[Status, int]:
    """How many of its pairs are in each status but unreviewed."""
    return {
        "approved": entry.approved,
        "corrected": entry.corrected,
        "in work": entry.in_work,
        "question": entry.questions,
    }


def talk_of(entry: Entry) -> str:
    """How many of its pairs are talked about, with a sign; "" where none is."""
    return f"✉ {counted(entry.discussed, 'pair')} with open comments" if entry.discussed else ""


def bar(counts: Mapping[Status, int], pairs: int) -> str:
    """The statuses as a bar of HTML, as long as their shares of the pairs; the words for it stand beside."""
    segments = (
        f'<i class="mtreview-is-{status.replace(" ", "-")}" style="flex-grow:{counts.get(status, 0)}"></i>'
        for status in SIGNS
        if counts.get(status)
    )
    rest = f'<i style="flex-grow:{max(0, pairs - sum(counts.values()))}"></i>'
    return f'<div class="mtreview-bar" aria-hidden="true">{"".join(segments)}{rest}</div>'


def legend() -> str:
    """What the colours of the bar say, as HTML."""
    signs = (
        f'<span><i class="mtreview-is-{status.replace(" ", "-")}" aria-hidden="true"></i>{sign} {word}</span>'
        for status, (sign, word) in SIGNS.items()
    )
    rest = '<span><i aria-hidden="true"></i>not reviewed</span>'
    return f'<div class="mtreview-legend">{"".join(signs)}{rest}</div>'


def words_of(counts: Mapping[Status, int], pairs: int) -> str:
    """The same in words, with the signs."""
    done = counts.get("approved", 0) + counts.get("corrected", 0)
    parts = (f"{sign} {counts[status]} {word}" for status, (sign, word) in SIGNS.items() if counts.get(status))
    return " · ".join((f"{done} of {pairs} done", *parts))


def said_of(share: Share) -> str:
    """A reviewer's share in words."""
    parts = ", ".join(f"{count} {SIGNS[status][1]}" for status, count in share.counts)
    return f"{share.reviewer}: {parts}"


def headway(counts: Mapping[Status, int], pairs: int, shares: Iterable[Share] = ()) -> str:
    """The bar with its words as HTML, and who did how much of it where it was more than one."""
    found = tuple(shares)
    told = " · ".join(
        f'<span title="{escape(said_of(share))}">{escape(share.reviewer)} {share.pairs}</span>' for share in found
    )
    hands = f'<div class="mtreview-hands">{told}</div>' if len(found) > 1 else ""
    return f'{bar(counts, pairs)}<div class="mtreview-said">{escape(words_of(counts, pairs))}</div>{hands}'
