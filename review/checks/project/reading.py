"""Glossaries and style sheets as files: TSV, CSV and TBX; TOML."""

from __future__ import annotations

import csv
import io
import tomllib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import fields
from functools import lru_cache
from pathlib import Path
from typing import Literal

from review.align.wordlists.files import content_of, decoded
from review.align.wordlists.tbx import DEPRECATED, concepts
from review.checks.project import Glossary, Project, Style, Term
from review.checks.project.style import CHOICES
from review.errors import UnreadableFile

KEPT = 16
COLUMNS = {
    "source": ("source", "src", "term", "source term"),
    "preferred": ("preferred", "target", "tgt", "translation", "target term"),
    "forbidden": ("forbidden", "deprecated", "avoid", "do not use"),
    "case_sensitive": ("case_sensitive", "case-sensitive", "case sensitive", "case"),
    "note": ("note", "comment", "definition", "remark"),
}
"""What a column holds → what its header may be, in any case."""
PLAIN = {"source": 0, "preferred": 1}
"""What stands in which column of a table without a header."""
YES = frozenset({"yes", "true", "1", "x", "y"})
SEVERAL = "|"
EXPECTED_TABLE = "rows of a source term and what it is called, or a header row with the columns source and preferred"
EXPECTED_STYLE = "a style sheet in TOML"


def read_project(glossary: Path | None, style: Path | None, source_lang: str, target_lang: str) -> Project:
    """The project of a glossary and a style sheet, or of none. Raises UnreadableFile with the place of a fault."""
    return Project(
        read_glossary(glossary, source_lang, target_lang) if glossary else Glossary(),
        read_style(style) if style else Style(),
    )


def read_glossary(path: Path, source_lang: str, target_lang: str) -> Glossary:
    """The glossary in a file, of its kind as its name ends; read once, and again when the file changes.

    In a table several forms in a cell are parted by |. Raises UnreadableFile with the place of a fault.
    """
    stamp = path.stat().st_mtime_ns if path.is_file() else 0
    return _read_glossary(path, source_lang, target_lang, stamp)


@lru_cache(maxsize=KEPT)
def _read_glossary(path: Path, source_lang: str, target_lang: str, stamp: int) -> Glossary:  # noqa: ARG001 - a key
    if path.suffix == ".tbx":
        return Glossary(tuple(_of_concepts(path, source_lang, target_lang)))
    text = decoded(content_of(path, EXPECTED_TABLE), path, EXPECTED_TABLE)
    return Glossary(terms_of_table(text, path))


def _of_concepts(path: Path, source_lang: str, target_lang: str) -> list[Term]:
    terms = []
    for sources, targets in concepts(path, source_lang, target_lang):
        preferred = tuple(form for form, status in targets if status not in DEPRECATED)
        forbidden = tuple(form for form, status in targets if status in DEPRECATED)
        terms += [Term(form, preferred, forbidden) for form, _ in sources if preferred or forbidden]
    return terms


def terms_of_table(text: str, path: Path, places: dict[str, int] | None = None) -> tuple[Term, ...]:
    """The terms of a table's text; `places` are its columns where it is a part without a header.

    Raises UnreadableFile with the line of a fault.
    """
    rows = _rows(text, path)
    header = _places(rows[0][1]) if rows and places is None else {}
    body = rows[1:] if header else rows
    return tuple(_term(row, places or header or PLAIN, line, path) for line, row in body)


def columns_of(text: str, path: Path) -> dict[str, int]:
    """What stands in which column by a table's header; empty where it has none."""
    rows = _rows(text, path)
    return _places(rows[0][1]) if rows else {}


def _rows(text: str, path: Path) -> list[tuple[int, list[str]]]:
    tabbed = path.suffix != ".csv"
    quoting: Literal[0, 3] = csv.QUOTE_NONE if tabbed else csv.QUOTE_MINIMAL
    reader = csv.reader(io.StringIO(text, newline=""), delimiter="\t" if tabbed else ",", quoting=quoting, strict=True)
    try:
        rows = [(reader.line_num, [cell.strip() for cell in row]) for row in reader]
    except csv.Error as error:
        raise UnreadableFile(str(path), f"line {reader.line_num}", str(error), EXPECTED_TABLE) from error
    return [(line, row) for line, row in rows if any(row) and not row[0].startswith("#")]


def _places(header: Sequence[str]) -> dict[str, int]:
    """What stands in which column; empty where the row is no header."""
    titles = [title.casefold() for title in header]
    named = {use: next((titles.index(name) for name in names if name in titles), -1) for use, names in COLUMNS.items()}
    found = {use: place for use, place in named.items() if place >= 0}
    return found if {"preferred", "forbidden"} & found.keys() else {}


def _term(row: Sequence[str], places: dict[str, int], line: int, path: Path) -> Term:
    cells: defaultdict[str, str] = defaultdict(str)
    cells.update({use: row[place] for use, place in places.items() if place < len(row)})
    preferred, forbidden = _forms(cells["preferred"]), _forms(cells["forbidden"])
    if not (preferred or forbidden) or not (cells["source"] or forbidden):
        raise UnreadableFile(str(path), f"line {line}", repr("\t".join(row)[:60]), EXPECTED_TABLE)
    return Term(cells["source"], preferred, forbidden, cells["case_sensitive"].casefold() in YES, cells["note"])


def _forms(cell: str) -> tuple[str, ...]:
    return tuple(form.strip() for form in cell.split(SEVERAL) if form.strip())


def read_style(path: Path) -> Style:
    """The style sheet in a TOML file. Raises UnreadableFile for another key or value than those of CHOICES."""
    try:
        chosen = tomllib.loads(decoded(content_of(path, EXPECTED_STYLE), path, EXPECTED_STYLE))
    except tomllib.TOMLDecodeError as error:
        raise UnreadableFile(str(path), "the text", str(error), EXPECTED_STYLE) from error
    known = {field.name for field in fields(Style)}
    for key, choice in chosen.items():
        if key not in known:
            raise UnreadableFile(str(path), f"key {key!r}", "an unknown key", f"one of {', '.join(sorted(known))}")
        if choice not in CHOICES[key]:
            raise UnreadableFile(str(path), f"key {key!r}", repr(choice), f"one of {', '.join(CHOICES[key])}")
    return Style(**chosen)
