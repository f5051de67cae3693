"""How the certainty of beads is fitted, and how far it is to be trusted: run `python -m tests.gate.confidence`.

Fitted on the development sets and the samples, as they are, changed in the ways of tests.gate.made, and in parts; and
on texts that do not belong together, none of whose beads is right. Each set counts alike, its mismatched texts by half.
Prints the constants of review.align.confidence, then, each set judged by what the others teach, predicted certainty
against the true share of right beads, and the confidence of documents against the share of segments in right beads.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np

from review.align.align import align
from review.align.confidence import FEATURES, features
from review.align.tokens import Floats
from tests.gate.beads import DEV, Aligned, dev_set, samples
from tests.gate.made import KINDS, made
from tests.gate.taught import parts

CORPORA = "corpora"
MISMATCHED = "mismatched"
LONG = 60  # beads from which a document is looked at in parts too
PARTS = 8
OTHERS = 3  # texts that each source is mismatched with
BEADS = 1000  # what each set counts, however many beads it has
OF_MISMATCHED = 0.5  # what its mismatched texts count beside that
STIFFNESS = 0.3  # penalty on squared weights
OF_NULLS = [0, 3, 5, 6, 7]  # features in which null beads can differ

Weights = tuple[Floats, Floats]
"""Of the features: for beads with two sides, and for null ones."""


@dataclass(frozen=True, slots=True)
class Case:
    """An aligned document: features of its beads, which have two sides, which are right, and their segments."""

    set: str
    kind: str
    features: Floats
    linked: Floats
    right: Floats
    segments: Floats


def case(name: str, kind: str, document: Aligned) -> Case:
    beads = align(document.text(0), document.text(1))
    true = set(document.links)
    linked = [bool(bead.source and bead.target) for bead in beads]
    right = [(bead.source, bead.target) in true for bead in beads]
    segments = [len(bead.source) + len(bead.target) for bead in beads]
    return Case(name, kind, features(beads), *(np.array(each, dtype=np.float64) for each in (linked, right, segments)))


def cases(name: str) -> Iterator[Case]:
    """All cases of a set."""
    documents = samples() if name == CORPORA else dev_set(name)
    pieces = [piece for document in documents if len(document.links) >= LONG for piece in parts(document, PARTS)]
    for kind in KINDS:
        yield from (case(name, kind.name, document) for document in made(kind, documents))
    yield from (case(name, "in parts", piece) for piece in pieces)
    yield from (case(name, MISMATCHED, document) for document in (*mismatched(documents), *mismatched(pieces)))


def mismatched(documents: Sequence[Aligned], others: int = OTHERS) -> Iterator[Aligned]:
    """Each source beside the translations of other documents."""
    for at, document in enumerate(documents):
        for other in (*documents[at + 1 :], *documents[:at])[:others]:
            if other.langs == document.langs:
                sides = document.sides[0], other.sides[1]
                yield Aligned(f"{document.name} x {other.name}", document.langs, sides, ())


def counts_of(every: Sequence[Case]) -> Floats:
    """What each bead counts."""
    beads = Counter[tuple[str, bool]]()
    for each in every:
        beads[each.set, each.kind == MISMATCHED] += len(each.right)
    shares = {key: BEADS * (OF_MISMATCHED if key[1] else 1) / number for key, number in beads.items()}
    return np.concatenate([np.full(len(each.right), shares[each.set, each.kind == MISMATCHED]) for each in every])


def fitted(every: Sequence[Case]) -> Weights:
    x, right, linked = (np.concatenate([getattr(each, of) for each in every]) for of in ("features", "right", "linked"))
    counts = counts_of(every)
    pairs, nulls = linked > 0, linked == 0
    alone = np.zeros(len(FEATURES))
    alone[OF_NULLS] = logistic(x[nulls][:, OF_NULLS], right[nulls], counts[nulls])
    return logistic(x[pairs], right[pairs], counts[pairs]), alone


def logistic(x: Floats, right: Floats, counts: Floats) -> Floats:
    """Weighted logistic regression by Newton's method."""
    weights = np.zeros(x.shape[1])
    for _ in range(50):
        share = 1 / (1 + np.exp(-x @ weights))
        gradient = x.T @ (counts * (right - share)) - STIFFNESS * weights
        curvature = (x * (counts * share * (1 - share))[:, None]).T @ x + STIFFNESS * np.eye(len(weights))
        weights = weights + np.linalg.solve(curvature, gradient)
    return weights


def certainties(judged: Case, weights: Weights) -> Floats:
    log_odds = np.where(judged.linked > 0, judged.features @ weights[0], judged.features @ weights[1])
    share: Floats = 1 / (1 + np.exp(-log_odds))
    return share


def reliability(predicted: Floats, right: Floats, counts: Floats, linked: Floats) -> Iterator[str]:
    """Predicted against true, in tenths."""
    yield "certainty     beads predicted true   nulls predicted true"
    for tenth in range(10):
        inside = np.minimum(9, (predicted * 10).astype(np.int64)) == tenth
        chosen = [inside & (linked == kind) for kind in (1, 0)]
        columns = (
            f"{each.sum():7} {_mean(predicted, counts, each)}     {_mean(right, counts, each)}" for each in chosen
        )
        yield f"{tenth / 10:.1f} to {tenth / 10 + 0.1:.1f} {'  '.join(columns)}"


def _mean(values: Floats, counts: Floats, chosen: Floats) -> str:
    return f"{np.average(values[chosen], weights=counts[chosen]):.2f}" if np.any(chosen) else "   -"


def by_document(judged: Sequence[tuple[Case, Floats]]) -> Iterator[str]:
    """The confidence of documents by set and kind: mean, least and most, and what is true."""
    yield f"{'set':16} {'kind':14} documents confidence  least   most   true"
    for (name, kind), group in groupby(judged, key=lambda one: (one[0].set, one[0].kind)):
        rows = [
            (predicted @ each.segments, each.right @ each.segments, each.segments.sum()) for each, predicted in group
        ]
        shares, true = (np.array([row[of] / row[2] for row in rows]) for of in (0, 1))
        yield (
            f"{name:16} {kind:14} {len(rows):9} {shares.mean():10.2f} {shares.min():6.2f} {shares.max():6.2f} "
            f"{true.mean():6.2f}"
        )


def main() -> None:
    every = [each for name in (*DEV, CORPORA) for each in cases(name)]
    for name, weights in zip(("LINKED", "ALONE"), fitted(every), strict=True):
        print(f"{name} = ({', '.join(f'{weight:.2f}' for weight in weights)})")  # noqa: T201
    taught = {name: fitted([each for each in every if each.set != name]) for name in {each.set for each in every}}
    judged = [(each, certainties(each, taught[each.set])) for each in every]
    right, linked = (np.concatenate([getattr(each, of) for each in every]) for of in ("right", "linked"))
    predicted = np.concatenate([shares for _, shares in judged])
    lines = (*reliability(predicted, right, counts_of(every), linked), "", *by_document(judged))
    print("", *lines, sep="\n")  # noqa: T201


if __name__ == "__main__":
    main()
