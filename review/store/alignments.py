"""Alignments as rows: the beads of a translation in their order. A new one lists again what it keeps of the last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import count, groupby, pairwise
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from review.article import extent
from review.judgements import Stretch
from review.store.schema import ALIGNED, ALIGNMENTS, ARTICLES, BEADS, TRANSLATIONS
from review.store.values import digest
from review.types import Bead, Span, Text, WordLink


@dataclass(frozen=True, slots=True)
class Signed:
    """When something was added, and by whom."""

    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Owner:
    """The rows that an alignment belongs to: the article's number and id, and the translation's number."""

    article: int
    slug: str
    translation: int


def insert_alignment(
    connection: Connection, owner: Owner, sides: tuple[Text, Text], beads: Sequence[Bead], signed: Signed
) -> None:
    """Store an alignment of a translation; beads without an id are new, and get one."""
    # Imported here because it brings numpy along, and nobody who only reads needs that.
    from review.align.confidence import confidence

    signature = {"translation": owner.translation, "at": signed.at, "by": signed.by}
    alignment = inserted(connection, ALIGNMENTS, **signature, confidence=confidence(beads))
    numbers = count(_last(connection, owner) + 1)
    listed, new = [], []
    for place, bead in enumerate(beads):
        row = {"id": bead.id} if bead.id else _bead_row(bead, next(numbers), owner, *sides)
        new += [row] * (not bead.id)
        listed.append({"alignment": alignment, "place": place, "bead": row["id"]})
    for table, rows in ((BEADS, new), (ALIGNED, listed)):
        if rows:
            connection.execute(table.insert(), rows)


def select_beads(connection: Connection, translation: int, source: Text, target: Text) -> tuple[Bead, ...]:
    """The beads of a translation's newest alignment."""
    newest = sa.select(sa.func.max(ALIGNMENTS.c.number)).where(ALIGNMENTS.c.translation == translation)
    beads = _listed(sa.select(BEADS), newest)
    return tuple(_bead(found, source, target) for found in connection.execute(beads))


def select_beads_with(connection: Connection, bead_id: str, source: Text, target: Text) -> tuple[Bead, ...]:
    """The beads of the newest alignment that has that one; none where none has."""
    newest = sa.select(sa.func.max(ALIGNED.c.alignment)).where(ALIGNED.c.bead == bead_id)
    return tuple(_bead(found, source, target) for found in connection.execute(_listed(sa.select(BEADS), newest)))


def select_newest_alignment(connection: Connection, article_id: str) -> int:
    """The number of the newest alignment of an article's translation under review."""
    joined = ALIGNMENTS.join(TRANSLATIONS, ALIGNMENTS.c.translation == TRANSLATIONS.c.number)
    joined = joined.join(ARTICLES, TRANSLATIONS.c.article == ARTICLES.c.number)
    ours = sa.and_(ARTICLES.c.id == article_id, TRANSLATIONS.c.system == ARTICLES.c.under_review)
    return int(
        connection.execute(sa.select(sa.func.max(ALIGNMENTS.c.number)).select_from(joined).where(ours)).scalar_one()
    )


def select_beads_of(connection: Connection, alignment: int, source: Text, target: Text) -> tuple[Bead, ...]:
    """The beads of that alignment."""
    beads = _listed(sa.select(BEADS), sa.select(sa.literal(alignment)))
    return tuple(_bead(found, source, target) for found in connection.execute(beads))


def select_stretches(connection: Connection, bead_id: str, source: Text, target: Text) -> tuple[Stretch, ...]:
    """The beads that held segments of one in each alignment, the oldest first; not where they are as before."""
    one = connection.execute(sa.select(BEADS).where(BEADS.c.id == bead_id)).one_or_none()
    if one is None:
        return ()
    over = (
        sa.and_(
            BEADS.c[f"{side}_start"] < one._mapping[f"{side}_end"],
            BEADS.c[f"{side}_end"] > one._mapping[f"{side}_start"],
        )
        for side in ("source", "target")
    )
    joined = BEADS.join(ALIGNED, ALIGNED.c.bead == BEADS.c.id).join(
        ALIGNMENTS, ALIGNED.c.alignment == ALIGNMENTS.c.number
    )
    found = sa.select(BEADS, ALIGNMENTS.c.number.label("alignment"), ALIGNMENTS.c.at, ALIGNMENTS.c.by).select_from(
        joined
    )
    found = found.where(BEADS.c.translation == one.translation, sa.or_(*over)).order_by(
        ALIGNED.c.alignment, ALIGNED.c.place
    )
    stretches = [
        Stretch(of[1], of[2], tuple(_bead(row, source, target) for row in rows))
        for of, rows in groupby(connection.execute(found), key=lambda row: (row.alignment, row.at, row.by))
    ]
    return tuple(stretches[:1] + [each for before, each in pairwise(stretches) if each.beads != before.beads])


