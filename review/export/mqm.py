"""The errors that reviewers marked, as the tab-separated table of the WMT campaigns' MQM ratings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from review.export.edition import Edition, encodable
from review.judgements import ErrorSpan, Judgement, PairState

COLUMNS = ("system", "doc", "doc_id", "seg_id", "rater", "source", "target", "category", "severity", "comment")
CLEAN = ("No-error", "no-error")
BREAKS = re.compile(r"[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]")
"""What would end a cell or a line; the table has no quoting, so that each becomes a space."""
OPEN, CLOSE = "<v>", "</v>"


def write_mqm(edition: Edition) -> bytes:
    """One row an error, its span within <v> and </v> in the text of its side; no other row tells of a pair.

    A rater who scored a text and marked nothing in it has found it clean, which is a row of its own. The target is the
    text that was judged: the system is named with its version where that is not the machine's. An error without a
    category, as in ESA, is of the category Other. `seg_id` is the pair's place in the article from 1.
    """
    lines = [COLUMNS, *_rows(edition)]
    return encodable("".join("\t".join(BREAKS.sub(" ", cell) for cell in line) + "\n" for line in lines)).encode()


def _rows(edition: Edition) -> Iterator[tuple[str, ...]]:
    article = edition.review.article
    for number, state in enumerate(edition.review, start=1):
        marked = {(mark.reviewer, mark.version) for mark in state.marks}
        for said in (*state.marks, *(score for score in state.scores if (score.reviewer, score.version) not in marked)):
            place = _system(article.under_review, state, said), edition.title, article.id, str(number), said.reviewer
            yield (*place, *_texts(state, said), *_error(said))


def _system(name: str, state: PairState, said: Judgement) -> str:
    """The system whose text was judged; a corrected one is that of its version."""
    return name if state.text_at(said.version) == state.pair.target else f"{name}, corrected ({said.version})"


def _texts(state: PairState, said: Judgement) -> tuple[str, str]:
    """Source and target, the marked span in one of them wrapped."""
    source, target = state.pair.source, state.text_at(said.version)
    if not isinstance(said.value, ErrorSpan):
        return source, target
    return (
        (_wrapped(source, said.value), target)
        if said.value.side == "source"
        else (source, _wrapped(target, said.value))
    )


def _wrapped(text: str, error: ErrorSpan) -> str:
    span = error.span
    return f"{text[: span.start]}{OPEN}{span.of(text)}{CLOSE}{text[span.end :]}"


def _error(said: Judgement) -> tuple[str, str, str]:
    """Category, severity and comment, as the campaigns write them."""
    if not isinstance(said.value, ErrorSpan):
        return (*CLEAN, "")
    category = "/".join(part[:1].upper() + part[1:] for part in (said.value.category or "other").split("/"))
    return category, said.value.severity.capitalize(), said.value.note
