"""Articles as they stand, kept at hand: a look at one takes over from the look before it what has not changed since."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from threading import Lock
from typing import TYPE_CHECKING, Generic, TypeVar

from review import flow, history, rulebook
from review.article import pairs_of
from review.checks.project.precedents import Precedents
from review.history import History
from review.judged import blind, precision
from review.judged.blocks import Edges, edges_of
from review.judged.precision import Tally
from review.judgements import Correction, Dismissal, ErrorSpan, News, Review
from review.memory.precedents import precedents
from review.memory.units import Memory
from review.settings import settings
from review.store import Store
from review.types import Article, Flags
from review.verbs import everywhere

if TYPE_CHECKING:
    from review.rank.queue import Risks

MOST = 64
"""Articles that are kept at hand."""
DECIDING = {Correction, Dismissal, ErrorSpan}
"""What a check's track record follows from."""

Made = TypeVar("Made")
Ground = tuple[object, ...]
"""What the checks go by beside the texts."""


class Once(Generic[Made]):
    """What is made when it is first asked for, by one thread, for which the others wait."""

    def __init__(self, make: Callable[[], Made]) -> None:
        self._make = make
        self._made: tuple[Made, ...] = ()
        self._lock = Lock()

    def __call__(self) -> Made:
        """Raises what the making raises, each time."""
        if not self._made:
            with self._lock:
                self._made = self._made or (self._make(),)
        return self._made[0]


@dataclass(frozen=True, slots=True)
class Look:
    """An article as it stands at a moment, with what follows from it once it is asked for: what the checks, and the
    judges as far as asked, say of its texts; how likely each pair holds a major error, and why; what the checks say of
    the machine's texts; by check, how many of the findings that reviewers decided were right; and the edges of its
    translation.

    `ever` are the pairs that it has or has had; `place` names it in the browser's own storage, by its texts, for
    another store may use the same id; `stamp` changes whenever it is judged, aligned anew, or gets another
    translation; `ground` and `precedents` are what the checks go by beside the texts: what is decided for all articles,
    and what the others say.
    """

    history: History
    ever: frozenset[str]
    place: str
    stamp: tuple[int, int]
    ground: Ground
    precedents: Precedents
    flags: Once[Flags]
    risks: Once[Risks]
    machine: Once[Flags]
    tally: Once[dict[str, Tally]]
    edges: Once[Edges]

    @property
    def review(self) -> Review:
        return self.history.review


