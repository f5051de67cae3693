"""The shell door: each command reads, calls verbs of review.flow, and prints.

Exit codes: 0 done; 1 the input or the store was refused, and the message says where and why; 2 wrong usage;
3 a check failed on some pair, and the rest is complete; 130 interrupted.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, TypedDict

import typer

from review import __version__, flow
from review.errors import ReviewError, UnscorableTexts
from review.flow import Checked
from review.printed import (
    BEAD_LINES,
    FINDING_LINES,
    BeadFormat,
    FindingFormat,
    ScoreFormat,
    article_fields,
    comparison_fields,
    comparison_table,
    score_fields,
    score_table,
)
from review.settings import settings
from review.store import Store
from review.terminal import content_of, expect_free, lines_of, opened, progress, table, writing
from review.texts.formats import is_pair_table
from review.types import Failure, Text

EPILOG = (
    "Exit codes: 0 done; 1 input or store refused; 2 wrong usage; 3 a check failed on some pair; 130 interrupted. "
    "A file named - is standard input or output."
)

app = typer.Typer(
    name="mtreview",
    help="Review machine translation: align, check, correct, export and score.",
    epilog=EPILOG,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
command = app.command

Url = Annotated[str, typer.Option("--db", metavar="URL", help="The store, as a SQLAlchemy URL.")]
SourceLang = Annotated[str, typer.Option("--source-lang", metavar="TAG", help="Detected where not given.")]
TargetLang = Annotated[str, typer.Option("--target-lang", metavar="TAG", help="Detected where not given.")]
Output = Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="Where to write.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
STANDARD = Path("-")


class _Told(TypedDict):
    """What the user says of an article; "" where nothing."""

    source_lang: str
    target_lang: str
    title: str
    system: str


@app.callback(invoke_without_command=True)
def root(version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False) -> None:
    if version:
        typer.echo(f"mtreview {__version__}")


@command(epilog=EPILOG)
def serve(
    db: Url = "",
    port: Annotated[int | None, typer.Option(min=1, max=65535, help="Port to listen on.")] = None,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "",
    no_samples: Annotated[bool, typer.Option("--no-samples", help="Do not load the sample articles.")] = False,
) -> None:
    """Open the workbench in the browser, on this machine only unless --host says otherwise."""
    chosen = settings()
    where = host or chosen.host, port or chosen.port
    expect_free(*where)
    environment = dict(os.environ, MTREVIEW_DB=db or chosen.db)
    if no_samples:
        environment["MTREVIEW_SAMPLES"] = "false"
    store = Store.open(db)
    if chosen.samples and not no_samples and flow.lacks_samples(store):
        typer.echo("adding the sample articles …", err=True)
        flow.add_samples(store, at=_now())
    store.close()
    address = ["--server.address", where[0], "--server.port", str(where[1]), "--logger.level", "warning"]
    os.execve(  # noqa: S606 - the arguments are ours, and no shell reads them
        sys.executable, [sys.executable, "-m", "streamlit", "run", str(flow.door()), *address], environment
    )


@command(epilog=EPILOG)
def add(
    source: Annotated[Path, typer.Argument(help="The source, or a table of pairs: .csv, .tsv, .jsonl.")],
    target: Annotated[Path | None, typer.Argument(help="Its translation; none beside a table.")] = None,
    source_lang: SourceLang = "",
    target_lang: TargetLang = "",
    title: Annotated[str, typer.Option(help="Default: the first line of the translation.")] = "",
    system: Annotated[str, typer.Option(help="The name of what translated it.")] = "MT",
    db: Url = "",
    as_json: AsJson = False,
) -> None:
    """Add an article, a source file and its translation, and print its id."""
    told = _Told(source_lang=source_lang, target_lang=target_lang, title=title, system=system)
    if target is not None:
        read = flow.read_article(*content_of(source), *content_of(target), **told)
    elif is_pair_table(source.name):
        read = flow.read_table(*content_of(source), **told)
    else:
        raise typer.BadParameter(
            "missing; expected the translation, or a table of pairs as the source", param_hint="TARGET"
        )
    for side in (read.source, read.translation.text):
        for left in side.origin.left_out:
            typer.echo(f"left out of {side.origin.name}, {left.reason}: {left.text[:80]!r}", err=True)
    store = Store.open(db)
    added = store.add(read, at=_now(), by=settings().reviewer)
    typer.echo(json.dumps(article_fields(store, added.id), ensure_ascii=False) if as_json else added.id)


@command("list", epilog=EPILOG)
def list_articles(db: Url = "", as_json: AsJson = False) -> None:
    """List the articles in the store."""
    entries = Store.open(db).entries()
    if as_json:
        typer.echo(json.dumps([asdict(entry) for entry in entries], default=str, ensure_ascii=False))
        return
    header = ("article", "languages", "system", "pairs", "corrected", "approved", "title")
    rows = (
        (e.id, f"{e.source_lang}-{e.target_lang}", e.system, str(e.pairs), str(e.corrected), str(e.approved), e.title)
        for e in entries
    )
    typer.echo(table(header, rows), nl=False)


@command(epilog=EPILOG)
def show(article: str, db: Url = "", as_json: AsJson = False) -> None:
    """Show an article pair by pair: status, findings, and the text as it stands."""
    about = article_fields(Store.open(db), article)
    if as_json:
        typer.echo(json.dumps(about, ensure_ascii=False))
        return
    rows = (
        (pair["id"], pair["status"], str(len(pair["findings"])), pair["source"], pair["text"])
        for pair in about["pairs"]
    )
    typer.echo(table(("pair", "status", "findings", "source", "text"), rows), nl=False)


@command("align", epilog=EPILOG)
def align_files(
    source: Path,
    target: Path,
    source_lang: SourceLang = "",
    target_lang: TargetLang = "",
    sentences: Annotated[
        bool, typer.Option("--sentences", help="One sentence a line already; blank ones count.")
    ] = False,
    output_format: Annotated[BeadFormat, typer.Option("--format")] = BeadFormat.tsv,
) -> None:
    """Align two files and print one bead a line in text order.

    ids counts segments (with --sentences: lines) from 0; jsonl gives the texts of both sides and the score.
    """
    left, right = _side(source, source_lang, sentences), _side(target, target_lang, sentences)
    for bead in flow.aligned(left, right):
        sys.stdout.write(BEAD_LINES[output_format](left, right, bead))


@command(epilog=EPILOG)
def check(
    pairs: Annotated[Path, typer.Argument(metavar="INPUT.jsonl")],
    output: Output = STANDARD,
    output_format: Annotated[FindingFormat, typer.Option("--format")] = FindingFormat.jsonl,
) -> None:
    """Check pairs, one JSON object a line, and print their findings in the same order.

    In: id, source, target, source_lang, target_lang, and if you like doc and alternatives (a list). Out: id, score
    (how likely the pair holds a major error, 0 to 1) and flags (side, start, end, text, category, severity, check,
    reason, fixes, score); offsets count code points, the end is exclusive.
    """
    failures: list[Failure] = []
    with opened(pairs) as stream, writing(output) as sink:
        checked = flow.check(progress(flow.rows(stream, str(pairs)), "checking"))
        for line in FINDING_LINES[output_format](_noting(checked, failures), str(pairs)):
            sink.write(line.encode())
    for failure in failures:
        typer.echo(f"check {failure.check} failed on pair {failure.pair}: {failure.reason}", err=True)
    if failures:
        raise typer.Exit(3)


@command("export", epilog=EPILOG)
def export_article(
    article: str,
    output_format: Annotated[str, typer.Option("--as", metavar="FORMAT", help=", ".join(flow.export_formats()))],
    output: Output,
    db: Url = "",
) -> None:
    """Write the corrected article."""
    content = flow.export_of(Store.open(db), article, output_format, at=_now())
    with writing(output) as sink:
        sink.write(content)


@command(epilog=EPILOG)
def score(
    hypothesis: Annotated[Path, typer.Option(metavar="FILE", help="One segment a line.")],
    reference: Annotated[Path, typer.Option(metavar="FILE", help="One segment a line.")],
    source: Annotated[Path | None, typer.Option(metavar="FILE", help="Checked to be as long as the others.")] = None,
    baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Compare with this system by paired bootstrap.")
    ] = None,
    target_lang: Annotated[str, typer.Option("--target-lang", metavar="TAG")] = "en",
    metrics: Annotated[str, typer.Option(help="Some of bleu,chrf,ter; chrf means chrF++.")] = "bleu,chrf,ter",
    output_format: Annotated[ScoreFormat, typer.Option("--format")] = ScoreFormat.table,
) -> None:
    """Score a translation against a reference with sacrebleu's defaults for the language, signatures included."""
    hypotheses, references = lines_of(hypothesis), lines_of(reference)
    if source is not None and len(sources := lines_of(source)) != len(hypotheses):
        raise UnscorableTexts(f"{source}: {len(sources)} lines; expected {len(hypotheses)}, as in {hypothesis}")
    chosen = tuple(metrics.split(","))
    if baseline is None:
        scored = flow.score_lines(hypotheses, references, target_lang=target_lang, metrics=chosen)
        fields, lines = score_fields(scored), score_table(scored)
    else:
        compared = flow.compare_lines(
            lines_of(baseline), hypotheses, references, target_lang=target_lang, metrics=chosen
        )
        fields, lines = comparison_fields(compared), comparison_table(compared)
    about = {"segments": len(hypotheses), "metrics": fields}
    typer.echo(json.dumps(about) + "\n" if output_format is ScoreFormat.json else lines, nl=False)


