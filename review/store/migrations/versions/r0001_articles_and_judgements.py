"""Articles with their texts, translations and beads, and the judgements on them."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

NAME = sa.String(255)
TIME = sa.DateTime(timezone=True)
APPENDED = ("judgements", "refused", "corrections")

FORBID_ON_SQLITE = """
CREATE TRIGGER {table}_no_{act} BEFORE {act} ON {table}
BEGIN SELECT RAISE(ABORT, '{table} is appended to only'); END
"""
FORBID_ON_POSTGRESQL = """
CREATE TRIGGER {table}_no_{act} BEFORE {act} ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION mtreview_append_only()
"""
APPEND_ONLY = """
CREATE FUNCTION mtreview_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% is appended to only', TG_TABLE_NAME; END $$
"""


def upgrade() -> None:
    _create_articles()
    _create_beads()
    for table in ("judgements", "refused"):
        _create_judgements(table)
    op.create_index("ix_judgements_newest", "judgements", ["kind", "pair", "reviewer", "number"])
    _create_corrections()
    _forbid_changes(op.get_bind().dialect.name)


def _key(table: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint("number", name=f"pk_{table}")


def _to(table: str, column: str, referred: str, key: str = "number") -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{referred}.{key}"], name=f"fk_{table}_{column}_{referred}")


def _column(name: str, kind: Any) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=False)


def _create_articles() -> None:
    op.create_table(
        "texts",
        _column("number", sa.Integer),
        _column("lang", NAME),
        _column("origin", sa.JSON),
        _column("segments", sa.JSON),
        _column("raw", sa.Text),
        _key("texts"),
    )
    op.create_table(
        "articles",
        _column("number", sa.Integer),
        _column("id", NAME),
        _column("title", sa.Text),
        _column("source", sa.Integer),
        _column("under_review", NAME),
        _column("added_at", TIME),
        _column("added_by", NAME),
        _key("articles"),
        _to("articles", "source", "texts"),
        sa.UniqueConstraint("id", name="uq_articles_id"),
    )
    op.create_table(
        "translations",
        _column("number", sa.Integer),
        _column("article", sa.Integer),
        _column("system", NAME),
        _column("text", sa.Integer),
        _column("added_at", TIME),
        _column("added_by", NAME),
        _key("translations"),
        _to("translations", "article", "articles"),
        _to("translations", "text", "texts"),
        sa.UniqueConstraint("article", "system", name="uq_translations_article_system"),
    )


def _create_beads() -> None:
    op.create_table(
        "beads",
        _column("id", NAME),
        _column("article", sa.Integer),
        _column("number", sa.Integer),
        _column("translation", sa.Integer),
        _column("source_start", sa.Integer),
        _column("source_end", sa.Integer),
        _column("target_start", sa.Integer),
        _column("target_end", sa.Integer),
        _column("score", sa.Double),
        _column("gist", NAME),
        sa.PrimaryKeyConstraint("id", name="pk_beads"),
        _to("beads", "article", "articles"),
        _to("beads", "translation", "translations"),
        sa.UniqueConstraint("article", "number", name="uq_beads_article_number"),
    )
    op.create_index("ix_beads_translation", "beads", ["translation"])


def _create_judgements(table: str) -> None:
    op.create_table(
        table,
        _column("number", sa.Integer),
        _column("id", NAME),
        _column("article", sa.Integer),
        _column("pair", NAME),
        _column("version", sa.Integer),
        _column("reviewer", NAME),
        _column("at", TIME),
        _column("kind", NAME),
        _column("value", sa.JSON),
        _column("gist", NAME),
        _key(table),
        _to(table, "article", "articles"),
        _to(table, "pair", "beads", "id"),
        sa.UniqueConstraint("id", name=f"uq_{table}_id"),
    )
    op.create_index(f"ix_{table}_article", table, ["article"])


def _create_corrections() -> None:
    op.create_table(
        "corrections",
        _column("pair", NAME),
        sa.Column("version", sa.Integer, nullable=False, autoincrement=False),
        _column("judgement", sa.Integer),
        sa.PrimaryKeyConstraint("pair", "version", name="pk_corrections"),
        _to("corrections", "pair", "beads", "id"),
        _to("corrections", "judgement", "judgements"),
        sa.UniqueConstraint("judgement", name="uq_corrections_judgement"),
    )


def _forbid_changes(dialect: str) -> None:
    forbid = {"sqlite": FORBID_ON_SQLITE, "postgresql": FORBID_ON_POSTGRESQL}.get(dialect)
    if forbid is None:
        return
    if dialect == "postgresql":
        op.execute(APPEND_ONLY)
    for table in APPENDED:
        for act in ("UPDATE", "DELETE"):
            op.execute(forbid.format(table=table, act=act))
