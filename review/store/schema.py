"""The tables. Rows are added and never changed, so that whatever was once acknowledged can be read again."""

from __future__ import annotations

from datetime import UTC, datetime

import sqlalchemy as sa
from sqlalchemy.engine import Dialect

REVISION = "0004"
"""The migration that gives these tables."""

NAME = 255
"""The greatest length of a name or an id in characters, where a database wants one."""

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class UtcTime(sa.types.TypeDecorator[datetime]):
    """An aware time, kept in UTC and given back aware also by databases that know no zones."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


METADATA = sa.MetaData(naming_convention=NAMES)

TEXTS = sa.Table(
    "texts",
    METADATA,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("lang", sa.String(NAME), nullable=False),
    sa.Column("origin", sa.JSON, nullable=False),
    # [start in code points, paragraph] of each segment: a segment ends where the next begins, for they tile the text
    sa.Column("segments", sa.JSON, nullable=False),
    sa.Column("raw", sa.Text, nullable=False),
)

ARTICLES = sa.Table(
    "articles",
    METADATA,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("id", sa.String(NAME), nullable=False, unique=True),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("source", sa.ForeignKey("texts.number"), nullable=False),
    sa.Column("under_review", sa.String(NAME), nullable=False),
    sa.Column("added_at", UtcTime, nullable=False),
    sa.Column("added_by", sa.String(NAME), nullable=False),
)

TRANSLATIONS = sa.Table(
    "translations",
    METADATA,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("article", sa.ForeignKey("articles.number"), nullable=False),
    sa.Column("system", sa.String(NAME), nullable=False),
    sa.Column("text", sa.ForeignKey("texts.number"), nullable=False),
    sa.Column("added_at", UtcTime, nullable=False),
    sa.Column("added_by", sa.String(NAME), nullable=False),
    sa.UniqueConstraint("article", "system"),
)

BEADS = sa.Table(
    "beads",
    METADATA,
    sa.Column("id", sa.String(NAME), primary_key=True),
    sa.Column("article", sa.ForeignKey("articles.number"), nullable=False),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("translation", sa.ForeignKey("translations.number"), nullable=False, index=True),
    sa.Column("source_start", sa.Integer, nullable=False),
    sa.Column("source_end", sa.Integer, nullable=False),
    sa.Column("target_start", sa.Integer, nullable=False),
    sa.Column("target_end", sa.Integer, nullable=False),
    sa.Column("score", sa.Double, nullable=False),
    sa.Column("gist", sa.String(NAME), nullable=False),
    sa.Column("certainty", sa.Double),
    # [source start, end, target start, end, weight] of each, counted from the first segments' starts; NULL for none
    sa.Column("words", sa.JSON(none_as_null=True)),
    sa.UniqueConstraint("article", "number"),
)

ALIGNMENTS = sa.Table(
    "alignments",
    METADATA,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("translation", sa.ForeignKey("translations.number"), nullable=False, index=True),
    sa.Column("at", UtcTime, nullable=False),
    sa.Column("by", sa.String(NAME), nullable=False),
    # what the beads say together, for the list of articles
    sa.Column("confidence", sa.Double),
)

ALIGNED = sa.Table(
    "aligned",
    METADATA,
    sa.Column("alignment", sa.ForeignKey("alignments.number"), primary_key=True),
    sa.Column("place", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("bead", sa.ForeignKey("beads.id"), nullable=False),
    sa.UniqueConstraint("bead", "alignment"),
)


def newest_alignments() -> sa.Select[tuple[int]]:
    """Of each translation the number of its newest alignment, which is the one that counts."""
    return sa.select(sa.func.max(ALIGNMENTS.c.number)).group_by(ALIGNMENTS.c.translation)


def _judgement_columns() -> tuple[sa.Column[int] | sa.Column[str] | sa.Column[datetime], ...]:
    return (
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.String(NAME), nullable=False, unique=True),
        sa.Column("article", sa.ForeignKey("articles.number"), nullable=False, index=True),
        sa.Column("pair", sa.ForeignKey("beads.id"), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("reviewer", sa.String(NAME), nullable=False),
        sa.Column("at", UtcTime, nullable=False),
        sa.Column("kind", sa.String(NAME), nullable=False),
        sa.Column("value", sa.JSON, nullable=False),
        # what is looked for without reading values, see values.gist
        sa.Column("gist", sa.String(NAME), nullable=False),
    )


JUDGEMENTS = sa.Table("judgements", METADATA, *_judgement_columns())
sa.Index("ix_judgements_newest", JUDGEMENTS.c.kind, JUDGEMENTS.c.pair, JUDGEMENTS.c.reviewer, JUDGEMENTS.c.number)

REFUSED = sa.Table("refused", METADATA, *_judgement_columns())

CORRECTIONS = sa.Table(
    "corrections",
    METADATA,
    sa.Column("pair", sa.ForeignKey("beads.id"), primary_key=True),
    # the version that it was made on: two corrections of the same one cannot both be stored
    sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("judgement", sa.ForeignKey("judgements.number"), nullable=False, unique=True),
)

EVENTS = sa.Table(
    "events",
    METADATA,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("id", sa.String(NAME), nullable=False, unique=True),
    sa.Column("article", sa.ForeignKey("articles.number"), nullable=False, index=True),
    sa.Column("reviewer", sa.String(NAME), nullable=False),
    sa.Column("at", UtcTime, nullable=False),
    sa.Column("kind", sa.String(NAME), nullable=False),
    sa.Column("value", sa.JSON, nullable=False),
)
