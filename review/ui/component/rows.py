"""The rows of the review screen: what the store and the checks say of an article, as the browser is given it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from types import MappingProxyType
from typing import Any

from review.align.confidence import confidence, doubt, weak
from review.article import Alternative, alternatives_of, words_of
from review.blocks import Block, pattern
from review.checks import CHECKS
from review.diff import edits, place_after
from review.judgements import Draft, PairState, Review, Scope
from review.languages import language
from review.precision import Tally, told
from review.rank import Risk
from review.rank.queue import reading_order
from review.services.judges import NAMES as JUDGES
from review.types import Bead, Finding, Flags, WordLink

NAMES = {check.id: check.name for check in CHECKS} | JUDGES
NO_RECORD: Mapping[str, Tally] = MappingProxyType({})
ROWS_A_PAGE = 100
REASONS_SHOWN = 3
WORST_FIRST = "worst"
FILTERS = ("all", "findings", "uncorrected", "corrected", "approved", "question", "weak")
WAS = {"equal": "same", "delete": "removed", "replace": "removed", "insert": "added"}


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


@dataclass(frozen=True, slots=True)
class Desk:
    """An article under review with its findings and its risk by pair, dismissed findings included."""

    review: Review
    findings: Mapping[str, tuple[Finding, ...]]
    flags: Flags
    beads: Mapping[str, Bead]
    risks: Mapping[str, Risk]

    def open(self, state: PairState) -> tuple[Finding, ...]:
        """The findings on a pair that nobody has dismissed."""
        found = self.findings.get(state.pair.id, ())
        return tuple(finding for finding in found if state.dismissal(finding) is None)

    def weak(self, state: PairState) -> bool:
        """Whether the sides of a pair may not belong together, as far as nobody has approved it."""
        return state.status != "approved" and weak(self.beads[state.pair.id])


def desk_of(review: Review, flags: Flags, risks: Mapping[str, Risk]) -> Desk:
    grouped: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in flags.findings:
        grouped[finding.pair].append(finding)
    beads = {bead.id: bead for bead in review.article.translation.beads}
    return Desk(review, {pair: tuple(found) for pair, found in grouped.items()}, flags, beads, risks)


def matches(desk: Desk, state: PairState, view: View) -> bool:
    """Whether the filter lets a pair through."""
    found = desk.open(state)
    if view.check and not any(finding.check == view.check for finding in found):
        return False
    wanted = {
        "findings": bool(found),
        "uncorrected": state.status in ("unreviewed", "in work"),
        "corrected": state.status == "corrected",
        "approved": state.status == "approved",
        "question": state.status == "question",
        "weak": desk.weak(state),
    }
    return wanted.get(view.filter, True)


def matching(desk: Desk, view: View) -> tuple[str, ...]:
    """The ids of the pairs that the filter lets through, in the order that is chosen."""
    ordered = reading_order(desk.review, desk.risks) if view.order == WORST_FIRST else desk.review
    return tuple(state.pair.id for state in ordered if matches(desk, state, view))


def pages_of(ids: Sequence[str]) -> int:
    return max(1, -(-len(ids) // ROWS_A_PAGE))


def page_of(ids: Sequence[str], pair: str) -> int:
    """The page that a pair is on."""
    return ids.index(pair) // ROWS_A_PAGE


def screen_of(
    desk: Desk,
    view: View,
    ids: Sequence[str],
    *,
    reviewer: str,
    record: Mapping[str, Tally] = NO_RECORD,
    blocks: Sequence[Block] = (),
) -> dict[str, Any]:
    """All that the screen shows; `ids` are the pairs looked at, of which one page is sent.

    `record` says by check how many of the findings that reviewers decided were right; `blocks` are the lines that
    several articles share.
    """
    article = desk.review.article
    page = page_of(ids, view.pair) if view.pair in ids else min(max(view.page, 0), pages_of(ids) - 1)
    numbered = {state.pair.id: (number, state) for number, state in enumerate(desk.review, 1)}
    states = [numbered[id_] for id_ in ids[page * ROWS_A_PAGE : (page + 1) * ROWS_A_PAGE] if id_ in numbered]
    others = alternatives_of(article, [desk.beads[state.pair.id] for _, state in states])
    return {
        "article": {"id": article.id, "title": article.title, "system": article.under_review},
        "source": side_of(article.source.lang),
        "target": side_of(article.translation.text.lang),
        "reviewer": reviewer,
        "doubt": doubt(confidence(article.translation.beads)),
        "view": _view(desk, view, ids, page),
        "rows": [row_of(desk, *row, reviewer, made) for row, made in zip(states, others, strict=True)],
        "shared": _shared(desk, blocks),
        "records": {check: told(check, record) for check in {finding.check for finding in desk.flags.findings}},
        "failures": _failures(desk),
        "saved_at": _saved_at(desk.review, reviewer),
    }


def _shared(desk: Desk, blocks: Sequence[Block]) -> dict[str, int]:
    """By the quote of a finding on the translation, how many articles share that line."""
    lang = desk.review.article.translation.text.lang
    articles = {block.key[1]: len(block.articles) for block in blocks if block.lang == lang}
    quotes = {finding.text for finding in desk.flags.findings if finding.side == "target"} if articles else ()
    return {quote: articles[line] for quote in quotes if (line := pattern(quote)) in articles}


def side_of(lang: str) -> dict[str, str]:
    """A language as the screen shows it."""
    known = language(lang)
    return {"lang": lang, "name": known.name, "dir": known.direction if known.scripts else "auto"}


def row_of(desk: Desk, number: int, state: PairState, reviewer: str, others: Sequence[Alternative]) -> dict[str, Any]:
    """A pair as a row; offsets are code points, and the browser converts them."""
    found = desk.findings.get(state.pair.id, ())
    return {
        "id": state.pair.id,
        "number": number,
        "version": state.version,
        "status": state.status,
        "source": state.pair.source,
        "original": state.pair.target,
        "text": state.text,
        "was": _was(state),
        "draft": _draft(state, reviewer),
        "typing": sorted(draft.reviewer for draft in state.drafts if draft.reviewer != reviewer),
        "by": state.corrections[-1].reviewer if state.corrections else "",
        "findings": [_finding(finding, state.dismissal(finding)) for finding in found],
        "weak": desk.weak(state),
        "risk": _risk(desk.risks[state.pair.id]),
        "certainty": desk.beads[state.pair.id].certainty,
        "others": [asdict(other) for other in others],
        "sentences": [len(desk.beads[state.pair.id].source), len(desk.beads[state.pair.id].target)],
        "words": [_word_link(link) for link in _words(desk, state)],
    }


def _draft(state: PairState, reviewer: str) -> dict[str, Any] | None:
    """The reviewer's own draft and the version of the text that it was typed over."""
    for draft in state.drafts:
        if draft.reviewer == reviewer and isinstance(draft.value, Draft):
            return {"text": draft.value.text, "version": draft.version}
    return None


