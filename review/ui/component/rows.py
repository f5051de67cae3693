"""A pair as a row of the review screen: what the store and the checks say of it, as the browser is given it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any

from review.article import Alternative, words_of
from review.diff import edits, place_after
from review.judgements import Draft, PairState
from review.rank import Risk
from review.rulebook import name_of
from review.types import Finding, WordLink
from review.ui.component.helping import threads
from review.ui.component.marks import marks_of, scores_of
from review.ui.component.mending import bases, mended
from review.ui.component.views import Desk

REASONS_SHOWN = 3


def row_of(desk: Desk, number: int, state: PairState, reviewer: str, others: Sequence[Alternative]) -> dict[str, Any]:
    """A pair as a row; offsets are code points, and the browser converts them."""
    found = desk.findings.get(state.pair.id, ())
    return {
        "id": state.pair.id,
        "number": number,
        "version": state.version,
        "status": state.status,
        "source": state.pair.source,
        "original": state.pair.target,
        "text": state.text,
        "bases": bases(state, reviewer),
        "draft": _draft(state, reviewer),
        "typing": sorted(draft.reviewer for draft in state.drafts if draft.reviewer != reviewer),
        "by": state.corrections[-1].reviewer if state.corrections else "",
        "marks": marks_of(state, reviewer),
        "scores": scores_of(state, reviewer),
        "findings": [_finding(finding, state, reviewer) for finding in found],
        "weak": desk.weak(state),
        "risk": _risk(desk.risks[state.pair.id]),
        "certainty": desk.beads[state.pair.id].certainty,
        "others": [asdict(other) for other in others],
        "sentences": [len(desk.beads[state.pair.id].source), len(desk.beads[state.pair.id].target)],
        "threads": threads(state),
        "words": [_word_link(link) for link in _words(desk, state)],
    }


def _draft(state: PairState, reviewer: str) -> dict[str, Any] | None:
    """The reviewer's own draft, the version of the text that it was typed over, and that text."""
    for draft in state.drafts:
        if draft.reviewer == reviewer and isinstance(draft.value, Draft):
            return {"text": draft.value.text, "version": draft.version, "base": state.text_at(draft.version)}
    return None


def _finding(finding: Finding, state: PairState, reviewer: str) -> dict[str, Any]:
    counterpart, dismissal = finding.counterpart, state.dismissal(finding)
    return {
        "key": finding.key,
        "check": finding.check,
        "name": name_of(finding.check),
        "version": finding.version,
        "category": finding.category,
        "severity": finding.severity,
        "side": finding.side,
        "start": finding.span.start,
        "end": finding.span.end,
        "quote": finding.text,
        "reason": finding.reason,
        "fixes": list(finding.fixes),
        "score": finding.score,
        "expected": finding.expected,
        "found": finding.found,
        "counterpart": [counterpart.start, counterpart.end] if counterpart else None,
        "mends": mended(finding, state, reviewer),
        "pattern": finding.pattern,
        "dismissed": dismissal is not None,
        "scope": dismissal or "here",
    }


def _risk(risk: Risk) -> dict[str, Any]:
    return {
        "value": round(risk.value, 3),
        "points": round(risk.points, 1),
        "reasons": list(dict.fromkeys(why.phrase for why in risk.reasons))[:REASONS_SHOWN],
    }


def _words(desk: Desk, state: PairState) -> tuple[WordLink, ...]:
    """The words that speak for a pair, as far as they still stand in the translation, with their places there."""
    links = words_of(desk.review.article, desk.beads[state.pair.id])
    if not state.changed or not links:
        return links
    found = edits(state.pair.target, state.text)
    places = ((link, place_after(link.target, found)) for link in links)
    return tuple(replace(link, target=place) for link, place in places if place is not None)


def _word_link(link: WordLink) -> dict[str, Any]:
    source, target = link.source, link.target
    return {"source": [source.start, source.end], "target": [target.start, target.end], "weight": link.weight}
