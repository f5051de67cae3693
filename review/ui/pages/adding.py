"""Add: the way in for an article with its translation, for a table of pairs, and for another translation."""

from __future__ import annotations

import streamlit as st
from streamlit.navigation.page import Page

from review.errors import ReviewError
from review.ui import state
from review.ui.adding import add_table, add_texts
from review.ui.other_translations import add_other
from review.ui.wording import plain

WAYS = {
    "A text and its translation": "Two files, or two pasted texts. They are divided into sentences and aligned here; "
    "nothing leaves this machine.",
    "A table of pairs": "CSV, TSV or JSONL with a column for the source and one for the translation, a row a pair.",
    "Another translation": "What another system made of an article that is here already. It is shown beside the one "
    "under review, and where they differ the order of reading and the checks take note.",
}


def page() -> Page:
    return st.Page(show, title="Add an article", url_path="add", visibility="hidden")


def show() -> None:
    """The form for what is to be added."""
    st.title("Add an article")
    entries = state.entries()
    ways = list(WAYS) if entries else list(WAYS)[:2]
    way = st.segmented_control("What you have", ways, default=ways[0], required=True, wrap=True, key="add_way")
    st.caption(WAYS[way or ways[0]])
    try:
        if way == ways[1]:
            add_table()
        elif way == ways[0]:
            add_texts()
        else:
            add_other(entries)
    except ReviewError as problem:
        st.error(plain(str(problem)), icon=":material/error:")
