"""A browser that is sent only what has changed holds the same rows as one that is sent all."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from review.ui.component.sent import Row, Sent, number_in

SCREENS = st.lists(st.dictionaries(st.sampled_from("abcd"), st.integers(0, 2)), max_size=12)


def rows_of(screen: dict[str, int]) -> list[Row]:
    return [{"id": name, "text": text} for name, text in screen.items()]


@given(SCREENS, st.lists(st.booleans(), min_size=12, max_size=12), st.lists(st.booleans(), min_size=12, max_size=12))
def test_whatever_is_lost_on_the_way_the_browser_has_all_rows(
    screens: list[dict[str, int]], arrives: list[bool], says: list[bool]
) -> None:
    sent, has, said, held = Sent("s"), 0, 0, dict[str, Row]()
    for screen, comes, tells in zip(screens, arrives, says, strict=False):
        rows = rows_of(screen)
        sent = sent.after(rows)
        lacking = {row["id"]: row for row in sent.lacking(said)}
        if comes:
            held = {row["id"]: lacking.get(row["id"]) or held[row["id"]] for row in rows}
            has = sent.number
            assert list(held.values()) == rows
        said = has if tells else said


def test_only_what_has_changed_is_sent() -> None:
    first = Sent("s").after(rows_of({"a": 1, "b": 1}))
    assert first.lacking(0) == rows_of({"a": 1, "b": 1})
    second = first.after(rows_of({"a": 1, "b": 2, "c": 1}))
    assert second.lacking(first.number) == rows_of({"b": 2, "c": 1})
    assert second.lacking(0) == rows_of({"a": 1, "b": 2, "c": 1})
    back = second.after(rows_of({"a": 1, "b": 1, "c": 1}))
    assert back.lacking(first.number) == rows_of({"b": 1, "c": 1})


def test_what_the_browser_says_that_it_has_is_read_with_suspicion() -> None:
    states = {
        "outbox": {"has": {"series": "s", "number": 3}},
        "view": {"has": {"series": "s", "number": 2}},
        "asked": {"has": {"series": "of another session", "number": 9}},
        "going": {"has": None},
        "draw": {"has": {"series": "s", "number": "4"}},
        "whole": None,
    }
    assert number_in(states, "s") == 3
    assert number_in(states, "of a new session") == 0
    assert number_in({}, "s") == 0
