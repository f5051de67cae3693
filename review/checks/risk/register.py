"""The register of an English translation: how often words of each grammatical class stand in the whole article.

The classes follow Biber, Variation across Speech and Writing (1988): texts of a kind are alike in them, whatever they
are about. Misses the register of translations into other languages.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

from review.checks.reading.rarity import base
from review.checks.reading.words import listed
from review.checks.risk.signals import measured
from review.types import Pair

PREFIX = "register."
"""Begins the names of the columns that hold the rate of a class."""
CLASSES = {
    name: frozenset(listed(words))
    for name, words in {
        "the": "the",
        "a": "a an",
        "of": "of",
        "to": "to",
        "prepositions": "in on at by for with from into about after before over under between through during as",
        "first_person": "i me my mine we us our ours myself",
        "second_person": "you your yours",
        "third_person": "he him his she her hers they them their theirs",
        "it": "it its",
        "demonstratives": "this that these those",
        "coordinators": "and or",
        "contrast": "but however although though yet",
        "cause": "because so since therefore thus",
        "condition": "if when while whether unless until",
        "wh": "who whom whose which what where why how",
        "comparison": "than more most less least",
        "addition": "also too",
        "amplifiers": "very really quite extremely much",
        "restriction": "only just even still",
        "be": "is are am be",
        "was": "was were been",
        "have": "has have had",
        "do": "do does did done",
        "modals": "can could may might must should shall",
        "future": "will would",
        "negation": "not no never nothing none without cannot",
        "there": "there here",
    }.items()
}
"""Closed classes of words."""
ENDINGS = {
    "ing": ("ing",),
    "ed": ("ed",),
    "adverbs": ("ly",),
    "nominalisations": ("tion", "tions", "ment", "ness", "ity"),
}
"""Classes of words that end alike."""
REMEMBERED = 65536  # words whose classes are kept at hand

NAMES = tuple(PREFIX + name for name in (*CLASSES, *ENDINGS))


def register(pairs: Iterable[Pair]) -> tuple[dict[str, int], int]:
    """How many words of each class the targets of a document hold, by column, and how many words in all.

    No classes are counted in a language where they are not known.
    """
    texts = [measured(pair).target.texts for pair in pairs if base(pair.target_lang) == "en"]
    counts = dict.fromkeys(NAMES, 0) if texts else {}
    for word, times in Counter(chain.from_iterable(texts)).items():
        for name in _classes(word):
            counts[name] += times
    return counts, sum(map(len, texts))


@lru_cache(REMEMBERED)
def _classes(word: str) -> tuple[str, ...]:
    folded = word.casefold()
    found = [name for name, members in CLASSES.items() if folded in members]
    found += [name for name, ends in ENDINGS.items() if folded.endswith(ends)]
    return tuple(PREFIX + name for name in found)
