"""Which pairs the filters let through, alone and together, and how a link brings them back."""

from __future__ import annotations

from dataclasses import asdict, replace
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review import history
from review.article import pairs_of
from review.judged.precision import Tally
from review.judgements import Comment, Correction, Dismissal, Draft, ErrorSpan, Judgement, StatusChange
from review.rank.queue import Risks
from review.types import Span
from review.ui.component.screen import screen_of
from review.ui.component.tree import MOST_DISMISSALS, facets_of, lifts_of, tree_of
from review.ui.component.views import (
    ANY,
    CHOICES,
    LIFTED,
    STANDINGS,
    Desk,
    View,
    desk_of,
    is_wanted,
    matched,
    matching,
    view_asked,
    view_of,
)
from tests.reviewed import AT, DOUBLED, FLAGS, HOSTILE, LIBRARY, MISSING, WELCOMED, article_of

CASED = ErrorSpan(Span(0, 4), "City", "style/other", "minor")
SAID = (
    (1, "Ana", StatusChange("approved")),
    (2, "Ben", Correction("From next month, the the library closes, and readers 更方便.")),
    (3, "Ana", Draft("120 new seats")),
    (4, "Ana", Dismissal(MISSING.key)),
    (5, "Ana", StatusChange("question")),
    (5, "Cem", CASED),
    (4, "Ben", Comment("Which <b>library</b>?")),
    (5, "Ben", Comment("Done.")),
    (5, "Ana", Comment(about="j7", turn="resolved")),
    (6, "Ana", Dismissal("doubled-word|target|*|the the|none that is here", scope="article")),
)
BEN = "Ben <b>"
DOUBLED_AGAIN = replace(DOUBLED, pair="lib-6", severity="major", span=Span(0, 7), text="[Print]")


def desk(*more: tuple[int, str, Any]) -> Desk:
    article = article_of(LIBRARY, article_id="lib", title="Opening hours")
    said = [
        Judgement(f"j{at}", f"lib-{number}", 0, by, AT, value) for at, (number, by, value) in enumerate((*SAID, *more))
    ]
    told = history.followed(history.begun(article, pairs_of(article)), said)
    flags = replace(FLAGS, findings=(*FLAGS.findings, DOUBLED_AGAIN))
    return desk_of(told.review, flags, Risks(told.review, flags), hands=told.hands)


def shown(view: View, at: Desk | None = None) -> list[int]:
    return [int(pair.rpartition("-")[2]) for pair in matching(at or desk(), view)]


@pytest.mark.parametrize(
    ("view", "pairs"),
    [
        (View(), [1, 2, 3, 4, 5, 6]),
        (View("in work"), [3]),
        (View("comments"), [4]),
        (View("comments", by="Ana"), []),
        (View(category=ANY), [2, 5, 6]),
        (View(category="fluency"), [2, 6]),
        (View(category="accuracy"), []),
        (View(check="doubled-word"), [2, 6]),
        (View(check="doubled-word", severity="major"), [6]),
        (View(check="translationese", severity="major"), []),
        (View(severity="minor"), [2, 5]),
        (View(side="source"), []),
        (View(side="source", dismissed=ANY), [4]),
        (View(dismissed="here"), [4]),
        (View(dismissed="article"), []),
        (View("corrected", category=ANY), [2]),
        (View(by="Ana"), [1, 5]),
        (View(by="Ben"), [2]),
        (View(by="Cem", category="style"), [5]),
        (View(by="nobody"), []),
        (View(find="LIBRARY"), [1, 2]),
        (View(find="LIBRARY", case="1"), []),
        (View(find="图书馆"), [1, 2]),
        (View(find="图书馆", within="target"), []),
        (View(find="9:30"), []),
        (View(find="closes", within="target"), [2]),
        (View(find="^$", regex="1", within="target"), [4]),
        (View(find="[Print]"), [6]),
        (View(find=r"\p{Han}", regex="1", within="target"), [2]),
        (View(find="(", regex="1"), [1, 2, 3, 4, 5, 6]),
        (View("question", find="night", by="Cem", severity="minor"), [5]),
    ],
)
def test_filters_let_pairs_through(view: View, pairs: list[int]) -> None:
    assert shown(view) == pairs