class Looks:
    """The newest looks at a store's articles."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept: dict[str, Look] = {}
        self._keeping = Lock()
        self._locks: dict[str, Lock] = {}
        self._asked = 0
        self._compares = settings().compare
        self._told: dict[str, tuple[Memory, Precedents]] = {}

    def at(self, article_id: str, memory: Memory | None = None) -> Look:
        """The article as it stands; read again is what was said since the last look. Raises UnknownArticle.

        The checks compare it with what the other articles of `memory` say, by default of the memory of the look before.
        """
        with self._locks.setdefault(article_id, Lock()):
            before = self._kept.get(article_id)
            look = self._renewed(article_id, before, self._others(article_id, memory, before))
            self._keep(article_id, look)
        return look

    def seen(self, article_id: str, reviewer: str) -> Look:
        """The article as a reviewer sees it in a blind review, and nothing of what others make of their articles.

        Raises UnknownArticle.
        """
        whole, name = self.at(article_id), f"{article_id}|{reviewer}"
        said = blind.own(whole.history.judgements, reviewer)
        with self._locks.setdefault(name, Lock()):
            before = self._kept.get(name)
            known = before.history.judgements if before else ()
            news = News(*whole.stamp, len(said), said[len(known) :], whole.history.everywhere)
            if before and before.stamp[0] == news.edition and said[: len(known)] == known:
                look = self._next(before, news, Precedents())
            else:
                told = replace(news, judgements=said)
                look = self._begun(whole.review.article, whole.ever, told, Precedents())
            self._keep(name, look)
        return look

    def ever(self, article_id: str) -> frozenset[str]:
        """The pairs that an article has or has had, as far as any look here has shown them. Raises UnknownArticle."""
        known = self._kept.get(article_id)
        return known.ever if known else self.at(article_id).ever

    def forget_findings(self) -> None:
        """Have all articles checked again when their findings are asked for next."""
        self._asked += 1

    def rules(self) -> Ground:
        """What the checks go by beside the texts, but for the project of an article's languages."""
        return rulebook.digest(), self._asked

    def _keep(self, article_id: str, look: Look) -> None:
        with self._keeping:
            self._kept.pop(article_id, None)
            self._kept[article_id] = look
            for oldest in list(self._kept)[:-MOST]:
                del self._kept[oldest]

    def _renewed(self, article_id: str, before: Look | None, others: Precedents) -> Look:
        news = self._store.news(article_id, before.stamp[1] if before else 0)
        if before is None or before.stamp[0] != news.edition:
            return self._first(article_id, others)
        if len(before.history.judgements) + len(news.judgements) != news.number:
            # One of them was numbered before the last that was read, and came to be seen after it.
            return self._first(article_id, others)
        return self._next(before, news, others)

    def _first(self, article_id: str, others: Precedents) -> Look:
        news, ever = self._store.news(article_id), self._store.pairs(article_id)
        return self._begun(self._store.article(article_id), ever, news, others)

    def _begun(self, article: Article, ever: frozenset[str], news: News, others: Precedents) -> Look:
        """A look at an article of which so much was said."""
        pairs = pairs_of(article)
        told = history.followed(history.begun(article, pairs), news.judgements, news.everywhere)
        flags, machine = _flags(told.review, others), Once(lambda: everywhere.machine_flags(pairs))
        return Look(
            history=told,
            ever=ever,
            place=_place(article),
            stamp=(news.edition, news.newest),
            ground=self._ground(article),
            precedents=others,
            flags=flags,
            risks=_risks(told.review, flags),
            machine=machine,
            tally=_tally(told, machine),
            edges=_edges(told.review),
        )

    def _next(self, before: Look, news: News, others: Precedents) -> Look:
        """The look after another one at the same texts of the machine."""
        told = history.followed(before.history, news.judgements, news.everywhere)
        kinds, ground = {type(judgement.value) for judgement in news.judgements}, self._ground(told.review.article)
        same = Correction not in kinds and (ground, others) == (before.ground, before.precedents)
        flags = before.flags if same else _flags(told.review, others)
        dismissed = Dismissal in kinds or told.patterns != before.history.patterns
        return Look(
            history=told,
            ever=before.ever,
            place=before.place,
            stamp=(news.edition, news.newest),
            ground=ground,
            precedents=others,
            flags=flags,
            risks=before.risks if same and not dismissed else _risks(told.review, flags),
            machine=before.machine,
            tally=_tally(told, before.machine) if kinds & DECIDING else before.tally,
            edges=_edges(told.review) if Correction in kinds else before.edges,
        )

    def _others(self, article_id: str, memory: Memory | None, before: Look | None) -> Precedents:
        """What other articles say of what an article names, taken from a memory once; nothing where they are not to be
        compared.
        """
        if not self._compares:
            return Precedents()
        if memory is None:
            return before.precedents if before else Precedents()
        told = self._told.get(article_id)
        if told is None or told[0] is not memory:
            told = self._told[article_id] = memory, precedents(memory, article_id)
        return told[1]

    def _ground(self, article: Article) -> Ground:
        return *self.rules(), flow.project(article.source.lang, article.translation.text.lang)


def _flags(review: Review, others: Precedents) -> Once[Flags]:
    return Once(lambda: flow.flags_of(review, others))


def _risks(review: Review, flags: Once[Flags]) -> Once[Risks]:
    return Once(lambda: flow.risks_of(review, flags()))


def _tally(told: History, machine: Once[Flags]) -> Once[dict[str, Tally]]:
    return Once(lambda: precision.decided(told.review, told.judgements, machine()) if told.judgements else {})


def _edges(review: Review) -> Once[Edges]:
    return Once(lambda: edges_of(review))


def _place(article: Article) -> str:
    texts = f"{article.id}\0{article.source.raw}\0{article.translation.text.raw}"
    return hashlib.sha256(texts.encode()).hexdigest()[:16]
