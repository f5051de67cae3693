"""The shell door: each command reads, calls verbs of review.flow, and prints.

Exit codes: 0 done; 1 the input or the store was refused, and the message says where and why; 2 wrong usage;
3 a check failed on some pair, and the rest is complete; 130 interrupted.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from dataclasses import asdict
from functools import partial
from pathlib import Path

import click

from review import __version__, flow
from review.errors import ReviewError, UnknownArticle
from review.settings import settings
from review.shell import printed
from review.shell.commands import COMMANDS
from review.shell.options import (
    EPILOG,
    FILE,
    article_id,
    as_json,
    now,
    store_at,
    tags,
    url,
)
from review.shell.overfiles import OVER_FILES
from review.shell.terminal import (
    content_of,
    door,
    expect_free,
    shares,
    side_of,
    table,
)
from review.texts.formats import is_pair_table
from review.verbs import everywhere, samples

INTERRUPTED = 130


@click.group(epilog=EPILOG)
@click.version_option(__version__, message=f"mtreview {__version__}", help="Print the version.")
def app() -> None:
    """Review machine translation: align, check, correct, export and score.

    Begin with `mtreview serve`, which opens the workbench in the browser, or with `mtreview add SOURCE TARGET`, which
    prints the id that the other commands take.
    """


command = partial(app.command, epilog=EPILOG)
for more in (*OVER_FILES, *COMMANDS):
    app.add_command(more)


@command()
@url
@click.option("--port", type=click.IntRange(1, 65535), help="Port to listen on.")
@click.option("--host", default="", help="Address to listen on.")
@click.option("--no-samples", is_flag=True, help="Do not load the sample articles.")
def serve(db: str, port: int | None, host: str, *, no_samples: bool) -> None:
    """Open the workbench in the browser.

    It is reached from this machine only, unless --host says otherwise.
    """
    chosen = settings()
    where = host or chosen.host, port or chosen.port
    expect_free(*where)
    environment = dict(os.environ, MTREVIEW_DB=db or chosen.db)
    if no_samples:
        environment["MTREVIEW_SAMPLES"] = "false"
    store = store_at(db)
    if chosen.samples and not no_samples and samples.lacks_samples(store):
        click.echo("adding the sample articles …", err=True)
        samples.add_samples(store, at=now())
    store.close()
    address = ["--server.address", where[0], "--server.port", str(where[1]), "--logger.level", "warning"]
    os.execve(  # noqa: S606 - the arguments are ours, and no shell reads them
        sys.executable, [sys.executable, "-m", "streamlit", "run", str(door()), *address], environment
    )


@command()
@click.argument("source", type=FILE)
@click.argument("target", type=FILE, required=False)
@tags
@click.option("--title", default="", help="Default: the first line of the translation that is no page furniture.")
@click.option("--system", default="MT", help="The name of what translated it.")
@url
@as_json
def add(
    source: Path,
    target: Path | None,
    source_lang: str,
    target_lang: str,
    title: str,
    system: str,
    db: str,
    *,
    as_json: bool,
) -> None:
    """Add an article and its translation, and print its id.

    A table of pairs (.csv, .tsv, .jsonl) holds both: then there is no TARGET.
    """
    store = store_at(db)
    if target is not None:
        sides = side_of(source, source_lang), side_of(target, target_lang)
        with shares("aligning", *sides) as done:
            read = flow.paired(*sides, title=title, system=system, store=store, progress=done)
    elif is_pair_table(source.name):
        read = flow.read_table(
            *content_of(source), source_lang=source_lang, target_lang=target_lang, title=title, system=system
        )
    else:
        raise click.BadParameter(
            "missing; expected the translation, or a table of pairs as the source", param_hint="TARGET"
        )
    for side in (read.source, read.translation.text):
        for left in side.origin.left_out:
            click.echo(f"left out of {side.origin.name}, {left.reason}: {left.text[:80]!r}", err=True)
    added = store.add(read, at=now(), by=settings().reviewer)
    click.echo(json.dumps(printed.article_fields(store, added.id), ensure_ascii=False) if as_json else added.id)


@command("list")
@url
@as_json
def list_articles(db: str, *, as_json: bool) -> None:
    """List the articles in the store."""
    entries = store_at(db).entries()
    if as_json:
        click.echo(json.dumps([asdict(entry) for entry in entries], default=str, ensure_ascii=False))
        return
    header = ("article", "languages", "system", "pairs", "corrected", "approved", "title")
    rows = (
        (e.id, f"{e.source_lang}-{e.target_lang}", e.system, str(e.pairs), str(e.corrected), str(e.approved), e.title)
        for e in entries
    )
    click.echo(table(header, rows), nl=False)


@command()
@article_id
@url
@as_json
def show(article: str, db: str, *, as_json: bool) -> None:
    """Show an article pair by pair.

    Of each pair its status, its findings, and the text as it stands.
    """
    about = printed.article_fields(store_at(db), article)
    if as_json:
        click.echo(json.dumps(about, ensure_ascii=False))
        return
    rows = (
        (pair["id"], pair["status"], str(len(pair["findings"])), pair["source"], pair["text"])
        for pair in about["pairs"]
    )
    click.echo(table(("pair", "status", "findings", "source", "text"), rows), nl=False)


@command()
@click.option("--db", default="", help="A store, to say as well how often its reviewers found each check right.")
@as_json
def checks(db: str, *, as_json: bool) -> None:
    """List the checks, and how often each is on an error.

    How often is counted on rated translations, and with --db by what its reviewers decided.
    """
    record = everywhere.track_record(store_at(db)) if db else {}
    listed = [check | {"decided": str(record.get(check["id"], ""))} for check in flow.checks()]
    click.echo(json.dumps(listed, ensure_ascii=False) if as_json else printed.check_table(listed), nl=as_json)


def main() -> None:
    """Run the command line; a closed pipe ends it quietly, as it ends any filter."""
    # Read when numpy is imported: no matrix here is large, and idle threads of its library take time from others.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    try:
        sys.exit(app(prog_name="mtreview", standalone_mode=False))
    except click.Abort:
        sys.exit(INTERRUPTED)
    except click.ClickException as problem:
        problem.show()
        sys.exit(problem.exit_code)
    except ReviewError as problem:
        where = "; `mtreview list` shows them" if isinstance(problem, UnknownArticle) else ""
        click.echo(f"mtreview: {problem}{where}", err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
