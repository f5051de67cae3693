"""The whole article as its readers will see it, as the browser is given it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from review import mqm
from review.article import Block, corrected_blocks
from review.diff import edits, place_after
from review.export.edition import reviewers
from review.judged.tracked import Change, tracked
from review.judgements import ErrorSpan, Judgement, PairState, Review
from review.layout import Role, roles_of
from review.types import Finding, Flags, Severity, Span
from review.ui.component.screen import side_of

GRAVITY: tuple[Severity, ...] = ("neutral", "minor", "major", "critical")

Piece = str | list[Any]
"""A piece of text as it is sent: plain text, or [kind, text, who, numbers of the problems over it]."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that a reviewer still has to look at; without a `place` in the translation it is about all of it."""

    kind: Literal["finding", "mark", "question"]
    severity: Severity
    category: str
    said: str
    place: Span | None = None


def sheet_of(review: Review, flags: Flags, *, pair: str = "") -> dict[str, Any]:
    """All that the reader's view shows, at the pair where the reader comes from.

    The paragraphs are those of the corrected text, and those that the review has emptied, for the tracked changes.
    """
    article = review.article
    blocks = corrected_blocks(review, emptied=True)
    numbers = {state.pair.id: number for number, state in enumerate(review, 1)}
    found = flags.by_pair()
    runs = [
        [_run(state, tail, numbers[state.pair.id], found.get(state.pair.id, Flags()).findings) for state, tail in both]
        for both in (zip(block.states, _tails(block), strict=True) for block in blocks)
    ]
    laid = zip(blocks, roles_of(article.title, blocks), tight(blocks), runs, strict=True)
    return {
        "article": {"id": article.id, "title": article.title, "system": article.under_review},
        "source": side_of(article.source.lang),
        "target": side_of(article.translation.text.lang),
        "pair": pair,
        "blocks": [_block(*each) for each in laid],
        "changed": sum(state.changed for state in review),
    }


def problems_of(state: PairState, findings: Sequence[Finding]) -> tuple[Problem, ...]:
    """The open findings, the marked errors and the question of a pair, in the order of their places."""
    problems = [_of_finding(finding) for finding in findings if state.dismissal(finding) is None]
    problems += [problem for mark in state.marks if (problem := _of_mark(state, mark)) is not None]
    if state.status == "question":
        problems.append(Problem("question", "neutral", "", "In question"))
    return tuple(sorted(problems, key=lambda each: (each.place or Span(0, 0), GRAVITY.index(each.severity))))


def pieces_of(changes: Sequence[Change], problems: Sequence[Problem]) -> list[Piece]:
    """The tracked changes of a pair cut where problems begin and end; a problem of no extent is its own piece."""
    # An empty span is false, and a place all the same.
    places = [each.place for each in problems if each.place is not None]
    cuts = sorted({edge for place in places for edge in (place.start, place.end)})
    pieces: list[Piece] = []
    start = 0
    for change in changes:
        if change.kind == "removed":
            pieces.append([change.kind, change.text, list(change.by), []])
            continue
        end = start + len(change.text)
        edges = [start, *(cut for cut in cuts if start < cut < end), end]
        for span in map(Span, edges, edges[1:]):
            pieces += _places(problems, span.start)
            pieces.append(_piece(change, span.moved(-start), _over(problems, span)))
        start = end
    return pieces + _places(problems, start)


def _piece(change: Change, span: Span, over: list[int]) -> Piece:
    text = span.of(change.text)
    return text if change.kind == "same" and not over else [change.kind, text, list(change.by), over]


def _places(problems: Sequence[Problem], at: int) -> list[Piece]:
    """The empty places at an offset, as one piece; none where there is none."""
    here = [number for number, each in enumerate(problems) if each.place == Span(at, at)]
    return [["place", "", [], here]] if here else []


def _over(problems: Sequence[Problem], span: Span) -> list[int]:
    """The problems that cover a span, by number."""
    places = ((number, each.place) for number, each in enumerate(problems))
    return [number for number, at in places if at and at.start <= span.start and span.end <= at.end and len(at)]


def _block(block: Block, role: Role, close: bool, runs: list[dict[str, Any]]) -> dict[str, Any]:
    return {"role": role, "tight": close, "gone": not block.text, "runs": runs}


def _run(state: PairState, tail: str, number: int, findings: Sequence[Finding]) -> dict[str, Any]:
    problems = problems_of(state, findings)
    return {
        "id": state.pair.id,
        "number": number,
        "status": state.status,
        "by": list(reviewers(state)),
        "pieces": pieces_of(tracked(state), problems),
        "tail": tail,
        "problems": [
            {"kind": each.kind, "severity": each.severity, "category": each.category, "said": each.said}
            for each in problems
        ],
        "whole": [at for at, each in enumerate(problems) if each.place is None],
    }


def _tails(block: Block) -> tuple[str, ...]:
    """The white space behind each pair within a paragraph."""
    return (*block.tails[:-1], "")


def tight(blocks: Sequence[Block]) -> list[bool]:
    """Whether each paragraph follows the one before it on the next line, in a text that parts others by blank lines."""
    breaks = [len(block.tails[-1].splitlines()) if block.tails else 0 for block in blocks]
    blank = any(lines > 1 for lines in breaks[:-1])
    return [False, *(blank and lines <= 1 for lines in breaks[:-1])][: len(blocks)]


def _of_finding(finding: Finding) -> Problem:
    place = finding.span if finding.side == "target" else finding.counterpart
    return Problem("finding", finding.severity, finding.category, finding.reason, place)


def _of_mark(state: PairState, mark: Judgement) -> Problem | None:
    """A marked error where its words stand by now; None where they were corrected since."""
    error = mark.value
    if not isinstance(error, ErrorSpan):
        return None
    kind = mqm.said(error.category) if error.category else "an error"
    said = " – ".join(filter(None, (mark.reviewer, kind, error.note)))
    if error.side == "source":
        return Problem("mark", error.severity, error.category, said) if mark.version == state.version else None
    place = place_after(error.span, edits(state.text_at(mark.version), state.text))
    return Problem("mark", error.severity, error.category, said, place) if place is not None else None
