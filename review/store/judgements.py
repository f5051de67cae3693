"""Judgements as rows: appended, refused, and read again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from review.errors import RealignedPair, StaleJudgement, UnknownArticle, UnstorableValue
from review.judgements import (
    Comment,
    Correction,
    Dismissal,
    Draft,
    ErrorSpan,
    Judgement,
    News,
    SegmentScore,
    StatusChange,
)
from review.store.alignments import is_listed
from review.store.articles import select_editions, select_number, select_side
from review.store.schema import ARTICLES, BEADS, CORRECTIONS, EVENTS, JUDGEMENTS, REFUSED
from review.store.values import KINDS, decode, encode, gist

OF_THE_NEWEST = (Correction, StatusChange)
"""What a reviewer says of the text that he saw, and so must not land on another."""
OF_A_TEXT = (ErrorSpan, SegmentScore)
"""What speaks of the text at its version from then on, also when another one has come since."""


def insert_judgement(connection: Connection, judgement: Judgement) -> Judgement | StaleJudgement:
    """Append a judgement, or keep it among the refused when it speaks of the newest text and that has changed since,
    or the article was aligned anew and has no such pair any more; one sent before counts once.

    Gives what the store holds of it now. Raises UnknownArticle for a pair that is not there, and UnstorableValue for
    an id that another judgement has, or a mark whose quote is not in its place.
    """
    article = _locked(connection, judgement.pair)
    stored = _stored(connection, JUDGEMENTS, judgement)
    if stored is not None:
        return stored
    if isinstance(judgement.value, (*OF_THE_NEWEST, *OF_A_TEXT, Comment)) and not _takes_back(judgement):
        current = _version(connection, judgement.pair)
        if not _is_timely(judgement, current) or not is_listed(connection, judgement.pair):
            return _refuse(connection, article, judgement, current)
        for version, error in _marked(judgement):
            _refuse_misquote(connection, judgement, version, error)
    number = _insert(connection, JUDGEMENTS, article, judgement)
    if isinstance(judgement.value, Correction):
        guard = {"pair": judgement.pair, "version": judgement.version, "judgement": number}
        connection.execute(CORRECTIONS.insert().values(guard))
    return judgement


def select_judgements(connection: Connection, table: sa.Table, article_id: str) -> tuple[Judgement, ...]:
    """Those on the pairs of an article, in the order of appending. Raises UnknownArticle."""
    chosen = _columns(table).where(table.c.article == select_number(connection, article_id))
    return tuple(_judgement(row) for row in connection.execute(chosen.order_by(table.c.number)))


def select_news(connection: Connection, article_id: str, after: int) -> News:
    """What was said of an article after its judgement of that number. Raises UnknownArticle."""
    article, of = select_number(connection, article_id), JUDGEMENTS.c
    edition = select_editions(connection, article_id)[article_id]
    newest, number = connection.execute(
        sa.select(sa.func.max(of.number), sa.func.count()).where(of.article == article)
    ).one()
    more = _columns(JUDGEMENTS).where(of.article == article, of.number > after).order_by(of.number)
    said = tuple(_judgement(row) for row in connection.execute(more)) if (newest or 0) > after else ()
    return News(edition, newest or 0, number, said, select_dismissed_everywhere(connection))


def select_pulse(connection: Connection, article_id: str, reviewer: str = "") -> tuple[int, int, int]:
    """Numbers that stay the same until an article is aligned anew, somebody (or that reviewer) judges it by more than a
    draft, or an event befalls it. Raises UnknownArticle.
    """
    article, of = select_number(connection, article_id), JUDGEMENTS.c
    said = sa.select(of.number).where(of.article == article, of.kind != KINDS[Draft])
    said = said.where(of.reviewer == reviewer) if reviewer else said
    newest = connection.execute(said.order_by(of.number.desc()).limit(1)).scalar()
    events = connection.execute(sa.select(sa.func.count()).where(EVENTS.c.article == article)).scalar_one()
    return select_editions(connection, article_id)[article_id], newest or 0, events


def select_dismissed_everywhere(connection: Connection) -> tuple[Judgement, ...]:
    """The dismissals that hold in every article, and what took them back, in the order of appending."""
    found = _columns(JUDGEMENTS).where(JUDGEMENTS.c.kind == KINDS[Dismissal], JUDGEMENTS.c.gist == "everywhere")
    return tuple(_judgement(row) for row in connection.execute(found.order_by(JUDGEMENTS.c.number)))


def select_corrections_named(connection: Connection, prefix: str) -> tuple[Judgement, ...]:
    """The corrections whose ids begin so, in the order of appending."""
    found = _columns(JUDGEMENTS).where(JUDGEMENTS.c.kind == KINDS[Correction], JUDGEMENTS.c.id.startswith(prefix))
    return tuple(_judgement(row) for row in connection.execute(found.order_by(JUDGEMENTS.c.number)))


def select_newest(connection: Connection) -> dict[str, int]:
    """By article the number of the newest judgement on its pairs; without those that nobody has judged."""
    # Asked article by article, it is looked up in the index; grouped, the whole index would be read.
    newest = sa.select(sa.func.max(JUDGEMENTS.c.number)).where(JUDGEMENTS.c.article == ARTICLES.c.number)
    found = connection.execute(sa.select(ARTICLES.c.id, newest.scalar_subquery()).order_by(ARTICLES.c.number))
    return {id_: int(number) for id_, number in found if number is not None}


def _is_timely(judgement: Judgement, current: int) -> bool:
    if isinstance(judgement.value, OF_THE_NEWEST):
        return judgement.version == current
    if isinstance(judgement.value, Comment):
        return True
    return 0 <= judgement.version <= current


def _takes_back(judgement: Judgement) -> bool:
    """Whether a mark or a score is withdrawn, which changes nothing where there is none."""
    value = judgement.value
    return value == SegmentScore(None) or (isinstance(value, ErrorSpan) and value.withdrawn)


def _marked(judgement: Judgement) -> tuple[tuple[int, ErrorSpan], ...]:
    """The errors that a judgement speaks of, each with the version of the text that it is in."""
    match judgement.value:
        case ErrorSpan() as error:
            return ((judgement.version, error),)
        case Correction(errors=errors, guessed=guessed):
            return tuple((0, error) for error in (*errors, *guessed))
    return ()


def _refuse_misquote(connection: Connection, judgement: Judgement, version: int, error: ErrorSpan) -> None:
    """Raises UnstorableValue for a mark that does not quote what stands at its span."""
    pair, on_source = judgement.pair, error.side == "source"
    text = select_side(connection, pair, "source") if on_source else _text(connection, pair, version)
    if error.span.end > len(text) or error.span.of(text) != error.text:
        span = f"[{error.span.start}, {error.span.end})"
        raise UnstorableValue(
            f"mark {judgement.id!r} on pair {pair}, {error.side} {span}: it quotes {error.text!r}; "
            f"expected {error.span.of(text)!r}"
        )


def _locked(connection: Connection, pair: str) -> int:
    """The number of the pair's article. Other writers to the pair wait until the transaction ends."""
    found = sa.select(BEADS.c.article).where(BEADS.c.id == pair).with_for_update()
    article = connection.execute(found).scalar()
    if article is None:
        raise UnknownArticle(f"pair {pair!r} is not in the store; expected the id of a pair of a stored article")
    return int(article)


