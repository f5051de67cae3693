"""A source segment that comes again and is translated otherwise.

The first translation is right, and a later one that differs in more than capitals, spaces and marks is marked whole,
with the first as the fix. Very short segments depend on where they stand and are left alone.

Misses segments that are nearly the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from review.checks.base import ArticleCheck, Example
from review.checks.reading.editions import editions
from review.checks.reading.tongue import is_spaced
from review.types import Mark, Pair, Span

LETTERS = regex.compile(r"[\p{L}\p{N}]++")
ENDS = " \t\r\n\u00a0\u3000.。!！?？;；:："
LEAST_WORDS = 3
LEAST_CHARACTERS = 5
"""Of a segment in a language without spaces between words."""


def find(pairs: Sequence[Pair]) -> Iterator[tuple[int, Mark]]:
    for edition in editions(pairs):
        first: dict[str, str] = {}
        for place in edition:
            pair = pairs[place]
            target = pair.target.strip()
            before = first.setdefault(pair.source.strip(ENDS), target) if target else target
            if before != target and _is_long(pair) and _folded(before) != _folded(target):
                start = pair.target.index(target)
                reason = "The same source segment is translated otherwise before."
                yield place, Mark(Span(start, start + len(target)), reason, fixes=(before,), expected=before)


def _folded(text: str) -> str:
    return " ".join(LETTERS.findall(text.casefold()))


def _is_long(pair: Pair) -> bool:
    words = _folded(pair.source)
    return words.count(" ") + 1 >= LEAST_WORDS if is_spaced(pair.source_lang) else len(words) >= LEAST_CHARACTERS


CHECK = ArticleCheck(
    id="repeated-segment",
    name="Repeated segment translated otherwise",
    description="A source segment that occurs before in the article with another translation.",
    category="fluency/inconsistency",
    its="inconsistency",
    severity="minor",
    score=0.5,
    version=1,
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
        Example("谢谢。", "Thanks.", before=(("谢谢。", "Thank you."), ("欢迎光临本馆。", "Welcome."))),
        Example(
            "请出示您的门票。",
            "please show your ticket",
            before=(("请出示您的门票。", "Please show your ticket."), ("谢谢。", "Thank you.")),
        ),
        Example("请出示门票原件。", "Show the ticket.", before=(("请出示门票原件！", "Show the ticket."),)),
    ),
)
