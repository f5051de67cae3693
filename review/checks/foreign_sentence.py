"""A whole sentence of the translation in the source's language, or in a third one, where they share a script.

A sentence of eight words or more that has hardly any of the common words of the target's language is given to
langdetect, which is right on nearly all texts of that length; it is marked when the language told is not the target's.
What is copied from the source word for word is marked by copied-words.

Misses shorter sentences, and languages whose common words are not in the table of copied-words.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from review.checks.base import Check, Example
from review.checks.copied_words import FUNCTION_WORDS
from review.checks.reading import glance
from review.checks.reading.sentences import sentences
from review.checks.reading.tongue import same_language, share_script, tongue
from review.checks.reading.words import words
from review.languages import UNDETERMINED
from review.texts.language import detect
from review.types import Mark, Pair, Span

LEAST_WORDS = 8
"""Words from which on langdetect is reliable."""
FEW = 0.1
"""The share of common words of its language below which a sentence is in doubt; in running text a third are."""
FOREIGN = 3
"""Common words of other languages that a sentence of theirs has at least."""
QUOTED = 0.4
OPENING = '"“„«‘('


def find(pair: Pair) -> Iterator[Mark]:
    tag = tongue(pair.target_lang).tag
    known = FUNCTION_WORDS.get(tag)
    if known is None or len(_others(tag) & glance.words(pair.target)) < FOREIGN:
        return
    if len(_others(tag).intersection(pair.target.split())) < FOREIGN:
        return
    for span in sentences(pair.target, pair.target_lang):
        text = span.of(pair.target)
        if _share(text, known) < FEW and text not in pair.source and (told := _told(text, pair)):
            name = tongue(told).name
            score = QUOTED if text[0] in OPENING else None
            yield Mark(Span(span.start, span.end), f"This sentence is in {name}.", found=name, score=score)


@cache
def _others(tag: str) -> frozenset[str]:
    """The common words of the other languages that are none of this one."""
    return (
        frozenset(word for other, own in FUNCTION_WORDS.items() if other != tag for word in own) - FUNCTION_WORDS[tag]
    )


def _share(text: str, known: frozenset[str]) -> float:
    """The share of a text's words that are among these; 1 for a text of few words, or of capitals and figures."""
    found = [word.text for word in words(text)]
    plain = [word for word in found if word.islower()]
    if len(plain) < LEAST_WORDS or len(plain) * 2 < len(found):
        return 1.0
    return sum(word in known for word in plain) / len(plain)


def _told(text: str, pair: Pair) -> str:
    """The language that a sentence is in where that is not the target's but one in its script; "" otherwise."""
    told = detect(text)
    foreign = told != UNDETERMINED.tag and not same_language(told, pair.target_lang)
    return told if foreign and share_script(told, pair.target_lang) else ""


CHECK = Check(
    id="foreign-sentence",
    name="Sentence in another language",
    description="A sentence of the translation that is in another language of the same script.",
    category="accuracy/source language fragment",
    its="untranslated",
    severity="major",
    score=0.85,
    version=1,
    find=find,
    examples=(
        Example(
            "Die Brücke ist neu. Sie wurde nach langer Bauzeit feierlich von der Stadt eröffnet.",
            "The bridge is new. Sie wurde nach langer Bauzeit nun feierlich von der Stadt eröffnet.",
            ("Sie wurde nach langer Bauzeit nun feierlich von der Stadt eröffnet.",),
            "de",
            "en",
        ),
        Example(
            "桥很新。",
            "Le pont est neuf et il relie les deux rives de la ville depuis hier.",
            ("Le pont est neuf et il relie les deux rives de la ville depuis hier.",),
        ),
        Example(
            "The library opens its doors to all readers of the town today.",
            "The library has opened its doors to all the readers of the town today.",
            ("The library has opened its doors to all the readers of the town today.",),
            "en",
            "de",
        ),
        Example("桥很新。", "The bridge is new and it has joined the two banks of the town since yesterday."),
        Example("Der Chor singt.", "The choir sings „Wem Gott will rechte Gunst erweisen“ twice.", (), "de", "en"),
        Example("配料", "Ingredients: water, sugar, wheat flour, palm oil, salt, yeast, cocoa butter, milk powder."),
    ),
)
