"""No space behind a comma, stop, colon or closing mark: `river,then` `left.“We`.

Figures, addresses, abbreviations, file names and formulas are left alone. The fix puts the space in.

Misses a full stop before a lower-case letter, which may be a domain or a file name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from review.checks.base import Check, Example
from review.checks.reading.sentences import ends_in_abbreviation
from review.checks.reading.tongue import is_spaced
from review.checks.reading.words import Places, listed
from review.types import Mark, Pair, Span

GLUED = regex.compile(
    r"(?<=[\p{L}\p{M}][\p{L}\p{M}\p{N}”’\"')\]%]|[\p{L}\p{N}][”’\")\]%])[,;](?=[\p{L}“‘\"(\[])"  # river,then
    r"|(?<=\p{Ll}[\p{Ll}”’\")\]])[.!?…](?=\p{Lu}[\p{Ll}\s’']|[“‘(\[]\p{L})"  # end.The
    r"|(?<=\p{Ll}[.!?,][”’])(?=\p{L})"  # ended.”The
    r"|(?<=\p{Ll}\p{Ll}):(?=\p{L}\p{L}|[“‘]\p{L})"  # note:the
    r"|(?<=\p{Ll}\p{Ll}\))(?=\p{L}\p{L})"  # (so)that
    r"|(?<=\p{L} \d{1,2}),(?=(?:19|20)\d\d(?!\d))"  # May 1,2020
    r"|(?<=^\d{1,2})\.(?=\p{Lu}\p{Ll})"  # 7.In fact
)
CANDIDATE = re.compile(r"[,;.!?…:”’)\"\]%](?=[^\W\d_]|[“‘(\[\"]|[”’]\w|[,;]\S|(?<=,)[12])")
"""The mark of what GLUED finds, or the character before the place."""
TOKEN = regex.compile(r"\S++")
MACHINE = regex.compile(r"[/@\\_=#~^`{}|<>]|::|\.\.|^(?:www|\w++\(\))")
DOMAINS = frozenset(
    listed("com net org edu gov info io app co cn de uk js net py html htm php asp pdf doc docx xls zip")
)


def find(pair: Pair) -> Iterator[Mark]:
    text = pair.target
    glued = _glued(text) if is_spaced(pair.target_lang) else []
    if not glued:
        return
    machine = Places(Span(*token.span()) for token in TOKEN.finditer(text) if MACHINE.search(token.group()))
    for span in glued:
        wider = Span(max(0, span.start - 1), span.end)
        if not machine.touch(wider) and not _is_allowed(text, span, pair.target_lang):
            mark = span.of(text) or text[span.start - 1]
            place = span if len(span) else Span(span.start - 1, span.start)
            certain = len(span) or text[span.start - 2 : span.start - 1] != ","
            yield Mark(place, f"No space after {mark}", fixes=(f"{mark} ",) if certain else ())


def _glued(text: str) -> list[Span]:
    places = {place for match in CANDIDATE.finditer(text) for place in (match.start(), match.end())}
    return [Span(*match.span()) for place in sorted(places) if (match := GLUED.match(text, place))]


def _is_allowed(text: str, span: Span, lang: str) -> bool:
    mark, behind = span.of(text), text[span.end : span.end + 12]
    if not mark:
        return text[span.start - 1] in "’)" and behind[:2].lower() in ("s ", "s", "d ", "t ")
    if mark == ".":
        word = regex.match(r"\p{L}*+", behind)
        domain = word is not None and word.group().lower() in DOMAINS
        return domain or ends_in_abbreviation(text, span.start, lang)
    if mark in ",;" and behind[:1] == '"':
        return not behind[1:2].strip() or text[max(0, span.start - 200) : span.start].count('"') % 2 == 1
    return False


CHECK = Check(
    id="missing-space",
    name="Missing space",
    description="No space after a punctuation mark.",
    category="fluency/spelling",
    its="whitespace",
    severity="minor",
    score=0.85,
    version=1,
    find=find,
    examples=(
        Example(
            "船过了河，便靠岸。",
            "The boat crossed the river,then landed.",
            (",",),
            fixed="The boat crossed the river, then landed.",
        ),
        Example("他说完了。", "He ended.The hall was silent.", (".",), fixed="He ended. The hall was silent."),
        Example("他说：“好。”", "He said:“Good.”Then he left.", (":", "”"), fixed="He said: “Good.” Then he left."),
        Example("门票（优惠）在售。", "Tickets (reduced)are on sale.", (")",), fixed="Tickets (reduced) are on sale."),
        Example("价格为1,200.50元。", "It costs 1,200.50 yuan at 10:30."),
        Example("见网站。", "See www.Example.Com/a,b or Node.js, e.g.the U.S.Army page."),
        Example("他说：“好，”然后离开。", '“Good,” he said, "fine," and left (alone), waving...'),
    ),
)
