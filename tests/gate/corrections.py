"""How often a correction's error is guessed right: run `python -m tests.gate.corrections` to print every figure.

Three kinds of truth: the planted faults of the sample articles, each mended by its fix; faults put into clean segments,
mended by the segment as it was; and rated translations, where another system's nearly equal one has the words right
that raters marked. How often two raters agree on the same words says what can be asked of a guess at most.
"""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations, permutations
from pathlib import Path
from typing import Any

from rapidfuzz.distance import Indel

from review.article import extent, pairs_of
from review.checks import flag
from review.classify import guesses
from review.diff import changes
from review.types import Pair, Span
from tests.gate.measured import CORPORA, MEASURED, Rate, gold, sample

FLAGS = MEASURED / "bench" / "flags"
RATED = ("wmt23_zhen", "ted_zhen", "bio_zhen", "bio_deen", "bio_esen", "bio_fren", "bio_pten", "bio_ruen", "ted_ende")
ALIKE = 0.8
"""Similarity, as Indel has it, from which two translations are nearly equal."""
SAME = 0.5
"""Share of the characters of two places that both must cover to be the same place."""
NAMES = {
    "linguistic conventions": "fluency",
    "style/awkward": "style/unnatural or awkward",
    "style/non fluent": "style/unnatural or awkward",
    "terminology/wrong term": "terminology/inappropriate for context",
    "terminology/inconsistent use of terminology": "terminology/inconsistent",
    "accuracy/untranslated": "accuracy/source language fragment",
    "accuracy/untranslated text": "accuracy/source language fragment",
    "accuracy/gender mismatch": "fluency/grammar",
    "other/page furniture": "other",
}
"""What the campaigns call what is one category here."""
INJECTED = {
    "doubled word": ("fluency/grammar", "minor"),
    "doubled phrase": ("fluency/grammar", "minor"),
    "a/an": ("fluency/grammar", "minor"),
    "lower-case start": ("fluency/spelling", "minor"),
    "spelling": ("fluency/spelling", "minor"),
    "double space": ("fluency/spelling", "minor"),
    "missing space": ("fluency/spelling", "minor"),
    "space before punctuation": ("fluency/spelling", "minor"),
    "full-width punctuation": ("fluency/punctuation", "minor"),
    "unbalanced quote or bracket": ("fluency/punctuation", "minor"),
    "residue": ("accuracy/source language fragment", "major"),
    "number": ("accuracy/mistranslation", "major"),
    "magnitude": ("accuracy/mistranslation", "major"),
    "negation": ("accuracy/mistranslation", "major"),
    "omission": ("accuracy/omission", "major"),
    "addition": ("accuracy/addition", "major"),
    "name variant": ("fluency/inconsistency", "major"),
    "page furniture": ("other", "minor"),
}
"""The category and severity of a fault that was put in, by its kind."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A pair, the text that mends one error in it, and what that error is; `kind` is what it counts among."""

    pair: Pair
    after: str
    category: str
    severity: str
    kind: str


@dataclass(frozen=True, slots=True)
class Told:
    """How often the first guess had the category, its dimension, and whether the error is more than minor."""

    category: Rate
    top: Rate
    severity: Rate

    def __str__(self) -> str:
        return f"category {self.category}; dimension {self.top}; severity {self.severity}"


def planted(folders: Iterable[Path] = CORPORA) -> Iterator[Mended]:
    """The faults of the sample articles that a text put in their place mends."""
    for folder in folders:
        article = sample(folder)
        translation = article.translation
        beads = tuple(replace(bead, id=str(number)) for number, bead in enumerate(translation.beads))
        pairs = pairs_of(replace(article, id=folder.name, translations=(replace(translation, beads=beads),)))
        places = [extent(translation.text, bead.target) for bead in beads]
        for fault in gold(folder)["faults"]:
            span = Span(int(str(fault["start"])), int(str(fault["end"])))
            home = next(
                (n for n, place in enumerate(places) if place.start <= span.start and span.end <= place.end), None
            )
            if fault["fix"] is not None and fault["side"] == "target" and home is not None:
                own = span.moved(-places[home].start)
                yield _mended(pairs[home], own, str(fault["fix"]), fault)


def injected() -> Iterator[Mended]:
    """The segments with a fault put in, mended by the segment as it was."""
    clean = {row["id"]: row["target"] for name in ("wmt23_zhen", "news21_zhen") for row in _rows(name)}
    for row in _rows("injected_zhen"):
        if row["kind"] is not None:
            after = clean[row["id"].partition("|")[2]]
            yield Mended(_pair(row), after, *INJECTED[row["kind"]], row["kind"])


