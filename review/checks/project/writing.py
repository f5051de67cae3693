"""Terms put on a project's glossary by reviewers, and taken off it again; the rest of the file stays as it was."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

from review.align.wordlists.files import content_of, decoded
from review.checks.project.glossary import Term
from review.checks.project.reading import EXPECTED_TABLE, SEVERAL, columns_of, terms_of_table
from review.errors import UnreadableFile
from review.host.held import held, write_held

HEADER = ("source", "preferred", "forbidden", "case_sensitive", "note")
HOLDABLE = "a term without tabs, line breaks, | inside a form, or # at its beginning"


def add_term(path: Path, term: Term) -> bool:
    """Put a term at the end of a glossary, which is made if need be; whether it was not there yet.

    Raises UnreadableFile for a file that is no table or cannot be written, and for a term that a table cannot hold;
    the file is then as it was.
    """

    def added(content: str) -> str:
        if term in terms_of_table(content, path):
            return content
        if not content.strip():
            content = _line(HEADER, path)
        cells = _cells(term)
        begun = _with_columns(content if content.endswith(("\n", "\r")) else f"{content}\n", cells, path)
        places = columns_of(begun, path)
        after = begun + _line([cells.get(use, "") for use in _in_order(places)], path)
        if terms_of_table(after, path) != (*terms_of_table(begun, path), term):
            raise UnreadableFile(str(path), "the new line", repr(term.source or term.forbidden[:1]), HOLDABLE)
        return after

    return _changed(path, added)


def withdraw_term(path: Path, term: Term) -> bool:
    """Take the last of the lines that hold just that term off a glossary; whether there was one. Raises as above."""

    def without(content: str) -> str:
        lines = list(io.StringIO(content, newline=""))
        header = columns_of(content, path)
        same = [n for n, line in enumerate(lines) if _is(term, line, header, path)]
        return "".join(line for n, line in enumerate(lines) if n != same[-1]) if same else content

    return _changed(path, without)


def _changed(path: Path, change: Callable[[str], str]) -> bool:
    if path.suffix == ".tbx":
        raise UnreadableFile(str(path), "its kind", "TBX, which is only read", "a TSV or CSV glossary to write to")
    with held(path):
        before = _content(path)
        after = change(before)
        if after != before:
            terms_of_table(after, path)
            write_held(path, after)
        return after != before


def _content(path: Path) -> str:
    return decoded(content_of(path, EXPECTED_TABLE), path, EXPECTED_TABLE) if path.exists() else ""


def _cells(term: Term) -> dict[str, str]:
    """What of a term is written, by column."""
    cells = {
        "source": term.source,
        "preferred": SEVERAL.join(term.preferred),
        "forbidden": SEVERAL.join(term.forbidden),
        "case_sensitive": "yes" if term.case_sensitive else "",
        "note": term.note,
    }
    return {use: cell for use, cell in cells.items() if cell}


def _with_columns(content: str, cells: Collection[str], path: Path) -> str:
    """The table with a header that has those columns; a table of two columns may lack one."""
    known = columns_of(content, path)
    if not known:
        return _line(HEADER, path) + content
    missing = [use for use in HEADER if use in cells and use not in known]
    lines = list(io.StringIO(content, newline=""))
    at = next(n for n, line in enumerate(lines) if columns_of(line, path))
    title = lines[at].rstrip("\r\n")
    lines[at] = _separator(path).join((title, *missing)) + lines[at][len(title) :]
    return "".join(lines)


def _in_order(places: Mapping[str, int]) -> list[str]:
    """What each column holds, "" for one that is none of ours."""
    held = {place: use for use, place in places.items()}
    return [held.get(place, "") for place in range(max(held) + 1)]


def _separator(path: Path) -> str:
    return "," if path.suffix == ".csv" else "\t"


def _line(row: Sequence[str], path: Path) -> str:
    separator = _separator(path)
    if separator == "\t":
        return separator.join(row) + "\n"
    line = io.StringIO(newline="")
    csv.writer(line, lineterminator="\n").writerow(row)
    return line.getvalue()


def _is(term: Term, line: str, header: dict[str, int], path: Path) -> bool:
    """Whether a line holds that term; the header, and what a cell over several lines is a part of, hold none."""
    try:
        return terms_of_table(line, path, header or None) == (term,)
    except UnreadableFile:
        return False
