"""How far other translations of the same source agree with one, and among themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import reduce
from itertools import combinations
from math import log1p
from operator import and_

import regex
from rapidfuzz.distance import Indel

from review.checks.reading.others import Reading, others_of, reading
from review.checks.reading.rarity import base
from review.checks.reading.words import listed
from review.checks.risk.signals import measured
from review.types import Pair

LETTERS = regex.compile(r"\p{L}++")
"""Words, contracted ones in their parts."""
PRIOR, DAMPING = 0.25, 4.0
"""Share and number of neighbours that are taken to be lacking before any is seen."""
PERSONS = (
    "i me my mine",
    "we us our ours",
    "you your yours",
    "he him his",
    "she her hers",
    "it its",
    "they them their",
)
PERSON = {word: number for number, forms in enumerate(map(listed, PERSONS)) for word in forms}
"""English pronouns by their person: from languages that leave them out they are guessed."""


def agreement(pair: Pair) -> Iterator[tuple[str, float]]:
    """The signals of a pair that has alternatives; none for one that has not."""
    texts = others_of(pair)
    others = [reading(text, pair.target_lang) for text in texts]
    if not others:
        return
    own = reading(pair.target, pair.target_lang)
    yield "neighbours", sum(_likeness(own.neighbours, other.neighbours) for other in others) / len(others)
    yield "letters", sum(Indel.normalized_similarity(pair.target, text) for text in texts) / len(texts)
    if len(others) > 1:
        couples = list(combinations(others, 2))
        yield "others_agree", sum(_likeness(one.stems, other.stems) for one, other in couples) / len(couples)
    yield from _words(own, others)
    yield from _neighbours(own, others)
    if base(pair.target_lang) == "en":
        named = [_pronouns(text) for text in (pair.target, *texts)]
        yield "pronouns_lacking", log1p((reduce(and_, named[1:]) - named[0]).total())
    yield from _evidence(pair, own, others)
    length = sum(log1p(len(other.stems)) for other in others) / len(others)
    yield "shorter", max(0.0, length - log1p(len(own.stems)))
    yield "longer", max(0.0, log1p(len(own.stems)) - length)


def _words(own: Reading, others: Sequence[Reading]) -> Iterator[tuple[str, float]]:
    anywhere = frozenset[str]().union(*(other.known for other in others))
    alone = [stem not in anywhere for stem in own.stems]
    yield "alone", log1p(sum(weight for weight, lone in zip(own.weights, alone, strict=True) if lone))
    common = frozenset.intersection(*(other.known for other in others)) - own.known
    weights = dict(zip(others[0].stems, others[0].weights, strict=True))
    yield "lacking", log1p(sum(weights[stem] for stem in common))
    numbers = [other.numbers for other in others]
    missing = frozenset.intersection(*numbers) - own.numbers
    yield "numbers_differ", log1p(len(missing) + len(own.numbers - frozenset[str]().union(*numbers)))
    negations = [other.negations for other in others]
    yield "negation_differs", float(not min(negations) <= own.negations <= max(negations))


def _neighbours(own: Reading, others: Sequence[Reading]) -> Iterator[tuple[str, float]]:
    common = frozenset.intersection(*(frozenset(other.neighbours) for other in others))
    missing = len(common.difference(own.neighbours))
    yield "neighbours_lacking", (missing + PRIOR * DAMPING) / (len(common) + DAMPING)


def _pronouns(text: str) -> Counter[int]:
    return Counter(PERSON[word] for word in map(str.casefold, LETTERS.findall(text)) if word in PERSON)


def _evidence(pair: Pair, own: Reading, others: Sequence[Reading]) -> Iterator[tuple[str, float]]:
    """How much less the two sides explain each other than in the other translations."""
    seen, *beside = (
        measured(replace(pair, target=text, alternatives=())) for text in (pair.target, *pair.alternatives)
    )
    beside = [each for each in beside if each.rendered.tongues]
    if not beside or not seen.rendered.tongues:
        return
    yield (
        "less_rendered",
        _above(seen.signals["source_unexplained"], [each.signals["source_unexplained"] for each in beside]),
    )
    founded = [each.rendered.founded(each.target.valued()) for each in (seen, *beside)]
    own_missing, *missing = (log1p(sum(words.missing)) for words in founded)
    yield "less_founded", _above(own_missing, missing)
    anywhere = frozenset[str]().union(*(other.known for other in others))
    unfounded = {
        reading(word, pair.target_lang).stems: missing
        for word, missing in zip(founded[0].words, founded[0].missing, strict=True)
    }
    lone = {stem for stem in own.stems if stem not in anywhere}
    yield "alone_unfounded", log1p(sum(missing for stems, missing in unfounded.items() if lone.issuperset(stems)))


def _above(own: float, others: Sequence[float]) -> float:
    return own - sum(others) / len(others)


def _likeness(one: Sequence[object], other: Sequence[object]) -> float:
    """The F1 of two bags, 0 to 1; 1 for two empty ones."""
    shared = (Counter(one) & Counter(other)).total()
    return 2 * shared / (len(one) + len(other)) if one or other else 1.0
