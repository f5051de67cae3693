"""The store: the only door to the database."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from typing import TypeVar

from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import IntegrityError

from review.errors import StaleJudgement
from review.host.attempts import attempted
from review.judged import blind
from review.judged.events import Event
from review.judged.moved import as_made
from review.judgements import Comment, Correction, Judgement, News, Stretch
from review.store import alignments, articles, events, judgements
from review.store.alignments import Signed
from review.store.connect import connect, place, transaction, unavailable
from review.store.entries import Entry, select_entries
from review.store.migrate import migrate
from review.store.schema import JUDGEMENTS, REFUSED
from review.store.unstorable import refuse_article, refuse_event, refuse_judgement, refuse_signature
from review.types import Article, Bead, Translation

ATTEMPTS = 8
"""How often a transaction is tried that another one, committed meanwhile, has made impossible."""

Given = TypeVar("Given")
NO_TEXTS: Mapping[int, str] = MappingProxyType({})
NOTHING_MOVED: Mapping[int, Sequence[Judgement]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Store:
    """Articles and the judgements on them in a database, for many threads and many processes at once.

    Nothing in it is ever changed or deleted. Each verb is one transaction, and what it has given back is on the disk.
    Every verb raises StoreUnavailable when the database fails.
    """

    engine: Engine

    @classmethod
    def open(cls, url: str = "") -> Store:
        """The store at a SQLAlchemy URL, or at the one from the settings; made, or brought up to date, if need be.

        Raises StoreUnavailable for what is no database, or one of a newer version or of another program.
        """
        engine = connect(url or _url_from_settings())
        migrate(engine)
        return cls(engine)

    def close(self) -> None:
        """Close all connections; the next verb opens new ones."""
        self.engine.dispose()

    def add(self, article: Article, *, at: datetime, by: str) -> Article:
        """Store an article, and give it back with the ids that name it and its beads from then on.

        Ids that it has already are passed over. Raises UnstorableValue for texts that would not come back as they are.
        """
        refuse_article(article)
        refuse_signature(at, by)

        def write(connection: Connection) -> Article:
            return articles.select_article(connection, articles.insert_article(connection, article, Signed(at, by)))

        return self._write(write)

    def add_translation(self, article_id: str, translation: Translation, *, at: datetime, by: str) -> Article:
        """Store what another system made of the article's source, and give the article back with it.

        Raises UnknownArticle, and UnstorableValue for a system whose translation is there already.
        """
        refuse_signature(at, by)

        def write(connection: Connection) -> Article:
            articles.insert_translation(connection, article_id, translation, Signed(at, by))
            return articles.select_article(connection, article_id)

        return self._write(write)

    def realign(
        self,
        article: Article,
        beads: Sequence[Bead],
        *,
        seen: Collection[str],
        texts: Mapping[int, str] = NO_TEXTS,
        moved: Mapping[int, Sequence[Judgement]] = NOTHING_MOVED,
        at: datetime,
        by: str,
    ) -> Article:
        """Store another alignment of the translation under review: beads with an id stay, or come back that it had
        before; the others get one.

        `article` and the ids of judgements in `seen` are what this was decided by; `texts` are corrections that new
        beads begin with, by place, and `moved` what goes along into them, comments behind those that they answer.
        Raises UnknownArticle; StaleAlignment where its beads have changed since, or one that goes has been judged; and
        UnstorableValue.
        """
        refuse_signature(at, by)

        def write(connection: Connection) -> Article:
            articles.insert_realigned(connection, article, beads, seen, Signed(at, by))
            stored = articles.select_article(connection, article.id)
            for at_place, text in texts.items():
                pair = stored.translation.beads[at_place].id
                judgements.insert_judgement(connection, Judgement(as_made(pair), pair, 0, by, at, Correction(text)))
            for at_place, said in moved.items():
                for judgement in _named_anew(said, stored.translation.beads[at_place].id):
                    judgements.insert_judgement(connection, judgement)
            return stored

        return self._write(write)

    def pairs(self, article_id: str) -> frozenset[str]:
        """The ids of all pairs that the article has or has had."""
        return self._read(lambda connection: articles.select_pairs(connection, article_id))

    def beads_with(self, article: Article, pair: str) -> tuple[Bead, ...]:
        """The beads of the newest alignment of the article that has that pair of its; none where none has."""
        sides = article.source, article.translation.text
        return self._read(lambda connection: alignments.select_beads_with(connection, pair, *sides))

    def alignment(self, article_id: str) -> int:
        """The number of the newest alignment of the article's translation under review."""
        return self._read(lambda connection: alignments.select_newest_alignment(connection, article_id))

    def beads_of(self, article: Article, alignment: int) -> tuple[Bead, ...]:
        """The beads of the article in the alignment of that number, which is one of its own."""
        sides = article.source, article.translation.text
        return self._read(lambda connection: alignments.select_beads_of(connection, alignment, *sides))

    def stretches(self, article: Article, pair: str) -> tuple[Stretch, ...]:
        """The beads that have held what a pair holds, the oldest first, each time that an alignment changed them."""
        sides = article.source, article.translation.text
        return self._read(lambda connection: alignments.select_stretches(connection, pair, *sides))

    def editions(self, article_id: str = "") -> dict[str, int]:
        """By article, a number that is the same until it is aligned anew or gets another translation; that of one
        alone, if there is such an article, where it is named.
        """
        return self._read(lambda connection: articles.select_editions(connection, article_id))

    def entries(self) -> tuple[Entry, ...]:
        """All articles as the list shows them, in the order of adding; no text is read."""
        return self._read(select_entries)

    def entry(self, article_id: str) -> Entry | None:
        """An article as the list shows it; None where there is none of that id."""
        return next(iter(self._read(lambda connection: select_entries(connection, article_id))), None)

    def article(self, article_id: str) -> Article:
        """The article, equal to the one that was added. Raises UnknownArticle."""
        return self._read(lambda connection: articles.select_article(connection, article_id))

    def sources(self, lang: str) -> dict[str, str]:
        """By article whose source is in a language, in the order of adding, the raw text of that source."""
        return self._read(lambda connection: articles.select_sources(connection, lang))

    def judgements(self, article_id: str) -> tuple[Judgement, ...]:
        """All that was said of the article's pairs, in the order of appending. Raises UnknownArticle."""
        return self._read(lambda connection: judgements.select_judgements(connection, JUDGEMENTS, article_id))

    def news(self, article_id: str, after: int = 0) -> News:
        """What was said of an article after its judgement of that number. Raises UnknownArticle."""
        return self._read(lambda connection: judgements.select_news(connection, article_id, after))

    def pulse(self, article_id: str, reviewer: str = "") -> tuple[int, int, int]:
        """Numbers that stay the same until an article is aligned anew, somebody (or that reviewer) judges it by more
        than a draft, or an event befalls it. Raises UnknownArticle.
        """
        return self._read(lambda connection: judgements.select_pulse(connection, article_id, reviewer))

    def dismissed_everywhere(self) -> tuple[Judgement, ...]:
        """The dismissals that hold in every article, and what took them back, in the order of appending."""
        return self._read(judgements.select_dismissed_everywhere)

    def newest(self) -> dict[str, int]:
        """By article that somebody has judged, the number of its newest judgement: the same until the next one."""
        return self._read(judgements.select_newest)

    def stamps(self) -> dict[str, tuple[int, int]]:
        """By article, in the order of adding, its edition and the number of its newest judgement, 0 for none: the same
        until it is judged, aligned anew, or gets another translation.
        """

        def read(connection: Connection) -> dict[str, tuple[int, int]]:
            judged = judgements.select_newest(connection)
            return {id_: (edition, judged.get(id_, 0)) for id_, edition in articles.select_editions(connection).items()}

        return self._read(read)

    def refused(self, article_id: str) -> tuple[Judgement, ...]:
        """The judgements that came too late, in the order of coming. Raises UnknownArticle."""
        return self._read(lambda connection: judgements.select_judgements(connection, REFUSED, article_id))

    def append(self, judgement: Judgement) -> Judgement:
        """Store a judgement, and give it back as stored; one that was stored before is given back as it is.

        A correction, a status or an error span on a text that has changed since is kept among the refused and raises
        StaleJudgement, or its kind RealignedPair where the pair is no more. Raises UnknownArticle for a pair that never
        was in the store, and UnstorableValue for text that is not Unicode, a time without a zone, or an id that another
        judgement has.
        """
        return self._append(judgement, lambda connection: judgements.insert_judgement(connection, judgement))

    def append_blind(self, article_id: str, judgement: Judgement) -> Judgement:
        """The same of what a reviewer says of what he sees of an article in a blind review: his versions are counted
        as the store counts them, and others' words do not refuse it.
        """

        def write(connection: Connection) -> Judgement | StaleJudgement:
            said = judgements.select_judgements(connection, JUDGEMENTS, article_id)
            return judgements.insert_judgement(connection, blind.stored(judgement, said))

        return self._append(judgement, write)

    def append_all(self, said: Sequence[Judgement]) -> tuple[Judgement, ...]:
        """Store judgements of one action, and give back those that were stored; all in one transaction.

        What comes too late is kept among the refused. Raises UnknownArticle and UnstorableValue as `append` does, and
        then nothing is stored.
        """
        for judgement in said:
            refuse_judgement(judgement)
        outcomes = self._write(lambda connection: [judgements.insert_judgement(connection, one) for one in said])
        return tuple(outcome for outcome in outcomes if isinstance(outcome, Judgement))

    def append_event(self, event: Event) -> Event:
        """Store what is said of an article, and give it back as stored; one stored before is given back as it is.

        Raises UnknownArticle, and UnstorableValue for text that is not Unicode, a time without a zone, or an id that
        another event has.
        """
        refuse_event(event)
        return self._write(lambda connection: events.insert_event(connection, event))

    def events(self, article_id: str = "") -> tuple[Event, ...]:
        """What was said of an article, or of all of them, in the order of appending."""
        return self._read(lambda connection: events.select_events(connection, article_id))

    def corrections_named(self, prefix: str) -> tuple[Judgement, ...]:
        """The corrections whose ids begin so, in the order of appending."""
        return self._read(lambda connection: judgements.select_corrections_named(connection, prefix))

    def _append(self, judgement: Judgement, write: Callable[[Connection], Judgement | StaleJudgement]) -> Judgement:
        refuse_judgement(judgement)
        outcome = self._write(write)
        if isinstance(outcome, StaleJudgement):
            raise outcome
        return outcome

    def _read(self, read: Callable[[Connection], Given]) -> Given:
        with transaction(self.engine) as connection:
            return read(connection)

    def _write(self, write: Callable[[Connection], Given]) -> Given:
        def written() -> Given:
            with transaction(self.engine, write=True) as connection:
                return write(connection)

        try:
            return attempted(written, times=ATTEMPTS, on=IntegrityError)
        except IntegrityError as error:
            raise unavailable(place(self.engine), error.orig, "rows that fit those already there") from error


def _named_anew(said: Sequence[Judgement], pair: str) -> Iterator[Judgement]:
    """What a pair is made with, under ids of its own."""
    names: dict[str, str] = {}
    for number, judgement in enumerate(said, start=1):
        value, id_ = judgement.value, f"{as_made(pair)}, {number}"
        if isinstance(value, Comment):
            names[judgement.id] = id_
            value = replace(value, about=names.get(value.about, ""))
        yield replace(judgement, id=id_, pair=pair, value=value)


def _url_from_settings() -> str:
    # Imported here because reading the settings takes as long as all the rest, and most callers give a URL.
    from review.settings import settings

    return settings().db
