"""What all articles say together, kept at hand; one is read again only when it was judged or aligned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import streamlit as st

from review.judged import blind
from review.judged.blocks import Block, Edges, shared
from review.judged.precision import Tally, pooled
from review.judgements import Review
from review.memory.keeper import Keeper
from review.memory.units import Memory, Shelf, Stamp, shelf_of
from review.settings import settings
from review.ui import state
from review.verbs import helping

PATIENCE = 0.4
"""Seconds that an answer waits for the memory to be read: the reviewer's next act waits behind it."""
GLANCE = 0.05
"""Seconds that an act waits for what other articles say; until it is read, the act is shown without it."""
UNTIL_READ = 600.0
"""Seconds that the list of articles waits for it, having shown all else."""

MOST_OWN = 64
"""Articles under blind review, each as a reviewer sees it, whose segments are kept at hand."""


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
    """The overview with those articles read again that were judged or aligned since, without those that each reviewer
    sees otherwise.
    """
    known, stamps = before.parts, state.store().stamps()
    blinded = blind.blinded(state.store().events())
    parts = {
        article: known[article] if article in known and known[article].stamp == stamp else _part(article, stamp)
        for article, stamp in stamps.items()
        if article not in blinded
    }
    tallies, edges = ([getattr(part, name) for part in parts.values()] for name in ("tally", "edges"))
    told = [part.edges for part in known.values()]
    return Overview(parts, pooled(tallies), before.blocks if edges == told else shared(edges))


def _part(article: str, stamp: Stamp) -> Part:
    look = state.looks().at(article)
    return Part(stamp, look.tally(), look.edges())


@dataclass(frozen=True)
class Remembered:
    """The segments of all articles, and of those that every reviewer sees alike."""

    whole: Memory = field(default_factory=Memory)
    common: Memory = field(default_factory=Memory)

    def renewed(self) -> Remembered:
        """The same with those articles read again that were judged or aligned since."""
        whole = helping.renewed(self.whole, state.store(), lambda article: state.looks().at(article).review)
        blinded = blind.blinded(state.store().events())
        stamps = {article: shelf.stamp for article, shelf in whole.shelves.items() if article not in blinded}
        return Remembered(whole, self.common.renewed(stamps, lambda article, _: whole.shelves[article]))


def common() -> Memory:
    """The segments of all articles that are not under blind review, as `memory` has read them last: an act changes
    them, and does not have them read anew.
    """
    return _memories(settings().db).kept.common


def memory(patience: float = PATIENCE) -> tuple[Memory, bool]:
    """The segments of all articles as the reviewer of this session may see them, and whether they are those of this
    moment; after `patience` seconds they are those that were read last. An article is read again only when it was
    judged or aligned.
    """
    read, fresh = _memories(settings().db).ask(patience)
    own = {article: _own(article) for article in read.whole.shelves if article not in read.common.shelves}
    return (Memory({**read.common.shelves, **own}) if own else read.common), fresh


def _own(article: str) -> Shelf:
    """An article under blind review as the reviewer of this session sees it."""
    look = state.look(article)
    return _shelf(settings().db, article, state.reviewer_name(), look.stamp, look.review)


@st.cache_resource(max_entries=MOST_OWN, show_spinner=False)
def _shelf(url: str, article: str, reviewer: str, stamp: Stamp, _review: Review) -> Shelf:  # noqa: ARG001 - they name what is kept
    return shelf_of(_review, stamp)


@st.cache_resource(show_spinner=False)
def _memories(url: str) -> Keeper[Remembered]:  # noqa: ARG001 - the store that it is of
    return Keeper(Remembered.renewed, Remembered())
