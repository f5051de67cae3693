"""What helps at a pair, beside the review screen: asked and answered without another look at all its rows."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from typing import Any

import streamlit as st

from review import flow
from review.errors import ReviewError, StoreUnavailable
from review.history import dismissed_patterns
from review.ui import shelves, state
from review.ui.component import review_line, review_pulse
from review.ui.component.helping import Ask, Known, help_of, read_ask
from review.ui.wording import plain

EVERY = 10.0
"""Seconds from one look to the next at whether others have judged the article."""


@st.fragment(run_every=EVERY)
def what_others_do(article_id: str) -> None:
    """Tell the review screen of an article when others have judged it; each look runs this function alone."""
    # Without a store there is nothing to tell; the screen says by itself that nothing is saved.
    with suppress(StoreUnavailable):
        pulse = state.store().pulse(article_id, state.seen_by(article_id))
        review_pulse({"pulse": pulse}, key="pulse")


@st.fragment
def what_helps(article_id: str) -> None:
    """Answer what the review screen of an article asks; each question runs this function alone."""
    key = f"helps-{hashlib.sha256(article_id.encode()).hexdigest()[:12]}"
    ask = read_ask(state.component(key).get("ask"))
    try:
        told = _answer(ask, article_id) if ask else None
    except ReviewError as problem:
        told = None
        st.error(plain(str(problem)), icon=":material/error:")
    review_line({"help": told, "stamp": ask.stamp if ask else 0}, key=key)


def _answer(ask: Ask, article_id: str) -> dict[str, Any] | None:
    told = state.look(article_id).history
    article = told.review.article
    project = flow.project(article.source.lang, article.translation.text.lang)
    memory, fresh = shelves.memory()
    dismissed = dismissed_patterns(told.everywhere)
    stretches = state.store().stretches(article, ask.pair)
    held = {bead.id for stretch in stretches for bead in stretch.beads} | {ask.pair}
    said = tuple(judgement for judgement in told.judgements if judgement.pair in held)
    found = help_of(ask, Known(told.review, said, memory, project, dismissed, stretches))
    return found and found | {"fresh": fresh}
