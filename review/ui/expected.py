"""What is left to read of an article, as a line of the list shows it: expected MQM points, and the worst pairs."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.navigation.page import Page

from review.rank.queue import Outlook
from review.store import Entry
from review.ui.component.views import WORST_FIRST
from review.ui.wording import plain

RUNS_NAMED = 6
MOST_PAIRS = 2_000
"""Pairs of an article that the list looks at by itself: some seconds at first, and a click waits as long."""


def show_outlook(place: DeltaGenerator, entry: Entry, look: Callable[[Entry], Outlook], opens: Page) -> Outlook | None:
    """Fill a line of the list with what is left of its article, and the way to read its worst pairs first; gives it
    where it is known. Raises ReviewError.
    """
    if entry.pairs > MOST_PAIRS:
        _worst_first(place, entry, "Worst first", opens)
        return None
    left = look(entry)
    if left.unread:
        _worst_first(place, entry, f"Worst first: {worst(left)}", opens, expected(left))
    return left


def _worst_first(place: DeltaGenerator, entry: Entry, label: str, opens: Page, about: str = "") -> None:
    with place.container(key=f"mtreview-worst-{entry.id}", gap=None):
        if about:
            st.caption(plain(about))
        st.page_link(opens, label=label, query_params={"article": entry.id, "order": WORST_FIRST})


def a_pair(left: Outlook) -> str:
    """The points that are expected in each unread pair."""
    return f"{left.per_pair:.1f} MQM points"


def expected(left: Outlook) -> str:
    """The points of a pair and in all."""
    return f"{left.per_pair:.1f} a pair, {left.points:.0f} in all"


def worst(left: Outlook) -> str:
    """The numbers of the worst pairs, runs as ranges, as far as RUNS_NAMED of them."""
    named = [f"{first}–{last}" if first != last else str(first) for first, last in left.runs[:RUNS_NAMED]]
    more = "…" * (len(left.runs) > RUNS_NAMED)
    return f"{'pairs' if len(left.worst) > 1 else 'pair'} {', '.join([*named, more] if more else named)}"
