"""The rows of the screen: what is sent of a review, and which pairs a view lets through."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from review.judged.blocks import Block
from review.judged.precision import Tally
from review.judgements import Correction, Dismissal, Draft, ErrorSpan, Review, SegmentScore, StatusChange, Value
from review.rank import Reason, Risk
from review.rank.queue import Risks
from review.types import Bead, Flags, Span, Translation, WordLink
from review.ui.component import views
from review.ui.component.screen import screen_of, side_of
from review.ui.component.views import Desk, View, desk_of, matching, page_of, pages_of
from tests.reviewed import DOUBLED, FLAGS, HOSTILE, LIBRARY, Acts, article_of, reviewed, text_of

ARTICLE = article_of(LIBRARY, article_id="lib", title="Opening hours")
ACTS = (
    (1, "Ana", StatusChange("approved")),
    (2, "Ana", Correction("From next month, the library will close at 9:30 every night.", DOUBLED.key)),
    (2, "Ben", Correction("From next month the library closes at 9:30 every night.")),
    (3, "Ana", Draft("120 new seats")),
    (3, "Ben", Draft("A hundred")),
    (5, "Ana", StatusChange("question")),
    (4, "Ana", Dismissal("missing-sentence|source|0|读者可在网上预约。")),
)


def desk_on(review: Review, flags: Flags) -> Desk:
    return desk_of(review, flags, Risks(review, flags))


def desk() -> Desk:
    return desk_on(reviewed(ARTICLE, ACTS), FLAGS)


@pytest.mark.parametrize(
    ("view", "pairs"),
    [
        (View(), [1, 2, 3, 4, 5, 6]),
        (View("findings"), [2, 5]),
        (View("uncorrected"), [3, 4, 6]),
        (View("in work"), [3]),
        (View("corrected"), [2]),
        (View("approved"), [1]),
        (View("question"), [5]),
        (View("findings", "translationese"), [5]),
        (View("findings", "missing-sentence"), []),
        (View("no such filter"), [1, 2, 3, 4, 5, 6]),
    ],
)
def test_a_view_lets_pairs_through(view: View, pairs: list[int]) -> None:
    assert matching(desk(), view) == tuple(f"lib-{number}" for number in pairs)


def test_a_row_says_how_its_pair_stands() -> None:
    current = desk()
    sent = screen_of(current, View(), matching(current, View()), reviewer="Ana")["rows"]
    assert [row["status"] for row in sent] == [
        "approved",
        "corrected",
        "in work",
        "unreviewed",
        "question",
        "unreviewed",
    ]
    second, third, fourth = sent[1], sent[2], sent[3]
    assert (second["version"], second["by"], second["original"]) == (2, "Ben", LIBRARY[1][1])
    typed = {"text": "120 new seats", "version": 0, "base": LIBRARY[2][1]}
    assert (third["draft"], third["typing"]) == (typed, ["Ben"])
    assert (fourth["text"], [finding["dismissed"] for finding in fourth["findings"]]) == ("", [True])
    assert [base["name"] for base in second["bases"]] == ["before"]


def test_a_row_says_who_marked_and_scored_which_text() -> None:
    acts: Acts = (
        (2, "Ana", ErrorSpan(Span(78, 81), "更方便", "accuracy/source language fragment", "major", note="<b>left</b>")),
        (2, "Ben", SegmentScore(40)),
        (2, "Ben", ErrorSpan(Span(0, 3), "自下月", "accuracy/omission", "minor", "source")),
        (2, "Ben", Correction("From next month on.")),
        (2, "Ana", SegmentScore(90)),
        (2, "Ana", ErrorSpan(Span(0, 4), "From", "", "minor")),
    )
    current = desk_on(reviewed(ARTICLE, acts), FLAGS)
    row = screen_of(current, View(), matching(current, View()), reviewer="Ana")["rows"][1]
    told = [(mark["by"], mark["own"], mark["version"], mark["on"], mark["text"]) for mark in row["marks"]]
    assert told == [
        ("Ana", True, 0, LIBRARY[1][1], "更方便"),
        ("Ben", False, 0, None, "自下月"),
        ("Ana", True, 1, None, "From"),
    ]
    assert row["marks"][0]["note"] == "<b>left</b>"
    assert [(score["by"], score["value"], score["on"]) for score in row["scores"]] == [
        ("Ben", 40, LIBRARY[1][1]),
        ("Ana", 90, None),
    ]
    assert json.loads(json.dumps(row)) == row


VALUES = (0.2, 0.9, 0.4, 0.8, 0.1, 0.6)


def ranked() -> Desk:
    """The same desk with risks made up for its pairs; the first and second are read already."""
    pairs = zip(desk().review, VALUES, strict=True)
    why = tuple(Reason(phrase, 1.0) for phrase in ("rare words", "a finding.", "rare words", "long", "no mark"))
    return replace(desk(), risks={state.pair.id: Risk(value, 8.04 * value, why) for state, value in pairs})


@pytest.mark.parametrize(
    ("view", "numbers"),
    [
        (View(order="worst"), [4, 6, 3, 5, 2, 1]),
        (View("findings", order="worst"), [5, 2]),
        (View("uncorrected", order="worst"), [4, 6, 3]),
        (View(order=""), [1, 2, 3, 4, 5, 6]),
        (View(order="no such order"), [1, 2, 3, 4, 5, 6]),
    ],
)
def test_rows_come_in_the_order_that_is_chosen(view: View, numbers: list[int]) -> None:
    current = ranked()
    sent = screen_of(current, view, matching(current, view), reviewer="Ana")
    assert [row["number"] for row in sent["rows"]] == numbers
    assert sent["view"]["order"] == view.order


def test_pages_follow_the_order_that_is_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "ROWS_A_PAGE", 2)
    current, view = ranked(), View(order="worst", pair="lib-5")
    screen = screen_of(current, view, matching(current, view), reviewer="Ana")
    assert [row["number"] for row in screen["rows"]] == [3, 5]
    assert (screen["view"]["page"], screen["view"]["open_pages"]) == (1, [1, 2])


def test_a_row_tells_its_risk_and_each_reason_once() -> None:
    assert rows_of(ranked())[1]["risk"] == {
        "value": 0.9,
        "points": 7.2,
        "reasons": ["rare words", "a finding.", "long"],
    }


SPOKEN = (("自下月起图书馆闭馆。", "From May the library closes."), ("新增座位。", "New seats."), ("馆长讲话。", ""))
WORDS = (WordLink(Span(4, 7), Span(13, 20), 0.93), WordLink(Span(7, 9), Span(21, 27), 0.61))


def spoken(*acts: tuple[int, str, Value]) -> Desk:
    """An article whose second pair has words, as places in the raw texts, and whose certainties fall."""
    article = article_of([("头。", "Head."), *SPOKEN], article_id="lib")
    first = article.source.segments[1].start, article.translation.text.segments[1].start
    words = tuple(replace(w, source=w.source.moved(first[0]), target=w.target.moved(first[1])) for w in WORDS)
    told = zip(article.translation.beads, ((), words, (), ()), (0.9, 0.8, 0.3, 0.2), strict=True)
    beads = tuple(replace(bead, words=spoken, certainty=certainty) for bead, spoken, certainty in told)
    translation = replace(article.translation, beads=beads)
    return desk_on(reviewed(replace(article, translations=(translation,)), acts), Flags())


def rows_of(current: Desk) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = screen_of(current, View(), matching(current, View()), reviewer="Ana")["rows"]
    return rows


def test_a_row_tells_its_words_and_how_sure_its_alignment_is() -> None:
    sent = rows_of(spoken())
    assert [row["certainty"] for row in sent] == [0.9, 0.8, 0.3, 0.2]
    assert [row["sentences"] for row in sent] == [[1, 1], [1, 1], [1, 1], [1, 0]]
    assert [row["weak"] for row in sent] == [False, False, True, True]
    assert [
        (row["source"][slice(*w["source"])], row["text"][slice(*w["target"])]) for row in sent for w in row["words"]
    ] == [
        ("图书馆", "library"),
        ("闭馆", "closes"),
    ]
    assert rows_of(desk())[0]["words"] == []
    assert rows_of(desk())[0]["certainty"] is None


def test_words_follow_a_correction_as_far_as_they_stand() -> None:
    (_, row, *_) = rows_of(spoken((2, "Ana", Correction("From next May on the library shuts."))))
    (left,) = row["words"]
    assert (row["text"][slice(*left["target"])], left["weight"]) == ("library", 0.93)


def test_what_is_approved_is_weak_no_more() -> None:
    current = spoken((3, "Ana", StatusChange("approved")))
    assert matching(spoken(), View("weak")) == ("lib-3", "lib-4")
    assert matching(current, View("weak")) == ("lib-4",)


def test_a_low_confidence_is_said() -> None:
    current = spoken()
    assert screen_of(current, View(), (), reviewer="Ana")["doubt"] == ""
    unsure = tuple(replace(bead, certainty=0.25) for bead in current.review.article.translation.beads)
    made = replace(current.review.article.translation, beads=unsure)
    doubted = desk_on(reviewed(replace(current.review.article, translations=(made,))), Flags())
    assert "only 25 % of the segments" in screen_of(doubted, View(), (), reviewer="Ana")["doubt"]


def test_the_screen_is_json_that_comes_back_as_it_was() -> None:
    article = article_of([(text, text) for text in HOSTILE])
    current = desk_on(reviewed(article), Flags())
    sent = screen_of(current, View(), matching(current, View()), reviewer="Ana")
    assert json.loads(json.dumps(sent)) == sent
    assert [row["source"] for row in sent["rows"]] == [state.pair.source for state in current.review]


def test_counts_leave_out_what_was_dismissed() -> None:
    current = desk()
    view = screen_of(current, View(), matching(current, View()), reviewer="Ana")["view"]
    counts = {
        "all": 6,
        "findings": 2,
        "comments": 0,
        "uncorrected": 3,
        "in work": 1,
        "sample": 0,
        "corrected": 1,
        "approved": 1,
        "question": 1,
        "weak": 0,
        "open": 2,
    }
    assert view["counts"] == counts


def test_failed_checks_are_shown_with_the_number_of_their_pair() -> None:
    current = desk()
    sent = screen_of(current, View(), matching(current, View()), reviewer="Ana")
    assert sent["failures"] == [{"check": "numbers", "number": 3, "reason": "ValueError: no such numeral"}]


@pytest.mark.parametrize(
    ("page", "shown", "sent"), [(0, [1, 2], 0), (1, [3, 4], 1), (2, [5, 6], 2), (7, [5, 6], 2), (-1, [1, 2], 0)]
)
def test_a_page_holds_so_many_rows(monkeypatch: pytest.MonkeyPatch, page: int, shown: list[int], sent: int) -> None:
    monkeypatch.setattr(views, "ROWS_A_PAGE", 2)
    current = desk()
    ids = matching(current, View())
    screen = screen_of(current, View(page=page), ids, reviewer="Ana")
    assert [row["number"] for row in screen["rows"]] == shown
    assert (screen["view"]["page"], screen["view"]["pages"]) == (sent, 3)
    assert screen["view"]["open_pages"] == [0, 2]
    assert screen_of(current, View(pair="lib-4"), ids, reviewer="Ana")["view"]["page"] == 1
    assert screen_of(current, View(pair="gone"), ids, reviewer="Ana")["view"]["page"] == 0


@pytest.mark.parametrize(("number", "pages"), [(0, 1), (1, 1), (100, 1), (101, 2), (1000, 10)])
def test_pages(number: int, pages: int) -> None:
    ids = [str(each) for each in range(number)]
    assert pages_of(ids) == pages
    assert not number or page_of(ids, str(number - 1)) == pages - 1


@pytest.mark.parametrize(
    ("lang", "direction"), [("zh-TW", "ltr"), ("en", "ltr"), ("ar", "rtl"), ("he", "rtl"), ("und", "auto")]
)
def test_the_direction_of_a_side(lang: str, direction: str) -> None:
    assert side_of(lang)["dir"] == direction


def test_rows_tell_what_other_systems_made_of_their_source() -> None:
    article = article_of(SPOKEN, article_id="lib")
    other = Translation("B", text_of(["From May on, no library. New seats.", "Added."], "en"), (Bead((0, 1), (0,)),))
    both = replace(article, translations=(*article.translations, other))
    current = desk_on(reviewed(both), Flags())
    rows = screen_of(current, View(), matching(current, View()), reviewer="Ana")["rows"]
    whole = {"system": "B", "text": "From May on, no library. New seats.", "wider": True}
    assert [row["others"] for row in rows] == [[whole], [whole], []]


def test_a_finding_says_how_many_articles_share_its_line_and_how_often_its_check_was_right() -> None:
    current, record = desk(), {"doubled-word": Tally(41, 50)}
    blocks = (Block("THE  the", "en", ("a", "b", "c")), Block("the the", "xx", ("a",)))
    ids = matching(current, View())
    shown = screen_of(current, View(), ids, reviewer="Ana", record=record, blocks=blocks)
    assert shown["shared"] == {"the the": 3}
    assert shown["records"]["doubled-word"][0] == "Right in 41 of 50 decided here"
