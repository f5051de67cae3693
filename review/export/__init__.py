"""Writers of the corrected article, one for each trade."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from review.errors import UnknownFormat
from review.events import Event
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
from review.export.xliff import write_xliff
from review.judgements import Judgement, Review
from review.types import Flags

__all__ = ["FORMATS", "Edition", "Format", "encoding_of", "export", "sarif"]

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file that a review can be written as; `suffix` has its dot."""

    id: str
    name: str
    suffix: str
    mime: str
    write: Callable[[Edition], bytes]


FORMATS = (
    Format("text", "Plain text", ".txt", "text/plain", write_text),
    Format("html", "Web page", ".html", "text/html", write_html),
    Format("docx", "Word document", ".docx", WORD, write_docx),
    Format("revisions", "Word document with tracked changes", ".tracked.docx", WORD, write_revisions),
    Format("csv", "Table of pairs", ".csv", "text/csv", write_csv),
    Format("jsonl", "Pairs with all judgements", ".jsonl", "application/jsonl", write_jsonl),
    Format("mqm", "Marked errors (MQM table)", ".tsv", "text/tab-separated-values", write_mqm),
    Format("ratings", "Ratings (mt-metrics-eval)", ".zip", "application/zip", write_ratings),
    Format("xliff", "XLIFF with quality issues", ".xlf", "application/xliff+xml", write_xliff),
    Format("tmx", "Translation memory", ".tmx", "application/x-tmx+xml", write_tmx),
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

    `flags` are the findings that the formats which tell of findings (csv, jsonl) shall hold; `judgements` and `events`
    all that was said of the article, from which those of ratings tell who has found a text clean. Raises UnknownFormat.
    """
    for known in FORMATS:
        if known.id == format_id:
            return known.write(Edition(review, flags, at, judgements, events))
    raise UnknownFormat(f"export format {format_id!r} is not known; expected one of {', '.join(f.id for f in FORMATS)}")
