"""What goes along when the alignment is mended and the words that it speaks of come into another pair."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from review.article import extent
from review.history import signer_of
from review.judgements import Comment, Dismissal, ErrorSpan, Judgement, PairState, StatusChange
from review.types import Article, Bead, Side, Span, Text

Before = Sequence[tuple[Bead, PairState]]
"""The pairs that give way to others, each with its bead."""


@dataclass(frozen=True, slots=True)
class Placed:
    """What was said of words, with their place: in the raw text of a side, or in the text that pairs merge into."""

    said: Judgement
    side: Side
    place: Span
    merged: bool = False


def as_made(pair: str) -> str:
    """What the ids of the judgements begin with that a pair was made with."""
    return f"{pair} as made"


def is_as_made(judgement: Judgement) -> bool:
    """Whether a pair was made with that judgement: nobody has said it of this pair."""
    return judgement.id.startswith(as_made(judgement.pair))


def moved(
    article: Article, before: Before, judgements: Sequence[Judgement], made: Sequence[Bead], merged: str | None
) -> tuple[tuple[Judgement, ...], ...]:
    """By bead that is made of the pairs `before`, what was said of them and goes along into it, with its spans there.

    Marks and dismissals go with their words; those over a cut go nowhere. Where the pairs merge into a corrected text,
    those on the texts as they stood go into that, which is version 1. Comments and questions are of a pair as a whole:
    they go where most of it goes. Scores, approvals and what was said of older corrections stay behind.
    """
    placed = tuple(_placed(before, article, judgements, merged))
    heirs = [_heir(article, bead, made) for bead, _ in before]
    return tuple(
        (
            *filter(None, (_moved(article, bead, each, merged) for each in placed)),
            *_whole([state for (_, state), heir in zip(before, heirs, strict=True) if heir == at], judgements, merged),
        )
        for at, bead in enumerate(made)
    )


def _placed(before: Before, article: Article, judgements: Sequence[Judgement], merged: str | None) -> Iterator[Placed]:
    """Marks and dismissals with their places: those on texts that merge into a corrected one have theirs in that."""
    for number, (bead, state) in enumerate(before):
        offset = len(merged or "") - len(state.text) if number else 0
        for told in (*_marks(state), *_dismissals(state, judgements)):
            if merged is not None and told.side == "target" and told.stands:
                yield Placed(told.said, told.side, told.span.moved(offset), merged=True)
            elif told.of_machine:
                text, run = _side(article, bead, told.side)
                yield Placed(told.said, told.side, told.span.moved(extent(text, run).start))


@dataclass(frozen=True, slots=True)
class Told:
    """What was said of words of a pair; `stands` where its text has them now, `of_machine` where the machine's or the
    source has.
    """

    said: Judgement
    side: Side
    span: Span
    stands: bool
    of_machine: bool


def _marks(state: PairState) -> Iterator[Told]:
    for mark, error in zip(state.marks, state.errors, strict=True):
        yield Told(mark, error.side, error.span, not state.is_past(mark), state.is_of_machine(mark))


def _dismissals(state: PairState, judgements: Iterable[Judgement]) -> Iterator[Told]:
    """The dismissals on a pair alone that stand, where its text has the words that they quote."""
    newest: dict[str, Judgement] = {}
    for said in judgements:
        match said:
            case Judgement(pair=pair, value=Dismissal(finding=key, scope="here")) if pair == state.pair.id:
                newest[key] = said
    for key in sorted(state.dismissed & newest.keys()):
        _, of, nth, quote = key.split("|", 3)
        side: Side = "source" if of == "source" else "target"
        place = _occurrence(state.pair.source if side == "source" else state.text, quote, int(nth))
        if place is not None:
            yield Told(newest[key], side, place, stands=True, of_machine=side == "source" or not state.changed)


def _occurrence(text: str, quote: str, nth: int) -> Span | None:
    """The place of a quote that stands in a text behind `nth` others of the same words; None for a quote of none."""
    start = -1
    for _ in range(nth + 1) if quote else ():
        start = text.find(quote, start + 1)
        if start < 0:
            return None
    return Span(start, start + len(quote)) if quote else None


def _moved(article: Article, bead: Bead, placed: Placed, merged: str | None) -> Judgement | None:
    """What was said, of the bead's text; None where the words are not in that."""
    if placed.merged and merged is not None:
        return _said_of(placed, placed.place, merged, 1)
    text, run = _side(article, bead, placed.side)
    whole = extent(text, run)
    if not run or placed.place.start < whole.start or placed.place.end > whole.end:
        return None
    return _said_of(placed, placed.place.moved(-whole.start), whole.of(text.raw), 0)


def _said_of(placed: Placed, span: Span, text: str, version: int) -> Judgement:
    match placed.said.value:
        case ErrorSpan() as error:
            return replace(placed.said, version=version, value=replace(error, span=span))
        case Dismissal(finding=key) as dismissal:
            check, side, _, quote = key.split("|", 3)
            nth = sum(text.startswith(quote, at) for at in range(span.start))
            moved_key = f"{check}|{side}|{nth}|{quote}"
            return replace(placed.said, version=version, value=replace(dismissal, finding=moved_key))
    raise TypeError(f"{type(placed.said.value).__name__}: expected what speaks of words")


def _whole(states: Sequence[PairState], judgements: Sequence[Judgement], merged: str | None) -> Iterator[Judgement]:
    """What was said of pairs as wholes: their comments, and that one is in question."""
    for state in states:
        yield from _comments(state)
    asked = [state for state in states if state.status == "question"]
    version = 0 if merged is None else 1
    for state in asked[:1]:
        newest = [said for said in judgements if said.pair == state.pair.id and said.value == StatusChange("question")]
        yield replace(newest[-1], version=version, reviewer=signer_of(state, judgements))


def _comments(state: PairState) -> Iterator[Judgement]:
    """The comments that stand, each about the first of its thread, and that a thread is resolved."""
    for thread in state.threads:
        first = thread.comments[0].id
        for said in (*thread.comments, *filter(None, [thread.resolved])):
            if isinstance(said.value, Comment):
                yield replace(said, version=0, value=replace(said.value, about="" if said.id == first else first))


def _heir(article: Article, bead: Bead, made: Sequence[Bead]) -> int:
    """Which of the beads that are made of one holds most of its characters; the first of those that hold as many."""
    shares = [sum(_shared(article, bead, each, side) for side in SIDES) for each in made]
    return shares.index(max(shares))


SIDES: tuple[Side, ...] = ("source", "target")


def _shared(article: Article, one: Bead, other: Bead, side: Side) -> int:
    text, run = _side(article, one, side)
    _, held = _side(article, other, side)
    return sum(len(text.segments[index].text) for index in run if index in held)


def _side(article: Article, bead: Bead, side: Side) -> tuple[Text, tuple[int, ...]]:
    return (article.source, bead.source) if side == "source" else (article.translation.text, bead.target)