def _finding(finding: Finding, dismissal: Scope | None) -> dict[str, Any]:
    counterpart = finding.counterpart
    return {
        "key": finding.key,
        "check": finding.check,
        "name": NAMES.get(finding.check, finding.check),
        "version": finding.version,
        "category": finding.category,
        "severity": finding.severity,
        "side": finding.side,
        "start": finding.span.start,
        "end": finding.span.end,
        "quote": finding.text,
        "reason": finding.reason,
        "fixes": list(finding.fixes),
        "score": finding.score,
        "expected": finding.expected,
        "found": finding.found,
        "counterpart": [counterpart.start, counterpart.end] if counterpart else None,
        "pattern": finding.pattern,
        "dismissed": dismissal is not None,
        "scope": dismissal or "here",
    }


def _risk(risk: Risk) -> dict[str, Any]:
    return {
        "value": round(risk.value, 3),
        "points": round(risk.points, 1),
        "reasons": list(dict.fromkeys(why.phrase for why in risk.reasons))[:REASONS_SHOWN],
    }


def _words(desk: Desk, state: PairState) -> tuple[WordLink, ...]:
    """The words that speak for a pair, as far as they still stand in the translation, with their places there."""
    links = words_of(desk.review.article, desk.beads[state.pair.id])
    if not state.changed or not links:
        return links
    found = edits(state.pair.target, state.text)
    places = ((link, place_after(link.target, found)) for link in links)
    return tuple(replace(link, target=place) for link, place in places if place is not None)


def _word_link(link: WordLink) -> dict[str, Any]:
    source, target = link.source, link.target
    return {"source": [source.start, source.end], "target": [target.start, target.end], "weight": link.weight}


def _was(state: PairState) -> list[list[str]]:
    """The machine's text in pieces, each said to be the same, removed or added since."""
    if not state.changed:
        return []
    before, after = state.pair.target, state.text
    pieces = ((WAS[edit.kind], edit) for edit in edits(before, after))
    return [[kind, edit.after.of(after) if kind == "added" else edit.before.of(before)] for kind, edit in pieces]


def _view(desk: Desk, view: View, ids: Sequence[str], page: int) -> dict[str, Any]:
    by_id = {state.pair.id: state for state in desk.review}
    open_pages = sorted({at // ROWS_A_PAGE for at, id_ in enumerate(ids) if desk.open(by_id[id_])})
    return {
        "filter": view.filter,
        "check": view.check,
        "stamp": view.stamp,
        "chosen": view.chosen,
        "pair": view.pair,
        "order": view.order,
        "page": page,
        "pages": pages_of(ids),
        "open_pages": open_pages,
        "counts": counts_of(desk),
        "checks": _checks(desk),
    }


def counts_of(desk: Desk) -> dict[str, int]:
    """How many pairs each filter lets through, and how many findings are open."""
    counts = {name: sum(matches(desk, state, View(name)) for state in desk.review) for name in FILTERS}
    return counts | {"open": sum(len(desk.open(state)) for state in desk.review)}


def _checks(desk: Desk) -> list[list[str | int]]:
    """The checks with open findings: id, readable name, number of findings; the most frequent first."""
    found = Counter(finding.check for state in desk.review for finding in desk.open(state))
    return [[check, NAMES.get(check, check), number] for check, number in found.most_common()]


def _failures(desk: Desk) -> list[dict[str, str | int]]:
    numbers = {state.pair.id: number for number, state in enumerate(desk.review, 1)}
    return [
        {"check": failure.check, "number": numbers.get(failure.pair, 0), "reason": failure.reason}
        for failure in desk.flags.failures
    ]


def _saved_at(review: Review, reviewer: str) -> str:
    """When the reviewer's newest correction was saved, in ISO 8601; "" where there is none."""
    own = (made.at for state in review for made in state.corrections if made.reviewer == reviewer)
    newest = max(own, default=None)
    return newest.isoformat() if newest else ""
