"""What the shell door prints: beads, findings, scores and articles, as lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from review import flow
from review.flow import Checked
from review.shell.terminal import table
from review.types import Bead, Failure, Finding, Flags, Score, Text

if TYPE_CHECKING:
    from review.judged.rated import Rated
    from review.rank import Risk
    from review.scores import Comparison
    from review.store import Store

Fields = dict[str, Any]


class BeadFormat(StrEnum):
    """How beads are printed."""

    tsv = "tsv"
    jsonl = "jsonl"
    ids = "ids"


class FindingFormat(StrEnum):
    """How findings are printed."""

    jsonl = "jsonl"
    table = "table"
    sarif = "sarif"


class ScoreFormat(StrEnum):
    """How scores are printed."""

    table = "table"
    json = "json"


def bead_tsv(source: Text, target: Text, bead: Bead) -> str:
    """Both texts of a bead on one line, white space folded so that columns stay columns, and its score."""
    texts = (" ".join(" ".join(_texts(*side)).split()) for side in _sides(source, target, bead))
    return "\t".join([*texts, f"{bead.score:.3f}"]) + "\n"


def bead_json(source: Text, target: Text, bead: Bead) -> str:
    """A bead as a JSON object: the segments of both sides as they are, and its score."""
    sides = [_texts(*side) for side in _sides(source, target, bead)]
    return json.dumps({"source": sides[0], "target": sides[1], "score": bead.score}, ensure_ascii=False) + "\n"


def bead_ids(source: Text, target: Text, bead: Bead) -> str:
    """The segment numbers of a bead, from 0."""
    del source, target
    return ",".join(map(str, bead.source)) + "\t" + ",".join(map(str, bead.target)) + "\n"


def finding_fields(finding: Finding) -> Fields:
    """A finding as JSON carries it; offsets count code points, the end is exclusive."""
    return {
        "side": finding.side,
        "start": finding.span.start,
        "end": finding.span.end,
        "text": finding.text,
        "category": finding.category,
        "severity": finding.severity,
        "check": finding.check,
        "reason": finding.reason,
        "fixes": list(finding.fixes),
        "score": round(finding.score, 4),
    }


def risk_fields(risk: Risk) -> Fields:
    """A risk as JSON carries it: how likely a major error is, the expected MQM points, and why."""
    return {
        "score": round(risk.value, 6),
        "points": round(risk.points, 2),
        "reasons": [{"phrase": why.phrase, "weight": round(why.weight, 2)} for why in risk.reasons],
    }


def check_table(listed: list[dict[str, str]]) -> str:
    """The checks as a table; what reviewers decided is a column of it where anything is known."""
    decided = ("decided",) if any(check["decided"] for check in listed) else ()
    header = ("check", "version", "category", "severity", "on", "on errors", *decided, "name")
    return table(header, ([check[column] for column in ("id", *header[1:])] for check in listed))


def checked_json(checked: Iterable[Checked], uri: str) -> Iterator[str]:
    """One JSON object a pair, in the order of the pairs: how likely it holds a major error, why, and its findings."""
    del uri
    for seen in checked:
        told = {
            "id": seen.pair.id,
            **risk_fields(seen.risk),
            "flags": [finding_fields(finding) for finding in seen.flags.findings],
        }
        yield json.dumps(told, ensure_ascii=False) + "\n"


def checked_table(checked: Iterable[Checked], uri: str) -> Iterator[str]:
    """A line for each finding; columns are as wide as all of them need, so nothing is printed before the last."""
    del uri
    header = ("pair", "check", "severity", "place", "text", "reason")
    rows = (
        (seen.pair.id, f.check, f.severity, f"{f.side} {f.span.start}-{f.span.end}", f.text, f.reason)
        for seen in checked
        for f in seen.flags.findings
    )
    yield table(header, rows)


def checked_sarif(checked: Iterable[Checked], uri: str) -> Iterator[str]:
    """One SARIF 2.1.0 log about the file at `uri`."""
    from review import export

    seen = tuple(checked)
    flags = Flags(
        tuple(finding for each in seen for finding in each.flags.findings),
        tuple(failure for each in seen for failure in each.flags.failures),
    )
    log = export.sarif(flags, [each.pair for each in seen], uri, flow.checks())
    yield json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def score_fields(scores: Iterable[Score]) -> list[Fields]:
    """Scores as JSON carries them, each with its signature."""
    return [_fields(score) for score in scores]


def score_table(scores: Iterable[Score]) -> str:
    """Scores as a table, a line each."""
    rows = ((score.name, f"{score.value:.2f}", score.unit, score.signature) for score in scores)
    return table(("metric", "score", "unit", "signature"), rows)


def comparison_fields(compared: Iterable[Comparison]) -> list[Fields]:
    """The hypothesis' scores as JSON carries them, each with the baseline's and the p value of the difference."""
    return [
        {
            **_fields(one.hypothesis),
            "baseline": _fields(one.baseline),
            "difference": one.difference,
            "p_value": one.p_value,
        }
        for one in compared
    ]


def comparison_table(compared: Iterable[Comparison]) -> str:
    """Scores of baseline and hypothesis with their intervals, and how often chance alone would part them as far."""
    rows = (
        (one.name, _with_interval(one.baseline), _with_interval(one.hypothesis), f"{one.p_value:.4f}", one.signature)
        for one in compared
    )
    return table(("metric", "baseline", "hypothesis", "p", "signature"), rows)


def rater_tables(ratings: Sequence[Rated]) -> str:
    """Each rater's MQM score of a system, and how far raters agree; a sentence where no two rated the same segment."""
    from review.scores import all_agreements, rater_scores
    from review.scores.agreement import SIGNATURE

    agreements, rated = all_agreements(ratings), rater_scores(ratings)
    if not rated:
        return "no reviewer has rated a segment\n"
    scored = (
        (each.system, each.rater or "all", _with_interval(each.score), str(each.score.segments), each.score.signature)
        for each in rated
    )
    scores = table(("system", "rater", "MQM points a segment", "segments", "signature"), scored)
    if not agreements:
        return f"{scores}\nno two reviewers have rated the same segment\n"
    agreed = (
        (
            ", ".join(each.raters),
            str(each.segments),
            str(each.error),
            *(_or_dash(value) for value in (each.alpha_error, each.alpha_mqm, each.alpha_esa, each.f1)),
            SIGNATURE,
        )
        for each in agreements
    )
    head = ("raters", "segments", "same on error", "α error", "α MQM", "α ESA", "F1 of spans", "signature")
    return f"{scores}\n{table(head, agreed)}"


