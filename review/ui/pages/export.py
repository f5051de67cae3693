"""Export: the corrected article as a file, and what is still open in it."""

from __future__ import annotations

import streamlit as st
from streamlit.navigation.page import Page

from review import flow
from review.export import FORMATS, Format
from review.judgements import Review
from review.ui import state
from review.ui.choosing import headed, nothing_chosen
from review.ui.pages import screen
from review.ui.still_open import show_gate

PREVIEWED = ("text", "html", "csv", "jsonl", "mqm", "xliff", "tmx")
PREVIEW_LENGTH = 6_000
"""Code points of the file that are shown."""


def page() -> Page:
    return st.Page(show, title="Export", icon=":material/download:", url_path="export")


def show() -> None:
    """The formats, the file, and what is open."""
    entry = state.chosen_article()
    if entry is None:
        nothing_chosen("export", page())
        return
    headed("Export", entry, screen.page())
    look = state.look(entry.id)
    choice, waiting = st.columns([2, 1], gap="large")
    with waiting:
        show_gate(look, screen.page())
    with choice:
        _file(look.review)


def _file(review: Review) -> None:
    names = {each.id: each.name for each in FORMATS}
    chosen = st.segmented_control(
        "Format", names, default="text", required=True, wrap=True, format_func=names.__getitem__
    )
    written = next(each for each in FORMATS if each.id == (chosen or "text"))
    article = review.article.id
    make = lambda: flow.export_of(state.seen_store(), article, written.id, at=state.now())  # noqa: E731
    label, name = f"Download {written.suffix[1:].upper()}", f"{article}{written.suffix}"
    st.download_button(label, make, name, written.mime, type="primary", icon=":material/download:", on_click="ignore")
    _preview(written, article)


def _preview(written: Format, article: str) -> None:
    """The beginning of the file, as plain text; for a Word document that of its text."""
    shown = written.id if written.id in PREVIEWED else "text"
    content = flow.export_of(state.seen_store(), article, shown, at=state.now()).decode("utf-8", "replace")
    st.caption("Preview" if shown == written.id else "Preview of the text")
    with st.container(border=True, height=520):
        st.text(content[:PREVIEW_LENGTH] + "…" * (len(content) > PREVIEW_LENGTH))
