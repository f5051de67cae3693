"""The model of the order of reading: a weighted sum of standardised signals, and what it means in errors.

`model.json` holds its numbers and their provenance; `tests/gate/order.py` makes it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path

FILE = Path(__file__).with_name("model.json")
LIMIT = 4.0  # standard deviations that a signal counts for at most
DOCUMENT = "document."
"""Begins the names of the columns that hold a signal's mean over the document."""
FEW = 3.0  # pairs that a document's mean is damped by
MOST_POINTS = 25.0  # of one segment: a non-translation

Standardised = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Column:
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
        return {
            name: min(max((value - column.mean) / column.sd, -LIMIT), LIMIT)
            for name, value in signals.items()
            if (column := self.columns.get(name)) is not None
        }

    def contributions(self, signals: Mapping[str, float], *, beside: bool) -> Iterator[tuple[str, float]]:
        """Each signal's family and what it adds to the log-odds of a major error, against the average segment."""
        slope = self.reading(beside=beside).major[1]
        for name, value in self.standardised(signals).items():
            column = self.columns[name]
            yield column.family, slope * value * (column.beside if beside else column.alone)

    def total(self, signals: Mapping[str, float], *, beside: bool) -> float:
        """The weighted sum of the standardised signals; 0 for the average segment."""
        return sum(
            value * (self.columns[name].beside if beside else self.columns[name].alone)
            for name, value in self.standardised(signals).items()
        )

    def reading(self, *, beside: bool) -> Reading:
        return self.beside if beside else self.alone

    def shared(self, pairs: Sequence[Mapping[str, float]]) -> dict[str, float]:
        """The document columns: means of standardised signals over a document's pairs, less the fewer they are."""
        wanted = {name.removeprefix(DOCUMENT) for name in self.columns if name.startswith(DOCUMENT)}
        return shared([self.standardised(signals) for signals in pairs], wanted)


def shared(pairs: Sequence[Standardised], wanted: Iterable[str]) -> dict[str, float]:
    """The means of some standardised signals over a document, drawn to 0 where it has few pairs."""
    size = len(pairs) + FEW
    return {DOCUMENT + name: sum(pair.get(name, 0.0) for pair in pairs) / size for name in wanted}


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
