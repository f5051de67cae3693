"""Two to twelve words written twice in a row: `in the city in the city`.

A phrase that the source repeats too weighs less. Misses repetition with other words between, or with other punctuation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from review.checks.base import Check, Example
from review.checks.reading.glance import runs
from review.checks.reading.tongue import is_spaced
from review.types import Mark, Pair, Span

SHORTEST, LONGEST = 2, 12
TWO_WORDS = 0.75
PIECE = re.compile(r"[^\W\d_]+")
STOPS = ".!?;:()\n"
GROWING = frozenset({"more", "less", "again", "on", "over", "worse"})
"""Words beside comparatives that are joined to themselves for emphasis: bigger and bigger and …"""


def find(pair: Pair) -> Iterator[Mark]:
    if not is_spaced(pair.target_lang) or not _repeated(runs(pair.target)):
        return
    pieces = [match.span() for match in PIECE.finditer(pair.target)]
    lower = [pair.target[start:end].lower() for start, end in pieces]
    end = 0
    for place, size in _repeated(lower):
        if place >= end and not _is_parted(pair.target, pieces[place : place + 2 * size], size):
            yield _mark(pair.target, pieces[place : place + 2 * size], size)
            end = place + 2 * size


def _repeated(words: Sequence[str]) -> list[tuple[int, int]]:
    """Where phrases begin that are repeated at once, and their lengths."""
    lower = [*words]
    return [(place, size) for place in _repeats(lower) if (size := _size(lower, place))]


def _repeats(lower: Sequence[str]) -> list[int]:
    """The places of two neighbours that stand again within reach, in order."""
    twos = list(pairwise(lower))
    if len(set(twos)) == len(twos):
        return []
    found, last = [], dict[tuple[str, str], int]()
    for place, two in enumerate(twos):
        before = last.get(two)
        if before is not None and place - before <= LONGEST:
            found.append(before)
        last[two] = place
    return sorted(found)


def _size(lower: list[str], place: int) -> int:
    """The length of the longest phrase that begins here and is repeated at once; 0 for none."""
    word = lower[place]
    if lower[place + 1 : place + 3] == [word, word] or word not in lower[place + SHORTEST : place + LONGEST + 1]:
        return 0
    sizes = (size for size in range(LONGEST, SHORTEST - 1, -1) if lower[place + size : place + size + 1] == [word])
    return next((size for size in sizes if _same(lower, place, size)), 0)


def _same(lower: list[str], place: int, size: int) -> bool:
    """Whether the words are said again at once; `day after day after day` is no such phrase."""
    first = lower[place : place + size]
    behind, before = lower[place + 2 * size : place + 2 * size + 1], lower[max(0, place - 1) : place]
    if size == SHORTEST and (behind == first[:1] or before == first[-1:]):
        return False
    if size == SHORTEST and first[1] == "and" and (first[0].endswith("er") or first[0] in GROWING):
        return False
    return first == lower[place + size : place + 2 * size] and len(set(first)) > 1


def _is_parted(text: str, run: list[tuple[int, int]], size: int) -> bool:
    """Whether a stop, bracket or figure stands between any of the words, or a comma between the two phrases.

    Also when no space is inside the phrase, which is then one word with an apostrophe or a hyphen.
    """
    gaps = [text[left[1] : right[0]] for left, right in pairwise(run)]
    if any(sign in STOPS or sign.isdecimal() for gap in gaps for sign in gap):
        return True
    if "," in gaps[size - 1] or (size == SHORTEST and any("," in gap for gap in gaps)):
        return True
    return not any(gap.isspace() for gap in gaps[: size - 1])


def _mark(text: str, run: list[tuple[int, int]], size: int) -> Mark:
    once = Span(run[0][0], run[size - 1][1])
    both = Span(once.start, run[-1][1])
    score = TWO_WORDS if size == SHORTEST else None
    return Mark(both, f"The phrase is written twice: {once.of(text)}.", fixes=(once.of(text),), score=score)


CHECK = Check(
    id="doubled-phrase",
    name="Doubled phrase",
    description="Two to twelve words repeated at once.",
    category="fluency/grammar",
    its="duplication",
    severity="minor",
    score=0.9,
    version=2,
    find=find,
    examples=(
        Example(
            "市里新建公园。",
            "A new park was built in the city in the city.",
            ("in the city in the city",),
            fixed="A new park was built in the city.",
        ),
        Example(
            "馆长说。",
            "The director said The director said it would reopen.",
            ("The director said The director said",),
            fixed="The director said it would reopen.",
        ),
        Example(
            "他们参加比赛。",
            "They took part took part together.",
            ("took part took part",),
            fixed="They took part together.",
        ),
        Example("一步一步。", "Step by step, the river was cleaned."),
        Example("他来了。她来了。", "They said it works. It works."),
        Example("越滚越大。", "The snowball gets bigger and bigger and in the end it is an avalanche."),
        Example("一天又一天。", "Day after day after day they waited, more and more."),
    ),
)
