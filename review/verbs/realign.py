"""The verbs that change an alignment: again around what reviewers have settled, and one pair mended by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from review import flow
from review.article import extent, pair_of
from review.errors import RealignedPair, StaleAlignment, Unrepairable
from review.history import review_of, state_of
from review.host.attempts import attempted
from review.host.progress import Progress, unseen
from review.judged.beads import Part, mended, parts, runs, with_parts
from review.judged.blind import is_blind
from review.judged.moved import is_as_made, moved
from review.judgements import Judgement, PairState, Repair, Review
from review.languages import language
from review.types import Article, Bead, Text

if TYPE_CHECKING:
    from review.store import Store

ATTEMPTS = 3
"""How often an article is aligned whose pairs others judge or mend meanwhile."""

CERTAIN = 1.0
"""The certainty of a bead that a reviewer has made; no other has it."""

NEAR = 150
"""Beads on either side of a mended pair that tell how its words are to be read: as many as a short article has."""


@dataclass(frozen=True, slots=True)
class TakenBack:
    """An article with an older alignment of it back, but for `kept` stretches that were judged or mended since."""

    article: Article
    kept: int

    def __str__(self) -> str:
        stays = f"; judged since, and so left as they are: {self.kept}" if self.kept else ""
        return f"{len(self.article.translation.beads)} pairs as before{stays}"


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
    Raises UnknownArticle, StaleAlignment where others change its pairs faster than it is aligned, Unrepairable under
    blind review, and as flow.aligned.
    """
    _refuse_blind(store, article_id)
    again = partial(_realign, store, article_id, at, by, progress)
    return attempted(again, times=ATTEMPTS, on=StaleAlignment)


def settled(review: Review) -> tuple[Bead, ...]:
    """The beads of an article that a reviewer has judged, is writing in, or has made."""
    beads = zip(review.article.translation.beads, review.states, strict=True)
    return tuple(bead for bead, state in beads if bead.certainty == CERTAIN or _is_judged(state))


def repair(store: Store, repair: Repair) -> Article:
    """Mend the alignment at a pair by hand; what comes of it is settled. What was said of the words goes along with
    them, see moved.moved, and a corrected text in a merger.

    To undo a repair brings the pairs back that it took away, with all that was said of them.

    Raises RealignedPair for a pair that is no more, StaleAlignment where the pairs change meanwhile, and Unrepairable.
    """
    _refuse_blind(store, repair.article)
    article = store.article(repair.article)
    judgements = store.judgements(repair.article)
    beads = article.translation.beads
    if repair.kind == "undo":
        return _undone(store, article, judgements, repair)
    at = next((place for place, bead in enumerate(beads) if bead.id == repair.pair), None)
    if at is None:
        raise RealignedPair(repair.pair, 0, 0, "", "")
    first, last, made = mended(beads, at, repair.kind)
    states = review_of(article, judgements).states[first:last]
    text = _text_after(article, beads[first:last], states, merged=repair.kind == "merge")
    before = tuple(zip(beads[first:last], states, strict=True))
    near = (*beads[max(0, first - NEAR) : first], *made, *beads[last : last + NEAR])
    weighed = {runs(bead): bead for bead in _aligned(store, _part(article, near), near)}
    new = [replace(weighed.get(runs(bead), bead), certainty=CERTAIN) for bead in made]
    return store.realign(
        article,
        (*beads[:first], *new, *beads[last:]),
        seen=_ids(judgements),
        texts={} if text is None else {first: text},
        moved=dict(enumerate(moved(article, before, judgements, new, text), start=first)),
        at=repair.at,
        by=repair.reviewer,
    )


def take_back(store: Store, article_id: str, alignment: int, *, at: datetime, by: str) -> TakenBack:
    """Bring back the beads that an article had in an alignment, but where somebody has judged or mended others since.

    Raises UnknownArticle, StaleAlignment where its pairs change meanwhile, and Unrepairable under blind review.
    """
    _refuse_blind(store, article_id)
    article, judgements = store.article(article_id), store.judgements(article_id)
    older = store.beads_of(article, alignment)
    differing = [part for part in parts(article.translation.beads, older) if part.differs]
    ids = {bead.id for part in differing for bead in part.now}
    said = [judgement for judgement in judgements if judgement.pair in ids]
    free = frozenset(part for part in differing if not _mended(part) and not _judged(article, said, part))
    back = with_parts(article.translation.beads, older, free)
    if back != article.translation.beads:
        article = store.realign(article, back, seen=_ids(judgements), at=at, by=by)
    return TakenBack(article, len(differing) - len(free))


def _refuse_blind(store: Store, article_id: str) -> None:
    """Raises Unrepairable while reviewers are to judge the same pairs without seeing one another's work."""
    if is_blind(store.events(article_id)):
        raise Unrepairable(f"article {article_id}: under blind review, where the pairs stay as they are")


def _undone(store: Store, article: Article, judgements: Sequence[Judgement], repair: Repair) -> Article:
    """The stretch around a pair as it was when the pair was last there; what is beyond it stays as it is now."""
    older = store.beads_with(article, repair.pair)
    found = parts(article.translation.beads, older)
    held = [part for part in found if part.differs and any(bead.id == repair.pair for bead in part.then)]
    if any(_judged(article, judgements, part) for part in held):
        raise Unrepairable(f"pair {repair.pair}: what came of it has been judged since; it is not undone")
    if not held:
        return article
    every = with_parts(article.translation.beads, older, held)
    return store.realign(article, every, seen=_ids(judgements), at=repair.at, by=repair.reviewer)


def _mended(part: Part) -> bool:
    return any(bead.certainty == CERTAIN for bead in part.now)


def _judged(article: Article, judgements: Sequence[Judgement], part: Part) -> bool:
    """Whether anything stands that was said of the pairs there now since they were made."""
    ids = {bead.id for bead in part.now}
    said = [judgement for judgement in judgements if judgement.pair in ids]
    made = [judgement for judgement in said if is_as_made(judgement)]
    pairs = [pair_of(article, bead) for bead in part.now]
    return any(_standing(state_of(pair, said)) != _standing(state_of(pair, made)) for pair in pairs)


def _standing(state: PairState) -> tuple[object, ...]:
    """What there is to lose with a pair: all but what was taken back."""
    marks = [(mark.reviewer, mark.value) for mark in state.marks]
    return state.text, state.status, state.dismissed, marks, state.scores, state.drafts, state.threads


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
    return tuple(dict.fromkeys(_holder(bead, sources, targets) or known.get(runs(bead), bead) for bead in fresh))


def _holder(bead: Bead, sources: dict[int, Bead], targets: dict[int, Bead]) -> Bead | None:
    """The fixed bead that holds a segment of that one."""
    held = (*(sources.get(index) for index in bead.source), *(targets.get(index) for index in bead.target))
    return next(filter(None, held), None)


def _is_judged(state: PairState) -> bool:
    return state != PairState(state.pair, 0, state.pair.target)


def _ids(judgements: Iterable[Judgement]) -> frozenset[str]:
    return frozenset(judgement.id for judgement in judgements)


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
