"""Files that people and programs write by turns: read, changed and written in one step, over threads and processes."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import portalocker

from review.errors import UnreadableFile

PATIENCE = 10.0
"""Seconds to wait for whoever is writing the file: that takes some milliseconds."""


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold a file, so that whoever else holds it waits. An empty file beside it is locked, and stays there: the file
    itself is another one each time that it is written.

    Raises UnreadableFile where that cannot be locked, or somebody else holds it for longer than PATIENCE.
    """
    lock = portalocker.Lock(path.with_name(f".{path.name}.lock"), timeout=PATIENCE, check_interval=0.02)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except portalocker.LockException as error:
        raise UnreadableFile(str(path), "its lock", "somebody else is writing", "a file to write to") from error
    except OSError as error:
        raise _unwritable(path, error) from error
    try:
        yield
    finally:
        lock.release()


def write_held(path: Path, content: str) -> None:
    """The whole file at once, so that no reader sees half of it. Raises UnreadableFile."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=path.parent, suffix=path.suffix)
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
            stream.write(content)
        Path(beside).replace(path)
    except OSError as error:
        raise _unwritable(path, error) from error


def _unwritable(path: Path, error: OSError) -> UnreadableFile:
    return UnreadableFile(str(path), "the file itself", error.strerror or str(error), "a file to write to")
