"""What the checks miss, estimated from pairs drawn at random among those without findings, and read.

The number of pairs with an error among the N of the pool, of which n were read and x had one, is bounded exactly by
the hypergeometric distribution: all numbers that make x or fewer, and x or more, likelier than 2.5 % (Buonaccorsi
1987; for a large pool it is the interval of Clopper and Pearson). Being drawn in a random order, the pairs that are
read first are a random sample too, so that an unfinished one is a smaller one. What it misses: an error that the reader
overlooks, and the errors in pairs that have findings.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import comb
from typing import Literal, get_args

from review import __version__
from review.history import standing_errors
from review.judged.events import Event, Sample
from review.judgements import Correction, ErrorSpan, Judgement, PairState, Review, StatusChange
from review.types import Flags, Score

SIZE = 20
"""Pairs that are drawn unless another number is asked for: some ten minutes of reading."""
MOST = 500
"""Pairs that are drawn at most."""
TAIL = Fraction(25, 1000)
"""The chance that is left out at each end of a 95 % interval."""
FEW = 20
"""Pairs read under which an estimate says that it rests on few: with none missed, up to 16 % may be."""
ESTIMATES_REMEMBERED = 1024
READ = ("corrected", "approved")

Graveness = Literal["critical", "major", "minor", "neutral", ""]
"""A severity, or "" where none is said."""
GRAVEST_FIRST: tuple[Graveness, ...] = get_args(Graveness)
Verdict = Literal["open", "clean", "missed", "gone"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of a drawn pair: `severity` is the gravest that was marked, "" where none was or a text was changed
    without a mark; `reviewers` are those who said so.
    """

    pair: str
    verdict: Verdict
    severity: Graveness = ""
    reviewers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Estimate:
    """How many pairs of a pool hold an error that no check marks: `missed` of the `read` pairs that were drawn.

    `low` and `high` bound the number in the pool, in 95 of 100 samples at least.
    """

    event: Event
    sample: Sample
    readings: tuple[Reading, ...]
    low: int
    high: int

    @property
    def drawn(self) -> int:
        return len(self.sample.pairs)

    @property
    def read(self) -> int:
        return self.missed + sum(reading.verdict == "clean" for reading in self.readings)

    @property
    def missed(self) -> int:
        return sum(reading.verdict == "missed" for reading in self.readings)

    @property
    def gone(self) -> int:
        """Pairs that are no more, because the article was aligned anew."""
        return sum(reading.verdict == "gone" for reading in self.readings)

    @property
    def finished(self) -> bool:
        return not any(reading.verdict == "open" for reading in self.readings)

    @property
    def expected(self) -> float:
        """Pairs with an error in the pool; 0 while nothing is read."""
        return self.sample.pool * self.missed / self.read if self.read else 0.0

    @property
    def severities(self) -> tuple[tuple[Graveness, int], ...]:
        """The missed by severity, the gravest first; last those of which none is said."""
        counts = Counter(reading.severity for reading in self.readings if reading.verdict == "missed")
        return tuple((each, counts[each]) for each in GRAVEST_FIRST if counts[each])

    @property
    def reviewers(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for reading in self.readings for name in reading.reviewers))


def pool_of(review: Review, flags: Flags, *, unread: bool = True) -> tuple[str, ...]:
    """The pairs without open findings that have a translation; with `unread` only those that nobody has read."""
    states = {state.pair.id: state for state in review}
    flagged = {found.pair for found in flags.findings if states[found.pair].dismissal(found) is None}
    return tuple(
        state.pair.id for state in review if state.pair.id not in flagged and is_drawable(state, unread=unread)
    )


def is_drawable(state: PairState, *, unread: bool) -> bool:
    """Whether a pair without open findings can be drawn: it has a translation, and nobody has read it if so asked."""
    return bool(state.text.strip()) and not (unread and state.status in READ)


def draw(pool: Sequence[str], size: int, seed: int) -> tuple[str, ...]:
    """So many pairs of the pool in a random order, the same for the same seed whatever the order of the pool.

    The order is that of the BLAKE2b digests of seed and id, so that any program can draw them again.
    """
    return tuple(sorted(pool, key=lambda pair: _lot(seed, pair))[: max(0, min(size, MOST))])


def newest_sample(events: Iterable[Event]) -> Event | None:
    """The sample that was drawn last."""
    return next((event for event in reversed(tuple(events)) if isinstance(event.value, Sample)), None)


def estimates(review: Review, events: Iterable[Event], judgements: Sequence[Judgement]) -> tuple[Estimate, ...]:
    """What each sample of the article says so far, in the order of drawing."""
    return tuple(
        _estimate(review, event, event.value, judgements) for event in events if isinstance(event.value, Sample)
    )


