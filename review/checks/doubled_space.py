"""Two or more spaces in a row, and spaces left at the end of a line.

No-break, ideographic and other wide spaces count, for they look the same to a reader. The fix is one space, or none at
the end of a line. An indent at the beginning of a line is left alone.

Misses single no-break spaces in odd places, and missing spaces.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from review.checks.base import Check, Example
from review.checks.reading.tongue import is_cjk
from review.types import Mark, Pair, Span

NAMES = {" ": "space", "\u00a0": "no-break space", "\u3000": "ideographic space", "\t": "tab"}
WIDE = " \t\u00a0\u2000-\u200a\u202f\u205f\u3000"
RUN = regex.compile(rf"(?<![{WIDE}])[{WIDE}]{{2,}}+")
BREAKS = "\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"


def find(pair: Pair) -> Iterator[Mark]:
    text = pair.target
    if text.isascii() and "  " not in text and "\t" not in text:
        return
    for run in RUN.finditer(text):
        start, end = run.span()
        if start == 0 or text[start - 1] in BREAKS or (is_cjk(pair.target_lang) and set(run.group()) == {"\u3000"}):
            continue
        trailing = end == len(text) or text[end] in BREAKS
        where = "at the end of the line" if trailing else "in a row"
        yield Mark(Span(start, end), f"{_kinds(run.group())} {where}.", fixes=("" if trailing else " ",))


def _kinds(run: str) -> str:
    """What the run is made of, in words: 2 spaces; 2 no-break spaces; 3 spaces, some of them no-break."""
    kinds = {NAMES.get(sign, "wide space") for sign in run}
    if len(kinds) == 1:
        return f"{len(run)} {kinds.pop()}s"
    return f"{len(run)} spaces, not all of one kind,"


CHECK = Check(
    id="doubled-space",
    name="Doubled space",
    description="Several spaces in a row, or spaces at the end of a line; no-break spaces count.",
    category="fluency/spelling",
    its="whitespace",
    severity="minor",
    score=0.9,
    version=1,
    find=find,
    examples=(
        Example("会议结束。", "The meeting  ended.", ("  ",), fixed="The meeting ended."),
        Example(
            "会议结束。",
            "The meeting ended;\u00a0\u00a0 it was long.\u00a0\u00a0",
            ("\u00a0\u00a0 ", "\u00a0\u00a0"),
            fixed="The meeting ended; it was long.",
        ),
        Example(
            "会议结束。",
            "The meeting\u3000 ended.  \nAll left.",
            ("\u3000 ", "  "),
            fixed="The meeting ended.\nAll left.",
        ),
        Example("会议结束。", "The meeting ended."),
        Example("会议结束。", "    The meeting ended."),
        Example("La fin.", "Fin\u00a0: voilà.", (), "en", "fr"),
        Example("The end.", "　　会议结束。", (), "en", "zh"),
    ),
)
