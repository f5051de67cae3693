"""What helps at a pair, as the browser is given it when it asks: terms, memory, history, where a correction fits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from review.checks.project import Project
from review.diff import edits
from review.judgements import (
    Comment,
    Correction,
    Dismissal,
    Draft,
    ErrorSpan,
    Judgement,
    PairState,
    Review,
    SegmentScore,
    StatusChange,
    Stretch,
    Value,
)
from review.memory.carrying import Proposal
from review.memory.recurring import Recurring
from review.memory.units import Match, Memory, Unit
from review.ui.component.strings import LONGEST_KEY, storable
from review.verbs import helping
from review.verbs.helping import Hit, Mended, Version

VERSIONS_SHOWN = 40
RECURRING_SHOWN = 3
DECLARED = {"approved": "approved", "question": "put in question"}
TURNS = {"said": "commented", "resolved": "resolved a comment", "reopened": "reopened a comment"}

Pieces = list[list[str]]


@dataclass(frozen=True, slots=True)
class Ask:
    """What the browser asks: what helps at a pair, and where else the newest correction of another one fits.

    `stamp` comes back with the answer, so that one to an older question is known.
    """

    pair: str
    corrected: str = ""
    stamp: int = 0


@dataclass(frozen=True, slots=True)
class Known:
    """All that an answer is made of: an article's review, the judgements on the pair and on those that held its words
    before, the memory, what the project decided, which patterns are dismissed in every article, and the beads that have
    held what the pair holds; in a blind review all of it as the reviewer sees it.
    """

    review: Review
    judgements: Sequence[Judgement]
    memory: Memory
    project: Project
    dismissed: frozenset[str] = frozenset()
    stretches: Sequence[Stretch] = ()


def read_ask(sent: object) -> Ask | None:
    """The question that a component's state holds; None for none, or for what is no question."""
    if not isinstance(sent, Mapping):
        return None
    pair, corrected = (storable(sent.get(name, ""), LONGEST_KEY) for name in ("pair", "corrected"))
    stamp = sent.get("stamp")
    if not pair or corrected is None or not isinstance(stamp, int) or isinstance(stamp, bool):
        return None
    return Ask(pair, corrected, stamp)


def help_of(ask: Ask, known: Known) -> dict[str, Any] | None:
    """The answer; None where the pair is no more."""
    states = {state.pair.id: state for state in known.review}
    state = states.get(ask.pair)
    if state is None:
        return None
    pair = helping.current(state)
    matches = known.memory.like(pair.source, (pair.source_lang, pair.target_lang), but=(pair.id,))
    recurring = helping.recurring(known.memory, pair, known.project, known.dismissed)
    versions = helping.history(known.review, pair.id, known.judgements, known.stretches)
    return {
        "pair": pair.id,
        "stamp": ask.stamp,
        "terms": [_term(hit) for hit in helping.hits(pair, known.project)],
        "matches": [_match(match, pair.source) for match in matches],
        "versions": [_version(version) for version in versions[:VERSIONS_SHOWN]],
        "offers": _offers(states.get(ask.corrected), known),
        "recurring": [_recurring(each) for each in recurring[:RECURRING_SHOWN]],
    }


def pieces(before: str, after: str) -> Pieces:
    """Two texts in pieces: the same in both, removed from the one, or added in the other."""
    found: Pieces = []
    for edit in edits(before, after):
        if edit.kind == "equal":
            found.append(["same", edit.before.of(before)])
            continue
        cut = ["removed", edit.before.of(before)], ["added", edit.after.of(after)]
        found += [piece for piece in cut if piece[1]]
    return found


def threads(state: PairState) -> list[dict[str, Any]]:
    """The comments on a pair by thread."""
    return [
        {
            "id": thread.id,
            "resolved": thread.resolved.reviewer if thread.resolved else "",
            "comments": [_comment(made, made.value) for made in thread.comments if isinstance(made.value, Comment)],
        }
        for thread in state.threads
    ]


