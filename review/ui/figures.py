"""The numbers and tables of the Report and Export pages, as values to be shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from html import escape
from typing import Any

from review.checks import CHECKS
from review.judgements import PairState, Review
from review.languages import language
from review.report.view import SEVERITIES, error_counts, rater_counts
from review.scores.metrics import PRINTED
from review.types import Article, Flags, Score
from review.ui.wording import difference

NAMES = {check.id: check.name for check in CHECKS}
STYLE = """<style>
.changes { width: 100%; border-collapse: collapse; font-size: 1rem; line-height: 1.6; }
.changes td { padding: 0.5rem 0.75rem 0.5rem 0; vertical-align: top; white-space: pre-wrap; overflow-wrap: anywhere; }
.changes td { border: 0; border-bottom: 1px solid rgb(128 128 128 / 0.25); }
.changes td:first-child { width: 3rem; opacity: 0.65; text-align: end; }
.changes td:nth-child(2) { width: 38%; opacity: 0.85; }
.changes del { background: rgb(201 60 55 / 0.16); text-decoration-thickness: 1px; }
.changes ins { background: rgb(31 138 76 / 0.2); text-decoration: none; font-weight: 600; }
</style>"""


def title_of(score: Score) -> str:
    return PRINTED.get(score.name, score.name)


def value_of(score: Score) -> str:
    return f"{score.value:.2f}{' %' if score.unit.startswith('%') else ''}"


def interval_of(score: Score) -> str:
    return "" if score.low is None or score.high is None else f"{score.low:.1f} to {score.high:.1f}"


def score_rows(scores: Sequence[Score]) -> list[dict[str, str]]:
    """A row for each score, with all that another program needs to get the same number."""
    return [
        {
            "score": title_of(score),
            "value": value_of(score),
            "95 % interval": interval_of(score),
            "better": "higher" if score.higher_is_better else "lower",
            "unit": score.unit,
            "pairs": str(score.segments),
            "signature": score.signature,
        }
        for score in scores
    ]


def finding_rows(review: Review, flags: Flags) -> list[dict[str, Any]]:
    """A row for each check that found something: how much of it, and how much of that was dismissed."""
    states = {one.pair.id: one for one in review}
    found, gone = Counter[tuple[str, str, str]](), Counter[tuple[str, str, str]]()
    for finding in flags.findings:
        kind = (finding.check, finding.category, finding.severity)
        found[kind] += 1
        gone[kind] += states[finding.pair].dismissal(finding) is not None
    return [
        {
            "check": NAMES.get(kind[0], kind[0]),
            "category": kind[1],
            "severity": kind[2],
            "found": number,
            "dismissed": gone[kind],
            "open": number - gone[kind],
        }
        for kind, number in found.most_common()
    ]


def error_rows(review: Review) -> list[dict[str, Any]]:
    """A row for each category that reviewers marked errors of, by severity, with its MQM points."""
    rows: list[dict[str, Any]] = []
    for count in error_counts([review]):
        by_severity = zip(SEVERITIES, count.counts, strict=True)
        rows.append(
            {"category": count.category or "no category", **dict(by_severity), "points": round(count.points, 1)}
        )
    return rows


def rater_rows(review: Review) -> list[dict[str, Any]]:
    """A row for each reviewer who marked or scored; ESA is that of the machine's text."""
    return [
        {
            "reviewer": count.reviewer,
            "pairs marked": count.marked,
            "errors": count.errors,
            "points": round(count.points, 1),
            "pairs scored": count.scored,
            "ESA": None if count.esa is None else round(count.esa, 1),
        }
        for count in rater_counts([review])
    ]


def changes_table(changed: Sequence[tuple[int, PairState]], article: Article) -> str:
    """The corrected pairs as an HTML table, with what went out and what came in."""
    sides = (article.source.lang, article.translation.text.lang)
    source, target = (f'dir="{language(lang).direction}" lang="{escape(lang)}"' for lang in sides)
    rows = (
        f"<tr><td>{number}</td><td {source}>{escape(one.pair.source)}</td>"
        f"<td {target}>{difference(one.pair.target, one.text)}</td></tr>"
        for number, one in changed
    )
    return f'{STYLE}<table class="changes"><tbody>{"".join(rows)}</tbody></table>'
