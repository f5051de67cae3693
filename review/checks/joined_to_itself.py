"""A word joined to itself: `experience and experience`, as where two words of the source have one rendering.

Comparatives (bigger and bigger), numbers, and words that idiom repeats (again and again, years and years) are left
alone. Misses words that are joined in two forms, and nouns with something between them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import eq

import regex

from review.checks.base import Check, Example
from review.checks.reading.glance import runs
from review.checks.reading.words import listed
from review.types import Mark, Pair, Span

JOINED = regex.compile(
    r"(?<![\p{L}\p{N}’'-])(?<! and )(?<! or )(?P<word>\p{Ll}{4,}) (?:and|or) (?P=word)(?![\p{L}\p{N}’'-]| (?:and|or) )"
)
JOINING = frozenset({"and", "or"})
IDIOM = frozenset(
    listed(
        "more less again over around round down through along never forever ever many much very some such "
        "years months weeks days hours minutes nights ages centuries decades miles pages rows piles heaps loads tons "
        "health hundreds thousands millions billions dozens scores lots stories this that these those there what "
        "cried talked laughed waited tried walked worked kept went looked thought read asked"
    )
)
"""Words that English repeats for emphasis or to part two kinds."""


def find(pair: Pair) -> Iterator[Mark]:
    said = runs(pair.target)
    if not any(map(eq, said, said[2:])) or not _is_joined(said):
        return
    for match in JOINED.finditer(pair.target):
        word = match["word"]
        if word not in IDIOM and not word.endswith("er"):
            reason = f"“{word}” is joined to itself: two words of the source that need two renderings, or one of them."
            yield Mark(Span(*match.span()), reason, fixes=(word,))


def _is_joined(said: Sequence[str]) -> bool:
    return any(one == other and word in JOINING for one, word, other in zip(said, said[1:], said[2:], strict=False))


CHECK = Check(
    id="joined-to-itself",
    name="Word joined to itself",
    description="The same word before and behind “and” or “or”.",
    category="fluency/grammar",
    its="duplication",
    severity="minor",
    score=0.8,
    version=1,
    find=find,
    target_langs=("en",),
    examples=(
        Example(
            "她谈了经验和体会。",
            "She spoke of her experience and experience.",
            ("experience and experience",),
            fixed="She spoke of her experience.",
        ),
        Example("材料与原料", "The price of materials or materials rose.", ("materials or materials",)),
        Example("亲切友好", "The hosts were very friendly and friendly.", ("friendly and friendly",)),
        Example("越来越大", "It grew bigger and bigger, again and again, more and more."),
        Example("多年", "For years and years they walked and walked."),
        Example("读写", "Reading and rereading; reading and writing and reading."),
        Example("有好有坏", "There are rivers and rivers and rivers."),
    ),
)
