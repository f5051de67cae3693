"""How often checks were right: intervals, and what reviewers' acts say of findings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from review.checks import BY_PROJECT, flag
from review.judged.precision import Prior, Tally, decided, pooled, priors, told
from review.judgements import Correction, Dismissal, ErrorSpan, Judgement, Value
from review.store import Store
from review.types import Article, Span
from review.ui.component.tree import record_of
from review.verbs import everywhere
from tests.reviewed import AT, article_of, reviewed

TEXTS = (
    ("市里建桥。", "The the bridge was built."),
    ("市里建馆。", "A hall was  built in a evening."),
    ("很好。", "It is is fine."),
)
THE, IS = "doubled-word|target|0|The the", "doubled-word|target|0|is is"
MARKED = ErrorSpan(Span(0, 7), "The the", "fluency/grammar", "minor")


@pytest.mark.parametrize(
    ("tally", "interval", "text"),
    [
        (Tally(41, 50), (0.692, 0.902), "41 of 50 (69–90 %)"),
        (Tally(0, 10), (0.0, 0.278), "0 of 10 (0–28 %)"),
        (Tally(10, 10), (0.722, 1.0), "10 of 10 (72–100 %)"),
        (Tally(1, 3), (0.061, 0.792), "1 of 3 (6–79 %)"),
        (Tally(), (0.0, 1.0), "0 of 0 (0–100 %)"),
    ],
)
def test_intervals_are_wilson_s(tally: Tally, interval: tuple[float, float], text: str) -> None:
    """The bounds are statsmodels' `proportion_confint(..., method="wilson")`."""
    assert tally.interval == pytest.approx(interval, abs=0.0005)
    assert str(tally) == text


@pytest.mark.parametrize(
    ("acts", "expected"),
    [
        ([], {}),
        ([(1, Correction("The bridge was built.", THE))], {"doubled-word": Tally(1, 1)}),
        ([(1, Correction("A bridge was built."))], {"doubled-word": Tally(1, 1)}),
        ([(1, Correction("The the bridge was finished."))], {}),
        ([(1, Correction("A bridge.")), (1, Correction(TEXTS[0][1]))], {}),
        ([(1, Dismissal(THE))], {"doubled-word": Tally(0, 1)}),
        ([(1, Dismissal(THE)), (3, Dismissal(IS))], {"doubled-word": Tally(0, 2)}),
        ([(1, Dismissal(THE)), (1, Dismissal(THE, restored=True))], {}),
        ([(1, Dismissal(THE)), (1, Correction("A bridge was built."))], {"doubled-word": Tally(0, 1)}),
        ([(3, Dismissal("doubled-word|target|*|is is|…", scope="everywhere"))], {"doubled-word": Tally(0, 1)}),
        ([(1, MARKED)], {"doubled-word": Tally(1, 1)}),
        ([(1, MARKED), (1, Correction("A bridge was built."))], {"doubled-word": Tally(1, 1)}),
        ([(1, MARKED), (1, Dismissal(THE))], {"doubled-word": Tally(0, 1)}),
        ([(1, MARKED), (1, replace(MARKED, withdrawn=True))], {}),
        ([(1, replace(MARKED, span=Span(0, 3), text="The"))], {}),
        (
            [(2, Correction("A hall was built in an evening."))],
            {"doubled-space": Tally(1, 1), "indefinite-article": Tally(1, 1)},
        ),
    ],
)
def test_what_reviewers_did_decides(acts: Sequence[tuple[int, Any]], expected: dict[str, Tally]) -> None:
    article = article_of(TEXTS)
    review = reviewed(article, [(number, "Ana", value) for number, value in acts])
    judgements = [Judgement(str(n), f"a1-{number}", 0, "Ana", AT, value) for n, (number, value) in enumerate(acts)]
    assert decided(review, judgements, flag([state.pair for state in review])) == expected


def test_tallies_of_articles_are_pooled() -> None:
    assert pooled([{"a": Tally(1, 2)}, {"a": Tally(2, 2), "b": Tally(0, 1)}]) == {"a": Tally(3, 4), "b": Tally(0, 1)}


def test_a_record_is_told_in_sentences() -> None:
    prior = priors()["doubled-word"]
    by_chance = round(prior.chance * prior.tally.total)
    rated = f"Right in {prior.tally.right} of {prior.tally.total} rated cases, {by_chance} by chance"
    assert told("doubled-word", {"doubled-word": Tally(41, 50)}) == ("Right in 41 of 50 decided here", rated)
    assert told("doubled-word", {"doubled-word": Tally(9, 9)}) == (rated,)
    assert told("no-such-check", {"no-such-check": Tally(9, 9)}) == ()
    assert told("doubled-word", {"doubled-word": Tally(41, 50)}, rated=False) == ("Right in 41 of 50 decided here",)


@pytest.mark.parametrize(
    ("right", "total", "chance", "informs"),
    [
        (359, 386, 0.93, False),
        (211, 311, 0.31, True),
        (12, 110, 0.21, True),
        (9, 9, 0.1, False),
    ],
)
def test_a_record_that_chance_explains_says_nothing(*, right: int, total: int, chance: float, informs: bool) -> None:
    assert Prior(1, Tally(right, total), chance).informs == informs


def test_what_goes_by_the_project_has_its_record_alone() -> None:
    assert {"glossary-terms", "spelling-variety", "acronyms"} <= BY_PROJECT
    assert record_of("glossary-terms", {}) == ()
    assert record_of("glossary-terms", {"glossary-terms": Tally(3, 12)}) == ("Right in 3 of 12 decided here",)


def test_the_track_record_is_that_of_all_articles() -> None:
    store = Store.open("sqlite://")
    added: list[Article] = [store.add(article_of(TEXTS, title=title), at=AT, by="Ana") for title in ("One", "Two")]
    said: tuple[Value, ...] = (Dismissal(THE), Correction("A bridge was built.", THE))
    for article, value in zip(added, said, strict=True):
        bead = article.translation.beads[0].id
        store.append(Judgement(f"j-{bead}", bead, 0, "Ana", AT, value))
    assert everywhere.track_record(store) == {"doubled-word": Tally(1, 2)}
