"""Texts and ratings as the files of Google's mt-metrics-eval, in one archive."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from statistics import fmean
from typing import Any

from review.export.archive import archived
from review.export.edition import Edition, encodable
from review.export.mqm import BREAKS
from review.judged.rated import Rated, is_about
from review.judgements import ErrorSpan, Review
from review.languages import language
from review.mqm import mqm_score, penalty

CORRECTED = "corrected"
"""Name of the post-edited text, as a system and as a reference."""
UNSAFE = re.compile(r"[^\w.-]+")


def write_ratings(edition: Edition) -> bytes:
    """A zip archive laid out as mt-metrics-eval reads it, of one document; its lines are the article's pairs.

    The systems are the machine's text and the corrected one, which is the reference too; where something was marked or
    scored in a text between the two, the pairs as they stood after so many corrections are one more, `corrected-1` and
    on. Each rater has a file of ratings: `None` where he has not rated a segment, no errors where he found it clean, as
    `review.judged.rated` says. MQM scores are penalty points × −1, ESA scores 0 to 100, each the mean over a segment's
    raters. Line breaks in a text are spaces, so that offsets hold.
    """
    lines = ((path, "".join(f"{line}\n" for line in lines)) for path, lines in _files(edition))
    return archived(((path, encodable(text).encode()) for path, text in lines), edition.at)


def _files(edition: Edition) -> Iterator[tuple[str, Iterable[str]]]:
    article, states = edition.review.article, edition.review.states
    pair = "-".join(language(text.lang).tag for text in (article.source, article.translation.text))
    texts = _texts(edition.review)
    yield f"sources/{pair}.txt", [_line(state.pair.source) for state in states]
    yield f"references/{pair}.{CORRECTED}.txt", map(_line, texts[CORRECTED])
    yield f"documents/{pair}.docs", [f"article\t{_safe(article.id)}"] * len(states)
    for name, said in texts.items():
        yield f"system-outputs/{pair}/{name}.txt", map(_line, said)
    rows = [(name, each) for name, said in texts.items() for each in edition.rated(said)]
    for rater, named in _named({by for _, each in rows for by in each.errors}).items():
        yield f"human-scores/{pair}.mqm.{named}.seg.rating", _signed(rows, partial(_rating, rater))
    yield f"human-scores/{pair}.mqm.seg.score", _signed(rows, _mqm)
    yield f"human-scores/{pair}.esa.seg.score", _signed(rows, _esa)


def _texts(review: Review) -> dict[str, list[str]]:
    """By system the texts of all pairs: the machine's, the corrected, and those between in which something was said."""
    versions = {version: f"{CORRECTED}-{version}" for version in sorted(_between(review))}
    (machine,) = _named([review.article.under_review], CORRECTED, *versions.values()).values()
    between = {name: [state.text_at(version) for state in review] for version, name in versions.items()}
    ends = {machine: [state.pair.target for state in review], CORRECTED: [state.text for state in review]}
    return ends | between


def _between(review: Review) -> set[int]:
    """The versions at which something was marked or scored in a text that is neither the machine's nor the newest."""
    return {
        said.version
        for state in review
        for said in (*state.marks, *state.scores)
        if not any(is_about(state, said, text) for text in (state.pair.target, state.text))
    }


def _signed(rows: Iterable[tuple[str, Rated]], told: Callable[[Rated], str]) -> Iterator[str]:
    return (f"{name}\t{told(each)}" for name, each in rows)


def _named(names: Iterable[str], *taken: str) -> Mapping[str, str]:
    """The names as parts of paths, each its own."""
    found: dict[str, str] = {}
    for name in sorted(names):
        safe, used = _safe(name), {*found.values(), *taken}
        found[name] = next(
            each for each in (safe, *(f"{safe}-{n}" for n in range(2, len(used) + 3))) if each not in used
        )
    return found


def _rating(rater: str, each: Rated) -> str:
    if rater not in each.errors:
        return "None"
    return json.dumps({"errors": [_fields(error) for error in each.errors[rater]]}, ensure_ascii=False)


def _fields(error: ErrorSpan) -> dict[str, Any]:
    return {
        "start": error.span.start,
        "end": error.span.end,
        "category": error.category or "other",
        "severity": error.severity,
        "score": penalty(error.category, error.severity),
        "is_source_error": error.side == "source",
    }


def _mqm(each: Rated) -> str:
    # 0 − x, since −0 is not written.
    return f"{0 - fmean(map(mqm_score, each.errors.values())):g}" if each.errors else "None"


def _esa(each: Rated) -> str:
    return f"{fmean(each.scores.values()):g}" if each.scores else "None"


def _line(text: str) -> str:
    return BREAKS.sub(" ", text)


def _safe(name: str) -> str:
    """A name of letters, digits, `_`, `.` and `-`, and never a way out of a folder."""
    return UNSAFE.sub("_", name).strip(".") or "unnamed"
