"""What the browser sends of a reviewer's acts, read with suspicion, and what it is told of each."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal, TypeVar, get_args

from review.checks.project import Term
from review.errors import RealignedPair, ReviewError, StaleJudgement, StoreUnavailable
from review.judgements import (
    WIDE,
    Comment,
    Correction,
    Dismissal,
    Draft,
    ErrorSpan,
    Judgement,
    Repair,
    RepairKind,
    Scope,
    SegmentScore,
    Status,
    StatusChange,
    Turn,
    Value,
)
from review.ui.component.deciding import rule, term
from review.ui.component.marks import read_mark, read_score, read_withdrawal
from review.ui.component.mending import Asked, read_asked, read_correction
from review.ui.component.strings import LONGEST_KEY, storable
from review.verbs.helping import Decision

MOST_ACTS = 2_000
"""Acts read from one outbox; the rest is answered when these have left it."""
ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
REPAIRS: tuple[RepairKind, ...] = get_args(RepairKind)
DECLARABLE: tuple[Status, ...] = ("approved", "question", "unreviewed")
LONGEST_COMMENT = 10_000
"""Code points in one comment."""
TURNS: tuple[Turn, ...] = get_args(Turn)
Outcome = Literal["saved", "stale", "refused"]
Act = Judgement | Repair | Decision
Taken = TypeVar("Taken", bound=Act)


@dataclass(frozen=True, slots=True)
class Refusal:
    """An act that is none, by the id that it came with, and why."""

    id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of an act: saved at a time, stale with the text that stands, or refused with a reason.

    A stale one is `gone` when the article has been aligned anew and its pair is no more.
    """

    id: str
    outcome: Outcome
    pair: str = ""
    op: str = ""
    at: str = ""
    version: int = 0
    theirs: str = ""
    reason: str = ""
    gone: bool = False


def act_ids(outbox: object) -> tuple[str, ...]:
    """The ids of the acts in an outbox, in the order of the acts."""
    return tuple(str(act["id"]) for act in _acts(outbox))


def read_acts(
    outbox: object, *, article: str, pairs: Collection[str], reviewer: str, at: datetime, known: Collection[str] = ()
) -> tuple[tuple[Act, ...], tuple[Refusal, ...]]:
    """The judgements and repairs in an outbox, in the order of sending, and the acts that were refused.

    Acts whose ids are `known` are passed over, and so are those without an id, which cannot be answered.
    """
    read = [_read(act, article, pairs, reviewer, at) for act in _acts(outbox) if act["id"] not in known]
    return (
        tuple(act for act in read if not isinstance(act, Refusal)),
        tuple(act for act in read if isinstance(act, Refusal)),
    )


def answer_all(
    acts: Iterable[Taken],
    refusals: Iterable[Refusal],
    take: Callable[[Taken], Taken],
    before: Iterable[Answer] = (),
) -> tuple[Answer, ...]:
    """Take acts one by one, in order, and say what became of each; `before` are earlier answers to the same outbox.

    What builds on a stale act is stale too, though its version may by chance be the newest again. Where the store
    fails, that act and those behind it have no answer, so that the browser keeps them.
    """
    answers = [Answer(refusal.id, "refused", reason=refusal.reason) for refusal in refusals]
    stale = {answer.pair: answer for answer in before if answer.outcome == "stale"}
    for act in acts:
        try:
            answer = _doomed(act, stale) or _answer(act, take)
        except StoreUnavailable:
            break
        answers.append(answer)
        if answer.outcome == "stale":
            stale[answer.pair] = answer
    return tuple(answers)


def _doomed(act: Act, stale: Mapping[str, Answer]) -> Answer | None:
    builds_on = stale.get(act.pair) if _op(act) in BUILDING else None
    return replace(builds_on, id=act.id, op=_op(act)) if builds_on else None


def _answer(act: Taken, take: Callable[[Taken], Taken]) -> Answer:
    op = _op(act)
    try:
        saved = take(act)
    except StaleJudgement as stale:
        gone = isinstance(stale, RealignedPair)
        return Answer(act.id, "stale", act.pair, op, version=stale.current, theirs=stale.theirs, gone=gone)
    except StoreUnavailable:
        raise
    except ReviewError as error:
        return Answer(act.id, "refused", act.pair, op, reason=str(error))
    return Answer(act.id, "saved", act.pair, op, at=saved.at.isoformat())


