"""The order of reading: worst first, what was read last, and what a list of articles says of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from review.judgements import Correction, Dismissal, Review, StatusChange
from review.rank import Risk
from review.rank.queue import Outlook, Risks, outlook, reading_order
from review.types import Flags
from tests.reviewed import DOUBLED, FLAGS, LIBRARY, MISSING, WELCOMED, Acts, article_of, reviewed

FIXED = Correction("From next month, the library will close at 9:30 every night.")
GRAVE = replace(WELCOMED, severity="critical", score=1.0)


def library(*acts: tuple[int, str, object]) -> Review:
    told: Acts = acts  # type: ignore[assignment]
    return reviewed(article_of(LIBRARY, article_id="lib"), told)


def made_up(*values: float) -> dict[str, Risk]:
    return {f"lib-{number}": Risk(value, 10 * value) for number, value in enumerate(values, 1)}


VALUES = made_up(0.1, 0.9, 0.3, 0.9, 0.5, 0.2)


def numbers(review: Review, values: dict[str, Risk]) -> list[int]:
    return [int(state.pair.id.removeprefix("lib-")) for state in reading_order(review, values)]


def test_the_riskiest_come_first_and_equals_in_the_order_of_the_text() -> None:
    assert numbers(library(), VALUES) == [2, 4, 5, 3, 6, 1]


def test_what_was_read_comes_last_and_a_question_does_not_count_as_read() -> None:
    review = library((2, "Ana", FIXED), (5, "Ana", StatusChange("approved")), (4, "Ana", StatusChange("question")))
    assert numbers(review, VALUES) == [4, 3, 6, 1, 2, 5]


@pytest.mark.parametrize(
    ("read", "unread", "points", "worst"),
    [((), 6, 29.0, (2, 4)), ((2,), 5, 20.0, (4,)), ((2, 4), 4, 11.0, (5,)), ((1, 2, 3, 4, 5, 6), 0, 0.0, ())],
)
def test_an_outlook_counts_what_nobody_has_read(
    read: tuple[int, ...], unread: int, points: float, worst: tuple[int, ...]
) -> None:
    left = outlook(library(*((number, "Ana", StatusChange("approved")) for number in read)), VALUES)
    assert (left.pairs, left.unread, left.worst) == (6, unread, worst)
    assert left.points == pytest.approx(points)
    assert left.per_pair == pytest.approx(points / max(unread, 1))


@pytest.mark.parametrize(
    ("worst", "runs"),
    [((), ()), ((3,), ((3, 3),)), ((3, 4, 5, 12), ((3, 5), (12, 12))), ((1, 3), ((1, 1), (3, 3)))],
)
def test_neighbours_among_the_worst_are_runs(worst: tuple[int, ...], runs: tuple[tuple[int, int], ...]) -> None:
    assert Outlook(20, 20, 1.0, worst).runs == runs


def test_a_correction_changes_the_risk_of_its_own_pair_alone() -> None:
    before, after = Risks(library(), FLAGS), Risks(library((2, "Ana", FIXED)), Flags((MISSING, WELCOMED)))
    assert {pair for pair in before if before[pair] != after[pair]} == {"lib-2"}
    assert after["lib-2"].value < before["lib-2"].value


def test_a_dismissed_finding_raises_nothing_and_gives_no_reason() -> None:
    flags = Flags((DOUBLED, MISSING, GRAVE))
    open_, dismissed = (
        Risks(review, flags)["lib-5"] for review in (library(), library((5, "Ana", Dismissal(GRAVE.key))))
    )
    assert open_.value == 1.0
    assert dismissed.value < 1.0
    assert GRAVE.reason in [why.phrase for why in open_.reasons]
    assert GRAVE.reason not in [why.phrase for why in dismissed.reasons]
