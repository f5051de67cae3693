"""A bracket that opens and never closes, or closes and never opened.

Round, square and full-width brackets pair with their own family. List letters such as `1)` and `a)`, smileys, and what
the source leaves open too are left alone.

Misses brackets closed in the wrong place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from review.checks.base import ArticleCheck, Example
from review.checks.reading.balance import Sign, unbalanced
from review.types import Mark, Pair, Span

FAMILIES = {
    "(": "round",
    "（": "round",
    "[": "square",
    "［": "square",
    "【": "square",
    "{": "curly",
    "《": "title",
    "〈": "angle",
}
CLOSING = {
    ")": "round",
    "）": "round",
    "]": "square",
    "］": "square",
    "】": "square",
    "}": "curly",
    "》": "title",
    "〉": "angle",
}

BRACKETS = frozenset([*FAMILIES, *CLOSING])


def find(pairs: Sequence[Pair]) -> Iterator[tuple[int, Mark]]:
    for index, sign in unbalanced(pairs, lone):
        way = "opens but does not close" if sign.role == "open" else "closes but was not opened"
        yield index, Mark(Span(sign.at, sign.at + 1), f"The bracket {way}.")


def lone(text: str, _lang: str = "") -> list[Sign]:
    """The brackets of a text that have no partner of their family in it, in order."""
    if BRACKETS.isdisjoint(text):
        return []
    opened: dict[str, list[int]] = {}
    stray: list[Sign] = []
    for at, sign in enumerate(text):
        if sign in FAMILIES and not _is_smiley(text, at):
            opened.setdefault(FAMILIES[sign], []).append(at)
        elif sign in CLOSING:
            if opened.get(CLOSING[sign]):
                opened[CLOSING[sign]].pop()
            elif not _is_list_sign(text, at) and not _is_smiley(text, at):
                stray.append(Sign(at, "close"))
    return sorted(
        [*stray, *(Sign(at, "open") for places in opened.values() for at in places)], key=lambda sign: sign.at
    )


def _is_list_sign(text: str, at: int) -> bool:
    """Whether the bracket closes a list letter or number: `1)`, `a)`, `iv)`."""
    start = max(0, at - 5)
    before = text[start:at].rpartition(" ")[2].rpartition("\n")[2]
    whole = before != text[start:at] or start == 0
    return (
        whole
        and 0 < len(before) <= 4
        and before.isalnum()
        and (before.isdecimal() or len(before) == 1 or set(before) <= set("ivxIVX"))
    )


def _is_smiley(text: str, at: int) -> bool:
    before = text[max(0, at - 2) : at]
    return before.endswith((":", ";", ":-", ";-", "=")) and (at + 1 == len(text) or not text[at + 1].isalnum())


CHECK = ArticleCheck(
    id="unbalanced-brackets",
    name="Unpaired bracket",
    description="A bracket without its partner.",
    category="fluency/punctuation",
    its="typographical",
    severity="minor",
    score=0.75,
    version=1,
    find=find,
    examples=(
        Example("各班（组、队）", "All classes groups and teams) took part.", (")",)),
        Example("新馆（2021年落成）", "The new hall (opened in 2021 is full.", ("(",)),
        Example("见附件[1]", "See annex [1.", ("[",)),
        Example("新馆（2021年落成）", "The new hall (opened in 2021) is full [1]."),
        Example("1）报名 2）缴费", "1) Sign up 2) pay :)"),
        Example("新馆（2021年", "The new hall (2021"),
    ),
)
