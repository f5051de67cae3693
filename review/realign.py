"""The verbs that change an alignment: again around what reviewers have settled, and one pair mended by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from review import flow
from review.article import extent
from review.errors import RealignedPair, StaleAlignment, Unrepairable
from review.history import review_of
from review.judgements import Judgement, PairState, Repair, Review
from review.languages import language
from review.moved import as_made, moved_marks
from review.progress import Progress, unseen
from review.types import Article, Bead, Text

if TYPE_CHECKING:
    from review.store import Store

ATTEMPTS = 3
"""How often an article is aligned whose pairs others judge or mend meanwhile."""

CERTAIN = 1.0
"""The certainty of a bead that a reviewer has made; no other has it."""

NEAR = 150
"""Beads on either side of a mended pair that tell how its words are to be read: as many as a short article has."""

Runs = tuple[tuple[int, ...], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Realigned:
    """An article after its realignment: how many of its pairs were settled, and how many are new."""

    article: Article
    settled: int
    new: int

    def __str__(self) -> str:
        return f"{len(self.article.translation.beads)} pairs, {self.settled} settled, {self.new} new"


def realign(store: Store, article_id: str, *, at: datetime, by: str, progress: Progress = unseen) -> Realigned:
    """Align an article again around the pairs that reviewers have judged or mended, with what confirmed pairs teach.

    Beads that come out as they were keep their ids, and so do all judgements. Where nothing changes nothing is stored.
    Raises UnknownArticle, StaleAlignment where others change its pairs faster than it is aligned, and as flow.aligned.
    """
    for _ in range(ATTEMPTS - 1):
        try:
            return _realign(store, article_id, at, by, progress)
        except StaleAlignment:
            continue
    return _realign(store, article_id, at, by, progress)


def settled(review: Review) -> tuple[Bead, ...]:
    """The beads of an article that a reviewer has judged, is writing in, or has made."""
    beads = zip(review.article.translation.beads, review.states, strict=True)
    return tuple(bead for bead, state in beads if bead.certainty == CERTAIN or _is_judged(state))


def repair(store: Store, repair: Repair) -> Article:
    """Mend the alignment at a pair by hand; what comes of it is settled. Marks go along with their words, and a
    corrected text in a merger.

    To undo a repair brings the pairs back that it took away, with all that was said of them.

    Raises RealignedPair for a pair that is no more, StaleAlignment where the pairs change meanwhile, and Unrepairable.
    """
    article = store.article(repair.article)
    judgements = store.judgements(repair.article)
    beads = article.translation.beads
    if repair.kind == "undo":
        return _undone(store, article, judgements, repair)
    at = next((place for place, bead in enumerate(beads) if bead.id == repair.pair), None)
    if at is None:
        raise RealignedPair(repair.pair, 0, 0, "", "")
    first, last, made = _mended(beads, at, repair.kind)
    states = review_of(article, judgements).states[first:last]
    text = _text_after(article, beads[first:last], states, merged=repair.kind == "merge")
    before = tuple(zip(beads[first:last], states, strict=True))
    near = (*beads[max(0, first - NEAR) : first], *made, *beads[last : last + NEAR])
    weighed = {_runs(bead): bead for bead in _aligned(store, _part(article, near), near)}
    new = [replace(weighed.get(_runs(bead), bead), certainty=CERTAIN) for bead in made]
    return store.realign(
        article,
        (*beads[:first], *new, *beads[last:]),
        seen=_ids(judgements),
        texts={} if text is None else {first: text},
        marks={first + place: moved_marks(article, before, bead, text) for place, bead in enumerate(new)},
        at=repair.at,
        by=repair.reviewer,
    )


def _undone(store: Store, article: Article, judgements: Sequence[Judgement], repair: Repair) -> Article:
    """The stretch around a pair as it was when the pair was last there; what is beyond it stays as it is now."""
    beads, older = article.translation.beads, store.beads_with(article, repair.pair)
    held = frozenset[tuple[str, int]]().union(*(_places(bead) for bead in older if bead.id == repair.pair))
    while (wider := held.union(*map(_places, (*_over(beads, held), *_over(older, held))))) != held:
        held = wider
    gone, back = _over(beads, held), _over(older, held)
    made = {bead.id for bead in gone}
    if gone == back:
        return article
    if any(said.pair in made and not said.id.startswith(as_made(said.pair)) for said in judgements):
        raise Unrepairable(f"pair {repair.pair}: what came of it has been judged since; it is not undone")
    first = beads.index(gone[0])
    every = (*beads[:first], *back, *beads[first + len(gone) :])
    return store.realign(article, every, seen=_ids(judgements), at=repair.at, by=repair.reviewer)


def _places(bead: Bead) -> frozenset[tuple[str, int]]:
    """The segments of a bead by side."""
    return frozenset((*(("source", index) for index in bead.source), *(("target", index) for index in bead.target)))


def _over(beads: Sequence[Bead], held: frozenset[tuple[str, int]]) -> tuple[Bead, ...]:
    """The stretch of beads that reaches from the first to the last with one of those segments."""
    over = [place for place, bead in enumerate(beads) if _places(bead) & held]
    return tuple(beads[over[0] : over[-1] + 1]) if over else ()


def _realign(store: Store, article_id: str, at: datetime, by: str, progress: Progress) -> Realigned:
    article, judgements = store.article(article_id), store.judgements(article_id)
    fixed = settled(review_of(article, judgements))
    fresh = _aligned(store, (article.source, article.translation.text), fixed, progress)
    beads = _around(fixed, article.translation.beads, fresh)
    new = sum(not bead.id for bead in beads)
    if new:
        article = store.realign(article, beads, seen=_ids(judgements), at=at, by=by)
    return Realigned(article, len(fixed), new)


def _aligned(
    store: Store, sides: tuple[Text, Text], fixed: Iterable[Bead], progress: Progress = unseen
) -> tuple[Bead, ...]:
    blank = [{segment.index for segment in side.segments if not segment.text.strip()} for side in sides]
    anchors = [Bead(_visible(bead.source, blank[0]), _visible(bead.target, blank[1])) for bead in fixed]
    return flow.aligned(*sides, anchors=anchors, store=store, progress=progress)


def _visible(indexes: tuple[int, ...], blank: set[int]) -> tuple[int, ...]:
    """The indexes, or none of them where all their segments are blank: an anchor holds words."""
    return () if blank.issuperset(indexes) else indexes


def _part(article: Article, beads: Sequence[Bead]) -> tuple[Text, Text]:
    """Both texts with no segments but those of some beads."""
    source = {index for bead in beads for index in bead.source}
    target = {index for bead in beads for index in bead.target}
    texts = ((article.source, source), (article.translation.text, target))
    one, other = (replace(text, segments=tuple(text.segments[i] for i in sorted(held))) for text, held in texts)
    return one, other


def _around(fixed: Sequence[Bead], before: Sequence[Bead], fresh: Sequence[Bead]) -> tuple[Bead, ...]:
    """Fresh beads with the fixed ones, as they are, in the places of those over the same segments.

    Free ones that are as before are those before, with their ids.
    """
    known = {(bead.source, bead.target): bead for bead in before}
    sources = {index: bead for bead in fixed for index in bead.source}
    targets = {index: bead for bead in fixed for index in bead.target}
    return tuple(dict.fromkeys(_holder(bead, sources, targets) or known.get(_runs(bead), bead) for bead in fresh))


def _holder(bead: Bead, sources: dict[int, Bead], targets: dict[int, Bead]) -> Bead | None:
    """The fixed bead that holds a segment of that one."""
    held = (*(sources.get(index) for index in bead.source), *(targets.get(index) for index in bead.target))
    return next(filter(None, held), None)


def _runs(bead: Bead) -> Runs:
    return bead.source, bead.target


def _is_judged(state: PairState) -> bool:
    return state != PairState(state.pair, 0, state.pair.target)


def _ids(judgements: Iterable[Judgement]) -> frozenset[str]:
    return frozenset(judgement.id for judgement in judgements)


def _mended(beads: Sequence[Bead], at: int, kind: str) -> tuple[int, int, tuple[Bead, ...]]:
    """Which beads, from and to, give way to which new ones. Raises Unrepairable."""
    if kind == "split":
        return at, at + 1, _split(beads[at])
    first = at - 1 if kind.endswith("up") else at
    if first < 0 or first + 1 >= len(beads):
        raise Unrepairable(f"pair {beads[at].id}: there is no pair {'above' if first < 0 else 'below'} it")
    one, other = beads[first : first + 2]
    made = _merged(one, other) if kind == "merge" else _moved(one, other, *kind.split())
    return first, first + 2, tuple(Bead(*runs) for runs in made if any(runs))


def _merged(one: Bead, other: Bead) -> tuple[Runs, ...]:
    return ((one.source + other.source, one.target + other.target),)


def _moved(one: Bead, other: Bead, side: str, way: str) -> tuple[Runs, ...]:
    """The lower segment of the upper bead moved down, or the upper one of the lower bead moved up."""
    upper, lower = getattr(one, side), getattr(other, side)
    if not (upper if way == "down" else lower):
        raise Unrepairable(f"pair {(one if way == 'down' else other).id}: it has no {side} to move")
    together = upper + lower
    cut = len(upper) + (-1 if way == "down" else 1)
    if side == "source":
        return (together[:cut], one.target), (together[cut:], other.target)
    return (one.source, together[:cut]), (other.source, together[cut:])


def _split(bead: Bead) -> tuple[Bead, ...]:
    """The first sentence of each side, and the rest; two sides of one sentence each are parted."""
    source, target = bead.source, bead.target
    if max(len(source), len(target)) > 1:
        return Bead(source[:1], target[:1]), Bead(source[1:], target[1:])
    if not source or not target:
        raise Unrepairable(f"pair {bead.id}: a single sentence; expected several, or one on each side")
    return Bead(source, ()), Bead((), target)


def _text_after(article: Article, beads: Sequence[Bead], states: Sequence[PairState], *, merged: bool) -> str | None:
    """What the corrected texts of merged pairs are together; None where nobody has corrected one.

    Raises Unrepairable for a text that is being written, and for a corrected one where nothing says which of its
    sentences belongs where.
    """
    for state in states:
        if state.drafts:
            raise Unrepairable(f"pair {state.pair.id}: a draft is open; expected it to be saved or taken back before")
        if state.changed and not merged:
            raise Unrepairable(f"pair {state.pair.id}: corrected; only a merger keeps a corrected text")
    if not any(state.changed for state in states):
        return None
    return _gap(article.translation.text, beads).join(filter(None, (state.text for state in states)))


def _gap(text: Text, beads: Sequence[Bead]) -> str:
    """What stands between the targets of two neighbours; a space in spaced languages where one has none."""
    one, other = (bead.target for bead in beads)
    if one and other:
        return text.raw[extent(text, one).end : extent(text, other).start]
    return " " if language(text.lang).spaced else ""
