"""The bytes of dropped-in files, within bounds."""

from __future__ import annotations

import gzip
import io
import zlib
from pathlib import Path

from review.errors import UnreadableFile

LARGEST = 128 * 1024 * 1024  # bytes of a file, and of what a packed one holds


def content_of(path: Path, expected: str) -> bytes:
    """The bytes of a file. Raises UnreadableFile for one that cannot be opened or is larger than LARGEST."""
    try:
        with path.open("rb") as stream:
            content = stream.read(LARGEST + 1)
    except OSError as error:
        raise UnreadableFile(str(path), "the file itself", error.strerror or str(error), expected) from error
    if len(content) > LARGEST:
        raise UnreadableFile(str(path), f"byte {LARGEST}", "more bytes", f"{expected} of at most {LARGEST} bytes")
    return content


def unpacked(content: bytes, path: Path, expected: str) -> bytes:
    """What a gzip file holds. Raises UnreadableFile for a broken one, and for more than LARGEST bytes."""
    try:
        found = gzip.GzipFile(fileobj=io.BytesIO(content)).read(LARGEST + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableFile(str(path), "the packed bytes", str(error), f"{expected}, packed by gzip") from error
    if len(found) > LARGEST:
        raise UnreadableFile(str(path), f"unpacked byte {LARGEST}", "more bytes", f"at most {LARGEST} bytes unpacked")
    return found


def decoded(content: bytes, path: Path, expected: str) -> str:
    """The text of UTF-8 bytes, without a byte order mark. Raises UnreadableFile with the first byte that is none."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFile(str(path), f"byte {error.start}", "bytes that are no UTF-8", expected) from error
