"""How the order of reading is fitted, and how good it is: run `python -m tests.gate.order` for the figures.

With --fit it writes review/checks/risk/model.json first. A ridge regression on the log-odds scale, with an intercept
for each corpus, predicts a blend of the share of raters who marked a major error and the MQM points; its sum
is then read as either. Figures are for pairs that the weights did not see: wmt23 by documents and systems that were
left out together, the others by leaving out the corpus.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import click
import numpy as np
from numpy.typing import NDArray

from review.checks.risk.model import DOCUMENT, FEW, FILE, LIMIT, model, share_of
from review.rank.findings import raised
from tests.gate.rated import CORPORA, Floats, Rated, corpus, flagged, report, signals

Places = NDArray[np.int64]

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
STIFFNESS = 20.0  # penalty on squared weights of standardised columns
ROUNDS = 6
FOLDS = 4, 2  # of documents, of systems
SHOWN = ("AUC_major", "AUC_major_lenctl", "kendall", "doc_tau", "found@20%_gain")


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

    def only(self, kept: Sequence[str]) -> Table:
        """With some columns at 0."""
        return _with(self, self.values * np.isin(self.names, kept))


def _with(table: Table, values: Floats) -> Table:
    return Table(table.names, table.means, table.sds, values, table.rated, table.corpora, table.weights)


def families() -> dict[str, str]:
    """The columns by name with their families, in the order of the model's file."""
    pair = {name: family for family, names in PAIR_COLUMNS.items() for name in names.split()}
    others = dict.fromkeys(AGREEMENT_COLUMNS.split(), "others")
    document = {DOCUMENT + name: others.get(name, "document") for name in DOCUMENT_COLUMNS.split()}
    return pair | dict.fromkeys(UNWEIGHED, "unweighed") | document | others


@cache
def table() -> Table:
    """Everything the model is fitted on."""
    rated = tuple(each for name in CORPORA for each in corpus(name))
    numbers = np.repeat(np.arange(len(CORPORA)), [len(corpus(name)) for name in CORPORA]).astype(float)
    raters = np.array([len(each.gold["ratings"]) for each in rated])
    weights = 1 / (KEPT + (1 - KEPT) / raters)
    own = [name for name in families() if not name.startswith(DOCUMENT)]
    values, means, sds = _standardised(signals(rated, own), weights)
    shared = _document_means(values[:, [own.index(name) for name in DOCUMENT_COLUMNS.split()]], rated)
    shared, shared_means, shared_sds = _standardised(shared, weights)
    names = (*own, *(DOCUMENT + name for name in DOCUMENT_COLUMNS.split()))
    both = np.hstack([values, shared])
    return Table(names, np.append(means, shared_means), np.append(sds, shared_sds), both, rated, numbers, weights)


def _standardised(values: Floats, weights: Floats) -> tuple[Floats, Floats, Floats]:
    """In standard deviations from the mean, within LIMIT, 0 where there is none; the means; the deviations."""
    known = ~np.isnan(values)
    shares = np.where(known, weights[:, None], 0.0)
    filled = np.where(known, values, 0.0)
    means = (shares * filled).sum(0) / shares.sum(0)
    sds = np.sqrt((shares * (filled - means) ** 2).sum(0) / shares.sum(0))
    return np.where(known, np.clip((filled - means) / sds, -LIMIT, LIMIT), 0.0), means, sds


def _document_means(values: Floats, rated: Sequence[Rated]) -> Floats:
    places: dict[tuple[str, ...], list[int]] = {}
    for place, each in enumerate(rated):
        places.setdefault((each.gold["corpus"], *each.document), []).append(place)
    means = np.zeros_like(values)
    for document in places.values():
        means[document] = values[document].sum(0) / (len(document) + FEW)
    return means


def fitted(values: Floats, target: Floats, weights: Floats, groups: Floats) -> Floats:
    """Ridge weights of the columns in a logistic regression with an unpenalised intercept for each group."""
    return regressed(values, target, weights, groups)[: values.shape[1]]


def regressed(values: Floats, target: Floats, weights: Floats, groups: Floats) -> Floats:
    """The weights of `fitted`, and behind them the intercepts."""
    intercepts = (groups[:, None] == np.unique(groups)).astype(float)
    design = np.hstack([values, intercepts])
    penalty = np.append(np.full(values.shape[1], STIFFNESS), np.full(intercepts.shape[1], 1e-6))
    found = np.zeros(design.shape[1])
    for _ in range(ROUNDS):
        expected = 1 / (1 + np.exp(-design @ found))
        slope = design.T @ (weights * (target - expected)) - penalty * found
        curve = (design * (weights * expected * (1 - expected))[:, None]).T @ design + np.diag(penalty)
        found += np.linalg.solve(curve, slope)
    return found


def weights_of(chosen: Table, left_out: Places) -> Floats:
    """The weights fitted on all segments but some."""
    kept = np.ones(len(chosen.rated), dtype=bool)
    kept[left_out] = False
    return fitted(chosen.values[kept], chosen.target[kept], chosen.weights[kept], chosen.corpora[kept])


def unseen(chosen: Table, name: str) -> Floats:
    """The sums of a corpus's segments by weights that saw neither their documents nor their systems."""
    rows = chosen.rows(name)
    if name != "wmt23_zhen":
        return np.asarray(chosen.values[rows] @ weights_of(chosen, rows))
    documents, systems = (_folds([chosen.rated[row].document[of] for row in rows], FOLDS[of]) for of in (0, 1))
    sums = np.zeros(len(rows))
    for document in range(FOLDS[0]):
        for system in range(FOLDS[1]):
            inside = (documents == document) & (systems == system)
            touched = (documents == document) | (systems == system)
            sums[inside] = chosen.values[rows[inside]] @ weights_of(chosen, rows[touched])
    return sums


