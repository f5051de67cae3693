"""The release gate: what is still open in a review, with the way there, and the release itself. It stops nothing."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from streamlit.navigation.page import Page

from review.judged.release import OpenLine, Standing, released_said, said_of
from review.judgements import Review
from review.ui import state
from review.ui.looks import Look
from review.ui.wording import counted, plain
from review.verbs import gate


def show_gate(look: Look, leads_to: Page) -> tuple[OpenLine, ...]:
    """What is still open, each with the way there, and how the article stands to its release; gives the lines."""
    review = look.review
    lines = gate.open_lines(state.seen_store(), review, look.flags())
    st.subheader("Still open")
    show_open(review, lines, leads_to)
    if not lines:
        st.caption("Nothing: every pair is corrected or approved, and no finding is open.")
    st.subheader("Release")
    if state.seen_by(review.article.id):
        st.caption("Under blind review: it can be released when that has ended.")
    else:
        _release(review, lines, leads_to)
    return lines


def show_open(review: Review, lines: Sequence[OpenLine], leads_to: Page) -> None:
    """A link for each line, to the pairs that it is about."""
    for line in lines:
        query = {"article": review.article.id, "filter": line.filter, "severity": line.severity, "pair": line.pair}
        asked = {name: value for name, value in query.items() if value}
        st.page_link(leads_to, label=said_of(line), icon=":material/arrow_forward:", query_params=asked)


def _release(review: Review, lines: Sequence[OpenLine], leads_to: Page) -> None:
    standing = gate.standing_of(state.seen_store(), review)
    if standing.release is None:
        st.caption(plain(released_said(standing)))
    elif standing.same:
        st.success(plain(f"{released_said(standing)} The text is the same since."), icon=":material/task_alt:")
    else:
        changed = f"Changed since: {counted(len(standing.changed), 'pair')}."
        st.warning(plain(f"{released_said(standing)} {changed}"), icon=":material/edit_note:")
        _to_changed(review, standing, leads_to)
    _buttons(review, standing, lines)


def _to_changed(review: Review, standing: Standing, leads_to: Page) -> None:
    """The way to the first pair that was changed since the release, as far as there is one."""
    if not standing.changed:
        return
    query = {"article": review.article.id, "pair": standing.changed[0]}
    st.page_link(leads_to, label="To the first change since", icon=":material/arrow_forward:", query_params=query)


def _buttons(review: Review, standing: Standing, lines: Sequence[OpenLine]) -> None:
    with st.container(horizontal=True, gap="small"):
        again = "Release again" if standing.release else "Release"
        if st.button(again, key="release", icon=":material/outgoing_mail:", disabled=_stands(standing)):
            if lines:
                _asked(review.article.id, lines)
            else:
                _release_now(review.article.id)
                st.rerun()
        if standing.release and st.button("Withdraw", key="withdraw", type="tertiary"):
            id_, at, by = state.new_id(), state.now(), state.reviewer_name()
            gate.withdraw_release(state.store(), review.article.id, id_=id_, at=at, by=by)
            st.rerun()


def _stands(standing: Standing) -> bool:
    """Whether the text is the one that was released."""
    return standing.release is not None and standing.same


@st.dialog("Release it as it is?")
def _asked(article_id: str, lines: Sequence[OpenLine]) -> None:
    st.markdown("These are open, and the record of the release will say so:")
    st.markdown("\n".join(f"- {plain(said_of(line))}" for line in lines))
    with st.container(horizontal=True, gap="small"):
        anyway = st.button(
            "Release all the same", key="release_anyway", type="primary", on_click=_release_now, args=(article_id,)
        )
        if st.button("Not yet", key="release_not") or anyway:
            st.rerun()


def _release_now(article_id: str) -> None:
    id_, at, by = state.new_id(), state.now(), state.reviewer_name()
    gate.release_article(state.store(), article_id, id_=id_, at=at, by=by)
