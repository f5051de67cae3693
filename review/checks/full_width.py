"""Full-width marks, letters and figures of East Asian typesetting in a text of another script.

Each run is marked with its plain form as the fix, with the space that English typesetting wants. Marks that touch
residue of the source are left to that check. A lone ideographic space and the Chinese `……` and `——` count.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import regex

from review.checks.base import Check, Example
from review.checks.reading.glance import signs
from review.checks.reading.tongue import is_cjk, tongue
from review.types import Mark, Pair, Span

PLAIN = {
    "。": ".",
    "、": ",",
    "．": ".",
    "｡": ".",
    "､": ",",
    "【": "[",
    "】": "]",
    "〔": "[",
    "〕": "]",
    "「": "“",
    "」": "”",
    "『": "“",
    "』": "”",
    "《": "“",
    "》": "”",
    "〈": "“",
    "〉": "”",
    "〖": "[",
    "〗": "]",
    "　": " ",
    "～": "~",
    "・": "·",
    "……": "…",
    "——": "—",
}
WIDE = regex.compile(
    r"……|——|[０-９Ａ-Ｚａ-ｚ]++|[\uff01-\uff5e￥￡]|"
    r"[、。【】〔〕「」『』《》〈〉〖〗｡､・]|(?<![ \u00a0\u3000\t])\u3000(?![ \u00a0\u3000\t])"
)
SIGNS = frozenset((*map(chr, range(0xFF01, 0xFF5F)), *"……—￥￡", *"".join(PLAIN)))
SPACE_BEHIND = "，。、；：！？．）】"
SPACE_BEFORE = "（【"
EAST = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]")


def find(pair: Pair) -> Iterator[Mark]:
    if SIGNS.isdisjoint(signs(pair.target)) or is_cjk(pair.target_lang) or not tongue(pair.target_lang).scripts:
        return
    text = pair.target
    for run in WIDE.finditer(text):
        if EAST.match(text[run.start() - 1 : run.start()]) or EAST.match(text, run.end()):
            continue
        fix = _fix(text, run.start(), run.end())
        yield Mark(Span(*run.span()), f"East Asian full-width character: {run.group()}", fixes=(fix,))


def _fix(text: str, start: int, end: int) -> str:
    """The plain form, with a space where the marks of a spaced language want one."""
    wide = text[start:end]
    plain = PLAIN.get(wide) or "".join(PLAIN.get(sign) or unicodedata.normalize("NFKC", sign) for sign in wide)
    behind = text[end : end + 1]
    if wide[-1] in SPACE_BEHIND and (behind.isalpha() or behind in tuple("“‘(")):
        plain += " "
    if wide[0] in SPACE_BEFORE and start and text[start - 1].isalnum():
        plain = f" {plain}"
    return plain


CHECK = Check(
    id="full-width",
    name="Full-width character",
    description="Full-width punctuation, letters or figures in a text of another script.",
    category="fluency/punctuation",
    its="characters",
    severity="minor",
    score=0.9,
    version=1,
    find=find,
    examples=(
        Example(
            "书展开幕，人很多。",
            "The fair opened，and many came。",
            ("，", "。"),
            fixed="The fair opened, and many came.",
        ),
        Example("第１２页（附图）", "Page １２（with map）", ("１２", "（", "）"), fixed="Page 12 (with map)"),
        Example("《湖》", "《The Lake》", ("《", "》"), fixed="“The Lake”"),
        Example("等等……", "Wait……", ("……",), fixed="Wait…"),
        Example("书展开幕，人很多。", "The fair opened, and many “came”… – see №\u00a05."),
        Example("The fair opened, OK.", "书展开幕，很好。", (), "en", "zh"),
        Example("书展开幕。", "The 书展。opened", ()),
    ),
)
