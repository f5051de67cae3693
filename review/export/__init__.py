"""Writers of the corrected article, one for each trade."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

from review.errors import UnknownFormat
from review.export.archive import archived
from review.export.csv import write_csv
from review.export.docx import write_docx
from review.export.edition import Edition
from review.export.html import write_html
from review.export.jsonl import write_jsonl
from review.export.mqm import write_mqm
from review.export.ratings import write_ratings
from review.export.revisions import write_revisions
from review.export.sarif import sarif
from review.export.text import encoding_of, write_text
from review.export.tmx import write_tmx
from review.export.triples import write_triples
from review.export.xliff import write_xliff
from review.judged.events import Event
from review.judgements import Judgement, Review
from review.types import Flags

__all__ = ["FORMATS", "TRADES", "Edition", "Format", "archived", "encoding_of", "export", "format_of", "sarif"]

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


Trade = Literal["Publishing", "Editing", "CAT tools", "Research", "Building MT"]
TRADES: tuple[Trade, ...] = get_args(Trade)


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file that a review can be written as; `suffix` has its dot, `about` says in a sentence what it is and
    who opens it, `tells_findings` whether it holds what the checks find.
    """

    id: str
    name: str
    trade: Trade
    about: str
    suffix: str
    mime: str
    write: Callable[[Edition], bytes]
    tells_findings: bool = False


FORMATS = (
    Format(
        "text",
        "Plain text",
        "Publishing",
        "The corrected text, for any editor; where nothing was changed it is the loaded file, byte for byte.",
        ".txt",
        "text/plain",
        write_text,
    ),
    Format(
        "html",
        "Web page",
        "Publishing",
        "The corrected text as headline and paragraphs, for a browser or a content management system.",
        ".html",
        "text/html",
        write_html,
    ),
    Format(
        "docx",
        "Word document",
        "Publishing",
        "The corrected text without a trace of its making, for Word or LibreOffice.",
        ".docx",
        WORD,
        write_docx,
    ),
    Format(
        "revisions",
        "Word, tracked changes",
        "Editing",
        "Each correction as a tracked change with its author, errors and comments beside it, for Word or LibreOffice.",
        ".tracked.docx",
        WORD,
        write_revisions,
    ),
    Format(
        "csv",
        "Table of pairs",
        "Editing",
        "Source, machine's and corrected text side by side, a row a pair, for Excel or LibreOffice Calc.",
        ".csv",
        "text/csv",
        write_csv,
        tells_findings=True,
    ),
    Format(
        "xliff",
        "XLIFF 2.1",
        "CAT tools",
        "Source and corrected text with states, notes and quality issues (ITS 2.0), for tools that read XLIFF 2.",
        ".xlf",
        "application/xliff+xml",
        write_xliff,
        tells_findings=True,
    ),
    Format(
        "tmx",
        "Translation memory",
        "CAT tools",
        "A TMX unit for each pair, to be taken into the translation memory of any CAT tool.",
        ".tmx",
        "application/x-tmx+xml",
        write_tmx,
    ),
    Format(
        "mqm",
        "MQM ratings",
        "Research",
        "The marked errors, one a row, as in the tables of the WMT campaigns, for whoever analyses ratings.",
        ".tsv",
        "text/tab-separated-values",
        write_mqm,
    ),
    Format(
        "ratings",
        "Ratings and scores",
        "Research",
        "Texts, each rater's errors, MQM and ESA scores, laid out as Google's mt-metrics-eval reads them.",
        ".zip",
        "application/zip",
        write_ratings,
    ),
    Format(
        "triples",
        "Triples",
        "Building MT",
        "Source, machine's text and post-edit of each reviewed pair as JSON lines, to train and tune systems with.",
        ".triples.jsonl",
        "application/jsonl",
        write_triples,
    ),
    Format(
        "jsonl",
        "All judgements",
        "Building MT",
        "Each pair with all that was said of it as JSON lines, for programs of your own; reads back equal.",
        ".jsonl",
        "application/jsonl",
        write_jsonl,
        tells_findings=True,
    ),
)


def export(
    review: Review,
    format_id: str,
    *,
    at: datetime,
    flags: Flags = Flags(),  # noqa: B008
    judgements: tuple[Judgement, ...] = (),
    events: tuple[Event, ...] = (),
) -> bytes:
    """The corrected article as a file of that format, written at `at` (aware).

    `flags` are the findings that the formats which tell of findings shall hold; `judgements` and `events`
    all that was said of the article, from which those of ratings tell who has found a text clean. Raises UnknownFormat.
    """
    return format_of(format_id).write(Edition(review, flags, at, judgements, events))


def format_of(format_id: str) -> Format:
    """The format of that id. Raises UnknownFormat."""
    for known in FORMATS:
        if known.id == format_id:
            return known
    raise UnknownFormat(f"export format {format_id!r} is not known; expected one of {', '.join(f.id for f in FORMATS)}")
