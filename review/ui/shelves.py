"""What all articles say together, kept at hand; one is read again only when it was judged or aligned."""

from __future__ import annotations

from functools import lru_cache, partial

import streamlit as st

from review import everywhere, helping, history
from review.blocks import Block, Edges, edges_of, shared
from review.judgements import Judgement, Review
from review.memory.keeper import Keeper
from review.memory.units import Memory
from review.precision import Tally, decided, pooled
from review.settings import settings
from review.types import Flags
from review.ui import state
from review.ui.state import Stands

PATIENCE = 0.4
"""Seconds that an answer waits for the memory to be read: the reviewer's next act waits behind it."""

ARTICLES_REMEMBERED = 10_000
"""Articles of which a little is kept at hand, without Streamlit's caches: a look-up in those takes 0.1 ms for each."""


def track_record() -> dict[str, Tally]:
    """By check, what reviewers decided in all articles; an article is counted once until it is judged again."""
    url, stamps = settings().db, state.store().stamps()
    return pooled(_decided(url, article, stands) for article, stands in stamps.items() if stands[1])


@lru_cache(ARTICLES_REMEMBERED)
def _decided(url: str, article: str, stands: Stands) -> dict[str, Tally]:
    return decided(
        state.review_of(article), state.said(url, article, stands[1]), _machine_flags(url, article, stands[0])
    )


@st.cache_resource(max_entries=64, show_spinner=False)
def _machine_flags(url: str, article: str, edition: int) -> Flags:
    return everywhere.machine_flags(state.texts(url, article, edition)[1])


def blocks() -> tuple[Block, ...]:
    """The lines that several articles share; an article is read again only when it was judged."""
    url, stamps = settings().db, state.store().stamps()
    return _shared(tuple(_edges(url, article, stands) for article, stands in stamps.items()))


@lru_cache(4)
def _shared(articles: tuple[Edges, ...]) -> tuple[Block, ...]:
    """The shared lines of some edges, which stay the same while nobody corrects a pair at an edge."""
    return shared(articles)


@lru_cache(ARTICLES_REMEMBERED)
def _edges(url: str, article: str, stands: Stands) -> Edges:  # noqa: ARG001 - they name what is kept
    return edges_of(state.review_of(article))


def said_of(article: str, seen_by: str = "") -> tuple[Review, tuple[Judgement, ...]]:
    """An article and where its review stands, with all that was said; read again only when it was judged or aligned.

    With `seen_by`, as that reviewer sees it in a blind review.
    """
    said = state.said(settings().db, article, state.standing()(article)[1])
    return state.review_of(article, seen_by), state.seen(said, seen_by)


def dismissed_everywhere() -> frozenset[str]:
    """The patterns that are dismissed in every article."""
    return history.dismissed_patterns(state.store().dismissed_everywhere())


def memory() -> tuple[Memory, bool]:
    """The segments of all articles, and whether they are those of this moment; an article is read again only when it
    was judged or aligned.
    """
    return _keeper(settings().db).ask(PATIENCE)


@st.cache_resource(show_spinner=False)
def _keeper(url: str) -> Keeper:  # noqa: ARG001 - the store that it is of
    return Keeper(partial(helping.renewed, store=state.store(), review_of=state.review_of))
