"""What is still open in a review, with the way there. It stops nothing."""

from __future__ import annotations

from collections import Counter

import streamlit as st
from streamlit.navigation.page import Page

from review import flow
from review.judgements import Review
from review.ui import state
from review.ui.wording import counted


def show_still_open(review: Review, leads_to: Page) -> None:
    """What is still open, each with the way there; nothing of it stops the download."""
    st.subheader("Still open")
    lines = still_open(review, len(flow.open_findings(review, state.flags_of(review))))
    for filter_, sentence, _ in lines:
        st.page_link(
            leads_to,
            label=sentence,
            icon=":material/arrow_forward:",
            query_params={"article": review.article.id, "filter": filter_},
        )
    st.caption(
        "You can download at any time."
        if lines
        else "Nothing: every pair is corrected or approved, and no finding is open."
    )


def still_open(review: Review, open_findings: int) -> tuple[tuple[str, str, int], ...]:
    """What a reader might want done before the article goes out: (filter on the Review page, sentence, number)."""
    statuses = Counter(one.status for one in review)
    waiting = statuses["unreviewed"] + statuses["in work"]
    drafts = sum(bool(one.drafts) for one in review)
    lines = (
        ("findings", f"{counted(open_findings, 'finding')} open", open_findings),
        ("uncorrected", f"{counted(waiting, 'pair')} not reviewed", waiting),
        ("question", f"{counted(statuses['question'], 'pair')} in question", statuses["question"]),
        ("uncorrected", f"{counted(drafts, 'draft')} not saved", drafts),
    )
    return tuple(line for line in lines if line[2])
