"""Aligning an article again from the review screen, and taking that back."""

from __future__ import annotations

from collections.abc import Mapping

from review.errors import ReviewError
from review.ui import state
from review.verbs import realign

NOTHING: Mapping[str, object] = {"stamp": 0, "said": "", "back": 0}


def realigned(key: str, article_id: str, reviewer: str) -> Mapping[str, object]:
    """What came of what the screen asked for, which is done once for a stamp: an alignment anew, or an older one back.

    `back` is the number of the alignment to go back to from there, 0 where nothing was changed.
    """
    asked = state.component(key).get("realign")
    stamp, back = (asked.get("stamp"), asked.get("back")) if isinstance(asked, Mapping) else (None, None)
    if not isinstance(stamp, int):
        return NOTHING
    act = (
        (lambda: _back(article_id, back, reviewer)) if isinstance(back, int) else (lambda: _anew(article_id, reviewer))
    )
    said, number = state.once(f"{key}-realigned", stamp, act)
    return {"stamp": stamp, "said": said, "back": number}


def _anew(article_id: str, reviewer: str) -> tuple[str, int]:
    store = state.store()
    try:
        before = store.alignment(article_id)
        done = realign.realign(store, article_id, at=state.now(), by=reviewer)
    except ReviewError as problem:
        return f"Not aligned: {problem}", 0
    return f"Aligned again: {done}", before if done.new else 0


def _back(article_id: str, alignment: int, reviewer: str) -> tuple[str, int]:
    try:
        done = realign.take_back(state.store(), article_id, alignment, at=state.now(), by=reviewer)
    except ReviewError as problem:
        return f"Not undone: {problem}", 0
    return f"Undone: {done}", 0
