"""What a correction mends, as rows show it, and as the browser sends it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from review import flow
from review.classify import Guess, guesses
from review.diff import edits, place_after
from review.judgements import Correction, ErrorSpan, PairState
from review.profiles import OMISSION
from review.types import Finding, Side, Span
from review.ui.component.marks import TextReader, read_mark, read_withdrawal
from review.ui.component.strings import LONGEST_KEY, LONGEST_TEXT
from review.ui.component.views import Desk

MOST_ERRORS = 20
"""Errors read from one correction."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A text that is being written for a pair, whose errors are wanted; the answer has the question's `stamp`."""

    pair: str
    text: str
    stamp: int = 0


def read_asked(value: object, text: TextReader) -> Asked | None:
    """What the browser asks; None for what is no question."""
    if not isinstance(value, Mapping):
        return None
    pair, written = text(value.get("pair"), LONGEST_KEY), text(value.get("text"), LONGEST_TEXT)
    stamp = value.get("stamp")
    if pair is None or written is None or not isinstance(stamp, int):
        return None
    return Asked(pair, written, stamp)


def read_correction(value: object, text: TextReader) -> Correction | None:
    """A correction with the errors that it mends, or takes back, and those that were guessed; None for what is none."""
    if not isinstance(value, Mapping):
        return None
    written, accepted = text(value.get("text"), LONGEST_TEXT), text(value.get("accepted", ""), LONGEST_KEY)
    errors, guessed = (_errors(value.get(name, []), text) for name in ("errors", "guessed"))
    if written is None or accepted is None or errors is None or guessed is None:
        return None
    return Correction(written, accepted, errors=errors, guessed=guessed)


def _errors(value: object, text: TextReader) -> tuple[ErrorSpan, ...] | None:
    if not isinstance(value, list) or len(value) > MOST_ERRORS:
        return None
    read = [_error(each, text) for each in value]
    return None if None in read else tuple(each for each in read if each is not None)


def _error(value: object, text: TextReader) -> ErrorSpan | None:
    withdrawn = isinstance(value, Mapping) and value.get("withdrawn") is True
    return read_withdrawal(value, text) if withdrawn else read_mark(value, text)


def guessed(desk: Desk, asked: Asked | None, reviewer: str) -> dict[str, Any] | None:
    """The errors that the text asked about seems to mend, but for what the reviewer has on record already.

    An omission marked in the source has no place in the translation, and stands for any that is put in there.
    """
    state = next((state for state in desk.review if asked and state.pair.id == asked.pair), None)
    if asked is None or state is None:
        return None
    findings = tuple(placed for finding in desk.open(state) if (placed := _on_machine(finding, state)))
    told = guesses(state.pair, asked.text, findings, marked=_recorded(state, reviewer, "target"), terms=_terms(state))
    new = [each for each in told if not _is_recorded(each, state, reviewer)]
    errors = [_place(each.side, each.span, each.text) | _said(each) for each in new]
    return {"pair": asked.pair, "text": asked.text, "errors": errors, "stamp": asked.stamp}


def _said(guess: Guess) -> dict[str, str]:
    return {"now": guess.now, "category": guess.category, "severity": guess.severity, "why": guess.why}


def mended(finding: Finding, state: PairState, reviewer: str) -> dict[str, Any] | None:
    """The place of the error that a finding's fix mends: in the machine's text, or in the source for what it lacks.

    None where the words are no longer the machine's, or the reviewer has an error there on record.
    """
    side, span = _erring(finding, state)
    if span is None or any(span.overlaps(known) for known in _recorded(state, reviewer, side)):
        return None
    return _place(side, span, span.of(state.pair.text(side)))


def _erring(finding: Finding, state: PairState) -> tuple[Side, Span | None]:
    """Where the error of a finding is: but for what is left out, it is in the translation."""
    if finding.side == "source":
        if finding.category == OMISSION:
            return "source", finding.span
        return "target", _in_machine(finding.counterpart, state)
    return "target", _in_machine(finding.span, state)


def bases(state: PairState, reviewer: str) -> list[dict[str, str]]:
    """What a text may be compared with beside the machine's: the version before, and what each other reviewer made."""
    texts = [(made.reviewer, made.value.text) for made in state.corrections if isinstance(made.value, Correction)]
    others = {by: text for by, text in texts if by != reviewer}
    before = [("before", texts[-2][1])] if len(texts) > 1 else []
    named = [*before, *((f"by {by}", text) for by, text in others.items())]
    return [{"name": name, "text": text} for name, text in named if text != state.text]


def _recorded(state: PairState, reviewer: str, side: Side) -> tuple[Span, ...]:
    """Where the reviewer's own marks on the machine's text, or on the source, are."""
    own = (mark for mark in state.marks if mark.reviewer == reviewer and (mark.version == 0 or side == "source"))
    return tuple(mark.value.span for mark in own if isinstance(mark.value, ErrorSpan) and mark.value.side == side)


def _is_recorded(guess: Guess, state: PairState, reviewer: str) -> bool:
    """Whether what is guessed to be left out is on record in the source: there, or, where it has no place, anywhere."""
    if guess.side == "source":
        return any(guess.span.overlaps(known) for known in _recorded(state, reviewer, "source"))
    return guess.category == OMISSION and _has_omission(state, reviewer)


def _has_omission(state: PairState, reviewer: str) -> bool:
    own = (mark.value for mark in state.marks if mark.reviewer == reviewer)
    return any(isinstance(error, ErrorSpan) and error.side == "source" and error.category == OMISSION for error in own)


def _on_machine(finding: Finding, state: PairState) -> Finding | None:
    """The finding where its words stand in the machine's text; None where they do not."""
    span = finding.span if finding.side == "source" else _in_machine(finding.span, state)
    return replace(finding, span=span) if span else None


def _in_machine(span: Span | None, state: PairState) -> Span | None:
    if span is None or not state.changed:
        return span
    return place_after(span, edits(state.text, state.pair.target))


def _terms(state: PairState) -> tuple[str, ...]:
    """What the glossary wants for words of the pair's source."""
    glossary = flow.project(state.pair.source_lang, state.pair.target_lang).glossary
    return tuple(form for term, _ in glossary.named(state.pair.source) for form in term.preferred)


def _place(side: Side, span: Span, text: str) -> dict[str, Any]:
    return {"side": side, "start": span.start, "end": span.end, "text": text}