VIEWS = st.fixed_dictionaries(
    {
        "filter": st.sampled_from((*STANDINGS, "no such")),
        "category": st.sampled_from(("", ANY, "fluency", "accuracy", "style")),
        "check": st.sampled_from(("", "doubled-word", "translationese", "missing-sentence")),
        "severity": st.sampled_from(("", "minor", "major")),
        "side": st.sampled_from(("", "source", "target")),
        "dismissed": st.sampled_from(("", ANY, "here", "article")),
        "by": st.sampled_from(("", "Ana", "Ben", "Cem")),
        "find": st.sampled_from(("", "library", "图", "(", "e")),
    }
)
ABOUT_FINDINGS = ("category", "check", "severity", "side")
DESK = desk()


@given(VIEWS)
def test_filters_on_pairs_together_let_through_what_each_lets_through(chosen: dict[str, str]) -> None:
    findings = {name: chosen[name] for name in (*ABOUT_FINDINGS, "dismissed")}
    alone = [View(**{name: value}) for name, value in chosen.items() if name not in findings]  # type: ignore[arg-type]
    together = set(matching(DESK, View(**chosen)))  # type: ignore[arg-type]
    assert together == set.intersection(*(set(matching(DESK, view)) for view in (*alone, View(**findings))))  # type: ignore[arg-type]


@given(VIEWS)
def test_filters_on_findings_speak_of_one_finding(chosen: dict[str, str]) -> None:
    every = [each for told in DESK.told.values() for each in told]
    dismissed = chosen["dismissed"]

    def wanted(**filters: str) -> set[tuple[str, str]]:
        view = View(dismissed=dismissed, **filters)  # type: ignore[arg-type]
        return {(finding.pair, finding.key) for finding, scope in every if is_wanted(view, finding, scope)}

    filters = {name: chosen[name] for name in ABOUT_FINDINGS}
    assert wanted(**filters) == set.intersection(*(wanted(**{name: value}) for name, value in filters.items()))


@given(VIEWS)
def test_lifting_a_filter_never_takes_a_pair_away_and_is_counted_right(chosen: dict[str, str]) -> None:
    view = View(**chosen)  # type: ignore[arg-type]
    before = set(matching(DESK, view))
    lifts = lifts_of(DESK, view)
    assert set(lifts) == {name for name, to in LIFTED.items() if any(getattr(view, each) != to[each] for each in to)}
    for name, number in lifts.items():
        after = matching(DESK, replace(view, **LIFTED[name]))
        assert len(after) == number
        assert name == "dismissed" or before <= set(after)


@given(VIEWS)
def test_each_value_of_a_filter_shows_as_many_as_it_says(chosen: dict[str, str]) -> None:
    view = View(**chosen)  # type: ignore[arg-type]
    facets = facets_of(DESK, view)
    for name, number in facets["standing"].items():
        assert len(matched(DESK, replace(view, filter=name))) == number
    for name, number in facets["by"].items():
        assert len(matched(DESK, replace(view, by=name))) == number
    for filter_ in ("severity", "side"):
        for value, number in facets[filter_].items():
            there = replace(view, **{filter_: value})
            held = [each for state in matched(DESK, there) for each in DESK.told[state.pair.id]]
            assert sum(is_wanted(there, *each) for each in held) == number


@given(VIEWS, st.integers(0, 40), st.sampled_from(("", "lib-5")))
def test_a_link_brings_a_view_back(chosen: dict[str, str], page: int, pair: str) -> None:
    view = View(**chosen, page=page, pair=pair, order="worst")  # type: ignore[arg-type]
    told = {name: value for name, value in asdict(view).items() if name in (*CHOICES, "pair") and value}
    assert view_asked({**told, "page": str(page + 1)}) == view


@pytest.mark.parametrize(
    ("said", "view"),
    [
        ({}, View()),
        ({"filter": "", "page": "2.0", "stamp": 17.0, "chosen": None}, View(page=2, stamp=17)),
        ({"page": "x", "check": None, "find": 7}, View(find="7")),
        ({"filter": HOSTILE[0], "by": HOSTILE[0]}, View(HOSTILE[0], by=HOSTILE[0])),
    ],
)
def test_a_view_is_read_with_suspicion(said: dict[str, object], view: View) -> None:
    assert view_of(said) == view


