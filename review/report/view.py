"""What the report tells, counted: articles, progress, findings by check, marked errors and corrections."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import get_args

from review.judgements import ErrorSpan, Judgement, PairState, Review, Status, Value
from review.languages import Language, language
from review.mqm import mqm_score, penalty
from review.report.shown import Piece, pieces
from review.scores import hter, texts_of
from review.scores.extent import SMALLEST_SAMPLE, size, unit_of
from review.types import Flags, Score, Severity

TOO_SMALL = (
    "This is a small sample: {} {} of corrected text. Under 500 words (1,000 characters) scores move too much with "
    "single sentences to pass or fail a system on them, so this report gives no verdict."
)
STATUSES: tuple[Status, ...] = get_args(Status)
SEVERITIES: tuple[Severity, ...] = get_args(Severity)


@dataclass(frozen=True, slots=True)
class CheckCount:
    """What one check found: `dismissed` of the findings a reviewer said that they are none; `pairs` have one open."""

    check: str
    category: str
    severity: Severity
    found: int
    dismissed: int
    pairs: int

    @property
    def open(self) -> int:
        return self.found - self.dismissed


@dataclass(frozen=True, slots=True)
class ErrorCount:
    """Marked errors of a category in the machine's texts, by severity in the order of SEVERITIES, and their penalty
    points in all; `corrected` are those in corrected texts, which weigh nothing here.
    """

    category: str
    counts: tuple[int, ...]
    points: float
    corrected: int


@dataclass(frozen=True, slots=True)
class RaterCount:
    """What one reviewer marked and scored in the machine's texts: pairs with marks, marks, their points, and the ESA.

    `points` are the MQM penalties of `marked` pairs in all; `esa` is the mean over `scored` pairs, None without any;
    `corrected` are marks in corrected texts.
    """

    reviewer: str
    marked: int
    errors: int
    points: float
    scored: int
    esa: float | None
    corrected: int


@dataclass(frozen=True, slots=True)
class Said:
    """A mark or a score with its reviewer; `past` where it speaks of a text that has been corrected since."""

    reviewer: str
    value: Value
    past: bool


@dataclass(frozen=True, slots=True)
class Revised:
    """A pair that a reviewer changed, marked, scored or asked about; `number` is its place in the article from 1."""

    number: int
    state: PairState
    difference: tuple[Piece, ...]
    reviewers: tuple[str, ...]
    marks: tuple[Said, ...]
    scores: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """One article's part of the report; `size` counts the corrected text in `unit`."""

    review: Review
    source: Language
    target: Language
    size: int
    unit: str
    statuses: tuple[tuple[Status, int], ...]
    changed: int
    open_findings: int
    hter: Score | None
    revised: tuple[Revised, ...]


def chapter(review: Review, flags: Flags) -> Chapter:
    """An article's progress, size, HTER and what was revised in it."""
    article = review.article
    target = language(article.translation.text.lang)
    texts, extent = texts_of(review), _extent(review)
    statuses = Counter(state.status for state in review)
    return Chapter(
        review=review,
        source=language(article.source.lang),
        target=target,
        size=extent[0],
        unit=extent[1],
        statuses=tuple((status, statuses[status]) for status in STATUSES),
        changed=texts.changed,
        open_findings=sum(count.open for count in check_counts([review], [flags])),
        hter=hter(texts.machine, texts.corrected, target_lang=target.tag) if texts.machine else None,
        revised=tuple(_revised(review)),
    )


def small(extents: Iterable[tuple[int, str]]) -> tuple[int, str] | None:
    """The size of all texts together and its unit, if that is too little for a verdict; None if it is enough."""
    counted = tuple(extents)
    units = {unit for _, unit in counted}
    unit = units.pop() if len(units) == 1 else "words"
    total = sum(size for size, _ in counted)
    return (total, unit) if total < SMALLEST_SAMPLE[unit] else None


def too_small(reviews: Iterable[Review]) -> str:
    """Why the corrected text of some articles is too little for a verdict on a system; "" where it is enough."""
    found = small(_extent(review) for review in reviews)
    return TOO_SMALL.format(*found) if found else ""


