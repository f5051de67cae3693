"""Export: the corrected article as a file for each trade, and what is still open in it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from streamlit.navigation.page import Page

from review import flow
from review.export import FORMATS, TRADES, Format
from review.judged.release import OpenLine, said_of
from review.store import Entry
from review.ui import state
from review.ui.choosing import headed, nothing_chosen
from review.ui.pages import screen
from review.ui.still_open import show_gate
from review.ui.wording import plain

THIS = "This article"
PREVIEWED = tuple(each.name for each in FORMATS if each.id not in ("docx", "revisions", "ratings"))
BUTTON_WIDTH, ABOUT_WIDTH = 215, 470
"""Pixels, in which the longest name of a format stands on one line and what it is on two; in a narrow window the one
stands under the other.
"""
PREVIEW_LENGTH = 6_000
"""Code points of the file that are shown."""


def page() -> Page:
    return st.Page(show, title="Export", icon=":material/download:", url_path="export")


def show() -> None:
    """What is open, and the files by trade."""
    entry = state.chosen_article()
    if entry is None:
        nothing_chosen("export", page())
        return
    headed("Export", entry, screen.page())
    files, waiting = st.columns([5, 3], gap="large")
    with waiting:
        lines = show_gate(state.look(entry.id), screen.page())
    with files:
        entries = _scope(entry)
        st.caption(plain(_caution(lines, len(entries))))
        for trade in TRADES:
            st.subheader(trade)
            for written in (each for each in FORMATS if each.trade == trade):
                _file(written, entries)
        _preview(entry)


def _scope(entry: Entry) -> Sequence[Entry]:
    """The article, or all there are."""
    entries = state.entries()
    if len(entries) < 2:
        return (entry,)
    every = f"All {len(entries)} articles"
    chosen = st.segmented_control(
        "Which", [THIS, every], default=THIS, required=True, label_visibility="collapsed", key="export_scope"
    )
    return entries if chosen == every else (entry,)


def _caution(lines: Sequence[OpenLine], articles: int) -> str:
    """What a file holds that is made now, and what is still open in it."""
    if articles > 1:
        return f"{articles} files in one zip archive, each article as it stands now, finished or not."
    if lines:
        return f"The files hold the article as it stands now, with {', '.join(map(said_of, lines))}."
    return "The files hold the article as it stands now; nothing in it is open."


def _file(written: Format, entries: Sequence[Entry]) -> None:
    """A button that gives the file, or an archive of them, with what it is."""
    ids, alone = [entry.id for entry in entries], len(entries) == 1
    one = lambda: flow.export_of(state.seen_store(), ids[0], written.id, at=state.now())  # noqa: E731
    every = lambda: flow.exports_of(state.seen_store(), ids, written.id, at=state.now())  # noqa: E731
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.download_button(
            written.name,
            one if alone else every,
            f"{ids[0]}{written.suffix}" if alone else f"articles-{written.id}.zip",
            written.mime if alone else "application/zip",
            key=f"export_{written.id}",
            icon=":material/download:",
            on_click="ignore",
            width=BUTTON_WIDTH,
        )
        st.caption(f"{written.about} ({plain(written.suffix)})", width=ABOUT_WIDTH)


def _preview(entry: Entry) -> None:
    """The beginning of a file, as plain text."""
    chosen = st.selectbox("Preview", PREVIEWED, index=None, placeholder="Choose a format to look at", key="preview")
    if chosen is None:
        return
    written = next(each for each in FORMATS if each.name == chosen)
    content = flow.export_of(state.seen_store(), entry.id, written.id, at=state.now()).decode("utf-8", "replace")
    with st.container(border=True, height=520):
        st.text(content[:PREVIEW_LENGTH] + "…" * (len(content) > PREVIEW_LENGTH))
