"""Source text left in the translation, told by its script: Han, Kana, Hangul, Cyrillic, Hebrew, Arabic and the like.

A run in a script of the source's language that the target's language does not use is marked; other foreign scripts,
such as one Cyrillic letter in a Latin word, are marked with less weight. The original of a name in brackets behind its
rendering, as in `Weibo (微博)`, is only hinted at.

Misses source text in a script that both languages use (see copied-words) and foreign text that should stay, such as a
word that the text explains.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import regex

from review.checks.base import Check, Example
from review.checks.reading.tongue import tongue
from review.types import Mark, Pair, Span

SCRIPTS = (
    "Han",
    "Hiragana",
    "Katakana",
    "Hangul",
    "Cyrillic",
    "Hebrew",
    "Arabic",
    "Greek",
    "Devanagari",
    "Thai",
    "Armenian",
    "Georgian",
    "Bengali",
    "Tamil",
)
ORIGINAL = 0.25
FOREIGN = 0.7
BEFORE = 40
LOOKALIKES = str.maketrans("АВЕЅІЈКМНОРСТУХасеорхуіѕј", "ABESIJKMHOPCTYXaceopxyisj")
OPENED = regex.compile(r"\p{Latin}[\p{L}\p{M}.'’-]*+[\"”’]?\s?[(（\[]\s?[\p{L}\s:：“”\"'’《「,，、]{0,24}$")
CLOSED = regex.compile(r"[^()（）\[\]]{0,24}[)）\]]")


def find(pair: Pair) -> Iterator[Mark]:
    if not tongue(pair.target_lang).scripts or pair.target.isascii():
        return
    foreign = _foreign(tongue(pair.target_lang).tag)
    residue = _residue(tongue(pair.source_lang).tag, tongue(pair.target_lang).tag)
    for run in foreign.finditer(pair.target):
        left = residue is not None and residue.search(run.group()) is not None
        yield _mark(pair, Span(*run.span()), run.group(), left)


def _mark(pair: Pair, span: Span, text: str, left: bool) -> Mark:
    latin = text.translate(LOOKALIKES)
    if len(text) == 1 and latin != text:
        reason = f"A Cyrillic letter that looks like Latin {latin}."
        return Mark(span, reason, fixes=(latin,), severity="minor", score=FOREIGN)
    if left and _is_original(pair.target, span):
        reason = f"The original of a name in brackets: {text}. Keep it only if readers need it."
        return Mark(span, reason, severity="minor", score=ORIGINAL)
    if left:
        at = pair.source.find(text)
        counterpart = Span(at, at + len(text)) if at >= 0 else None
        return Mark(span, f"Source text left untranslated: {text}.", counterpart=counterpart)
    reason = f"Letters of a script that the translation's language does not use: {text}."
    return Mark(span, reason, severity="minor", score=FOREIGN)


def _is_original(text: str, span: Span) -> bool:
    before = text[max(0, span.start - BEFORE) : span.start]
    return OPENED.search(before) is not None and CLOSED.match(text, span.end, span.end + BEFORE) is not None


@lru_cache(maxsize=64)
def _foreign(target: str) -> regex.Pattern[str]:
    """Runs of letters of scripts that the target's language does not use, over the wide marks between them.

    Greek letters are left alone: they are signs of units and formulas everywhere.
    """
    own = tongue(target).scripts
    scripts = "".join(rf"\p{{{script}}}" for script in SCRIPTS if script not in own and script != "Greek")
    return regex.compile(
        rf"[{scripts}][{scripts}\p{{M}}]*+(?:[·・ー、，。：；！？《》“”‘’「」『』（）\d]{{1,3}}[{scripts}][{scripts}\p{{M}}]*+)*+"
    )


@lru_cache(maxsize=256)
def _residue(source: str, target: str) -> regex.Pattern[str] | None:
    """A letter of the source's scripts that is not also one of the target's."""
    own = [script for script in tongue(source).scripts if script not in tongue(target).scripts and script != "Latin"]
    return regex.compile("[" + "".join(rf"\p{{{script}}}" for script in own) + "]") if own else None


CHECK = Check(
    id="source-script",
    name="Untranslated words",
    description="Letters of the source's script, or of another foreign script, in the translation.",
    category="accuracy/source language fragment",
    its="untranslated",
    severity="major",
    score=0.97,
    version=1,
    find=find,
    examples=(
        Example("图书馆推出夜间借阅服务。", "The library launched a 夜间借阅 service.", ("夜间借阅",)),
        Example("“长廊·花园”项目开工。", "Work on the 长廊·花园 project has begun.", ("长廊·花园",)),
        Example("Школа открыла мастерскую.", "The school opened a мастерскую.", ("мастерскую",), "ru", "en"),
        Example("新しいバスを運行する。", "A new バス will run.", ("バス",), "ja", "en"),
        Example("通知已在微博发布。", "The notice was posted on Weibo (微博).", ("微博",)),
        Example(
            "Der Verein tagt heute.", "The аssociation meets today.", ("а",), "de", "en", "The association meets today."
        ),
        Example("图书馆推出夜间借阅服务。", "The library launched a night borrowing service."),
        Example("Температура 60 °С.", "At 60 °С.", ("С",), "ru", "en", "At 60 °C."),
        Example("角度为α。", "The angle is α, at 20 °C – “fine”."),
        Example("The library opens.", "图书馆开放。", (), "en", "zh"),
        Example("図書館が開館した。", "图书馆开馆了。", (), "ja", "zh"),
    ),
)
