"""Report: what the review has found and changed, with scores and their signatures."""

from __future__ import annotations

import pandas as pd
import streamlit as st
from streamlit.navigation.page import Page

from review import gate
from review.judgements import Review
from review.types import Flags
from review.ui import figures, state
from review.ui.pages import screen
from review.ui.reviewing import show_progress
from review.ui.scoring import show_scores
from review.ui.wording import counted

CHANGES_SHOWN = 200


def page() -> Page:
    return st.Page(show, title="Report", icon=":material/monitoring:", url_path="report")


def show() -> None:
    """The report on the article that the address names."""
    entry = state.chosen_article()
    if entry is None:
        screen.nothing_chosen("report on", page())
        return
    screen.headed("Report", entry)
    look = state.look(entry.id)
    review, flags = look.review, look.flags()
    scores, progress, findings, errors, changes = st.tabs(["Scores", "Progress", "Findings", "Errors", "Corrections"])
    with scores:
        show_scores(review)
    with progress:
        show_progress(review, entry, screen.page())
    with findings:
        _findings(review, flags)
    with errors:
        _errors(review)
    with changes:
        _changes(review)


def _findings(review: Review, flags: Flags) -> None:
    rows = figures.finding_rows(review, flags)
    if not rows:
        st.info("The checks find nothing in this article.")
        return
    most = max(row["found"] for row in rows)
    share = {"found": st.column_config.ProgressColumn("found", format="%d", min_value=0, max_value=most)}
    st.dataframe(pd.DataFrame(rows), hide_index=True, column_config=share, height="content")


def _errors(review: Review) -> None:
    _marks(review)
    if rows := figures.agreement_rows(ratings := gate.ratings_of(state.seen_store(), (review,))):
        st.subheader("Raters")
        st.dataframe(pd.DataFrame(figures.rater_score_rows(ratings)), hide_index=True, height="content")
        st.dataframe(pd.DataFrame(rows), hide_index=True, height="content")
        st.caption(
            "Of pairs that each has marked, scored, corrected or approved. α is Krippendorff's: 1 is full agreement, "
            "0 that of chance. F1 is that of the marked characters."
        )
    if guessed := figures.guess_rows(review):
        st.subheader("Guessed categories")
        st.dataframe(pd.DataFrame(guessed), hide_index=True, height="content")
        st.caption("Errors that were proposed from a correction, and how many kept their category (Wilson's interval).")


def _marks(review: Review) -> None:
    if not any(one.marks or one.scores for one in review):
        st.info("No reviewer has marked an error or scored a pair. On the Review page `m` marks, and ESA scores.")
        return
    if any(one.marks for one in review):
        st.dataframe(pd.DataFrame(figures.error_rows(review)), hide_index=True, height="content")
    st.dataframe(pd.DataFrame(figures.rater_rows(review)), hide_index=True, height="content")
    st.caption(
        "Of the machine's texts. Points are MQM penalties: major 5, minor 1. ESA is the mean of scores, 0 to 100."
    )


def _changes(review: Review) -> None:
    changed = [(number, one) for number, one in enumerate(review, 1) if one.changed]
    st.caption(f"{len(changed):,} of {counted(len(review.states), 'pair')} corrected")
    st.html(figures.changes_table(changed[:CHANGES_SHOWN], review.article))
    if len(changed) > CHANGES_SHOWN:
        st.caption(f"The first {CHANGES_SHOWN} are shown; the report holds all.")
