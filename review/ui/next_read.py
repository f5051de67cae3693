"""What to read next: what was begun last, else the article that is expected to hold most errors a pair."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.navigation.page import Page

from review.rank.queue import Outlook
from review.store import Entry
from review.ui import state
from review.ui.component.views import WORST_FIRST
from review.ui.expected import a_pair
from review.ui.listing import done_of, status_of
from review.ui.wording import counted, plain


def show_next(place: DeltaGenerator, entries: Sequence[Entry], outlooks: Mapping[str, Outlook], opens: Page) -> None:
    """Say in a place which of the articles to read next, and lead there; nothing where none is left.

    `outlooks` tell what is left of those that the list shows.
    """
    begun = begun_last(entries, state.store().newest())
    if begun:
        left = begun.pairs - done_of(begun)
        _show(place, "Go on with", begun, f"{counted(left, 'pair')} of {begun.pairs:,} left", opens)
    elif worst := most_expected(entries, outlooks):
        about = f"most errors expected: {a_pair(outlooks[worst.id])} a pair"
        _show(place, "Start with", worst, about, opens, order=WORST_FIRST)


def begun_last(entries: Sequence[Entry], newest: Mapping[str, int]) -> Entry | None:
    """Of the articles under way the one that was judged last; None where none is. `newest` numbers judgements."""
    under_way = [entry for entry in entries if status_of(entry) == "Under way"]
    return max(under_way, key=lambda entry: newest.get(entry.id, 0), default=None)


def most_expected(entries: Sequence[Entry], outlooks: Mapping[str, Outlook]) -> Entry | None:
    """The article with most MQM points expected in each unread pair; None where nothing is left of any."""
    left = [entry for entry in entries if entry.id in outlooks and outlooks[entry.id].unread]
    return max(left, key=lambda entry: outlooks[entry.id].per_pair, default=None)


def _show(place: DeltaGenerator, verb: str, entry: Entry, about: str, opens: Page, **query: str) -> None:
    with place.container(key="mtreview-next", horizontal=True, vertical_alignment="center", gap="small"):
        label = f"{verb} **{plain(entry.title)}**"
        st.page_link(opens, label=label, icon=":material/play_arrow:", query_params={"article": entry.id, **query})
        st.caption(plain(about), width="content")
