"""Words that no other translation of the same source has.

Marks rare words, names, numbers and negations that stand alone against all the alternatives, and runs of content words
that do. English words are compared without inflection, numbers by value. Where the others word the place alike, their
wording is the fix. Says nothing of a pair without alternatives. Misses what all translations get wrong alike, and marks
a good wording that only this one found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from rapidfuzz.distance import Indel

from review.checks.base import Check, Example
from review.checks.reading.others import COMMONEST, Reading, negating, reading
from review.checks.reading.quantities import quantities
from review.checks.reading.values import Values
from review.checks.reading.words import Places
from review.types import Mark, Pair, Severity, Span

LIMITS = {"word": 3.0, "name": 5.0, "wording": 4.0}
"""Zipf values under which a lone word, a name, and the rarest of a run are marked; commoner ones do little better
than chance.

On wmt23 zh–en, two alternatives, 62, 68 and 73 % of those marked touch an error (chance 48, 47 and 60 %).
"""
RUN = 2  # content words side by side that are a wording
LONGEST_FIX = 4  # words that others may put in the place of a mark
SCORES = {"number": 0.7, "negation": 0.5, "name": 0.55, "word": 0.5, "wording": 0.55}
"""How likely each kind is an error: by touch on four sets of rated translations from Chinese, two alternatives each."""
GRAVE = frozenset({"number", "negation"})


@dataclass(frozen=True, slots=True)
class Run:
    """The words from `first` to `last` that no alternative has, and what kind of words they are."""

    first: int
    last: int
    kind: str


def find(pair: Pair) -> Iterator[Mark]:
    texts = tuple(text for text in pair.alternatives if text.strip())
    if not texts:
        return
    own = reading(pair.target, pair.target_lang)
    others = [reading(text, pair.target_lang) for text in texts]
    same: list[dict[int, int]] = []
    for run in _runs(pair, own, others, texts):
        same = same or [_same(own, other) for other in others]
        span = Span(own.spans[run.first].start, own.spans[run.last].end)
        agreed = _agreed(run, same, others, texts)
        severity: Severity = "major" if run.kind in GRAVE else "minor"
        yield Mark(
            span,
            _reason(span.of(pair.target), len(texts), agreed),
            fixes=(agreed,) if agreed else (),
            expected=agreed,
            found=span.of(pair.target) if agreed else "",
            severity=severity,
            score=SCORES[run.kind],
        )


def _reason(quote: str, number: int, agreed: str) -> str:
    none = "The other translation has no" if number == 1 else f"None of the {number} other translations has"
    return f"{none} “{quote}”" + (f": there it is “{agreed}”." if agreed else ".")


def _runs(pair: Pair, own: Reading, others: Sequence[Reading], texts: Sequence[str]) -> Iterator[Run]:
    """The runs to mark in order, none of which overlap."""
    alone = _alone(pair, own, others, texts)
    for is_alone, places in groupby(range(len(own.stems)), key=alone.__contains__):
        run = list(places)
        if is_alone:
            yield from _judged(pair, own, run)


def _judged(pair: Pair, own: Reading, run: Sequence[int]) -> Iterator[Run]:
    """A run of lone words as one mark, where it is worth one."""
    words = [own.spans[place].of(pair.target) for place in run]
    kind = "wording" if len(run) >= RUN else _kind(words[0], pair.target_lang, first=not run[0])
    rarest = min(own.zipfs[place] for place in run)
    named = kind == "wording" and any(word[0].isupper() for word in words[not run[0] :])
    if named or rarest < LIMITS.get(kind, rarest + 1):
        yield Run(run[0], run[-1], kind)


def _kind(word: str, lang: str, *, first: bool) -> str:
    if word[0].isnumeric():
        return "number"
    if negating(word, lang):
        return "negation"
    return "name" if word[0].isupper() and not first else "word"


def _alone(pair: Pair, own: Reading, others: Sequence[Reading], texts: Sequence[str]) -> set[int]:
    """The places of content words, numbers and negations that no alternative has."""
    known = frozenset[str]().union(*(other.known for other in others))
    negated = any(other.negations for other in others)
    found = {
        place
        for place, (stem, value) in enumerate(zip(own.stems, own.zipfs, strict=True))
        if stem not in known and value < COMMONEST
    }
    if own.negations:
        negations = {place for place, span in enumerate(own.spans) if negating(span.of(pair.target), pair.target_lang)}
        found = found - negations if negated else found | negations
    return found - _matched(pair, own, found, texts)


def _matched(pair: Pair, own: Reading, places: set[int], texts: Sequence[str]) -> set[int]:
    """Those of some places that belong to a number whose value an alternative has, however it is written."""
    found = quantities(pair.target, pair.target_lang) if places else []
    if not found:
        return set()
    there = Values(quantity for text in texts for quantity in quantities(text, pair.target_lang))
    same = Places(quantity.span for quantity in found if there.hold(quantity))
    return {place for place in places if same.touch(own.spans[place])}


def _same(own: Reading, other: Reading) -> dict[int, int]:
    """The places of the words that a translation shares with another one, in order, and the edges of both."""
    same = {-1: -1, len(own.stems): len(other.stems)}
    for step in Indel.opcodes(own.stems, other.stems):
        if step.tag == "equal":
            same.update(zip(range(step.src_start, step.src_end), range(step.dest_start, step.dest_end), strict=True))
    return same


def _agreed(run: Run, same: Sequence[dict[int, int]], others: Sequence[Reading], texts: Sequence[str]) -> str:
    """What all the alternatives have in the place of a run, where they agree to the letter; "" where they don't."""
    found = {_instead(run, *each) for each in zip(same, others, texts, strict=True)}
    return found.pop() if len(found) == 1 else ""


def _instead(run: Run, same: dict[int, int], other: Reading, text: str) -> str:
    """What stands in another translation between the same neighbours, LONGEST_FIX words at most; "" where nothing."""
    before, after = same.get(run.first - 1), same.get(run.last + 1)
    if before is None or after is None or not 1 <= after - before - 1 <= LONGEST_FIX:
        return ""
    return text[other.spans[before + 1].start : other.spans[after - 1].end]


CAMELS = ("He bought a camel for 300 dollars.", "He got a camel for 300 dollars.")


def _example(target: str, *marked: str, fixed: str | None = None, others: tuple[str, ...] = CAMELS) -> Example:
    return Example("他花三百美元买了一匹骆驼。", target, marked, fixed=fixed, alternatives=others)


CHECK = Check(
    id="no-other-translation",
    name="In no other translation",
    description="Rare words, names, numbers, negations or runs of words that none of the alternatives has.",
    category="accuracy/mistranslation",
    its="mistranslation",
    severity="minor",
    score=SCORES["wording"],
    version=1,
    find=find,
    examples=(
        _example("He bought a dromedary for 300 dollars.", "dromedary", fixed=CAMELS[0]),
        _example("He bought a camel for 3,000 dollars.", "3,000", fixed=CAMELS[0]),
        _example("He never bought a camel for 300 dollars.", "never"),
        _example("He bought a camel for Maria for 300 dollars.", "Maria"),
        _example("He bought a wooden canoe for 300 dollars.", "wooden canoe", fixed=CAMELS[0]),
        _example("He bought the camels for three hundred dollars."),
        _example("He was buying one camel for 300.0 dollars."),
        _example("He purchased a camel for 300 dollars."),
        _example("He never bought a camel.", others=("He did not buy a camel.", "He bought no camel.")),
        _example("He bought a dromedary for 300 dollars.", others=()),
    ),
)
