"""The translations in a run of pairs: pairs that share a document may hold several translations of its source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from review.types import Pair

SHARE = 0.5
"""Of the pairs, those whose source stands there more than once: from here on the source is read as translated anew."""
TEXTS_REMEMBERED = 8192
"""Texts whose readings a check over articles keeps at hand, so that a correction costs one text and not the article."""
LEAST = 2
"""Different sources that stand there more than once; one alone is repeated by the article."""


def editions(pairs: Sequence[Pair]) -> list[list[int]]:
    """The indexes of the pairs, one list for each translation; a new one begins where a source comes again.

    An article that merely repeats some sentences is one translation.
    """
    counts = Counter(pair.source for pair in pairs)
    again = [count for count in counts.values() if count > 1]
    if len(again) < LEAST or sum(again) <= SHARE * len(pairs):
        return [list(range(len(pairs)))]
    found: list[list[int]] = [[]]
    seen: set[str] = set()
    for index, pair in enumerate(pairs):
        if pair.source in seen:
            found.append([])
            seen.clear()
        seen.add(pair.source)
        found[-1].append(index)
    return found
