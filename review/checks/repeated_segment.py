"""A source segment that comes again and is translated otherwise.

The first translation is right. Where a later one keeps half of it or more, the words that differ are marked, each run
with what stands there before as its fix; where it keeps less it is marked whole, for then no part of it is to blame.
Capitals, spaces, marks, articles and possessives do not count. Very short segments depend on where they stand and are
left alone.

Misses segments that are nearly the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from review.checks.base import ArticleCheck, Example
from review.checks.reading.editions import editions
from review.checks.reading.twice import differing
from review.checks.reading.usages import sentence
from review.types import Mark, Pair, Span


def find(pairs: Sequence[Pair]) -> Iterator[tuple[int, Mark]]:
    for edition in editions(pairs):
        first: dict[str, str] = {}
        for place in edition:
            usage = sentence(pairs[place])
            before = first.setdefault(usage.written, usage.text) if usage else ""
            if usage and usage.differs(before):
                for own, other in differing(usage.text, before):
                    yield place, _mark(own.moved(usage.target.start), other.of(before), before)


def _mark(span: Span, expected: str, whole: str) -> Mark:
    said = "" if expected == whole else f": “{whole}”"
    reason = f"The same source segment is translated otherwise before{said}."
    return Mark(span, reason, fixes=(expected,), expected=expected)


CHECK = ArticleCheck(
    id="repeated-segment",
    name="Repeated sentence translated differently",
    description="A source segment that occurs before in the article with another translation.",
    category="fluency/inconsistency",
    its="inconsistency",
    severity="minor",
    score=0.5,
    version=3,
    find=find,
    examples=(
        Example(
            "请在入口处出示门票。",
            "Show tickets by the door.",
            ("Show tickets by the door.",),
            fixed="Please show your ticket at the entrance.",
            before=(("请在入口处出示门票。", "Please show your ticket at the entrance."), ("谢谢。", "Thank you.")),
        ),
        Example(
            "请在入口处出示门票。",
            "Please show your card at the entrance.",
            ("card",),
            fixed="Please show your ticket at the entrance.",
            before=(("请在入口处出示门票。", "Please show your ticket at the entrance."), ("谢谢。", "Thank you.")),
        ),
        Example(
            "Bitte Türen schließen!",
            "Shut the doors!",
            ("Shut the doors!",),
            "de",
            "en",
            "Please close the doors.",
            before=(("Bitte Türen schließen.", "Please close the doors."), ("Danke.", "Thanks.")),
        ),
        Example(
            "Close the door quietly.",
            "Tür leise zumachen.",
            ("Tür leise zumachen.",),
            "en",
            "de",
            "Die Tür leise schließen.",
            before=(
                ("Close the door quietly.", "Die Tür leise schließen."),
                ("Hello.", "Hallo."),
                ("Bye.", "Tschüss."),
            ),
        ),
        Example(
            "请在入口处出示门票。",
            "Please show a ticket at entrance.",
            before=(("请在入口处出示门票。", "Please show the ticket at the entrance."), ("谢谢。", "Thank you.")),
        ),
        Example("谢谢。", "Thanks.", before=(("谢谢。", "Thank you."), ("欢迎光临本馆。", "Welcome."))),
        Example(
            "请出示您的门票。",
            "please show your ticket",
            before=(("请出示您的门票。", "Please show your ticket."), ("谢谢。", "Thank you.")),
        ),
        Example("请出示门票原件。", "Show the ticket.", before=(("请出示门票原件！", "Show the ticket."),)),
    ),
)
