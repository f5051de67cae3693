"""A translation that is the source itself.

Numbers, names, addresses and code stay as they are; a text is taken for language when it has letters of a script that
the target does not use, or at least two words in lower case.

Misses a source copied with small changes, and single words of a shared script.
"""

from __future__ import annotations

from collections.abc import Iterator

from review.checks.base import Check, Example
from review.checks.reading.tongue import same_language, tongue
from review.checks.reading.words import addresses, words
from review.types import Mark, Pair, Span

LOWER_CASE = 2


def find(pair: Pair) -> Iterator[Mark]:
    body = pair.target.strip()
    if not body or body != pair.source.strip() or same_language(pair.source_lang, pair.target_lang):
        return
    if _is_foreign(pair) or _is_language(body):
        start = pair.target.index(body)
        yield Mark(Span(start, start + len(body)), "The translation is the source, word for word.")


def _is_foreign(pair: Pair) -> bool:
    """Whether the source's language is written in a script of its own, and the text is."""
    source, target = tongue(pair.source_lang), tongue(pair.target_lang)
    letters = any(letter.isalpha() and not letter.isascii() for letter in pair.target)
    return letters and bool(target.scripts) and source.scripts != () and not set(source.scripts) & set(target.scripts)


def _is_language(text: str) -> bool:
    found = words(text)
    plain = [word for word in found if word.text[0].islower() and len(word.text) > 1]
    signs = any(sign in text for sign in "{}=_\\<>")
    return len(plain) >= LOWER_CASE and not signs and not addresses(text)


CHECK = Check(
    id="unchanged",
    name="Not translated",
    description="The whole translation is the same text as the source.",
    category="accuracy/source language fragment",
    its="untranslated",
    severity="major",
    score=0.95,
    version=1,
    find=find,
    examples=(
        Example("展览时间", "展览时间", ("展览时间",)),
        Example("Bitte nicht berühren.", "Bitte nicht berühren.", ("Bitte nicht berühren.",), "de", "en"),
        Example("Вход свободный", " Вход свободный", ("Вход свободный",), "ru", "en"),
        Example("2021", "2021"),
        Example("Angela Merkel", "Angela Merkel", (), "de", "en"),
        Example("https://example.org/plan", "https://example.org/plan"),
        Example("pip install --no-deps x=1", "pip install --no-deps x=1"),
    ),
)