@lru_cache(ESTIMATES_REMEMBERED)
def bounds(missed: int, read: int, pool: int) -> tuple[int, int]:
    """The least and the greatest number in a pool that `missed` of `read` drawn from it speak for, at 95 %.

    Raises ValueError unless 0 <= missed <= read <= pool.
    """
    if not 0 <= missed <= read <= pool:
        raise ValueError(f"{missed} of {read} out of {pool}: expected 0 <= missed <= read <= pool")
    numbers = range(missed, pool - (read - missed) + 1)
    # Both chances grow with the number, so that the first one beyond the tail can be searched for.
    low = bisect_right(numbers, TAIL, key=lambda number: 1 - _at_most(missed - 1, read, number, pool))
    high = bisect_left(numbers, 1 - TAIL, key=lambda number: 1 - _at_most(missed, read, number, pool)) - 1
    return numbers[low], numbers[high]


def score_of(estimate: Estimate) -> Score:
    """The share of the pool's pairs with an error that no check marks, in per cent, with its pedigree.

    Nothing read gives the whole range from 0 to 100.
    """
    pool = estimate.sample.pool
    share = 100 / pool if pool else 0.0
    return Score(
        name="missed by the checks",
        value=share * estimate.expected,
        signature=signature(estimate),
        unit="% of the pairs without findings",
        segments=estimate.read,
        low=share * estimate.low,
        high=share * estimate.high,
        higher_is_better=False,
    )


def signature(estimate: Estimate) -> str:
    """All that was drawn, how, by whom, and how much of it was read by whom."""
    sample, event = estimate.sample, estimate.event
    said = {
        "drawn": len(sample.pairs),
        "read": estimate.read,
        "pool": sample.pool,
        "of": "unread" if sample.unread else "all",
        "seed": sample.seed,
        "interval": "hypergeometric 95",
        "by": _one_line(event.reviewer),
        "at": event.at.isoformat(timespec="seconds"),
        "readers": "+".join(map(_one_line, estimate.reviewers)) or "none",
        "version": __version__,
    }
    return "|".join(f"{name}:{value}" for name, value in said.items())


def _one_line(name: str) -> str:
    """A name that cannot be taken for two fields of a signature."""
    return " ".join(name.replace("|", "/").split())


def _lot(seed: int, pair: str) -> bytes:
    return hashlib.blake2b(f"{seed}\0{pair}".encode(), digest_size=16).digest()


def _at_most(most: int, read: int, number: int, pool: int) -> Fraction:
    """The chance that at most so many of `read` pairs have an error when `number` of the pool have."""
    ways = sum(comb(number, found) * comb(pool - number, read - found) for found in range(most + 1))
    return Fraction(ways, comb(pool, read))


def _estimate(review: Review, event: Event, sample: Sample, judgements: Sequence[Judgement]) -> Estimate:
    states = {state.pair.id: state for state in review}
    said: dict[str, list[Judgement]] = {pair: [] for pair in sample.pairs}
    for judgement in judgements:
        if judgement.pair in said:
            said[judgement.pair].append(judgement)
    readings = tuple(_reading(pair, states.get(pair), event, said[pair]) for pair in sample.pairs)
    missed = sum(reading.verdict == "missed" for reading in readings)
    read = missed + sum(reading.verdict == "clean" for reading in readings)
    return Estimate(event, sample, readings, *bounds(missed, read, max(read, sample.pool)))


def _reading(pair: str, state: PairState | None, event: Event, said: Sequence[Judgement]) -> Reading:
    """What was said of a drawn pair since: changed or marked it is missed, else approved it is clean.

    A pair put in question stays open until that is answered.
    """
    if state is None:
        return Reading(pair, "gone")
    since = [judgement for judgement in said if judgement.at >= event.at]
    marks = [judgement for judgement in standing_errors(since) if isinstance(judgement.value, ErrorSpan)]
    changes = [judgement for judgement in since if isinstance(judgement.value, Correction)]
    if marks or (changes and state.text != _text_before(state, event)):
        severities = {judgement.value.severity for judgement in marks if isinstance(judgement.value, ErrorSpan)}
        gravest = next(each for each in GRAVEST_FIRST if each in {*severities, ""})
        return Reading(pair, "missed", gravest, _names((*changes, *marks)))
    declared = [judgement for judgement in since if isinstance(judgement.value, StatusChange)]
    if state.status == "approved" and declared:
        return Reading(pair, "clean", "", _names(declared[-1:]))
    return Reading(pair, "open")


def _text_before(state: PairState, event: Event) -> str:
    """The text of a pair as it was when the sample was drawn."""
    before = (
        made.value.text for made in state.corrections if made.at < event.at and isinstance(made.value, Correction)
    )
    return next(iter(reversed(tuple(before))), state.pair.target)


def _names(judgements: Iterable[Judgement]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(judgement.reviewer for judgement in judgements))
