"""Aligned documents with gold beads, and how well found beads agree with them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import accumulate
from math import inf
from pathlib import Path

from review.types import Bead, Segment, Text
from tests.gate.measured import CORPORA, MEASURED

Ids = tuple[int, ...]
Link = tuple[Ids, Ids]
"""Source and target sentences of a bead, as 0-based indexes; one side is empty where nothing corresponds."""
BENCH = MEASURED / "bench" / "align"
DEV = ("mac-zh-en", "parice-is-en", "textberg-de-fr")
SIDES = (0, 1)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and a key that it shares with its neighbours in the same paragraph."""

    text: str
    paragraph: object


@dataclass(frozen=True, slots=True)
class Aligned:
    """A document in two languages with its gold links; each null link holds one sentence."""

    name: str
    langs: tuple[str, str]
    sides: tuple[tuple[Sentence, ...], tuple[Sentence, ...]]
    links: tuple[Link, ...]

    def text(self, side: int) -> Text:
        """The side as the aligner takes it: one segment a sentence, one line a paragraph."""
        segments: list[Segment] = []
        start = paragraph = 0
        sentences = self.sides[side]
        for index, sentence in enumerate(sentences):
            ends = sentence.paragraph != sentences[min(index + 1, len(sentences) - 1)].paragraph
            segments.append(Segment(index, start, sentence.text + ("\n" if ends else " "), paragraph))
            start, paragraph = segments[-1].span.end, paragraph + ends
        return Text("".join(segment.text for segment in segments), self.langs[side], tuple(segments))


def singly(links: Iterable[Link]) -> tuple[Link, ...]:
    """The links with null ones cut into one for each sentence, and empty ones left out."""
    return tuple(
        cut
        for source, target in links
        for cut in (((source, target),) if source and target else _alone(source, target))
    )


def _alone(source: Ids, target: Ids) -> tuple[Link, ...]:
    return (*(((index,), ()) for index in source), *(((), (index,)) for index in target))


def dev_set(name: str) -> tuple[Aligned, ...]:
    """The documents of a development set, sentence per line; none where the set is not at hand."""
    folder = BENCH / name
    if not folder.exists():
        return ()
    about = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    return tuple(document(path, (about["src_lang"], about["tgt_lang"])) for path in sorted(folder.glob("*.gold")))


def document(path: Path, langs: tuple[str, str]) -> Aligned:
    """The document of a gold file, with the sentences beside it, one a line."""
    sides = tuple(
        tuple(Sentence(line, (path.stem, n)) for n, line in enumerate(_lines(path.with_suffix(suffix))))
        for suffix in (".src", ".tgt")
    )
    rows = [line.split("\t") for line in _lines(path) if line]
    links = [tuple(tuple(map(int, filter(None, ids.split(",")))) for ids in row[:2]) for row in rows]
    return Aligned(f"{path.parent.name}/{path.stem}", langs, (sides[0], sides[1]), singly((s, t) for s, t in links))


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").removesuffix("\n").split("\n")


def samples() -> tuple[Aligned, ...]:
    """The sample articles, cut into sentences as their gold says."""
    return tuple(map(_sample, CORPORA))


def _sample(folder: Path) -> Aligned:
    about = json.loads((folder / "article.json").read_text(encoding="utf-8"))
    source, in_source = _cut(folder, "source")
    target, in_target = _cut(folder, "target")
    links = singly(zip(in_source, in_target, strict=True))
    return Aligned(f"corpora/{folder.name}", (about["source_lang"], about["target_lang"]), (source, target), links)


def _cut(folder: Path, side: str) -> tuple[tuple[Sentence, ...], list[Ids]]:
    """The sentences of a side that the gold beads name, in text order, and for each bead the numbers of its own."""
    raw = (folder / f"{side}.txt").read_bytes().decode("utf-8")
    beads = [[(int(start), int(end)) for start, end in bead[side]] for bead in json.loads(_gold(folder))["beads"]]
    spans = sorted(span for bead in beads for span in bead)
    at = {span: number for number, span in enumerate(spans)}
    sentences = tuple(Sentence(raw[start:end], (folder.name, raw.count("\n", 0, start))) for start, end in spans)
    return sentences, [tuple(at[span] for span in bead) for bead in beads]


