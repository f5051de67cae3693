"""The form for another translation of an article: pasted, from a file, or fetched from a service that is set."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from review.store import Entry
from review.ui import state
from review.ui.pages import screen
from review.ui.wording import plain
from review.verbs import consult

WAYS = ("Pasted text", "File", "Service")
FILES = ["txt", "md", "html", "htm", "csv", "tsv", "jsonl"]


def add_other(entries: Sequence[Entry]) -> None:
    """Ask of which article and whose translation, and add it when told to. Raises ReviewError."""
    named = {entry.id: entry for entry in reversed(entries)}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        article = st.selectbox("Of the article", named, format_func=lambda id_: named[id_].title, key="other_article")
        way = st.segmented_control("From", WAYS, default=WAYS[0], required=True, key="other_way")
    if article is None:
        return
    if way == WAYS[2]:
        _fetched(article)
    else:
        _given(article, pasted=way == WAYS[0])


def _given(article: str, *, pasted: bool) -> None:
    content, name = _pasted() if pasted else _uploaded()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        system = st.text_input("Translated by", key="other_system", width=260)
        anyway = st.checkbox("Even where it hardly matches the source", key="other_anyway")
        wanted = st.button("Align and add", type="primary", key="other_store")
    if wanted and content and system.strip():
        with st.spinner("Aligning…"):
            consult.add_translation(
                state.store(), article, content, name, system=system.strip(), anyway=anyway, **_signed()
            )
        _open(article)
    elif wanted:
        st.info("Both are needed: the translation, and the name of what made it.", icon=":material/info:")


def _pasted() -> tuple[bytes, str]:
    text = st.text_area("Translation", height=220, key="other_text", placeholder="Paste the text here")
    return (text or "").encode("utf-8", "surrogatepass"), "translation.txt"


def _uploaded() -> tuple[bytes, str]:
    file = st.file_uploader("A text, or a table of the article's pairs", FILES, key="other_file", max_upload_size=50)
    return (file.getvalue(), file.name) if file else (b"", "")


def _fetched(article: str) -> None:
    offers = {offer.id: offer for offer in consult.offers()}
    chosen = st.segmented_control(
        "Service",
        offers,
        default=next(iter(offers)),
        required=True,
        format_func=lambda id_: offers[id_].name,
        key="other_service",
    )
    offer = offers[chosen]
    st.caption(plain(consult.said_of(offer, state.store().article(article))))
    if st.button(f"Fetch from {offer.name}", type="primary", disabled=offer.translator is None, key="other_fetch"):
        bar = st.progress(0.0, text="Translating…")

        def done(share: float) -> None:
            bar.progress(share, text="Translating…")

        consult.fetch_translation(state.store(), article, offer.id, **_signed(), progress=done)
        _open(article)


def _signed() -> dict[str, Any]:
    return {"at": state.now(), "by": state.reviewer_name()}


def _open(article: str) -> None:
    st.switch_page(screen.page(), query_params={"article": article})
