"""Words and clauses that no other translation of the same source has.

Marks names, numbers, negations and words that stand alone against all the alternatives, runs of them, and clauses that
the alternatives word quite differently. What is marked depends on how far the whole translation stands apart from the
others: a lone word in one that else agrees with them is mostly a good synonym. English words are compared without
inflection, numbers by value. Where the others word the place alike, their wording is the fix. Says nothing of a pair
without alternatives. Misses what all translations get wrong alike, and marks a good wording that only this one found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp

from review.checks.base import Check, Example
from review.checks.reading.divergence import Divergence, clauses, divergence, is_broken, shared
from review.checks.reading.others import COMMONEST, Reading, negating, reading
from review.checks.reading.quantities import quantities
from review.checks.reading.values import Values
from review.checks.reading.words import Places
from review.types import Mark, Pair, Severity, Span

ODDS = {"number": 0.8, "negation": -0.7, "name": 0.2, "word": -0.25, "wording": -0.1, "clause": -1.58}
"""Log odds that half of a mark of each kind is in an error; the weights below are added.

Fitted by logistic regression on three sets of rated translations from Chinese (wmt23, ted, news21), two alternatives
each, one intercept a set; here is the middle of the three. The constant of clauses is set by hand, for as few as are
right as often as the words are on wmt23.
"""
BY_DIVERGENCE = 1.4  # for how far the whole translation stands apart
BY_ZIPF = -0.13  # for each unit of the Zipf value of the rarest word
BY_CLAUSE = 1.2  # for how far the clause stands apart, and the whole translation
LEAST = 0.55
"""Score from which words and clauses are marked: leaves some 9 marks in 1,000 words of wmt23."""
SOLE = 0.57
"""The same where there is but one alternative, which proves less."""
GRAVE = frozenset({"number", "negation"})
"""Kinds that are always marked."""
CLAUSE = 3  # words that a clause has at least
RUN = 2  # lone words that are a wording
GAP = 1  # words within a run that need not be alone
LONGEST_FIX = 4  # words that others may put in the place of a mark


@dataclass(frozen=True, slots=True)
class Run:
    """The words from `first` to `last` that no alternative has, what kind of words they are, how likely an error."""

    first: int
    last: int
    kind: str
    score: float

    def is_marked(self, least: float) -> bool:
        return self.kind in GRAVE or self.score >= least


def find(pair: Pair) -> Iterator[Mark]:
    texts = tuple(text for text in pair.alternatives if text.strip())
    own = reading(pair.target, pair.target_lang) if texts else None
    if not own or not own.stems:
        return
    others = [reading(text, pair.target_lang) for text in texts]
    same = [shared(own, other) for other in others]
    for run in _marked(pair, own, others, texts, divergence(own, same)):
        span = Span(own.spans[run.first].start, own.spans[run.last].end)
        agreed = "" if run.kind == "clause" else _agreed(run, same, others, texts)
        severity: Severity = "major" if run.kind in GRAVE else "minor"
        yield Mark(
            span,
            _reason(run, span.of(pair.target), len(texts), agreed),
            fixes=(agreed,) if agreed else (),
            expected=agreed,
            found=span.of(pair.target) if agreed else "",
            severity=severity,
            score=run.score,
        )


def _reason(run: Run, quote: str, number: int, agreed: str) -> str:
    if run.kind == "clause":
        others = "The other translation puts" if number == 1 else f"The {number} other translations put"
        return f"{others} this clause in quite other words."
    none = "The other translation has no" if number == 1 else f"None of the {number} other translations has"
    return f"{none} “{quote}”" + (f": there it is “{agreed}”." if agreed else ".")


def _marked(
    pair: Pair, own: Reading, others: Sequence[Reading], texts: Sequence[str], apart: Divergence
) -> Iterator[Run]:
    """The clauses to mark, and the runs outside of them."""
    least = LEAST if len(texts) > 1 else SOLE
    whole = [run for run in _clauses(pair.target, own, apart) if run.is_marked(least)]
    yield from whole
    within = {place for run in whole for place in range(run.first, run.last + 1)}
    for places in _runs(pair.target, own, _alone(pair, own, others, texts), apart):
        run = _judged(pair, own, places, apart)
        if run.is_marked(least) and within.isdisjoint(places):
            yield run


def _clauses(text: str, own: Reading, apart: Divergence) -> Iterator[Run]:
    for first, last in clauses(text, own):
        if last - first + 1 >= CLAUSE:
            odds = ODDS["clause"] + BY_CLAUSE * (apart.within(first, last) + apart.whole)
            yield Run(first, last, "clause", _likely(odds))


def _runs(text: str, own: Reading, alone: set[int], apart: Divergence) -> list[list[int]]:
    """The lone words of a clause side by side, or with GAP words between that are common or elsewhere in the others."""
    runs: list[list[int]] = []
    for place in sorted(alone):
        between = range(runs[-1][-1] + 1, place) if runs else range(0)
        if (
            runs
            and len(between) <= GAP
            and all(own.zipfs[each] >= COMMONEST or apart.apart[each] == 1.0 for each in between)
            and not any(is_broken(text, own, each) for each in range(runs[-1][-1], place))
        ):
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


def _judged(pair: Pair, own: Reading, places: Sequence[int], apart: Divergence) -> Run:
    first = own.spans[places[0]].of(pair.target)
    kind = "wording" if len(places) >= RUN else _kind(first, pair.target_lang, first=not places[0])
    rarest = min(own.zipfs[place] for place in places)
    odds = ODDS[kind] + BY_DIVERGENCE * apart.whole + BY_ZIPF * rarest
    return Run(places[0], places[-1], kind, _likely(odds))


def _likely(odds: float) -> float:
    return round(1.0 / (1.0 + exp(-odds)), 3)


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
    description="Names, numbers, negations, words and clauses that none of the alternatives has.",
    category="accuracy/mistranslation",
    its="mistranslation",
    severity="minor",
    score=0.6,
    version=3,
    find=find,
    examples=(
        _example("He acquired a dromedary, paying 300 dollars.", "acquired a dromedary"),
        _example("He bought a camel for 3,000 dollars.", "3,000", fixed=CAMELS[0]),
        _example("He never bought a camel for 300 dollars.", "never"),
        _example("Maria was sold a dromedary for 300 dollars.", "Maria was sold a dromedary"),
        _example(
            "Yesterday he bought a birchbark canoe for 300 dollars.",
            "birchbark canoe",
            fixed="Yesterday he bought a camel for 300 dollars.",
        ),
        _example("He bought camels, and then the sun set over the hills.", "and then the sun set over the hills"),
        _example("He bought a dromedary for 300 dollars."),
        _example("He bought the camels for three hundred dollars."),
        _example("He was buying one camel for 300.0 dollars."),
        _example("He purchased a camel for 300 dollars."),
        _example("He never bought a camel.", others=("He did not buy a camel.", "He bought no camel.")),
        _example("He bought a dromedary for 300 dollars.", others=()),
    ),
)
