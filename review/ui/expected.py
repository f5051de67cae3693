"""What is left to read of an article, as a line of the list shows it: expected MQM points, and where the worst is."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.navigation.page import Page

from review.errors import ReviewError
from review.rank.queue import Outlook
from review.store import Entry
from review.ui.component.rows import WORST_FIRST
from review.ui.wording import plain

RUNS_NAMED = 6
HELP = (
    "Estimated from the texts and the open findings, without a reference; a major error is 5 points. "
    "The strip is the article from its beginning to its end, and the worst fifth of its unread pairs is marked on it."
)


def show_outlook(place: DeltaGenerator, entry: Entry, look: Callable[[Entry], Outlook], opens: Page) -> None:
    """Fill a place in the list with what is left of an article, and the way to read its worst pairs first."""
    try:
        left = look(entry)
    except ReviewError as problem:
        place.caption(plain(str(problem)))
        return
    if not left.unread:
        return
    with place.container(gap=None):
        st.html(strip(left))
        with st.container(key=f"mtreview-worst-{entry.id}", horizontal=True, vertical_alignment="top", gap="small"):
            st.caption(plain(expected(left)), help=HELP)
            st.page_link(opens, label="Worst first", query_params={"article": entry.id, "order": WORST_FIRST})


def expected(left: Outlook) -> str:
    """The points in all and of a pair, and the numbers of the worst pairs."""
    points = f"{left.points:.0f} MQM points expected, {left.per_pair:.1f} a pair"
    return f"{points} · worst: {'pairs' if len(left.worst) > 1 else 'pair'} {worst(left)}"


def worst(left: Outlook) -> str:
    """The numbers of the worst pairs, runs as ranges; the first RUNS_NAMED of them."""
    named = [f"{first}–{last}" if first != last else str(first) for first, last in left.runs[:RUNS_NAMED]]
    more = "…" * (len(left.runs) > RUNS_NAMED)
    return ", ".join([*named, more] if more else named)


def strip(left: Outlook) -> str:
    """The article as a bar, with the worst pairs marked in their places; the words for it are beside it."""
    marks = (
        f'<i style="left:{100 * (first - 1) / left.pairs:.2f}%;width:{100 * (last - first + 1) / left.pairs:.2f}%"></i>'
        for first, last in left.runs
    )
    return f'<div class="mtreview-strip" aria-hidden="true">{"".join(marks)}</div>'
