"""StarDict dictionaries: NAME.ifo says what NAME.idx and NAME.dict hold, the latter two packed by gzip or not.

After the format description of the StarDict project (doc/StarDictFileFormat, versions 2.4.2 and 3.0.0).
Synonym files (.syn) are not read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from struct import Struct

from review.align.wordlists.files import content_of, decoded, unpacked
from review.align.wordlists.listed import glosses_of
from review.align.wordlists.markup import BESIDE, UNSEEN, shown
from review.errors import UnreadableFile

EXPECTED = "a StarDict dictionary"
MAGIC = "StarDict's dict ifo file"
LONGEST_WORD = 255  # bytes of a headword, as the format has it
MOST_GLOSSES = 64  # of one article
NUMBERS = {"32": Struct(">II"), "64": Struct(">QI")}
SIZE = Struct(">I")
PLAIN = frozenset("ml")
MARKED_UP = frozenset("ghx")
SAME_TYPES = frozenset("mlgtxykwhnrWP")


@dataclass(frozen=True, slots=True)
class Entry:
    """A headword and the place of its article in the dictionary file, in bytes."""

    word: str
    offset: int
    size: int


def stardict_pairs(path: Path) -> Iterator[tuple[str, str]]:
    """Each headword with each gloss of its article, read from the .ifo file and the two beside it.

    Glosses are taken from plain text (m, l), Pango (g), HTML (h) and XDXF (x); readings, resources and the rest are
    passed over. Raises UnreadableFile for a file that is missing or goes beyond its bounds.
    """
    about = _about(path)
    index, articles = _beside(path, (".idx", ".idx.gz")), _beside(path, (".dict", ".dict.dz"))
    entries = list(_entries(about, index, _whole(index)))
    if str(len(entries)) != about["wordcount"]:
        raise UnreadableFile(
            str(index), "its end", f"{len(entries)} headwords", f"{about['wordcount']}, as {path.name} says"
        )
    content = _whole(articles)
    _check_bounds(entries, articles, len(content))
    glosses = cache(lambda offset, size: _glosses(content[offset : offset + size], about.get("sametypesequence", "")))
    for entry in entries:
        for gloss in glosses(entry.offset, entry.size):
            yield entry.word, gloss


def _about(path: Path) -> Mapping[str, str]:
    """The fields of an .ifo file, those that the others are read with checked."""
    lines = decoded(content_of(path, EXPECTED), path, EXPECTED).splitlines()
    if not lines or lines[0].strip() != MAGIC:
        raise UnreadableFile(str(path), "line 1", repr("".join(lines[:1])[:60]), MAGIC)
    about = {key.strip(): value.strip() for key, _, value in (line.partition("=") for line in lines[1:])}
    about.setdefault("idxoffsetbits", "32")
    if about["idxoffsetbits"] not in NUMBERS:
        raise UnreadableFile(str(path), "idxoffsetbits", repr(about["idxoffsetbits"][:60]), "32 or 64")
    if not about.get("wordcount", "").isdecimal():
        raise UnreadableFile(str(path), "wordcount", repr(about.get("wordcount", "")[:60]), "a number")
    if not set(about.get("sametypesequence", "")) <= SAME_TYPES:
        raise UnreadableFile(str(path), "sametypesequence", repr(about["sametypesequence"][:60]), "types of the format")
    return about


def _beside(path: Path, suffixes: tuple[str, ...]) -> Path:
    found = [
        other for suffix in suffixes if (other := path.with_name(path.name.removesuffix(".ifo") + suffix)).exists()
    ]
    if not found:
        raise UnreadableFile(str(path), "the files beside it", f"no {' or '.join(suffixes)}", "one of them")
    return found[0]


def _whole(path: Path) -> bytes:
    content = content_of(path, EXPECTED)
    return unpacked(content, path, EXPECTED) if path.suffix in {".gz", ".dz"} else content


def _entries(about: Mapping[str, str], path: Path, index: bytes) -> Iterator[Entry]:
    numbers = NUMBERS[about["idxoffsetbits"]]
    start = 0
    while start < len(index):
        end = index.find(b"\0", start, start + LONGEST_WORD + 1)
        if end < 0 or end + 1 + numbers.size > len(index):
            raise UnreadableFile(
                str(path), f"byte {start}", "no whole headword", f"a word, a zero, {numbers.size} bytes"
            )
        offset, size = numbers.unpack_from(index, end + 1)
        yield Entry(decoded(index[start:end], path, "headwords in UTF-8"), offset, size)
        start = end + 1 + numbers.size


def _check_bounds(entries: list[Entry], path: Path, length: int) -> None:
    """Articles lie inside the file, and do not cover it more than twice: headwords may share one, not overlap."""
    places = {(entry.offset, entry.size) for entry in entries}
    beyond = next((entry for entry in entries if entry.offset + entry.size > length), None)
    if beyond is not None:
        place = f"the article of {beyond.word[:40]!r}"
        raise UnreadableFile(
            str(path), place, f"bytes {beyond.offset} to {beyond.offset + beyond.size}", f"at most {length}"
        )
    if sum(size for _, size in places) > 2 * length:
        raise UnreadableFile(str(path), "the articles", "that overlap again and again", "one after the other")


def _glosses(article: bytes, types: str) -> tuple[str, ...]:
    texts = (_text(kind, field) for kind, field in (_typed(article, types) if types else _self_typed(article)))
    return tuple(gloss for text in texts for gloss in glosses_of(text.replace(",", ";")))[:MOST_GLOSSES]


def _text(kind: str, field: bytes) -> str:
    text = field.decode("utf-8", errors="replace") if kind in PLAIN | MARKED_UP else ""
    return shown(text, UNSEEN | BESIDE if kind == "x" else UNSEEN) if kind in MARKED_UP else text


def _typed(article: bytes, types: str) -> Iterator[tuple[str, bytes]]:
    """The fields of an article whose types the .ifo file gives; the last one has no end mark of its own."""
    rest = article
    for kind in types[:-1]:
        field, rest = _field(kind, rest)
        yield kind, field
    yield types[-1], rest


def _self_typed(article: bytes) -> Iterator[tuple[str, bytes]]:
    """The fields of an article each of which is headed by its type."""
    rest = article
    while rest:
        kind = chr(rest[0])
        field, rest = _field(kind, rest[1:])
        yield kind, field


def _field(kind: str, rest: bytes) -> tuple[bytes, bytes]:
    """A field and what is behind it: its size stands before one of a capital type, a zero ends another."""
    if kind.isupper():
        size = SIZE.unpack_from(rest)[0] if len(rest) >= SIZE.size else 0
        return rest[SIZE.size : SIZE.size + size], rest[SIZE.size + size :]
    field, _, behind = rest.partition(b"\0")
    return field, behind
