"""The scores of reviews with their signatures, what they can bear, and the report that holds them."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from review.judgements import Review
from review.report.view import too_small
from review.store import Entry
from review.types import Score
from review.ui import figures, state
from review.ui.wording import counted, plain
from review.verbs import gate

FIRST = ("mqm", "mqm-segment", "esa", "hter", "untouched")
"""What a project lead looks at before anything else, in that order."""
RATED = ("mqm", "mqm-segment", "esa")
"""The scores that reviewers gave; the others compare the machine's text with the corrected one."""


def download(entry: Entry, reviews: Sequence[Review]) -> None:
    """The button that gives the report as a file."""
    page_of = lambda: gate.report_of(state.seen_store(), reviews, at=state.now())  # noqa: E731
    name = f"{entry.id}-report.html"
    st.download_button("Download the report", page_of, name, "text/html", icon=":material/download:", on_click="ignore")


def told(reviews: Sequence[Review], scores: Sequence[Score]) -> list[Score]:
    """The scores that say something: those against the corrected text only where anything was corrected."""
    changed = any(one.changed for review in reviews for one in review)
    return [score for score in scores if changed or score.name in RATED]


def show_summary(reviews: Sequence[Review], scores: Sequence[Score]) -> None:
    """The first figures, and what they cannot bear."""
    chosen = {score.name: score for score in told(reviews, scores)}
    first = [chosen[name] for name in FIRST if name in chosen]
    if not first:
        st.info(
            "Nothing is rated or corrected yet. On the Review page, marking errors or approving pairs gives an MQM "
            "score, and correcting them tells how much had to be edited.",
            icon=":material/info:",
        )
        return
    st.html(figures.cards(first))
    unread = sum(one.status in ("unreviewed", "in work") for review in reviews for one in review)
    if unread and "hter" in chosen:
        st.caption(
            f"Not reviewed yet: {counted(unread, 'pair')}, taken for unchanged in HTER and untouched segments. These "
            "flatter the machine's text while that is so."
        )
    if "mqm" not in chosen:
        st.caption("No MQM score yet: nobody has marked an error or approved a pair of the machine's text.")
    if small := too_small(reviews):
        st.warning(plain(small), icon=":material/scale:")


def show_scores(reviews: Sequence[Review], scores: Sequence[Score]) -> None:
    """All scores as a table, with what another program needs to get the same."""
    rows = figures.score_rows(told(reviews, scores))
    if not rows:
        st.info("Nothing is rated or corrected yet.", icon=":material/info:")
        return
    st.caption(
        "MQM and ESA are of the machine's text as reviewers rated it; the others compare it with the corrected text. A "
        "score is comparable with one of the same signature on the same texts only."
    )
    st.dataframe(pd.DataFrame(rows), hide_index=True, height="content")
