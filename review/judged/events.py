"""What is said of an article as a whole: that it was released, and which pairs were drawn from it to be read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Release:
    """An article given out as it stood.

    `digest` names its corrected text; `versions` are the versions of the pairs that were corrected, by id, and `open`
    what was open by the names of the release gate's lines, with counts. With `withdrawn`, the word that the newest
    release was none.
    """

    digest: str
    versions: tuple[tuple[str, int], ...] = ()
    open: tuple[tuple[str, int], ...] = ()
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Sample:
    """Pairs drawn at random, in the order in which they are to be read, from the `pool` pairs without open findings.

    `size` is how many were asked for; with `unread` only pairs that nobody had read were in the pool. With `seed` and
    the same pool they are drawn again.
    """

    pairs: tuple[str, ...]
    seed: int
    size: int
    pool: int
    unread: bool = True


@dataclass(frozen=True, slots=True)
class Blinding:
    """From then on, each reviewer sees of the article what he says himself (`on`), or all see all of it again."""

    on: bool


Value = Release | Sample | Blinding


@dataclass(frozen=True, slots=True)
class Event:
    """One act of one reviewer on an article: appended, never changed.

    `id` is chosen by the sender, so that sending twice counts once; `at` is an aware time in UTC.
    """

    id: str
    article: str
    reviewer: str
    at: datetime
    value: Value
