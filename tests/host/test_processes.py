"""Processes that share the work: they give what this one would, and an error, never silence, when they end."""

from __future__ import annotations

import gc
import os
import shutil
import signal
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from review import checking
from review.align import parts
from review.align.lexicon import Combined
from review.align.links import Links
from review.align.parts import aligned_in_parts
from review.align.sides import Side
from review.align.tasks import Task, aligned
from review.checking import check
from review.errors import WorkerEnded
from review.host.processes import Worker
from review.host.progress import unseen
from review.texts.segment import lines
from review.types import Pair


def task(sentences: int) -> Task:
    source = lines("".join(f"Nummer {number} von allen.\n" for number in range(sentences)), "de")
    target = lines("".join(f"Number {number} of all.\n" for number in range(sentences)), "en")
    sides = [Side.of(text.segments, text.raw, text.lang) for text in (source, target)]
    return Task(sides[0], sides[1], Links.of(sides[0].tokens, sides[1].tokens, Combined(())))


def test_a_worker_gives_what_is_given_here() -> None:
    with Worker(aligned) as worker:
        assert [worker.done(task(size)) for size in (3, 40)] == [aligned(task(size)) for size in (3, 40)]


def test_workers_can_be_asked_from_threads() -> None:
    def asked(size: int) -> bool:
        with Worker(aligned) as worker:
            return worker.done(task(size)) == aligned(task(size))

    with ThreadPoolExecutor(2) as threads:
        assert all(threads.map(asked, (20, 30)))


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_a_worker_that_is_killed_while_it_works_is_an_error() -> None:
    with Worker(aligned) as worker, ThreadPoolExecutor(1) as threads:
        os.kill(worker.pid, signal.SIGSTOP)
        waiting = threads.submit(worker.done, task(500))
        os.kill(worker.pid, signal.SIGKILL)
        with pytest.raises(WorkerEnded, match=f"ended with -{int(signal.SIGKILL)}; expected its part"):
            waiting.result()
        with pytest.raises(WorkerEnded):
            worker.done(task(3))


@pytest.mark.skipif(os.name != "posix", reason="a program that ends at once")
def test_workers_that_end_are_an_error_also_for_a_long_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "LONG", 100)
    monkeypatch.setattr(parts, "PART", 100)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    monkeypatch.setattr(sys, "executable", shutil.which("false"))
    with pytest.raises(WorkerEnded, match="ended with 1"):
        aligned_in_parts(task(400), unseen)


def test_a_stream_is_checked_over_there_as_here(monkeypatch: pytest.MonkeyPatch) -> None:
    pairs = [
        Pair(str(n), f"共有{n}人。", f"There are {n + n % 2} people  here.", "zh", "en", f"doc{n // 3}")
        for n in range(40)
    ]
    here = list(check(pairs))
    monkeypatch.setattr(checking, "ALONE", 2)
    monkeypatch.setattr(checking, "BATCH", 4)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    assert list(check(pairs)) == here
    assert sum(len(one.flags.findings) for one in here) > len(pairs)


def test_a_batch_leaves_the_collector_of_garbage_as_it_was() -> None:
    before = gc.get_threshold()
    assert [checked.pair.id for checked in check([Pair("p", "他来了。", "He came.", "zh", "en")])] == ["p"]
    assert gc.get_threshold() == before
