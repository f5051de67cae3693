"""The words that speak for a bead, how sure it is, and how sure a translation's beads are together."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("translations", sa.Column("confidence", sa.Double))
    op.add_column("beads", sa.Column("certainty", sa.Double))
    op.add_column("beads", sa.Column("words", sa.JSON))
