"""A word written twice in a row: `the the`.

Words that rightly stand twice (had had, that that, very very), names such as New York's boroughs of one word said
twice with a hyphen, and figures are left alone. Where the source doubles a word too, it weighs less.

Misses doubled words with something between them; see doubled-phrase.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import eq

import regex

from review.checks.base import Check, Example
from review.checks.reading.glance import runs
from review.checks.reading.tongue import is_spaced
from review.checks.reading.words import listed
from review.types import Mark, Pair, Span

ALLOWED: dict[str, frozenset[str]] = {
    "en": frozenset(
        listed(
            "had that very really so no yes ha bye knock blah ho hee long far many much ding tut hear there "
            "now chop aye"
        )
    ),
    "de": frozenset(listed("die der das sie sich ja nein sehr ganz so na")),
    "fr": frozenset(listed("nous vous très oui non si")),
    "es": frozenset(listed("sí no muy")),
    "nl": frozenset(listed("die dat ze ja nee")),
    "it": frozenset(listed("sì no piano molto via man")),
    "id": frozenset(),
    "vi": frozenset(),
}
REDUPLICATING = frozenset({"id", "vi", "tr", "th", "hi", "ur"})
IN_SOURCE = 0.4
PHRASAL = frozenset(
    listed(
        "taken took take came come comes went go goes gone going moved move moving checked logged brought "
        "carried kept keep settled stayed stay called handed sent let fit set put pulled drawn caught joined"
    )
)
DOUBLED = regex.compile(
    r"(?<![\p{L}\p{N}'’_-])(\p{L}[\p{L}\p{M}'’]{0,40}+)([ \u00a0\t]{1,3}+)\1(?![\p{L}\p{N}_]|[-'’]\p{L}|\.\p{L})",
    regex.I,
)


def find(pair: Pair) -> Iterator[Mark]:
    tag = pair.target_lang.split("-")[0].lower()
    if tag in REDUPLICATING or not is_spaced(pair.target_lang):
        return
    said = runs(pair.target)
    if not any(map(eq, said, said[1:])):
        return
    allowed = ALLOWED.get(tag, frozenset())
    for match in DOUBLED.finditer(pair.target):
        word = match[1]
        if (
            word.lower() in allowed
            or _is_phrasal(pair.target, word, match.start())
            or _is_name(match.group(), word, match.start())
        ):
            continue
        kept = word if word[0].isupper() else match.group()[-len(word) :].lower() if word.islower() else word
        score = IN_SOURCE if DOUBLED.search(pair.source) else None
        yield Mark(Span(*match.span()), f"The word is written twice: {word}.", fixes=(kept,), score=score)


def _is_phrasal(text: str, word: str, start: int) -> bool:
    """Whether the first of the two belongs to the verb before it, as in `moved in in spring`."""
    before = text[max(0, start - 16) : start].split()
    return word in ("in", "on") and before != [] and before[-1].lower() in PHRASAL


def _is_name(doubled: str, word: str, start: int) -> bool:
    """Whether both words are capitals within a sentence, as in Duran Duran, or one letter, as in A A."""
    return (len(word) == 1 and word.lower() not in ("a", "i")) or (
        start > 0 and doubled.istitle() and len(word) <= 6 and word != "The"
    )


CHECK = Check(
    id="doubled-word",
    name="Doubled word",
    description="The same word twice in a row.",
    category="fluency/grammar",
    its="duplication",
    severity="minor",
    score=0.9,
    version=1,
    find=find,
    examples=(
        Example("他们来到河边。", "They came to to the river.", ("to to",), fixed="They came to the river."),
        Example("新桥开通。", "The the new bridge opened.", ("The the",), fixed="The new bridge opened."),
        Example(
            "居民很高兴。", "Residents were happy\u00a0happy.", ("happy\u00a0happy",), fixed="Residents were happy."
        ),
        Example("居民说，他们从未见过。", "Residents said that that had had no effect."),
        Example("非常高。", "It was very very high, and they had had enough."),
        Example("歌手在罗马演出。", "The singers of Duran Duran played in Rome."),
        Example("他们走进去，在里面等。", "They went in, in order to wait."),
    ),
)
