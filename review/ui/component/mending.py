"""What a correction mends, as rows show it, and as the browser sends it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, get_args

from review import flow
from review.classify import Guess, guesses
from review.diff import edits, place_after
from review.judgements import Correction, ErrorSpan, PairState
from review.profiles import PROFILES, Choice
from review.types import Finding, Severity, Side, Span
from review.ui.component.views import Desk

MOST_ERRORS = 20
"""Errors read from one correction."""
LONGEST_KEY = 20_000
"""Code points in the key of a finding, which quotes its text."""
LONGEST_TEXT = 200_000
"""Code points in one correction or draft."""
LONGEST_NAME = 200
"""Code points in the name of a category."""
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
SIDES: tuple[Side, ...] = get_args(Side)
TextReader = Callable[[object, int], str | None]
"""Gives a string of at most so many code points that can be stored, or None."""
USUAL = {
    "accuracy": "accuracy/mistranslation",
    "fluency": "fluency/grammar",
    "style": "style/unnatural or awkward",
    "terminology": "terminology/inappropriate for context",
}
"""The category of a dimension that raters choose most."""
OMISSION = "accuracy/omission"


@dataclass(frozen=True, slots=True)
class Asked:
    """A text that is being written for a pair, and the errors that it mends are wanted."""

    pair: str
    text: str


def read_asked(value: object, text: TextReader) -> Asked | None:
    """What the browser asks; None for what is no question."""
    if not isinstance(value, Mapping):
        return None
    pair, written = text(value.get("pair"), LONGEST_KEY), text(value.get("text"), LONGEST_TEXT)
    return None if pair is None or written is None else Asked(pair, written)


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
    if not isinstance(value, Mapping):
        return None
    quote, category = text(value.get("text"), LONGEST_TEXT), text(value.get("category"), LONGEST_NAME)
    side = next((known for known in SIDES if known == value.get("side")), None)
    severity = next((known for known in SEVERITIES if known == value.get("severity")), None)
    span = _span(value.get("start"), value.get("end"))
    if span is None or quote is None or not category or side is None or severity is None:
        return None
    return ErrorSpan(span, quote, category, severity, side, withdrawn=value.get("withdrawn") is True)


def _span(start: object, end: object) -> Span | None:
    for place in (start, end):
        if not isinstance(place, int) or isinstance(place, bool):
            return None
    return Span(start, end) if 0 <= start <= end else None  # type: ignore[operator, arg-type]


def guessed(desk: Desk, asked: Asked | None, reviewer: str) -> dict[str, Any] | None:
    """The errors that the text asked about seems to mend, but for what the reviewer has on record already."""
    state = next((state for state in desk.review if asked and state.pair.id == asked.pair), None)
    if asked is None or state is None:
        return None
    findings = tuple(placed for finding in desk.open(state) if (placed := _on_machine(finding, state)))
    told = guesses(state.pair, asked.text, findings, marked=_recorded(state, reviewer, "target"), terms=_terms(state))
    errors = [_place(each.side, each.span, each.text) | _said(each) for each in told]
    return {"pair": asked.pair, "text": asked.text, "errors": errors}


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


def categories() -> list[dict[str, Any]]:
    """The categories of errors by dimension, in the order of the digits that choose them; `usual` is the commonest."""
    return [_dimension(top) for top in PROFILES[0].target]


def _dimension(top: Choice) -> dict[str, Any]:
    left_out = PROFILES[0].source[:1] if top.id == "accuracy" else ()
    choices = [{"id": choice.id, "name": choice.name} for choice in (*(top.under or (top,)), *left_out)]
    return {"name": top.name, "usual": USUAL.get(top.id, choices[0]["id"]), "choices": choices}


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
