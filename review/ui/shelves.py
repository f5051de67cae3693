"""What all articles say together, kept at hand; one is read again only when it was judged or aligned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

import streamlit as st

from review import helping
from review.blocks import Block, Edges, shared
from review.memory.keeper import Keeper
from review.memory.units import Memory, Stamp
from review.precision import Tally, pooled
from review.settings import settings
from review.ui import state

PATIENCE = 0.4
"""Seconds that an answer waits for the memory to be read: the reviewer's next act waits behind it."""
GLANCE = 0.05
"""Seconds that an act waits for what other articles say; until it is read, the act is shown without it."""
UNTIL_READ = 600.0
"""Seconds that the list of articles waits for it, having shown all else."""


@dataclass(frozen=True, slots=True)
class Part:
    """What an article adds: its checks' track record, and the edges of its translation."""

    stamp: Stamp
    tally: Mapping[str, Tally]
    edges: Edges


@dataclass(frozen=True, slots=True)
class Overview:
    """What the articles say together: by check, what reviewers decided, and the lines that several articles share."""

    parts: Mapping[str, Part] = field(default_factory=dict)
    record: Mapping[str, Tally] = field(default_factory=dict)
    blocks: tuple[Block, ...] = ()


def overview(patience: float = GLANCE) -> Overview:
    """What all articles say together; after `patience` seconds, what they said when they were read last."""
    return _overviews(settings().db).ask(patience)[0]


@st.cache_resource(show_spinner=False)
def _overviews(url: str) -> Keeper[Overview]:  # noqa: ARG001 - the store that it is of
    return Keeper(_renewed, Overview())


def _renewed(before: Overview) -> Overview:
    """The overview with those articles read again that were judged or aligned since."""
    known, stamps = before.parts, state.store().stamps()
    parts = {
        article: known[article] if article in known and known[article].stamp == stamp else _part(article, stamp)
        for article, stamp in stamps.items()
    }
    tallies, edges = ([getattr(part, name) for part in parts.values()] for name in ("tally", "edges"))
    told = [part.edges for part in known.values()]
    return Overview(parts, pooled(tallies), before.blocks if edges == told else shared(edges))


def _part(article: str, stamp: Stamp) -> Part:
    look = state.look(article)
    return Part(stamp, look.tally(), look.edges())


def memory(patience: float = PATIENCE) -> tuple[Memory, bool]:
    """The segments of all articles, and whether they are those of this moment; after `patience` seconds they are those
    that were read last. An article is read again only when it was judged or aligned.
    """
    return _memories(settings().db).ask(patience)


@st.cache_resource(show_spinner=False)
def _memories(url: str) -> Keeper[Memory]:  # noqa: ARG001 - the store that it is of
    read = partial(helping.renewed, store=state.store(), review_of=lambda article: state.look(article).review)
    return Keeper(read, Memory())
