"""Review: source and translation side by side, and what the reviewer makes of them."""

from __future__ import annotations

import streamlit as st
from streamlit.navigation.page import Page

from review.store import Entry
from review.ui import state
from review.ui.beside import what_helps, what_others_do
from review.ui.blinding import blind_switch
from review.ui.desk import review_desk
from review.ui.judging import judges_panel
from review.ui.listing import show_lines
from review.ui.wording import language_name, plain

OFFERED = 10


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
        review_desk(article, reader.page())
        what_helps(article)
        what_others_do(article)


def nothing_chosen(verb: str, opens: Page) -> None:
    """What a page shows that has no article yet: those that it can open, newest first."""
    st.title(f"Choose an article to {verb}")
    entries = state.entries()[: -OFFERED - 1 : -1]
    show_lines(entries, opens)
    st.caption("The Articles page has them all, and takes new ones.")


def headed(name: str, entry: Entry) -> None:
    """A page's name over the article that it is about."""
    st.title(name)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.page_link(
            page(), label=plain(entry.title), icon=":material/rate_review:", query_params={"article": entry.id}
        )
        st.caption(plain(f"{language_name(entry.source_lang)} → {language_name(entry.target_lang)} · {entry.system}"))
    if state.seen_by(entry.id):
        st.caption("Blind review: this page tells of what you have said yourself.")
