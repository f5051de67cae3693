"""Evidence from a sentence encoder: how much nearer in meaning two runs of segments are than chance brings them.

Each target segment is compared with the bead's whole source run and each source segment with its whole target run, as
the lexical evidence does in its two directions; a comparison c of a segment with a run is worth

    WEIGHT / 2 · √length · (c / σ − CHANCE)   nats, with √length over its mean on that side,

c being the cosine of vectors centred on the mean of their side and run length, so that chance pairs have mean 0
whatever the encoder, and σ the deviation of chance pairs of this document. Comparing runs with runs alone, as Vecalign
(Thompson & Koehn 2019) and Bertalign (Liu & Zhu 2022) do, rewards merging, for long texts are alike by what they share;
a segment that is only half of what its counterpart says pays for it here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from review.align.programme import Cell
from review.align.tokens import Ints
from review.errors import UnusableEncoder
from review.languages import BY_TAG, UNDETERMINED

Floats32 = NDArray[np.float32]
Halves = NDArray[np.float16]

WEIGHT = 1.0  # nats for each deviation from chance; .5 to 1.5 do as well on MAC, Text+Berg and ParIce (dev)
CHANCE = 1.5  # deviations from chance at which a comparison says nothing; nearer to what pairs have than to chance
KNOWN = 2.0  # nats of the median bead: an English model has 1.5 on German–French, and misleads; 2.4 on paraphrases
BELOW = 0.1587  # share of a normal distribution that lies a deviation or more below its median
SAMPLE = 1000  # vectors of a side that chance is measured on
BATCH = 2048  # texts that are encoded at a time
SMALLEST = 1e-6
BLOCK = 256  # rows that are multiplied at a time


class Encoder(Protocol):
    """What turns texts into vectors that lie near each other where the meaning does, in whichever language."""

    def vectors(self, texts: Sequence[str]) -> Floats32:
        """Texts × dimensions, rows of unit length."""
        ...


@lru_cache(1)
def load_encoder(path: str | Path) -> Encoder:
    """The sentence-transformers model in a local folder, kept at hand; never from the network.

    Raises UnusableEncoder if the extra is not installed, the folder is missing, or it holds no model.
    """
    folder = Path(path)
    if not folder.is_dir():
        raise UnusableEncoder(str(folder), "no such folder", "the local folder of a sentence-transformers model")
    if not (folder / "modules.json").is_file():
        raise UnusableEncoder(str(folder), "no modules.json in it", "a model as sentence-transformers saves it")
    try:
        from sentence_transformers import SentenceTransformer  # type: ignore[import-not-found, unused-ignore]
    except ImportError as error:
        found = f"cannot be read without sentence-transformers ({error})"
        raise UnusableEncoder(str(folder), found, "the extra: pip install 'mtreview[encoder]'") from error
    try:
        return _SentenceTransformer(SentenceTransformer(str(folder), local_files_only=True))
    except Exception as error:  # whatever its parts raise, each of their own library
        found = f"{type(error).__name__}: {error}"
        raise UnusableEncoder(str(folder), found, "a model as sentence-transformers saves it") from error


class _SentenceModel(Protocol):
    """What is used of a SentenceTransformer."""

    def encode(self, inputs: list[str], *, normalize_embeddings: bool, show_progress_bar: bool) -> Floats32: ...


@dataclass(frozen=True, slots=True)
class _SentenceTransformer:
    model: _SentenceModel

    def vectors(self, texts: Sequence[str]) -> Floats32:
        found = self.model.encode(list(texts), normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(found, dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Encoded:
    """Two sides as an encoder sees them; `largest` segments are the most that a bead can have on a side.

    `chance` is the deviation of the cosine of segments that have nothing to do with each other.
    """

    source: _Runs
    target: _Runs
    chance: float

    @classmethod
    def of(
        cls, encoder: Encoder, source: Sequence[str], target: Sequence[str], largest: int, langs: tuple[str, str]
    ) -> Encoded:
        """From the bodies of both sides' segments, neither without any, and the sides' languages.

        Encodes `largest` texts a segment; holds as many vectors, in half precision.
        """
        here, there = (
            _Runs.of(encoder, bodies, largest, _joint(lang))
            for bodies, lang in zip((source, target), langs, strict=True)
        )
        return cls(here, there, _chance(here.sample(), there.sample()))

    def between(self, a: int, b: int, rows: Ints, columns: Ints) -> Floats32:
        """Rows × cells: nats of the beads of a segments up to each row and b up to each of its columns."""
        only: Floats32 = self.block(np.array([[a, b]]), rows, columns)[0]
        return only

    def block(self, types: Ints, rows: Ints, columns: Ints) -> Floats32:
        """Types × rows × cells: nats of the beads that end there; 0 where they would reach before a text's start.

        `types` are rows of source and target segments, `rows` edges in the source, `columns` (rows × cells) such in
        the target; edge k has k segments before it.
        """
        found = np.zeros((len(types), len(rows), columns.shape[1]), dtype=np.float32)
        for start in range(0, len(rows), BLOCK):
            part = slice(start, start + BLOCK)
            self._fill(found[:, part], types, rows[part], columns[part])
        return found

    def of_beads(self, rows: Ints) -> Floats32:
        """Nats of single beads of any size, given as rows of a chain; 0 for null beads."""
        return np.array([self._of_bead(*row) for row in rows.tolist()], dtype=np.float32)

    def knows(self, beads: Ints) -> bool:
        """Whether most of some beads, given as rows of a chain, are nearer in meaning than half-known languages are."""
        return len(beads) > 0 and float(np.median(self.of_beads(beads))) > KNOWN

    def part(self, start: Cell, end: Cell) -> Encoded:
        """What lies between two cells, compared as in the whole."""
        source, target = self.source.part(start[0], end[0]), self.target.part(start[1], end[1])
        return replace(self, source=source, target=target)

    def _of_bead(self, h: int, i: int, k: int, j: int) -> float:
        if h == i or k == j:
            return 0.0
        (run, each, weight), (other_run, other_each, other_weight) = self.source.run(h, i), self.target.run(k, j)
        likeness = float(run @ other_each + each @ other_run) / self.chance
        return WEIGHT / 2 * (likeness - CHANCE * (weight + other_weight))

    def _fill(self, found: Floats32, types: Ints, rows: Ints, columns: Ints) -> None:
        low, high = int(columns.min()), int(columns.max())
        cells = columns - low
        lefts = list(self.source.before(rows, int(types[:, 0].max())))
        rights = list(self.target.before(np.arange(low, high + 1), int(types[:, 1].max())))
        for number, (a, b) in enumerate(types.tolist()):
            (run, each, weight), (other_run, other_each, other_weight) = lefts[a - 1], rights[b - 1]
            likeness = (run @ other_each.T + each @ other_run.T) / self.chance
            likeness -= CHANCE * (weight[:, None] + other_weight)
            nats = WEIGHT / 2 * np.take_along_axis(likeness, cells, axis=1)
            found[number] = np.where((rows[:, None] >= a) & (columns >= b), nats, 0)


@dataclass(frozen=True, slots=True)
class _Runs:
    """A side's runs of segments.

    `vectors` is run lengths × edges × dimensions: at [k − 1, i] the centred unit vector of the k segments before edge
    i, 0 where there are fewer. `weights` is √length of the segment before each edge, its mean 1; at edge 0 it is 0.
    """

    vectors: Halves
    weights: Floats32

    @classmethod
    def of(cls, encoder: Encoder, bodies: Sequence[str], largest: int, joint: str) -> _Runs:
        singles = _centred(_encoded(encoder, bodies, 1, joint))
        vectors = np.zeros((largest, len(bodies) + 1, singles.shape[1]), dtype=np.float16)
        vectors[0, 1:] = singles
        for size in range(2, min(largest, len(bodies)) + 1):
            vectors[size - 1, size:] = _centred(_encoded(encoder, bodies, size, joint))
        roots = np.sqrt([max(1, len(body)) for body in bodies])
        return cls(vectors, np.concatenate(([0.0], roots / roots.mean())).astype(np.float32))

    def before(self, edges: Ints, largest: int) -> Iterator[tuple[Floats32, Floats32, Floats32]]:
        """For 1 to `largest` segments before each edge: the run, and the weighted sum of their vectors and weights."""
        each = np.zeros((len(edges), self.vectors.shape[2]), dtype=np.float32)
        weight = np.zeros(len(edges), dtype=np.float32)
        for size in range(1, largest + 1):
            last = np.maximum(0, edges - size + 1)
            each = each + self.weights[last, None] * self.vectors[0, last]
            weight = weight + self.weights[last]
            yield self.vectors[size - 1, edges].astype(np.float32), each, weight

    def run(self, first: int, last: int) -> tuple[Floats32, Floats32, float]:
        """As `before`, for the segments first..last−1; a run beyond the largest lies in the midst of its segments."""
        own = slice(first + 1, last + 1)
        each: Floats32 = self.weights[own] @ self.vectors[0, own].astype(np.float32)
        if last - first <= len(self.vectors):
            vector = self.vectors[last - first - 1, last].astype(np.float32)
        else:
            vector = each / max(SMALLEST, float(np.linalg.norm(each)))
        return vector, each, float(self.weights[own].sum())

    def part(self, first: int, last: int) -> _Runs:
        """The segments first..last−1 as a side of their own."""
        weights = self.weights[first : last + 1].copy()
        weights[0] = 0.0
        return _Runs(self.vectors[:, first : last + 1], weights)

    def sample(self) -> Floats32:
        """The vectors of up to SAMPLE segments, evenly over the text."""
        segments = len(self.weights) - 1
        chosen = np.linspace(1, segments, min(SAMPLE, segments)).astype(np.int64)
        found: Floats32 = self.vectors[0, chosen].astype(np.float32)
        return found


def _encoded(encoder: Encoder, bodies: Sequence[str], size: int, joint: str) -> Floats32:
    texts = [joint.join(bodies[first : first + size]) for first in range(len(bodies) - size + 1)]
    return np.concatenate([encoder.vectors(texts[start : start + BATCH]) for start in range(0, len(texts), BATCH)])


def _centred(vectors: Floats32) -> Floats32:
    """The vectors from their mean, of unit length; 0 where one lies on it."""
    away = vectors - vectors.mean(axis=0)
    lengths = np.linalg.norm(away, axis=1, keepdims=True)
    found: Floats32 = away / np.maximum(SMALLEST, lengths)
    return found


def _chance(source: Floats32, target: Floats32) -> float:
    """The deviation of chance pairs' cosine, measured below the median, where no true pairs are.

    It is no less than that of random directions, 1/√dimensions.
    """
    cosines = source @ target.T
    below = float(np.median(cosines)) - float(np.quantile(cosines, BELOW))
    return max(below, float(1 / np.sqrt(source.shape[1])))


def _joint(lang: str) -> str:
    """What parts sentences of a language: a space, or nothing."""
    return " " if BY_TAG.get(lang.split("-")[0].lower(), UNDETERMINED).spaced else ""
