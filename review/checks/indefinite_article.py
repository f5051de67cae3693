"""`a` before a vowel sound and `an` before a consonant.

Only words whose sound is certain: initials and acronyms are left alone, and so are words in `eu`, `ew` and most in `u`,
which may begin with the sound of `you`.

Misses acronyms (an NGO) and foreign words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from review.checks.base import Check, Example
from review.checks.reading.words import listed
from review.types import Mark, Pair, Span

ARTICLE = regex.compile(
    r"(?<![\p{L}\p{N}'’.&/+-])(?P<article>an?|An|A)[ \u00a0]{1,2}[\"“‘(]?"
    r"(?P<next>\d++|\p{L}++)(?![\p{L}\p{N}_@/]|['’.][\p{L}])"
)
CANDIDATE = re.compile(r"[aA](?<!\w.)(?:[ \u00a0]{1,2}[\"“‘(]?[aeiouhAEIOUH\d]|n[ \u00a0])")
LIST_WORDS = frozenset(listed("and or in is as at of on are was if it i e o than a an"))
SILENT = regex.compile(r"(?:heir|hono|honest|hour)", regex.I)
YOU_SOUND = regex.compile(
    r"(?:eu|ew|one(?:$|[^r])|once|oui|uni(?!n|m[ipa]|de)|unan|us[aeiu]|ut[ei]|ubi|uk|ur[aeiou]|ul?ster|uga|u$)", regex.I
)
OPEN_U = regex.compile(r"u(?:n(?!i|an)|nin|nim|nide|p|l|m|rg|s[^aeiu]|tt)", regex.I)
VOWEL_FIGURES = regex.compile(r"(?:8|11|18|8\d++|11\d{3}|18\d{3})$")


def find(pair: Pair) -> Iterator[Mark]:
    for match in ARTICLE.finditer(pair.target) if CANDIDATE.search(pair.target) else ():
        article, word = match["article"], match["next"]
        if (article == "A" and match.start() > 0) or (article == "a" and word.lower() in LIST_WORDS):
            continue
        if article == "An" and match.start() > 0 and word[0].isupper():
            continue
        right = _right(word)
        if right and right != article.lower():
            fix = right if article[0].islower() else right.capitalize()
            yield Mark(
                Span(*match.span("article")), f"“{fix}” before {word}.", fixes=(fix,), expected=right, found=article
            )


def _right(word: str) -> str:
    """The article that the word takes; "" where that is not certain."""
    if word.isdecimal():
        return "an" if VOWEL_FIGURES.match(word) else "a"
    if len(word) == 1 or not word[1:].islower() or not word.isascii():
        return ""
    if SILENT.match(word):
        return "an"
    if YOU_SOUND.match(word):
        return "a"
    if word[0].lower() == "u":
        return "an" if OPEN_U.match(word) else ""
    if word[0].lower() in "aeio":
        return "an"
    return (
        "a"
        if word[0].lower() in "bcdfgjklmnpqrstvwz"
        or (
            regex.match(r"h[aeiouy]", word, regex.I)
            and word.lower() not in ("herb", "herbs", "historic", "historical", "hotel")
        )
        else ""
    )


CHECK = Check(
    id="indefinite-article",
    name="a or an",
    description="The indefinite article that does not fit the sound behind it.",
    category="fluency/grammar",
    its="grammar",
    severity="minor",
    score=0.9,
    version=2,
    find=find,
    target_langs=("en",),
    examples=(
        Example("一个想法", "It was a idea.", ("a",), fixed="It was an idea."),
        Example("一所大学", "An university and an new park", ("An", "an"), fixed="A university and a new park"),
        Example("一个8年计划", "A 8-year plan took a hour.", ("A", "a"), fixed="An 8-year plan took an hour."),
        Example("一个想法", "An idea, a European, a one-off, an hour, an umbrella, a unit, an 18-year-old"),
        Example("记者安路和读者安平", "The reporter An Lu and the reader An Ping"),
        Example("甲组", "Group A is in plan A and a and b."),
        Example("一个非政府组织", "An NGO, a UN body, an LED, a U-turn, an historic day"),
    ),
)
