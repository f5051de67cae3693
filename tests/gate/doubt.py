"""How the doubts of words are fitted that `no-other-translation` marks by: run `python -m tests.gate.doubt`.

Prints the weights, and how well they do on documents that they did not see: by corpus how well words in errors are
told from others (AUC). The words of machine translations that people rated, each with two other systems' beside it.
Risks are those of the shipped order of reading.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from zlib import crc32

import click
import numpy as np

from review.checks.reading.divergence import compared
from review.checks.risk.doubt import SURE, Signs, signs
from review.checks.risk.guess import documents, guess
from tests.gate.order import regressed
from tests.gate.rated import Floats, Rated, corpus, scorer

CORPORA = ("wmt23_zhen", "ted_zhen", "news21_zhen", "bio_zhen")
"""Those from Chinese that several systems translated."""
SHARES = (1.0, 0.3, 0.3, 0.3)
"""How much a word of each counts: the first has the most systems and raters, and its errors are the densest."""
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a corpus: their signs and risks, words × columns; whether in an error; the folds of documents."""

    columns: Floats
    wrong: Floats
    folds: Floats


@cache
def words(name: str) -> Words:
    columns, wrong, folds = [], [], []
    for each, risk in _risks(corpus(name)):
        beside = compared(each.pair)
        if beside:
            columns += [(*row, risk) for row in signs(beside)]
            wrong += _wrong(each, [(span.start, span.end) for span in beside.own.spans])
            folds += [crc32(each.document[0].encode()) % FOLDS] * len(beside.apart)
    return Words(np.array(columns), np.array(wrong), np.array(folds))


def _risks(rated: Sequence[Rated]) -> Iterator[tuple[Rated, float]]:
    """The pairs with the log-odds of their risks, by the signals of their documents too."""
    for _, run in groupby(sorted(rated, key=lambda each: each.document), key=lambda each: each.document):
        group = list(run)
        pairs = [each.pair for each in group]
        for each, document in zip(group, documents(pairs), strict=True):
            risk = min(max(guess(each.pair, document).value, SURE), 1 - SURE)
            yield each, float(np.log(risk / (1 - risk)))


def _wrong(each: Rated, spans: Sequence[tuple[int, int]]) -> list[float]:
    """For each word whether half of it lies in an error."""
    segment = scorer().gold_segment(each.gold)
    marked = np.cumsum([0, *scorer().mask_of([error for rater in segment.raters for error in rater], segment.text_len)])
    return [float(2 * (marked[end] - marked[start]) >= end - start) for start, end in spans]


def weights_of(names: Sequence[str], left_out: int | None = None) -> Floats:
    """The weights by all words but those of a fold, and the bias of the first corpus."""
    chosen = [(words(name), words(name).folds != left_out) for name in names]
    columns = np.vstack([each.columns[kept] for each, kept in chosen])
    wrong = np.concatenate([each.wrong[kept] for each, kept in chosen])
    sizes = [int(kept.sum()) for _, kept in chosen]
    shares, groups = (np.repeat(each, sizes) for each in (SHARES[: len(names)], np.arange(float(len(names)))))
    return regressed(columns, wrong, shares, groups)


def auc(sums: Floats, wrong: Floats) -> float:
    found: float = scorer().auc(list(sums), list(wrong > 0))
    return found


def unseen(name: str) -> float:
    """The AUC on a corpus of weights that did not see the document."""
    each, sums = words(name), np.zeros(len(words(name).wrong))
    for fold in range(FOLDS):
        inside = each.folds == fold
        sums[inside] = each.columns[inside] @ weights_of(CORPORA, fold)[: each.columns.shape[1]]
    return auc(sums, each.wrong)


@click.command()
def main() -> None:
    """Print the weights and how well they do."""
    found = weights_of(CORPORA)
    names = (*Signs._fields, "risk", "bias")
    click.echo("  ".join(f"{name} {number:.2f}" for name, number in zip(names, found, strict=False)))
    for name in CORPORA:
        click.echo(f"{name}: AUC over words {unseen(name):.3f}, {len(words(name).wrong)} words")


if __name__ == "__main__":
    main()
