"""The errors that reviewers marked, as the tab-separated table of the WMT campaigns' MQM ratings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from review.export.edition import Edition, encodable
from review.judgements import ErrorSpan, PairState

COLUMNS = ("system", "doc", "doc_id", "seg_id", "rater", "source", "target", "category", "severity", "comment")
CLEAN = ("No-error", "no-error")
BREAKS = re.compile(r"[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]")
"""What would end a cell or a line; the table has no quoting, so that each becomes a space."""
OPEN, CLOSE = "<v>", "</v>"


def write_mqm(edition: Edition) -> bytes:
    """One row an error, its span within <v> and </v> in the text of its side; no other row tells of a pair.

    A rater who found a text clean, as `review.judged.rated` says, has a row of its own for that. The target is the
    text that was judged: the system is named with its version where that is not the machine's. An error without a
    category, as in ESA, is of the category Other. `seg_id` is the pair's place in the article from 1.
    """
    lines = [COLUMNS, *_rows(edition)]
    return encodable("".join("\t".join(BREAKS.sub(" ", cell) for cell in line) + "\n" for line in lines)).encode()


def _rows(edition: Edition) -> Iterator[tuple[str, ...]]:
    for number, (state, clean) in enumerate(zip(edition.review, _clean(edition), strict=True), start=1):
        for mark, error in zip(state.marks, state.errors, strict=True):
            place = _place(edition, number, state, mark.version, mark.reviewer)
            yield (*place, *_texts(state, mark.version, error), *_error(error))
        for version, rater in clean:
            place = _place(edition, number, state, version, rater)
            yield (*place, state.pair.source, state.text_at(version), *CLEAN, "")


def _clean(edition: Edition) -> list[list[tuple[int, str]]]:
    """By pair, who found which of its texts clean; a text that it has had twice is that of the first version."""
    states = edition.review.states
    found: list[list[tuple[int, str]]] = [[] for _ in states]
    for version in range(max((state.version for state in states), default=0) + 1):
        ratings = edition.rated([state.text_at(version) for state in states])
        for place, (state, each) in enumerate(zip(states, ratings, strict=True)):
            if version == _first(state, version):
                found[place] += [(version, rater) for rater, errors in each.errors.items() if not errors]
    return found


def _first(state: PairState, version: int) -> int:
    """The first version that has the text of a version."""
    text = state.text_at(version)
    return next(each for each in range(version + 1) if state.text_at(each) == text)


def _place(edition: Edition, number: int, state: PairState, version: int, rater: str) -> tuple[str, ...]:
    """The system whose text was judged, a corrected one being that of its version; article, place and rater."""
    article = edition.review.article
    of_machine = state.text_at(version) == state.pair.target
    system = article.under_review if of_machine else f"{article.under_review}, corrected ({version})"
    return system, edition.title, article.id, str(number), rater


def _texts(state: PairState, version: int, error: ErrorSpan) -> tuple[str, str]:
    """Source and target, the marked span in one of them wrapped."""
    source, target = state.pair.source, state.text_at(version)
    return (_wrapped(source, error), target) if error.side == "source" else (source, _wrapped(target, error))


def _wrapped(text: str, error: ErrorSpan) -> str:
    span = error.span
    return f"{text[: span.start]}{OPEN}{span.of(text)}{CLOSE}{text[span.end :]}"


def _error(error: ErrorSpan) -> tuple[str, str, str]:
    """Category, severity and comment, as the campaigns write them."""
    category = "/".join(part[:1].upper() + part[1:] for part in (error.category or "other").split("/"))
    return category, error.severity.capitalize(), error.note