def _or_dash(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def article_fields(store: Store, article_id: str) -> Fields:
    """An article and its pairs as they stand, with the open findings. Raises UnknownArticle."""
    review = flow.review_of(store, article_id)
    flags = flow.flags_in(store, review)
    found, risks, left = flow.open_findings(review, flags), flow.risks_of(review, flags), flow.outlook_of(review, flags)
    article = review.article
    return {
        "id": article.id,
        "title": article.title,
        "source_lang": article.source.lang,
        "target_lang": article.translation.text.lang,
        "system": article.under_review,
        "encodings": {"source": article.source.origin.encoding, "target": article.translation.text.origin.encoding},
        "expected_points": round(left.points, 2),
        "worst": list(left.worst),
        "pairs": [
            {
                "id": state.pair.id,
                "source": state.pair.source,
                "target": state.pair.target,
                "text": state.text,
                "status": state.status,
                "version": state.version,
                **risk_fields(risks[state.pair.id]),
                "findings": [finding_fields(finding) for finding in found if finding.pair == state.pair.id],
            }
            for state in review
        ],
    }


def _sides(source: Text, target: Text, bead: Bead) -> tuple[tuple[Text, tuple[int, ...]], tuple[Text, tuple[int, ...]]]:
    return (source, bead.source), (target, bead.target)


def _texts(text: Text, indexes: tuple[int, ...]) -> list[str]:
    return [text.segments[index].body.of(text.raw) for index in indexes]


def _fields(score: Score) -> Fields:
    fields = asdict(score)
    return {"name": fields.pop("name"), "score": fields.pop("value"), **fields}


def _with_interval(score: Score) -> str:
    bounds = "" if score.low is None or score.high is None else f" [{score.low:.2f}, {score.high:.2f}]"
    return f"{score.value:.2f}{bounds}"


BEAD_LINES = {BeadFormat.tsv: bead_tsv, BeadFormat.jsonl: bead_json, BeadFormat.ids: bead_ids}
FINDING_LINES = {
    FindingFormat.jsonl: checked_json,
    FindingFormat.table: checked_table,
    FindingFormat.sarif: checked_sarif,
}


def noting(checked: Iterable[Checked], failures: list[Failure]) -> Iterator[Checked]:
    """What was checked, with the checks that failed put into a list on the way."""
    for one in checked:
        failures.extend(one.flags.failures)
        yield one
