"""Read: the whole corrected article as its readers will see it."""

from __future__ import annotations

import streamlit as st
from streamlit.navigation.page import Page

from review.errors import ReviewError
from review.ui import state
from review.ui.choosing import nothing_chosen
from review.ui.component.views import desk_of
from review.ui.pages import screen
from review.ui.reader import reader
from review.ui.reader.sheet import sheet_of
from review.ui.ways import shown, way_of
from review.ui.wording import plain


def page() -> Page:
    return st.Page(show, title="Read", icon=":material/menu_book:", url_path="read")


def show() -> None:
    """The article that the address names."""
    entry = state.chosen_article()
    if entry is None:
        nothing_chosen("read", page())
    else:
        _sheet(entry.id)


@st.fragment
def _sheet(article_id: str) -> None:
    key = f"reader-{article_id}"
    going = state.going(key)
    try:
        look = state.look(article_id)
        review, flags = look.review, look.flags()
        if going:
            desk = desk_of(review, flags, look.risks())
            st.switch_page(screen.page(), query_params=shown(desk, way_of(going)))
        reader(sheet_of(review, flags, pair=st.query_params.get("pair", "")), key=key)
    except ReviewError as problem:
        st.error(plain(str(problem)), icon=":material/error:")
