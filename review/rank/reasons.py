"""Why a pair is taken to be risky, a phrase for each family of signals, with the words that speak for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

from review.checks.reading.others import COMMONEST, reading
from review.checks.risk.rendered import Seen
from review.checks.risk.signals import measured
from review.rank.findings import is_beside, weight_of
from review.types import Finding, Pair

LEAST = 0.1  # log-odds under which a family is no reason
SHOWN = 3  # words that a phrase names at most
UNEXPLAINED = 0.2  # how far a word may be explained and still be named as not
RARE = 3.5  # Zipf value under which a word is named as rare
SURE = 1e-9


@dataclass(frozen=True, slots=True)
class Reason:
    """A phrase, and what it adds to the log-odds of a major error against the average segment."""

    phrase: str
    weight: float


def reasons(pair: Pair, families: Mapping[str, float], findings: Sequence[Finding], guess: float) -> tuple[Reason, ...]:
    """The reasons for a risk, the weightiest first; what lowers it is none.

    `families` says what the signals of each add to the log-odds of a major error.
    """
    found = [Reason(PHRASES[family](pair), weight) for family, weight in families.items() if weight >= LEAST]
    found += _of_findings(findings, guess, beside=is_beside(pair))
    return tuple(sorted(found, key=lambda reason: -reason.weight))


def _of_findings(findings: Sequence[Finding], guess: float, *, beside: bool) -> Iterator[Reason]:
    for finding in findings:
        raised = 1.0 - (1.0 - guess) * (1.0 - weight_of(finding, beside=beside))
        weight = _log_odds(raised) - _log_odds(guess)
        if weight >= LEAST:
            yield Reason(finding.reason, weight)


def _log_odds(share: float) -> float:
    kept = min(max(share, SURE), 1.0 - SURE)
    return log(kept / (1.0 - kept))


def _source(pair: Pair) -> str:
    source = measured(pair).source
    return _naming(f"long or hard source, {len(source.texts)} words", source.rarest(RARE))


def _unrendered(pair: Pair) -> str:
    return _naming("no rendering is seen", _unexplained(measured(pair).rendered.source))


def _unusual(pair: Pair) -> str:
    return _naming("rare words in the translation", measured(pair).target.rarest(RARE))


def _others(pair: Pair) -> str:
    own = reading(pair.target, pair.target_lang)
    known = frozenset[str]().union(*(reading(text, pair.target_lang).known for text in pair.alternatives))
    lone = [
        span.of(pair.target)
        for span, stem, value in zip(own.spans, own.stems, own.zipfs, strict=True)
        if stem not in known and value < COMMONEST
    ]
    return _naming("other translations word it otherwise", lone)


def _unexplained(seen: Seen) -> list[str]:
    """The words that are hardly explained, the weightiest first."""
    hardly = [each for each in zip(*seen, strict=True) if each[2] <= UNEXPLAINED]
    return [word for word, _, _ in sorted(hardly, key=lambda each: -each[1])]


def _naming(phrase: str, words: Iterable[str]) -> str:
    named = list(dict.fromkeys(words))[:SHOWN]
    return f"{phrase}: {', '.join(named)}" if named else phrase


PHRASES: dict[str, Callable[[Pair], str]] = {
    "source": _source,
    "clauses": lambda _: "many clauses, brackets or quotations",
    "headline": lambda _: "a headline, which says much in few words",
    "unrendered": _unrendered,
    "unusual": _unusual,
    "shape": lambda _: "short for its source, or without a mark at its end",
    "document": lambda _: "the whole article is hard, or poorly rendered",
    "register": lambda _: "the article is of a kind that is often translated worse, by its commonest words",
    "others": _others,
}
