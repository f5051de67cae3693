"""Commands of the shell door over files alone: a text and its translation, pairs, lines to be scored."""

from __future__ import annotations

import json
import sys
from functools import partial
from pathlib import Path

import click

from review import flow
from review.errors import UnscorableTexts
from review.shell import printed
from review.shell.options import EPILOG, FILE, formats, project_files, tags
from review.shell.terminal import STANDARD, lines_of, opened, progress, shares, side_of, writing
from review.types import Failure

command = partial(click.command, epilog=EPILOG)


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
    sides = side_of(source, source_lang, sentences=sentences), side_of(target, target_lang, sentences=sentences)
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


OVER_FILES: tuple[click.Command, ...] = (align_files, check, score)
