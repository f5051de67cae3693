"""Commands of the shell door about what others say of an article: other translations, and judges."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from review import consult
from review.options import EPILOG, FILE, article_id, now, store_at, url
from review.settings import settings
from review.terminal import content_of, working
from review.types import Article

command = partial(click.command, epilog=EPILOG)
SERVICES = ("deepl", "libretranslate", "openai")


@command("add-translation")
@article_id
@click.argument("file", type=FILE)
@click.option("--system", metavar="NAME", required=True, help="What translated it.")
@url
def add_translation(article: str, file: Path, system: str, db: str) -> None:
    """Add what another system made of an article, to be seen beside the translation under review.

    FILE is a text, aligned with the source here, or a table of the article's pairs (.csv, .tsv, .jsonl).
    """
    content, name = content_of(file)
    with working("aligning") as done:
        added = consult.add_translation(
            store_at(db), article, content, name, system=system, at=now(), by=settings().reviewer, progress=done
        )
    click.echo(_summary(added, system))


@command()
@article_id
@click.option("--from", "service", type=click.Choice(SERVICES), required=True, help="See docs/services.md.")
@url
def fetch(article: str, service: str, db: str) -> None:
    """Send an article's source to a translation service that you have set, and add what it makes of it."""
    with working("translating") as done:
        added = consult.fetch_translation(
            store_at(db), article, service, at=now(), by=settings().reviewer, progress=done
        )
    click.echo(_summary(added, added.translations[-1].system))


def _summary(article: Article, system: str) -> str:
    return f"{article.id}: {len(article.translations)} translations, {system!r} added"


COMMANDS: tuple[click.Command, ...] = (add_translation, fetch)
