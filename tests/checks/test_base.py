from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from review.checks import CHECKS, flag
from review.checks.base import ArticleCheck, Check, Example, run
from review.types import Failure, Mark, Pair, Span


def pair(target: str, name: str = "p", doc: str = "", source: str = "原文在此。") -> Pair:
    return Pair(name, source, target, "zh", "en", doc)


def check(find: object, name: str = "made-up", **changes: object) -> Check:
    values = {
        "id": name, "name": "Made up", "description": "Made up.", "category": "fluency/grammar", "its": "grammar",
        "severity": "minor", "score": 0.5, "version": 2, "examples": (), "find": find,
    } | changes  # fmt: skip
    return Check(**values)  # type: ignore[arg-type]


def each_e(pair: Pair) -> Iterator[Mark]:
    for at, letter in enumerate(pair.target):
        if letter in "eE":
            yield Mark(Span(at, at + 1), "An e.", score=1.0 if letter == "E" else None)


def raising(pair: Pair) -> Iterator[Mark]:
    yield Mark(Span(0, 1), "First.")
    raise RuntimeError("no idea")


def test_equal_quotes_of_a_check_and_side_are_counted() -> None:
    findings = run((check(each_e),), [pair("Eee")]).findings
    assert [(finding.text, finding.nth, finding.score) for finding in findings] == [
        ("E", 0, 1.0), ("e", 0, 0.5), ("e", 1, 0.5),
    ]  # fmt: skip
    assert findings[0].version == 2
    assert len({finding.key for finding in findings}) == 3


def test_a_check_that_raises_is_a_failure_and_the_rest_goes_on() -> None:
    flags = run((check(raising, "raising"), check(each_e)), [pair("e", "one"), pair("x", "two")])
    assert flags.failures == (
        Failure("raising", "one", "RuntimeError: no idea"),
        Failure("raising", "two", "RuntimeError: no idea"),
    )
    assert [finding.check for finding in flags.findings] == ["made-up"]


def test_a_mark_outside_its_text_is_a_failure() -> None:
    flags = run((check(lambda pair: [Mark(Span(0, 9), "Too far.")]),), [pair("short")])
    assert flags.findings == ()
    assert "outside" in flags.failures[0].reason


def test_an_article_check_that_raises_names_the_first_pair_of_its_article() -> None:
    def find(pairs: Sequence[Pair]) -> Iterator[tuple[int, Mark]]:
        if pairs[0].doc == "bad":
            raise KeyError("lost")
        yield len(pairs) - 1, Mark(Span(0, 0), "The end.")

    whole = ArticleCheck(
        id="whole", name="Whole", description="Whole.", category="fluency/grammar", its="grammar", severity="minor",
        score=0.5, version=1, examples=(), find=find,
    )  # fmt: skip
    flags = run((whole,), [pair("a", "1", "bad"), pair("b", "2", "good"), pair("c", "3", "good"), pair("d", "4")])
    assert [failure.pair for failure in flags.failures] == ["1"]
    assert [finding.pair for finding in flags.findings] == ["3", "4"]


def test_findings_come_in_the_order_of_pairs_and_places() -> None:
    later = check(lambda pair: [Mark(Span(0, 1), "Source.", side="source"), Mark(Span(0, 1), "Target.")], "later")
    flags = run((later, check(each_e)), [pair("xe", "2"), pair("e", "1")])
    assert [(finding.pair, finding.check, finding.side) for finding in flags.findings] == [
        ("2", "later", "target"), ("2", "made-up", "target"), ("2", "later", "source"),
        ("1", "later", "target"), ("1", "made-up", "target"), ("1", "later", "source"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("tag", "runs"), [("en", True), ("en-GB", True), ("en_US", True), ("EN", True), ("de", False), ("und", False)]
)
def test_a_check_for_one_language_runs_on_its_tags_only(tag: str, runs: bool) -> None:
    found = run((check(each_e, target_langs=("en",)),), [Pair("p", "源", "e", "zh", tag)]).findings
    assert bool(found) == runs


def test_an_example_is_a_pair() -> None:
    assert Example("源", "Target").pair == Pair("example", "源", "Target", "zh", "en")


def test_flag_runs_all_checks() -> None:
    flags = flag([pair("The the end.", "1"), pair("", "2", source="还有一句。")])
    assert {finding.check for finding in flags.findings} == {"doubled-word", "missing-sentence"}
    assert flags.failures == ()
    assert flags.of("1")[0].fixes == ("The",)


def test_nothing_is_said_of_nothing() -> None:
    assert run(CHECKS, []).findings == ()
    assert flag([pair("", source="")]).findings == ()
