"""Floors for the checks of names and of consistency, where the rated segments are at hand."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from random import Random

import pytest
import regex

from review.checks import CHECKS
from review.checks.base import run
from review.types import Finding, Pair, Span
from tests.gate.measured import CORPORA, MEASURED, Rate, found_faults, marks, sample

FLAGS = MEASURED / "bench" / "flags"
NAMED = {"person-name", "misspelt-name", "name-variants", "established-name", "meetings-and-plans"}
KEPT = {"term-variants", "repeated-segment", "spelling-variety", "date-form"}
OWN = tuple(check for check in CHECKS if check.id in NAMED | KEPT)
NAME = regex.compile(r"(?<=[a-z,] )[A-Z][a-z]{5,}+\b(?!-)")
SEED = 12345
needs_flags = pytest.mark.skipif(not FLAGS.is_dir(), reason="the rated segments are not here")


@dataclass(frozen=True, slots=True)
class Rated:
    """A segment with the places of what raters marked in the target; `kind` is the fault that was put in."""

    pair: Pair
    spans: tuple[Span, ...]
    kind: str
    is_clean: bool


@cache
def rated(corpus: str) -> tuple[Rated, ...]:
    with gzip.open(FLAGS / f"{corpus}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return tuple(_rated(json.loads(line)) for line in lines)


def _rated(row: dict[str, object]) -> Rated:
    source_lang, target_lang = str(row["lp"]).split("-")
    texts = str(row["source"]), str(row["target"])
    pair = Pair(str(row["id"]), *texts, source_lang, target_lang, f"{row['doc']}|{row['system']}")
    errors = [error for rating in row["ratings"] for error in rating["errors"] if error["penalty"] > 0]  # type: ignore[attr-defined]
    placed = [error for error in errors if error["side"] == "target" and error["start"] is not None]
    spans = tuple(Span(error["start"], error["end"]) for error in placed)
    return Rated(pair, spans, str(row.get("kind") or ""), not errors)


@cache
def found(corpus: str) -> tuple[Finding, ...]:
    flags = run(OWN, [segment.pair for segment in rated(corpus)])
    assert flags.failures == ()
    return flags.findings


def touched(corpus: str, checks: set[str]) -> Rate:
    """The findings of some checks that touch what a rater marked."""
    spans = {segment.pair.id: segment.spans for segment in rated(corpus)}
    hits = [
        any(finding.span.overlaps(span) for span in spans[finding.pair])
        for finding in found(corpus)
        if finding.check in checks and finding.side == "target"
    ]
    return Rate(sum(hits), len(hits))


def clean_flagged(corpus: str) -> Rate:
    """The segments without an error that have a finding all the same."""
    flagged = {finding.pair for finding in found(corpus)}
    clean = [segment.pair.id for segment in rated(corpus) if segment.is_clean]
    return Rate(sum(pair in flagged for pair in clean), len(clean))


@needs_flags
def test_names_that_were_varied_are_found() -> None:
    places = {
        (finding.pair, index)
        for finding in found("injected_zhen")
        for index in range(finding.span.start, finding.span.end)
    }
    varied = [segment for segment in rated("injected_zhen") if segment.kind == "name variant"]
    hits = [any((one.pair.id, at) in places for at in range(one.spans[0].start, one.spans[0].end)) for one in varied]
    assert Rate(sum(hits), len(hits)).share >= 0.85


@needs_flags
@pytest.mark.parametrize(
    ("corpus", "most"),
    [("injected_zhen", 0.002), ("wmt23_zhen", 0.002), ("news21_zhen", 0.004), ("ted_zhen", 0.002), ("bio_zhen", 0.002)],
)
def test_clean_segments_are_left_alone(corpus: str, most: float) -> None:
    assert clean_flagged(corpus).share <= most


@needs_flags
@pytest.mark.parametrize(
    ("checks", "least"), [({"person-name"}, 0.85), ({"established-name"}, 0.75), ({"term-variants"}, 0.70)]
)
def test_what_is_marked_is_what_raters_mark(checks: set[str], least: float) -> None:
    rates = [touched(corpus, checks) for corpus in ("wmt23_zhen", "news21_zhen")]
    assert Rate(sum(rate.hits for rate in rates), sum(rate.total for rate in rates)).share >= least


def slips(corpus: str) -> Iterator[tuple[tuple[Pair, ...], int, Span]]:
    """Documents with one letter of one name wrong, missing, too many or changed places; where, and its place."""
    chance = Random(SEED)
    documents: dict[str, list[Rated]] = {}
    for segment in rated(corpus):
        documents.setdefault(segment.pair.doc, []).append(segment)
    for document in documents.values():
        names = [
            (place, match)
            for place, segment in enumerate(document)
            if segment.is_clean
            for match in NAME.finditer(segment.pair.target)
        ]
        if names:
            place, match = chance.choice(names)
            pairs = [segment.pair for segment in document]
            wrong = slipped(match[0], chance)
            pairs[place] = _replaced(pairs[place], match, wrong)
            if wrong != match[0]:
                yield tuple(pairs), place, Span(match.start(), match.start() + len(wrong))


def slipped(word: str, chance: Random) -> str:
    at, letter = chance.randrange(1, len(word) - 1), chance.choice("aeiounrstlmdk")
    return chance.choice(
        (
            word[:at] + letter + word[at + 1 :],
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at:],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        )
    )


def _replaced(pair: Pair, match: regex.Match[str], wrong: str) -> Pair:
    target = pair.target[: match.start()] + wrong + pair.target[match.end() :]
    return Pair(pair.id, pair.source, target, pair.source_lang, pair.target_lang, pair.doc)


@needs_flags
@pytest.mark.parametrize(("corpus", "least"), [("wmt23_zhen", 0.7), ("news21_zhen", 0.75)])
def test_slips_of_a_letter_in_names_are_found(corpus: str, least: float) -> None:
    hits = []
    for pairs, place, span in slips(corpus):
        findings = run(OWN, pairs).of(pairs[place].id)
        hits.append(any(finding.span.overlaps(span) for finding in findings))
    assert Rate(sum(hits), len(hits)).share >= least


def test_names_of_the_samples_are_marked_where_they_are_wrong() -> None:
    faults = [(folder, fault, hit) for folder in CORPORA for fault, hit in found_faults(folder)]
    names = [hit for _, fault, hit in faults if fault["kind"] == "name-variant"]
    assert sum(names) >= 4
    for folder in CORPORA:
        wrong = [Span(int(str(fault["start"])), int(str(fault["end"]))) for at, fault, _ in faults if at == folder]
        for side, span, finding in marks(sample(folder)):
            if finding.check in NAMED and side == "target":
                assert any(span.overlaps(place) for place in wrong), finding