def test_the_tree_counts_findings_by_category_and_check() -> None:
    tree = tree_of(DESK, View(), {"doubled-word": Tally(41, 50)})
    assert tree["count"] == 3
    assert [(each["name"], each["count"], each["severities"]) for each in tree["categories"]] == [
        ("fluency", 2, {"major": 1, "minor": 1}),
        ("style", 1, {"minor": 1}),
    ]
    (doubled,) = tree["categories"][0]["checks"]
    assert (doubled["id"], doubled["count"], doubled["right"]) == ("doubled-word", 2, "right in 41 of 50 decided here")


@pytest.mark.parametrize("chosen", [View(category="fluency"), View(check="doubled-word"), View(dismissed="here")])
def test_the_tree_shows_what_else_could_be_chosen(chosen: View) -> None:
    assert tree_of(DESK, chosen, {}) == tree_of(DESK, View(), {})
    assert tree_of(DESK, replace(chosen, by="Ben"), {})["count"] == 1


def test_the_tree_tells_dismissals_by_scope_with_what_restores_them() -> None:
    at = desk(
        (2, "Ana", Dismissal(DOUBLED.pattern, scope="article")),
        (2, "Ana", Dismissal(WELCOMED.pattern, scope="article")),
    )
    here, article, everywhere = tree_of(at, View(), {})["dismissed"]
    assert [(each["named"], each["pair"], each["count"]) for each in here["said"]] == [(MISSING.key, "lib-4", 1)]
    assert {each["named"] for each in article["said"]} == {DOUBLED.pattern, WELCOMED.pattern}
    assert (article["count"], article["more"], everywhere) == (
        2,
        0,
        {"scope": "everywhere", "count": 0, "said": [], "more": 0},
    )


def test_many_dismissals_are_listed_as_far_as_it_helps() -> None:
    number = MOST_DISMISSALS + 5
    article = article_of([("新。", "New.")] * number, article_id="lib")
    found = [replace(DOUBLED, pair=f"lib-{n}", span=Span(0, 3), text="New") for n in range(1, number + 1)]
    said = [Judgement(f"j{n}", each.pair, 0, "Ana", AT, Dismissal(each.key)) for n, each in enumerate(found)]
    review, flags = history.review_of(article, said), replace(FLAGS, findings=tuple(found), failures=())
    here = tree_of(desk_of(review, flags, Risks(review, flags)), View(), {})["dismissed"][0]
    assert (here["count"], len(here["said"]), here["more"]) == (number, MOST_DISMISSALS, 5)


def test_rows_tell_where_they_hold_what_is_looked_for_and_a_wrong_expression_is_said() -> None:
    view = View(find="图书馆|library", regex="1")
    rows = screen_of(DESK, view, matching(DESK, view), reviewer="Ana")["rows"]
    places = [
        [
            row[side][slice(*hit)]
            for side in ("source", "text")
            for hit in row["hits"]["target" if side == "text" else side]
        ]
        for row in rows
    ]
    assert places == [["图书馆", "Library"], ["图书馆", "library"]]
    wrong = screen_of(DESK, View(find="lib(", regex="1"), (), reviewer="Ana")
    assert wrong["view"]["error"] == "This is no regular expression: missing ): lib(."


def test_names_of_checks_and_reviewers_come_as_they_are() -> None:
    at = desk((3, BEN, Correction("Seats.")))
    sent = screen_of(at, View(by=BEN, check=HOSTILE[0]), (), reviewer="Ana")
    assert sent["facets"]["by"] == {}
    assert (sent["view"]["by"], sent["view"]["check_name"]) == (BEN, HOSTILE[0])
    assert set(sent["lifts"]) == {"by", "check"}
    assert facets_of(at, View())["by"][BEN] == 1


def test_filters_are_named_once() -> None:
    filters = {name for change in LIFTED.values() for name in change}
    assert filters == set(CHOICES) - {"order", "within", "regex", "case"}
    assert not [pair for pair in combinations(LIFTED.values(), 2) if set(pair[0]) & set(pair[1])]
