"""JSON lines of segment pairs: one object a line with `source` and `target`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from review.errors import UnreadableFile
from review.texts.formats.base import PairRow, PairTable, TableFormat, table_of, text_of
from review.types import LeftOut

KEYS = ("id", "source", "target", "source_lang", "target_lang", "doc", "alternatives")
EXPECTED = 'a JSON object with the texts "source" and "target"'


def read(content: bytes, name: str, encoding: str = "") -> PairTable:
    """The pairs of a file; a row without an id has the number of its line. Other keys are listed as left out.

    Raises UnreadableFile with the number of the line.
    """
    text, encoding = text_of(content, name, encoding)
    rows: list[PairRow] = []
    unused: dict[str, str] = {}
    for number, line in enumerate(text.removesuffix("\n").split("\n"), start=1):
        if not line.strip():
            unused[f"line {number}"] = "a blank line"
            continue
        found = _object(line, name, number)
        rows.append(_row(found, name, number))
        unused.update(dict.fromkeys((key for key in found if key not in KEYS), "a key without a use"))
    left_out = tuple(LeftOut(key, reason) for key, reason in unused.items())
    return table_of(rows, name, "jsonl", encoding, left_out)


def rows(lines: Iterable[bytes], name: str) -> Iterator[PairRow]:
    """The pairs of a stream of UTF-8 lines, one at a time, so that it may be as long as it likes; blank ones are none.

    Raises UnreadableFile with the number of the line.
    """
    for number, line in enumerate(lines, start=1):
        try:
            text = line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            place = f"line {number}, byte {error.start}"
            raise UnreadableFile(name, place, "bytes that are no UTF-8", "UTF-8 text") from error
        if text.strip():
            yield _row(_object(text, name, number), name, number)


def _object(line: str, name: str, number: int) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except json.JSONDecodeError as error:
        raise UnreadableFile(name, f"line {number}, character {error.pos}", error.msg, EXPECTED) from error
    except (RecursionError, ValueError) as error:
        raise UnreadableFile(name, f"line {number}", str(error), EXPECTED) from error
    if not isinstance(found, dict):
        raise UnreadableFile(name, f"line {number}", f"a JSON {type(found).__name__}", EXPECTED)
    return found


def _row(found: dict[str, Any], name: str, number: int) -> PairRow:
    for key in ("source", "target"):
        if key not in found:
            raise UnreadableFile(name, f"line {number}", f"no {key!r}", EXPECTED)
    given = found.get("alternatives") or []
    if not isinstance(given, list):
        raise UnreadableFile(name, f"line {number}, 'alternatives'", f"a {type(given).__name__}", "a list of texts")
    texts = {key: _text(found.get(key), key, name, number) for key in KEYS[:-1]}
    alternatives = tuple(_text(text, "alternatives", name, number) for text in given)
    return PairRow(**{**texts, "id": texts["id"] or str(number)}, alternatives=alternatives)


def _text(value: Any, key: str, name: str, number: int) -> str:
    """A value as text; a number will do for an id. Half a surrogate pair is refused: no encoding could hold it."""
    if value is None and key not in ("source", "target"):
        return ""
    if isinstance(value, int) and not isinstance(value, bool) and key in ("id", "doc"):
        return str(value)
    if not isinstance(value, str):
        raise UnreadableFile(name, f"line {number}, {key!r}", f"a {type(value).__name__}", "a text")
    if any("\ud800" <= mark <= "\udfff" for mark in value):
        raise UnreadableFile(name, f"line {number}, {key!r}", "half a surrogate pair", "a text")
    return value


FORMAT = TableFormat("jsonl", (".jsonl", ".ndjson"), read)
