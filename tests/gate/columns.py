"""What the order of reading is fitted on: the signals of every rated segment, as standardised columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
from numpy.typing import NDArray

from review.checks.risk.model import DOCUMENT, FEW, FEW_WORDS, LIMIT, RATE_LIMIT
from review.checks.risk.register import NAMES, PREFIX, register
from tests.gate.rated import CORPORA, Floats, Rated, corpus, signals

Places = NDArray[np.int64]

STIFFNESS = 20.0  # penalty on squared weights of standardised columns
STIFF = 4000.0
"""The same for the register, whose many rates would else fit the documents."""

PAIR_COLUMNS = {
    "source": "source_words source_word_length hard_words rarest_source",
    "clauses": "source_commas target_commas brackets quotes",
    "unrendered": "source_unexplained unrendered_share not_carried_share source_unexplained_run",
    "unusual": "unknown_words word_length rarest_target names",
    "shape": "no_end brevity proportion",
    "headline": "headline",
}
DOCUMENT_COLUMNS = "unrendered_share source_commonness function_words word_length unknown_words names shorter longer"
AGREEMENT_COLUMNS = (
    "neighbours neighbours_lacking letters others_agree alone alone_unfounded lacking less_rendered less_founded "
    "shorter longer numbers_differ negation_differs pronouns_lacking"
)
UNWEIGHED = ("source_commonness", "function_words")
"""Signals that count by their mean over the document only."""
KEPT = 0.3
"""Share of a rating's variance that more raters do not take away: the mean of n raters counts
1 / (KEPT + (1 − KEPT) / n) segments of one rater."""
BLEND, CAP = 0.9, 15.0
"""The target: BLEND · points / CAP, at most 1, + (1 − BLEND) · share of raters with a major error."""


@dataclass(frozen=True, slots=True)
class Table:
    """All corpora's columns, standardised: segments × columns; and what is known of each segment."""

    names: tuple[str, ...]
    means: Floats
    sds: Floats
    values: Floats
    rated: tuple[Rated, ...]
    corpora: Floats
    weights: Floats

    def rows(self, name: str) -> Places:
        return np.flatnonzero(self.corpora == CORPORA.index(name))

    @property
    def target(self) -> Floats:
        points = np.minimum([each.points / CAP for each in self.rated], 1.0)
        return BLEND * points + (1 - BLEND) * np.array([each.major for each in self.rated])

    @property
    def penalties(self) -> Floats:
        """By column, the penalty on its squared weight."""
        return np.array([STIFF if name.startswith(PREFIX) else STIFFNESS for name in self.names])

    def only(self, kept: Sequence[str]) -> Table:
        """With some columns at 0."""
        return replace(self, values=self.values * np.isin(self.names, kept))


def families() -> dict[str, str]:
    """The columns by name with their families, in the order of the model's file."""
    pair = {name: family for family, names in PAIR_COLUMNS.items() for name in names.split()}
    others = dict.fromkeys(AGREEMENT_COLUMNS.split(), "others")
    document = {DOCUMENT + name: others.get(name, "document") for name in DOCUMENT_COLUMNS.split()}
    return pair | dict.fromkeys(UNWEIGHED, "unweighed") | others | document | dict.fromkeys(NAMES, "register")


@cache
def table() -> Table:
    """Everything the model is fitted on."""
    rated = tuple(each for name in CORPORA for each in corpus(name))
    numbers = np.repeat(np.arange(len(CORPORA)), [len(corpus(name)) for name in CORPORA]).astype(float)
    raters = np.array([len(each.gold["ratings"]) for each in rated])
    weights = 1 / (KEPT + (1 - KEPT) / raters)
    own = [name for name in families() if not name.startswith((DOCUMENT, PREFIX))]
    pair = _standardised(signals(rated, own), weights)
    shared = _document_means(pair[0][:, [own.index(name) for name in DOCUMENT_COLUMNS.split()]], rated)
    blocks = pair, _standardised(shared, weights), _rates(rated, weights)
    values, means, sds = (np.concatenate(parts, axis=-1) for parts in zip(*blocks, strict=True))
    return Table(tuple(families()), means, sds, values, rated, numbers, weights)


def _standardised(values: Floats, weights: Floats) -> tuple[Floats, Floats, Floats]:
    """In standard deviations from the mean, within LIMIT, 0 where there is none; the means; the deviations."""
    known = ~np.isnan(values)
    shares = np.where(known, weights[:, None], 0.0)
    means = (shares * np.where(known, values, 0.0)).sum(0) / shares.sum(0)
    return _about(means, values, shares)


def _about(means: Floats, values: Floats, shares: Floats, limit: float = LIMIT) -> tuple[Floats, Floats, Floats]:
    known = ~np.isnan(values)
    away = np.where(known, values - means, 0.0)
    sds = np.sqrt((shares * away**2).sum(0) / shares.sum(0))
    return np.clip(away / sds, -limit, limit), means, sds


def _document_means(values: Floats, rated: Sequence[Rated]) -> Floats:
    means = np.zeros_like(values)
    for document in _documents(rated):
        means[document] = values[document].sum(0) / (len(document) + FEW)
    return means


def _rates(rated: Sequence[Rated], weights: Floats) -> tuple[Floats, Floats, Floats]:
    """The rates of the register, drawn to their means where a document is short."""
    counts, words = np.full((len(rated), len(NAMES)), np.nan), np.zeros((len(rated), 1))
    for document in _documents(rated):
        found, words[document] = register([rated[place].pair for place in document])
        counts[document] = [found.get(name, np.nan) for name in NAMES]
    known = ~np.isnan(counts)
    means = np.nansum(counts, 0) / (known * words).sum(0)
    values = (counts + FEW_WORDS * means) / (words + FEW_WORDS)
    return _about(means, values, np.where(known, weights[:, None], 0.0), RATE_LIMIT)


def _documents(rated: Sequence[Rated]) -> Iterable[list[int]]:
    """The places of the segments of each document and system."""
    places: dict[tuple[str, ...], list[int]] = {}
    for place, each in enumerate(rated):
        places.setdefault((each.gold["corpus"], *each.document), []).append(place)
    return places.values()


def columns_for(beside: bool) -> list[str]:
    """The columns that are weighed, without and with alternatives."""
    return [name for name, family in families().items() if family != "unweighed" and (beside or family != "others")]
