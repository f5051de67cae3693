"""The ways between the pages: a place is kept, and a filter as long as it shows the place."""

from __future__ import annotations

import pytest

from review.judgements import StatusChange
from review.rank.queue import Risks
from review.ui.component.views import View, desk_of, view_asked
from review.ui.ways import MOST_FIELDS, shown, way_of
from tests.reviewed import FLAGS, LIBRARY, article_of, reviewed


@pytest.mark.parametrize(
    ("going", "way"),
    [
        (
            {"pair": "a/1", "search": "?article=a&filter=findings"},
            {"article": "a", "filter": "findings", "pair": "a/1"},
        ),
        (
            {"pair": "a/1", "search": "?article=%E4%B8%80&pair=a%2F2&changes=on&problems=off"},
            {"article": "一", "pair": "a/1"},
        ),
        ({"search": 7}, {"pair": ""}),
        ({}, {"pair": ""}),
    ],
)
def test_a_way_leads_to_a_pair_and_keeps_the_rest_of_the_address(going: dict[str, object], way: dict[str, str]) -> None:
    assert way_of(going) == way


def test_an_endless_address_is_cut() -> None:
    assert len(way_of({"search": "&".join(f"{n}=1" for n in range(999))})) == MOST_FIELDS + 1


@pytest.mark.parametrize(
    ("pair", "filter_", "kept"),
    [("lib-2", "findings", True), ("lib-1", "findings", False), ("lib-3", "question", True), ("none", "all", False)],
)
def test_a_filter_stays_as_long_as_it_shows_the_pair(pair: str, filter_: str, kept: bool) -> None:
    review = reviewed(article_of(LIBRARY, article_id="lib"), ((3, "ana", StatusChange("question")),))
    desk = desk_of(review, FLAGS, Risks(review, FLAGS))
    way = shown(desk, {"article": "lib", "pair": pair, "order": "worst", "filter": filter_, "page": "2"})
    always = {"article": "lib", "pair": pair, "order": "worst"}
    assert way == (always | {"filter": filter_, "page": "2"} if kept else always)


def test_an_address_asks_for_a_view() -> None:
    assert view_asked({}) == View()
    asked = {"filter": "question", "check": "numbers", "page": "3", "pair": "a/1", "order": "worst"}
    assert view_asked(asked) == View("question", "numbers", 2, pair="a/1", order="worst")
    assert view_asked({"page": "x"}).page == -1