def _gold(folder: Path) -> str:
    return (folder / "gold.json").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Agreement:
    """Counts that figures are computed from; those of several documents are added up.

    `found` and `true` are links, `strict` and `lax` the hits among them: (of those found, of those true). Nulls are
    counted in sentences: found, true, and both; `crossing` in links that cross another: true, and of these found.

    Strict and lax as in Sennrich & Volk 2010 and Xu, Max & Yvon 2015: precision counts null links, recall does not;
    lax asks for one shared pair of sentences.
    """

    found: int = 0
    true: int = 0
    strict: tuple[int, int] = (0, 0)
    lax: tuple[int, int] = (0, 0)
    nulls: tuple[int, int, int] = (0, 0, 0)
    crossing: tuple[int, int] = (0, 0)

    def __add__(self, other: Agreement) -> Agreement:
        return Agreement(
            self.found + other.found,
            self.true + other.true,
            (self.strict[0] + other.strict[0], self.strict[1] + other.strict[1]),
            (self.lax[0] + other.lax[0], self.lax[1] + other.lax[1]),
            (self.nulls[0] + other.nulls[0], self.nulls[1] + other.nulls[1], self.nulls[2] + other.nulls[2]),
            (self.crossing[0] + other.crossing[0], self.crossing[1] + other.crossing[1]),
        )

    @property
    def strict_f1(self) -> float:
        return _f1(self.strict[0] / max(1, self.found), self.strict[1] / max(1, self.true))

    @property
    def lax_f1(self) -> float:
        return _f1(self.lax[0] / max(1, self.found), self.lax[1] / max(1, self.true))

    @property
    def null_precision(self) -> float:
        """Of the sentences that were found to stand alone, the share that do; 1 where none was."""
        return self.nulls[2] / self.nulls[0] if self.nulls[0] else 1.0

    @property
    def null_recall(self) -> float:
        """Of the sentences that stand alone, the share that were found to; 1 where there are none."""
        return self.nulls[2] / self.nulls[1] if self.nulls[1] else 1.0


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def agreement(found: Iterable[Link], true: Sequence[Link]) -> Agreement:
    """How found links agree with the true ones.

    Among the nulls, sentences that no true link names are passed over, and those of crossing links: who keeps to the
    order of the text has to leave one of two crossing links alone.
    """
    predicted, expected = set(singly(found)), set(singly(true))
    across = crossing(expected)
    judged = {(side, index) for link in expected - across for side in SIDES for index in link[side]}
    alone, should = null_sentences(predicted) & judged, null_sentences(expected)
    linked, recalled = {link for link in expected if all(link)}, {link for link in predicted if all(link)}
    return Agreement(
        len(predicted),
        len(linked),
        (len(predicted & expected), len(linked & recalled)),
        (_lax(predicted, expected), _lax(linked, recalled)),
        (len(alone), len(should), len(alone & should)),
        (len(across), len(across & predicted)),
    )


def crossing(links: Iterable[Link]) -> set[Link]:
    """The links that cross another: it comes earlier on one side and later on the other."""
    ordered = sorted(link for link in links if all(link))
    ahead = list(accumulate((max(link[1]) for link in ordered), max, initial=-1))
    behind = list(accumulate((min(link[1]) for link in reversed(ordered)), min, initial=inf))[::-1]
    return {link for n, link in enumerate(ordered) if min(link[1]) < ahead[n] or max(link[1]) > behind[n + 1]}


def null_sentences(links: Iterable[Link]) -> set[tuple[int, int]]:
    """(side, index) of each sentence that is linked to nothing."""
    return {(side, index) for link in links if not all(link) for side in SIDES for index in link[side]}


def _lax(links: set[Link], others: set[Link]) -> int:
    """How many links are among the others, or share a pair of sentences with one."""
    pairs = {(s, t) for source, target in others for s in source for t in target}
    return sum(link in others or any((s, t) in pairs for s in link[0] for t in link[1]) for link in links)


def links_of(beads: Iterable[Bead]) -> tuple[Link, ...]:
    return tuple((bead.source, bead.target) for bead in beads)


def pooled(agreements: Iterable[Agreement]) -> Agreement:
    return reduce(Agreement.__add__, agreements, Agreement())
