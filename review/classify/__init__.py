"""Which errors a correction mends: MQM categories and severities guessed from what it changed.

Each change is read by a table of rules, the first that fits; a finding on the words that are changed lends its own
category and severity instead. A reviewer confirms what is guessed: how often it is right is measured
(docs/correcting.md). Misses what only the sense of the words tells: whether the old wording was wrong, or merely worse.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import get_args

from review.classify.change import WORD, Change
from review.classify.gaining import gained
from review.classify.rules import RULES
from review.diff import Edit, changes
from review.profiles import OMISSION
from review.types import Finding, Pair, Severity, Side, Span

MOST = 4
"""Errors guessed in one correction: what changes more is a new translation rather than a list of errors."""
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
GAP = 1
"""Words that may stand unchanged between two changes of one wording."""
REACH = 12
"""Code points of a finding that may lie outside the change which mends it."""


@dataclass(frozen=True, slots=True)
class Guess:
    """An error that a correction seems to mend, placed as an ErrorSpan is in the texts of the pair, and why.

    An empty span is where something was missing, as far as nothing tells which words of the source it was; `now` is
    what stands there after the correction.
    """

    span: Span
    text: str
    now: str
    category: str
    severity: Severity
    why: str
    side: Side = "target"


def guesses(
    pair: Pair,
    after: str,
    findings: Iterable[Finding] = (),
    *,
    marked: Iterable[Span] = (),
    terms: tuple[str, ...] = (),
) -> tuple[Guess, ...]:
    """What the text `after` mends in the translation of a pair, the gravest first, then the largest; at most MOST.

    `findings` are the open ones on the pair; `marked` are places in its translation whose error is on record already,
    so that it is not counted twice; `terms` are what a glossary wants for words of the source.
    """
    known, found = tuple(marked), tuple(findings)
    new = (Change(pair, after, edit, terms) for edit in _joined(pair.target, changes(pair.target, after)))
    open_ = [change for change in new if not any(change.edit.before.overlaps(span) for span in known)]
    stayed = _without_arrivals(open_)
    told: list[Guess] = []
    for change in sorted(stayed, key=lambda change: change.size, reverse=True):
        guess = _guess(change, found)
        # Several changes of what one finding marks are one error.
        if not any(guess.side == each.side and guess.span == each.span for each in told):
            told.append(guess)
    return tuple(sorted(told, key=lambda guess: SEVERITIES.index(guess.severity), reverse=True)[:MOST])


def _guess(change: Change, findings: Sequence[Finding]) -> Guess:
    rule = next(rule for rule in RULES if rule.test(change))
    lender = _lender(change, findings, rule.category)
    if lender:
        return Guess(lender.span, lender.text, change.new, lender.category, lender.severity, lender.reason, lender.side)
    if not change.pair.target.strip():
        source = change.pair.source
        return Guess(Span(0, len(source)), source, change.new, rule.category, rule.severity, rule.why, "source")
    left_out = gained(change.pair, change.after, change.edit.after) if rule.category == OMISSION else None
    if left_out:
        text = left_out.of(change.pair.source)
        return Guess(left_out, text, change.new, rule.category, rule.severity, rule.why, "source")
    return Guess(change.edit.before, change.old, change.new, rule.category, rule.severity, rule.why)


def _lender(change: Change, findings: Sequence[Finding], category: str) -> Finding | None:
    """The likeliest finding on the words that are changed, or, for words that are supplied, on what was left out."""
    if category == OMISSION:
        touched = [each for each in findings if each.side == "source" and each.category == category]
    else:
        touched = [each for each in findings if each.side == "target" and _is_mended(change, each.span)]
    return max(touched, key=lambda finding: (finding.score, -len(finding.span)), default=None)


def _is_mended(change: Change, span: Span) -> bool:
    """Whether the change covers a span all but for REACH code points, and touches it."""
    place = change.edit.before
    outside = max(0, place.start - span.start) + max(0, span.end - place.end)
    return place.overlaps(span) and outside <= REACH


def _joined(text: str, found: Sequence[Edit]) -> tuple[Edit, ...]:
    """The changes, those of one wording as one: words that are replaced, with GAP words between them."""
    joined: list[Edit] = list(found[:1])
    for before, edit in pairwise(found):
        between = text[before.before.end : edit.before.start]
        if _is_wording(text, before) and _is_wording(text, edit) and _is_gap(between):
            last = joined.pop()
            edit = Edit("replace", _over(last.before, edit.before), _over(last.after, edit.after))
        joined.append(edit)
    return tuple(joined)


def _is_wording(text: str, edit: Edit) -> bool:
    return edit.kind == "replace" and WORD.search(edit.before.of(text)) is not None


def _is_gap(between: str) -> bool:
    return len(WORD.findall(between)) <= GAP and all(sign.isalpha() or sign.isspace() for sign in between)


def _over(one: Span, other: Span) -> Span:
    return Span(one.start, other.end)


def _without_arrivals(found: Sequence[Change]) -> tuple[Change, ...]:
    """The changes without those that put in what another one takes out: that is one error, of order."""
    leaving = {_words(change.old) for change in found if not change.new.strip()} - {()}
    arriving = {_words(change.new) for change in found if not change.old.strip()} & leaving
    kept = (change for change in found if change.old.strip() or _words(change.new) not in arriving)
    return tuple(
        replace(change, is_moved=True) if not change.new.strip() and _words(change.old) in arriving else change
        for change in kept
    )


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in WORD.findall(text))
