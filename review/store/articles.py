"""Articles as rows, and read from them again."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import PurePath
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from review.article import extent
from review.errors import UnknownArticle, UnstorableValue
from review.store.schema import ARTICLES, BEADS, TEXTS, TRANSLATIONS
from review.store.unstorable import refuse_translation
from review.store.values import digest
from review.types import Article, Bead, LeftOut, Origin, Segment, Span, Text, Translation, WordLink

SLUG = 60
"""The greatest length of an article's id before it is told from others, in characters."""

SHORTEST_SLUG = 3
UNNAMED = "article"


@dataclass(frozen=True, slots=True)
class Signed:
    """When something was added, and by whom."""

    at: datetime
    by: str


def insert_article(connection: Connection, article: Article, signed: Signed) -> str:
    """Store an article under a new id, which is given back."""
    slug = _free_slug(connection, _slug(article))
    number = _inserted(
        connection,
        ARTICLES,
        id=slug,
        title=article.title,
        source=_insert_text(connection, article.source),
        under_review=article.under_review,
        added_at=signed.at,
        added_by=signed.by,
    )
    for translation in article.translations:
        _insert_translation(connection, number, article.source, slug, translation, signed)
    return slug


def insert_translation(connection: Connection, article_id: str, translation: Translation, signed: Signed) -> None:
    """Store one more translation of an article's source. Raises UnstorableValue for a system that has one there."""
    stored = select_article(connection, article_id)
    if translation.system in {made.system for made in stored.translations}:
        raise UnstorableValue(
            f"article {article_id}: a translation by {translation.system!r} is there already; expected another system"
        )
    refuse_translation(stored.source, translation)
    _insert_translation(connection, _number(connection, article_id), stored.source, article_id, translation, signed)


def select_article(connection: Connection, article_id: str) -> Article:
    """The article as it was stored. Raises UnknownArticle."""
    row = connection.execute(sa.select(ARTICLES).where(ARTICLES.c.id == article_id)).one_or_none()
    if row is None:
        raise UnknownArticle(f"article {article_id!r} is not in the store; expected the id of one that is")
    made = sa.select(TRANSLATIONS).where(TRANSLATIONS.c.article == row.number).order_by(TRANSLATIONS.c.number)
    source = _select_text(connection, row.source)
    return Article(
        id=row.id,
        title=row.title,
        source=source,
        translations=tuple(_select_translation(connection, source, found) for found in connection.execute(made).all()),
        under_review=row.under_review,
    )


def select_target(connection: Connection, bead_id: str) -> str:
    """What the system made of a bead: its target text before any correction."""
    joined = BEADS.join(TRANSLATIONS, BEADS.c.translation == TRANSLATIONS.c.number)
    found = sa.select(TRANSLATIONS.c.text, BEADS.c.target_start, BEADS.c.target_end).select_from(joined)
    row = connection.execute(found.where(BEADS.c.id == bead_id)).one()
    text = _select_text(connection, row.text)
    return extent(text, range(row.target_start, row.target_end)).of(text.raw)


def _slug(article: Article) -> str:
    """A readable id from the title, or else a file's name, in lower-case ASCII."""
    stems = (PurePath(text.origin.name).stem for text in (article.source, article.translation.text))
    for name in (article.title, *stems):
        plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
        slug = re.sub(r"[^a-z0-9]+", "-", plain)[:SLUG].strip("-")
        if len(slug) >= SHORTEST_SLUG:
            return slug
    return UNNAMED


def _free_slug(connection: Connection, slug: str) -> str:
    taken = set(connection.scalars(sa.select(ARTICLES.c.id).where(ARTICLES.c.id.startswith(slug))))
    return next(free for n in count(1) if (free := slug if n == 1 else f"{slug}-{n}") not in taken)


def _number(connection: Connection, article_id: str) -> int:
    return int(connection.execute(sa.select(ARTICLES.c.number).where(ARTICLES.c.id == article_id)).scalar_one())


def _inserted(connection: Connection, table: sa.Table, **columns: Any) -> int:
    """The number of the new row."""
    key = connection.execute(table.insert().values(**columns)).inserted_primary_key
    if key is None:
        raise TypeError(f"table {table.name}: no key given back; expected the number of the row")
    return int(key[0])


def _insert_text(connection: Connection, text: Text) -> int:
    segments = [[segment.start, segment.paragraph] for segment in text.segments]
    origin = _origin_fields(text.origin)
    return _inserted(connection, TEXTS, lang=text.lang, origin=origin, segments=segments, raw=text.raw)


def _insert_translation(
    connection: Connection, number: int, source: Text, slug: str, translation: Translation, signed: Signed
) -> None:
    # Imported here because it brings numpy along, and nobody who only reads needs that.
    from review.align.confidence import confidence

    made = _inserted(
        connection,
        TRANSLATIONS,
        article=number,
        system=translation.system,
        text=_insert_text(connection, translation.text),
        added_at=signed.at,
        added_by=signed.by,
        confidence=confidence(translation.beads),
    )
    last = connection.execute(sa.select(sa.func.max(BEADS.c.number)).where(BEADS.c.article == number)).scalar() or 0
    fixed = {"article": number, "translation": made}
    rows = [
        {"id": f"{slug}/{n}", "number": n, **fixed, **_bead_columns(bead, source, translation.text)}
        for n, bead in enumerate(translation.beads, last + 1)
    ]
    if rows:
        connection.execute(BEADS.insert(), rows)


def _bead_columns(bead: Bead, source: Text, target: Text) -> dict[str, Any]:
    source_start, source_end = _run(bead.source)
    target_start, target_end = _run(bead.target)
    return {
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


def _origin_fields(origin: Origin) -> dict[str, Any]:
    left_out = [[piece.text, piece.reason] for piece in origin.left_out]
    return {"name": origin.name, "format": origin.format, "encoding": origin.encoding, "left_out": left_out}


def _origin(fields: dict[str, Any]) -> Origin:
    return Origin(**{**fields, "left_out": tuple(LeftOut(*piece) for piece in fields["left_out"])})


def _select_text(connection: Connection, number: int) -> Text:
    row = connection.execute(sa.select(TEXTS).where(TEXTS.c.number == number)).one()
    ends = [start for start, _ in row.segments[1:]] + [len(row.raw)]
    segments = tuple(
        Segment(index, start, row.raw[start:end], paragraph)
        for index, ((start, paragraph), end) in enumerate(zip(row.segments, ends, strict=False))
    )
    return Text(row.raw, row.lang, segments, _origin(row.origin))


def _select_translation(connection: Connection, source: Text, row: Row[Any]) -> Translation:
    beads = sa.select(BEADS).where(BEADS.c.translation == row.number).order_by(BEADS.c.number)
    text = _select_text(connection, row.text)
    return Translation(row.system, text, tuple(_bead(found, source, text) for found in connection.execute(beads)))


def _bead(row: Row[Any], source: Text, target: Text) -> Bead:
    runs = tuple(range(row.source_start, row.source_end)), tuple(range(row.target_start, row.target_end))
    ours, theirs = _offset(source, runs[0]), _offset(target, runs[1])
    words = (
        WordLink(Span(ours + start, ours + end), Span(theirs + from_, theirs + to), weight)
        for start, end, from_, to, weight in row.words or ()
    )
    return Bead(*runs, row.score, row.id, tuple(words), row.certainty)
