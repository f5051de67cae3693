"""The findings of an article as a tree, and how many pairs or findings each filter would show."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, get_args

from review.checks import BY_PROJECT
from review.judged import precision
from review.judged.precision import Tally
from review.judgements import PairState, Scope
from review.rulebook import name_of
from review.types import Finding, Severity
from review.ui.component.views import (
    LIFTED,
    Desk,
    View,
    concerned,
    counts_of,
    family,
    is_wanted,
    matched,
    names_findings,
)

Placed = tuple[PairState, Finding, Scope | None]
"""A finding with its pair, and how far the dismissal reaches that speaks of it; None while it is open."""
Weights = Counter[tuple[str, Severity]]
"""By check and severity, how many findings."""
SEVERITIES: tuple[Severity, ...] = get_args(Severity)[::-1]
SCOPES: tuple[Scope, ...] = get_args(Scope)
MOST_DISMISSALS = 50
"""Dismissals of one scope that are listed; those that speak of most findings come first."""


def tree_of(desk: Desk, view: View, record: Mapping[str, Tally]) -> dict[str, Any]:
    """Categories with their checks, and what is dismissed, each with the number of findings.

    They are those on the pairs that the other filters let through. `record` says by check how many of the findings
    that reviewers decided were right.
    """
    others = replace(view, category="", check="", dismissed="")
    told = tuple(_told(desk, others))
    aside = tuple(each for each in told if each[2] is not None)
    counted = Counter([(family(found), found.check, found.severity) for found in _wanted(told, others)])
    grouped: defaultdict[str, Weights] = defaultdict(Counter)
    for (name, check, severity), count in counted.items():
        grouped[name][check, severity] = count
    ranked = sorted(grouped.items(), key=lambda each: (-each[1].total(), each[0]))
    return {
        "count": counted.total(),
        "categories": [{"name": name, **_weighed(found), "checks": _checks(found, record)} for name, found in ranked],
        "dismissed": [_dismissals(aside, scope, view) for scope in SCOPES],
    }


def facets_of(desk: Desk, view: View) -> dict[str, Any]:
    """By filter, how much there is of each of its values under the other filters: pairs, or findings."""
    return {
        "standing": counts_of(desk, matched(desk, replace(view, filter="all"))),
        "severity": _found(desk, view, "severity", lambda finding: finding.severity),
        "side": _found(desk, view, "side", lambda finding: finding.side),
        "by": _hands(desk, view),
    }


def lifts_of(desk: Desk, view: View) -> dict[str, int]:
    """By filter that is set, how many pairs there would be without it."""
    set_ = {
        name: change for name, change in LIFTED.items() if any(getattr(view, each) != to for each, to in change.items())
    }
    return {name: len(matched(desk, replace(view, **change))) for name, change in set_.items()}


def _told(desk: Desk, view: View) -> Iterator[Placed]:
    for state in concerned(desk, view):
        for finding, scope in desk.told.get(state.pair.id, ()):
            yield state, finding, scope


def _wanted(told: Iterable[Placed], view: View) -> list[Finding]:
    """The findings that the filters of a view speak of."""
    if not names_findings(view):
        return [finding for _, finding, scope in told if scope is None]
    return [finding for _, finding, scope in told if is_wanted(view, finding, scope)]


def _weighed(found: Weights) -> dict[str, Any]:
    severities: Counter[str] = Counter()
    for (_, severity), count in found.items():
        severities[severity] += count
    return {"count": found.total(), "severities": {name: severities[name] for name in SEVERITIES if severities[name]}}


def _checks(found: Weights, record: Mapping[str, Tally]) -> list[dict[str, Any]]:
    """The checks that made some findings, the most frequent first."""
    grouped: defaultdict[str, Weights] = defaultdict(Counter)
    for (check, severity), count in found.items():
        grouped[check][check, severity] = count
    ranked = sorted(grouped.items(), key=lambda each: (-each[1].total(), each[0]))
    return [
        {"id": check, "name": name_of(check), **_weighed(own), "right": _right(check, record)} for check, own in ranked
    ]


def _right(check: str, record: Mapping[str, Tally]) -> str:
    """How often a check was right so far, in a few words; "" where too little is known."""
    return next(iter(record_of(check, record)), "").lower()


def record_of(check: str, record: Mapping[str, Tally]) -> tuple[str, ...]:
    """The track record of a check, in sentences; this project's alone where it goes by what that decided."""
    return precision.told(check, record, rated=check not in BY_PROJECT)


def _dismissals(told: tuple[Placed, ...], scope: Scope, view: View) -> dict[str, Any]:
    """What is dismissed in a scope, by what it was dismissed by."""
    wanted = replace(view, category="", check="", dismissed=scope)
    grouped: defaultdict[tuple[str, str], list[tuple[PairState, Finding]]] = defaultdict(list)
    for state, finding, reach in told:
        if is_wanted(wanted, finding, reach):
            name = (state.pair.id, finding.key) if scope == "here" else ("", finding.pattern)
            grouped[name].append((state, finding))
    ranked = sorted(grouped.items(), key=lambda each: -len(each[1]))
    return {
        "scope": scope,
        "count": sum(map(len, grouped.values())),
        "said": [_dismissal(name, *found[0], len(found)) for (_, name), found in ranked[:MOST_DISMISSALS]],
        "more": max(0, len(ranked) - MOST_DISMISSALS),
    }


def _dismissal(name: str, state: PairState, finding: Finding, number: int) -> dict[str, Any]:
    return {
        "named": name,
        "pair": state.pair.id,
        "check": finding.check,
        "name": name_of(finding.check),
        "quote": finding.text,
        "reason": finding.reason,
        "count": number,
    }


def _found(desk: Desk, view: View, filter_: str, value: Callable[[Finding], str]) -> dict[str, int]:
    """How many findings that the other filters speak of have which value."""
    lifted: dict[str, Any] = {filter_: ""}
    others = replace(view, **lifted)
    return dict(Counter(map(value, _wanted(_told(desk, others), others))))


def _hands(desk: Desk, view: View) -> dict[str, int]:
    """How many of the pairs that the other filters let through each reviewer has corrected or judged."""
    hands = (desk.hands.get(state.pair.id, ()) for state in matched(desk, replace(view, by="")))
    return dict(sorted(Counter(name for names in hands for name in names).items()))
