"""Work in processes of their own, as many as there are cores: each is fed tasks through pipes until they are closed."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, suppress
from queue import SimpleQueue
from types import TracebackType
from typing import BinaryIO, Generic, TypeVar, cast

from review.errors import WorkerEnded

AHEAD = 2
"""Tasks for each process that are taken before the first of them is done."""

Task = TypeVar("Task")
Done = TypeVar("Done")


def in_order(do: Callable[[Task], Done], tasks: Iterable[Task]) -> Iterator[Done]:
    """What a function of a module makes of each task, in the order of the tasks, on all cores.

    Raises WorkerEnded when one of the processes does, and then ends the others too.
    """
    most = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if most == 1:
        yield from map(do, tasks)
        return
    with ExitStack() as stack:
        idle: SimpleQueue[Worker[Task, Done]] = SimpleQueue()
        threads = stack.enter_context(ThreadPoolExecutor(most))
        running: deque[Future[Done]] = deque()
        for number, task in enumerate(tasks):
            if number < most:
                idle.put(stack.enter_context(Worker(do)))
            running.append(threads.submit(_by_one, idle, task))
            if len(running) > AHEAD * most:
                yield running.popleft().result()
        while running:
            yield running.popleft().result()


def _by_one(idle: SimpleQueue[Worker[Task, Done]], task: Task) -> Done:
    worker = idle.get()
    try:
        return worker.done(task)
    finally:
        idle.put(worker)


class Worker(Generic[Task, Done]):
    """A process that does one task after the other, and knows nothing of the caller's main module; a context."""

    def __init__(self, do: Callable[[Task], Done]) -> None:
        # A process for each core needs no threads of the matrix library beside it.
        paths = {"OPENBLAS_NUM_THREADS": "1", **os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        done = f"from {__name__} import main; from {do.__module__} import {do.__name__}; main({do.__name__})"
        self._process = subprocess.Popen(  # noqa: S603 - our own module, run by our own interpreter
            [sys.executable, "-c", done], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=paths
        )

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def done(self, task: Task) -> Done:
        """What is made of a task over there. Raises WorkerEnded when the process is gone."""
        asked, told = cast(BinaryIO, self._process.stdin), cast(BinaryIO, self._process.stdout)
        try:
            pickle.dump(task, asked)
            asked.flush()
            return cast(Done, pickle.load(told))  # noqa: S301 - what our own process has written
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            self._process.kill()  # whatever it was, nothing more can be asked
            raise WorkerEnded(self._process.wait()) from error

    def __enter__(self) -> Worker[Task, Done]:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._process.kill()
        self._process.communicate()


def main(do: Callable[[object], object]) -> None:
    """Do what comes in until nothing does. An interrupt is for the process that asked, which then ends this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    asked, told = sys.stdin.buffer, sys.stdout.buffer
    with suppress(EOFError, BrokenPipeError):
        while True:
            pickle.dump(do(pickle.load(asked)), told)  # noqa: S301 - what the process that started this one asks
            told.flush()
