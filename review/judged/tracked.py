"""Tracked changes: what became of the machine's text of a pair, with who changed what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from review.diff import edits
from review.judgements import Correction, PairState
from review.types import Span

ChangeKind = Literal["same", "removed", "added"]


@dataclass(frozen=True, slots=True)
class Change:
    """A piece of the machine's text or of the corrected one; `by` are those who removed or added it, in that order.

    The pieces that are the same or were added, joined, are the corrected text; those that are the same or were
    removed the machine's.
    """

    kind: ChangeKind
    text: str
    by: tuple[str, ...] = ()


def tracked(state: PairState) -> tuple[Change, ...]:
    """The changes of a pair, what was removed before what was added in its place; () for two empty texts.

    A piece that went through several hands has the name of the one whose words stand, or who removed the machine's.
    """
    before, after = state.pair.target, state.text
    if before == after:
        return (Change("same", before),) if before else ()
    hands = _hands(state)
    found: list[Change] = []
    for edit in edits(before, after):
        if edit.kind == "equal":
            found.append(Change("same", edit.before.of(before)))
            continue
        if len(edit.before):
            found.append(Change("removed", edit.before.of(before), hands.removers(edit.before)))
        if len(edit.after):
            found.append(Change("added", edit.after.of(after), hands.writers(edit.after)))
    return tuple(found)


@dataclass(slots=True)
class _Hands:
    """Who wrote each character that stands, "" for the machine, and by character of the machine's who removed it.

    `places` are those of the standing characters in the machine's text, None where a reviewer wrote them.
    """

    written: list[str]
    places: list[int | None]
    removed: dict[int, str]
    everybody: tuple[str, ...]

    def take(self, reviewer: str, before: str, after: str) -> None:
        """One correction by a reviewer."""
        written: list[str] = []
        places: list[int | None] = []
        for edit in edits(before, after):
            start, end = edit.before.start, edit.before.end
            if edit.kind == "equal":
                written += self.written[start:end]
                places += self.places[start:end]
                continue
            self.removed.update({place: reviewer for place in self.places[start:end] if place is not None})
            written += [reviewer] * len(edit.after)
            places += [None] * len(edit.after)
        self.written, self.places = written, places

    def writers(self, span: Span) -> tuple[str, ...]:
        return _named(self.written[span.start : span.end]) or self.everybody

    def removers(self, span: Span) -> tuple[str, ...]:
        return _named(self.removed.get(place, "") for place in range(span.start, span.end)) or self.everybody


def _hands(state: PairState) -> _Hands:
    text = state.pair.target
    everybody = _named(judgement.reviewer for judgement in state.corrections)
    hands = _Hands([""] * len(text), list(range(len(text))), {}, everybody)
    # Of one reviewer's changes everything is that reviewer's.
    for judgement in state.corrections if len(everybody) > 1 else ():
        if isinstance(judgement.value, Correction):
            hands.take(judgement.reviewer, text, judgement.value.text)
            text = judgement.value.text
    return hands


def _named(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))
