"""How the order of reading is fitted, and how good it is: run `python -m tests.gate.order` for the figures.

With --fit it writes review/checks/risk/model.json first. A ridge regression on the log-odds scale, with an intercept
for each corpus, predicts a blend of the share of raters who marked a major error and the MQM points; its sum
is then read as either. Figures are for pairs that the weights did not see: wmt23 by documents and systems that were
left out together, the others by leaving out the corpus.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

import click
import numpy as np

from review.checks.risk.model import FILE, model, share_of
from review.rank.findings import raised
from tests.gate.columns import (
    BLEND,
    CAP,
    KEPT,
    STIFF,
    STIFFNESS,
    Places,
    Table,
    columns_for,
    families,
    table,
)
from tests.gate.rated import CORPORA, Floats, corpus, flagged, report

ROUNDS = 6
FOLDS = 4, 2  # of documents, of systems
SHOWN = ("AUC_major", "AUC_major_lenctl", "kendall", "doc_tau", "found@20%_gain")


def fitted(values: Floats, target: Floats, weights: Floats, groups: Floats, penalties: Floats) -> Floats:
    """Ridge weights of the columns in a logistic regression with an unpenalised intercept for each group."""
    return regressed(values, target, weights, groups, penalties)[: values.shape[1]]


def regressed(values: Floats, target: Floats, weights: Floats, groups: Floats, penalties: Floats) -> Floats:
    """The weights of `fitted`, and behind them the intercepts."""
    intercepts = (groups[:, None] == np.unique(groups)).astype(float)
    design = np.hstack([values, intercepts])
    penalty = np.append(penalties, np.full(intercepts.shape[1], 1e-6))
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
    return fitted(
        chosen.values[kept], chosen.target[kept], chosen.weights[kept], chosen.corpora[kept], chosen.penalties
    )


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
        "method": f"logistic ridge regression, penalty {STIFFNESS:g} ({STIFF:g}: register), an intercept a corpus",
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
        [raised(guess, found[each.pair.id], beside=beside) for guess, each in zip(guesses, corpus(name), strict=True)],
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
