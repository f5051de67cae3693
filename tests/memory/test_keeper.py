"""What is kept is read beside those who ask, once at a time."""

from __future__ import annotations

from threading import Event

import pytest

from review.memory.keeper import Keeper
from review.memory.units import Memory, Shelf

LONG = 30.0
"""Seconds that a reading which nothing holds up never takes."""


def test_who_asks_gets_what_is_read() -> None:
    read = Memory({"a": Shelf(("zh", "en"), ())})
    keeper = Keeper(lambda before: before if before.shelves else read, Memory())
    assert keeper.ask(LONG) == (read, True)
    assert keeper.ask(LONG) == (read, True)


def test_nobody_waits_longer_than_his_patience() -> None:
    begun, go_on, count = Event(), Event(), []

    def slow(before: Memory) -> Memory:
        count.append(before)
        begun.set()
        go_on.wait(LONG)
        return Memory({**before.shelves, str(len(count)): Shelf(("zh", "en"), ())})

    keeper = Keeper(slow, Memory())
    assert keeper.ask(0) == (Memory(), False)
    begun.wait(LONG)
    for _ in range(5):
        assert keeper.ask(0) == (Memory(), False)
    go_on.set()
    memory, fresh = keeper.ask(LONG)
    # One reading was under way, and all the others who asked meanwhile share the next.
    assert (fresh, list(memory.shelves)) == (True, [str(n) for n in range(1, len(count) + 1)])
    assert len(count) <= 3


def test_a_failure_is_told_and_the_next_one_who_asks_tries_again() -> None:
    found: list[Memory] = []

    def fails_first(before: Memory) -> Memory:
        found.append(before)
        if len(found) == 1:
            raise OSError("gone")
        return before

    keeper = Keeper(fails_first, Memory())
    with pytest.raises(OSError, match="gone"):
        keeper.ask(LONG)
    assert keeper.ask(LONG) == (Memory(), True)
