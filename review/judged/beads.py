"""Beads in other places: merged, split, with a sentence moved; and what differs between two alignments."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from review.errors import Unrepairable
from review.types import Bead, Side

Runs = tuple[tuple[int, ...], tuple[int, ...]]


def runs(bead: Bead) -> Runs:
    return bead.source, bead.target


def mended(beads: Sequence[Bead], at: int, kind: str) -> tuple[int, int, tuple[Bead, ...]]:
    """Which beads, from and to, give way to which new ones. Raises Unrepairable."""
    if kind == "split":
        return at, at + 1, _split(beads[at])
    first = at - 1 if kind.endswith("up") else at
    if first < 0 or first + 1 >= len(beads):
        raise Unrepairable(f"pair {beads[at].id}: there is no pair {'above' if first < 0 else 'below'} it")
    one, other = beads[first : first + 2]
    made = _merged(one, other) if kind == "merge" else _moved(one, other, *kind.split())
    return first, first + 2, tuple(Bead(*runs) for runs in made if any(runs))


def _merged(one: Bead, other: Bead) -> tuple[Runs, ...]:
    return ((one.source + other.source, one.target + other.target),)


def _moved(one: Bead, other: Bead, side: str, way: str) -> tuple[Runs, ...]:
    """The lower segment of the upper bead moved down, or the upper one of the lower bead moved up."""
    upper, lower = getattr(one, side), getattr(other, side)
    if not (upper if way == "down" else lower):
        raise Unrepairable(f"pair {(one if way == 'down' else other).id}: it has no {side} to move")
    together = upper + lower
    cut = len(upper) + (-1 if way == "down" else 1)
    if side == "source":
        return (together[:cut], one.target), (together[cut:], other.target)
    return (one.source, together[:cut]), (other.source, together[cut:])


def _split(bead: Bead) -> tuple[Bead, ...]:
    """The first sentence of each side, and the rest; two sides of one sentence each are parted."""
    source, target = bead.source, bead.target
    if max(len(source), len(target)) > 1:
        return Bead(source[:1], target[:1]), Bead(source[1:], target[1:])
    if not source or not target:
        raise Unrepairable(f"pair {bead.id}: a single sentence; expected several, or one on each side")
    return Bead(source, ()), Bead((), target)


@dataclass(frozen=True, slots=True)
class Part:
    """The same segments in two alignments, as few of them as both have whole beads over."""

    now: tuple[Bead, ...]
    then: tuple[Bead, ...]

    @property
    def differs(self) -> bool:
        return self.now != self.then


def parts(now: Sequence[Bead], then: Sequence[Bead]) -> Iterator[Part]:
    """Two alignments of the same texts, cut wherever both may be."""
    beads, at, cut, taken = (now, then), [0, 0], [0, 0], [0, 0]
    apart = set[tuple[Side, int]]()
    while at != [len(now), len(then)]:
        side = int(at[0] == len(now) or (at[1] < len(then) and taken[1] < taken[0]))
        places = _places(beads[side][at[side]])
        apart ^= places
        taken[side] += len(places)
        at[side] += 1
        if not apart:
            yield Part(tuple(now[cut[0] : at[0]]), tuple(then[cut[1] : at[1]]))
            cut = list(at)


def _places(bead: Bead) -> frozenset[tuple[Side, int]]:
    """The segments of a bead by side."""
    return frozenset((*(("source", index) for index in bead.source), *(("target", index) for index in bead.target)))


def with_parts(now: Sequence[Bead], then: Sequence[Bead], back: Collection[Part]) -> tuple[Bead, ...]:
    """The beads that are now, with some parts as they were then."""
    return tuple(bead for part in parts(now, then) for bead in (part.then if part in back else part.now))
