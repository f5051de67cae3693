"""Digests: word tables made once, as a file of the user's cache folder that every process maps.

A digest is an open hash table: the numbers of slots (a power of two) and of bytes; the slots, each the place of a line
or 0; the lines: a word, a tab, what is known of it, a line feed. A look-up reads one or two lines at most.
"""

from __future__ import annotations

import mmap
from array import array
from collections.abc import Callable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final
from zlib import crc32

from review.host.cachefolder import cache_file, write_whole

NUMBERS: Final = "I"  # in the machine's order, for a cache folder belongs to one machine
NUMBER = array(NUMBERS).itemsize
HEAD = 2 * NUMBER
SPARSE = 2  # slots for each line, at least


class Digest:
    """A word table in bytes, which may be a mapped file."""

    def __init__(self, content: bytes | mmap.mmap) -> None:
        self._content = content
        self._mask = _head(content)[0] - 1
        self._slots = memoryview(content)[HEAD : HEAD + NUMBER * (self._mask + 1)].cast(NUMBERS)

    def get(self, word: str) -> str:
        """What is known of a word; "" where it is not listed."""
        key = word.encode("utf-8", "surrogatepass") + b"\t"
        slot = crc32(key) & self._mask
        while place := self._slots[slot]:
            start = place + len(key)
            if self._content[place:start] == key:
                return self._content[start : self._content.find(b"\n", start)].decode("utf-8", "surrogatepass")
            slot = (slot + 1) & self._mask
        return ""


def kept(name: str, stamp: str, known: Callable[[], Mapping[str, str]]) -> Digest:
    """The digest that is kept under a name and a stamp; else one of what `known` gives, which is kept from then on.

    The stamp changes whenever something else would be digested. Without a folder to write to, it is made each time.
    """
    path = cache_file(f"{name}-{sha256(stamp.encode()).hexdigest()[:16]}")
    content = _mapped(path)
    if content is not None:
        return Digest(content)
    made = digested(known())
    with suppress(OSError):
        write_whole(path, made)
    return Digest(_mapped(path) or made)


def stamp_of(path: Path) -> str:
    """What changes when a file or folder is written again."""
    status = path.stat()
    return f"{path} {status.st_size} {status.st_mtime_ns}"


def digested(known: Mapping[str, str]) -> bytes:
    """The digest of what is known of words; no tab in the words, no line feed in either."""
    lines = [f"{word}\t{content}\n".encode("utf-8", "surrogatepass") for word, content in known.items()]
    slots = array(NUMBERS, bytes(NUMBER << (SPARSE * len(lines)).bit_length()))
    mask, place = len(slots) - 1, HEAD + NUMBER * len(slots)
    for line in lines:
        slot = crc32(line[: line.index(b"\t") + 1]) & mask
        while slots[slot]:
            slot = (slot + 1) & mask
        slots[slot] = place
        place += len(line)
    return b"".join([array(NUMBERS, [len(slots), place]).tobytes(), slots.tobytes(), *lines])


def _mapped(path: Path) -> mmap.mmap | None:
    """A file's digest; None where there is none, or not all of it."""
    try:
        with path.open("rb") as stream:
            content = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError):
        return None
    return content if len(content) > HEAD and _head(content)[1] == len(content) else None


def _head(content: bytes | mmap.mmap) -> tuple[int, int]:
    slots, size = memoryview(content)[:HEAD].cast(NUMBERS)
    return slots, size
