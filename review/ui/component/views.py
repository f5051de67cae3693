"""Which pairs of an article are looked at, and in which order."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any, get_args

from review.align.confidence import weak
from review.judgements import PairState, Review, Scope, Status
from review.rank import Risk
from review.rank.queue import reading_order
from review.types import Bead, Finding, Flags
from review.ui.component.search import Found, Search, found_in

ROWS_A_PAGE = 100
WORST_FIRST = "worst"
ANY = "any"
"""Findings of any category, or dismissed in any scope."""


@dataclass(frozen=True, slots=True)
class View:
    """Which pairs are looked at: those that all filters let through, a page of them counted from 0 or that of a pair.

    `filter` is one of STANDINGS, "" in the others lets everything through. `category`, `check`, `severity` and `side`
    speak of one finding, which is open, or dismissed in the scope `dismissed`; `by` is who corrected or judged the
    pair; `find` is looked for `within` a side or both. `stamp` changes with every look, and `chosen` with every choice
    of a filter or an order, so that the same choice made again looks anew at which pairs match. The order is that of
    the text unless it is WORST_FIRST.
    """

    filter: str = "all"
    check: str = ""
    page: int = 0
    stamp: int = 0
    chosen: int = 0
    pair: str = ""
    order: str = ""
    category: str = ""
    severity: str = ""
    side: str = ""
    dismissed: str = ""
    by: str = ""
    find: str = ""
    within: str = ""
    regex: str = ""
    case: str = ""

    @property
    def choice(self) -> View:
        """The view without the place in it: what the pairs looked at follow from."""
        return replace(self, page=0, stamp=0, pair="")

    @property
    def search(self) -> Search:
        return Search(self.find, self.within, is_regex=bool(self.regex), case=bool(self.case))


NUMBERS = ("page", "stamp", "chosen")
CHOICES = tuple(each.name for each in fields(View) if each.name not in (*NUMBERS, "pair"))
"""The fields of a view that a link brings back, by the names that they have in it."""
LIFTED: Mapping[str, Mapping[str, Any]] = {
    "filter": {"filter": "all"},
    "check": {"check": "", "category": ""},
    "severity": {"severity": ""},
    "side": {"side": ""},
    "dismissed": {"dismissed": ""},
    "by": {"by": ""},
    "find": {"find": ""},
}
"""The filters that are lifted one by one, and what a view is without each."""

Told = tuple[Finding, Scope | None]
"""A finding and how far the dismissal reaches that speaks of it; None while it is open."""


@dataclass(frozen=True, slots=True)
class Desk:
    """An article under review with its findings and its risk by pair, dismissed findings included.

    `told` says of each finding whether it is dismissed, and `opened` has those that are not, by the pairs that have
    any; `doubted` are the pairs whose sides may not belong together; `hands` tells by pair who corrected or judged it;
    `sample` are the pairs of the newest sample, in the order of drawing.
    """

    review: Review
    findings: Mapping[str, tuple[Finding, ...]]
    flags: Flags
    beads: Mapping[str, Bead]
    risks: Mapping[str, Risk]
    told: Mapping[str, tuple[Told, ...]]
    opened: Mapping[str, tuple[Finding, ...]]
    doubted: frozenset[str]
    hands: Mapping[str, frozenset[str]] = field(default_factory=dict)
    sample: tuple[str, ...] = ()

    def open(self, state: PairState) -> tuple[Finding, ...]:
        """The findings on a pair that nobody has dismissed."""
        return self.opened.get(state.pair.id, ())

    def weak(self, state: PairState) -> bool:
        """Whether the sides of a pair may not belong together, as far as nobody has approved it."""
        return state.pair.id in self.doubted and state.status != "approved"

    def found(self, view: View) -> Found:
        """Where the pairs hold what is looked for."""
        if not view.find:
            return Found()
        return found_in(tuple((state.pair.id, state.pair.source, state.text) for state in self.review), view.search)


def desk_of(
    review: Review,
    flags: Flags,
    risks: Mapping[str, Risk],
    sample: Sequence[str] = (),
    hands: Mapping[str, frozenset[str]] | None = None,
) -> Desk:
    grouped: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in flags.findings:
        grouped[finding.pair].append(finding)
    beads = {bead.id: bead for bead in review.article.translation.beads}
    told = {
        state.pair.id: tuple((finding, state.dismissal(finding)) for finding in grouped[state.pair.id])
        for state in review
        if state.pair.id in grouped
    }
    findings = {pair: tuple(found) for pair, found in grouped.items()}
    opened = {pair: tuple(finding for finding, scope in said if scope is None) for pair, said in told.items()}
    opened = {pair: found for pair, found in opened.items() if found}
    doubted = frozenset(bead.id for bead in beads.values() if weak(bead))
    return Desk(review, findings, flags, beads, risks, told, opened, doubted, hands or {}, tuple(sample))


STATUSES: Mapping[str, tuple[Status, ...]] = {
    "all": get_args(Status),
    "uncorrected": ("unreviewed", "in work"),
    "in work": ("in work",),
    "corrected": ("corrected",),
    "approved": ("approved",),
    "question": ("question",),
}
STANDINGS = (*STATUSES, "findings", "comments", "weak", "sample")
"""How a pair may stand, of which one is chosen: its status, open findings, open comments, a weak alignment, or in the
sample."""


def stands(desk: Desk, state: PairState, standing: str) -> bool:
    """Whether a pair stands so; every pair does where the standing is none of STANDINGS."""
    if standing == "findings":
        return bool(desk.open(state))
    if standing == "comments":
        return state.discussed
    if standing == "weak":
        return desk.weak(state)
    if standing == "sample":
        return state.pair.id in desk.sample
    return state.status in STATUSES.get(standing, STATUSES["all"])


def family(finding: Finding) -> str:
    """The category of a finding without what is below it."""
    return finding.category.partition("/")[0]


def is_wanted(view: View, finding: Finding, scope: Scope | None) -> bool:
    """Whether the filters of a view that speak of a finding all speak of this one."""
    return (
        (scope is not None if view.dismissed else scope is None)
        and view.dismissed in ("", ANY, scope)
        and view.check in ("", finding.check)
        and view.category in ("", ANY, family(finding))
        and view.severity in ("", finding.severity)
        and view.side in ("", finding.side)
    )


def names_findings(view: View) -> bool:
    """Whether a filter of the view speaks of findings."""
    return bool(view.dismissed or view.check or view.category or view.severity or view.side)


def concerned(desk: Desk, view: View) -> tuple[PairState, ...]:
    """The pairs that the filters let through which speak of pairs, in the order of the text.

    A search that cannot be made lets all of them through.
    """
    if view.filter == "all" and not view.by and not view.find:
        return desk.review.states
    found = desk.found(view)
    looks = bool(view.find) and not found.error
    return tuple(
        state
        for state in desk.review
        if stands(desk, state, view.filter)
        and (not view.by or view.by in desk.hands.get(state.pair.id, ()))
        and (not looks or state.pair.id in found.places)
    )


def matched(desk: Desk, view: View) -> tuple[PairState, ...]:
    """The pairs that all filters let through, in the order of the text."""
    states = concerned(desk, view)
    if not names_findings(view):
        return states
    return tuple(state for state in states if any(is_wanted(view, *each) for each in desk.told.get(state.pair.id, ())))


def matching(desk: Desk, view: View) -> tuple[str, ...]:
    """The ids of the pairs that the filters let through, in the order that is chosen; a sample's in that of drawing."""
    states = matched(desk, view)
    if view.filter == "sample" and not view.order:
        states = tuple(sorted(states, key=lambda state: desk.sample.index(state.pair.id)))
    elif view.order == WORST_FIRST:
        let = {state.pair.id for state in states}
        states = tuple(state for state in reading_order(desk.review, desk.risks) if state.pair.id in let)
    return tuple(state.pair.id for state in states)


