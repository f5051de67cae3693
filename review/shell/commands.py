"""Commands of the shell door about articles in the store: exports, other translations, judges, releases and more."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import click

from review import flow
from review.errors import WrongSetting
from review.judged.release import released_said, said_of
from review.judged.sampled import words_of
from review.judged.sampling import MOST, SIZE, signature
from review.settings import settings
from review.shell import printed
from review.shell.options import EPILOG, FILE, article_id, now, output_file, store_at, url
from review.shell.terminal import content_of, table, working, writing
from review.types import Article
from review.verbs import consult, gate, realign

if TYPE_CHECKING:
    from review.judgements import Review
    from review.services.judges import Consulted

command = partial(click.command, epilog=EPILOG)
SERVICES = ("deepl", "libretranslate", "openai")


@command("export")
@click.argument("articles", nargs=-1)
@click.option(
    "--as",
    "form",
    required=True,
    help="text, html, docx, revisions, csv, xliff, tmx, mqm, ratings, triples, jsonl; docs/exporting.md says for whom.",
)
@click.option("--all", "every", is_flag=True, help="All articles of the store.")
@output_file
@url
def export_articles(articles: tuple[str, ...], form: str, output: Path, db: str, *, every: bool) -> None:
    """Write a corrected article in a format for your trade.

    Of several articles, or with --all, a zip archive with a file each.
    """
    store = store_at(db)
    chosen = tuple(entry.id for entry in store.entries()) if every else articles
    if bool(articles) == every or not chosen:
        raise click.UsageError("expected the id of an article, or several, or --all; `mtreview list` shows the ids")
    alone = len(chosen) == 1 and not every
    one, several = partial(flow.export_of, store, chosen[0]), partial(flow.exports_of, store, chosen)
    content = (one if alone else several)(form, at=now())
    with writing(output) as sink:
        sink.write(content)


@command()
@click.argument("articles", nargs=-1, required=True)
@output_file
@url
def report(articles: tuple[str, ...], output: Path, db: str) -> None:
    """Write the score report of articles as an HTML page."""
    store = store_at(db)
    page = gate.report_of(store, [flow.review_of(store, article) for article in articles], at=now())
    with writing(output) as sink:
        sink.write(page.encode())


@command("add-translation")
@article_id
@click.argument("file", type=FILE)
@click.option("--system", metavar="NAME", required=True, help="What translated it.")
@click.option("--anyway", is_flag=True, help="Add it even where it hardly matches the source.")
@url
def add_translation(article: str, file: Path, system: str, db: str, *, anyway: bool) -> None:
    """Add what another system made of an article.

    It is seen beside the translation under review. FILE is a text, aligned with the source here, or a table of the
    article's pairs (.csv, .tsv, .jsonl).
    """
    content, name = content_of(file)
    with working("aligning") as done:
        added = consult.add_translation(
            store_at(db),
            article,
            content,
            name,
            system=system,
            at=now(),
            by=settings().reviewer,
            anyway=anyway,
            progress=done,
        )
    click.echo(_summary(added, system))


@command()
@article_id
@click.option("--from", "service", type=click.Choice(SERVICES), required=True, help="See docs/services.md.")
@url
def fetch(article: str, service: str, db: str) -> None:
    """Have a translation service translate an article.

    The source is sent to a service that you have set, and what it makes of it is added.
    """
    store = store_at(db)
    offer = next(offer for offer in consult.offers() if offer.id == service)
    click.echo(consult.said_of(offer, store.article(article)), err=True)
    with working("translating") as done:
        added = consult.fetch_translation(store, article, service, at=now(), by=settings().reviewer, progress=done)
    click.echo(_summary(added, added.translations[-1].system))


@command()
@article_id
@url
def judge(article: str, db: str) -> None:
    """Ask the judges that you have set about an article.

    Each is asked once about the same texts.
    """
    review = flow.review_of(store_at(db), article)
    standings = consult.standings(review)
    if not standings:
        raise WrongSetting("no judge is set; docs/services.md says which there are and how")
    done = [_asked(review, standing) for standing in standings]
    rows = ((one.judge.name, str(one.asked), str(one.dropped)) for one in done)
    click.echo(table(("judge", "asked about", "quotes dropped"), rows), nl=False)
    failures = [failure for one in done for failure in one.failures]
    for failure in failures:
        click.echo(f"{failure.check}, pair {failure.pair}: {failure.reason}", err=True)
    if failures:
        raise click.exceptions.Exit(3)


@command("realign")
@article_id
@url
def realign_article(article: str, db: str) -> None:
    """Align an article again around what was reviewed.

    Pairs that reviewers have judged or mended stay; what confirmed pairs teach is used.
    """
    store = store_at(db)
    with working("aligning") as done:
        realigned = realign.realign(store, article, at=now(), by=settings().reviewer, progress=done)
    click.echo(f"{article}: {realigned}")


@command("release")
@article_id
@click.option("--anyway", is_flag=True, help="Release it with what is open.")
@url
def release_article(article: str, db: str, *, anyway: bool) -> None:
    """Record that an article is given out as it stands.

    Where something is open it is only told what, unless --anyway is given. See docs/releasing.md.
    """
    store = store_at(db)
    review = flow.review_of(store, article)
    lines = gate.open_lines(store, review, flow.flags_in(store, review))
    for line in lines:
        click.echo(said_of(line), err=True)
    if lines and not anyway:
        raise click.exceptions.Exit(1)
    gate.release_article(store, article, id_=str(uuid4()), at=now(), by=settings().reviewer)
    click.echo(released_said(gate.standing_of(store, flow.review_of(store, article))))


@command()
@article_id
@click.option("--size", type=click.IntRange(1, MOST), default=SIZE, show_default=True, help="How many pairs.")
@click.option("--seed", type=click.IntRange(0), default=None, help="Drawn too where it is not given.")
@click.option("--all", "every", is_flag=True, help="Draw from pairs that somebody has read too.")
@click.option("--show", is_flag=True, help="Draw nothing: tell what the samples so far say.")
@url
def sample(article: str, size: int, seed: int | None, db: str, *, every: bool, show: bool) -> None:
    """Draw a random sample of pairs without findings.

    Read on the Review page, they tell how much the checks pass over.
    """
    store = store_at(db)
    if not show:
        signed = {"id_": str(uuid4()), "by": settings().reviewer}
        gate.draw_sample(store, article, at=now(), size=size, seed=seed, unread=not every, **signed)
    for estimate in gate.estimates_of(store, flow.review_of(store, article)):
        click.echo(" ".join(words_of(estimate)))
        click.echo(signature(estimate))


@command()
@click.argument("articles", nargs=-1, required=True)
@url
def raters(articles: tuple[str, ...], db: str) -> None:
    """Print each rater's MQM score, and how far they agree.

    Scores are of a system's segments that the rater has rated, agreement is on those that raters share.
    """
    store = store_at(db)
    ratings = gate.ratings_of(store, [flow.review_of(store, article) for article in articles])
    click.echo(printed.rater_tables(ratings), nl=False)


@command()
@article_id
@click.option("--end", is_flag=True, help="Show all of it to all again.")
@url
def blind(article: str, db: str, *, end: bool) -> None:
    """Let reviewers of an article see only their own words.

    Until --end, each sees what he says of it himself and nothing of the others.
    """
    store, signed = store_at(db), {"id_": str(uuid4()), "by": settings().reviewer}
    if not end:
        gate.begin_blind(store, article, at=now(), **signed)
        click.echo(f"{article}: under blind review")
        return
    pairs = gate.end_blind(store, article, at=now(), **signed)
    click.echo(f"{article}: shown to all, {len(pairs)} pairs in question because they were left with different texts")


def _asked(review: Review, standing: consult.Standing) -> Consulted:
    waiting = standing.pairs - standing.judged
    click.echo(f"asking {standing.judge.place} about {waiting} pairs. {standing.judge.cost}", err=True)
    with working("asking") as done:
        return consult.ask_judge(review, standing.judge.id, done)


def _summary(article: Article, system: str) -> str:
    return f"{article.id}: {len(article.translations)} translations, {system!r} added"


COMMANDS: tuple[click.Command, ...] = (
    export_articles,
    report,
    add_translation,
    fetch,
    judge,
    realign_article,
    release_article,
    sample,
    raters,
    blind,
)
