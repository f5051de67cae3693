"""How far the scores of the order of reading are to be trusted: run `python -m tests.gate.reliability`.

Prints, for segments by predicted probability, the mean prediction and the share that holds a major error, and draws
docs/order.svg. Predictions are by weights that did not see the segments, and count without findings.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import click
import numpy as np

from review.checks.risk.model import model, share_of
from tests.gate.columns import columns_for, table
from tests.gate.measured import ROOT
from tests.gate.order import unseen
from tests.gate.rated import CORPORA, Floats

PLOT = ROOT / "docs" / "order.svg"
BINS = 10
SIDE, EDGE = 320, 44  # of the plot, in pixels
COLOURS = {"all corpora": "#1f6feb", "wmt23_zhen": "#d1242f"}


@dataclass(frozen=True, slots=True)
class Bin:
    """Segments with like predictions: the mean of those, the share with a major error, how many."""

    predicted: float
    observed: float
    size: int


def predictions(names: Sequence[str], *, beside: bool = False) -> tuple[Floats, Floats]:
    """The predicted probability of each segment of some corpora, and whether most of its raters found a major error."""
    chosen = table().only(columns_for(beside))
    line = model().reading(beside=beside).major
    predicted = [share_of(total, line) for name in names for total in unseen(chosen, name)]
    found = [chosen.rated[row].major > 0.5 for name in names for row in chosen.rows(name)]
    return np.array(predicted), np.array(found, dtype=float)


def bins(predicted: Floats, found: Floats) -> Iterator[Bin]:
    """The segments in BINS of equal size, by prediction."""
    for places in np.array_split(np.argsort(predicted, kind="stable"), BINS):
        yield Bin(float(predicted[places].mean()), float(found[places].mean()), len(places))


def calibration_error(told: Sequence[Bin]) -> float:
    """The mean distance of predicted and observed shares, each segment counting alike."""
    return sum(abs(each.predicted - each.observed) * each.size for each in told) / sum(each.size for each in told)


def drawn(curves: Mapping[str, Sequence[Bin]]) -> str:
    """The reliability plot as SVG."""
    whole = SIDE + 2 * EDGE
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}" font-family="sans-serif" font-size="12"'
        ' role="img" aria-label="Predicted against observed share of segments with a major error">',
        f'<rect width="{whole}" height="{whole}" fill="#fff"/>',
        f'<path d="M{_at(0, 0)}L{_at(1, 1)}" stroke="#888" stroke-dasharray="4 4"/>',
        f'<path d="M{_at(0, 1)}L{_at(0, 0)}L{_at(1, 0)}" fill="none" stroke="#333"/>',
        *_labels(),
    ]
    for number, (name, told) in enumerate(curves.items()):
        points = [_at(each.predicted, each.observed) for each in told]
        parts.append(f'<path d="M{"L".join(points)}" fill="none" stroke="{COLOURS[name]}" stroke-width="1.5"/>')
        parts += [f'<circle cx="{x}" cy="{y}" r="3.5" fill="{COLOURS[name]}"/>' for x, y in (p.split() for p in points)]
        parts.append(f'<text x="{EDGE + 10}" y="{EDGE + 14 + 18 * number}" fill="{COLOURS[name]}">{name}</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def _labels() -> Iterator[str]:
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        x, y = EDGE + share * SIDE, EDGE + (1 - share) * SIDE
        yield f'<text x="{x:g}" y="{EDGE + SIDE + 16}" text-anchor="middle">{share:g}</text>'
        yield f'<text x="{EDGE - 6}" y="{y + 4:g}" text-anchor="end">{share:g}</text>'
    middle = EDGE + SIDE / 2
    yield f'<text x="{middle:g}" y="{EDGE + SIDE + 34}" text-anchor="middle">predicted</text>'
    turned = f'transform="rotate(-90 12 {middle:g})"'
    yield f'<text x="12" y="{middle:g}" text-anchor="middle" {turned}>holds a major error</text>'


def _at(x: float, y: float) -> str:
    return f"{EDGE + x * SIDE:.1f} {EDGE + (1 - y) * SIDE:.1f}"


@click.command()
def main() -> None:
    curves = {
        "all corpora": list(bins(*predictions(CORPORA))),
        "wmt23_zhen": list(bins(*predictions(CORPORA[:1]))),
    }
    for name, told in curves.items():
        click.echo(f"\n{name}: calibration error {calibration_error(told):.3f}\n| predicted | observed | segments |")
        for each in told:
            click.echo(f"| {each.predicted:.2f} | {each.observed:.2f} | {each.size} |")
    PLOT.write_text(drawn(curves), encoding="utf-8")


if __name__ == "__main__":
    main()
