"""What a page shows that has no article: what its address named in vain, and the articles that it can open."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from rapidfuzz import fuzz
from streamlit.navigation.page import Page

from review.store import Entry
from review.ui import state
from review.ui.listing import show_lines
from review.ui.wording import language_name, plain

OFFERED = 10


def nothing_chosen(verb: str, opens: Page) -> None:
    """The articles that a page can open: the newest, or where its address names none that is there, the likest."""
    entries, wanted = state.entries()[::-1], state.asked_article()
    if wanted:
        st.title("There is no such article")
        st.markdown(
            f"The address asks for **{plain(wanted)}**, and no article here has that id. The link may have been cut "
            f"off, or lead to another store than the one that is open. Choose one to {verb}:"
        )
        entries = likest(wanted, entries)
    else:
        st.title(f"Choose an article to {verb}")
    show_lines(entries[:OFFERED], opens)
    # Imported here because that page leads to those that show this.
    from review.ui.pages import articles

    st.page_link(articles.page(), label="All articles", icon=":material/library_books:")


def likest(wanted: str, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries by how like their ids are to what was asked for, one that begins so first."""
    return tuple(sorted(entries, key=lambda entry: (not entry.id.startswith(wanted), -fuzz.ratio(wanted, entry.id))))


def headed(name: str, entry: Entry, opens: Page) -> None:
    """A page's name over the article that it is about, which leads to the page where it is opened."""
    st.title(name)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.page_link(opens, label=plain(entry.title), icon=":material/rate_review:", query_params={"article": entry.id})
        st.caption(plain(f"{language_name(entry.source_lang)} → {language_name(entry.target_lang)} · {entry.system}"))
    if state.seen_by(entry.id):
        st.caption("Blind review: this page tells of what you have said yourself.")
