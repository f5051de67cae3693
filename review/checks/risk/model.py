"""The model of the order of reading: a weighted sum of standardised signals, and what it means in errors.

`model.json` holds its numbers and their provenance; `tests/gate/order.py` makes it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).with_name("model.json")
LIMIT = 4.0  # standard deviations that a signal counts for at most
DOCUMENT = "document."
"""Begins the names of the columns that hold a signal's mean over the document."""
FEW = 3.0  # pairs that a document's mean is damped by
FEW_WORDS = 60.0  # words of the mean rate that a document's rates are damped by
RATE_LIMIT = 2.0  # standard deviations that a rate counts for at most: how far out a document lies says little more
MOST_POINTS = 25.0  # of one segment: a non-translation

Standardised = Mapping[str, float]


class Column(NamedTuple):
    """A signal's mean and standard deviation over the corpora, and its weights without and with alternatives."""

    family: str
    mean: float
    sd: float
    alone: float
    beside: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What a sum means: log-odds of a major error, and the logarithm of the expected MQM points, as lines."""

    major: tuple[float, float]
    points: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Model:
    """Columns by name; how to read a sum, without and with alternatives."""

    columns: Mapping[str, Column]
    alone: Reading
    beside: Reading

    def standardised(self, signals: Mapping[str, float]) -> dict[str, float]:
        """The signals that the model has a column for, in standard deviations from their means, within LIMIT."""
        found, columns = {}, self.columns
        for name, value in signals.items():
            if (column := columns.get(name)) is not None:
                _, mean, sd, _, _ = column
                score = (value - mean) / sd
                found[name] = LIMIT if score > LIMIT else -LIMIT if score < -LIMIT else score
        return found

    def parts(self, standardised: Standardised, *, beside: bool) -> dict[str, float]:
        """The weighted sums of the standardised signals by family; all 0 for the average segment."""
        sums: dict[str, float] = {}
        for name, value in standardised.items():
            family, _, _, alone, with_others = self.columns[name]
            sums[family] = sums.get(family, 0.0) + value * (with_others if beside else alone)
        return sums

    def reading(self, *, beside: bool) -> Reading:
        return self.beside if beside else self.alone

    def shared(self, pairs: Sequence[Standardised]) -> dict[str, float]:
        """The document columns, standardised: means of signals over a document's pairs, drawn to 0 where few."""
        size = len(pairs) + FEW
        means = {name: sum([pair.get(own, 0.0) for pair in pairs]) / size for name, own in self._of_document()}
        return self.standardised(means)

    def rates(self, counts: Mapping[str, int], words: int) -> dict[str, float]:
        """Columns of counts over a document, standardised: rates a word, drawn to their means where words are few."""
        means = {name: column.mean for name, column in self.columns.items() if name in counts}
        rates = {name: (counts[name] + FEW_WORDS * mean) / (words + FEW_WORDS) for name, mean in means.items()}
        return {name: max(-RATE_LIMIT, min(score, RATE_LIMIT)) for name, score in self.standardised(rates).items()}

    def _of_document(self) -> Iterator[tuple[str, str]]:
        """The document columns, each with the signal that it is the mean of."""
        return ((name, name.removeprefix(DOCUMENT)) for name in self.columns if name.startswith(DOCUMENT))


def share_of(total: float, line: tuple[float, float]) -> float:
    """The probability at a sum: the logistic function of its line."""
    return 1.0 / (1.0 + exp(-(line[0] + line[1] * total)))


def points_of(total: float, line: tuple[float, float]) -> float:
    """The expected MQM points at a sum, MOST_POINTS at most."""
    return min(exp(line[0] + line[1] * total), MOST_POINTS)


def parsed(text: str) -> Model:
    """A model from the text of its file."""
    told = json.loads(text)
    alone, beside = (
        Reading(*(tuple(told["readings"][which][of]) for of in ("major", "points"))) for which in ("alone", "beside")
    )
    return Model({name: Column(*numbers) for name, numbers in told["columns"].items()}, alone, beside)


@cache
def model() -> Model:
    """The model that ships."""
    return parsed(FILE.read_text(encoding="utf-8"))
