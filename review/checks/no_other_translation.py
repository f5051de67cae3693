"""Words and stretches of words that the other translations of the same source put otherwise.

Each word has a doubt: how few of the others have it in its place, how far its neighbours, its clause and the whole
stand apart from them, how rare it is, and how likely the pair holds a major error at all. Marked are the stretches of
a clause that gather enough of it, without the common words at their edges; and each number that no other has, and each
negation where no other negates. English words are compared without inflection, numbers by value. Where the others word
the place alike, their wording is the fix. Says nothing of a pair without alternatives. Misses what all translations
get wrong alike, and marks a good wording that only this one found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp

from review.checks.base import ArticleCheck, Example
from review.checks.reading.divergence import Compared, compared
from review.checks.reading.others import COMMONEST, Reading, negating
from review.checks.reading.stretches import stretches
from review.checks.risk.doubt import by_risk, doubts
from review.checks.risk.guess import Document, documents, guess
from review.types import Mark, Pair, Span

ENOUGH = 1.0
"""Sum of the log-odds of its words from which a stretch is marked: leaves some 9 marks in 1,000 words of wmt23."""
ENOUGH_ALONE = 1.4
"""The same where there is but one other translation, which proves less."""
LONGEST_FIX = 4  # words that others may put in the place of a mark


@dataclass(frozen=True, slots=True)
class Run:
    """The words from `first` to `last`, how likely half of them is an error, and whether a value is at stake."""

    first: int
    last: int
    score: float
    grave: bool = False


def find(pairs: Sequence[Pair]) -> Iterator[tuple[int, Mark]]:
    if any(pair.alternatives for pair in pairs):
        for place, (pair, document) in enumerate(zip(pairs, documents(pairs), strict=True)):
            yield from ((place, mark) for mark in _marks(pair, document))


def _marks(pair: Pair, document: Document) -> Iterator[Mark]:
    beside = compared(pair)
    if beside is None:
        return
    added = by_risk(guess(pair, document).value)
    odds = [each + added for each in doubts(pair)]
    runs = list(_runs(beside, odds))
    within = {place for run in runs for place in range(run.first, run.last + 1)}
    runs += [Run(place, place, _likely(odds[place]), grave=True) for place in _grave(pair, beside) - within]
    for run in runs:
        yield _mark(pair, beside, run)


def _runs(beside: Compared, odds: Sequence[float]) -> Iterator[Run]:
    """The stretches to mark, each within a clause and from one content word that not all others have to another."""
    enough = ENOUGH if len(beside.others) > 1 else ENOUGH_ALONE
    for start, end in beside.clauses:
        for first, stop in stretches(odds[start : end + 1], enough):
            own = [place for place in range(start + first, start + stop) if _is_content(beside, place)]
            if own:
                within = odds[own[0] : own[-1] + 1]
                yield Run(own[0], own[-1], _likely(sum(within) / len(within)))


def _is_content(beside: Compared, place: int) -> bool:
    return beside.own.zipfs[place] < COMMONEST and beside.apart[place] > 0.0


def _grave(pair: Pair, beside: Compared) -> set[int]:
    """The numbers that no other translation has, and the negations where no other negates."""
    own = beside.own
    words = [span.of(pair.target) for span in own.spans]
    numbers = {place for place, word in enumerate(words) if word[0].isnumeric() and _is_alone(beside, place)}
    if not own.negations or any(other.negations for other in beside.others):
        return numbers
    return numbers | {place for place, word in enumerate(words) if negating(word, pair.target_lang)}


def _is_alone(beside: Compared, place: int) -> bool:
    """Whether no other translation has the word anywhere, nor its value."""
    return beside.apart[place] == 1.0 and not any(beside.own.stems[place] in other.known for other in beside.others)


def _mark(pair: Pair, beside: Compared, run: Run) -> Mark:
    span = Span(beside.own.spans[run.first].start, beside.own.spans[run.last].end)
    quote, agreed = span.of(pair.target), _agreed(run, beside)
    return Mark(
        span,
        _reason(beside, run, quote, agreed),
        fixes=(agreed,) if agreed else (),
        expected=agreed,
        found=quote if agreed else "",
        severity="major" if run.grave else "minor",
        score=run.score,
    )


def _reason(beside: Compared, run: Run, quote: str, agreed: str) -> str:
    number, places = len(beside.texts), range(run.first, run.last + 1)
    if run.grave or all(_is_alone(beside, place) for place in places if _is_content(beside, place)):
        none = "The other translation has no" if number == 1 else f"None of the {number} other translations has"
        return f"{none} “{quote}”" + (f": there it is “{agreed}”." if agreed else ".")
    others = "The other translation words" if number == 1 else f"The {number} other translations word"
    return f"{others} this otherwise" + (f": “{agreed}”." if agreed else ".")


def _likely(odds: float) -> float:
    return round(1.0 / (1.0 + exp(-odds)), 3)


def _agreed(run: Run, beside: Compared) -> str:
    """What all the alternatives have in the place of a run, where they agree to the letter; "" where they don't."""
    found = {_instead(run, *each) for each in zip(beside.same, beside.others, beside.texts, strict=True)}
    return found.pop() if len(found) == 1 else ""


