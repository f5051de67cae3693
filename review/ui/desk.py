"""One round of the review screen: take what the reviewer did, judge it, and show how things stand."""

from __future__ import annotations

import hashlib
from functools import partial
from typing import Any

import streamlit as st
from streamlit.navigation.page import Page

from review.errors import NothingToSample, ReviewError, StoreUnavailable
from review.judged.blind import is_blind
from review.judgements import Repair
from review.settings import settings
from review.ui import shelves, state
from review.ui.component import review_screen
from review.ui.component.mending import guessed
from review.ui.component.operations import Act, act_ids, answer_all, read_acts, read_question
from review.ui.component.screen import others_in, screen_of, told_of
from review.ui.component.sent import number_in
from review.ui.component.views import desk_of
from review.ui.realigning import realigned
from review.ui.sampling import read_asked, sampling_of
from review.ui.ways import way_of
from review.ui.wording import plain
from review.verbs import gate, helping, realign
from review.verbs.helping import Decision


@st.fragment
def review_desk(article_id: str, reads: Page) -> None:
    """The review screen of an article; each act in it runs this function alone. `reads` shows the article whole."""
    try:
        _show(article_id, state.reviewer_name(), reads)
    except ReviewError as problem:
        st.error(plain(str(problem)), icon=":material/error:")


def _show(article_id: str, reviewer: str, reads: Page) -> None:
    key = f"screen-{hashlib.sha256(f'{article_id}|{reviewer}'.encode()).hexdigest()[:12]}"
    take = partial(_take, key, article_id, reviewer)
    take()
    anew = realigned(key, article_id, reviewer)
    if going := state.going(key):
        st.switch_page(reads, query_params=way_of(going))
    events = state.store().events(article_id)
    seen_by = reviewer if is_blind(events) else ""
    # Asked before the look, so that what is said meanwhile is told the next time.
    pulse = state.store().pulse(article_id, seen_by)
    look = state.look_as(article_id, seen_by, shelves.common())
    review, flags, together = look.review, look.flags(), shelves.overview()
    estimate = gate.newest_estimate(review, events, look.history.judgements)
    sample = estimate.sample.pairs if estimate else ()
    desk = desk_of(review, flags, look.risks(), sample, look.history.hands)
    view = state.view(key)
    ids = state.looked_at(key, desk, view)
    screen = screen_of(desk, view, ids, reviewer=reviewer, record=together.record, blocks=together.blocks)
    known = state.answered()
    answers = [known[id_] for id_ in act_ids(state.component(key).get("outbox")) if id_ in known]
    # The callback runs even when the same rerun leaves for another page, as when Export is clicked after a key.
    guess = guessed(desk, read_question(state.component(key).get("asked")), reviewer)
    told = {
        "answers": told_of(answers, desk),
        "pulse": pulse,
        "others": others_in(state.unheard(key, look.history.judgements), reviewer),
        "blind": bool(seen_by),
        "place": look.place,
        "profile": settings().profile,
        "guess": guess,
        "realigned": anew,
        "sample": sampling_of(desk, estimate),
    }
    review_screen(_unsent(key, screen | told), key=key, on_act=take)


def _unsent(key: str, screen: dict[str, Any]) -> dict[str, Any]:
    """The screen without the rows that the browser has already, and its number."""
    states = state.component(key)
    sent = state.sent(key, states.get("whole")).after(screen["rows"])
    state.remember_sent(key, states.get("whole"), sent)
    has = {"series": sent.series, "number": sent.number}
    return screen | {"ids": list(sent.rows), "rows": sent.lacking(number_in(states, sent.series)), "has": has}


def _take(key: str, article_id: str, reviewer: str) -> None:
    """Judge what the outbox holds and was not answered before; what no store takes now stays in the outbox."""
    _draw(key, article_id, reviewer)
    outbox, known = state.component(key).get("outbox"), state.answered()
    ids = act_ids(outbox)
    if all(id_ in known for id_ in ids):
        return
    try:
        pairs = state.looks().ever(article_id)
        acts, refusals = read_acts(
            outbox, article=article_id, pairs=pairs, reviewer=reviewer, at=state.now(), known=known
        )
        before = [known[id_] for id_ in ids if id_ in known]
        state.remember(answer_all(acts, refusals, _done, before))
    except StoreUnavailable:
        # The screen says by itself that nothing is saved yet, and sends again.
        return


def _draw(key: str, article_id: str, reviewer: str) -> None:
    """Draw the sample that is asked for, once."""
    asked = read_asked(state.component(key).get("draw"))
    if asked is None or state.was_drawn(asked.id):
        return
    try:
        gate.draw_sample(
            state.seen_store(),
            article_id,
            id_=asked.id,
            at=state.now(),
            by=reviewer,
            size=asked.size,
            unread=asked.unread,
        )
    except (NothingToSample, StoreUnavailable) as problem:
        st.toast(plain(str(problem)), icon=":material/error:")


def _done(act: Act) -> Act:
    if isinstance(act, Repair):
        realign.repair(state.store(), act)
        return act
    if isinstance(act, Decision):
        return helping.decide(act)
    return gate.judge(state.store(), act)
