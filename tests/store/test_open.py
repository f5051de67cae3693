from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.exc import IntegrityError

from review.errors import StaleJudgement, StoreUnavailable
from review.judgements import Correction, Draft
from review.store import Store
from review.store.connect import connect, transaction
from review.store.migrate import FOLDER, migrate
from review.store.schema import ARTICLES, BEADS, JUDGEMENTS, METADATA, REVISION, TEXTS, TRANSLATIONS
from review.types import Bead
from tests.store.examples import NOON, ROOT, SERVER, article, fresh_store, fresh_url, judgement, with_words

SCRIPTS = ScriptDirectory(str(FOLDER))
REVISIONS = [script.revision for script in SCRIPTS.walk_revisions()]
ON_SQLITE = pytest.mark.skipif(bool(SERVER), reason="about SQLite files")


def refusal(url: str) -> str:
    with pytest.raises(StoreUnavailable) as raised:
        Store.open(url)
    return str(raised.value)


def execute(url: str, statement: str) -> None:
    engine = connect(url)
    with transaction(engine, write=True) as connection:
        connection.exec_driver_sql(statement)
    engine.dispose()


def test_the_newest_migration_is_the_one_of_the_tables() -> None:
    assert SCRIPTS.get_heads() == [REVISION]


@pytest.mark.parametrize("revision", ["", *REVISIONS])
def test_the_migrations_give_the_tables(tmp_path: Path, revision: str) -> None:
    with fresh_url(tmp_path) as url:
        engine = connect(url)
        if revision:
            migrate(engine, revision)
        migrate(engine)
        with transaction(engine) as connection:
            assert compare_metadata(MigrationContext.configure(connection), METADATA) == []
        engine.dispose()


LATER = {"words", "certainty"}
"""Columns that are younger than the first version."""


def copied(table: sa.Table, old: sa.Connection, new: sa.Connection, **more: object) -> None:
    """All rows of a table as the first version held them; with more columns, as a later one did."""
    columns = [column for column in table.columns if column.name not in LATER]
    rows = [{**row, **more} for row in old.execute(sa.select(*columns)).mappings()]
    named = [*(sa.column(each.name, each.type) for each in columns), *map(sa.column, more)]
    new.execute(sa.table(table.name, *named).insert(), rows)


@pytest.mark.parametrize(("revision", "more"), [("0001", {}), ("0002", {"confidence": 0.25})])
def test_what_an_older_version_stored_is_there(tmp_path: Path, revision: str, more: dict[str, float]) -> None:
    (tmp_path / "now").mkdir()
    with fresh_store(tmp_path / "now") as store, fresh_url(tmp_path) as url:
        second = replace(article().translation, system="B", beads=(Bead((0, 1), (0, 1)),))
        store.add_translation(store.add(article(), at=NOON, by="ann").id, second, at=NOON, by="bob")
        added = store.article("bridge-opens")
        engine = connect(url)
        migrate(engine, revision)
        with transaction(store.engine) as old, transaction(engine, write=True) as new:
            for table in (TEXTS, ARTICLES, TRANSLATIONS, BEADS):
                copied(table, old, new, **(more if table is TRANSLATIONS else {}))
        engine.dispose()
        opened = Store.open(url)
        assert opened.article(added.id) == added
        assert (opened.entries()[0].confidence, opened.entries()[0].pairs) == (more.get("confidence"), 2)
        assert opened.add(with_words(), at=NOON, by="ann").translation.beads[0].words
        first, other = added.translation.beads
        changed = opened.realign(added, [first, replace(other, id="")], seen=(), at=NOON, by="ann")
        assert [bead.id for bead in changed.translation.beads] == ["bridge-opens/1", "bridge-opens/4"]
        assert changed.translations[1] == added.translations[1]
        opened.close()


def test_opening_again_keeps_all(tmp_path: Path) -> None:
    with fresh_url(tmp_path) as url:
        first = Store.open(url)
        added = first.add(article(), at=NOON, by="ann")
        first.close()
        second = Store.open(url)
        assert second.article(added.id) == added
        second.close()


def test_many_processes_may_open_a_new_database_at_once(tmp_path: Path) -> None:
    program = "import sys; from review.store import Store; print(Store.open(sys.argv[1]).entries())"
    with fresh_url(tmp_path) as url:
        command = [sys.executable, "-c", program, url]
        started = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) for _ in range(4)]
        assert [child.communicate()[0] for child in started] == ["()\n"] * 4


def test_the_store_starts_light(tmp_path: Path) -> None:
    program = (
        "import sys; from review.store import Store; Store.open(sys.argv[1]).entries();"
        "print({'alembic', 'pydantic', 'streamlit', 'pandas', 'numpy'} & set(sys.modules))"
    )
    with fresh_url(tmp_path) as url:
        Store.open(url).close()
        ran = subprocess.run([sys.executable, "-c", program, url], capture_output=True, text=True, check=True, cwd=ROOT)
        assert ran.stdout == "set()\n"


@ON_SQLITE
def test_the_folder_is_made(tmp_path: Path) -> None:
    file = tmp_path / "a 100% new" / "#folder" / "mtreview.db"
    Store.open(f"sqlite:///{file}").close()
    assert file.exists()


@ON_SQLITE
def test_without_a_url_the_settings_say_where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MTREVIEW_DB", f"sqlite:///{tmp_path / 'set.db'}")
    Store.open().close()
    assert (tmp_path / "set.db").exists()


