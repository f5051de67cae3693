"""Segments that people rated, as pairs with the signals of the order of reading."""

from __future__ import annotations

import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from itertools import groupby
from random import Random
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from review.checks import flag
from review.checks.risk.agreement import agreement
from review.checks.risk.signals import headline, measured
from review.types import Finding, Pair
from tests.gate.measured import MEASURED

Floats = NDArray[np.float64]

FLAGS = MEASURED / "bench" / "flags"
SCORER = MEASURED / "bench" / "flag_score.py"
CORPORA = (
    *("wmt23_zhen", "ted_zhen", "news21_zhen", "bio_zhen", "qe22_zhen", "qe23_heen"),
    *("bio_deen", "bio_esen", "bio_fren", "bio_pten", "bio_ruen", "ted_ende", "sxs23_ende"),
)
ALTERNATIVES = 2
SEED = 12345


@dataclass(frozen=True, slots=True)
class Rated:
    """A machine-translated pair with its gold; `major` is the share of its raters who marked a major error."""

    pair: Pair
    gold: dict[str, Any]
    document: tuple[str, str]
    major: float
    points: float


@cache
def scorer() -> ModuleType:
    """The scorer of the evaluation data."""
    spec = spec_from_file_location("flag_score", SCORER)
    assert spec
    assert spec.loader
    module = sys.modules["flag_score"] = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def is_here() -> bool:
    """Whether the evaluation data is."""
    return SCORER.exists() and FLAGS.exists()


@cache
def corpus(name: str) -> tuple[Rated, ...]:
    """The machine translations of a corpus in the order of the file, each with two other systems' beside it."""
    with gzip.open(FLAGS / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if not row["human"]]
    return tuple(_with_alternatives([_rated(row) for row in rows]))


def _rated(row: dict[str, Any]) -> Rated:
    source_lang, target_lang = row["lp"].split("-")
    document = row["doc"], row["system"]
    pair = Pair(row["id"], row["source"], row["target"], source_lang, target_lang, "|".join(document))
    gold = scorer().gold_segment(row)
    return Rated(pair, row, document, gold.major_votes / max(1, gold.n_raters), row["mqm"])


def _with_alternatives(rated: Sequence[Rated]) -> Iterator[Rated]:
    """Two other systems are drawn for each document and system; where they lack the segment it has fewer."""
    made = {(*each.document, each.gold["seg_no"]): each.pair.target for each in rated}
    systems = defaultdict(set)
    for each in rated:
        systems[each.document[0]].add(each.document[1])
    for each in rated:
        doc, system = each.document
        others = sorted(systems[doc] - {system})
        drawn = Random(f"{SEED} {doc} {system}").sample(others, min(ALTERNATIVES, len(others)))
        texts = tuple(made[key] for other in drawn if (key := (doc, other, each.gold["seg_no"])) in made)
        yield replace(each, pair=replace(each.pair, alternatives=texts))


def signals(rated: Sequence[Rated], columns: Sequence[str]) -> Floats:
    """The pairs' own signals and those of agreement, pairs × columns; NaN where a pair has none."""
    told = [
        {
            **measured(each.pair).signals,
            **headline(each.pair, first=each.gold["seg_no"] == 1),
            **dict(agreement(each.pair)),
        }
        for each in rated
    ]
    return np.array([[row.get(name, np.nan) for name in columns] for row in told])


@cache
def flagged(name: str) -> dict[str, tuple[Finding, ...]]:
    """By the id of a pair, what the checks find in a corpus, document by document."""
    found: dict[str, tuple[Finding, ...]] = {}
    for _, document in groupby(sorted(corpus(name), key=_document), key=_document):
        pairs = tuple(each.pair for each in document)
        flags = flag(pairs)
        found.update((pair.id, flags.of(pair.id)) for pair in pairs)
    return found


def _document(each: Rated) -> tuple[str, str]:
    return each.document


def report(rated: Sequence[Rated], scores: Sequence[float] | Floats) -> dict[str, float]:
    """The scorer's segment figures for suspicions in the order of the pairs."""
    scoring = scorer()
    segments = [scoring.gold_segment(each.gold) for each in rated]
    for segment, score in zip(segments, scores, strict=True):
        segment.score = float(score)
    bins = scoring.deciles([segment.text_len for segment in segments])
    strata = dict(zip((segment.id for segment in segments), bins, strict=True))
    found: dict[str, float] = scoring.segment_report(segments, strata, 5)
    return found
