"""An article as a line of the list: what it is, and how far its review has come."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.navigation.page import Page

from review.align.confidence import doubt
from review.rank.queue import Outlook
from review.store import Entry
from review.ui.expected import show_outlook
from review.ui.headway import counts_of, headway, legend, talk_of
from review.ui.wording import ago, counted, language_name, plain

STYLE = f"<style>{Path(__file__).with_suffix('.css').read_text(encoding='utf-8')}</style>"
COLUMNS = (5, 3, 3)
EXPECTED = (
    "A minor error counts 1, a major one 5. An estimate from the texts and the open findings, to choose "
    "what to read first; it is no verdict on a translation. The worst are the fifth of the unread pairs with most."
)
STATUSES = ("All", "Not begun", "Under way", "Done")


def show_head() -> None:
    """What stands in the columns of the lines, and what their signs say."""
    st.html(STYLE)
    with st.container(key="mtreview-head"):
        about, left, progress = st.columns(COLUMNS, vertical_alignment="bottom", gap="large")
        about.caption("Article")
        left.caption("Expected MQM points, unread pairs", help=EXPECTED)
        progress.html(legend())


def show_lines(
    entries: Iterable[Entry], opens: Page, look: Callable[[Entry], Outlook] | None = None
) -> dict[str, Outlook]:
    """Articles, a line each, whose titles open them on a page; what `look` says of each is added one by one.

    Gives that by article, as far as it is known. Raises ReviewError with all lines shown.
    """
    st.html(STYLE)
    with st.container(gap="xxsmall"):
        places = [(entry, show_line(entry, opens)) for entry in entries]
    if not look:
        return {}
    known = {entry.id: show_outlook(place, entry, look, opens) for entry, place in places}
    return {article: left for article, left in known.items() if left}


def show_line(entry: Entry, opens: Page) -> DeltaGenerator:
    """The article's title, which opens it on a page, and its progress; gives the place between those."""
    with st.container(key=f"mtreview-article-{entry.id}"):
        about, left, progress = st.columns(COLUMNS, vertical_alignment="center", gap="large")
        with about.container(gap=None):
            st.page_link(opens, label=f"**{plain(entry.title)}**", query_params={"article": entry.id})
            size = f"{counted(entry.pairs, 'pair')} · added {ago(entry.at)}"
            st.caption(plain(f"{languages_of(entry)} · {entry.system} · {size}"))
            _standing(entry, opens)
        progress.html(headway(counts_of(entry), entry.pairs, entry.shares))
        return left.empty()


def _standing(entry: Entry, opens: Page) -> None:
    """What else is to be known of an article: its release, doubts about its alignment, open comments."""
    if entry.released:
        since = " :orange[· corrected since]" if entry.reworked else ""
        st.markdown(f":small[:material/task_alt: {plain(f'Released {ago(entry.released)}')}{since}]")
    if doubted := doubt(entry.confidence):
        st.markdown(f":orange[:small[:material/warning: {plain(doubted)}]]")
    if talk := talk_of(entry):
        with st.container(key=f"mtreview-worst-talk-{entry.id}"):
            st.page_link(opens, label=talk, query_params={"article": entry.id, "filter": "comments"})


def languages_of(entry: Entry) -> str:
    return f"{language_name(entry.source_lang)} → {language_name(entry.target_lang)}"


def done_of(entry: Entry) -> int:
    """How many pairs are corrected or approved."""
    return entry.corrected + entry.approved


def status_of(entry: Entry) -> str:
    """One of STATUSES."""
    begun = done_of(entry) + entry.questions + entry.in_work
    return "Done" if done_of(entry) == entry.pairs else "Under way" if begun else "Not begun"
