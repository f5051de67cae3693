"""How sure beads are, and what is said of a document."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.align.confidence import FEATURES, confidence, doubt, features, weak, with_certainty
from review.types import Bead


def chain(scores: list[float | None]) -> list[Bead]:
    """One-to-one beads with those scores; None for a source segment that stands alone."""
    beads, target = [], 0
    for number, score in enumerate(scores):
        beads.append(Bead((number,), () if score is None else (target,), score or 0.0))
        target += score is not None
    return beads


def certainties(beads: list[Bead]) -> list[float]:
    return [bead.certainty for bead in with_certainty(beads) if bead.certainty is not None]


beads = st.lists(st.none() | st.floats(-50, 50), max_size=30).map(chain)


@given(beads)
def test_every_bead_gets_a_probability_and_stays_what_it_is(given_beads: list[Bead]) -> None:
    found = with_certainty(given_beads)
    assert [replace(bead, certainty=None) for bead in found] == given_beads
    assert all(bead.certainty is not None and 0 <= bead.certainty <= 1 for bead in found)
    share = confidence(found)
    assert (share is None) == (not given_beads)
    assert share is None or 0 <= share <= 1


def test_features_of_a_bead() -> None:
    (first, second) = features([Bead((0,), (0,), 0.2), Bead((1, 2), (), 0.0)])
    expected = [1.0, 0.76, 0.0, 0.5, 0.76, 0.76, 0.5, 0.5]
    assert dict(zip(FEATURES, first.round(2).tolist(), strict=True)) == dict(zip(FEATURES, expected, strict=True))
    assert second.round(2).tolist() == [1.0, 0.0, 0.0, 0.5, 0.76, 0.76, 0.5, 0.5]


def test_texts_that_agree_are_surer_than_texts_that_do_not() -> None:
    surely, hardly = certainties(chain([0.4] * 20)), certainties(chain([-0.1] * 20))
    assert min(surely) > 0.8
    assert max(hardly) < 0.5


def test_a_large_bead_among_nulls_is_less_sure_than_the_rest_of_a_good_document() -> None:
    good = chain([0.4] * 20)
    alone = [Bead((20 + n,), ()) for n in range(4)]
    large = Bead((24, 25, 26), (20, 21, 22, 23), 0.0)
    *rest, last = certainties([*good, *alone, large])
    assert last < min(rest[:12])


@pytest.mark.parametrize(
    ("weighed", "expected"),
    [
        ([], None),
        ([Bead((0,), (0,))], None),
        ([Bead((0,), (0,), certainty=0.5)], 0.5),
        ([Bead((0,), (0,), certainty=1.0), Bead((1, 2, 3, 4), (1, 2), certainty=0.0)], 0.25),
        ([Bead((0,), (0,), certainty=0.9), Bead((1,), (1,))], 0.9),
        ([Bead((), (0,), certainty=0.4)], 0.4),
    ],
)
def test_confidence_is_counted_in_segments(weighed: list[Bead], expected: float | None) -> None:
    assert confidence(weighed) == expected


@pytest.mark.parametrize(("certainty", "expected"), [(None, False), (0.5, False), (0.49, True)])
def test_weak(certainty: float | None, expected: bool) -> None:
    assert weak(Bead((0,), (0,), certainty=certainty)) is expected


@pytest.mark.parametrize(("share", "said"), [(None, ""), (0.5, ""), (0.97, ""), (0.123, "only 12 % of the segments")])
def test_doubt(share: float | None, said: str) -> None:
    assert said in doubt(share)
    assert bool(doubt(share)) == bool(said)