def _folds(names: Sequence[str], number: int) -> Floats:
    order = {name: place % number for place, name in enumerate(sorted(set(names), key=lambda name: (name[::-1], name)))}
    return np.array([order[name] for name in names])


def lines(sums: Floats, chosen: Table) -> dict[str, list[float]]:
    """How a sum reads: lines to the log-odds of a major error and to the logarithm of the expected points."""
    design = np.column_stack([np.ones(len(sums)), sums])
    major = np.array([each.major for each in chosen.rated])
    points = np.minimum([each.points for each in chosen.rated], 25.0)
    return {
        "major": _line(design, major, chosen.weights, lambda x: 1 / (1 + np.exp(-x)), lambda p: p * (1 - p)),
        "points": _line(design, points, chosen.weights, np.exp, lambda p: p),
    }


def _line(design: Floats, target: Floats, weights: Floats, mean, spread) -> list[float]:  # type: ignore[no-untyped-def]
    found = np.array([0.0, 0.5])
    for _ in range(3 * ROUNDS):
        expected = mean(design @ found)
        curve = (design * (weights * spread(expected))[:, None]).T @ design
        found += np.linalg.solve(curve, design.T @ (weights * (target - expected)))
    return [round(float(number), 4) for number in found]


def columns_for(beside: bool) -> list[str]:
    return [name for name, family in families().items() if family != "unweighed" and (beside or family != "others")]


def write() -> None:
    """Fit on everything and write the model's file."""
    whole = table()
    found = {}
    readings = {}
    for which in ("alone", "beside"):
        chosen = whole.only(columns_for(which == "beside"))
        found[which] = weights_of(chosen, np.zeros(0, dtype=np.int64))
        readings[which] = lines(chosen.values @ found[which], chosen)
    family = families()
    columns = {
        name: [family[name], *(round(float(number), 4) for number in numbers)]
        for name, *numbers in zip(whole.names, whole.means, whole.sds, found["alone"], found["beside"], strict=True)
    }
    told = {"provenance": provenance(), "readings": readings, "columns": columns}
    text = json.dumps(told, ensure_ascii=False, indent=1)
    FILE.write_text(_joined(text) + "\n", encoding="utf-8")


def _joined(text: str) -> str:
    """JSON with a line for each innermost list."""
    import re

    return re.sub(r"\[\s+([^\[\]]*?)\s+\]", lambda found: "[" + " ".join(found[1].split()) + "]", text)


def provenance() -> dict[str, object]:
    """Where the numbers come from."""
    return {
        "made by": "python -m tests.gate.order --fit",
        "columns": "family, mean, standard deviation, weight without and with alternatives",
        "fitted on": {name: len(corpus(name)) for name in CORPORA},
        "what": "segments with expert MQM ratings; only these numbers are taken from them",
        "target": f"{BLEND} points / {CAP:g}, at most 1, + {1 - BLEND:.1f} the share of raters with a major error",
        "method": f"logistic ridge regression, penalty {STIFFNESS:g}, an intercept for each corpus",
        "weights": f"1 / ({KEPT:g} + {1 - KEPT:g} / raters) of a segment",
    }


def figures(beside: bool) -> Iterator[tuple[str, dict[str, float]]]:
    """Each corpus's figures, by weights that did not see it."""
    chosen = table().only(columns_for(beside))
    for name in CORPORA:
        yield name, report([chosen.rated[row] for row in chosen.rows(name)], unseen(chosen, name))


def with_findings(name: str, *, beside: bool) -> dict[str, float]:
    """A corpus's figures when what the checks find raises the scores; the weights did not see it."""
    line, found = model().reading(beside=beside).major, flagged(name)
    guesses = [share_of(total, line) for total in unseen(table().only(columns_for(beside)), name)]
    return report(
        corpus(name),
        [raised(guess, found[each.pair.id]) for guess, each in zip(guesses, corpus(name), strict=True)],
    )


def by_length(name: str) -> dict[str, float]:
    """The figures of the target's length alone."""
    rated = corpus(name)
    return report(rated, [len(each.pair.target) for each in rated])


def ablation(names: Sequence[str], *, beside: bool) -> Iterator[tuple[str, Mapping[str, dict[str, float]]]]:
    """The figures without each family, and without any but it and length."""
    family = families()
    whole = table()
    for left_out in ["", *dict.fromkeys(family[name] for name in columns_for(beside))]:
        kept = [name for name in columns_for(beside) if family[name] != left_out]
        chosen = whole.only(kept)
        yield (
            left_out,
            {name: report([chosen.rated[row] for row in chosen.rows(name)], unseen(chosen, name)) for name in names},
        )


def _row(label: str, figures: Mapping[str, float]) -> str:
    return f"| {label} | " + " | ".join(f"{figures[name]:.3f}" for name in SHOWN) + " |"


@click.command()
@click.option("--fit", is_flag=True, help="Write review/checks/risk/model.json.")
@click.option("--ablate", is_flag=True, help="Print what each family of signals adds on wmt23.")
def main(fit: bool, ablate: bool) -> None:
    if fit:
        write()
    for beside in (False, True):
        click.echo(f"\nwith two alternatives: {beside}\n| corpus | " + " | ".join(SHOWN) + " |")
        for name, told in figures(beside):
            click.echo(_row(name, told))
            if not beside:
                click.echo(_row(f"{name}, length alone", by_length(name)))
        for left_out, of in ablation(("wmt23_zhen",), beside=beside) if ablate else ():
            click.echo(_row(f"without {left_out or 'nothing'}", of["wmt23_zhen"]))
        click.echo(_row("wmt23_zhen, with findings", with_findings("wmt23_zhen", beside=beside)))


if __name__ == "__main__":
    main()
