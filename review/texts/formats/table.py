"""CSV and TSV of segment pairs: a header row that names the columns, then one pair a row."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import Literal

from review.errors import UnreadableFile
from review.texts.encoding import LARGEST_FILE
from review.texts.formats.base import PairRow, PairTable, TableFormat, table_of, text_of
from review.types import LeftOut

COLUMNS = {
    "source": ("source", "src", "source_text", "source text", "original", "原文", "源文"),
    "target": (
        *("target", "tgt", "mt", "hyp", "hypothesis", "translation", "output", "target_text", "target text"),
        *("mt_output", "system_output", "译文", "翻译"),
    ),
    "id": ("id", "seg_id", "segment_id", "segment", "nr", "no"),
    "source_lang": ("source_lang", "src_lang", "source language", "source_language"),
    "target_lang": ("target_lang", "tgt_lang", "target language", "target_language"),
    "doc": ("doc", "doc_id", "document", "docid", "document_id"),
}
"""What a column is used for → what its header may be, in any case; the first that is there is taken."""
ALTERNATIVES = ("alternative", "alternatives", "other", "mt2", "mt3", "mt4", "hyp2", "hyp3", "hyp4")
EXPECTED = "a header row with a column `source` and a column `target`"

Rows = list[tuple[int, list[str]]]


def read_csv(content: bytes, name: str, encoding: str = "") -> PairTable:
    """The pairs of a CSV file; commas, semicolons or tabs part the cells, as the header row shows."""
    text, encoding = text_of(content, name, encoding)
    header = text.lstrip("\ufeff").splitlines()[0]
    delimiter = max(",;\t", key=header.count)
    return _table(_rows(text, name, delimiter, quoted=True), name, "csv", encoding)


def read_tsv(content: bytes, name: str, encoding: str = "") -> PairTable:
    """The pairs of a TSV file; quotes are characters like any other, unless the rows are regular only without them."""
    text, encoding = text_of(content, name, encoding)
    rows = _rows(text, name, "\t", quoted=False)
    if len({len(cells) for _, cells in rows}) > 1 and '"' in text:
        quoted = _rows(text, name, "\t", quoted=True)
        rows = quoted if len({len(cells) for _, cells in quoted}) == 1 else rows
    return _table(rows, name, "tsv", encoding)


def _rows(text: str, name: str, delimiter: str, quoted: bool) -> Rows:
    """The rows with the numbers of the lines that they end in; a blank line is a row without cells."""
    csv.field_size_limit(LARGEST_FILE)
    quoting: Literal[0, 3] = csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, quoting=quoting, strict=True)
    try:
        return [(reader.line_num, cells) for cells in reader]
    except csv.Error as error:
        raise UnreadableFile(name, f"line {reader.line_num}", str(error), "cells in the CSV format") from error


def _table(rows: Rows, name: str, form: str, encoding: str) -> PairTable:
    number, header = next((line, cells) for line, cells in rows if cells)
    places = _places(header, name, number)
    body = [(line, cells) for line, cells in rows if line > number]
    pairs = [_pair(cells, places, header, name, line) for line, cells in body if cells]
    numbered = [pair if pair.id else replace(pair, id=str(count)) for count, pair in enumerate(pairs, start=1)]
    used = {place for columns in places.values() for place in columns}
    unused = [LeftOut(title, "a column without a use") for place, title in enumerate(header) if place not in used]
    blank = [LeftOut(f"line {line}", "a blank line") for line, cells in rows if not cells]
    return table_of(numbered, name, form, encoding, tuple(unused + blank))


def _places(header: list[str], name: str, line: int) -> dict[str, tuple[int, ...]]:
    """What each column is used for → the places of the columns."""
    titles = [title.strip().lstrip("\ufeff").lower() for title in header]
    found: dict[str, tuple[int, ...]] = {
        use: tuple(titles.index(title) for title in names if title in titles)[:1] for use, names in COLUMNS.items()
    }
    found["alternatives"] = tuple(
        place
        for place, title in enumerate(titles)
        if title.rstrip("_0123456789 ") in ALTERNATIVES or title in ALTERNATIVES
    )
    for use in ("source", "target"):
        if not found[use]:
            raise UnreadableFile(name, f"line {line}", f"the columns {', '.join(header)}"[:200], EXPECTED)
    return found


def _pair(cells: list[str], places: dict[str, tuple[int, ...]], header: list[str], name: str, line: int) -> PairRow:
    if len(cells) != len(header):
        raise UnreadableFile(name, f"line {line}", f"{len(cells)} cells", f"{len(header)}, as in the header row")
    one = {use: cells[columns[0]] if (columns := places[use]) else "" for use in COLUMNS}
    others = tuple(cells[place] for place in places["alternatives"] if cells[place])
    return PairRow(**one, alternatives=others)


CSV = TableFormat("csv", (".csv",), read_csv)
TSV = TableFormat("tsv", (".tsv", ".tab"), read_tsv)
