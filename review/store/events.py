"""Events on articles as rows: appended, and read again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from review.errors import UnknownArticle, UnstorableValue
from review.judged.events import Blinding, Event, Release, Sample, Value
from review.judged.release import newest_release
from review.store.alignments import inserted
from review.store.schema import ARTICLES, EVENTS
from review.store.values import KindError

KINDS: dict[type[Value], str] = {Release: "release", Sample: "sample", Blinding: "blinding"}
VALUES = {kind: value for value, kind in KINDS.items()}
NESTED = ("versions", "open", "pairs")
"""The fields that hold tuples, which JSON gives back as lists."""


def insert_event(connection: Connection, event: Event) -> Event:
    """Append an event; one sent before counts once, and is given back as it was stored.

    Raises UnknownArticle, and UnstorableValue for an id that another event has.
    """
    article = connection.execute(sa.select(ARTICLES.c.number).where(ARTICLES.c.id == event.article)).scalar()
    if article is None:
        raise UnknownArticle(f"article {event.article!r} is not in the store; expected the id of one that is")
    row = connection.execute(_events().where(EVENTS.c.id == event.id)).one_or_none()
    if row is not None:
        return _same(_event(row), event)
    signed = {"reviewer": event.reviewer, "at": event.at, "kind": KINDS[type(event.value)]}
    inserted(connection, EVENTS, id=event.id, article=article, value=_fields(event.value), **signed)
    return event


def select_events(connection: Connection, article_id: str = "") -> tuple[Event, ...]:
    """The events of an article, or of all, in the order of appending."""
    chosen = _events() if not article_id else _events().where(ARTICLES.c.id == article_id)
    return tuple(_event(row) for row in connection.execute(chosen.order_by(EVENTS.c.number)))


def select_released(connection: Connection, article_id: str = "") -> dict[str, datetime]:
    """By article that was released, and not withdrawn, when that was last; of one alone where it is named."""
    said: defaultdict[str, list[Event]] = defaultdict(list)
    for event in select_events(connection, article_id):
        said[event.article].append(event)
    standing = ((article, newest_release(events)) for article, events in said.items())
    return {article: event.at for article, event in standing if event is not None}


def _events() -> sa.Select[Any]:
    of = EVENTS.c
    columns = sa.select(of.id, ARTICLES.c.id, of.reviewer, of.at, of.kind, of.value)
    return columns.select_from(EVENTS.join(ARTICLES, of.article == ARTICLES.c.number))


def _same(stored: Event, event: Event) -> Event:
    if (stored.article, stored.reviewer, stored.value) != (event.article, event.reviewer, event.value):
        raise UnstorableValue(f"event {event.id!r}: another event has that id; expected a new id")
    return stored


def _event(row: Sequence[Any]) -> Event:
    name, article, reviewer, at, kind, said = row
    return Event(name, article, reviewer, at, _value(kind, said))


def _fields(value: Value) -> dict[str, Any]:
    return {field.name: getattr(value, field.name) for field in fields(value)}


def _value(kind: str, said: dict[str, Any]) -> Value:
    """The value again. Raises KindError for what a newer version has written."""
    if kind not in VALUES:
        raise KindError(f"an event of the kind {kind!r}")
    given: dict[str, Any] = {name: _nested(each) if name in NESTED else each for name, each in said.items()}
    try:
        return VALUES[kind](**given)
    except TypeError as error:
        raise KindError(f"the kind {kind!r} with the fields {', '.join(sorted(said))}") from error


def _nested(listed: Sequence[Any]) -> tuple[Any, ...]:
    return tuple(tuple(each) if isinstance(each, list) else each for each in listed)
