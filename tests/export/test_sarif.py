"""The SARIF log: its rules, places, fixes, and what it says of checks that failed."""

from __future__ import annotations

import json

import pytest

from review.export import sarif
from review.types import Finding, Flags, Span
from tests.reviewed import FLAGS, RULES, library

PAIRS = [state.pair for state in library()]
RUN = sarif(FLAGS, PAIRS, "pairs.jsonl", RULES)["runs"][0]


def test_rules_and_results_belong_together() -> None:
    rules = RUN["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["doubled-word", "translationese", "missing-sentence"]
    assert [rules[result["ruleIndex"]]["id"] for result in RUN["results"]] == [one["ruleId"] for one in RUN["results"]]


def test_results_are_the_findings_with_level_and_place() -> None:
    assert len(RUN["results"]) == len(FLAGS.findings)
    for finding, result in zip(FLAGS.findings, RUN["results"], strict=True):
        place = result["locations"][0]["physicalLocation"]
        contents = RUN["artifacts"][place["artifactLocation"]["index"]]["contents"]["text"]
        region = place["region"]
        assert contents[region["charOffset"] :][: region["charLength"]] == finding.text == region["snippet"]["text"]
        assert result["message"]["text"] == finding.reason
        assert place["artifactLocation"]["uri"] == f"pairs.jsonl#{finding.pair}/{finding.side}"
    assert [result["level"] for result in RUN["results"]] == ["warning", "error", "warning"]
    lines = [one["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] for one in RUN["results"]]
    assert lines == [2, 4, 5]


def test_only_texts_with_findings_are_artifacts() -> None:
    assert len(RUN["artifacts"]) == 1 + 3
    assert {one.get("parentIndex") for one in RUN["artifacts"][1:]} == {0}


def test_fixes_replace_the_marked_text() -> None:
    fixes = [result.get("fixes", []) for result in RUN["results"]]
    assert [len(each) for each in fixes] == [1, 0, 2]
    replacement = fixes[2][0]["artifactChanges"][0]["replacements"][0]
    assert replacement == {
        "deletedRegion": {"charOffset": 43, "charLength": 15},
        "insertedContent": {"text": "very popular"},
    }


def test_a_check_that_failed_is_no_clean_run() -> None:
    invocation = RUN["invocations"][0]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == (
        "Check numbers failed on pair lib-3: ValueError: no such numeral"
    )
    assert sarif(Flags(), PAIRS, "x", RULES)["runs"][0]["invocations"][0]["executionSuccessful"] is True


def test_names_are_written_as_uris_allow() -> None:
    log = sarif(FLAGS, PAIRS, "my pairs#1.jsonl", ())
    assert log["runs"][0]["artifacts"][0]["location"]["uri"] == "my%20pairs%231.jsonl"
    assert "ruleIndex" not in log["runs"][0]["results"][0]
    assert json.loads(json.dumps(log)) == log
    assert log["version"] == "2.1.0"


def test_a_finding_on_another_pair_is_refused() -> None:
    stray = Finding("elsewhere", "c", 1, "other", "minor", "target", Span(0, 0), "", "why")
    with pytest.raises(ValueError, match="elsewhere"):
        sarif(Flags((stray,)), PAIRS, "x", RULES)
