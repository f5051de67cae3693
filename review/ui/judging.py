"""The judges that are set, over the review screen: how far each has judged, what asking sends where, and the button."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from review.judgements import Review
from review.services.settings import ServiceSettings
from review.ui import state
from review.ui.wording import counted, plain
from review.verbs import consult

if TYPE_CHECKING:
    from review.services.judges import Consulted


def judges_panel(article_id: str) -> None:
    """The judges of an article, folded; nothing where none is set."""
    if not ServiceSettings().has_judges:
        return
    review = state.look(article_id).review
    standings = consult.standings(review)
    done = " · ".join(f"{one.judge.name} {one.judged} of {one.pairs}" for one in standings)
    # The label counts, and a folder with another label is a new one: it stays open where there is something to read.
    told = any(state.consulted(_key(review, one)) for one in standings)
    with st.expander(plain(f"Judges: {done}"), icon=":material/balance:", expanded=told):
        for standing in standings:
            _judge(review, standing)


def _judge(review: Review, standing: consult.Standing) -> None:
    judge, waiting = standing.judge, standing.pairs - standing.judged
    key = _key(review, standing)
    about, act = st.columns([5, 1], vertical_alignment="center")
    about.markdown(f"**{plain(judge.name)}** {plain(f'has judged {standing.judged} of {standing.pairs} pairs.')}")
    about.caption(plain(f"Asks {judge.place} about {counted(waiting, 'pair')}. {judge.cost}"))
    if act.button("Ask", key=key, disabled=not waiting, width="stretch"):
        bar = st.progress(0.0, text="Asking…")

        def done(share: float) -> None:
            bar.progress(share, text="Asking…")

        state.look_again(key, consult.ask_judge(review, judge.id, done))
        st.rerun()
    if asked := state.consulted(key):
        _told(asked)


def _key(review: Review, standing: consult.Standing) -> str:
    return f"ask-{standing.judge.id}-{review.article.id}"


def _told(asked: Consulted) -> None:
    """What came of the last asking, in words; what was left out above all."""
    dropped = f"; quotes dropped because they are in neither text: {asked.dropped:,}" * bool(asked.dropped)
    st.info(plain(f"{counted(asked.asked, 'pair')} judged{dropped}."), icon=":material/info:")
    for failure in asked.failures:
        st.warning(plain(failure.reason), icon=":material/warning:")
