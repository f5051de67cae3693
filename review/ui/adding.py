"""The forms for a new article: two texts, or a table of pairs; how they were read is shown first."""

from __future__ import annotations

import streamlit as st

from review import flow
from review.errors import ReviewError
from review.types import Article, Origin, Text
from review.ui import state
from review.ui.pages import screen
from review.ui.wording import TAGS, counted, language_name, plain

TEXT_FILES = ["txt", "md", "html", "htm"]
TABLE_FILES = ["csv", "tsv", "jsonl"]
SYSTEM = "MT"
SHOWN = 400
"""Code points shown of a piece that was left out."""


def add_texts() -> None:
    """Ask for both texts, show how they were read, and store them when told to. Raises ReviewError."""
    left, right = st.columns(2, gap="large")
    with left:
        source = _side("source", "Source")
    with right:
        target = _side("target", "Translation")
    title, system, wanted = _about("new", flow.headline(target) if target else "", "Align and review")
    if wanted and source and target:
        bar = st.progress(0.0, text="Aligning…")

        def done(share: float) -> None:
            bar.progress(share, text="Aligning…")

        _store(flow.paired(source, target, title=title, system=system, store=state.store(), progress=done))
    elif wanted:
        st.info("Both are needed: the source, and its translation.", icon=":material/info:")


def _about(key: str, headline: str, button: str) -> tuple[str, str, bool]:
    """The title and the system as typed, and whether the article is to be stored now."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        title = st.text_input("Title", placeholder=headline or "Headline of the translation", key=f"{key}_title")
        system = st.text_input("Translated by", value=SYSTEM, key=f"{key}_system", width=220)
        wanted = st.button(button, type="primary", key=f"{key}_store")
    return title or "", system or SYSTEM, wanted


def _side(side: str, label: str) -> Text | None:
    """One side as read; None until there is something to read, and where it cannot be, with a word on why."""
    content, name = _given(side, label)
    if content is None:
        return None
    try:
        return _read(side, label, content, name)
    except ReviewError as problem:
        st.error(plain(str(problem)), icon=":material/error:")
        return None


def _given(side: str, label: str) -> tuple[bytes | None, str]:
    """A file, else what is pasted; the name of what is pasted is empty."""
    file = st.file_uploader(f"{label}: drop its file here", TEXT_FILES, key=f"{side}_file", max_upload_size=50)
    if file:
        return file.getvalue(), file.name
    text = st.text_area(
        f"{label}, pasted", height=180, key=f"{side}_text", placeholder="or paste it here", label_visibility="collapsed"
    )
    return (text.encode("utf-8", "surrogatepass") if text else None), ""


def _read(side: str, label: str, content: bytes, name: str) -> Text:
    """The text, with what is known of it and the choice of another language."""
    called = name or f"{label.lower()}.txt"
    detected = state.read_side(content, called, "")
    lang = _language(f"{side}_lang_{hash(content)}", f"{label} language", detected.lang)
    read = detected if lang == detected.lang else state.read_side(content, called, lang)
    size = f"{counted(len(read.segments), 'segment')} in {counted(len(read.paragraphs), 'paragraph')}"
    st.caption(plain(f"{size} · read as {read.origin.encoding}" if name else size))
    _left_out(read.origin)
    return read


def _language(key: str, label: str, detected: str) -> str:
    tags = (detected, *(tag for tag in TAGS if tag != detected))
    return st.selectbox(label, tags, format_func=language_name, key=key, width=260)


def _left_out(origin: Origin) -> None:
    """What the reader did not take from the file, and why; nothing where it took all."""
    if not origin.left_out:
        return
    with st.expander(f"{counted(len(origin.left_out), 'piece')} of the file left out"):
        for piece in origin.left_out:
            st.caption(plain(piece.reason))
            st.text(piece.text[:SHOWN] + "…" * (len(piece.text) > SHOWN))


def add_table() -> None:
    """Ask for a table, show how it was read, and store it when told to. Raises ReviewError."""
    file = st.file_uploader(
        "Table with a column for source and translation", TABLE_FILES, key="table_file", max_upload_size=50
    )
    if not file:
        return
    detected = state.read_table(file.getvalue(), file.name, "", "")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        source = _language("table_source_lang", "Source language", detected.source.lang)
        target = _language("table_target_lang", "Translation language", detected.translation.text.lang)
    read = state.read_table(file.getvalue(), file.name, source, target)
    st.caption(plain(f"{counted(len(read.translation.beads), 'pair')} · read as {read.source.origin.encoding}"))
    _left_out(read.source.origin)
    title, system, wanted = _about("table", detected.title, "Review")
    if wanted:
        langs = {"source_lang": source, "target_lang": target}
        _store(flow.read_table(file.getvalue(), file.name, **langs, title=title, system=system))


def _store(article: Article) -> None:
    """Put the article into the store and open it."""
    added = state.store().add(article, at=state.now(), by=state.reviewer_name())
    st.switch_page(screen.page(), query_params={"article": added.id})
