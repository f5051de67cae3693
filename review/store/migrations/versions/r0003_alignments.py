"""Alignments: which beads a translation has, and in which order; the newest counts, and the older ones stay.

What was stored before becomes the first alignment of its translation.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

NAME = sa.String(255)

FORBID_ON_SQLITE = """
CREATE TRIGGER {table}_no_{act} BEFORE {act} ON {table}
BEGIN SELECT RAISE(ABORT, '{table} is appended to only'); END
"""
FORBID_ON_POSTGRESQL = """
CREATE TRIGGER {table}_no_{act} BEFORE {act} ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION mtreview_append_only()
"""
FIRST_ALIGNMENTS = """
INSERT INTO alignments (translation, "at", "by", confidence)
SELECT number, added_at, added_by, confidence FROM translations ORDER BY number
"""
FIRST_ALIGNED = """
INSERT INTO aligned (alignment, place, bead)
SELECT alignments.number, beads.number, beads.id
FROM beads JOIN alignments ON alignments.translation = beads.translation
"""


def upgrade() -> None:
    _create_alignments()
    _create_aligned()
    op.execute(FIRST_ALIGNMENTS)
    op.execute(FIRST_ALIGNED)
    op.drop_column("translations", "confidence")
    _forbid_changes(op.get_bind().dialect.name)


def _create_alignments() -> None:
    op.create_table(
        "alignments",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("translation", sa.Integer, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", NAME, nullable=False),
        sa.Column("confidence", sa.Double),
        sa.PrimaryKeyConstraint("number", name="pk_alignments"),
        sa.ForeignKeyConstraint(
            ["translation"], ["translations.number"], name="fk_alignments_translation_translations"
        ),
    )
    op.create_index("ix_alignments_translation", "alignments", ["translation"])


def _create_aligned() -> None:
    op.create_table(
        "aligned",
        sa.Column("alignment", sa.Integer, nullable=False),
        sa.Column("place", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("bead", NAME, nullable=False),
        sa.PrimaryKeyConstraint("alignment", "place", name="pk_aligned"),
        sa.ForeignKeyConstraint(["alignment"], ["alignments.number"], name="fk_aligned_alignment_alignments"),
        sa.ForeignKeyConstraint(["bead"], ["beads.id"], name="fk_aligned_bead_beads"),
        sa.UniqueConstraint("bead", "alignment", name="uq_aligned_bead_alignment"),
    )


def _forbid_changes(dialect: str) -> None:
    forbid = {"sqlite": FORBID_ON_SQLITE, "postgresql": FORBID_ON_POSTGRESQL}.get(dialect)
    for table in ("alignments", "aligned") if forbid else ():
        for act in ("UPDATE", "DELETE"):
            op.execute(str(forbid).format(table=table, act=act))
