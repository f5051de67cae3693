"""Texts and ratings as the files of Google's mt-metrics-eval, in one archive."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from statistics import fmean
from typing import Any

from review.export.archive import archived
from review.export.edition import Edition, encodable
from review.export.mqm import BREAKS
from review.judgements import ErrorSpan, PairState, Review
from review.languages import language
from review.mqm import mqm_score, penalty

CORRECTED = "corrected"
"""Name of the post-edited text, as a system and as a reference."""
UNSAFE = re.compile(r"[^\w.-]+")
Ratings = dict[str, list[ErrorSpan]]
"""By rater, the errors marked in a segment; none for one who found it clean, and no entry for one who did not rate."""


def write_ratings(edition: Edition) -> bytes:
    """A zip archive laid out as mt-metrics-eval reads it, of one document; its lines are the article's pairs.

    There are two systems, the machine's and the corrected text, which is the reference too; what was said of a text
    between the two is in other formats only. Each rater has a file of ratings: `None` where he said nothing of a
    segment, no errors where he gave it a score and marked nothing. MQM scores are penalty points × −1, ESA scores 0 to
    100, each the mean over a segment's raters. Line breaks in a text are spaces, so that offsets hold.
    """
    lines = ((path, "".join(f"{line}\n" for line in lines)) for path, lines in _files(edition.review))
    return archived(((path, encodable(text).encode()) for path, text in lines), edition.at)


def _files(review: Review) -> Iterator[tuple[str, Iterable[str]]]:
    article, states = review.article, review.states
    pair = "-".join(language(text.lang).tag for text in (article.source, article.translation.text))
    machine, corrected = [state.pair.target for state in states], [state.text for state in states]
    (system,) = _named([article.under_review], CORRECTED).values()
    texts = {system: machine, CORRECTED: corrected}
    yield f"sources/{pair}.txt", [_line(state.pair.source) for state in states]
    yield f"references/{pair}.{CORRECTED}.txt", map(_line, corrected)
    yield f"documents/{pair}.docs", [f"article\t{_safe(article.id)}"] * len(states)
    for name, said in texts.items():
        yield f"system-outputs/{pair}/{name}.txt", map(_line, said)
    rows = [(name, *row) for name, said in texts.items() for row in zip(states, said, strict=True)]
    ratings = [_ratings(state, text) for _, state, text in rows]
    for rater, named in _named({by for rated in ratings for by in rated}).items():
        told = (_rating(rated.get(rater)) for rated in ratings)
        yield f"human-scores/{pair}.mqm.{named}.seg.rating", _signed(rows, told)
    yield f"human-scores/{pair}.mqm.seg.score", _signed(rows, map(_mqm, ratings))
    yield f"human-scores/{pair}.esa.seg.score", _signed(rows, (_esa(state, text) for _, state, text in rows))


def _signed(rows: Iterable[tuple[str, PairState, str]], told: Iterable[str]) -> Iterator[str]:
    return (f"{name}\t{said}" for (name, *_), said in zip(rows, told, strict=True))


def _named(names: Iterable[str], *taken: str) -> Mapping[str, str]:
    """The names as parts of paths, each its own."""
    found: dict[str, str] = {}
    for name in sorted(names):
        safe, used = _safe(name), {*found.values(), *taken}
        found[name] = next(
            each for each in (safe, *(f"{safe}-{n}" for n in range(2, len(used) + 3))) if each not in used
        )
    return found


def _ratings(state: PairState, text: str) -> Ratings:
    """What was said of that target text of a pair, and of its source."""
    found: Ratings = {}
    for made in (*state.marks, *state.scores):
        if state.text_at(made.version) == text:
            errors = found.setdefault(made.reviewer, [])
            errors += [made.value] if isinstance(made.value, ErrorSpan) else []
    return found


def _rating(errors: Sequence[ErrorSpan] | None) -> str:
    if errors is None:
        return "None"
    return json.dumps({"errors": [_fields(error) for error in errors]}, ensure_ascii=False)


def _fields(error: ErrorSpan) -> dict[str, Any]:
    return {
        "start": error.span.start,
        "end": error.span.end,
        "category": error.category or "other",
        "severity": error.severity,
        "score": penalty(error.category, error.severity),
        "is_source_error": error.side == "source",
    }


def _mqm(ratings: Ratings) -> str:
    # 0 − x, since −0 is not written.
    return f"{0 - fmean(map(mqm_score, ratings.values())):g}" if ratings else "None"


def _esa(state: PairState, text: str) -> str:
    values = [value for _, value in state.scores_on(text)]
    return f"{fmean(values):g}" if values else "None"


def _line(text: str) -> str:
    return BREAKS.sub(" ", text)


def _safe(name: str) -> str:
    """A name of letters, digits, `_`, `.` and `-`, and never a way out of a folder."""
    return UNSAFE.sub("_", name).strip(".") or "unnamed"
