"""Findings as a SARIF 2.1.0 log, which code review and editors can show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from review import __version__
from review.types import Failure, Finding, Flags, Pair, Severity, Side, Span

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS: dict[Severity, str] = {"critical": "error", "major": "error", "minor": "warning", "neutral": "note"}
SIDES: tuple[Side, ...] = ("source", "target")
FIRST_TEXT = 1
"""Index of the first pair's source among the artifacts; before it stands the file."""


def sarif(flags: Flags, pairs: Sequence[Pair], uri: str, rules: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The log of one run over the file at `uri`, which holds `pairs` one a line; `rules` are the checks, each with id,
    name and description.

    Each text of a pair with findings is an artifact inside the file, `uri#pair/side`, with its contents: regions are
    charOffset and charLength in code points of it. Checks that failed are notifications, and executionSuccessful is
    false then. Raises ValueError for a finding on a pair that is not among `pairs`.
    """
    places = _Places(uri, pairs, flags)
    numbers = {rule["id"]: number for number, rule in enumerate(rules)}
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver(rules)},
                "columnKind": "unicodeCodePoints",
                "invocations": [_invocation(flags.failures)],
                "artifacts": places.artifacts,
                "results": [_result(finding, places, numbers) for finding in flags.findings],
            }
        ],
    }


class _Places:
    """Where in the log the texts of the pairs stand: only those that a finding points at."""

    def __init__(self, uri: str, pairs: Sequence[Pair], flags: Flags) -> None:
        marked = {(finding.pair, finding.side) for finding in flags.findings}
        self.pairs = {pair.id: pair for pair in pairs}
        self.lines = {pair.id: number for number, pair in enumerate(pairs, start=1)}
        if missing := sorted({name for name, _ in marked} - self.pairs.keys()):
            raise ValueError(f"findings on pairs {missing}; expected pairs among those given")
        self.uri = quote(uri, safe="/:@%")
        texts = [(pair.id, side) for pair in pairs for side in SIDES if (pair.id, side) in marked]
        self.indexes = {text: number for number, text in enumerate(texts, start=FIRST_TEXT)}

    @property
    def artifacts(self) -> list[dict[str, Any]]:
        file = {"location": {"uri": self.uri}}
        texts = ({**self._inside(name, side), "parentIndex": 0} for name, side in self.indexes)
        return [file, *texts]

    def location(self, name: str, side: Side) -> dict[str, Any]:
        fragment = f"{quote(name, safe='')}/{side}"
        return {"uri": f"{self.uri}#{fragment}", "index": self.indexes[name, side]}

    def _inside(self, name: str, side: Side) -> dict[str, Any]:
        return {"location": self.location(name, side), "contents": {"text": self.pairs[name].text(side)}}


def _driver(rules: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    described = [
        {"id": rule["id"], "name": rule["name"], "shortDescription": {"text": rule["description"]}} for rule in rules
    ]
    return {"name": "mtreview", "semanticVersion": __version__, "rules": described}


def _invocation(failures: Sequence[Failure]) -> dict[str, Any]:
    told = [
        {
            "level": "error",
            "associatedRule": {"id": failure.check},
            "message": {"text": f"Check {failure.check} failed on pair {failure.pair}: {failure.reason}"},
        }
        for failure in failures
    ]
    return {"executionSuccessful": not failures, "toolExecutionNotifications": told}


def _result(finding: Finding, places: _Places, numbers: Mapping[str, int]) -> dict[str, Any]:
    location = places.location(finding.pair, finding.side)
    rule = {"ruleIndex": numbers[finding.check]} if finding.check in numbers else {}
    fixes = {"fixes": [_fix(location, finding.span, fix) for fix in finding.fixes]} if finding.fixes else {}
    return {
        "ruleId": finding.check,
        **rule,
        "level": LEVELS[finding.severity],
        "message": {"text": finding.reason},
        "locations": [_place(finding, location)],
        "relatedLocations": [_line(finding, places)],
        **fixes,
        "properties": {"category": finding.category, "score": finding.score, "version": finding.version},
    }


def _place(finding: Finding, location: Mapping[str, Any]) -> dict[str, Any]:
    region = {**_region(finding.span), "snippet": {"text": finding.text}}
    return {
        "physicalLocation": {"artifactLocation": dict(location), "region": region},
        "logicalLocations": [{"name": finding.side, "fullyQualifiedName": f"{finding.pair}/{finding.side}"}],
    }


def _line(finding: Finding, places: _Places) -> dict[str, Any]:
    """The line of the file that the pair stands on."""
    region = {"startLine": places.lines[finding.pair]}
    return {"physicalLocation": {"artifactLocation": {"uri": places.uri, "index": 0}, "region": region}}


def _region(span: Span) -> dict[str, int]:
    return {"charOffset": span.start, "charLength": len(span)}


def _fix(location: Mapping[str, Any], span: Span, text: str) -> dict[str, Any]:
    replacement = {"deletedRegion": _region(span), "insertedContent": {"text": text}}
    return {"artifactChanges": [{"artifactLocation": dict(location), "replacements": [replacement]}]}