def _stored(connection: Connection, table: sa.Table, judgement: Judgement) -> Judgement | None:
    """The judgement that the table holds under that id; its time is that of the first sending."""
    row = connection.execute(_columns(table).where(table.c.id == judgement.id)).one_or_none()
    if row is None:
        return None
    stored = _judgement(row)
    if _said(stored) != _said(judgement):
        raise UnstorableValue(
            f"judgement {judgement.id!r} on pair {judgement.pair}: another judgement has that id; expected a new id"
        )
    return stored


def _said(judgement: Judgement) -> tuple[object, ...]:
    return judgement.pair, judgement.version, judgement.reviewer, judgement.value


def _version(connection: Connection, pair: str) -> int:
    newest = sa.select(sa.func.max(CORRECTIONS.c.version)).where(CORRECTIONS.c.pair == pair)
    before = connection.execute(newest).scalar()
    return 0 if before is None else before + 1


def _refuse(connection: Connection, article: int, judgement: Judgement, current: int) -> StaleJudgement:
    """The error with the text that stands and the reviewer's: what he typed, or what he saw when he judged."""
    if _stored(connection, REFUSED, judgement) is None:
        _insert(connection, REFUSED, article, judgement)
    pair, version, value = judgement.pair, judgement.version, judgement.value
    mine = value.text if isinstance(value, Correction) else _text(connection, pair, version)
    error = StaleJudgement if is_listed(connection, pair) else RealignedPair
    return error(pair, version, current, _text(connection, pair, current), mine)


def _text(connection: Connection, pair: str, version: int) -> str:
    """The target text of a pair at a version; of one that never was, the machine's."""
    joined = JUDGEMENTS.join(CORRECTIONS, CORRECTIONS.c.judgement == JUDGEMENTS.c.number)
    made = sa.select(JUDGEMENTS.c.value).select_from(joined)
    made = made.where(CORRECTIONS.c.pair == pair, CORRECTIONS.c.version == version - 1)
    fields = connection.execute(made).scalar()
    return select_side(connection, pair, "target") if fields is None else str(fields["text"])


def _insert(connection: Connection, table: sa.Table, article: int, judgement: Judgement) -> int:
    """The number of the new row."""
    row = table.insert().values(
        id=judgement.id,
        article=article,
        pair=judgement.pair,
        version=judgement.version,
        reviewer=judgement.reviewer,
        at=judgement.at,
        kind=KINDS[type(judgement.value)],
        value=encode(judgement.value),
        gist=gist(judgement.value),
    )
    return int(connection.execute(row.returning(table.c.number)).scalar_one())


def _columns(table: sa.Table) -> sa.Select[Any]:
    of = table.c
    return sa.select(of.id, of.pair, of.version, of.reviewer, of.at, of.kind, of.value)


def _judgement(row: Sequence[Any]) -> Judgement:
    name, pair, version, reviewer, at, kind, fields = row
    return Judgement(name, pair, version, reviewer, at, decode(kind, fields))
