"""Who has marked and scored how much, how far raters agree, and how often a guessed category was kept."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from review.judgements import Review
from review.scores.agreement import SIGNATURE
from review.ui import figures, state
from review.verbs import gate


def show_raters(reviews: Sequence[Review]) -> None:
    """A table for each, as far as there is anything to tell."""
    rows = figures.rater_rows(reviews)
    if not rows:
        st.info("No reviewer has marked an error or scored a pair yet.")
    else:
        st.caption("Of the machine's texts. Points are MQM penalties; ESA is the mean of the scores, 0 to 100.")
        _table(rows)
    ratings = gate.ratings_of(state.seen_store(), reviews)
    if agreed := figures.agreement_rows(ratings):
        st.subheader("Agreement")
        _table(figures.rater_score_rows(ratings))
        _table(agreed)
        st.caption(
            "Of pairs that each of them has rated: marked, scored, approved, or corrected while refusing the proposed "
            "errors. α is Krippendorff's: 1 is full agreement, 0 that of chance. F1 is that of the marked characters."
        )
        st.caption(f":small[`{SIGNATURE}`]")
    elif rows:
        st.caption("Agreement is told as soon as two reviewers have rated the same pair.")
    if guessed := figures.guess_rows(reviews):
        st.subheader("Guessed categories")
        st.caption("Errors that were proposed from a correction, and how many kept their category (Wilson's interval).")
        _table(guessed)


def _table(rows: Sequence[dict[str, object]]) -> None:
    st.dataframe(pd.DataFrame(rows), hide_index=True, height="content")
