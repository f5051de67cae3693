"""What the list of articles shows of each, read without their texts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from review.history import signer_of, state_of
from review.judged.shares import Share, shares
from review.judged.threads import is_open, threads_of
from review.judgements import Comment, Correction, Draft, Judgement, Status, StatusChange
from review.store.events import select_released
from review.store.schema import (
    ALIGNED,
    ALIGNMENTS,
    ARTICLES,
    BEADS,
    JUDGEMENTS,
    TEXTS,
    TRANSLATIONS,
    UtcTime,
    newest_alignments,
)
from review.store.values import KINDS, decode
from review.types import Pair

Said = tuple[str, str, str]
"""Of a judgement what the status follows from: its kind, its reviewer, and its gist."""

Signed = tuple[str, Status]
"""Who gave a pair its status, "" where nobody has, and the status."""

SAID = ("kind", "reviewer", "gist")
COMMENTED = ("id", "pair", "version", "reviewer", "at", "value")
VALUES: dict[str, Callable[[Any], Correction | Draft | StatusChange]] = {
    "correction": Correction,
    "draft": Draft,
    "status": StatusChange,
}
"""The kinds that the status follows from, each made from its gist."""

MACHINE = "0"
NO_TIME = datetime.fromtimestamp(0, UTC)


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in the list: the translation under review, how many pairs it has, and how many are in each status.

    `discussed` pairs have open comments. `at` and `by` say when and by whom it was added; `confidence` how sure its
    alignment is, None where that was never weighed; `shares` what each reviewer has done of it; `released` when it was
    given out last, and `reworked` whether a pair was corrected since.
    """

    id: str
    title: str
    source_lang: str
    target_lang: str
    system: str
    pairs: int
    corrected: int
    approved: int
    questions: int
    in_work: int
    at: datetime
    by: str
    confidence: float | None = None
    shares: tuple[Share, ...] = ()
    released: datetime | None = None
    reworked: bool = False
    discussed: int = 0


def select_entries(connection: Connection, article_id: str = "") -> tuple[Entry, ...]:
    """All articles in the order of adding; one alone where it is named, for which the others are not read."""
    named = ARTICLES.c.id == article_id if article_id else sa.true()
    signed, released = _signed(connection, named), select_released(connection, article_id)
    corrected = _corrected(connection, named) if released else {}
    discussed = _discussed(connection, named)
    return tuple(
        replace(
            _entry(row, signed[row.number], released.get(row.id), corrected.get(row.number)),
            discussed=discussed[row.number],
        )
        for row in connection.execute(_listed().where(named))
    )


def _entry(row: Row[Any], signed: list[Signed], released: datetime | None, corrected: datetime | None) -> Entry:
    statuses = Counter(status for _, status in signed)
    return Entry(
        id=row.id,
        title=row.title,
        source_lang=row.source_lang,
        target_lang=row.target_lang,
        system=row.under_review,
        pairs=row.pairs,
        corrected=statuses["corrected"],
        approved=statuses["approved"],
        questions=statuses["question"],
        in_work=statuses["in work"],
        at=row.added_at,
        by=row.added_by,
        confidence=row.confidence,
        shares=shares(signed),
        released=released,
        reworked=released is not None and corrected is not None and corrected > released,
    )


def _corrected(connection: Connection, named: sa.ColumnElement[bool]) -> dict[int, datetime]:
    """By the article's number, when a pair of it was corrected last."""
    newest = sa.select(JUDGEMENTS.c.article, sa.func.max(JUDGEMENTS.c.at, type_=UtcTime))
    newest = newest.join(ARTICLES, JUDGEMENTS.c.article == ARTICLES.c.number).where(named)
    newest = newest.where(JUDGEMENTS.c.kind == "correction").group_by(JUDGEMENTS.c.article)
    return {row[0]: row[1] for row in connection.execute(newest)}


def _discussed(connection: Connection, named: sa.ColumnElement[bool]) -> Counter[int]:
    """By the article's number, how many pairs of its newest alignment have an open comment."""
    joined = JUDGEMENTS.join(ALIGNED, ALIGNED.c.bead == JUDGEMENTS.c.pair)
    joined = joined.join(ARTICLES, JUDGEMENTS.c.article == ARTICLES.c.number)
    said = sa.select(JUDGEMENTS.c.article, *(JUDGEMENTS.c[name] for name in COMMENTED)).select_from(joined)
    said = said.where(named, JUDGEMENTS.c.kind == KINDS[Comment], ALIGNED.c.alignment.in_(newest_alignments()))
    pairs: defaultdict[tuple[int, str], list[Judgement]] = defaultdict(list)
    for article, id_, pair, version, reviewer, at, value in connection.execute(said.order_by(JUDGEMENTS.c.number)):
        made = Judgement(id_, pair, version, reviewer, at, decode(KINDS[Comment], value))
        pairs[article, pair].append(made)
    return Counter(article for (article, _), own in pairs.items() if is_open(threads_of(own)))


