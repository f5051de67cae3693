"""How far a review is, by status and reviewer, and what its samples say of the checks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

import pandas as pd
import streamlit as st
from streamlit.navigation.page import Page

from review.judged.sampled import words_of
from review.judged.sampling import signature
from review.judged.shares import STATUSES
from review.judgements import Review, Status
from review.store import Entry
from review.ui import state
from review.ui.headway import counts_of, headway, legend
from review.ui.listing import STYLE
from review.ui.wording import plain
from review.verbs import gate


def show_progress(entries: Sequence[Entry]) -> None:
    """The bar over all of some articles with its legend, and a row for each reviewer."""
    st.subheader("Progress")
    counts = sum((Counter(counts_of(entry)) for entry in entries), Counter[Status]())
    st.html(f"{STYLE}{legend()}{headway(counts, sum(entry.pairs for entry in entries))}")
    done: defaultdict[str, Counter[Status]] = defaultdict(Counter)
    for share in (share for entry in entries for share in entry.shares):
        done[share.reviewer].update(dict(share.counts))
    rows = [
        {"reviewer": name}
        | {status: of[status] for status in STATUSES if status != "unreviewed"}
        | {"pairs": of.total()}
        for name, of in done.items()
    ]
    if rows:
        st.dataframe(pd.DataFrame(rows), hide_index=True, width="content")


def show_samples(reviews: Sequence[Review], leads_to: Page) -> None:
    """What samples say of the checks, and the way to go on with one that is not finished."""
    st.subheader("What the checks pass over")
    found = [(review, estimate) for review in reviews for estimate in gate.estimates_of(state.seen_store(), review)]
    if not found:
        st.caption("No sample was drawn yet: on the Review page, the key s draws one from the pairs without findings.")
    for _, estimate in reversed(found):
        st.markdown(plain(" ".join(words_of(estimate))))
        st.caption(plain(signature(estimate)))
    if found and not found[-1][1].finished:
        query = {"article": found[-1][0].article.id, "filter": "sample"}
        st.page_link(leads_to, label="Go on with the newest", icon=":material/arrow_forward:", query_params=query)
