"""How often each check is right on translations that people rated: `python -m tests.gate.checks` measures and records.

The record, `review/judged/precision.json`, ships with the package; the page of the checks shows it. `--injected` prints
what is found of faults that were put into clean segments instead, and how many clean segments are flagged.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from review.checks import CHECKS
from review.checks.base import AnyCheck, run
from review.checks.document import markdown
from review.judged.precision import PRIORS
from review.types import Finding, Pair, Side
from tests.gate.measured import MEASURED, ROOT, Rate
from tests.gate.rated import is_here

FLAGS = MEASURED / "bench" / "flags"
CORPORA = (
    "wmt23_zhen", "ted_zhen", "news21_zhen", "bio_zhen", "qe22_zhen", "qe23_heen",
    "bio_deen", "bio_esen", "bio_fren", "bio_pten", "bio_ruen",
)  # fmt: skip
"""Development sets with English targets and the places of the errors."""
INJECTED = "injected_zhen"
SLACK = 1
"""Code points that a mark may lie beside an error and still touch it."""
RECORD = ROOT / "review" / "judged" / PRIORS


@dataclass(frozen=True, slots=True)
class Rated:
    """A pair and the errors that raters marked on it: (side, start, end). `kind` is the fault put in, None for none."""

    pair: Pair
    errors: tuple[tuple[Side, int, int], ...]
    kind: str | None = None


def rated(corpus: str) -> list[Rated]:
    """A corpus without its human translations; [] where it is absent."""
    path = FLAGS / f"{corpus}.jsonl.gz"
    if not path.exists():
        return []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [_rated(row) for row in map(json.loads, lines) if not row["human"]]


def _rated(row: Mapping[str, Any]) -> Rated:
    source, target = row["lp"].split("-")
    alone = row["id"] if row["corpus"] == INJECTED else f"{row['corpus']}|{row['doc']}|{row['system']}"
    pair = Pair(row["id"], row["source"], row["target"], source, target, alone)
    errors = tuple(
        (error["side"], error["start"], error["end"])
        for rating in row["ratings"]
        for error in rating["errors"]
        if error["start"] is not None and (error["penalty"] > 0 or row.get("kind"))
    )
    return Rated(pair, errors, row.get("kind"))


def found_in(segments: Sequence[Rated], checks: Sequence[AnyCheck] = CHECKS) -> Iterator[tuple[Rated, Finding]]:
    """Each finding on the segments with the segment that it is on."""
    flags = run(checks, [segment.pair for segment in segments])
    if flags.failures:
        raise AssertionError(f"checks failed: {flags.failures[:3]}")
    by_id = {segment.pair.id: segment for segment in segments}
    return ((by_id[finding.pair], finding) for finding in flags.findings)


def touches(segment: Rated, finding: Finding) -> bool:
    """Whether a finding shares a character with an error of its side, or lies beside one."""
    start, end = finding.span.start, max(finding.span.end, finding.span.start + 1)
    return any(
        side == finding.side and start < stop + SLACK and begin - SLACK < end for side, begin, stop in segment.errors
    )


def chance(segment: Rated, finding: Finding) -> float:
    """The share of places in its text where a mark of that length would touch an error."""
    length, size = max(1, len(finding.span)), len(segment.pair.text(finding.side))
    places = max(1, size - length + 1)
    hit: set[int] = set()
    for side, begin, stop in segment.errors:
        if side == finding.side:
            hit.update(range(max(0, begin - SLACK - length + 1), min(places, stop + SLACK)))
    return len(hit) / places


def record() -> dict[str, dict[str, float]]:
    """By check: its version, its marks on the development sets, those that touch an error, and chance."""
    marks, right, by_chance = Counter[str](), Counter[str](), defaultdict[str, float](float)
    for corpus in CORPORA:
        for segment, finding in found_in(rated(corpus)):
            if finding.category != "source issue":
                marks[finding.check] += 1
                right[finding.check] += touches(segment, finding)
                by_chance[finding.check] += chance(segment, finding)
    return {
        check.id: {
            "version": check.version,
            "marks": marks[check.id],
            "right": right[check.id],
            "chance": round(by_chance[check.id] / marks[check.id], 3),
        }
        for check in CHECKS
        if marks[check.id]
    }


@cache
def injected() -> tuple[dict[str, Rate], Rate, Counter[str]]:
    """By kind of fault how many are touched, how many clean segments are flagged, and how many by each check."""
    segments = rated(INJECTED)
    hit: set[str] = set()
    flagged: defaultdict[str, set[str]] = defaultdict(set)
    for segment, finding in found_in(segments):
        if segment.kind and touches(segment, finding):
            hit.add(segment.pair.id)
        elif not segment.kind and finding.category != "source issue":
            flagged[segment.pair.id].add(finding.check)
    kinds = Counter(segment.kind for segment in segments)
    found = Counter(segment.kind for segment in segments if segment.pair.id in hit)
    rates = {kind: Rate(found[kind], number) for kind, number in kinds.items() if kind}
    return rates, Rate(len(flagged), kinds[None]), Counter(check for ids in flagged.values() for check in ids)


def written(rows: Mapping[str, object]) -> str:
    """The record as JSON, a check a line."""
    lines = (f"{json.dumps(check)}: {json.dumps(row)}" for check, row in sorted(rows.items()))
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _print(lines: Iterable[str]) -> None:
    sys.stdout.writelines(f"{line}\n" for line in lines)


def main(arguments: Sequence[str]) -> None:
    if not is_here():
        raise SystemExit("the rated translations are not here; expected them where MTREVIEW_MEASURED says")
    if "--injected" in arguments:
        rates, clean, by_check = injected()
        _print(f"{kind:30} {rate}" for kind, rate in sorted(rates.items()))
        _print([f"clean segments flagged: {clean}", *(f"  {check}: {n}" for check, n in by_check.most_common())])
        return
    RECORD.write_text(written(record()), encoding="utf-8")
    from review.judged import precision

    precision.priors.cache_clear()
    Path(ROOT / "docs" / "checks.md").write_text(markdown(), encoding="utf-8")
    _print(f"{check:26} {prior}" for check, prior in sorted(precision.priors().items()))


if __name__ == "__main__":
    main(sys.argv[1:])
