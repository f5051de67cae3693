"""How far a review is, by status and reviewer, and what its samples say of the checks."""

from __future__ import annotations

import pandas as pd
import streamlit as st
from streamlit.navigation.page import Page

from review import gate
from review.judgements import Review
from review.sampled import words_of
from review.sampling import signature
from review.shares import STATUSES
from review.store import Entry
from review.ui import state
from review.ui.headway import counts_of, headway
from review.ui.listing import STYLE
from review.ui.wording import plain


def show_progress(review: Review, entry: Entry, leads_to: Page) -> None:
    """The bar, a row for each reviewer, and the samples."""
    st.html(f"{STYLE}{headway(counts_of(entry), entry.pairs)}")
    if entry.shares:
        rows = [
            {"reviewer": share.reviewer}
            | {status: dict(share.counts).get(status, 0) for status in STATUSES if status != "unreviewed"}
            | {"pairs": share.pairs}
            for share in entry.shares
        ]
        st.dataframe(pd.DataFrame(rows), hide_index=True, width="content")
    _samples(review, leads_to)


def _samples(review: Review, leads_to: Page) -> None:
    st.subheader("What the checks pass over")
    found = gate.estimates_of(state.seen_store(), review)
    if not found:
        st.caption("No sample was drawn yet: on the Review page, the key s draws one from the pairs without findings.")
    for estimate in reversed(found):
        st.markdown(plain(" ".join(words_of(estimate))))
        st.caption(plain(signature(estimate)))
    if found and not found[-1].finished:
        query = {"article": review.article.id, "filter": "sample"}
        st.page_link(leads_to, label="Go on with the newest", icon=":material/arrow_forward:", query_params=query)
