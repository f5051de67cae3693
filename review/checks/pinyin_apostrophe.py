"""A place in pinyin without the apostrophe that parts its syllables: Taian for Tai'an, Xian for Xi'an.

The standard spelling (GB/T 16159) puts one before a syllable that begins with a, e or o. The places are those of
CC-CEDICT that it does not itself spell in one, as Tiananmen. Misses persons, who choose their spelling, places that are
not listed, and a name that is also the pinyin of another word of the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from review.checks.base import Check, Example
from review.checks.reading.cedict_names import cedict_names
from review.checks.reading.pinyin import SYLLABLE, readings, sounds
from review.types import Mark, Pair, Span

PLACES = frozenset(("city", "county", "district", "prefecture", "township", "town", "province"))
VOWELS = ("a", "e", "o")
JOINED = re.compile(r"[A-Z](?<![\w'’-].)[a-z]{3,}(?![\w-])")
SYLLABLES = re.compile(f"(?:{SYLLABLE.pattern})+")


def find(pair: Pair) -> Iterator[Mark]:
    words = {match.group() for match in JOINED.finditer(pair.target) if _is_spelt(match.group())}
    spelt = {one: right for one, right in _places(pair.source).values() if one in words} if words else {}
    for match in JOINED.finditer(pair.target) if spelt else ():
        if right := spelt.get(found := match.group()):
            reason = f"In pinyin an apostrophe parts the syllables here: {right}."
            yield Mark(Span(*match.span()), reason, fixes=(right,), expected=right, found=found)


@lru_cache(maxsize=4096)
def _is_spelt(word: str) -> bool:
    """Whether a word has the form of pinyin."""
    return SYLLABLES.fullmatch(word.lower()) is not None


@lru_cache(maxsize=256)
def _places(source: str) -> dict[str, tuple[str, str]]:
    """The places of a source whose pinyin takes an apostrophe: in one word, and as it should be."""
    spelt = {name: each for name in cedict_names().headwords(source) if (each := _spelt(name))}
    taken = {reading for name in cedict_names().headwords(source) if name not in spelt for reading in readings(name)}
    return {name: (one, right) for name, (one, right) in spelt.items() if one.casefold() not in taken}


@lru_cache(maxsize=16384)
def _spelt(name: str) -> tuple[str, str] | None:
    """A place's pinyin in one word and with apostrophes; None for what needs none, and for what is no listed place."""
    each = [sounds(character)[:1] for character in name]
    if not all(each) or not any(sound.startswith(VOWELS) for (sound,) in each[1:]):
        return None
    told = cedict_names().words(name)
    joined = "".join(sound for (sound,) in each).capitalize()
    if joined in told or not PLACES & {word.casefold() for word in told}:
        return None
    parted = "".join(f"'{sound}" if at and sound.startswith(VOWELS) else sound for at, (sound,) in enumerate(each))
    return joined, parted.capitalize()


CHECK = Check(
    id="pinyin-apostrophe",
    name="Pinyin without its apostrophe",
    description="A place whose syllables run together where pinyin parts them with an apostrophe.",
    category="fluency/spelling",
    its="misspelling",
    severity="minor",
    score=0.7,
    version=1,
    source_langs=("zh",),
    target_langs=("en",),
    find=find,
    examples=(
        Example(
            "西安下雨了。",
            "It rained in Xian.",
            ("Xian",),
            fixed="It rained in Xi'an.",
        ),
        Example(
            "会议在淮安市举行。",
            "The talks were held in Huaian City.",
            ("Huaian",),
            fixed="The talks were held in Huai'an City.",
        ),
        Example("他从延安来。", "He comes from Yanan.", ("Yanan",), fixed="He comes from Yan'an."),
        Example("西安下雨了。", "It rained in Xi'an."),
        Example("天安门广场很大。", "Tiananmen Square is large."),
        Example("公安局在海岸边。", "The Gongan bureau is by the coast."),
    ),
)
