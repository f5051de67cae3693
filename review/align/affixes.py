"""Words without what is written onto them: articles and prepositions, particles, and endings that no lemma takes off.

Hebrew and Arabic write the article, some prepositions and conjunctions onto the word, Arabic and Persian its plural and
possessor behind it, Korean and Japanese all that they put behind a word. What is left is a guess, which only counts
where a word list has it and nothing longer.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

SHORTEST = 2  # characters of a word that is left
NOTHING = regex.compile("")


@dataclass(frozen=True, slots=True)
class Affixes:
    """What may be written onto a word of a language: patterns for its beginning and its end.

    `stem` is what the dictionary form of a word adds to the stem that stands in a text.
    """

    opening: regex.Pattern[str] = NOTHING
    closing: regex.Pattern[str] = NOTHING
    stem: str = ""


AFFIXES = {
    "ar": Affixes(
        regex.compile("(?:[وف]?(?:[بك]?ال|لل|[بكلس])?)"),
        regex.compile("(?:هما|ها|هم|هن|نا|كم|ه|ك|ي|ية|ات|ون|ين|ان|ا|ة)?"),
    ),
    "fa": Affixes(closing=regex.compile("(?:های?|هایی|ان|ی|ش|شان|م|ام|ات)?")),
    "he": Affixes(regex.compile("[ושהבלכמ]{0,3}")),
    "ja": Affixes(closing=regex.compile(".*")),
    "ko": Affixes(closing=regex.compile(".*"), stem="다"),
}


def bare(word: str, lang: str) -> tuple[str, ...]:
    """What may be left of a word without its affixes, the longest first; () in a language that has none."""
    affixes = AFFIXES.get(lang)
    if affixes is None or not word.isalpha():
        return ()
    starts = [start for start in range(len(word)) if affixes.opening.fullmatch(word, 0, start)]
    ends = [end for end in range(1, len(word) + 1) if affixes.closing.fullmatch(word, end)]
    parts = sorted((word[start:end] for start in starts for end in ends), key=len, reverse=True)
    both = (each for part in parts for each in dict.fromkeys((part + affixes.stem, part)))
    return tuple(each for each in both if len(each) >= SHORTEST and each != word)
