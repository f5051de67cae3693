"""How common words are: Zipf values from the package wordfreq, and the words of a text that have one.

A Zipf value is log10 of a word's occurrences in a billion words: "the" has 7.7, "alignment" 3.5, and 0 stands for a
word that is not listed.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache, partial
from math import log10

import regex

from review.checks.reading.frequencies import listed, share
from review.checks.reading.remembered import Remembered
from review.checks.reading.words import written

PER_BILLION = 9
CUT_OTHERWISE = frozenset({"ja", "ko", "th", "vi"})
"""Languages that wordfreq cuts into words as nothing here does."""
REMEMBERED = 65536  # words of a language whose values are kept at hand
LANGUAGES = 16  # of which words are kept at hand
TAGS = 256  # of languages, as they are written
RUNS = 2048  # of Chinese characters whose words are kept at hand: those of the pairs that are looked at together
HAN = regex.compile(r"\p{Han}+")
PARTS = regex.compile(r"['’\-‑]")


@lru_cache(TAGS)
def is_listed(lang: str) -> bool:
    """Whether the words of a language have Zipf values."""
    return base(lang) in listed() - CUT_OTHERWISE


def words_of(text: str, lang: str) -> list[str]:
    """The words of a text as the lists have them: Chinese ones cut from their runs, others as written."""
    if base(lang) == "zh":
        return [word for run in HAN.findall(text) for word in cut(run)]
    return written(text)


@lru_cache(RUNS)
def cut(run: str) -> tuple[str, ...]:
    """The words of a run of Chinese characters."""
    return tuple(_cutter()(run))


@lru_cache(LANGUAGES)
def zipfs(lang: str) -> Remembered[float]:
    """The Zipf values of a language's words; a compound that is not listed is as common as its rarest part."""
    return Remembered(partial(_zipf, lang=lang), REMEMBERED)


def zipf(word: str, lang: str) -> float:
    """The Zipf value of a word."""
    return zipfs(lang)[word]


def _zipf(word: str, lang: str) -> float:
    folded = word.replace("’", "'").casefold()
    frequency = share(folded, base(lang)) if is_listed(lang) else 0.0
    if frequency:
        return PER_BILLION + log10(frequency)
    parts = [part for part in PARTS.split(folded) if part]
    return min(zipf(part, lang) for part in parts) if len(parts) > 1 else 0.0


@cache
def _cutter() -> Callable[[str], list[str]]:
    import rjieba

    cut: Callable[[str], list[str]] = rjieba.cut
    return cut


@lru_cache(TAGS)
def base(tag: str) -> str:
    """The language of a tag, without script or region."""
    return tag.replace("_", "-").split("-")[0].lower()