def _instead(run: Run, same: dict[int, int], other: Reading, text: str) -> str:
    """What stands in another translation between the same neighbours, LONGEST_FIX words at most; "" where nothing."""
    before, after = same.get(run.first - 1), same.get(run.last + 1)
    if before is None or after is None or not 1 <= after - before - 1 <= LONGEST_FIX:
        return ""
    return text[other.spans[before + 1].start : other.spans[after - 1].end]


CAMELS = ("He bought a camel for 300 dollars.", "He got a camel for 300 dollars.")
MARKER = "The old carpenter put the ink marker handed down in his family into the cupboard"
MORNING = (f"{MARKER}, and went to market early the next morning.", f"{MARKER}, and early next morning went to market.")


def _bought(target: str, *marked: str, fixed: str | None = None, others: tuple[str, ...] = CAMELS) -> Example:
    return Example("他花三百美元买了一匹骆驼。", target, marked, fixed=fixed, alternatives=others)


def _put(target: str, *marked: str, fixed: str | None = None) -> Example:
    source = "老木匠把祖传的墨斗收进柜子，第二天一早就去了集市。"
    return Example(source, target, marked, fixed=fixed, alternatives=MORNING)


CHECK = ArticleCheck(
    id="no-other-translation",
    name="Only in this translation",
    description="Words that the alternatives put otherwise, and numbers and negations that none of them has.",
    category="accuracy/mistranslation",
    its="mistranslation",
    severity="minor",
    score=0.6,
    version=4,
    find=find,
    examples=(
        _bought("Dromedary acquisition costs", "Dromedary acquisition costs"),
        _bought("Flower Sanbai dollar buy one Pi Luotuo", "Flower Sanbai dollar buy one Pi Luotuo"),
        _put(
            "Lao Mu Jiang ancestral ink fight closes the cabinet.",
            "Lao Mu Jiang ancestral ink fight closes the cabinet",
        ),
        _put(
            "Old Carpenter Zu Chuan ink bucket cabinet, and early next morning went to market.",
            "Zu Chuan ink bucket cabinet",
        ),
        _bought("He bought a camel for 3,000 dollars.", "3,000", fixed=CAMELS[0]),
        _bought("He never bought a camel for 300 dollars.", "never"),
        _bought("He bought a dromedary for 300 dollars."),
        _bought("He bought the camels for three hundred dollars."),
        _bought("He was buying one camel for 300.0 dollars."),
        _bought("He purchased a camel for 300 dollars."),
        _bought("He never bought a camel.", others=("He did not buy a camel.", "He bought no camel.")),
        _bought("Dromedary acquisition costs", others=()),
        _put(f"{MARKER}, and early in the morning he went to the market."),
    ),
)
