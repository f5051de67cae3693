"""Connections to the database: for SQLite its pragmas and folder, and transactions that fail in our own words."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import URL, Connection, Engine
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError, NoSuchModuleError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.pool import ConnectionPoolEntry

from review.errors import StoreUnavailable
from review.store.values import KindError

BUSY_TIMEOUT = 30_000
"""Milliseconds that a writer waits for another process's transaction, which takes under one."""

NO_TRANSACTION = ""
EXPECTED_URL = "a SQLAlchemy URL with its driver installed, such as sqlite:////home/me/mtreview.db"


def unavailable(where: str, what: object, expected: str) -> StoreUnavailable:
    """The error that says which database, what is there, and what was expected."""
    return StoreUnavailable(f"database {where}: {what}; expected {expected}")


def connect(url: str) -> Engine:
    """The engine of a database, for many threads. Connects to nothing yet.

    Creates the folder of a SQLite file. Raises StoreUnavailable for a URL that names no database.
    """
    try:
        engine = sa.create_engine(url, json_serializer=_json, pool_pre_ping=not url.startswith("sqlite"))
    except (ArgumentError, NoSuchModuleError, ImportError, ValueError) as error:
        raise unavailable(_shown(url), error, EXPECTED_URL) from error
    if engine.dialect.name == "sqlite":
        _prepare_sqlite(engine)
    return engine


def transaction(engine: Engine, *, write: bool = False) -> AbstractContextManager[Connection]:
    """One transaction; with `write` it holds SQLite's write lock from the start, so that what it reads stays true.

    Raises StoreUnavailable for whatever the database fails in, and lets IntegrityError through.
    """
    return _begun(engine, "BEGIN IMMEDIATE" if write else "BEGIN")


def write_ahead(engine: Engine, attempts: int = 10) -> None:
    """Let a SQLite file be read while it is written to; other databases can do it as they are."""
    if engine.dialect.name != "sqlite":
        return
    try:
        with _begun(engine, NO_TRANSACTION) as connection:
            connection.exec_driver_sql("PRAGMA journal_mode=WAL")
    except StoreUnavailable:
        if attempts == 1:
            raise
        # SQLite does not wait here while another process does the same; for a transaction it does.
        with transaction(engine, write=True):
            pass
        write_ahead(engine, attempts - 1)


@contextmanager
def _begun(engine: Engine, on_sqlite: str) -> Iterator[Connection]:
    try:
        with engine.execution_options(mtreview_begin=on_sqlite).begin() as connection:
            yield connection
    except IntegrityError:
        raise
    except KindError as error:
        raise unavailable(place(engine), f"{error}, made by a newer version", "what this version knows") from error
    except (DBAPIError, PoolTimeout) as error:
        found = error.orig if isinstance(error, DBAPIError) else error
        raise unavailable(place(engine), str(found).strip(), "a database of the workbench") from error


def place(engine: Engine) -> str:
    """The URL of the database without its password."""
    return engine.url.render_as_string(hide_password=True)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _shown(url: str) -> str:
    """A URL that could not be read: without what might be a password."""
    return url if "@" not in url else "…@" + url.rpartition("@")[2]


def _prepare_sqlite(engine: Engine) -> None:
    _create_folder(engine.url)
    sa.event.listen(engine, "connect", _set_pragmas)
    sa.event.listen(engine, "begin", _begin)


def _create_folder(url: URL) -> None:
    if not url.database or url.database == ":memory:" or url.database.startswith("file:"):
        return
    try:
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unavailable(str(url), error, "a folder that can be written to") from error


def _set_pragmas(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
    # Without this the driver opens transactions by its own lights, and never an immediate one.
    connection.isolation_level = None
    for pragma in (f"busy_timeout={BUSY_TIMEOUT}", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    statement = connection.get_execution_options().get("mtreview_begin", "BEGIN")
    if statement != NO_TRANSACTION:
        connection.exec_driver_sql(statement)
