"""A sentence or clause of the translation that nothing in the source says.

Its words have no counterpart in the source by the dictionary, and the translation is about as much too long. Where one
of the other translations seems to have an extra clause too, the source is rendered freely, and none is marked. Reads
Chinese into English, for which a dictionary ships. Misses single words, and what repeats words of the source; a free
rendering of an idiom may be marked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from review.checks.base import Check, Example
from review.checks.reading import completeness as of
from review.checks.reading.coverage import Coverage, coverage
from review.types import Mark, Pair, Span

LIMIT = 2.35
"""Log odds from which a clause is marked: about two clean segments in a thousand reach it."""
SHORTER = -0.15
"""Log ratio of lengths up to which a translation is too short to hold an extra clause, and is not looked at further."""
MANY = 2
EDGES = " \n"


class Signs(NamedTuple):
    """What speaks for a clause to be extra; as weights, how much. Ratios are natural logarithms."""

    unsupported: float
    """Log odds of its words, at most 10."""
    longness: float
    """Log ratio of the translation's length to the expected one, where that is above 0."""
    better_without: float
    """Nats by which the length is likelier without the clause."""
    unrendered: float
    """Mean log odds of the words of the source: what has no counterpart there may be rendered freely by the clause."""
    words: float
    """Content words of the clause, at most 10."""
    mean: float
    """Mean log odds of its words."""
    share: float
    """Share of the clause in the translation."""


WEIGHTS, BIAS = Signs(0.33, 4.01, 0.41, -0.77, 0.56, 1.08, -1.76), -5.13


def find(pair: Pair) -> Iterator[Mark]:
    marks = list(_marks(pair))
    if marks and not any(list(_marks(replace(pair, target=text))) for text in pair.alternatives):
        yield from marks


def _marks(pair: Pair) -> Iterator[Mark]:
    expected = of.expected_length(pair.source)
    if not pair.source.strip() or of.log_ratio(len(pair.target), expected) < SHORTER:
        return
    spans = candidates(pair.target)
    found = coverage(pair) if spans else None
    if found is None:
        return
    target = of.Weighed(found.target, of.unsupported(found.target))
    span = target.heaviest(spans)
    log_odds = of.odds(signs(pair, found, target.within((span.start, span.end)), span, expected), WEIGHTS, BIAS)
    place = of.body(pair.target, span, EDGES)
    if log_odds >= LIMIT and len(place):
        reason = "The source does not seem to say this; the translation is long for its source."
        yield Mark(place, reason, score=round(of.probability(log_odds), 2))


def candidates(text: str) -> list[of.Piece]:
    """The sentences and clauses of the translation, and two of them in a row where there are more."""
    whole = (0, len(text))
    found: list[of.Piece] = []
    for breaks in (of.SENTENCE_BREAK, of.TARGET_BREAK):
        pieces = of.clauses(text, breaks)
        found += pieces
        if len(pieces) > MANY:
            found += [(first[0], second[1]) for first, second in pairwise(pieces)]
    return [piece for piece in dict.fromkeys(found) if piece != whole]


def signs(pair: Pair, found: Coverage, words: Sequence[float], span: Span, expected: float) -> Signs:
    """What speaks for the clause to be extra; `words` are the log odds of its words."""
    unsupported, ratio = sum(words), of.log_ratio(len(pair.target), expected)
    return Signs(
        unsupported=min(10.0, unsupported),
        longness=max(0.0, ratio),
        better_without=of.better_without(ratio, of.log_ratio(len(pair.target) - len(span), expected)),
        unrendered=sum(of.unrendered(found.source)) / (1 + len(found.source.levels)),
        words=min(10.0, len(words)),
        mean=unsupported / (1 + len(words)),
        share=len(span) / len(pair.target),
    )


CHECK = Check(
    id="extra-clause",
    name="Extra clause",
    description="A sentence or clause of the translation that the source does not have.",
    category="accuracy/addition",
    its="addition",
    severity="major",
    score=0.8,
    version=3,
    find=find,
    source_langs=("zh",),
    target_langs=("en",),
    examples=(
        Example(
            "图书馆周一闭馆。",
            "The library is closed on Mondays. Farmers brought their vegetables to the market.",
            ("Farmers brought their vegetables to the market.",),
        ),
        Example(
            "新大桥明年通车，全长三公里。",
            "The new bridge, which engineers had praised for its elegant towers, will open next year and is three"
            " kilometres long.",
            ("which engineers had praised for its elegant towers,",),
        ),
        Example(
            "他昨天到达北京。",
            "He arrived in Beijing yesterday. The violinist was awarded a scholarship.",
            ("The violinist was awarded a scholarship.",),
        ),
        Example(
            "他昨天到达北京。",
            "He arrived in Beijing yesterday. The violinist was awarded a scholarship.",
            alternatives=("He came to Beijing yesterday. The fiddler was given a scholarship.",),
        ),
        Example(
            "图书馆周一闭馆，读者可以在门口的信箱归还图书。",
            "The library is closed on Mondays. Readers can return books in the mailbox at the door.",
        ),
        Example("新大桥明年通车，全长三公里。", "The new bridge opens next year. It is three kilometres long."),
        Example("他昨天到达北京。", "He arrived in Beijing yesterday, as planned."),
    ),
)