def lock_beads(connection: Connection, translation: int) -> tuple[frozenset[str], tuple[str, ...]]:
    """The ids of all beads that a translation has had, and those of its newest alignment.

    Whoever judges or aligns them waits until the transaction ends.
    """
    every = sa.select(BEADS.c.id).where(BEADS.c.translation == translation).with_for_update()
    ever = frozenset(connection.scalars(every))
    newest = sa.select(sa.func.max(ALIGNMENTS.c.number)).where(ALIGNMENTS.c.translation == translation)
    return ever, tuple(connection.scalars(_listed(sa.select(BEADS.c.id), newest)))


def is_listed(connection: Connection, bead_id: str) -> bool:
    """Whether a bead is one of its translation's newest alignment."""
    newest = sa.select(sa.func.max(ALIGNMENTS.c.number)).where(ALIGNMENTS.c.translation == BEADS.c.translation)
    listed = sa.select(BEADS.c.id).join(ALIGNED, ALIGNED.c.bead == BEADS.c.id).where(BEADS.c.id == bead_id)
    return connection.execute(listed.where(ALIGNED.c.alignment == newest.scalar_subquery())).scalar() is not None


def inserted(connection: Connection, table: sa.Table, **columns: Any) -> int:
    """The number of the new row."""
    key = connection.execute(table.insert().values(**columns)).inserted_primary_key
    if key is None:
        raise TypeError(f"table {table.name}: no key given back; expected the number of the row")
    return int(key[0])


def _listed(beads: sa.Select[Any], alignment: sa.Select[tuple[int]]) -> sa.Select[Any]:
    listed = beads.join(ALIGNED, ALIGNED.c.bead == BEADS.c.id).where(ALIGNED.c.alignment == alignment.scalar_subquery())
    return listed.order_by(ALIGNED.c.place)


def _last(connection: Connection, owner: Owner) -> int:
    """The number of the article's last bead, 0 where it has none."""
    last = sa.select(sa.func.max(BEADS.c.number)).where(BEADS.c.article == owner.article)
    return connection.execute(last).scalar() or 0


def _bead_row(bead: Bead, number: int, owner: Owner, source: Text, target: Text) -> dict[str, Any]:
    source_start, source_end = _run(bead.source)
    target_start, target_end = _run(bead.target)
    return {
        "id": f"{owner.slug}/{number}",
        "number": number,
        "article": owner.article,
        "translation": owner.translation,
        "source_start": source_start,
        "source_end": source_end,
        "target_start": target_start,
        "target_end": target_end,
        "score": bead.score,
        "gist": digest(extent(target, bead.target).of(target.raw)),
        "certainty": bead.certainty,
        "words": _word_fields(bead, source, target),
    }


def _word_fields(bead: Bead, source: Text, target: Text) -> list[list[float]] | None:
    ours, theirs = _offset(source, bead.source), _offset(target, bead.target)
    return [
        [
            link.source.start - ours,
            link.source.end - ours,
            link.target.start - theirs,
            link.target.end - theirs,
            round(link.weight, 2),
        ]
        for link in bead.words
    ] or None


def _offset(text: Text, indexes: Sequence[int]) -> int:
    """Where a run of segments begins in its text."""
    return text.segments[indexes[0]].start if indexes else 0


def _run(indexes: Sequence[int]) -> tuple[int, int]:
    return (indexes[0], indexes[-1] + 1) if indexes else (0, 0)


def _bead(row: Row[Any], source: Text, target: Text) -> Bead:
    runs = tuple(range(row.source_start, row.source_end)), tuple(range(row.target_start, row.target_end))
    ours, theirs = _offset(source, runs[0]), _offset(target, runs[1])
    words = (
        WordLink(Span(ours + start, ours + end), Span(theirs + from_, theirs + to), weight)
        for start, end, from_, to, weight in row.words or ()
    )
    return Bead(*runs, row.score, row.id, tuple(words), row.certainty)
