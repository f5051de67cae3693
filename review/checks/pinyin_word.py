"""Chinese words left in pinyin in an English text: `the fangcang was opened`.

A word in small letters that is made of at least two syllables of pinyin, that English does not know, and that the
translation does not use as a name. Words that English has taken over (`qigong`) are known to it.

Misses names, single syllables, pinyin with a capital or with tones, and words that happen to be English as well.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from review.checks.base import Check, Example
from review.checks.reading.lexicon import unknown
from review.checks.reading.pinyin_words import is_pinyin
from review.types import Mark, Pair, Span

SHORTEST = 5
"""Letters of the shortest word that is judged."""
WORD = regex.compile(
    r"(?<![\p{L}\p{M}\p{N}@#$&/\\_.'’<>{}=-])[a-z]{5,24}(?![\p{L}\p{M}\p{N}@/\\_'’<>{}(=-]|\.[\p{L}\p{N}])"
)
HAN = regex.compile(r"\p{Han}")


def find(pair: Pair) -> Iterator[Mark]:
    suspects = {word for word in unknown(pair.target) if len(word) >= SHORTEST and is_pinyin(word)}
    if not suspects or HAN.search(pair.source) is None:
        return
    for match in WORD.finditer(pair.target):
        word = match.group()
        if word in suspects and word not in pair.source and word.capitalize() not in pair.target:
            yield Mark(Span(*match.span()), f"Pinyin where an English word is due: {word}.")


CHECK = Check(
    id="pinyin-word",
    name="Word left in pinyin",
    description="A Chinese word that is spelt in pinyin instead of being translated.",
    category="accuracy/source language fragment",
    its="untranslated",
    severity="major",
    score=0.75,
    version=1,
    find=find,
    source_langs=("zh",),
    target_langs=("en",),
    examples=(
        Example("方舱建成了。", "The fangcang was built.", ("fangcang",)),
        Example("他们唱了山歌和花儿。", "They sang shange and huaer.", ("shange", "huaer")),
        Example("村里有祠堂。", "The village has a citang.", ("citang",)),
        Example("他练气功，喝乌龙茶。", "He practises qigong and drinks oolong, and Tai chi in Beijing."),
        Example("班子开会。", "The urban banana manager began."),
        Example("用huaban画图。", "Draw with huaban; Fangcang means shelter, and fangcang is a word."),
    ),
)
