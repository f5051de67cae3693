"""English words that are misspelt: `emmissions` `recieve`.

A word in small letters that no list of words knows, and that one or two slips of the keyboard part from a common one,
is marked, with the common words as fixes. Words of the source, words that are also written with a capital in the text,
parts of compounds with a hyphen, of addresses and of code, and words made of a known one with a common prefix or ending
are left alone. British and American spellings are both right.

Misses slips that give another word (`form` for `from`), names, and other languages than English.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import regex

from review.checks.base import Check, Example
from review.checks.reading.glance import words
from review.checks.reading.lexicon import near, unknown, zipf
from review.checks.reading.misspellings import MISSPELLINGS
from review.checks.reading.words import listed
from review.types import Mark, Pair, Span

SHORTEST = 4
"""Letters of the shortest word that is judged; shorter ones are abbreviations as often as not."""
FAR = 0.6
"""How likely a word two slips from a common one is misspelt."""
WORD = regex.compile(
    r"(?<![\p{L}\p{M}\p{N}@#$&/\\_.'’<>{}=-])[a-z]{4,30}(?![\p{L}\p{M}\p{N}@/\\_'’<>{}(=-]|\.[\p{L}\p{N}])"
)
PREFIXES = listed(
    "anti auto bi bio cardio co counter cross cyber de dis electro en extra fore geo hyper hypo il im immuno in infra "
    "inter intra ir macro mega meta micro mid mini mis mono multi nano neo neuro non out over para peri phono photo "
    "physio poly post pre pro pseudo psycho quasi radio re retro semi socio sub super tele thermo trans tri ultra un "
    "under uni"
)
ENDINGS = listed("s es ed ing er ers or ors ly ness less like wise able ability al ally ist ists ism ful fully ment y")
REMEMBERED = 4096  # unknown words of which it is kept at hand whether they are made of known ones
STEM, STEM_ZIPF = 4, 2.5
"""Letters and Zipf frequency from which on the rest of a word counts as a word."""


def find(pair: Pair) -> Iterator[Mark]:
    suspects = unknown(pair.target) | (MISSPELLINGS.keys() & words(pair.target))
    for match in WORD.finditer(pair.target) if suspects else ():
        word = match.group()
        if word not in suspects or _is_named(pair, word) or _is_derived(word):
            continue
        right = MISSPELLINGS.get(word)
        fixes, close = ((right,), True) if right else near(word)
        if fixes:
            yield Mark(
                Span(*match.span()), f"Unknown word: {word}. Perhaps {fixes[0]}?", fixes=fixes,
                expected=fixes[0], found=word, score=None if close else FAR,
            )  # fmt: skip


def _is_named(pair: Pair, word: str) -> bool:
    """Whether the source has the word, or the translation uses it as a name too."""
    return word in pair.source.lower() or word.capitalize() in pair.target or word.upper() in pair.target


@lru_cache(REMEMBERED)
def _is_derived(word: str) -> bool:
    """Whether it is a known word with a prefix or an ending, or two known words written as one."""
    if word in MISSPELLINGS:
        return False
    prefixed = (word[len(prefix) :] for prefix in PREFIXES if word.startswith(prefix))
    stems = (word[: -len(ending)] for ending in ENDINGS if word.endswith(ending))
    halves = ((word[:at], word[at:]) for at in range(STEM, len(word) - STEM + 1))
    return (
        any(map(_is_stem, prefixed))
        or any(_is_stem(stem) or _is_stem(f"{stem}e") for stem in stems if len(stem) >= STEM)
        or any(_is_stem(left) and _is_stem(right) for left, right in halves)
    )


def _is_stem(stem: str) -> bool:
    return len(stem) >= STEM and zipf(stem) >= STEM_ZIPF


CHECK = Check(
    id="spelling",
    name="Misspelt word",
    description="An English word that is not known and is one or two slips from a common one.",
    category="fluency/spelling",
    its="misspelling",
    severity="minor",
    score=0.9,
    version=1,
    find=find,
    target_langs=("en",),
    examples=(
        Example(
            "桥上有很多行人。", "Many pedesttrians croossed the brigde.", ("pedesttrians", "croossed", "brigde"),
            fixed="Many pedestrians crossed the bridge.",
        ),
        Example("我们收到了信。", "We recieved the letter.", ("recieved",), fixed="We received the letter."),
        Example("图书馆提供设备。", "It offers eqiupment.", ("eqiupment",), fixed="It offers equipment."),
        Example("颜色", "The colour of the organisation’s centre, the color of the organization’s center"),
        Example("微信读书", "He opened weixun, Weixun being an app: a co-operatve at foo.exmaple/exmaple."),
        Example("Die Straßenbahnlinie", "The strassenbahnlinie and restaurateurs", (), "de", "en"),
        Example("重新装瓶", "The rebottled juice was unsellable in the microbrewery."),
    ),
)  # fmt: skip
