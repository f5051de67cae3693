"""Blind review of an article, begun and ended beside the review screen."""

from __future__ import annotations

import streamlit as st

from review.judged.blind import is_blind
from review.ui import state
from review.ui.wording import counted
from review.verbs import gate

ABOUT = "Each reviewer sees the machine's text and what they say of it themselves, until it ends."


def blind_switch(article_id: str) -> None:
    """Where it stands, and the button that changes it, in the side bar."""
    with st.sidebar.container(gap="xxsmall"):
        if not is_blind(state.store().events(article_id)):
            st.button(
                "Review blind",
                key="blind",
                help=ABOUT,
                icon=":material/visibility_off:",
                on_click=_begin,
                args=(article_id,),
            )
            return
        st.caption(f"Blind review. {ABOUT}")
        if st.button("End the blind review", key="blind_end", icon=":material/visibility:"):
            _asked(article_id)


@st.dialog("End the blind review?")
def _asked(article_id: str) -> None:
    st.markdown(
        "All reviewers will see all that was said. Pairs that were left with different texts come into question."
    )
    with st.container(horizontal=True, gap="small"):
        ended = st.button("Show it to all", key="blind_show", type="primary", on_click=_end, args=(article_id,))
        if st.button("Not yet", key="blind_not") or ended:
            st.rerun()


def _begin(article_id: str) -> None:
    gate.begin_blind(state.store(), article_id, id_=state.new_id(), at=state.now(), by=state.reviewer_name())


def _end(article_id: str) -> None:
    signed = {"id_": state.new_id(), "by": state.reviewer_name()}
    pairs = gate.end_blind(state.store(), article_id, at=state.now(), **signed)
    st.toast(f"Opened: {counted(len(pairs), 'pair')} in question", icon=":material/visibility:")
