"""What became of guessed errors, counted by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from review.judged.precision import Tally
from review.judgements import Correction, ErrorSpan
from review.report.guessing import GuessCount, guess_counts
from review.types import Span
from tests.reviewed import Acts, article_of, reviewed

SIDES = (("一号馆。", "Hall one is is open."), ("二号馆。", "Hall too."))
GRAMMAR = ErrorSpan(Span(9, 12), "is ", "fluency/grammar", "minor")
OTHER = ErrorSpan(Span(5, 8), "too", "accuracy/mistranslation", "minor")


def counts(*acts: tuple[int, str, Correction]) -> list[tuple[str, int, int, int, int]]:
    told: Acts = acts
    found = guess_counts([reviewed(article_of(SIDES), told)])
    return [(each.category, each.kept.right, each.kept.total, each.changed, each.dropped) for each in found]


def saved(guess: ErrorSpan, *errors: ErrorSpan, accepted: str = "", text: str = "x") -> Correction:
    return Correction(text, accepted, errors=errors, guessed=(guess,))


@pytest.mark.parametrize(
    ("correction", "expected"),
    [
        (saved(GRAMMAR, GRAMMAR), [("fluency/grammar", 1, 1, 0, 0)]),
        (saved(GRAMMAR, replace(GRAMMAR, severity="major")), [("fluency/grammar", 1, 1, 0, 0)]),
        (
            saved(GRAMMAR, replace(GRAMMAR, category="linguistic conventions/grammar")),
            [("fluency/grammar", 1, 1, 0, 0)],
        ),
        (saved(GRAMMAR, replace(GRAMMAR, category="fluency/register")), [("fluency/grammar", 0, 1, 1, 0)]),
        (saved(GRAMMAR), [("fluency/grammar", 0, 1, 0, 1)]),
        (saved(GRAMMAR, OTHER), [("fluency/grammar", 0, 1, 0, 1)]),
        (saved(GRAMMAR, replace(GRAMMAR, category="")), []),
        (saved(GRAMMAR, GRAMMAR, accepted="doubled-word|target|0|is is"), []),
        (Correction("x"), []),
    ],
)
def test_what_became_of_a_guess(correction: Correction, expected: list[tuple[str, int, int, int, int]]) -> None:
    assert counts((1, "ana", correction)) == expected


def test_a_guess_counts_once_for_its_place_by_what_was_saved_last() -> None:
    again = saved(GRAMMAR, replace(GRAMMAR, category="fluency/register"), text="y")
    assert counts((1, "ana", saved(GRAMMAR, GRAMMAR)), (1, "ana", again)) == [("fluency/grammar", 0, 1, 1, 0)]
    told = counts((1, "ana", saved(GRAMMAR, GRAMMAR)), (1, "bo", again), (2, "ana", saved(OTHER, OTHER)))
    assert told == [("fluency/grammar", 1, 2, 1, 0), ("accuracy/mistranslation", 1, 1, 0, 0)]


def test_the_interval_is_wilsons() -> None:
    low, high = GuessCount("other", Tally(8, 10), 1, 1).kept.interval
    assert (round(low, 3), round(high, 3)) == (0.49, 0.943)
