"""Plain text and Markdown: the file's characters, all of them."""

from __future__ import annotations

from review.texts.encoding import encode
from review.texts.formats.base import Read, TextFormat, text_of
from review.types import Origin


def read(content: bytes, name: str, encoding: str = "") -> Read:
    """The text of a file, with every character and line break that it has. Raises UnreadableFile."""
    text, encoding = text_of(content, name, encoding)
    return Read(text, Origin(name, "text", encoding))


def write(text: str, origin: Origin) -> bytes:
    """The bytes of a file; law: those that it was read from. Raises UnicodeEncodeError."""
    return encode(text, origin.encoding)


FORMAT = TextFormat("text", (".txt", ".text", ".md", ".markdown"), read)
