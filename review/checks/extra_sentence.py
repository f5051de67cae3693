"""A sentence of the translation that nothing in the source answers to: a pair with an empty source.

Page furniture is left to its own check. Misses what is added within a pair.
"""

from __future__ import annotations

from collections.abc import Iterator

from review.checks.base import Check, Example
from review.checks.reading.furniture import only_furniture
from review.types import Mark, Pair, Span


def find(pair: Pair) -> Iterator[Mark]:
    body = pair.target.strip()
    if pair.source.strip() or not any(sign.isalnum() for sign in body) or only_furniture(pair.target, pair.target_lang):
        return
    start = pair.target.index(body)
    yield Mark(Span(start, start + len(body)), "Nothing in the source says this.")


CHECK = Check(
    id="extra-sentence",
    name="Extra sentence",
    description="A sentence of the translation that is not in the source.",
    category="accuracy/addition",
    its="addition",
    severity="major",
    score=0.8,
    version=1,
    find=find,
    examples=(
        Example("", "The library is closed on Mondays.", ("The library is closed on Mondays.",)),
        Example(" ", " See below. ", ("See below.",)),
        Example("", "Siehe unten.", ("Siehe unten.",), "en", "de"),
        Example("图书馆周一闭馆。", "The library is closed on Mondays."),
        Example("", "[Print] [Close]"),
        Example("", "* * *"),
    ),
)
