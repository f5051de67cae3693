"""What the gates measure: run `python -m tests.gate.measured` to print every figure."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from review import flow
from review.article import extent, pairs_of
from review.checks import flag
from review.types import Article, Finding, Span, Text

ROOT = Path(__file__).parents[2]
CORPORA = sorted(path.parent for path in (ROOT / "corpora").glob("*/gold.json"))
MEASURED = Path(os.environ.get("MTREVIEW_MEASURED", ROOT.parent / "shared"))
"""Evaluation data that is no part of the project: gates on it are skipped where it is absent."""
REAL = sorted(MEASURED.glob("real/*.src.txt"))
SEED = MEASURED / "real" / "seed.zh-en.src.txt"

Place = frozenset[int]


@dataclass(frozen=True, slots=True)
class Rate:
    """How many of how many."""

    hits: int
    total: int

    @property
    def share(self) -> float:
        return self.hits / max(1, self.total)

    def __str__(self) -> str:
        return f"{self.hits} of {self.total} ({self.share:.1%})"


def sample(folder: Path) -> Article:
    """A sample article as the workbench reads it."""
    about = json.loads((folder / "article.json").read_text(encoding="utf-8"))
    return flow.read_article(
        (folder / "source.txt").read_bytes(),
        "source.txt",
        (folder / "target.txt").read_bytes(),
        "target.txt",
        source_lang=about["source_lang"],
        target_lang=about["target_lang"],
    )


def gold(folder: Path) -> dict[str, list[dict[str, object]]]:
    found: dict[str, list[dict[str, object]]] = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    return found


def visible(raw: str, spans: Iterable[Sequence[int]]) -> Place:
    """The places of the characters in some spans that are no white space."""
    return frozenset(place for start, end in spans for place in range(start, end) if not raw[place].isspace())


def bead_places(article: Article) -> list[tuple[Place, Place]]:
    """Both sides of each bead as places in the raw texts."""
    source, target = article.source, article.translation.text
    return [(_covered(source, bead.source), _covered(target, bead.target)) for bead in article.translation.beads]


def strict_beads(folder: Path) -> tuple[Rate, Rate]:
    """Strict precision and recall of the aligner on a raw sample article, null beads included."""
    article = sample(folder)
    source, target = article.source.raw, article.translation.text.raw
    found = set(bead_places(article))
    true = {(visible(source, bead["source"]), visible(target, bead["target"])) for bead in gold(folder)["beads"]}  # type: ignore[arg-type]
    return Rate(len(found & true), len(found)), Rate(len(found & true), len(true))


def found_faults(folder: Path) -> Iterator[tuple[dict[str, object], bool]]:
    """Each gold fault of a sample article, and whether a finding touches it."""
    article = sample(folder)
    marked = marks(article)
    for fault in gold(folder)["faults"]:
        span = Span(int(str(fault["start"])), int(str(fault["end"])))
        yield fault, any(side == fault["side"] and span.overlaps(mark) for side, mark, _ in marked)


def true_findings(folder: Path) -> Iterator[tuple[Finding, bool]]:
    """Each finding in a sample article, and whether it touches a gold fault of either side in its place."""
    article = sample(folder)
    faults = [
        (fault["side"], Span(int(str(fault["start"])), int(str(fault["end"])))) for fault in gold(folder)["faults"]
    ]
    for side, mark, finding in marks(article):
        yield finding, any(side == other and mark.overlaps(span) for other, span in faults)


def marks(article: Article) -> list[tuple[str, Span, Finding]]:
    """All findings in an article as (side, place in the raw text, finding)."""
    translation = article.translation
    beads = tuple(replace(bead, id=str(number)) for number, bead in enumerate(translation.beads))
    numbered = replace(article, id=article.id or "measured", translations=(replace(translation, beads=beads),))
    starts = {
        (side, bead.id): extent(text, indexes).start
        for bead in beads
        for side, text, indexes in (("source", article.source, bead.source), ("target", translation.text, bead.target))
    }
    findings = flag(pairs_of(numbered)).findings
    return [(f.side, f.span.moved(starts[f.side, f.pair]), f) for f in findings]


def crossing_beads(source: Path) -> Rate:
    """How many beads of a real article link segments that do not belong together."""
    article = real(source)
    rows = [json.loads(line) for line in _beside(source, "segments.jsonl").read_text(encoding="utf-8").splitlines()]
    owners = [
        _owners(text.raw, [row[side] for row in rows])
        for side, text in (("source", article.source), ("target", article.translation.text))
    ]
    linked = [
        {owner[place] for owner, side in zip(owners, bead, strict=True) for place in side if place in owner}
        for bead in bead_places(article)
    ]
    return Rate(sum(len(segments) > 1 for segments in linked), len(linked))


def real(source: Path) -> Article:
    """A real article and its machine translation as the workbench reads them."""
    target = _beside(source, "mt.txt")
    return flow.read_article(source.read_bytes(), source.name, target.read_bytes(), target.name)


def _beside(source: Path, ending: str) -> Path:
    return source.with_name(source.name.removesuffix("src.txt") + ending)


def _covered(text: Text, indexes: Sequence[int]) -> Place:
    return visible(text.raw, [(text.segments[i].start, text.segments[i].span.end) for i in indexes])


def _owners(raw: str, pieces: Sequence[str]) -> dict[int, int]:
    """For each visible character of a text the number of the piece that it belongs to; pieces stand in its order."""
    owners: dict[int, int] = {}
    places = iter([place for place, character in enumerate(raw) if not character.isspace()])
    for number, piece in enumerate(pieces):
        for character in "".join(piece.split()):
            place = next((place for place in places if raw[place] == character), None)
            if place is not None:
                owners[place] = number
    return owners


def _print_figures() -> None:
    for folder in CORPORA:
        precision, recall = strict_beads(folder)
        faults = [hit for _, hit in found_faults(folder)]
        findings = [true for _, true in true_findings(folder)]
        print(  # noqa: T201
            f"{folder.name:40} beads P {precision}, R {recall}; faults found {Rate(sum(faults), len(faults))}; "
            f"findings on faults {Rate(sum(findings), len(findings))}"
        )
    for source in REAL:
        if source != SEED:
            print(f"{source.name:50} crossing {crossing_beads(source)}")  # noqa: T201


if __name__ == "__main__":
    _print_figures()