def _under_review() -> sa.ColumnElement[bool]:
    return sa.and_(TRANSLATIONS.c.article == ARTICLES.c.number, TRANSLATIONS.c.system == ARTICLES.c.under_review)


def _listed() -> sa.Select[Any]:
    source, target = TEXTS.alias("source_text"), TEXTS.alias("target_text")
    beads = sa.select(sa.func.count()).where(ALIGNED.c.alignment == ALIGNMENTS.c.number).scalar_subquery()
    joined = (
        ARTICLES.join(TRANSLATIONS, _under_review())
        .join(ALIGNMENTS, ALIGNMENTS.c.translation == TRANSLATIONS.c.number)
        .join(source, ARTICLES.c.source == source.c.number)
        .join(target, TRANSLATIONS.c.text == target.c.number)
    )
    columns = (
        source.c.lang.label("source_lang"),
        target.c.lang.label("target_lang"),
        beads.label("pairs"),
        ALIGNMENTS.c.confidence,
    )
    listed = sa.select(ARTICLES, *columns).select_from(joined).order_by(ARTICLES.c.number)
    return listed.where(ALIGNMENTS.c.number.in_(newest_alignments()))


def _signed(connection: Connection, named: sa.ColumnElement[bool]) -> defaultdict[int, list[Signed]]:
    """By the article's number, the statuses of its judged pairs, and who gave them."""
    judged: defaultdict[tuple[int, str, str], list[Said]] = defaultdict(list)
    for article, pair, machine, kind, reviewer, gist in connection.execute(_newest(named)):
        judged[article, pair, machine].append((kind, reviewer, gist))
    signed: defaultdict[int, list[Signed]] = defaultdict(list)
    for (article, _, machine), said in judged.items():
        signed[article].append(_status(_numbered(machine, said)))
    return signed


def _newest(named: sa.ColumnElement[bool]) -> sa.Select[Any]:
    """Of each pair and reviewer the newest judgement of each kind: all that the status follows from."""
    numbers = sa.select(sa.func.max(JUDGEMENTS.c.number)).where(JUDGEMENTS.c.kind.in_(VALUES))
    numbers = numbers.join(ARTICLES, JUDGEMENTS.c.article == ARTICLES.c.number).where(named)
    numbers = numbers.group_by(JUDGEMENTS.c.kind, JUDGEMENTS.c.pair, JUDGEMENTS.c.reviewer)
    joined = JUDGEMENTS.join(BEADS, JUDGEMENTS.c.pair == BEADS.c.id)
    joined = joined.join(TRANSLATIONS, BEADS.c.translation == TRANSLATIONS.c.number).join(ARTICLES, _under_review())
    joined = joined.join(ALIGNED, ALIGNED.c.bead == BEADS.c.id)
    columns = (JUDGEMENTS.c.article, JUDGEMENTS.c.pair, BEADS.c.gist, *(JUDGEMENTS.c[name] for name in SAID))
    chosen = sa.select(*columns).select_from(joined).where(JUDGEMENTS.c.number.in_(numbers))
    chosen = chosen.where(ALIGNED.c.alignment.in_(newest_alignments()))
    return chosen.order_by(JUDGEMENTS.c.number)


def _numbered(machine: str, said: list[Said]) -> tuple[Said, ...]:
    """The same with the digests of texts numbered, the machine's being 0: equal for pairs that went the same way."""
    numbers = {machine: MACHINE}
    return tuple(
        (kind, reviewer, gist if kind == "status" else numbers.setdefault(gist, str(len(numbers))))
        for kind, reviewer, gist in said
    )


@lru_cache(maxsize=4096)
def _status(said: tuple[Said, ...]) -> Signed:
    """The fold's word, with numbers in the place of texts: the status does not depend on what the texts say."""
    judgements = [
        Judgement(str(number), "", 0, reviewer, NO_TIME, VALUES[kind](gist))
        for number, (kind, reviewer, gist) in enumerate(said)
    ]
    state = state_of(Pair("", "", MACHINE, "", ""), judgements)
    return signer_of(state, judgements), state.status
