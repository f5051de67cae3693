r"""Placeholders, character references and markup that a reader must not see: `<url>` `&nbsp;` `%s` `{0}` `\n`.

References are marked wherever they stand. Tags and placeholders that the source has as well weigh less, for a manual
may speak of them; a placeholder of the source that the translation lacks is marked there.

Misses markup of unusual languages, and placeholders that look like words.
"""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Iterator

import regex

from review.checks.base import Check, Example
from review.checks.reading.glance import signs
from review.types import Mark, Pair, Span

IN_SOURCE = 0.3
LOST = 0.6
REFERENCE = regex.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,6}|#[xX][0-9a-fA-F]{2,6});")
TAG = regex.compile(r"</?[A-Za-z][A-Za-z0-9:_-]{0,24}+(?:\s[^<>\r\n]{0,200})?/?>")
PLACEHOLDER = regex.compile(
    r"%(?:\d\$)?[sdif](?!\p{L})|%\(\w{1,32}\)[sdif]|\$?\{\{?[A-Za-z_0-9.]{1,32}\}?\}|(?<![:\\])\\[nrt](?![a-z])|"
    r"@@|(?<!\w)__[A-Za-z0-9]{1,24}__(?!\w)|\[\[[^\[\]\r\n]{1,40}\]\]|▁|⟦[^⟦⟧]{0,24}⟧|"
    r"(?<![\w.-])(?:X{3,8}|TODO|TBD|FIXME|TKTK)(?![\w-])|(?i:lorem ipsum)"
)
VALUE = regex.compile(r"\d\s?$")
SIGNS = frozenset("&<%${\\@_[▁⟦")
STAND_INS = ("XXX", "TODO", "TBD", "FIXME", "TKTK")
"""A text without any of these, and without `lorem`, holds nothing of the kind."""


def find(pair: Pair) -> Iterator[Mark]:
    given, wanted = _leaks(pair.target), _leaks(pair.source)
    if not given and not wanted:
        return
    known = Counter(span.of(pair.source) for span in wanted)
    for span in given:
        yield _mark(span.of(pair.target), span, known)
    for span in wanted if pair.target.strip() else ():
        text = span.of(pair.source)
        if PLACEHOLDER.fullmatch(text) and not any(text == other.of(pair.target) for other in given):
            reason = f"The placeholder is not in the translation: {text}."
            yield Mark(span, reason, side="source", expected=text, score=LOST)


def _leaks(text: str) -> list[Span]:
    """Character references, tags and placeholders by place."""
    spoken = any(map(text.__contains__, STAND_INS)) or "lorem" in text.lower()
    if not spoken and SIGNS.isdisjoint(signs(text)):
        return []
    found = [Span(*match.span()) for match in REFERENCE.finditer(text)] if "&" in text else []
    found += [Span(*match.span()) for match in TAG.finditer(text)] if "<" in text else []
    found += [Span(*match.span()) for match in PLACEHOLDER.finditer(text) if not _is_percentage(text, match)]
    return sorted(found)


def _is_percentage(text: str, match: regex.Match[str]) -> bool:
    return match.group()[0] == "%" and VALUE.search(text, max(0, match.start() - 2), match.start()) is not None


def _mark(text: str, span: Span, known: Counter[str]) -> Mark:
    if REFERENCE.fullmatch(text):
        sign = html.unescape(text).replace("\u00a0", " ")
        fixes = (sign,) if sign != text else ()
        return Mark(span, f"A character reference instead of its character: {text}", fixes=fixes)
    kind = "A placeholder" if PLACEHOLDER.fullmatch(text) else "Markup"
    if known[text]:
        return Mark(span, f"{kind} that the source has as well: {text}", severity="minor", score=IN_SOURCE)
    return Mark(span, f"{kind} that a reader would see: {text}", fixes=("",) if text.lower().startswith("<br") else ())


CHECK = Check(
    id="leaked-markup",
    name="Leaked markup",
    description="A placeholder, character reference or tag in the text.",
    category="fluency/character encoding",
    its="markup",
    severity="major",
    score=0.95,
    version=2,
    find=find,
    examples=(
        Example("详情见网站。", "See <url> for details.", ("<url>",)),
        Example("图书馆与学校", "Library &amp; school&nbsp;open", ("&amp;", "&nbsp;"), fixed="Library & school open"),
        Example("您好！", "Hello %s, {0} and {name}!", ("%s", "{0}", "{name}")),
        Example("地址待定", "The address is TODO, lorem ipsum.", ("TODO", "lorem ipsum")),
        Example("某某路", "Take XXX Road.", ("XXX",)),
        Example("第一行", "First line\\nSecond<br>line", ("\\n", "<br>"), fixed="First line\\nSecondline"),
        Example("您有{0}条消息。", "You have messages.", ("{0}",)),
        Example("增长5%且a<b。", "Up 5% since A & B; a < b and c > d, 5 %s are fine."),
        Example("路径为C:\\new", "The path is C:\\new\\temp."),
        Example("XXX路", "Take No. 3 XX Road in the xxxx hall."),
        Example("会议结束。", "The meeting ended {early}?".replace("{early}", "(early)")),
    ),
)
