"""Aligning two sides here, or in a process of its own: one that is fed tasks through pipes until they are closed."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import compress, repeat
from types import TracebackType
from typing import BinaryIO, cast

from review.align.both import Both
from review.align.encoder import Encoded
from review.align.links import Links
from review.align.programme import Chain, rows_of
from review.align.sides import Side
from review.align.words import word_links
from review.errors import AlignerEnded
from review.types import Bead


@dataclass(frozen=True, slots=True)
class Task:
    """Two sides, what is known of their words, the beads between them that are fixed, and how an encoder sees them.

    `words` says whether the beads shall tell the words that speak for them.
    """

    source: Side
    target: Side
    links: Links
    fixed: Chain = ()
    encoded: Encoded | None = None
    words: bool = True


@dataclass(frozen=True, slots=True)
class Aligned:
    """The chain of two sides, and a bead for each of its rows."""

    chain: Chain
    beads: tuple[Bead, ...]

    def part(self, first: int, last: int) -> Aligned:
        return Aligned(self.chain[first:last], self.beads[first:last])

    def only(self, kept: Sequence[bool]) -> Aligned:
        return Aligned(tuple(compress(self.chain, kept)), tuple(compress(self.beads, kept)))

    def __add__(self, other: Aligned) -> Aligned:
        return Aligned(self.chain + other.chain, self.beads + other.beads)


def aligned(task: Task) -> Aligned:
    """The best chain of a task. One with an empty side has none: its segments stand alone."""
    if not len(task.source) or not len(task.target):
        return Aligned((), ())
    both, chain = Both.of(task.source, task.target, task.links, task.fixed, task.encoded).aligned()
    rows = rows_of(chain)
    sides = task.source.segments, task.target.segments
    words = word_links(sides, both.forward, both.backward, rows) if task.words else repeat(())
    beads = (
        Bead(task.source.run(h, i), task.target.run(k, j), score, words=spoken)
        for (h, i, k, j), score, spoken in zip(chain, both.evidence(rows).tolist(), words, strict=False)
    )
    return Aligned(chain, tuple(beads))


class Worker:
    """A process that aligns one task after the other, and knows nothing of the caller's main module; a context."""

    def __init__(self) -> None:
        # A process for each core needs no threads of the matrix library beside it.
        paths = {"OPENBLAS_NUM_THREADS": "1", **os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        self._process = subprocess.Popen(  # noqa: S603 - our own module, run by our own interpreter
            [sys.executable, "-c", f"from {__name__} import main; main()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=paths,
        )

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def aligned(self, task: Task) -> Aligned:
        """As `aligned`, over there. Raises AlignerEnded when the process is gone."""
        asked, told = cast(BinaryIO, self._process.stdin), cast(BinaryIO, self._process.stdout)
        try:
            pickle.dump(task, asked)
            asked.flush()
            return cast(Aligned, pickle.load(told))  # noqa: S301 - what our own process has written
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            self._process.kill()  # whatever it was, nothing more can be asked
            raise AlignerEnded(self._process.wait()) from error

    def __enter__(self) -> Worker:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._process.kill()
        self._process.communicate()


def main() -> None:
    """Align what comes in until nothing does. An interrupt is for the process that asked, which then ends this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    asked, told = sys.stdin.buffer, sys.stdout.buffer
    with suppress(EOFError):
        while True:
            pickle.dump(aligned(pickle.load(asked)), told)  # noqa: S301 - what the process that started this one asks
            told.flush()
