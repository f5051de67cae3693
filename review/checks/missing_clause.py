"""A clause of the source that the translation leaves out.

Its words have no counterpart in the translation by the dictionary, the translation is about as much too short, and
nothing unexplained stands where the clause should be. Reads Chinese into English, for which a dictionary ships.
Misses single words, clauses whose words occur again in the sentence, and a clause beside others that are padded.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from review.checks.base import Check, Example
from review.checks.reading import completeness as of
from review.checks.reading.coverage import Coverage, coverage
from review.types import Mark, Pair, Span

LIMIT = 1.2
"""Log odds from which a clause is marked: about nine clean segments in a thousand reach it."""
LONGER = 0.3
"""Log ratio of lengths from which a translation is too long to lack a clause, and is not looked at further."""
FEW = 4
"""Content words under which a source that is one clause is a phrase: 还行吧 is OK."""
NEAR = 3
"""Words on either side of a clause whose counterparts bound the place where it should be."""
SMOOTH = 8.0  # characters
EDGES = ' \u3000\n，。；：？！、,;:?!.“”"「」『』…—'
SUBORDINATE = re.compile(
    r"[\"“'(]?(?:(?:finally|however|but|and),? )?(?:[\w' ]{1,40} that )?(?:when|while|because|due to|although|though"
    r"|in order to|if|after|before|since|as|according to|with|despite|in response to|unless|whether|once|by"
    r"|compared (?:with|to)|in addition to)\b[^,]*",
    re.IGNORECASE,
)
"""A sentence that is all subordinate clause or adverbial."""


class Signs(NamedTuple):
    """What speaks for a clause to be missing; as weights, how much. Ratios are natural logarithms."""

    unrendered: float
    """Log odds of its words, at most 8."""
    shortness: float
    """Log ratio of the translation's length to the expected one, where that is below 0."""
    better_without: float
    """Nats by which the length is likelier when the clause is not expected."""
    elsewhere: float
    """Mean log odds of all words of the source."""
    unsupported: float
    """Mean log odds of the words of the translation."""
    share: float
    """Share of the clause in the expected length."""
    words: float
    """Content words of the clause, at most 10."""
    gap: float
    """Log ratio of the characters without source, where the clause should be, to those that it needs."""
    fragments: float
    """Sentences of the translation that are no sentence by themselves."""


WEIGHTS, BIAS = Signs(0.29, -5.52, 0.39, 0.77, -0.69, -3.0, 0.54, -0.75, 2.38), -2.4


def find(pair: Pair) -> Iterator[Mark]:
    expected = of.expected_length(pair.source)
    spans = of.clauses(pair.source, of.SOURCE_BREAK)
    if not pair.target.strip() or not spans or of.log_ratio(len(pair.target), expected) > LONGER:
        return
    found = coverage(pair)
    if found is None:
        return
    source = of.Weighed(found.source, of.unrendered(found.source))
    span = source.heaviest(spans)
    if len(spans) == 1 and len(found.source.levels) < FEW:
        return
    log_odds = of.odds(signs(pair, found, source, span, expected), WEIGHTS, BIAS)
    place = of.body(pair.source, span, EDGES)
    if log_odds >= LIMIT and len(place):
        reason = "This seems to be missing from the translation, which is short for its source."
        yield Mark(place, reason, side="source", score=round(of.probability(log_odds), 2))


def signs(pair: Pair, found: Coverage, source: of.Weighed, span: Span, expected: float) -> Signs:
    """What speaks for the clause to be missing."""
    length, words = of.expected_length(span.of(pair.source)), source.within((span.start, span.end))
    ratio = of.log_ratio(len(pair.target), expected)
    return Signs(
        unrendered=min(8.0, sum(words)),
        shortness=min(0.0, ratio),
        better_without=of.better_without(ratio, of.log_ratio(len(pair.target), expected - length)),
        elsewhere=source.mean,
        unsupported=sum(of.unsupported(found.target)) / (1 + len(found.target.levels)),
        share=min(1.0, length / expected),
        words=min(10.0, len(words)),
        gap=math.log((unexplained(found, span) + SMOOTH) / (length / 2 + SMOOTH)),
        fragments=fragments(pair.target),
    )


def unexplained(found: Coverage, span: Span) -> int:
    """Characters of words without a source, between the counterparts of the words before the clause and behind it."""
    source, target = found.source, found.target
    first, last = (bisect_left(source.starts, place) for place in (span.start, span.end))
    before = sorted(place for place in source.counterparts[:first] if place is not None)[-NEAR:]
    behind = sorted(place for place in source.counterparts[last:] if place is not None)[:NEAR]
    low, high = min(before, default=-1), max(behind, default=math.inf)
    words = zip(target.starts, target.ends, target.levels, strict=True)
    return sum([end - start for start, end, level in words if low < start < high and level == "none"])


def fragments(text: str) -> int:
    """How many sentences of an English text are a subordinate clause or adverbial without a main clause."""
    return sum(
        SUBORDINATE.fullmatch(text[start:end].rstrip()) is not None
        for start, end in of.clauses(text, of.SENTENCE_BREAK)
    )


CHECK = Check(
    id="missing-clause",
    name="Missing clause",
    description="A clause of the source that the translation leaves out.",
    category="accuracy/omission",
    its="omission",
    severity="major",
    score=0.8,
    version=3,
    find=find,
    source_langs=("zh",),
    target_langs=("en",),
    examples=(
        Example(
            "图书馆周一闭馆，读者可以在门口的信箱归还图书。",
            "The library is closed on Mondays.",
            ("读者可以在门口的信箱归还图书",),
        ),
        Example(
            "因为连日暴雨，通往山区的公路被泥石流冲毁，救援队只能步行前进。",
            "Because of days of heavy rain.",
            ("通往山区的公路被泥石流冲毁",),
        ),
        Example(
            "博物馆将于五月重新开放，届时将展出三百件古代青铜器，门票免费。",
            "The museum will reopen in May, and tickets are free.",
            ("届时将展出三百件古代青铜器",),
        ),
        Example(
            "图书馆周一闭馆，读者可以在门口的信箱归还图书。",
            "The library is closed on Mondays, but readers can return books in the mailbox at the door.",
        ),
        Example("博物馆将于五月重新开放，门票免费。", "The museum reopens in May with free admission."),
        Example("他来了。", "He is here."),
        Example("还行吧", "OK"),
    ),
)
