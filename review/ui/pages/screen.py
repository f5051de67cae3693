"""Review: source and translation side by side, and what the reviewer makes of them."""

from __future__ import annotations

import streamlit as st
from streamlit.navigation.page import Page

from review.ui import shelves, state
from review.ui.beside import what_helps, what_others_do
from review.ui.blinding import blind_switch
from review.ui.choosing import nothing_chosen
from review.ui.desk import review_desk
from review.ui.judging import judges_panel


def page() -> Page:
    return st.Page(show, title="Review", icon=":material/rate_review:", url_path="review")


def show() -> None:
    """The review screen of the article that the address names."""
    article = state.known_article_id()
    if not article:
        nothing_chosen("review", page())
    else:
        # Imported here because that page leads back to this one.
        from review.ui.pages import reader

        blind_switch(article)
        judges_panel(article)
        state.send_whole()
        shelves.memory(shelves.GLANCE)
        review_desk(article, reader.page())
        what_helps(article)
        what_others_do(article)
