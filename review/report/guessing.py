"""How often reviewers kept the category of an error that was guessed from their correction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from review.judged.precision import Tally
from review.judgements import Correction, ErrorSpan, PairState, Review
from review.mqm import BY_ID, category

Fate = Literal["kept", "changed", "dropped"]


@dataclass(frozen=True, slots=True)
class GuessCount:
    """The errors of a category that were guessed: `kept` as such, given another category, or dropped as none."""

    category: str
    kept: Tally
    changed: int
    dropped: int


def guess_counts(reviews: Iterable[Review]) -> tuple[GuessCount, ...]:
    """What became of guessed errors by category, those guessed most often first.

    A guess counts once for its place and reviewer, by what was saved last. A category is kept too where the profile
    has another name for it; fixes of findings that were taken are left out, for their category is the check's, and so
    are errors that were saved with a severity only. Misses that a reviewer may confirm without looking.
    """
    fates: dict[str, Counter[Fate]] = {}
    for guess, fate in (each for review in reviews for state in review for each in _fates(state)):
        fates.setdefault(category(guess.category).id, Counter())[fate] += 1
    counts = (_count(name, counted) for name, counted in fates.items())
    return tuple(sorted(counts, key=lambda count: (-count.kept.total, count.category)))


def _count(name: str, fates: Counter[Fate]) -> GuessCount:
    return GuessCount(name, Tally(fates["kept"], fates.total()), fates["changed"], fates["dropped"])


def _fates(state: PairState) -> Iterator[tuple[ErrorSpan, Fate]]:
    newest: dict[tuple[object, ...], tuple[ErrorSpan, Fate | None]] = {}
    for made in state.corrections:
        if isinstance(made.value, Correction) and not made.value.accepted:
            for guess in made.value.guessed:
                newest[made.reviewer, guess.side, guess.span] = guess, _fate(guess, made.value.errors)
    yield from ((guess, fate) for guess, fate in newest.values() if fate)


def _fate(guess: ErrorSpan, errors: Iterable[ErrorSpan]) -> Fate | None:
    """What became of a guess among the errors that were saved; None where those have no categories."""
    saved = next((each for each in errors if (each.side, each.span) == (guess.side, guess.span)), None)
    if saved is None:
        return "dropped"
    if not saved.category:
        return None
    return "kept" if _is_same(saved.category, guess.category) else "changed"


def _is_same(saved: str, guessed: str) -> bool:
    """Whether two categories say the same, the saved one perhaps as MQM-Core calls it."""
    ours, theirs = category(saved), category(guessed)
    return ours.id == theirs.id if saved in BY_ID else ours.core == theirs.core
