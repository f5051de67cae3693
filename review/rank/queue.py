"""An article's pairs in the order of reading, and what a list of articles says of what is left to read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from review.judgements import PairState, Review
from review.rank import Risk, documents, explained
from review.types import Finding, Flags, Pair

READ = ("corrected", "approved")
"""The statuses of pairs that somebody has read."""
WORST = 0.2  # share of the unread pairs that a list points out
ARTICLES_REMEMBERED = 16  # whose documents are kept at hand
PAIRS_REMEMBERED = 8192  # whose risks are kept at hand, with the findings that they were raised by

Shared = tuple[tuple[str, float], ...]
"""What a pair has in common with its document, by name."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is left to read of an article.

    `points` are the expected MQM points of the `unread` of its `pairs`; `worst` numbers the riskiest fifth of those,
    from 1 in the order of the text.
    """

    pairs: int
    unread: int
    points: float
    worst: tuple[int, ...]

    @property
    def per_pair(self) -> float:
        """Expected MQM points of an unread pair."""
        return self.points / self.unread if self.unread else 0.0

    @property
    def runs(self) -> tuple[tuple[int, int], ...]:
        """The worst as runs of neighbours, each by its first and last number."""
        found: list[tuple[int, int]] = []
        for number in self.worst:
            if found and found[-1][1] == number - 1:
                found[-1] = found[-1][0], number
            else:
                found.append((number, number))
        return tuple(found)


class Risks(Mapping[str, Risk]):
    """By the id of a pair, the risk of its text as it stands, raised by the findings that nobody has dismissed; each
    is reckoned when it is looked up.

    What the pairs have in common is taken from the machine's translation, so that a correction changes its own pair
    alone.
    """

    def __init__(self, review: Review, flags: Flags) -> None:
        self._states = {state.pair.id: state for state in review}
        self._open: defaultdict[str, list[Finding]] = defaultdict(list)
        for finding in flags.findings:
            if self._states[finding.pair].dismissal(finding) is None:
                self._open[finding.pair].append(finding)

        self._reckoned: dict[str, Risk] = {}
        shared = _documents(tuple(state.pair for state in review))
        self._shared = dict(zip(self._states, shared, strict=True))

    def __getitem__(self, pair: str) -> Risk:
        if pair not in self._reckoned:
            found = tuple(self._open.get(pair, ()))
            self._reckoned[pair] = _risk(self._states[pair].current, found, self._shared[pair])
        return self._reckoned[pair]

    def __iter__(self) -> Iterator[str]:
        return iter(self._states)

    def __len__(self) -> int:
        return len(self._states)


def reading_order(review: Review, risks: Mapping[str, Risk]) -> tuple[PairState, ...]:
    """The pairs that nobody has read, the riskiest first; then the others, riskiest first too."""
    return tuple(sorted(review, key=lambda state: (state.status in READ, -risks[state.pair.id].value)))


def outlook(review: Review, risks: Mapping[str, Risk]) -> Outlook:
    """What is left to read of an article."""
    unread = [state.pair.id for state in reading_order(review, risks) if state.status not in READ]
    worst = set(unread[: ceil(WORST * len(unread))])
    numbers = tuple(number for number, state in enumerate(review, 1) if state.pair.id in worst)
    return Outlook(len(review.states), len(unread), sum(risks[id_].points for id_ in unread), numbers)


@lru_cache(PAIRS_REMEMBERED)
def _risk(pair: Pair, findings: tuple[Finding, ...], document: Shared) -> Risk:
    return explained(pair, findings, dict(document))


@lru_cache(ARTICLES_REMEMBERED)
def _documents(pairs: tuple[Pair, ...]) -> tuple[Shared, ...]:
    return tuple(tuple(document.items()) for document in documents(pairs))