@command(epilog=EPILOG)
def report(articles: list[str], output: Output, db: Url = "") -> None:
    """Write the score report of one or more articles as an HTML page."""
    store = Store.open(db)
    page = flow.report_of([flow.review_of(store, article) for article in articles], at=_now())
    with writing(output) as sink:
        sink.write(page.encode())


@command(epilog=EPILOG)
def checks(as_json: AsJson = False) -> None:
    """List the checks."""
    listed = flow.checks()
    if as_json:
        typer.echo(json.dumps(listed, ensure_ascii=False))
        return
    header = ("check", "version", "category", "severity", "name")
    typer.echo(table(header, ([str(check[column]) for column in ("id", *header[1:])] for check in listed)), nl=False)


def main() -> None:
    """Run the command line; a closed pipe ends it quietly, as it ends any filter."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    try:
        app()
    except ReviewError as problem:
        typer.echo(f"mtreview: {problem}", err=True)
        sys.exit(1)


def _now() -> datetime:
    return datetime.now(UTC)


def _side(path: Path, lang: str, sentences: bool) -> Text:
    content, name = content_of(path)
    return flow.read_lines(content, name, lang=lang) if sentences else flow.read_side(content, name, lang=lang)


def _noting(checked: Iterable[Checked], failures: list[Failure]) -> Iterator[Checked]:
    for one in checked:
        failures.extend(one.flags.failures)
        yield one


if __name__ == "__main__":
    main()
