"""What the screen is told of a correction: what it mends, what it is compared with, what there is to choose."""

from __future__ import annotations

from dataclasses import replace

import pytest

from review.judgements import Correction, ErrorSpan, Review
from review.rank.queue import Risks
from review.types import Finding, Flags, Side, Span
from review.ui.component.mending import Asked, bases, guessed, mended
from review.ui.component.operations import read_question
from review.ui.component.views import Desk, desk_of
from tests.reviewed import Acts, article_of, reviewed

MT = "In the evening, the the library closes at 6."
ARTICLE = article_of([("图书馆每晚9点闭馆。", MT)], article_id="lib")
PAIR = "lib-1"
GRAMMAR = ErrorSpan(Span(16, 23), "the the", "fluency/grammar", "minor")


def desk(*acts: tuple[str, Correction | ErrorSpan], flags: Flags = Flags()) -> Desk:  # noqa: B008
    review: Review = reviewed(ARTICLE, [(1, by, value) for by, value in acts])
    return desk_of(review, flags, Risks(review, flags))


def finding(text: str, quote: str, category: str = "style/awkward", side: Side = "target") -> Finding:
    start = text.index(quote)
    return Finding(PAIR, "check", 1, category, "major", side, Span(start, start + len(quote)), quote, "Because.")


def told(current: Desk, text: str, reviewer: str = "Ana") -> list[tuple[str, str]]:
    answer = guessed(current, Asked(PAIR, text), reviewer)
    assert answer is not None
    assert (answer["pair"], answer["text"]) == (PAIR, text)
    return [(error["text"], error["category"]) for error in answer["errors"]]


def test_errors_are_told_of_the_text_that_is_asked_about() -> None:
    fixed = MT.replace("the the", "the").replace("6", "9")
    assert told(desk(), fixed) == [("6", "accuracy/mistranslation"), ("the ", "fluency/grammar")]
    assert told(desk(), MT) == []


@pytest.mark.parametrize("asked", [None, Asked("elsewhere", "x")])
def test_of_no_pair_nothing_is_told(asked: Asked | None) -> None:
    assert guessed(desk(), asked, "Ana") is None


def test_what_the_reviewer_has_on_record_is_not_told_again_and_what_others_have_is() -> None:
    fixed = MT.replace("the the", "the")
    current = desk(("Ana", Correction(fixed, errors=(GRAMMAR,))))
    assert told(current, fixed.replace("6", "9")) == [("6", "accuracy/mistranslation")]
    assert len(told(current, fixed.replace("6", "9"), "Ben")) == 2


def test_what_is_put_in_for_an_omission_that_is_marked_in_the_source_is_not_told_again() -> None:
    longer = MT.replace("closes", "of the city that many people like closes")
    marked = ErrorSpan(Span(0, 3), "图书馆", "accuracy/omission", "minor", side="source")
    (omission,) = told(desk(), longer)
    assert omission[1] == "accuracy/omission"
    assert told(desk(("Ana", marked)), longer) == []
    assert told(desk(("Ben", marked)), longer) == [omission]


def test_findings_on_a_corrected_text_lend_to_the_words_of_the_machine() -> None:
    fixed = MT.replace("the the", "the")
    flags = Flags((finding(fixed, "closes"),))
    current = desk(("Ana", Correction(fixed, errors=(GRAMMAR,))), flags=flags)
    assert told(current, fixed.replace("closes", "shuts")) == [("closes", "style/awkward")]


def mends(found: Finding, *acts: tuple[str, Correction | ErrorSpan]) -> tuple[str, str] | None:
    (state,) = desk(*acts).review.states
    place = mended(found, state, "Ana")
    if place is None:
        return None
    assert Span(place["start"], place["end"]).of(state.pair.text(place["side"])) == place["text"]
    return place["side"], place["text"]


def test_a_fix_mends_the_words_of_the_machine() -> None:
    fixed = MT.replace("In the evening", "At night")
    assert mends(finding(MT, "the the")) == ("target", "the the")
    assert mends(finding(fixed, "the the"), ("Ben", Correction(fixed))) == ("target", "the the")
    assert mends(finding(fixed, "At night"), ("Ben", Correction(fixed))) is None
    assert mends(finding(MT, "the the"), ("Ana", GRAMMAR)) is None
    assert mends(finding(MT, "the the"), ("Ben", GRAMMAR)) == ("target", "the the")


def test_a_finding_on_the_source_mends_what_answers_to_it_unless_it_is_an_omission() -> None:
    source = finding(ARTICLE.source.raw, "9点", "accuracy/mistranslation", "source")
    assert mends(source) is None
    assert mends(replace(source, counterpart=Span(42, 43))) == ("target", "6")
    assert mends(replace(source, category="accuracy/omission")) == ("source", "9点")


def test_a_text_is_compared_with_those_that_it_came_from() -> None:
    acts: Acts = ((1, "Ben", Correction("B")), (1, "Ana", Correction("A")), (1, "Cid", Correction("C")))
    (state,) = reviewed(ARTICLE, acts).states
    assert bases(state, "Ana") == [{"name": "before", "text": "A"}, {"name": "by Ben", "text": "B"}]
    assert bases(state, "Ben") == [{"name": "before", "text": "A"}, {"name": "by Ana", "text": "A"}]
    assert bases(reviewed(ARTICLE).states[0], "Ana") == []


@pytest.mark.parametrize(
    "question",
    [
        None,
        3,
        {},
        {"pair": "p", "text": "x"},
        {"pair": 1, "text": "x", "stamp": 1},
        {"pair": "p", "text": "\x00", "stamp": 1},
    ],
)
def test_what_is_no_question_is_none(question: object) -> None:
    assert read_question(question) is None


def test_a_question_is_read() -> None:
    assert read_question({"pair": "p", "text": "😀", "stamp": 1}) == Asked("p", "😀", 1)
