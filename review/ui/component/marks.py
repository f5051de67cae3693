"""What reviewers marked and scored, as rows show it, and as the browser sends it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeGuard, get_args

from review.judgements import ErrorSpan, Judgement, PairState, SegmentScore
from review.types import Severity, Side, Span

SEVERITIES: tuple[Severity, ...] = get_args(Severity)
SIDES: tuple[Side, ...] = get_args(Side)
LONGEST_NAME = 200
"""Code points in a category."""
LONGEST_NOTE = 5_000
"""Code points in the note on a mark."""
LONGEST_SPAN = 200_000
SCORES = range(101)

TextReader = Callable[[object, int], str | None]
"""Gives a string of at most so many code points that can be stored, or None."""


def marks_of(state: PairState, reviewer: str) -> list[dict[str, Any]]:
    """The marks on a pair; offsets are code points of the source, or of the text that the mark is `on`.

    `on` is that text where it is not the one now.
    """
    return [_mark(state, mark, mark.value, reviewer) for mark in state.marks if isinstance(mark.value, ErrorSpan)]


def scores_of(state: PairState, reviewer: str) -> list[dict[str, Any]]:
    """The segment scores of a pair, each with the text that it is `on` where that is not the one now."""
    return [
        _signed(state, said, reviewer) | {"value": said.value.value}
        for said in state.scores
        if isinstance(said.value, SegmentScore)
    ]


def _mark(state: PairState, mark: Judgement, error: ErrorSpan, reviewer: str) -> dict[str, Any]:
    return _signed(state, mark, reviewer) | {
        "side": error.side,
        "start": error.span.start,
        "end": error.span.end,
        "text": error.text,
        "category": error.category,
        "severity": error.severity,
        "note": error.note,
    }


def _signed(state: PairState, said: Judgement, reviewer: str) -> dict[str, Any]:
    return {
        "by": said.reviewer,
        "own": said.reviewer == reviewer,
        "version": said.version,
        "at": said.at.isoformat(),
        "on": state.text_at(said.version) if state.is_past(said) else None,
    }


def read_mark(value: object, text: TextReader) -> ErrorSpan | None:
    """A mark as the browser sends it; None for what is none."""
    if not isinstance(value, Mapping):
        return None
    span, quote, note = _span(value), text(value.get("text"), LONGEST_SPAN), text(value.get("note", ""), LONGEST_NOTE)
    category = text(value.get("category"), LONGEST_NAME)
    severity = next((known for known in SEVERITIES if known == value.get("severity")), None)
    side = next((known for known in SIDES if known == value.get("side")), None)
    if span is None or quote is None or note is None or category is None or severity is None or side is None:
        return None
    return ErrorSpan(span, quote, category, severity, side, note)


def read_withdrawal(value: object, text: TextReader) -> ErrorSpan | None:
    """The mark that is to be none after all."""
    mark = read_mark(value, text)
    return replace(mark, withdrawn=True) if mark else None


def read_score(value: object) -> SegmentScore | None:
    """A segment score, "" to take it back; None for what is none."""
    if value == "":
        return SegmentScore(None)
    return SegmentScore(value) if _is_number(value) and value in SCORES else None


def _span(value: Mapping[str, object]) -> Span | None:
    start, end = value.get("start"), value.get("end")
    if not (_is_number(start) and _is_number(end)):
        return None
    return Span(start, end) if 0 <= start <= end else None


def _is_number(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)
