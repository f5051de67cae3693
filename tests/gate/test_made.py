"""Floors for what the aligner makes of sentences that have no counterpart, and laws of the made sets themselves."""

from __future__ import annotations

import pytest

from tests.gate.beads import DEV, Agreement, Aligned, Link, Sentence, agreement, crossing, dev_set, pooled, samples
from tests.gate.made import FEWEST, KINDS, Kind, made, measured, remade

FLOORS = {
    "as it is": (0.96, 0.0, 0.0),
    "omitted": (0.955, 0.93, 0.73),
    "added": (0.95, 0.93, 0.75),
    "block missing": (0.93, 0.85, 0.70),
    "block foreign": (0.93, 0.90, 0.60),
    "furniture": (0.95, 0.95, 0.75),
    "swapped": (0.91, 0.0, 0.0),
}
"""Kind → strict F1, precision and recall of null sentences on the sample articles."""
DEV_FLOORS = {
    "omitted": (0.87, 0.85, 0.66),
    "added": (0.88, 0.86, 0.65),
    "block missing": (0.87, 0.80, 0.85),
    "block foreign": (0.88, 0.93, 0.70),
    "furniture": (0.90, 0.85, 0.70),
}
"""The same on the development sets."""
DEV_BEADS = {"mac-zh-en": (0.91, 0.99), "parice-is-en": (0.93, 0.98), "textberg-de-fr": (0.89, 0.99)}
"""Development set as it is → strict and lax F1."""

by_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


def above(figures: Agreement, floors: tuple[float, float, float]) -> list[bool]:
    found = (figures.strict_f1, figures.null_precision, figures.null_recall)
    return [figure >= floor for figure, floor in zip(found, floors, strict=True)]


@by_kind
def test_samples_stay_above_their_floors(kind: Kind) -> None:
    figures = measured(kind, samples(), enough=FEWEST)
    assert above(figures, FLOORS[kind.name]) == [True] * 3, figures


@pytest.mark.skipif(not dev_set(DEV[0]), reason="the development sets are not here")
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.name in DEV_FLOORS], ids=lambda kind: kind.name)
def test_development_sets_stay_above_their_floors(kind: Kind) -> None:
    figures = pooled(measured(kind, dev_set(name), enough=FEWEST) for name in DEV)
    assert above(figures, DEV_FLOORS[kind.name]) == [True] * 3, figures


@pytest.mark.skipif(not dev_set(DEV[0]), reason="the development sets are not here")
@pytest.mark.parametrize(("name", "floors"), DEV_BEADS.items())
def test_development_sets_as_they_are(name: str, floors: tuple[float, float]) -> None:
    figures = measured(KINDS[0], dev_set(name))
    assert figures.strict_f1 >= floors[0]
    assert figures.lax_f1 >= floors[1]


@by_kind
def test_made_gold_names_each_sentence_once(kind: Kind) -> None:
    documents = list(made(kind, samples()))
    assert documents
    for document in documents:
        for side in (0, 1):
            named = sorted(index for link in document.links for index in link[side])
            assert named == list(range(len(document.sides[side])))
            text = document.text(side)
            assert "".join(segment.text for segment in text.segments) == text.raw
            assert [segment.body.of(text.raw) for segment in text.segments] == [
                sentence.text.strip() for sentence in document.sides[side]
            ]


def test_chance_is_the_seed() -> None:
    for kind in KINDS:
        assert list(made(kind, samples(), 7)) == list(made(kind, samples(), 7))
    omitted = KINDS[1]
    assert list(made(omitted, samples(), 7)) != list(made(omitted, samples(), 8))


def test_only_what_was_swapped_crosses() -> None:
    for kind in KINDS:
        crosses = [bool(crossing(document.links)) for document in made(kind, samples())]
        assert all(crosses) if kind.name == "swapped" else not any(crosses)


def of(*texts: str) -> tuple[Sentence, ...]:
    return tuple(Sentence(text, number) for number, text in enumerate(texts))


PLAIN = Aligned(
    "plain", ("de", "en"), (of("a", "b", "c"), of("A", "B", "B'", "C")), (((0,), (0,)), ((1,), (1, 2)), ((2,), (3,)))
)
NEW = Sentence("N", "new")


@pytest.mark.parametrize(
    ("order", "links"),
    [
        ([0, 3], [((0,), (0,)), ((1,), ()), ((2,), (1,))]),
        ([0, 1, NEW, 2, 3], [((0,), (0,)), ((1,), (1, 3)), ((2,), (4,)), ((), (2,))]),
        ([3, 0, 1, 2], [((0,), (1,)), ((1,), (2, 3)), ((2,), (0,))]),
        ([], [((0,), ()), ((1,), ()), ((2,), ())]),
    ],
    ids=["left out", "new", "moved", "nothing left"],
)
def test_gold_follows_a_new_order(order: list[int | Sentence], links: list[Link]) -> None:
    assert list(remade(PLAIN, 1, order).links) == links


TRUE: tuple[Link, ...] = (((0,), (0,)), ((1, 2), (1,)), ((3,), ()), ((), (2,)), ((4,), (4,)), ((5,), (3,)))


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        pytest.param(TRUE, Agreement(6, 4, (6, 4), (6, 4), (2, 2, 2), (2, 2)), id="all"),
        pytest.param(
            (((0,), (0,)), ((1,), (1,)), ((2, 3), ()), ((), (2,)), ((4,), (3, 4)), ((5,), ())),
            Agreement(7, 4, (3, 1), (5, 3), (3, 2, 2), (2, 0)),
            id="an orphan too many, and one where links cross, which is passed over",
        ),
        pytest.param((), Agreement(0, 4, (0, 0), (0, 0), (0, 2, 0), (2, 0)), id="none"),
    ],
)
def test_agreement_counts(found: tuple[Link, ...], expected: Agreement) -> None:
    assert agreement(found, TRUE) == expected


def test_figures_of_counts() -> None:
    figures = Agreement(10, 8, (5, 4), (10, 8), (4, 8, 2))
    assert (figures.strict_f1, figures.lax_f1, figures.null_precision, figures.null_recall) == (0.5, 1.0, 0.5, 0.25)
    nothing = Agreement()
    assert (nothing.strict_f1, nothing.lax_f1, nothing.null_precision, nothing.null_recall) == (0.0, 0.0, 1.0, 1.0)
