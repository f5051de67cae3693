"""A source segment that comes again and is translated otherwise.

The first translation is right. Where a later one keeps half of it or more, the words that differ are marked, each run
with what stands there before as its fix; where it keeps less it is marked whole, for then no part of it is to blame.
Capitals, spaces and marks do not count. Very short segments depend on where they stand and are left alone.

Misses segments that are nearly the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from review.checks.base import ArticleCheck, Example
from review.checks.reading.editions import editions
from review.checks.reading.tongue import is_spaced
from review.diff import edits
from review.types import Mark, Pair, Span

LETTERS = regex.compile(r"[\p{L}\p{N}]++")
ENDS = " \t\r\n\u00a0\u3000.。!！?？;；:："
DETERMINERS = frozenset(("a", "an", "the", "its", "their", "his", "her"))
LEAST_WORDS = 3
ALIKE = 0.5
"""Share of the longer translation that both have: with more of it, what differs can be told."""
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
                for own, other in _differing(target, before):
                    yield place, _mark(own.moved(start), other.of(before), before)


def _differing(target: str, before: str) -> list[tuple[Span, Span]]:
    """The pieces of a translation that an earlier one has otherwise, with its own; the whole where little is alike."""
    whole = [(Span(0, len(target)), Span(0, len(before)))]
    made = edits(target, before)
    same = sum(len(edit.before) for edit in made if edit.kind == "equal")
    if same < ALIKE * max(len(target), len(before)):
        return whole
    told = [(edit.before, edit.after) for edit in made if _is_told(edit.before.of(target), edit.after.of(before))]
    return [(own, other) for own, other in told if len(own)] or whole


def _is_told(own: str, other: str) -> bool:
    """Whether two pieces differ in words, and not in an article or a possessive only."""
    words = set(_folded(own).split()) ^ set(_folded(other).split())
    return not words <= DETERMINERS


def _mark(span: Span, expected: str, whole: str) -> Mark:
    said = "" if expected == whole else f": “{whole}”"
    reason = f"The same source segment is translated otherwise before{said}."
    return Mark(span, reason, fixes=(expected,), expected=expected)


def _folded(text: str) -> str:
    return " ".join(LETTERS.findall(text.casefold()))


def _is_long(pair: Pair) -> bool:
    words = _folded(pair.source)
    return words.count(" ") + 1 >= LEAST_WORDS if is_spaced(pair.source_lang) else len(words) >= LEAST_CHARACTERS


CHECK = ArticleCheck(
    id="repeated-segment",
    name="Repeated sentence translated differently",
    description="A source segment that occurs before in the article with another translation.",
    category="fluency/inconsistency",
    its="inconsistency",
    severity="minor",
    score=0.5,
    version=2,
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
        Example("谢谢。", "Thanks.", before=(("谢谢。", "Thank you."), ("欢迎光临本馆。", "Welcome."))),
        Example(
            "请出示您的门票。",
            "please show your ticket",
            before=(("请出示您的门票。", "Please show your ticket."), ("谢谢。", "Thank you.")),
        ),
        Example("请出示门票原件。", "Show the ticket.", before=(("请出示门票原件！", "Show the ticket."),)),
    ),
)
