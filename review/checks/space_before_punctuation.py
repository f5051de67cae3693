"""A space before a comma, stop or closing bracket, or behind an opening one: `the tea , please` `( text )`.

French sets a space before ; : ! ? and », and there it is right. Ellipses, decimals such as ` .5`, names such as
` .NET`, smileys and ratios are left alone. The fix takes the space away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from review.checks.base import Check, Example
from review.checks.reading.tongue import tongue
from review.types import Mark, Pair, Span

SPACES = r"[ \t\u00a0\u3000]{1,4}+"
BEFORE = r"(?<=[\p{L}\p{N}\p{M}”’\"')\]%])"
EVERYWHERE = regex.compile(
    rf"{BEFORE}{SPACES}(?:,(?!\d)|\.(?![.\p{{L}}\p{{N}}])|[)\]](?!\p{{L}}))|[(\[]{SPACES}(?=\p{{L}}|\p{{N}})"
)
MOST = regex.compile(rf"{EVERYWHERE.pattern}|{BEFORE}{SPACES}(?:[;?!](?![\p{{L}}\p{{N}}=!?])|:(?=\s|$))")
CANDIDATE = re.compile("[ \t\u00a0\u3000(\\[][ \t\u00a0\u3000,.)\\];?!:]")
SPACED_MARKS = frozenset({"fr"})


def find(pair: Pair) -> Iterator[Mark]:
    language = tongue(pair.target_lang)
    if not language.scripts or not language.spaced or CANDIDATE.search(pair.target) is None:
        return
    pattern = EVERYWHERE if language.tag in SPACED_MARKS else MOST
    for match in pattern.finditer(pair.target):
        if not _is_allowed(pair.target, match.start(), match.end()):
            sign = match.group().strip(" \t\u00a0\u3000")
            side = "after" if sign in "([" else "before"
            yield Mark(Span(*match.span()), f"A space {side} {sign}", fixes=(sign,))


def _is_allowed(text: str, start: int, end: int) -> bool:
    """A ratio `3 : 1`, empty boxes `[ ]`, smileys `:)`, and a stop that begins a list of dots ` . . .`."""
    sign = text[end - 1]
    if sign == ":" and text[start - 1].isdecimal() and text[end : end + 2].strip().isdecimal():
        return True
    return (
        (sign == "." and text[end : end + 2] == " .")
        or (sign in ")]" and text[start - 1 : start] in "([:;")
        or (sign == "." and text[max(0, start - 2) : start] in (" .", ".."))
    )


CHECK = Check(
    id="space-before-punctuation",
    name="Space before punctuation",
    description="A space before a comma, stop or closing bracket, or behind an opening bracket.",
    category="fluency/punctuation",
    its="whitespace",
    severity="minor",
    score=0.75,
    version=1,
    find=find,
    examples=(
        Example(
            "请用茶，也请用点心。",
            "Have some tea , and a biscuit .",
            (" ,", " ."),
            fixed="Have some tea, and a biscuit.",
        ),
        Example("（试行）", "Rules ( trial version ) apply.", ("( ", " )"), fixed="Rules (trial version) apply."),
        Example("真的吗？", "Really\u00a0?", ("\u00a0?",), fixed="Really?"),
        Example("Really?", "Vraiment ? Oui : c'est vrai !", (), "en", "fr"),
        Example("等等……", "Wait ... it grew by .5 in .NET :)"),
        Example("比分为3 : 1。", "The odds are 3 : 1 - fine."),
    ),
)
