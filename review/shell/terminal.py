"""Files, standard streams, tables and progress, as the shell door needs them."""

from __future__ import annotations

import errno
import os
import socket
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import accumulate
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO, TypeVar

import click

from review import flow
from review.errors import UnreadableFile, WrongSetting
from review.host.progress import Progress, unseen
from review.types import Text

STANDARD = Path("-")
COLUMN_LIMIT = 60
"""Columns of a terminal that a cell may take."""
LONG = 300
"""Segments of all texts from which on work on them is long enough to be shown."""
STEPS = 100
WHOLE = frozenset({"article", "pair", "signature"})
"""Columns that are never cut, for they are copied."""

Row = TypeVar("Row")


def door() -> Path:
    """The script that Streamlit runs: beside the package in a checkout, in a folder of its own in an installed wheel.

    Streamlit puts the script's folder first on the import path, where this package's modules must not stand.
    """
    package = Path(__file__).parents[1]
    return next(path for path in (package / "door" / "app.py", package.parent / "app.py") if path.is_file())


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
    """A file open for writing, or standard output for `-`; it is there once all is written. Raises UnreadableFile."""
    if path == STANDARD:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    if path.exists() and not path.is_file():
        with path.open("wb") as device:
            yield device
        return
    try:
        stream = NamedTemporaryFile(  # noqa: SIM115 - opened here so that only its own failure is refused
            dir=path.resolve().parent, prefix=f".{path.name}.", delete=False
        )
    except OSError as problem:
        raise _refused(path, problem, "a file that can be written") from problem
    try:
        with stream:
            yield stream
        _replace(Path(stream.name), path)
    finally:
        Path(stream.name).unlink(missing_ok=True)


def _replace(written: Path, path: Path) -> None:
    """Put a file in the place of another, or of none, readable to whom new files are."""
    mask = os.umask(0)
    os.umask(mask)
    written.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~mask)
    written.replace(path.resolve())


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


def expect_free(host: str, port: int) -> None:
    """Make sure that a server could listen there. Raises WrongSetting."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as tried:
        if os.name != "nt":
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((host, port))
        except OSError as problem:
            found = "in use by another program" if problem.errno == errno.EADDRINUSE else problem.strerror
            expected = "one to listen on, as --port and --host say"
            raise WrongSetting(f"port {port} of {host}: {found}; expected {expected}") from problem


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Rows as columns padded with spaces; one line each.

    Control characters are shown as spaces and long cells cut, but for those in the columns of WHOLE.
    """
    named = [[_cell(cell, whole=name in WHOLE) for name, cell in zip(header, row, strict=True)] for row in rows]
    shown = [list(header), *named]
    widths = [max(_width(row[column]) for row in shown) for column in range(len(header))]
    return "".join(_padded(row, widths) + "\n" for row in shown)


def progress(rows: Iterable[Row], label: str, length: int | None = None) -> Iterator[Row]:
    """The same rows, with their progress on standard error when that is a terminal."""
    if not sys.stderr.isatty():
        yield from rows
        return
    with click.progressbar(rows, label=label, length=length, file=sys.stderr) as bar:
        yield from bar


@contextmanager
def shares(label: str, *texts: Text) -> Iterator[Progress]:
    """What takes the share done of work on texts: shown on standard error when they are long and that is a terminal."""
    if sum(len(text.segments) for text in texts) < LONG:
        yield unseen
        return
    with working(label) as done:
        yield done


@contextmanager
def working(label: str) -> Iterator[Progress]:
    """What takes the share done of long work: shown on standard error when that is a terminal."""
    if not sys.stderr.isatty():
        yield unseen
        return
    with click.progressbar(length=STEPS, label=label, file=sys.stderr) as bar:
        yield lambda share: bar.update(int(share * STEPS) - bar.pos)
        bar.update(STEPS - bar.pos)


def _cell(text: str, *, whole: bool) -> str:
    plain = "".join(character if character.isprintable() else " " for character in text)
    if whole or _width(plain) <= COLUMN_LIMIT:
        return plain
    widths = accumulate(map(_width, plain))
    return plain[: sum(width < COLUMN_LIMIT for width in widths)] + "…"


def _padded(row: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)).rstrip()


def _width(text: str) -> int:
    """The columns that a text takes on a terminal: two for a wide character, none for a combining one."""
    return sum(
        0 if unicodedata.combining(character) else 1 + (unicodedata.east_asian_width(character) in "WF")
        for character in text
    )


def _refused(path: Path, problem: OSError, expected: str) -> UnreadableFile:
    return UnreadableFile(str(path), "the file itself", problem.strerror or str(problem), expected)


def side_of(path: Path, lang: str, *, sentences: bool = False) -> Text:
    """A file as one side of an article, or as sentences, a line each. Raises UnreadableFile."""
    content, name = content_of(path)
    return flow.read_lines(content, name, lang=lang) if sentences else flow.read_side(content, name, lang=lang)
