"""What each reviewer has done of an article: how many pairs have the status that they have by that reviewer's word."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from review.history import signer_of
from review.judgements import Judgement, Review, Status

STATUSES: tuple[Status, ...] = get_args(Status)


@dataclass(frozen=True, slots=True)
class Share:
    """A reviewer and how many pairs are in which status by that reviewer's word, in the order of STATUSES."""

    reviewer: str
    counts: tuple[tuple[Status, int], ...]

    @property
    def pairs(self) -> int:
        return sum(count for _, count in self.counts)


def shares_of(review: Review, judgements: Iterable[Judgement]) -> tuple[Share, ...]:
    """The shares of all reviewers whose word stands on any pair, the greatest first."""
    said: defaultdict[str, list[Judgement]] = defaultdict(list)
    for judgement in judgements:
        said[judgement.pair].append(judgement)
    return shares((signer_of(state, said[state.pair.id]), state.status) for state in review)


def shares(signed: Iterable[tuple[str, Status]]) -> tuple[Share, ...]:
    """The same from who gave each pair its status; nobody's are left out."""
    counted: defaultdict[str, Counter[Status]] = defaultdict(Counter)
    for reviewer, status in signed:
        if reviewer:
            counted[reviewer][status] += 1
    found = (Share(name, tuple((each, of[each]) for each in STATUSES if of[each])) for name, of in counted.items())
    return tuple(sorted(found, key=lambda share: (-share.pairs, share.reviewer)))