def _extent(review: Review) -> tuple[int, str]:
    """The size of an article's corrected text, and its unit."""
    target = language(review.article.translation.text.lang)
    return sum(size(text, target) for text in texts_of(review).corrected), unit_of(target)


def check_counts(reviews: Sequence[Review], flags: Sequence[Flags]) -> tuple[CheckCount, ...]:
    """Findings by check, category and severity, those with most open first."""
    states = {state.pair.id: state for review in reviews for state in review}
    findings = [finding for each in flags for finding in each.findings]
    groups = Counter((f.check, f.category, f.severity) for f in findings)
    counts = []
    for group, found in groups.items():
        own = [f for f in findings if (f.check, f.category, f.severity) == group]
        standing = [f for f in own if f.pair not in states or states[f.pair].dismissal(f) is None]
        counts.append(CheckCount(*group, found, found - len(standing), len({f.pair for f in standing})))
    return tuple(sorted(counts, key=lambda count: (-count.open, -count.found, count.check)))


def error_counts(reviews: Iterable[Review]) -> tuple[ErrorCount, ...]:
    """Marked errors by category, those that weigh most first."""
    by_category: dict[str, list[tuple[bool, ErrorSpan]]] = {}
    for state in (state for review in reviews for state in review):
        for mark, error in zip(state.marks, state.errors, strict=True):
            by_category.setdefault(error.category, []).append((state.is_of_machine(mark), error))
    counts = [_error_count(category, errors) for category, errors in by_category.items()]
    return tuple(sorted(counts, key=lambda count: (-count.points, -sum(count.counts), count.category)))


def _error_count(category: str, errors: Sequence[tuple[bool, ErrorSpan]]) -> ErrorCount:
    severities = Counter(error.severity for of_machine, error in errors if of_machine)
    points = sum(penalty(category, severity) * number for severity, number in severities.items())
    counts = tuple(severities[severity] for severity in SEVERITIES)
    return ErrorCount(category, counts, points, len(errors) - sum(counts))


def rater_counts(reviews: Iterable[Review]) -> tuple[RaterCount, ...]:
    """What each reviewer marked and scored, by name."""
    states = [state for review in reviews for state in review]
    names = {said.reviewer for state in states for said in (*state.marks, *state.scores)}
    return tuple(_rater_count(name, states) for name in sorted(names))


def _rater_count(name: str, states: Sequence[PairState]) -> RaterCount:
    own = [(state, mark) for state in states for mark in state.marks if mark.reviewer == name]
    errors = [_errors_by(name, state) for state in states]
    given = (pair for state in states for pair in state.scores_on(state.pair.target))
    scores = [value for judgement, value in given if judgement.reviewer == name]
    return RaterCount(
        reviewer=name,
        marked=sum(map(bool, errors)),
        errors=sum(map(len, errors)),
        points=sum(map(mqm_score, errors)),
        scored=len(scores),
        esa=fmean(scores) if scores else None,
        corrected=sum(not state.is_of_machine(mark) for state, mark in own),
    )


def _errors_by(name: str, state: PairState) -> list[ErrorSpan]:
    """What a reviewer marked in the machine's text of a pair, or in its source."""
    marks = zip(state.marks, state.errors, strict=True)
    return [error for mark, error in marks if mark.reviewer == name and state.is_of_machine(mark)]


def _revised(review: Review) -> Iterable[Revised]:
    for number, state in enumerate(review, start=1):
        if state.changed or state.marks or state.scores or state.status == "question":
            who = tuple(dict.fromkeys(judgement.reviewer for judgement in state.corrections))
            change = pieces(state.pair.target, state.text)
            yield Revised(number, state, change, who, _said(state, state.marks), _said(state, state.scores))


def _said(state: PairState, judgements: Iterable[Judgement]) -> tuple[Said, ...]:
    return tuple(Said(said.reviewer, said.value, state.is_past(said)) for said in judgements)
