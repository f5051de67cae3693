"""A memory that is kept up to date beside those who ask it, so that nobody waits long for its reading."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from threading import Lock

from review.memory.units import Memory


class Keeper:
    """Holds a memory, and renews it for whoever asks, one reading after another in a thread of its own."""

    def __init__(self, renew: Callable[[Memory], Memory]) -> None:
        self._renew = renew
        self._memory = Memory()
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="memory")
        self._next: Future[Memory] | None = None
        self._lock = Lock()

    def ask(self, patience: float) -> tuple[Memory, bool]:
        """The memory, and whether it is of this moment; after `patience` seconds it is the last one that was read.

        Raises what the reading has raised.
        """
        reading = self._reading()
        done, _ = wait([reading], timeout=patience)
        return (reading.result(), True) if done else (self._memory, False)

    def _reading(self) -> Future[Memory]:
        """A reading that has not begun yet: one under way may have passed by what was said last."""
        with self._lock:
            if self._next is None or self._next.running() or self._next.done():
                self._next = self._thread.submit(self._read)
            return self._next

    def _read(self) -> Memory:
        self._memory = self._renew(self._memory)
        return self._memory
