"""Files, standard streams, tables and progress, as the shell door needs them."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TypeVar

import typer

from review.errors import UnreadableFile

STANDARD = Path("-")
COLUMN_LIMIT = 60

Row = TypeVar("Row")


def content_of(path: Path) -> tuple[bytes, str]:
    """The bytes of a file, or of standard input for `-`, and the name to call it by. Raises UnreadableFile."""
    if path == STANDARD:
        return sys.stdin.buffer.read(), "standard input"
    try:
        return path.read_bytes(), path.name
    except OSError as problem:
        raise _refused(path, problem, "a readable file") from problem


@contextmanager
def opened(path: Path) -> Iterator[IO[bytes]]:
    """A file open for reading by lines, or standard input for `-`. Raises UnreadableFile."""
    if path == STANDARD:
        yield sys.stdin.buffer
        return
    try:
        stream = path.open("rb")
    except OSError as problem:
        raise _refused(path, problem, "a readable file") from problem
    with stream:
        yield stream


@contextmanager
def writing(path: Path) -> Iterator[IO[bytes]]:
    """A file open for writing, or standard output for `-`. Raises UnreadableFile."""
    if path == STANDARD:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    try:
        stream = path.open("wb")
    except OSError as problem:
        raise _refused(path, problem, "a file that can be written") from problem
    with stream:
        yield stream


def lines_of(path: Path) -> list[str]:
    """The lines of a UTF-8 file, without their ends; only line feeds part them, and blank ones count.

    Raises UnreadableFile.
    """
    content, name = content_of(path)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise UnreadableFile(name, f"byte {problem.start}", "bytes that are no UTF-8", "UTF-8 text") from problem
    lines = text.split("\n")
    return [line.removesuffix("\r") for line in (lines[:-1] if lines[-1] == "" else lines)]


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Rows as columns padded with spaces, control characters shown as what they are; one line each."""
    shown = [[_cell(cell) for cell in row] for row in [header, *rows]]
    widths = [max(len(row[column]) for row in shown) for column in range(len(header))]
    padded = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in shown)
    return "\n".join(padded) + "\n"


def progress(rows: Iterable[Row], label: str, length: int | None = None) -> Iterator[Row]:
    """The same rows, with their progress on standard error when that is a terminal."""
    if not sys.stderr.isatty():
        yield from rows
        return
    with typer.progressbar(rows, label=label, length=length, file=sys.stderr) as bar:
        yield from bar


def _cell(text: str) -> str:
    plain = "".join(character if character.isprintable() else " " for character in text)
    return plain if len(plain) <= COLUMN_LIMIT else plain[: COLUMN_LIMIT - 1] + "…"


def _refused(path: Path, problem: OSError, expected: str) -> UnreadableFile:
    return UnreadableFile(str(path), "the file itself", problem.strerror or str(problem), expected)