def _comment(made: Judgement, value: Comment) -> dict[str, str]:
    return {"id": made.id, "by": made.reviewer, "at": made.at.isoformat(), "text": value.text}


def _term(hit: Hit) -> dict[str, Any]:
    term = hit.term
    return {
        "source": term.source,
        "preferred": list(term.preferred),
        "forbidden": list(term.forbidden),
        "note": term.note,
        "place": [hit.span.start, hit.span.end],
        "rendered": hit.rendered,
    }


def _where(unit: Unit) -> dict[str, Any]:
    return {
        "pair": unit.pair,
        "article": unit.article,
        "title": unit.title,
        "number": unit.number,
        "status": unit.status,
        "by": unit.by,
        "at": unit.at.isoformat() if unit.at else "",
    }


def _match(match: Match, source: str) -> dict[str, Any]:
    unit = match.unit
    return _where(unit) | {
        "similarity": match.similarity,
        "source": pieces(source, unit.source),
        "text": unit.text,
    }


def _offers(state: PairState | None, known: Known) -> dict[str, Any] | None:
    """Where else the newest correction of a pair fits; None where it has none or fits nowhere."""
    found = helping.carried_over(known.memory, state) if state else ()
    if state is None or not found:
        return None
    return {
        "pair": state.pair.id,
        "action": state.corrections[-1].id,
        "offers": [_offer(each, known.review.article.id) for each in found],
    }


def _offer(proposal: Proposal, article: str) -> dict[str, Any]:
    unit = proposal.unit
    return _where(unit) | {
        "here": unit.article == article,
        "source": unit.source,
        "before": unit.text,
        "text": proposal.text,
        "pieces": pieces(unit.text, proposal.text),
        "kind": proposal.kind,
        "similarity": proposal.similarity,
        "version": unit.version,
        "errors": [_error(error) for error in proposal.errors],
    }


def _error(error: ErrorSpan) -> dict[str, Any]:
    place = {"side": error.side, "start": error.span.start, "end": error.span.end, "text": error.text}
    return place | {"category": error.category, "severity": error.severity}


def _recurring(each: Recurring) -> dict[str, Any]:
    return {"old": each.old, "new": each.new, "source": each.source, "times": len(each.units), "pattern": each.pattern}


def _version(version: Version | Mended) -> dict[str, Any]:
    if isinstance(version, Mended):
        signed = {"by": version.by, "at": version.at.isoformat(), "said": "changed the alignment here"}
        return signed | {"id": "", "pieces": [], "text": None}
    made = version.judgement
    changed = version.before != version.after
    return {
        "id": made.id,
        "by": made.reviewer,
        "at": made.at.isoformat(),
        "said": _said(made.value),
        "pieces": pieces(version.before, version.after) if changed else [],
        "text": version.after if isinstance(made.value, Correction) and not version.former else None,
    }


def _said(value: Value) -> str:
    """What a judgement did, in a few words."""
    match value:
        case Correction(action=action):
            return "carried a correction over" if action else "corrected"
        case StatusChange(status=status):
            return DECLARED.get(status, "opened again")
        case Dismissal(finding=finding, restored=restored):
            return f"{'restored' if restored else 'dismissed'} “{_quote(finding)}”"
        case ErrorSpan(text=text, category=category, severity=severity, withdrawn=withdrawn):
            return f"{'took back' if withdrawn else 'marked'} {severity} {category}{f': “{text}”' if text else ''}"
        case Comment(turn=turn):
            return TURNS.get(turn, "withdrew a comment")
        case SegmentScore(value=points):
            return "took the score back" if points is None else f"scored {points}"
        case Draft():
            return "typed"


def _quote(finding: str) -> str:
    """What the finding with that key, or pattern, quotes."""
    parts = finding.split("|")
    return parts[3] if len(parts) > 3 else finding
