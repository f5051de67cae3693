"""The form for a new article: two files, two pasted texts, or a table of pairs; what was read is shown first."""

from __future__ import annotations

import streamlit as st

from review import flow
from review.errors import ReviewError
from review.types import Article, Origin, Text
from review.ui import state
from review.ui.pages import screen
from review.ui.wording import TAGS, counted, language_name, plain

WAYS = ("Two files", "Pasted texts", "Table of pairs")
TEXT_FILES = ["txt", "md", "html", "htm"]
TABLE_FILES = ["csv", "tsv", "jsonl"]
SYSTEM = "MT"
SHOWN = 400
"""Code points shown of a piece that was left out."""


def add_article() -> None:
    """Ask for the texts, show how they were read, and store them when told to."""
    way = st.segmented_control("From", WAYS, default=WAYS[0], required=True, label_visibility="collapsed")
    try:
        if way == WAYS[2]:
            _table()
        else:
            _sides(pasted=way == WAYS[1])
    except ReviewError as problem:
        _refused(problem)


def _sides(*, pasted: bool) -> None:
    left, right = st.columns(2, gap="large")
    with left:
        source = _side("source", "Source", pasted=pasted)
    with right:
        target = _side("target", "Translation", pasted=pasted)
    title, system, wanted = _about("new", flow.headline(target) if target else "", "Align and review")
    if wanted and source and target:
        _store(flow.paired(source, target, title=title, system=system, store=state.store()))
    elif wanted:
        st.info("Both are needed: the source, and its translation.", icon=":material/info:")


def _about(key: str, headline: str, button: str) -> tuple[str, str, bool]:
    """The title and the system as typed, and whether the article is to be stored now."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        title = st.text_input("Title", placeholder=headline or "Headline of the translation", key=f"{key}_title")
        system = st.text_input("Translated by", value=SYSTEM, key=f"{key}_system", width=220)
        wanted = st.button(button, type="primary", key=f"{key}_store")
    return title or "", system or SYSTEM, wanted


def _side(side: str, label: str, *, pasted: bool) -> Text | None:
    """One side as read; None until there is something to read, and where it cannot be, with a word on why."""
    content, name = _pasted(side, label) if pasted else _uploaded(side, label)
    if content is None:
        return None
    try:
        return _read(side, label, content, name, pasted=pasted)
    except ReviewError as problem:
        _refused(problem)
        return None


def _read(side: str, label: str, content: bytes, name: str, *, pasted: bool) -> Text:
    """The text, with what is known of it and the choice of another language."""
    detected = state.read_side(content, name, "")
    lang = _language(f"{side}_lang_{hash(content)}", f"{label} language", detected.lang)
    read = detected if lang == detected.lang else state.read_side(content, name, lang)
    size = f"{counted(len(read.segments), 'segment')} in {counted(len(read.paragraphs), 'paragraph')}"
    st.caption(plain(size if pasted else f"{size} · read as {read.origin.encoding}"))
    _left_out(read.origin)
    return read


def _pasted(side: str, label: str) -> tuple[bytes | None, str]:
    text = st.text_area(label, height=220, key=f"{side}_text", placeholder="Paste the text here")
    return (text.encode("utf-8", "surrogatepass") if text else None), f"{label.lower()}.txt"


def _uploaded(side: str, label: str) -> tuple[bytes | None, str]:
    file = st.file_uploader(label, TEXT_FILES, key=f"{side}_file", max_upload_size=50)
    return (file.getvalue(), file.name) if file else (None, "")


def _language(key: str, label: str, detected: str) -> str:
    tags = (detected, *(tag for tag in TAGS if tag != detected))
    return st.selectbox(label, tags, format_func=language_name, key=key, width=260)


def _refused(problem: ReviewError) -> None:
    st.error(plain(str(problem)), icon=":material/error:")


def _left_out(origin: Origin) -> None:
    """What the reader did not take from the file, and why; nothing where it took all."""
    if not origin.left_out:
        return
    with st.expander(f"{counted(len(origin.left_out), 'piece')} of the file left out"):
        for piece in origin.left_out:
            st.caption(plain(piece.reason))
            st.text(piece.text[:SHOWN] + "…" * (len(piece.text) > SHOWN))


def _table() -> None:
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
