"""Events: what is said of an article as a whole, its releases and its samples."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

NAME = sa.String(255)

FORBID_ON_SQLITE = """
CREATE TRIGGER events_no_{act} BEFORE {act} ON events
BEGIN SELECT RAISE(ABORT, 'events is appended to only'); END
"""
FORBID_ON_POSTGRESQL = """
CREATE TRIGGER events_no_{act} BEFORE {act} ON events
FOR EACH STATEMENT EXECUTE FUNCTION mtreview_append_only()
"""


def upgrade() -> None:
    op.create_table(
        "events",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("id", NAME, nullable=False),
        sa.Column("article", sa.Integer, nullable=False),
        sa.Column("reviewer", NAME, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", NAME, nullable=False),
        sa.Column("value", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_events"),
        sa.ForeignKeyConstraint(["article"], ["articles.number"], name="fk_events_article_articles"),
        sa.UniqueConstraint("id", name="uq_events_id"),
    )
    op.create_index("ix_events_article", "events", ["article"])
    forbid = {"sqlite": FORBID_ON_SQLITE, "postgresql": FORBID_ON_POSTGRESQL}.get(op.get_bind().dialect.name)
    for act in ("UPDATE", "DELETE") if forbid else ():
        op.execute(str(forbid).format(act=act))