def rated(name: str) -> Iterator[Mended]:
    """Rated translations with one change towards another one of the same source, which mends what a rater marked."""
    groups: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in _rows(name):
        groups[f"{row['doc']}|{row['seg_no']}"].append(row)
    for group in groups.values():
        seen = {found for one, other in permutations(group, 2) for found in _better(one, other)}
        yield from sorted(seen, key=lambda found: (found.pair.id, found.after))


def agreed(name: str) -> Told:
    """How often two raters who marked the same words of a segment agree."""
    said = [
        ((_named(one["category"]), one["severity"]), (_named(other["category"]), other["severity"]))
        for row in _rows(name)
        for first, second in combinations(row["ratings"], 2)
        for one in _marked(first["errors"])
        for other in _marked(second["errors"])
        if _share(_place(one), _place(other)) >= SAME
    ]
    return _told(said)


def told(cases: Iterable[Mended], *, checked: bool = True) -> Told:
    """How often the largest change of a mended pair is guessed right; without checks from what changed alone."""
    said = []
    for case in cases:
        findings = flag([case.pair]).findings if checked else ()
        guess = guesses(case.pair, case.after, findings)[0]
        said.append(((guess.category, guess.severity), (case.category, case.severity)))
    return _told(said)


def _told(said: Iterable[tuple[tuple[str, str], tuple[str, str]]]) -> Told:
    pairs = list(said)
    total = len(pairs)
    return Told(
        Rate(sum(_named(a) == _named(b) for (a, _), (b, _) in pairs), total),
        Rate(sum(_named(a).partition("/")[0] == _named(b).partition("/")[0] for (a, _), (b, _) in pairs), total),
        Rate(sum((a == "minor") == (b == "minor") for (_, a), (_, b) in pairs), total),
    )


def _mended(pair: Pair, span: Span, fix: str, error: dict[str, Any]) -> Mended:
    text = pair.target
    after = text[: span.start] + fix + text[span.end :]
    return Mended(pair, after, _named(str(error["category"])), error["severity"], str(error.get("kind", "")))


def _better(one: dict[str, Any], other: dict[str, Any]) -> Iterator[Mended]:
    """The changes towards the other translation that stand on an error, where the other has none."""
    if one["target"] == other["target"] or Indel.normalized_similarity(one["target"], other["target"]) < ALIKE:
        return
    wrong = [error for rating in other["ratings"] for error in _marked(rating["errors"])]
    marked = [error for rating in one["ratings"] for error in _marked(rating["errors"])]
    for edit in changes(one["target"], other["target"]):
        on = [error for error in marked if _share(_place(error), edit.before) >= SAME]
        if len(on) == 1 and not any(_place(error).overlaps(edit.after) for error in wrong):
            yield _mended(_pair(one), edit.before, edit.after.of(other["target"]), on[0])


def _marked(errors: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The errors with a place in the translation and a category that speaks of it."""
    return [
        error
        for error in errors
        if error["side"] == "target" and error["start"] is not None and error["severity"] != "neutral"
        and error["category"] and "source" not in error["category"].partition("/")[0]
    ]  # fmt: skip


def _place(error: dict[str, Any]) -> Span:
    return Span(error["start"], error["end"])


def _share(one: Span, other: Span) -> float:
    """The characters that two places share, as a share of those that either has."""
    either = max(one.end, other.end) - min(one.start, other.start)
    return max(0, min(one.end, other.end) - max(one.start, other.start)) / max(1, either)


def _named(category: str) -> str:
    known = NAMES.get(category, category)
    top, slash, rest = known.partition("/")
    return NAMES.get(top, top) + slash + rest


def _rows(name: str) -> Iterator[dict[str, Any]]:
    with gzip.open(FLAGS / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _pair(row: dict[str, Any]) -> Pair:
    return Pair(row["id"], row["source"], row["target"], *row["lp"].split("-"))


def _print_figures() -> None:
    for name, cases in (("sample articles", list(planted())), ("injected", list(injected()))):
        print(f"{name}: {told(cases)}\n  without findings: {told(cases, checked=False)}")  # noqa: T201
        for kind in sorted({case.kind for case in cases}):
            print(f"  {kind:28} {told(case for case in cases if case.kind == kind)}")  # noqa: T201
    for name in RATED:
        print(f"{name}: {told(rated(name), checked=False)}\n  two raters: {agreed(name)}")  # noqa: T201


if __name__ == "__main__":
    _print_figures()