def view_of(said: Mapping[str, object]) -> View:
    """A view as the browser says it, read with suspicion."""
    texts: dict[str, Any] = {name: str(said.get(name) or "") for name in (*CHOICES, "pair")}
    numbers: dict[str, Any] = {name: _number(said.get(name)) for name in NUMBERS}
    return View(**{**texts, "filter": texts["filter"] or "all"}, **numbers)


def view_asked(address: Mapping[str, str]) -> View:
    """The view that an address asks for; its pages count from 1."""
    return view_of({**address, "page": _number(address.get("page", "1")) - 1, "stamp": 0, "chosen": 0})


def _number(value: object) -> int:
    try:
        return int(str(value).partition(".")[0])
    except ValueError:
        return 0


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


def counts_of(desk: Desk, states: Iterable[PairState]) -> dict[str, int]:
    """How many of those pairs stand how."""
    held = tuple(states)
    counted = Counter([state.status for state in held])
    by_status = {name: sum(counted[status] for status in of) for name, of in STATUSES.items()}
    ids = {state.pair.id for state in held}
    return by_status | {
        "findings": len(desk.opened.keys() & ids),
        "comments": sum(state.discussed for state in held if state.threads),
        "weak": sum(desk.weak(state) for state in held),
        "sample": len(ids.intersection(desk.sample)),
    }
