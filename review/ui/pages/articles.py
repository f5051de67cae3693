"""Articles: what is in the store, how far it is, what to read next, and the way in for new ones."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from streamlit.navigation.page import Page

from review.errors import ReviewError
from review.store import Entry
from review.ui import state
from review.ui.listing import STATUSES, languages_of, show_head, show_lines, status_of
from review.ui.next_read import show_next
from review.ui.pages import adding, screen
from review.ui.shared_lines import show_blocks
from review.ui.wording import plain

ENTRIES_A_PAGE = 25


def page() -> Page:
    return st.Page(show, title="Articles", icon=":material/library_books:", default=True)


def by_name() -> Page:
    """The page at the address that bears its name, for the default page answers to the bare address alone."""
    return st.Page(show_by_name, title="Articles", url_path="articles", visibility="hidden")


def show_by_name() -> None:
    st.switch_page(page())


def show() -> None:
    """What to read next, and the list."""
    entries = state.entries()
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.title("Articles", width="content")
        if st.button("Add an article", key="add", type="primary", icon=":material/add:"):
            st.switch_page(adding.page())
    if not entries:
        st.info("There is no article yet. Add a text and its machine translation, and review them side by side.")
        return
    above = st.empty()
    found = _chosen(entries)
    pages = -(-len(found) // ENTRIES_A_PAGE)
    number = st.pagination(pages, key="articles_page") if pages > 1 else 1
    if found:
        show_head()
    else:
        st.info("No article matches.")
    shown = found[(number - 1) * ENTRIES_A_PAGE : number * ENTRIES_A_PAGE]
    try:
        show_next(above, entries, show_lines(shown, screen.page(), state.outlooks()), screen.page())
        show_blocks()
    except ReviewError as problem:
        # What hinders the checks of one article, as a glossary that is not there, hinders those of all.
        above.error(plain(f"Nothing can be checked: {problem}"), icon=":material/error:")


def _chosen(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries that the controls over the list let through, newest first."""
    with st.container(horizontal=True, vertical_alignment="center"):
        words = st.text_input(
            "Search",
            type="search",
            live=True,
            placeholder="Title or system",
            label_visibility="collapsed",
            key="search",
        )
        status = st.segmented_control("Status", STATUSES, default="All", required=True, label_visibility="collapsed")
        pairs = sorted({languages_of(entry) for entry in entries})
        language = st.selectbox("Languages", ["All languages", *pairs], label_visibility="collapsed", width=220)
    return tuple(
        entry
        for entry in reversed(entries)
        if (words or "").casefold() in f"{entry.title} {entry.system} {entry.id}".casefold()
        and status in ("All", None, status_of(entry))
        and language in ("All languages", languages_of(entry))
    )
