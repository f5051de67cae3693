"""A sentence of the source that has no translation: a pair with an empty target.

Page furniture of the source is rightly left out. Misses what is left out within a pair.
"""

from __future__ import annotations

from collections.abc import Iterator

from review.checks.base import Check, Example
from review.checks.reading.furniture import only_furniture
from review.types import Mark, Pair, Span


def find(pair: Pair) -> Iterator[Mark]:
    body = pair.source.strip()
    if pair.target.strip() or not any(sign.isalnum() for sign in body) or only_furniture(pair.source, pair.source_lang):
        return
    start = pair.source.index(body)
    yield Mark(Span(start, start + len(body)), "This has no translation.", side="source")


CHECK = Check(
    id="missing-sentence",
    name="Missing sentence",
    description="A sentence of the source without a translation.",
    category="accuracy/omission",
    its="omission",
    severity="major",
    score=0.9,
    version=1,
    find=find,
    examples=(
        Example("图书馆周一闭馆。", "", ("图书馆周一闭馆。",)),
        Example(" 图书馆周一闭馆。\n", "  ", ("图书馆周一闭馆。",)),
        Example("Montags geschlossen.", "", ("Montags geschlossen.",), "de", "en"),
        Example("图书馆周一闭馆。", "The library is closed on Mondays."),
        Example("【打印】【关闭】", ""),
        Example("……", ""),
    ),
)
