"""All that the review screen shows of an article, as the browser is given it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from types import MappingProxyType
from typing import Any

from review.align.confidence import confidence, doubt
from review.article import alternatives_of
from review.judged.blocks import Block, pattern
from review.judged.precision import Tally
from review.judgements import Draft, Judgement, Review
from review.languages import language
from review.rulebook import name_of
from review.ui.component.operations import Answer
from review.ui.component.rows import row_of
from review.ui.component.search import Found
from review.ui.component.tree import facets_of, lifts_of, record_of, tree_of
from review.ui.component.views import CHOICES, Desk, View, counts_of, on_page, page_at, page_of, pages_of

NO_RECORD: Mapping[str, Tally] = MappingProxyType({})


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
    states = [numbered[id_] for id_ in on_page(ids, page) if id_ in numbered]
    others = alternatives_of(article, [desk.beads[state.pair.id] for _, state in states])
    found = desk.found(view)
    return {
        "article": {"id": article.id, "title": article.title, "system": article.under_review},
        "source": side_of(article.source.lang),
        "target": side_of(article.translation.text.lang),
        "reviewer": reviewer,
        "doubt": doubt(confidence(article.translation.beads)),
        "view": _view(desk, view, ids, page) | {"error": found.error},
        "tree": tree_of(desk, view, record),
        "facets": facets_of(desk, view),
        "lifts": {} if ids else lifts_of(desk, view),
        "rows": [
            row_of(desk, *row, reviewer, made) | {"hits": _hits(found, row[1].pair.id)}
            for row, made in zip(states, others, strict=True)
        ],
        "shared": _shared(desk, blocks),
        "records": {check: record_of(check, record) for check in {finding.check for finding in desk.flags.findings}},
        "failures": _failures(desk),
        "saved_at": _saved_at(desk.review, reviewer),
    }


def told_of(answers: Iterable[Answer], desk: Desk) -> list[dict[str, Any]]:
    """What became of acts, each with the number of its pair and the keys of what is open there as its text is now."""
    numbers = {state.pair.id: number for number, state in enumerate(desk.review, 1)}
    return [
        asdict(answer)
        | {
            "number": numbers.get(answer.pair, 0),
            "left": [finding.key for finding in desk.opened.get(answer.pair, ())],
        }
        for answer in answers
    ]


def others_in(said: Iterable[Judgement], reviewer: str) -> list[dict[str, Any]]:
    """Who else has judged by more than drafts, and how many pairs each."""
    pairs: defaultdict[str, set[str]] = defaultdict(set)
    for judgement in said:
        if judgement.reviewer != reviewer and not isinstance(judgement.value, Draft):
            pairs[judgement.reviewer].add(judgement.pair)
    return [{"by": by, "pairs": len(changed)} for by, changed in pairs.items()]


def _hits(found: Found, pair: str) -> dict[str, list[list[int]]]:
    """By side the places in a pair that are looked for."""
    return {side: [[span.start, span.end] for span in spans] for side, spans in found.places.get(pair, {}).items()}


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


def _view(desk: Desk, view: View, ids: Sequence[str], page: int) -> dict[str, Any]:
    by_id = {state.pair.id: state for state in desk.review}
    open_pages = sorted({page_at(at) for at, id_ in enumerate(ids) if desk.open(by_id[id_])})
    counts = counts_of(desk, desk.review)
    return {name: getattr(view, name) for name in CHOICES} | {
        "check_name": name_of(view.check) if view.check else "",
        "stamp": view.stamp,
        "chosen": view.chosen,
        "pair": view.pair,
        "page": page,
        "pages": pages_of(ids),
        "pairs": len(ids),
        "open_pages": open_pages,
        "counts": counts | {"open": sum(map(len, desk.opened.values()))},
    }


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
