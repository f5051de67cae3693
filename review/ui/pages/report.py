"""Report: how good the machine's text was by those who read it, how far the review is, and what it changed."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st
from streamlit.navigation.page import Page

from review.judgements import Review
from review.store import Entry
from review.ui import figures, state
from review.ui.choosing import headed, nothing_chosen
from review.ui.looks import Look
from review.ui.pages import screen
from review.ui.raters import show_raters
from review.ui.reviewing import show_progress, show_samples
from review.ui.scoring import download, show_scores, show_summary
from review.ui.wording import counted
from review.verbs import gate

CHANGES_SHOWN = 200


def page() -> Page:
    return st.Page(show, title="Report", icon=":material/monitoring:", url_path="report")


def show() -> None:
    """The report on the article that the address names, or on all that are like it."""
    entry = state.chosen_article()
    if entry is None:
        nothing_chosen("report on", page())
        return
    headed("Report", entry, screen.page())
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        entries = _scope(entry)
        looks = [state.look(each.id) for each in entries]
        reviews = [look.review for look in looks]
        download(entry, reviews)
    scores = gate.scores_of(state.seen_store(), reviews)
    summary, signed, raters, findings, changes = st.tabs(["Summary", "Scores", "Raters", "Findings", "Corrections"])
    with summary:
        show_summary(reviews, scores)
        _errors(reviews)
        show_progress(entries)
    with signed:
        show_scores(reviews, scores)
    with raters:
        show_raters(reviews)
    with findings:
        _findings(looks)
        show_samples(reviews, screen.page())
    with changes:
        _changes(reviews[0])


def _scope(entry: Entry) -> tuple[Entry, ...]:
    """The article, or with it all that the same system has translated between the same languages."""
    like = tuple(each for each in state.entries() if _kind(each) == _kind(entry) and each.id != entry.id)
    if not like:
        return (entry,)
    all_ = f"All {len(like) + 1} articles of {entry.system}"
    chosen = st.segmented_control(
        "Over", ["This article", all_], default="This article", required=True, label_visibility="collapsed", key="scope"
    )
    return (entry, *like) if chosen == all_ else (entry,)


def _kind(entry: Entry) -> tuple[str, str, str]:
    return entry.system, entry.source_lang, entry.target_lang


def _findings(looks: Sequence[Look]) -> None:
    rows = figures.finding_rows([look.review for look in looks], [look.flags() for look in looks])
    if not rows:
        st.info("The checks find nothing here.")
        return
    st.caption("What the checks point at in the text as it stands. A finding is a place to look at, no proven error.")
    most = max(row["found"] for row in rows)
    share = {"found": st.column_config.ProgressColumn("found", format="%d", min_value=0, max_value=most)}
    st.dataframe(pd.DataFrame(rows), hide_index=True, column_config=share, height="content")


def _errors(reviews: Sequence[Review]) -> None:
    rows = figures.error_rows(reviews, gate.ratings_of(state.seen_store(), reviews))
    st.subheader("Errors by category and severity")
    if not rows:
        st.caption("No reviewer has marked an error yet. On the Review page `m` marks one.")
        return
    st.caption(
        "Errors that reviewers marked in the machine's text, by MQM category. Points: major 5, minor 1, minor "
        "punctuation 0.1, non-translation and critical 25, neutral and the source's own faults 0. The parts add up to "
        "the score by length, in which a pair's points are the mean over its raters."
    )
    st.dataframe(pd.DataFrame(rows), hide_index=True, height="content")


def _changes(review: Review) -> None:
    changed = [(number, one) for number, one in enumerate(review, 1) if one.changed]
    st.caption(f"{len(changed):,} of {counted(len(review.states), 'pair')} of this article corrected")
    st.html(figures.changes_table(changed[:CHANGES_SHOWN], review.article))
    if len(changed) > CHANGES_SHOWN:
        st.caption(f"The first {CHANGES_SHOWN} are shown; the report holds all.")