@ON_SQLITE
def test_sqlite_waits_for_the_disk_and_minds_foreign_keys(tmp_path: Path) -> None:
    with fresh_store(tmp_path) as store, transaction(store.engine) as connection:
        names = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        found = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names]
        assert found == ["wal", 2, 1, 30_000]


@pytest.mark.parametrize("table", ["judgements", "refused", "corrections"])
@pytest.mark.parametrize("act", ["UPDATE {} SET version = 7", "DELETE FROM {}"])
def test_what_was_appended_cannot_be_changed(tmp_path: Path, table: str, act: str) -> None:
    with fresh_store(tmp_path) as store:
        pair = store.add(article("Bridge"), at=NOON, by="ann").translation.beads[0].id
        store.append(judgement(pair, Correction("x")))
        with suppress(StaleJudgement):
            store.append(judgement(pair, Correction("late")))
        before = store.judgements("bridge"), store.refused("bridge")
        with (
            pytest.raises((IntegrityError, StoreUnavailable), match=f"{table} is appended to only"),
            transaction(store.engine, write=True) as connection,
        ):
            connection.exec_driver_sql(act.format(table))
        assert (store.judgements("bridge"), store.refused("bridge")) == before


@pytest.mark.parametrize(
    ("table", "act"),
    [
        ("alignments", "UPDATE alignments SET confidence = 1"),
        ("alignments", "DELETE FROM alignments"),
        ("aligned", "UPDATE aligned SET place = 7"),
        ("aligned", "DELETE FROM aligned"),
    ],
)
def test_alignments_cannot_be_changed(tmp_path: Path, table: str, act: str) -> None:
    with fresh_store(tmp_path) as store:
        added = store.add(article("Bridge"), at=NOON, by="ann")
        with (
            pytest.raises((IntegrityError, StoreUnavailable), match=f"{table} is appended to only"),
            transaction(store.engine, write=True) as connection,
        ):
            connection.exec_driver_sql(act)
        assert store.article("bridge") == added


def test_a_database_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    with fresh_url(tmp_path) as url:
        Store.open(url).close()
        execute(url, "UPDATE alembic_version SET version_num = '9999'")
        assert f"revision 9999, made by a newer version; expected revision {REVISION} or older" in refusal(url)


@pytest.mark.parametrize(
    ("columns", "found"),
    [
        ({"kind": "prophecy"}, "a judgement of the kind 'prophecy', made by a newer version"),
        (
            {"value": {"text": "x", "mood": "glad"}},
            "the kind 'draft' with the fields mood, text, made by a newer version",
        ),
        ({"kind": "error"}, "the kind 'error' with the fields text, made by a newer version"),
    ],
)
def test_a_judgement_of_a_newer_version_is_named(tmp_path: Path, columns: dict[str, object], found: str) -> None:
    with fresh_store(tmp_path) as store:
        pair = store.add(article("Bridge"), at=NOON, by="ann").translation.beads[0].id
        store.append(judgement(pair, Draft("x"), name="seen"))
        with transaction(store.engine, write=True) as connection:
            row = dict(connection.execute(sa.select(JUDGEMENTS)).mappings().one())
            connection.execute(JUDGEMENTS.insert().values({**row, "number": 7, "id": "unseen", **columns}))
        with pytest.raises(StoreUnavailable, match=found):
            store.judgements("bridge")


@ON_SQLITE
@pytest.mark.parametrize("content", [b"These are minutes of a meeting.\n" * 99, b"\0" * 4096, b"PK\x03\x04" * 1000])
def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "minutes.txt"
    file.write_bytes(content)
    assert "minutes.txt: file is not a database; expected" in refusal(f"sqlite:///{file}")
    assert file.read_bytes() == content


@ON_SQLITE
def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "places.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    before = file.read_bytes()
    assert "tables of another program (bookmarks); expected an empty database" in refusal(f"sqlite:///{file}")
    assert file.read_bytes() == before
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("my.db", "database my.db: Could not parse SQLAlchemy URL"),
        ("nonsense://x", "nonsense"),
        ("sqlite:////proc/none/x.db", "expected a folder that can be written to"),
        ("sqlite:////", "unable to open database file"),
        ("mysql+pymysql://me:secret@host/x", "@host/x: "),
        ("postgresql+psycopg://me:secret@127.0.0.1:1/x", ":1/x: "),
    ],
)
def test_what_cannot_be_opened_is_named_without_its_password(url: str, found: str) -> None:
    assert found in refusal(url)
    assert "secret" not in refusal(url)


@ON_SQLITE
def test_a_full_disk_is_said_and_loses_nothing(tmp_path: Path) -> None:
    with fresh_store(tmp_path) as store:
        pair = store.add(article("Bridge"), at=NOON, by="ann").translation.beads[0].id
        kept = store.append(judgement(pair, Draft("x")))
        sa.event.listen(store.engine, "begin", lambda c: c.exec_driver_sql("PRAGMA max_page_count = 1"))
        with pytest.raises(StoreUnavailable, match="disk is full"):
            store.append(judgement(pair, Draft("long " * 100_000)))
        assert store.judgements("bridge") == (kept,)


def test_a_row_must_name_what_exists(tmp_path: Path) -> None:
    row = {"id": "x", "title": "x", "source": 99, "under_review": "MT", "added_at": NOON, "added_by": "ann"}
    with (
        fresh_store(tmp_path) as store,
        pytest.raises(IntegrityError),
        transaction(store.engine, write=True) as connection,
    ):
        connection.execute(ARTICLES.insert().values(row))
