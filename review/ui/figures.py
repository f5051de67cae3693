"""The numbers and tables of the Report and Export pages, as values to be shown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from typing import Any

from review.checks.rules import Rule
from review.judged.rated import Rated
from review.judgements import PairState, Review
from review.languages import language
from review.mqm import said
from review.report.guessing import guess_counts
from review.report.view import SEVERITIES, check_counts, error_counts, rater_counts
from review.rulebook import name_of
from review.scores import all_agreements, by_category, rater_scores
from review.scores.metrics import PRINTED
from review.types import Article, Flags, Score
from review.ui.wording import counted, difference

STYLE = """<style>
.changes { width: 100%; border-collapse: collapse; font-size: 1rem; line-height: 1.6; }
.changes td { padding: 0.5rem 0.75rem 0.5rem 0; vertical-align: top; white-space: pre-wrap; overflow-wrap: anywhere; }
.changes td { border: 0; border-bottom: 1px solid rgb(128 128 128 / 0.25); }
.changes td:first-child { width: 3rem; opacity: 0.65; text-align: end; }
.changes td:nth-child(2) { width: 38%; opacity: 0.85; }
.changes del { background: rgb(201 60 55 / 0.16); text-decoration-thickness: 1px; }
.mtreview-figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: 0.75rem; }
.mtreview-figures > div { padding: 0.7rem 0.9rem; border: 1px solid rgb(128 128 128 / 0.3); border-radius: 10px; }
.mtreview-figures h3 { margin: 0 0 0.25rem; padding: 0; font-size: 0.875rem; font-weight: 600; opacity: 0.8; }
.mtreview-figures b { font-size: 1.7rem; font-weight: 650; line-height: 1.2; font-variant-numeric: tabular-nums; }
.mtreview-figures small { display: block; margin-top: 0.3rem; font-size: 0.8125rem; line-height: 1.45; opacity: 0.8; }
.changes ins { background: rgb(31 138 76 / 0.2); text-decoration: none; font-weight: 600; }
</style>"""


GROUP = re.compile(r"\\g<\w+>|\\\d|<[a-z ]+:\w+>")
"""What a rewrite takes from the text that it is put in the place of."""
ARROWS = {True: "↑", False: "↓"}


def title_of(score: Score) -> str:
    return PRINTED.get(score.name, score.name)


def value_of(score: Score) -> str:
    return f"{score.value:.2f}{' %' if score.unit.startswith('%') else ''}"


def interval_of(score: Score, places: int = 1) -> str:
    """The interval with so many decimal places; "" where none is known."""
    return "" if score.low is None or score.high is None else f"{score.low:.{places}f} to {score.high:.{places}f}"


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


def finding_rows(reviews: Sequence[Review], flags: Sequence[Flags]) -> list[dict[str, Any]]:
    """A row for each check that found something: how much of it, and how much of that was dismissed."""
    return [
        {
            "check": name_of(count.check),
            "category": said(count.category),
            "severity": count.severity,
            "found": count.found,
            "dismissed": count.dismissed,
            "open": count.open,
        }
        for count in check_counts(reviews, flags)
    ]


def cards(scores: Sequence[Score]) -> str:
    """The scores as HTML, each with its unit, its interval and how many pairs it is of."""
    return f'{STYLE}<div class="mtreview-figures">{"".join(map(_card, scores))}</div>'


def _card(score: Score) -> str:
    better = "higher" if score.higher_is_better else "lower"
    interval = f"95 %: {interval_of(score)}" if score.low is not None else "too few pairs for an interval"
    said = (
        f'<h3>{escape(title_of(score))} <span title="{better} is better">{ARROWS[score.higher_is_better]}</span></h3>',
        f"<b>{score.value:.1f}</b> {escape(score.unit)}",
        f"<small>{interval}<br>{counted(score.segments, 'pair')}</small>",
    )
    return f"<div>{''.join(said)}</div>"


def error_rows(reviews: Sequence[Review], ratings: Sequence[Rated]) -> list[dict[str, Any]]:
    """A row for each category of marked errors: those in the machine's texts by severity, with their MQM points.

    Severities that were never marked have no column.
    """
    parts, counts = by_category(reviews, ratings), error_counts(reviews)
    met = [place for place in range(len(SEVERITIES)) if any(count.counts[place] for count in counts)]
    return [
        {"category": said(count.category)}
        | {SEVERITIES[place]: count.counts[place] for place in met}
        | {"points": round(count.points, 1)}
        | ({"part of MQM by length": round(parts.get(count.category, 0.0), 1)} if parts else {})
        | ({"in corrected texts": count.corrected} if any(each.corrected for each in counts) else {})
        for count in counts
    ]


def rater_rows(reviews: Sequence[Review]) -> list[dict[str, Any]]:
    """A row for each reviewer who marked or scored; ESA is that of the machine's text."""
    return [
        {
            "reviewer": count.reviewer,
            "pairs marked": count.marked,
            "errors": count.errors,
            "points": round(count.points, 1),
            "pairs scored": count.scored,
            "ESA": None if count.esa is None else round(count.esa, 1),
            "errors in corrected texts": count.corrected,
        }
        for count in rater_counts(reviews)
    ]


def rater_score_rows(ratings: Sequence[Rated]) -> list[dict[str, Any]]:
    """A row for each rater's MQM score of a system, and for that of all; none where no two rated the same pair."""
    return [
        {
            "system": each.system,
            "rater": each.rater or "all raters",
            "MQM points a pair": round(each.score.value, 2),
            "95 % interval": interval_of(each.score, 2),
            "pairs": each.score.segments,
            "signature": each.score.signature,
        }
        for each in (rater_scores(ratings) if all_agreements(ratings) else ())
    ]


def agreement_rows(ratings: Sequence[Rated]) -> list[dict[str, Any]]:
    """A row for each two raters who have rated the same pairs, and for all of them."""
    return [
        {
            "raters": ", ".join(each.raters),
            "pairs": each.segments,
            "same on error": str(each.error),
            "α error": _rounded(each.alpha_error),
            "α MQM": _rounded(each.alpha_mqm),
            "α ESA": _rounded(each.alpha_esa),
            "F1 of spans": _rounded(each.f1),
        }
        for each in all_agreements(ratings)
    ]


def guess_rows(reviews: Sequence[Review]) -> list[dict[str, Any]]:
    """A row for each category of errors that were guessed from corrections: how many were kept as such."""
    return [
        {
            "guessed category": said(each.category),
            "kept": str(each.kept),
            "given another": each.changed,
            "no error": each.dropped,
        }
        for each in guess_counts(reviews)
    ]


def rule_rows(rules: Sequence[Rule]) -> list[dict[str, Any]]:
    """A row for each rule, with an example of what it marks and what that becomes."""
    return [
        {
            "rule": rule.name,
            "subject": rule.subject,
            "on": rule.on,
            "reason": rule.reason,
            "example": example_of(rule),
            "severity": rule.severity,
        }
        for rule in rules
    ]


def example_of(rule: Rule) -> str:
    """A sentence that a rule marks, and what it becomes; of one without examples what it writes instead."""
    example = next((each for each in rule.examples if each.marked), None)
    if example is None:
        return f"→ {GROUP.sub('…', rule.rewrite)}" if rule.rewrite else ""
    return f"{example.target} → {example.fixed}" if example.fixed else example.target


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)


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
