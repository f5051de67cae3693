"""The formats that can be read, and the two doors to them: a text, or a table of segment pairs."""

from __future__ import annotations

from pathlib import PurePath

from review.errors import UnknownFormat
from review.texts.formats import html, jsonl, plain, table
from review.texts.formats.base import PairRow, PairTable, Read, TableFormat, TextFormat

__all__ = ["FORMATS", "PairRow", "PairTable", "Read", "is_pair_table", "read_pairs", "read_text"]

FORMATS: tuple[TextFormat | TableFormat, ...] = (plain.FORMAT, html.FORMAT, table.CSV, table.TSV, jsonl.FORMAT)


def read_text(content: bytes, name: str, encoding: str = "") -> Read:
    """The text of a file and its origin; a file whose name tells no format is read as plain text.

    Raises UnreadableFile, and UnknownFormat for a table of pairs.
    """
    form = _format(name) or plain.FORMAT
    if isinstance(form, TableFormat):
        raise UnknownFormat(f"{name}: a {form.name} file holds pairs; expected one text, as in .txt, .md or .html")
    return form.read(content, name, encoding)


def read_pairs(content: bytes, name: str, encoding: str = "") -> PairTable:
    """The rows of a file of segment pairs and its origin. Raises UnreadableFile, and UnknownFormat for a text."""
    form = _format(name)
    if not isinstance(form, TableFormat):
        raise UnknownFormat(f"{name}: not a table of pairs; expected .csv, .tsv or .jsonl")
    return form.read(content, name, encoding)


def is_pair_table(name: str) -> bool:
    """Whether a file of that name holds segment pairs rather than one text."""
    return isinstance(_format(name), TableFormat)


def _format(name: str) -> TextFormat | TableFormat | None:
    suffix = PurePath(name).suffix.lower()
    return next((form for form in FORMATS if suffix in form.suffixes), None)
