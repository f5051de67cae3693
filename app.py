"""The browser door of the workbench: the pages, and who sits before them."""

from __future__ import annotations

import streamlit as st

from review.errors import ReviewError
from review.ui import page_style, state
from review.ui.pages import adding, articles, export, reader, report, rules, screen
from review.ui.wording import ICON, plain

st.set_page_config("Translation review", ICON, layout="wide", initial_sidebar_state="collapsed")
st.html(page_style.STYLE)

pages = [
    articles.page(),
    screen.page(),
    reader.page(),
    report.page(),
    export.page(),
    rules.page(),
    adding.page(),
    articles.by_name(),
]
page = st.navigation(pages, position="top")
try:
    with st.sidebar:
        state.reviewer_name()
        st.text_input("Reviewer", key="reviewer", max_chars=80, help="Your judgements are signed with this name.")
    page.run()
except ReviewError as problem:
    st.error(plain(str(problem)), icon=":material/error:")
