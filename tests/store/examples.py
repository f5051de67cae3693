"""Stores and articles to try the store with."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import sqlalchemy as sa
from hypothesis import strategies as st

from review.judgements import Correction, Dismissal, Draft, ErrorSpan, Judgement, SegmentScore, StatusChange, Value
from review.store import Store
from review.types import Article, Bead, LeftOut, Origin, Segment, Span, Text, Translation, WordLink

NOON = datetime(2026, 3, 1, 12, 0, 0, 123456, UTC)
ROOT = Path(__file__).parents[2]
SERVER = os.environ.get("MTREVIEW_TEST_DB", "")
"""The URL of a server to run these tests against; each takes a database of its own there. SQLite files without it."""


@contextmanager
def fresh_url(folder: Path) -> Iterator[str]:
    """The URL of a database that is empty, and gone afterwards."""
    if not SERVER:
        yield f"sqlite:///{folder / 'mtreview.db'}"
        return
    name = f"mtreview_{uuid.uuid4().hex}"
    server = sa.create_engine(SERVER, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
        yield sa.make_url(SERVER).set(database=name).render_as_string(hide_password=False)
        connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    server.dispose()


@contextmanager
def fresh_store(folder: Path) -> Iterator[Store]:
    with fresh_url(folder) as url:
        store = Store.open(url)
        yield store
        store.close()


def text(*segments: str, lang: str = "en", name: str = "") -> Text:
    """A text of one paragraph."""
    starts = [len("".join(segments[:n])) for n in range(len(segments))]
    made = tuple(Segment(n, starts[n], piece, 0) for n, piece in enumerate(segments))
    return Text("".join(segments), lang, made, Origin(name))


def article(title: str = "Bridge opens", *, pairs: int = 2, source: str = "", target: str = "") -> Article:
    """An article of 1–1 beads; `source` and `target` are file names."""
    sides = [f"第{n}句。" for n in range(pairs)], [f"Sentence {n}. " for n in range(pairs)]
    beads = tuple(Bead((n,), (n,), 1.5) for n in range(pairs))
    made = Translation("MT", text(*sides[1], name=target), beads)
    return Article("", title, text(*sides[0], lang="zh", name=source), (made,), "MT")


def with_words() -> Article:
    """An article whose beads tell their words and how sure they are."""
    plain = article()
    told = (
        replace(
            bead, words=(WordLink(Span(4 * n, 4 * n + 1), Span(12 * n, 12 * n + 8), 0.93),), certainty=0.9 - 0.8 * n
        )
        for n, bead in enumerate(plain.translation.beads)
    )
    return replace(plain, translations=(replace(plain.translation, beads=tuple(told)),))


def judgement(
    pair: str, value: Value, *, version: int = 0, reviewer: str = "ann", name: str = "", seconds: int = 0
) -> Judgement:
    at = NOON + timedelta(seconds=seconds)
    return Judgement(name or uuid.uuid4().hex, pair, version, reviewer, at, value)


strings = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
names = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=12)
origins = st.builds(
    Origin, strings, strings, strings, st.lists(st.builds(LeftOut, strings, strings), max_size=2).map(tuple)
)


@st.composite
def texts(draw: st.DrawFn) -> Text:
    """Any text, cut anywhere."""
    pieces = draw(st.lists(strings, max_size=6))
    paragraphs = sorted(draw(st.lists(st.integers(0, 3), min_size=len(pieces), max_size=len(pieces))))
    starts = [len("".join(pieces[:n])) for n in range(len(pieces))]
    made = zip(starts, pieces, paragraphs, strict=True)
    segments = tuple(Segment(n, start, piece, paragraph) for n, (start, piece, paragraph) in enumerate(made))
    return Text("".join(pieces), draw(st.sampled_from(["zh", "en", "und", "zh-Hant"])), segments, draw(origins))


@st.composite
def beads(draw: st.DrawFn, source: Text, target: Text) -> tuple[Bead, ...]:
    """Runs on both sides, cut anywhere; either may be empty."""
    count = draw(st.integers(0, 4))
    runs = [draw(_runs(len(side.segments), count)) for side in (source, target)]
    scores = st.floats(allow_nan=False)
    certainties = st.none() | st.floats(0, 1)
    return tuple(
        Bead(one, other, draw(scores), "", draw(_words(source, one, target, other)), draw(certainties))
        for one, other in zip(*runs, strict=True)
    )


@st.composite
def _words(
    draw: st.DrawFn, source: Text, ours: tuple[int, ...], target: Text, theirs: tuple[int, ...]
) -> tuple[WordLink, ...]:
    weights = st.integers(0, 100).map(lambda hundredths: hundredths / 100)
    return tuple(
        WordLink(draw(_places(source, ours)), draw(_places(target, theirs)), draw(weights))
        for _ in range(draw(st.integers(0, 2)) if ours and theirs else 0)
    )


@st.composite
def _places(draw: st.DrawFn, text: Text, run: tuple[int, ...]) -> Span:
    inside = st.integers(text.segments[run[0]].start, text.segments[run[-1]].span.end)
    return Span(*sorted((draw(inside), draw(inside))))


@st.composite
def _runs(draw: st.DrawFn, size: int, count: int) -> list[tuple[int, ...]]:
    cuts = sorted(draw(st.lists(st.integers(0, size), min_size=count + 1, max_size=count + 1)))
    return [tuple(range(start, end)) for start, end in pairwise(cuts)]


@st.composite
def articles(draw: st.DrawFn) -> Article:
    source = draw(texts())
    systems = draw(st.lists(names, min_size=1, max_size=3, unique=True))
    made = []
    for system in systems:
        target = draw(texts())
        made.append(Translation(system, target, draw(beads(source, target))))
    return Article("", draw(strings), source, tuple(made), draw(st.sampled_from(systems)))


spans = st.tuples(st.integers(0, 9), st.integers(0, 9)).map(lambda ends: Span(min(ends), max(ends)))
error_spans = st.builds(
    ErrorSpan,
    spans,
    strings,
    st.sampled_from(["accuracy/omission", "fluency/grammar"]),
    st.sampled_from(["neutral", "minor", "major", "critical"]),
    st.sampled_from(["source", "target"]),
    strings,
    st.booleans(),
)
values: st.SearchStrategy[Value] = st.one_of(
    st.builds(Correction, strings, strings),
    st.builds(Draft, strings),
    st.builds(Dismissal, strings, st.booleans(), st.sampled_from(["here", "article", "everywhere"])),
    st.builds(StatusChange, st.sampled_from(["unreviewed", "in work", "corrected", "approved", "question"])),
    error_spans,
    st.builds(SegmentScore, st.none() | st.integers(0, 100)),
)
