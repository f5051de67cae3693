"""A correction carried over to other segments: the same edit where the same words stand in the same surroundings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice, pairwise
from typing import Literal

import regex

from review.diff import Edit, changes, edits, place_after
from review.judgements import ErrorSpan
from review.memory.units import Langs, Memory, Unit, near
from review.types import Span

NEAR = 0.75
"""Similarity of the sources, or of the machine's texts, from which a correction is offered. Of the faulty words of one
translation that another has in the same place, raters marked as many from here on as where both are the same word for
word (43 to 47 of 100 in WMT 2021 news, 26 to 31 in its talks); that the words stand there decides, not likeness."""
MOST = 20
"""Segments that one correction is offered for."""
COMPARED = 200
"""Units near enough that are tried for one correction."""
NEIGHBOUR = regex.compile(r"\w+|\S", regex.V1)

Kind = Literal["same source", "same translation", "similar"]


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a correction would make of another segment, and how like that one is to the corrected one, 0 to 1.

    `errors` are those that the correction mends, where the segment has them too.
    """

    unit: Unit
    text: str
    kind: Kind
    similarity: float
    errors: tuple[ErrorSpan, ...] = ()


def carried(before: str, after: str, other: str) -> str | None:
    """The edit from one text to another made to a third; None where its words do not stand there.

    Each changed stretch has to stand in the other text, whole and in the same place of the words that both share; an
    insertion needs its neighbours there. Nothing else of the other text is touched. Misses words that have moved.
    """
    if before == other:
        return after if before != after else None
    shared = edits(before, other)
    found = [(_place(edit, before, other, shared), edit.after.of(after)) for edit in changes(before, after)]
    placed = [(place, words) for place, words in found if place is not None]
    if not found or len(placed) < len(found):
        return None
    if any(one.end > other_.start for (one, _), (other_, _) in pairwise(placed)):
        return None
    for place, words in reversed(placed):
        other = other[: place.start] + words + other[place.end :]
    return other


def proposals(
    memory: Memory, langs: Langs, corrected: Unit, before: str, errors: Sequence[ErrorSpan] = ()
) -> tuple[Proposal, ...]:
    """The segments that a correction fits, those with the same source first, then the most like; at most MOST.

    `corrected` is the unit after its correction, `before` its text until then, `errors` what that mends. A segment with
    the same source that the edit does not fit is offered the corrected text whole. What has the words already is left
    out, and so is what somebody has approved.
    """
    offered = (_proposal(corrected, before, unit, likeness) for unit, likeness in _near(memory, langs, corrected))
    found = islice(filter(None, offered), MOST)
    return tuple(replace(each, errors=errors_in(each.unit, errors, corrected)) for each in found)


def errors_in(unit: Unit, errors: Sequence[ErrorSpan], corrected: Unit) -> tuple[ErrorSpan, ...]:
    """The errors of a corrected unit's machine translation, or of its source, that another unit has: the same words in
    the same place of what both share, which nobody has changed.
    """
    if not errors:
        return ()
    shared = {"source": edits(corrected.source, unit.source), "target": edits(corrected.machine, unit.machine)}
    stands = edits(unit.machine, unit.text)
    placed = ((error, place_after(error.span, shared[error.side])) for error in errors)
    return tuple(
        replace(error, span=place)
        for error, place in placed
        if place is not None and (error.side == "source" or place_after(place, stands) is not None)
    )


def _place(edit: Edit, before: str, other: str, shared: Iterable[Edit]) -> Span | None:
    """Where the words of an edit, or the place of an insertion, stand in the other text."""
    if edit.kind != "insert":
        return place_after(edit.before, shared)
    around = _around(edit.before.start, before)
    found = place_after(around, shared)
    if found is None:
        return None
    opens, closes = around.start == edit.before.start, around.end == edit.before.start
    if (opens and found.start > 0) or (closes and found.end < len(other)):
        return None
    at = found.start + edit.before.start - around.start
    return Span(at, at)


def _around(place: int, text: str) -> Span:
    """A place with the words on both sides of it; an end of the text is its own neighbour."""
    start = max((match.start() for match in NEIGHBOUR.finditer(text, endpos=place)), default=place)
    behind = NEIGHBOUR.search(text, place)
    return Span(start, behind.end() if behind else place)


def _near(memory: Memory, langs: Langs, corrected: Unit) -> list[tuple[Unit, float]]:
    """The COMPARED units whose source or machine translation is nearest, each with how near, as they are offered."""
    found: dict[Unit, float] = {}
    for shelf in memory.of(langs):
        ours = (corrected.folded, shelf.sources), (corrected.folded_machine, shelf.machines)
        for at, similarity in chain(*(near(wanted, texts, NEAR, COMPARED) for wanted, texts in ours)):
            unit = shelf.units[at]
            found[unit] = max(similarity, found.get(unit, 0.0))
    found.pop(corrected, None)
    ranked = sorted(found.items(), key=lambda each: _rank(corrected, *each))
    return ranked[:COMPARED]


def _proposal(corrected: Unit, before: str, unit: Unit, likeness: float) -> Proposal | None:
    same = unit.folded == corrected.folded
    text = carried(before, corrected.text, unit.text)
    if text is None and same:
        text = corrected.text
    if text is None or text in (unit.text, "") or unit.status == "approved":
        return None
    kind: Kind = "same source" if same else "same translation" if unit.machine == corrected.machine else "similar"
    return Proposal(unit, text, kind, likeness)


def _rank(corrected: Unit, unit: Unit, likeness: float) -> tuple[bool, float, str, int]:
    return unit.folded != corrected.folded, -likeness, unit.article, unit.number
