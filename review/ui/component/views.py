"""Which pairs of an article are looked at, and in which order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from review.align.confidence import weak
from review.judgements import PairState, Review
from review.rank import Risk
from review.rank.queue import reading_order
from review.types import Bead, Finding, Flags

ROWS_A_PAGE = 100
WORST_FIRST = "worst"
FILTERS = ("all", "findings", "uncorrected", "in work", "corrected", "approved", "question", "weak", "sample")


@dataclass(frozen=True, slots=True)
class View:
    """Which pairs are looked at: a filter, a check's id or "", a page counted from 0 or that of a pair.

    `stamp` changes with every look, and `chosen` with every choice of a filter or an order, so that the same choice
    made again looks anew at which pairs match. The order is that of the text unless it is WORST_FIRST.
    """

    filter: str = "all"
    check: str = ""
    page: int = 0
    stamp: int = 0
    chosen: int = 0
    pair: str = ""
    order: str = ""


def view_asked(asked: Mapping[str, str]) -> View:
    """The view that an address asks for; its pages count from 1."""
    return View(
        asked.get("filter", "all"),
        asked.get("check", ""),
        number_of(asked.get("page", "1")) - 1,
        pair=asked.get("pair", ""),
        order=asked.get("order", ""),
    )


def number_of(value: object) -> int:
    """A number as a browser sends it; 0 for what is none."""
    try:
        return int(str(value).split(".")[0])
    except ValueError:
        return 0


@dataclass(frozen=True, slots=True)
class Desk:
    """An article under review with its findings and its risk by pair, dismissed findings included.

    `sample` are the pairs of the newest sample, in the order of drawing.
    """

    review: Review
    findings: Mapping[str, tuple[Finding, ...]]
    flags: Flags
    beads: Mapping[str, Bead]
    risks: Mapping[str, Risk]
    sample: tuple[str, ...] = ()

    def open(self, state: PairState) -> tuple[Finding, ...]:
        """The findings on a pair that nobody has dismissed."""
        found = self.findings.get(state.pair.id, ())
        return tuple(finding for finding in found if state.dismissal(finding) is None)

    def weak(self, state: PairState) -> bool:
        """Whether the sides of a pair may not belong together, as far as nobody has approved it."""
        return state.status != "approved" and weak(self.beads[state.pair.id])


def desk_of(review: Review, flags: Flags, risks: Mapping[str, Risk], sample: Sequence[str] = ()) -> Desk:
    grouped: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in flags.findings:
        grouped[finding.pair].append(finding)
    beads = {bead.id: bead for bead in review.article.translation.beads}
    return Desk(review, {pair: tuple(found) for pair, found in grouped.items()}, flags, beads, risks, tuple(sample))


def matches(desk: Desk, state: PairState, view: View) -> bool:
    """Whether the filter lets a pair through."""
    found = desk.open(state)
    if view.check and not any(finding.check == view.check for finding in found):
        return False
    wanted = {
        "findings": bool(found),
        "uncorrected": state.status in ("unreviewed", "in work"),
        "in work": state.status == "in work",
        "corrected": state.status == "corrected",
        "approved": state.status == "approved",
        "question": state.status == "question",
        "weak": desk.weak(state),
        "sample": state.pair.id in desk.sample,
    }
    return wanted.get(view.filter, True)


def matching(desk: Desk, view: View) -> tuple[str, ...]:
    """The ids of the pairs that the filter lets through, in the order that is chosen; a sample's in that of drawing."""
    ordered = reading_order(desk.review, desk.risks) if view.order == WORST_FIRST else desk.review.states
    if view.filter == "sample" and not view.order:
        ordered = tuple(sorted(ordered, key=lambda state: _place(desk.sample, state.pair.id)))
    return tuple(state.pair.id for state in ordered if matches(desk, state, view))


def _place(sample: Sequence[str], pair: str) -> int:
    return sample.index(pair) if pair in sample else len(sample)


def pages_of(ids: Sequence[str]) -> int:
    return max(1, -(-len(ids) // ROWS_A_PAGE))


def page_of(ids: Sequence[str], pair: str) -> int:
    """The page that a pair is on."""
    return page_at(ids.index(pair))


def page_at(place: int) -> int:
    """The page that the pair at a place is on, both counted from 0."""
    return place // ROWS_A_PAGE


def on_page(ids: Sequence[str], page: int) -> Sequence[str]:
    """The pairs of a page."""
    return ids[page * ROWS_A_PAGE : (page + 1) * ROWS_A_PAGE]


def counts_of(desk: Desk) -> dict[str, int]:
    """How many pairs each filter lets through, and how many findings are open."""
    counts = {name: sum(matches(desk, state, View(name)) for state in desk.review) for name in FILTERS}
    return counts | {"open": sum(len(desk.open(state)) for state in desk.review)}