def _read(
    act: Mapping[str, object], article: str, pairs: Collection[str], reviewer: str, at: datetime
) -> Act | Refusal:
    id_, pair, version, op = str(act["id"]), act.get("pair"), act.get("version"), str(act.get("op"))
    # What is carried over is of any article; the store knows whether there is such a pair.
    if not isinstance(pair, str) or (pair not in pairs and (op != CARRY or storable(pair, LONGEST_KEY) is None)):
        return Refusal(id_, "no such pair in this article")
    if not isinstance(version, int) or isinstance(version, bool) or version < 0:
        return Refusal(id_, f"version {version!r}: expected a number from 0")
    if op == "repair":
        kind = next((kind for kind in REPAIRS if kind == act.get("value")), None)
        return Repair(id_, article, pair, kind, reviewer, at) if kind else Refusal(id_, "no such repair")
    if op in DECISIONS:
        made = DECISIONS[op](act.get("value"))
        return Decision(id_, pair, reviewer, at, *made) if made else Refusal(id_, f"cannot be read as {op!r}")
    reader = READERS.get(op)
    value = reader(act.get("value")) if reader else None
    if value is None:
        return Refusal(id_, f"cannot be read as {op[:40]!r}")
    return Judgement(id_, pair, version, reviewer, at, value)


def _acts(outbox: object) -> list[Mapping[str, object]]:
    acts = outbox.get("acts") if isinstance(outbox, Mapping) else None
    return sorted((act for act in acts[:MOST_ACTS] if _has_id(act)), key=_sequence) if isinstance(acts, list) else []


def _has_id(act: object) -> bool:
    id_ = act.get("id") if isinstance(act, dict) else None
    return isinstance(id_, str) and ID.fullmatch(id_) is not None


def _sequence(act: Mapping[str, object]) -> float:
    number = act.get("seq")
    return float(number) if isinstance(number, (int, float)) and abs(number) < 2**53 else 0.0


def read_question(value: object) -> Asked | None:
    """What the browser asks of a text that is being written; None for no question."""
    return read_asked(value, storable)


def _draft(value: object) -> Value | None:
    text = storable(value)
    return None if text is None else Draft(text)


def _dismissal(value: object) -> Dismissal | None:
    """The key of a finding, or a pattern with the scope that it is dismissed in."""
    scope: Scope | None = "here"
    if isinstance(value, Mapping):
        scope = next((wide for wide in WIDE if wide == value.get("scope")), None)
        value = value.get("pattern")
    key = storable(value, LONGEST_KEY)
    return Dismissal(key, scope=scope) if key and scope else None


def _restoration(value: object) -> Dismissal | None:
    dismissal = _dismissal(value)
    return replace(dismissal, restored=True) if dismissal else None


def _status(value: object) -> Value | None:
    return next((StatusChange(status) for status in DECLARABLE if status == value), None)


def _carried(value: object) -> Value | None:
    """A correction as it is made elsewhere, with the id of the act that it carries over."""
    made = read_correction(value, storable)
    action = storable(value.get("action"), LONGEST_KEY) if isinstance(value, Mapping) else None
    return replace(made, action=action) if made and action else None


def _comment(value: object) -> Value | None:
    if not isinstance(value, Mapping):
        return None
    text, about = storable(value.get("text", ""), LONGEST_COMMENT), storable(value.get("about", ""), LONGEST_KEY)
    turn = next((turn for turn in TURNS if turn == value.get("turn", "said")), None)
    if text is None or about is None or turn is None:
        return None
    return Comment(text, about, turn) if (text.strip() if turn == "said" else about) else None


CARRY = "carry"
DECISIONS: Mapping[str, Callable[[object], tuple[Term | dict[str, str], bool] | None]] = {"term": term, "rule": rule}
READERS: Mapping[str, Callable[[object], Value | None]] = {
    "correct": lambda value: read_correction(value, storable),
    "draft": _draft,
    "dismiss": _dismissal,
    "restore": _restoration,
    "status": _status,
    "mark": lambda value: read_mark(value, storable),
    "withdraw": lambda value: read_withdrawal(value, storable),
    "score": read_score,
    "comment": _comment,
    CARRY: _carried,
}


BUILDING = ("correct", CARRY, "status", "repair", "mark", "score")
"""What builds on the acts on a pair before it."""


def _op(act: Act) -> str:
    if isinstance(act, Repair):
        return "repair"
    if isinstance(act, Decision):
        return "term" if isinstance(act.made, Term) else "rule"
    match act.value:
        case Correction(action=action):
            return CARRY if action else "correct"
        case Comment():
            return "comment"
        case Draft():
            return "draft"
        case Dismissal(restored=restored):
            return "restore" if restored else "dismiss"
        case ErrorSpan(withdrawn=withdrawn):
            return "withdraw" if withdrawn else "mark"
        case SegmentScore():
            return "score"
        case _:
            return "status"
