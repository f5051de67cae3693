"""The scores of a review, with their signatures, and the report that holds them."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from review import flow, gate
from review.errors import UnscorableTexts
from review.judgements import Review
from review.ui import figures, state
from review.ui.wording import plain


def show_scores(review: Review) -> None:
    """The scores, or why there are none yet, and the report as a file."""
    _scores(review)
    page_of = lambda: gate.report_of(state.seen_store(), (state.look(review.article.id).review,), at=state.now())  # noqa: E731
    name = f"{review.article.id}-report.html"
    st.download_button("Download the report", page_of, name, "text/html", icon=":material/download:", on_click="ignore")


def _scores(review: Review) -> None:
    if not any(one.changed or one.scores for one in review):
        st.info(
            "No scores yet: they compare the machine's text with your corrections. Correct a pair on Review first.",
            icon=":material/info:",
        )
        return
    try:
        scores = flow.scores_of((review,))
    except UnscorableTexts as problem:
        st.info(plain(str(problem)))
        return
    with st.container(horizontal=True):
        for score in scores:
            st.metric(figures.title_of(score), figures.value_of(score), border=True, help=plain(score.unit))
    st.caption(
        "The machine translation scored against its own corrected text; pairs not reviewed yet count as unchanged. "
        "ESA is the mean of the reviewers' own scores."
    )
    st.dataframe(pd.DataFrame(figures.score_rows(scores)), hide_index=True)
