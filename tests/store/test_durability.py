"""A save that was acknowledged survives kill -9."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from review.judgements import Correction
from review.store import Store
from review.store.connect import transaction
from tests.store.examples import NOON, ROOT, SERVER, article, fresh_url

KILLS = 60
MOST_LINES = 12
"""How much a child gets to say before it is killed: its birth, the opening of the store, and up to ten judgements."""

LONGEST_PAUSE = 0.02
"""Seconds from the last of these lines to the kill; an append takes from a fiftieth of it to all of it."""

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")


def lives(program: subprocess.Popen[str], seed: int) -> Iterator[list[str]]:
    """For each of the children, killed at a random moment, the ids that it saw acknowledged."""
    chance = random.Random(seed)
    for _ in range(KILLS):
        _to(program).write("go\n")
        _to(program).flush()
        lines = iter(_from(program).readline, "dead -\n")
        yield list(_life(lines, chance.randint(1, MOST_LINES), chance.uniform(0, LONGEST_PAUSE)))


def _life(lines: Iterator[str], last: int, pause: float) -> Iterator[str]:
    child = 0
    for number, line in enumerate(lines, 1):
        said, word = line.split()
        child = int(word) if said == "pid" else child
        if number == last:
            time.sleep(pause)
            os.kill(child, signal.SIGKILL)
        if said == "stored":
            yield word


def _to(program: subprocess.Popen[str]) -> IO[str]:
    assert program.stdin
    return program.stdin


def _from(program: subprocess.Popen[str]) -> IO[str]:
    assert program.stdout
    return program.stdout


@pytest.mark.parametrize("seed", [12345])
def test_what_was_acknowledged_survives_the_kill(tmp_path: Path, seed: int) -> None:
    with fresh_url(tmp_path) as url:
        store = Store.open(url)
        added = store.add(article(), at=NOON, by="ann")
        store.close()
        command = [sys.executable, "-m", "tests.store.appender", url, added.translation.beads[0].id]
        acknowledged: list[str] = []
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as program:
            for ids in lives(program, seed):
                acknowledged += ids
                _check(url, added.id, acknowledged)
        assert len(acknowledged) > KILLS


def _check(url: str, article_id: str, acknowledged: list[str]) -> None:
    """All that was acknowledged is there in its order, with at most one more from each life, cut off unacknowledged."""
    store = Store.open(url)
    said = store.judgements(article_id)
    stored = [judgement.id for judgement in said]
    known = set(acknowledged)
    assert [one for one in stored if one in known] == acknowledged
    assert len(stored) - len(acknowledged) <= KILLS
    versions = [judgement.version for judgement in said if isinstance(judgement.value, Correction)]
    assert versions == list(range(len(versions)))
    if not SERVER:
        with transaction(store.engine) as connection:
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalars().all() == ["ok"]
            assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
    store.close()
