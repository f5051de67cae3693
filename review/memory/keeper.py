"""What is read from all articles, kept up to date beside those who ask, so that nobody waits long for its reading."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from threading import Lock
from typing import Generic, TypeVar

Kept = TypeVar("Kept")


class Keeper(Generic[Kept]):
    """Holds what was read, and renews it for whoever asks, one reading after another in a thread of its own."""

    def __init__(self, renew: Callable[[Kept], Kept], first: Kept) -> None:
        self._renew = renew
        self._kept = first
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="keeper")
        self._next: Future[Kept] | None = None
        self._lock = Lock()

    @property
    def kept(self) -> Kept:
        """What was read last, as old as it is; nothing is read for it."""
        return self._kept

    def ask(self, patience: float) -> tuple[Kept, bool]:
        """What is kept, and whether it is of this moment; after `patience` seconds it is the last one that was read.

        Raises what the reading has raised.
        """
        reading = self._reading()
        done, _ = wait([reading], timeout=patience)
        return (reading.result(), True) if done else (self._kept, False)

    def _reading(self) -> Future[Kept]:
        """A reading that has not begun yet: one under way may have passed by what was said last."""
        with self._lock:
            if self._next is None or self._next.running() or self._next.done():
                self._next = self._thread.submit(self._read)
            return self._next

    def _read(self) -> Kept:
        self._kept = self._renew(self._kept)
        return self._kept
