"""An article as a line of the list: what it is, and how far its review has come."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import Page

from review.align.confidence import doubt
from review.rank.queue import Outlook
from review.store import Entry
from review.ui.expected import Places, show_outlook
from review.ui.headway import counts_of, headway, talk_of
from review.ui.wording import ago, counted, language_name, plain

STYLE = f"<style>{Path(__file__).with_suffix('.css').read_text(encoding='utf-8')}</style>"
STATUSES = ("All", "Not begun", "Under way", "Done")


def show_lines(entries: Iterable[Entry], opens: Page, look: Callable[[Entry], Outlook] | None = None) -> None:
    """Articles, a line each, whose titles open them on a page; what `look` says of each is added one by one."""
    st.html(STYLE)
    with st.container(gap="xxsmall"):
        places = [(entry, show_line(entry, opens)) for entry in entries]
    if look:
        for entry, line in places:
            show_outlook(line, entry, look, opens)


def show_line(entry: Entry, opens: Page) -> Places:
    """The article's title, which opens it on a page, and its progress; gives the places beside those."""
    with st.container(key=f"mtreview-article-{entry.id}"):
        about, progress = st.columns([3, 2], vertical_alignment="center", gap="large")
        with about.container(gap=None):
            st.page_link(opens, label=f"**{plain(entry.title)}**", query_params={"article": entry.id})
            size = f"{counted(entry.pairs, 'pair')} · added {ago(entry.at)}"
            st.caption(plain(f"{languages_of(entry)} · {entry.system} · {size}"))
            if entry.released:
                since = " :orange[· corrected since]" if entry.reworked else ""
                st.markdown(f":small[:material/task_alt: {plain(f'Released {ago(entry.released)}')}{since}]")
            if doubted := doubt(entry.confidence):
                st.markdown(f":orange[:small[:material/warning: {plain(doubted)}]]")
            if talk := talk_of(entry):
                asked = {"article": entry.id, "filter": "comments"}
                with st.container(key=f"mtreview-worst-talk-{entry.id}"):
                    st.page_link(opens, label=talk, query_params=asked)
            words = st.empty()
        with progress.container(gap="xxsmall"):
            st.html(headway(counts_of(entry), entry.pairs, entry.shares))
            return Places(words, st.empty())


def languages_of(entry: Entry) -> str:
    return f"{language_name(entry.source_lang)} → {language_name(entry.target_lang)}"


def done_of(entry: Entry) -> int:
    """How many pairs are corrected or approved."""
    return entry.corrected + entry.approved


def status_of(entry: Entry) -> str:
    """One of STATUSES."""
    begun = done_of(entry) + entry.questions + entry.in_work
    return "Done" if done_of(entry) == entry.pairs else "Under way" if begun else "Not begun"
