"""Characters that nobody sees and that break search, line breaks and counts: zero-width spaces, joiners, soft hyphens.

Joiners are left alone in the languages that write with them and in emoji, and direction marks where one side is written
from the right. The fix takes them out.

Misses no-break spaces, which are often meant; doubled ones are marked as doubled spaces.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from review.checks.base import Check, Example
from review.checks.reading.glance import signs
from review.checks.reading.tongue import tongue
from review.types import Mark, Pair, Span

NAMES = {
    "\u00ad": "soft hyphen",
    "\u200b": "zero-width space",
    "\u200c": "zero-width non-joiner",
    "\u200d": "zero-width joiner",
    "\u200e": "left-to-right mark",
    "\u200f": "right-to-left mark",
    "\u2060": "word joiner",
    "\ufeff": "byte order mark",
}
HIDDEN = regex.compile("[\u00ad\u200b-\u200f\u2060\ufeff]++")
JOINERS = frozenset("\u200c\u200d")
MARKS = frozenset("\u200e\u200f")
JOINING = frozenset({"Arabic", "Devanagari", "Bengali", "Tamil", "Thai", "Khmer"})
EMOJI = regex.compile(r"[\p{Emoji_Presentation}\p{Extended_Pictographic}\ufe0f]")


def find(pair: Pair) -> Iterator[Mark]:
    if signs(pair.target).isdisjoint(NAMES):
        return
    for run in HIDDEN.finditer(pair.target):
        if not _is_needed(pair, run.group(), run.start()):
            kinds = ", ".join(dict.fromkeys(NAMES[sign] for sign in run.group()))
            yield Mark(Span(*run.span()), f"An invisible character: {kinds}.", fixes=("",))


def _is_needed(pair: Pair, run: str, at: int) -> bool:
    target = tongue(pair.target_lang)
    if JOINERS.issuperset(run):
        return not JOINING.isdisjoint(target.scripts) or EMOJI.match(pair.target, max(0, at - 1)) is not None
    return MARKS.issuperset(run) and "rtl" in (target.direction, tongue(pair.source_lang).direction)


CHECK = Check(
    id="invisible-character",
    name="Invisible character",
    description="A zero-width space, joiner, soft hyphen or byte order mark in the text.",
    category="fluency/character encoding",
    its="characters",
    severity="minor",
    score=0.9,
    version=1,
    find=find,
    examples=(
        Example("桥开通了。", "The bridge\u200b opened.", ("\u200b",), fixed="The bridge opened."),
        Example("桥开通了。", "\ufeffThe bri\u00addge opened.", ("\ufeff", "\u00ad"), fixed="The bridge opened."),
        Example("桥开通了。", "The\u200d bridge\u200e opened.", ("\u200d", "\u200e"), fixed="The bridge opened."),
        Example("桥开通了。", "The bridge\u00a0opened at 5\u2009km."),
        Example("一家人", "The family \U0001f469\u200d\U0001f467 came."),
        Example("The book", "کتاب\u200cها", (), "en", "fa"),
    ),
)
