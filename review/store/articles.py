"""Articles as rows, and read from them again."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import count
from pathlib import PurePath
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from review.article import extent
from review.errors import StaleAlignment, UnknownArticle, UnstorableValue
from review.store.alignments import Owner, Signed, insert_alignment, inserted, lock_beads, select_beads
from review.store.schema import ALIGNMENTS, ARTICLES, BEADS, JUDGEMENTS, TEXTS, TRANSLATIONS
from review.store.unstorable import refuse_translation
from review.types import Article, Bead, LeftOut, Origin, Segment, Side, Text, Translation

SLUG = 60
"""The greatest length of an article's id before it is told from others, in characters."""

SHORTEST_SLUG = 3
UNNAMED = "article"


def insert_article(connection: Connection, article: Article, signed: Signed) -> str:
    """Store an article under a new id, which is given back."""
    slug = _free_slug(connection, _slug(article))
    number = inserted(
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
    _insert_translation(
        connection, select_number(connection, article_id), stored.source, article_id, translation, signed
    )


def insert_realigned(
    connection: Connection, article: Article, beads: Sequence[Bead], seen: Collection[str], signed: Signed
) -> None:
    """Store other beads of the translation under review: those with an id stay or come back, the others are new.

    Raises UnknownArticle; StaleAlignment where the article has other beads by now, or one that goes was judged by a
    judgement that is not `seen`; and UnstorableValue for beads that are no runs, or whose ids it never had.
    """
    number = select_number(connection, article.id)
    made = article.translation
    refuse_translation(article.source, replace(made, beads=tuple(beads)))
    ours = sa.and_(TRANSLATIONS.c.article == number, TRANSLATIONS.c.system == made.system)
    translation = int(connection.execute(sa.select(TRANSLATIONS.c.number).where(ours)).scalar_one())
    (ever, before), kept = lock_beads(connection, translation), {bead.id for bead in beads} - {""}
    if before != tuple(bead.id for bead in made.beads):
        raise StaleAlignment(article.id)
    if not kept <= ever:
        strange = ", ".join(sorted(kept - ever))
        raise UnstorableValue(f"article {article.id}: it never had the beads {strange}; expected ids that it had")
    judged = sa.select(JUDGEMENTS.c.id, JUDGEMENTS.c.pair).where(JUDGEMENTS.c.article == number)
    if any(pair not in kept and id_ not in seen for id_, pair in connection.execute(judged)):
        raise StaleAlignment(article.id)
    insert_alignment(connection, Owner(number, article.id, translation), (article.source, made.text), beads, signed)


def select_article(connection: Connection, article_id: str) -> Article:
    """The article as it was stored. Raises UnknownArticle."""
    number = select_number(connection, article_id)
    row = connection.execute(sa.select(ARTICLES).where(ARTICLES.c.number == number)).one()
    made = sa.select(TRANSLATIONS).where(TRANSLATIONS.c.article == row.number).order_by(TRANSLATIONS.c.number)
    source = _select_text(connection, row.source)
    return Article(
        id=row.id,
        title=row.title,
        source=source,
        translations=tuple(_select_translation(connection, source, found) for found in connection.execute(made).all()),
        under_review=row.under_review,
    )


def select_editions(connection: Connection, article_id: str = "") -> dict[str, int]:
    """By article, in the order of adding, the number of the newest alignment of any of its translations; of one
    article where it is named.
    """
    joined = ALIGNMENTS.join(TRANSLATIONS, ALIGNMENTS.c.translation == TRANSLATIONS.c.number)
    joined = joined.join(ARTICLES, TRANSLATIONS.c.article == ARTICLES.c.number)
    newest = sa.select(ARTICLES.c.id, sa.func.max(ALIGNMENTS.c.number)).select_from(joined)
    chosen = newest.where(ARTICLES.c.id == article_id) if article_id else newest
    found = chosen.group_by(ARTICLES.c.id, ARTICLES.c.number).order_by(ARTICLES.c.number)
    return {id_: int(number) for id_, number in connection.execute(found)}


def select_sources(connection: Connection, lang: str) -> dict[str, str]:
    """By article whose source is in a language, in the order of adding, the raw text of that source."""
    joined = ARTICLES.join(TEXTS, ARTICLES.c.source == TEXTS.c.number)
    found = sa.select(ARTICLES.c.id, TEXTS.c.raw).select_from(joined).where(TEXTS.c.lang == lang)
    return {row.id: row.raw for row in connection.execute(found.order_by(ARTICLES.c.number))}


def select_pairs(connection: Connection, article_id: str) -> frozenset[str]:
    """The ids of all pairs that the article has or has had. Raises UnknownArticle."""
    number = select_number(connection, article_id)
    return frozenset(connection.scalars(sa.select(BEADS.c.id).where(BEADS.c.article == number)))


def select_side(connection: Connection, bead_id: str, side: Side) -> str:
    """A bead's text on a side: of the source, or what the system made of it before any correction."""
    source = side == "source"
    joined = BEADS.join(TRANSLATIONS, BEADS.c.translation == TRANSLATIONS.c.number)
    joined = joined.join(ARTICLES, BEADS.c.article == ARTICLES.c.number)
    run = (BEADS.c.source_start, BEADS.c.source_end) if source else (BEADS.c.target_start, BEADS.c.target_end)
    found = sa.select(ARTICLES.c.source if source else TRANSLATIONS.c.text, *run).select_from(joined)
    number, start, end = connection.execute(found.where(BEADS.c.id == bead_id)).one()
    text = _select_text(connection, number)
    return extent(text, range(start, end)).of(text.raw)


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


def select_number(connection: Connection, article_id: str) -> int:
    """The number of an article. Raises UnknownArticle."""
    number = connection.execute(sa.select(ARTICLES.c.number).where(ARTICLES.c.id == article_id)).scalar()
    if number is None:
        raise UnknownArticle(f"article {article_id!r} is not in the store; expected the id of one that is")
    return int(number)


def _insert_text(connection: Connection, text: Text) -> int:
    segments = [[segment.start, segment.paragraph] for segment in text.segments]
    origin = _origin_fields(text.origin)
    return inserted(connection, TEXTS, lang=text.lang, origin=origin, segments=segments, raw=text.raw)


def _insert_translation(
    connection: Connection, number: int, source: Text, slug: str, translation: Translation, signed: Signed
) -> None:
    made = inserted(
        connection,
        TRANSLATIONS,
        article=number,
        system=translation.system,
        text=_insert_text(connection, translation.text),
        added_at=signed.at,
        added_by=signed.by,
    )
    beads = tuple(replace(bead, id="") for bead in translation.beads)
    insert_alignment(connection, Owner(number, slug, made), (source, translation.text), beads, signed)


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
    text = _select_text(connection, row.text)
    return Translation(row.system, text, select_beads(connection, row.number, source, text))
