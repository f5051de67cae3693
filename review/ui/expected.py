"""What is left to read of an article, as a line of the list shows it: expected MQM points, and where the worst is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.navigation.page import Page

from review.errors import ReviewError
from review.rank.queue import Outlook
from review.store import Entry
from review.ui.component.views import WORST_FIRST
from review.ui.wording import plain

RUNS_NAMED = 6
MOST_PAIRS = 2_000
"""Pairs of an article that the list looks at by itself: some seconds at first, and a click waits as long."""
HELP = (
    "MQM points: a minor error counts 1, a major one 5. Estimated from the texts and the open findings. "
    "The strip is the article from its beginning to its end, and the worst fifth of its unread pairs is marked on it."
)


@dataclass(frozen=True)
class Places:
    """Where a line of the list takes what is left of its article: as words, and as a strip."""

    words: DeltaGenerator
    strip: DeltaGenerator


def show_outlook(places: Places, entry: Entry, look: Callable[[Entry], Outlook], opens: Page) -> None:
    """Fill a line of the list with what is left of its article, and the way to read its worst pairs first."""
    query = {"article": entry.id, "order": WORST_FIRST}
    if entry.pairs > MOST_PAIRS:
        with places.words.container(key=f"mtreview-worst-{entry.id}"):
            st.page_link(opens, label="Worst first", query_params=query)
        return
    try:
        left = look(entry)
    except ReviewError as problem:
        places.words.caption(plain(str(problem)))
        return
    if not left.unread:
        return
    places.strip.html(strip(left))
    with places.words.container(
        key=f"mtreview-worst-{entry.id}", horizontal=True, vertical_alignment="center", gap="small"
    ):
        st.caption(plain(expected(left)), help=HELP, width="content")
        st.page_link(opens, label=f"Worst first: {worst(left)}", query_params=query)


def expected(left: Outlook) -> str:
    """The points in all and of a pair."""
    return f"{left.points:.0f} MQM points expected, {left.per_pair:.1f} a pair"


def worst(left: Outlook) -> str:
    """The numbers of the worst pairs, runs as ranges, as far as RUNS_NAMED of them."""
    named = [f"{first}–{last}" if first != last else str(first) for first, last in left.runs[:RUNS_NAMED]]
    more = "…" * (len(left.runs) > RUNS_NAMED)
    return f"{'pairs' if len(left.worst) > 1 else 'pair'} {', '.join([*named, more] if more else named)}"


def strip(left: Outlook) -> str:
    """The article as a bar, with the worst pairs marked in their places; the words for it are beside it."""
    marks = (
        f'<i style="left:{100 * (first - 1) / left.pairs:.2f}%;width:{100 * (last - first + 1) / left.pairs:.2f}%"></i>'
        for first, last in left.runs
    )
    return f'<div class="mtreview-strip" aria-hidden="true">{"".join(marks)}</div>'
