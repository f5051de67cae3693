"""What a format is, and what its readers give."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from review.errors import UnreadableFile
from review.texts.encoding import decode
from review.types import LeftOut, Origin


class Read(NamedTuple):
    """The text of a file, and where it was read from."""

    text: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class PairRow:
    """One row of a table of segments: a source, its translation, and what the row says of them; "" where nothing."""

    id: str
    source: str
    target: str
    source_lang: str = ""
    target_lang: str = ""
    doc: str = ""
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PairTable:
    """The rows of a file of segment pairs, in its order; unused columns and blank lines are in `origin.left_out`."""

    rows: tuple[PairRow, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class TextFormat:
    """A file format that holds one text; `read` takes the bytes, the file's name and an encoding or ""."""

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes, str, str], Read]


@dataclass(frozen=True, slots=True)
class TableFormat:
    """A file format that holds rows of segment pairs; `read` takes the bytes, the file's name and an encoding or ""."""

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes, str, str], PairTable]


def text_of(content: bytes, name: str, encoding: str) -> tuple[str, str]:
    """The decoded text of a file that has something to read in it, and its encoding.

    Raises UnreadableFile for a file without any text, too.
    """
    text, encoding = decode(content, name, encoding)
    if not text.strip("\ufeff\u200b \t\r\n\f\v\u00a0\u3000"):
        found = "nothing but white space" if content else "an empty file"
        raise UnreadableFile(name, "byte 0", found, "a text")
    return text, encoding


def table_of(rows: list[PairRow], name: str, form: str, encoding: str, left_out: tuple[LeftOut, ...] = ()) -> PairTable:
    """The table of the rows of a file. Raises UnreadableFile where there are none."""
    if not rows:
        raise UnreadableFile(name, "line 1", "no rows", "at least one pair of source and target")
    return PairTable(tuple(rows), Origin(name, form, encoding, left_out))
