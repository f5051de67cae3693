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

from review import __version__, everywhere, flow, printed, samples
from review.commands import COMMANDS
from review.errors import ReviewError, UnknownArticle, UnscorableTexts
from review.options import (
    EPILOG,
    FILE,
    article_id,
    as_json,
    formats,
    now,
    project_files,
    store_at,
    tags,
    url,
)
from review.settings import settings
from review.terminal import STANDARD, content_of, door, expect_free, lines_of, opened, progress, shares, table, writing
from review.texts.formats import is_pair_table
from review.types import Failure, Text

INTERRUPTED = 130


@click.group(epilog=EPILOG)
@click.version_option(__version__, message=f"mtreview {__version__}", help="Print the version.")
def app() -> None:
    """Review machine translation: align, check, correct, export and score.

    Begin with `mtreview serve`, which opens the workbench in the browser, or with `mtreview add SOURCE TARGET`, which
    prints the id that the other commands take.
    """


command = partial(app.command, epilog=EPILOG)
for more in COMMANDS:
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
        sides = _side(source, source_lang), _side(target, target_lang)
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


@command("align")
@click.argument("source", type=FILE)
@click.argument("target", type=FILE)
@tags
@click.option("--sentences", is_flag=True, help="One sentence a line already; blank ones count.")
@click.option("--encoder", metavar="FOLDER", default="", help="A sentence-transformers model of both languages.")
@formats(printed.BeadFormat)
def align_files(
    source: Path,
    target: Path,
    source_lang: str,
    target_lang: str,
    encoder: str,
    form: printed.BeadFormat,
    *,
    sentences: bool,
) -> None:
    """Align two files and print one bead a line in text order.

    ids counts segments (with --sentences: lines) from 0; jsonl gives the texts of both sides and the score.
    """
    sides = _side(source, source_lang, sentences=sentences), _side(target, target_lang, sentences=sentences)
    with shares("aligning", *sides) as done:
        beads = flow.aligned(*sides, encoder=encoder, words=False, progress=done)
    for bead in beads:
        sys.stdout.write(printed.BEAD_LINES[form](*sides, bead))


@command()
@click.argument("pairs", type=FILE, metavar="INPUT.jsonl")
@click.option("-o", "--output", type=FILE, metavar="FILE", default=STANDARD, help="Where to write.")
@click.option("--rules", type=FILE, metavar="FILE", help="A file of your own rules. Default: the one in the settings.")
@formats(printed.FindingFormat)
@project_files
def check(pairs: Path, output: Path, form: printed.FindingFormat, **files: Path | None) -> None:
    """Check pairs, one JSON object a line, and print findings.

    In: id, source, target, source_lang, target_lang, and if you like doc and alternatives (a list). Out, in the order
    of the pairs: id, score (how likely the pair holds a major error, 0 to 1) and flags (side, start, end, text,
    category, severity, check, reason, fixes, score); offsets count code points, the end is exclusive.
    """
    failures: list[Failure] = []
    with opened(pairs) as stream, writing(output) as sink:
        checked = flow.check(progress(flow.rows(stream, str(pairs)), "checking"), **files)
        for line in printed.FINDING_LINES[form](printed.noting(checked, failures), str(pairs)):
            sink.write(line.encode())
    for failure in failures:
        click.echo(f"check {failure.check} failed on pair {failure.pair}: {failure.reason}", err=True)
    if failures:
        raise click.exceptions.Exit(3)


@command()
@click.option("--hypothesis", type=FILE, metavar="FILE", required=True, help="One segment a line.")
@click.option("--reference", type=FILE, metavar="FILE", required=True, help="One segment a line.")
@click.option("--source", type=FILE, metavar="FILE", help="Checked to be as long as the others.")
@click.option("--baseline", type=FILE, metavar="FILE", help="Compare with this system by paired bootstrap.")
@click.option("--target-lang", metavar="TAG", default="en", show_default=True)
@click.option("--metrics", default=",".join(flow.METRICS), show_default=True, help="Some of them; chrf means chrF++.")
@formats(printed.ScoreFormat)
def score(
    hypothesis: Path,
    reference: Path,
    source: Path | None,
    baseline: Path | None,
    target_lang: str,
    metrics: str,
    form: printed.ScoreFormat,
) -> None:
    """Score a translation against a reference.

    With sacrebleu's defaults for the language, signatures included.
    """
    hypotheses, references = lines_of(hypothesis), lines_of(reference)
    if source is not None and len(sources := lines_of(source)) != len(hypotheses):
        raise UnscorableTexts(f"{source}: {len(sources)} lines; expected {len(hypotheses)}, as in {hypothesis}")
    chosen = tuple(metrics.split(","))
    if baseline is None:
        scored = flow.score_lines(hypotheses, references, target_lang=target_lang, metrics=chosen)
        fields, lines = printed.score_fields(scored), printed.score_table(scored)
    else:
        compared = flow.compare_lines(
            lines_of(baseline), hypotheses, references, target_lang=target_lang, metrics=chosen
        )
        fields, lines = printed.comparison_fields(compared), printed.comparison_table(compared)
    about = {"segments": len(hypotheses), "metrics": fields}
    click.echo(json.dumps(about) + "\n" if form is printed.ScoreFormat.json else lines, nl=False)


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


def _side(path: Path, lang: str, *, sentences: bool = False) -> Text:
    content, name = content_of(path)
    return flow.read_lines(content, name, lang=lang) if sentences else flow.read_side(content, name, lang=lang)


if __name__ == "__main__":
    main()
