"""Bringing a database up to the tables of this version, in one transaction."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from review.store.connect import place, transaction, unavailable, write_ahead
from review.store.schema import METADATA, REVISION

FOLDER = Path(__file__).parent / "migrations"
VERSION_TABLE = sa.table("alembic_version", sa.column("version_num", sa.String))
LOCK = 0x6D74_7265_7669_6577
"""The key of PostgreSQL's advisory lock: "mtreview" in ASCII."""


def migrate(engine: Engine, revision: str = REVISION) -> None:
    """Bring the database up to a revision; nothing is done to one that is there already.

    Raises StoreUnavailable for a database of a newer version, or of another program.
    """
    with transaction(engine) as connection:
        found = _found(connection)
        _refuse_foreign(connection, found, place(engine))
    # Only now: it changes the file, which might have been another program's.
    write_ahead(engine)
    if found == revision:
        return
    with transaction(engine, write=True) as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(LOCK)))
        _upgrade(connection, revision, place(engine))


def _found(connection: Connection) -> str | None:
    """The revision that the database says it is of; None for one that says nothing."""
    if not sa.inspect(connection).has_table(VERSION_TABLE.name):
        return None
    return connection.execute(sa.select(VERSION_TABLE.c.version_num)).scalar()


def _refuse_foreign(connection: Connection, revision: str | None, where: str) -> None:
    if revision is not None:
        return
    tables = set(sa.inspect(connection).get_table_names()) - {VERSION_TABLE.name}
    # A server's database may rightly hold tables of extensions; a file that holds any table is somebody else's.
    foreign = tables if connection.dialect.name == "sqlite" else tables & set(METADATA.tables)
    if foreign:
        raise unavailable(where, f"tables of another program ({', '.join(sorted(foreign)[:3])})", "an empty database")


def _upgrade(connection: Connection, revision: str, where: str) -> None:
    # Imported here because it takes as long as all the rest, and most runs find nothing to migrate.
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    found = _found(connection)
    if found is not None and found not in known:
        raise unavailable(where, f"revision {found}, made by a newer version", f"revision {max(known)} or older")
    command.upgrade(config, revision)
