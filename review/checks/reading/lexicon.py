"""How common an English word is, and which common words are a slip of the keyboard away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from math import log10
from string import ascii_lowercase

from review.checks.reading.frequencies import commonest, share
from review.checks.reading.remembered import TEXTS, Remembered

KNOWN = 1.5
"""Zipf frequency (log10 of uses in a thousand million words) from which on a word is taken for one; the lists were made
from the web, and the rarest in them are misspellings."""
KNOWN_SHARE = 10 ** (KNOWN - 9)
COMMON = 3.0
"""The Zipf frequency, over that of the word itself, from which on a word one slip away is meant."""
SWAP = 2.5
"""The same where two neighbouring letters changed places, which no other word explains as well."""
VERY_COMMON = 3.6
"""The same for a word two slips away."""
LONG = 9
"""Letters from which on two slips still leave the word recognizable."""
SHORT = 5
"""Letters below which every word has many neighbours, so that only a swap counts as a slip."""
SUGGESTED = 3
REMEMBERED = 65536  # words that are kept at hand
WORD = re.compile("[A-Za-z]+")
SHORTEST = 4  # letters of a word that is judged


@cache
def _common() -> list[str]:
    return commonest("en", 10 ** (VERY_COMMON - 9), LONG - 2)


def zipf(word: str) -> float:
    """The word's Zipf frequency in English, about 1 to 8; 0 for one that is not in the list."""
    often = share(word, "en")
    return round(log10(often) + 9, 2) if often else 0.0


@lru_cache(TEXTS)
def unknown(text: str) -> frozenset[str]:
    """The words of a text in small letters, four or more, that English does not have."""
    return frozenset([word for word in WORD.findall(text) if not PASSED[word]])


def is_known(word: str) -> bool:
    """Whether English has the word, as far as a list made from the web can tell."""
    return share(word, "en") >= KNOWN_SHARE


def _passes(word: str) -> bool:
    return len(word) < SHORTEST or not word.islower() or is_known(word)


PASSED = Remembered(_passes, REMEMBERED)
"""Whether English has words, or they are not judged, being short or with a capital."""


@lru_cache(maxsize=4096)
def near(word: str) -> tuple[tuple[str, ...], bool]:
    """The common words that slips made the word of, the likeliest first, and whether one slip was enough.

    A slip is a letter left out, put in, exchanged for another, or swapped with its neighbour.
    """
    own = zipf(word)
    one = {made for made in _swapped(word) if zipf(made) >= SWAP + own}
    if len(word) >= SHORT:
        one |= {made for made in _one_slip(word) if zipf(made) >= COMMON + own}
    if one or own:
        return tuple(sorted(one, key=zipf, reverse=True)[:SUGGESTED]), True
    return (tuple(_two_slips(word)) if len(word) >= LONG else ()), False


def _swapped(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1))


def _one_slip(word: str) -> Iterator[str]:
    """What a letter less, another or one more gives; the first letter is hardly ever mistaken."""
    for at in range(1, len(word) + 1):
        left, right = word[:at], word[at:]
        yield left + right[1:]
        for letter in ascii_lowercase:
            yield left + letter + right
            yield left + letter + right[1:]


def _two_slips(word: str) -> list[str]:
    from rapidfuzz.distance import OSA

    near_in_length = (made for made in _common() if abs(len(made) - len(word)) <= 2 and made[0] == word[0])
    close = [made for made in near_in_length if OSA.distance(word, made, score_cutoff=2) <= 2]
    return sorted(close, key=zipf, reverse=True)[:SUGGESTED]
