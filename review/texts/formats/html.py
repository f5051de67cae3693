"""HTML pages: the article's text as trafilatura finds it, and all else that the page shows listed as left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from review.errors import UnreadableFile
from review.texts.encoding import decode
from review.texts.formats.base import Read, TextFormat
from review.types import LeftOut, Origin

if TYPE_CHECKING:
    from lxml import etree

CODECS_OF_LABELS = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "x-sjis": "cp932",
    "euc-kr": "cp949",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
}
"""What pages declare → the codec that browsers read it with."""
REASONS = {
    "nav": "navigation",
    "header": "page header",
    "footer": "page footer",
    "aside": "beside the article",
    "form": "form",
    "button": "form",
    "select": "form",
    "textarea": "form",
    "figcaption": "caption",
    "table": "table",
}
NO_REASON = "not part of the article"
_UNSEEN = frozenset(
    (
        *("head", "script", "style", "template", "noscript", "iframe", "object", "embed", "svg", "math", "canvas"),
        *("audio", "video", "datalist", "map"),
    )
)
_INLINE = frozenset(
    (
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i"),
        *("img", "input", "ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span"),
        *("strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"),
    )
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\n\r\f]+")
_NO_WORD = re.compile(r"[\W_]+")
_HEAD_BYTES = 4096
_LONG_ENOUGH = 15
"""Letters and digits that a block must have to be known again inside a longer line."""


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text that the page shows on lines of its own, the tag that it stands in, and the part of the page."""

    text: str
    tag: str
    reason: str


@dataclass(slots=True)
class _Walk:
    """The way through the tree: the tags above, how many of them hide what they hold, and the text since a break."""

    above: list[str] = field(default_factory=list)
    hiding: int = 0
    pieces: list[str] = field(default_factory=list)

    def say(self, text: str | None) -> None:
        if text and not self.hiding:
            self.pieces.append(text)

    def broken(self) -> Iterator[Block]:
        """The block that ends here, if it shows anything; in `pre` one for each line."""
        joined, self.pieces = "".join(self.pieces), []
        tag = next((tag for tag in reversed(self.above) if tag not in _INLINE), "")
        reason = next((REASONS[tag] for tag in reversed(self.above) if tag in REASONS), NO_REASON)
        for line in joined.splitlines() if "pre" in self.above else (_SPACES.sub(" ", joined).strip(" "),):
            if line.strip():
                yield Block(line, tag, reason)


def read(content: bytes, name: str, encoding: str = "") -> Read:
    """The headline and text of the article in a page, a blank line between paragraphs; white space as a browser has it.

    Law: each block of text that the page shows is in the text or in `origin.left_out`, with a reason. Where no article
    is found the whole page is the text. Nothing is fetched, no entity resolved, no script run. It misses texts of
    images and what scripts or style sheets show or hide. Raises UnreadableFile.
    """
    html, encoding = _decoded(content, name, encoding)
    blocks = shown_blocks(html, name)
    if not blocks:
        raise UnreadableFile(name, "byte 0", "no text that a reader would see", "an HTML page with an article")
    taken = _article(html, blocks)
    text = "\n\n".join(block.text for block, kept in zip(blocks, taken, strict=True) if kept)
    left_out = (LeftOut(block.text, block.reason) for block, kept in zip(blocks, taken, strict=True) if not kept)
    return Read(text + "\n", Origin(name, "html", encoding, tuple(left_out)))


def _decoded(content: bytes, name: str, encoding: str) -> tuple[str, str]:
    """The page's text: UTF-8 where it is that, else as the page declares, else as guessed."""
    declared = _DECLARED.search(content[:_HEAD_BYTES])
    if encoding or declared is None:
        return decode(content, name, encoding)
    label = declared[1].decode("ascii").lower()
    for choice in ("utf-8", CODECS_OF_LABELS.get(label, label)):
        try:
            return decode(content, name, choice)
        except UnreadableFile:
            continue
    return decode(content, name)


def shown_blocks(html: str, name: str = "page") -> tuple[Block, ...]:
    """The runs of text that a page shows, in its order. Raises UnreadableFile where the parser has to stop midway."""
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = etree.fromstring(html.encode("utf-8"), parser)
    except etree.XMLSyntaxError:
        return ()
    for problem in parser.error_log:
        if problem.level_name == "FATAL":
            raise UnreadableFile(name, f"line {problem.line}", problem.message, "HTML that can be parsed to its end")
    return tuple(_blocks(root)) if root is not None else ()


def _blocks(root: etree._Element) -> Iterator[Block]:
    from lxml import etree

    walk = _Walk()
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = str(element.tag)
        if tag not in _INLINE:
            yield from walk.broken()
        if event == "start":
            walk.above.append(tag)
            walk.hiding += _is_hidden(element)
            walk.say(element.text)
        else:
            if tag not in _INLINE:
                yield from walk.broken()
            walk.above.pop()
            walk.hiding -= _is_hidden(element)
            walk.say(element.tail)
    yield from walk.broken()


def _is_hidden(element: etree._Element) -> bool:
    if element.tag in _UNSEEN or element.get("hidden") is not None:
        return True
    return _HIDDEN.search(element.get("style") or "") is not None


def _article(html: str, blocks: tuple[Block, ...]) -> tuple[bool, ...]:
    """Which of the blocks are the article: those that trafilatura took, and the headline."""
    import trafilatura

    found = trafilatura.extract(html, include_comments=False, include_tables=True, deduplicate=False) or ""
    lines = [_letters(cell) for line in found.splitlines() for cell in (line, *line.split("|"))]
    known, joined = frozenset(lines), "".join(_letters(line) for line in found.splitlines())
    taken = [_is_among(_letters(block.text), known, joined) for block in blocks]
    if not any(taken):
        return (True,) * len(blocks)
    headlines = [place for place, block in enumerate(blocks) if block.tag == "h1"]
    if len(headlines) == 1:
        taken[headlines[0]] = True
    return tuple(taken)


def _is_among(letters: str, known: Iterable[str], joined: str) -> bool:
    return bool(letters) and (letters in known or (len(letters) >= _LONG_ENOUGH and letters in joined))


def _letters(text: str) -> str:
    return _NO_WORD.sub("", text)


FORMAT = TextFormat("html", (".html", ".htm", ".xhtml"), read)
