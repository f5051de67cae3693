"""The pairs as a table for a spreadsheet."""

from __future__ import annotations

import csv
from io import StringIO

import regex

from review.export.edition import Edition, encodable, reviewers
from review.judgements import ErrorSpan, Judgement, PairState, SegmentScore
from review.types import Finding

COLUMNS = (
    "id",
    "source",
    "machine_translation",
    "corrected",
    "status",
    "version",
    "reviewers",
    "findings",
    "errors",
    "scores",
)
FORMULA = regex.compile(r"'*(?:[\t\r\n]|[\p{Z}\p{C}\s]*[=+\-@＝＋－＠−])")
"""What a spreadsheet may take for a formula: its marks, full-width ones and the minus sign too, after any blanks or
invisible characters, and a cell that opens with a tab or a line break."""
GUARD = "'"


def write_csv(edition: Edition) -> bytes:
    """One row a pair, in UTF-8 with a byte order mark, as spreadsheets expect it; see `guarded` for its cells."""
    content = StringIO(newline="")
    writer = csv.writer(content, quoting=csv.QUOTE_ALL)
    writer.writerow(COLUMNS)
    writer.writerows(_row(edition, state) for state in edition.review)
    return encodable(content.getvalue()).encode("utf-8-sig")


def guarded(cell: str) -> str:
    """The cell with an apostrophe before it where a spreadsheet could take it for a formula.

    A cell that has apostrophes before such a start already gets one more, so that `unguarded` gives every cell back.
    """
    return GUARD + cell if FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """The cell as it was before `guarded`."""
    return cell[1:] if cell.startswith(GUARD) and FORMULA.match(cell) else cell


def _row(edition: Edition, state: PairState) -> list[str]:
    pair = state.pair
    open_findings = (f for f in edition.flags.of(pair.id) if state.dismissal(f) is None)
    cells = (
        pair.id,
        pair.source,
        pair.target,
        state.text,
        state.status,
        str(state.version),
        "; ".join(reviewers(state)),
        "; ".join(_told(finding) for finding in open_findings),
        "; ".join(_marked(state, mark, mark.value) for mark in state.marks if isinstance(mark.value, ErrorSpan)),
        "; ".join(_scored(state, said, said.value) for said in state.scores if isinstance(said.value, SegmentScore)),
    )
    return [guarded(cell) for cell in cells]


def _told(finding: Finding) -> str:
    quote = f" “{finding.text}”" if finding.text else ""
    return f"{finding.check} ({finding.severity}, {finding.side}{quote}): {finding.reason}"


def _marked(state: PairState, mark: Judgement, error: ErrorSpan) -> str:
    quote = f" “{error.text}”" if error.text else ""
    what = f"{error.category or 'error'} ({error.severity}, {error.side}{quote}{_of(state, mark)})"
    return f"{mark.reviewer}: {what}{f': {error.note}' if error.note else ''}"


def _scored(state: PairState, said: Judgement, score: SegmentScore) -> str:
    return f"{said.reviewer}: {score.value}{_of(state, said)}"


def _of(state: PairState, said: Judgement) -> str:
    """Of which text it speaks, where that is not the corrected one."""
    if not state.is_past(said):
        return ""
    return f", of version {said.version}" if said.version else ", of the machine's text"
