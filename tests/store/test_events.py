"""Events come back as they were sent, cannot be changed, and an older store takes them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from review.errors import StoreUnavailable, UnknownArticle, UnstorableValue
from review.judged.events import Event, Release, Sample, Value
from review.judgements import Correction
from review.store import Store
from review.store.connect import connect, transaction
from review.store.migrate import migrate
from review.store.schema import EVENTS, METADATA
from tests.store.examples import NOON, article, fresh_store, fresh_url, judgement, names, strings

counts = st.lists(st.tuples(names, st.integers(0, 9)), max_size=3).map(tuple)
values: st.SearchStrategy[Value] = st.one_of(
    st.builds(Release, strings, counts, counts, st.booleans()),
    st.builds(
        Sample,
        st.lists(names, max_size=3).map(tuple),
        st.integers(0, 2**53),
        st.integers(1, 500),
        st.integers(0, 9),
        st.booleans(),
    ),
)
SAMPLE = Sample(("bridge/1",), 4711, 20, 2)


def event(value: Value = SAMPLE, name: str = "e1", *, of: str = "bridge") -> Event:
    return Event(name, of, "ann", NOON, value)


def test_events_come_back_equal_and_in_order(tmp_path: Path) -> None:
    with fresh_store(tmp_path) as store:

        @settings(max_examples=40)
        @given(st.lists(values, max_size=4))
        def law(said: list[Value]) -> None:
            added = store.add(article(), at=NOON, by="ann")
            sent = [store.append_event(event(value, f"{added.id} {n}", of=added.id)) for n, value in enumerate(said)]
            assert store.events(added.id) == tuple(sent)
            assert [one.value for one in sent] == said
            assert store.judgements(added.id) == ()

        law()


def test_an_event_sent_twice_counts_once_and_an_id_names_one(tmp_path: Path) -> None:
    with fresh_store(tmp_path) as store:
        store.add(article("Bridge"), at=NOON, by="ann")
        other = store.add(article("Tower"), at=NOON, by="ann")
        first = store.append_event(event())
        assert store.append_event(replace(first, at=NOON.replace(hour=13))) == first
        for wrong in (event(Release("d")), event(of=other.id), replace(event(), reviewer="bob")):
            with pytest.raises(UnstorableValue, match="another event has that id"):
                store.append_event(wrong)
        second = store.append_event(event(Release("d"), "e2", of=other.id))
        assert (store.events("bridge"), store.events(other.id)) == ((first,), (second,))
        assert store.events() == (first, second)


@pytest.mark.parametrize(
    ("wrong", "error", "found"),
    [
        (event(of="nowhere"), UnknownArticle, "'nowhere' is not in the store"),
        (replace(event(), at=NOON.replace(tzinfo=None)), UnstorableValue, "has no zone"),
        (replace(event(), reviewer="a\0"), UnstorableValue, r"U\+0000"),
        (event(Release("d", (("p\ud800", 1),))), UnstorableValue, r"U\+D800"),
        (event(replace(SAMPLE, pairs=("\0",))), UnstorableValue, r"U\+0000"),
    ],
)
def test_what_cannot_be_stored_is_named(tmp_path: Path, wrong: Event, error: type[Exception], found: str) -> None:
    with fresh_store(tmp_path) as store:
        store.add(article("Bridge"), at=NOON, by="ann")
        with pytest.raises(error, match=found):
            store.append_event(wrong)
        assert store.events() == ()


@pytest.mark.parametrize("act", ["UPDATE events SET reviewer = 'eve'", "DELETE FROM events"])
def test_events_cannot_be_changed(tmp_path: Path, act: str) -> None:
    with fresh_store(tmp_path) as store:
        store.add(article("Bridge"), at=NOON, by="ann")
        sent = store.append_event(event())
        with (
            pytest.raises((IntegrityError, StoreUnavailable), match="events is appended to only"),
            transaction(store.engine, write=True) as connection,
        ):
            connection.exec_driver_sql(act)
        assert store.events("bridge") == (sent,)


@pytest.mark.parametrize(
    ("columns", "found"),
    [
        ({"kind": "prophecy"}, "an event of the kind 'prophecy', made by a newer version"),
        ({"value": {"mood": "glad"}}, "the kind 'sample' with the fields mood, made by a newer version"),
    ],
)
def test_an_event_of_a_newer_version_is_named(tmp_path: Path, columns: dict[str, object], found: str) -> None:
    with fresh_store(tmp_path) as store:
        store.add(article("Bridge"), at=NOON, by="ann")
        store.append_event(event())
        with transaction(store.engine, write=True) as connection:
            row = dict(connection.execute(sa.select(EVENTS)).mappings().one())
            connection.execute(EVENTS.insert().values({**row, "number": 7, "id": "unseen", **columns}))
        with pytest.raises(StoreUnavailable, match=found):
            store.events("bridge")


def test_a_store_of_the_version_before_keeps_all_and_takes_events(tmp_path: Path) -> None:
    (tmp_path / "now").mkdir()
    with fresh_store(tmp_path / "now") as store, fresh_url(tmp_path) as url:
        added = store.add(article("Bridge"), at=NOON, by="ann")
        said = store.append(judgement(added.translation.beads[0].id, Correction("One.")))
        engine = connect(url)
        migrate(engine, "0003")
        with transaction(store.engine) as old, transaction(engine, write=True) as new:
            for table in METADATA.sorted_tables:
                rows = [] if table is EVENTS else old.execute(sa.select(table)).mappings().all()
                if rows:
                    new.execute(table.insert(), [dict(row) for row in rows])
        engine.dispose()
        opened = Store.open(url)
        assert opened.article("bridge") == added
        assert opened.judgements("bridge") == (said,)
        assert opened.events("bridge") == ()
        assert opened.append_event(event()) == event()
        opened.close()


def listed(store: Store) -> list[tuple[datetime | None, bool]]:
    return [(entry.released, entry.reworked) for entry in store.entries()]


def test_the_list_tells_what_was_released_and_corrected_since(tmp_path: Path) -> None:
    with fresh_store(tmp_path) as store:
        pair = store.add(article("Bridge"), at=NOON, by="ann").translation.beads[0].id
        store.append(judgement(pair, Correction("One.")))
        assert listed(store) == [(None, False)]
        later = NOON.replace(hour=13)
        store.append_event(replace(event(Release("d")), at=later))
        assert listed(store) == [(later, False)]
        store.append(judgement(pair, Correction("Two."), version=1, seconds=7200))
        assert listed(store) == [(later, True)]
        store.append_event(event(Release("d", withdrawn=True), "e2"))
        assert listed(store) == [(None, False)]
