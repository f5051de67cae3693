"""Marks that go along when the alignment is mended and their words come into another pair."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from review.article import extent
from review.judgements import ErrorSpan, Judgement, PairState
from review.types import Article, Bead, Side, Span, Text


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark with the place of its words in the raw text of its side."""

    mark: Judgement
    error: ErrorSpan
    place: Span


def as_made(pair: str) -> str:
    """What the ids of the judgements begin with that a pair was made with."""
    return f"{pair} as made"


def moved_marks(
    article: Article, before: Sequence[tuple[Bead, PairState]], bead: Bead, merged: str | None
) -> tuple[Judgement, ...]:
    """The marks on the pairs `before` whose words stand in a bead that is made of them, with their spans there.

    Marks on the source and on the machine's texts are on its version 0; those over a cut go nowhere. Where the pairs
    merge into a corrected text, those on the texts as they stood are on version 1, which is that text.
    """
    placed = _placed(article, before, corrected=merged is not None)
    moved = filter(None, (_moved(article, bead, each) for each in placed))
    return (*moved, *(() if merged is None else _carried([state for _, state in before], merged)))


def _placed(article: Article, before: Sequence[tuple[Bead, PairState]], *, corrected: bool) -> Iterator[Placed]:
    """Those on the source and on machine's texts; of texts that go into a `corrected` one, those that stand no more."""
    for bead, state in before:
        for mark, error in zip(state.marks, state.errors, strict=True):
            of_machine = state.text_at(mark.version) == state.pair.target and (state.is_past(mark) or not corrected)
            if error.side == "source" or of_machine:
                text, run = _side(article, bead, error.side)
                yield Placed(mark, error, error.span.moved(extent(text, run).start))


def _moved(article: Article, bead: Bead, placed: Placed) -> Judgement | None:
    """The mark in a bead's text; None where its words are not in it."""
    text, run = _side(article, bead, placed.error.side)
    whole = extent(text, run)
    if not run or placed.place.start < whole.start or placed.place.end > whole.end:
        return None
    span = Span(placed.place.start - whole.start, placed.place.end - whole.start)
    return replace(placed.mark, version=0, value=replace(placed.error, span=span))


def _carried(states: Sequence[PairState], merged: str) -> Iterator[Judgement]:
    """Those on the texts as they stood: that of the first begins the merged text, that of the second ends it."""
    offsets = (0, *(len(merged) - len(state.text) for state in states[1:]))
    for state, offset in zip(states, offsets, strict=True):
        for mark, error in zip(state.marks, state.errors, strict=True):
            if error.side == "target" and not state.is_past(mark):
                yield replace(mark, version=1, value=replace(error, span=error.span.moved(offset)))


def _side(article: Article, bead: Bead, side: Side) -> tuple[Text, tuple[int, ...]]:
    return (article.source, bead.source) if side == "source" else (article.translation.text, bead.target)
