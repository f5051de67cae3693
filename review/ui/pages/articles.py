"""Articles: what is in the store, how far it is, and the way in for new ones."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from streamlit.navigation.page import Page

from review.store import Entry
from review.ui import state
from review.ui.adding import add_article
from review.ui.listing import STATUSES, languages_of, show_lines, status_of
from review.ui.other_translations import other_translation
from review.ui.pages import screen
from review.ui.shared_lines import show_blocks

ENTRIES_A_PAGE = 25


def page() -> Page:
    return st.Page(show, title="Articles", icon=":material/library_books:", default=True)


def by_name() -> Page:
    """The page at the address that bears its name, for the default page answers to the bare address alone."""
    return st.Page(show_by_name, title="Articles", url_path="articles", visibility="hidden")


def show_by_name() -> None:
    st.switch_page(page())


def show() -> None:
    """The list, and the form that adds to it."""
    entries = state.store().entries()
    st.title("Articles")
    with st.expander("Add an article", icon=":material/add:", expanded=not entries):
        add_article()
    other_translation(entries)
    blocks = st.container()
    found = _chosen(entries)
    pages = -(-len(found) // ENTRIES_A_PAGE)
    number = st.pagination(pages, key="articles_page") if pages > 1 else 1
    show_lines(found[(number - 1) * ENTRIES_A_PAGE : number * ENTRIES_A_PAGE], screen.page(), state.outlooks())
    if not found:
        st.info("No article matches." if entries else "There is no article yet: add the first one above.")
    with blocks:
        show_blocks()


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
