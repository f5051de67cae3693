"""Blind review: what a reviewer sees of an article while nobody is to see what the others say of it.

A reviewer's own corrections are versions 1, 2, … of what he sees; the store counts those of all reviewers. What he
says is stored like anything else, and opening the article shows all of it to all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import takewhile

from review.history import review_of
from review.judged.events import Blinding, Event
from review.judgements import Correction, Judgement, Review, StatusChange

OF_NOW = (Correction, StatusChange)
"""What is said of the newest text: in the store of the newest of all, in a blind review of the reviewer's own."""


def is_blind(events: Iterable[Event], at: datetime | None = None) -> bool:
    """Whether an article is under blind review, now or at a time."""
    said = [event.value for event in events if at is None or event.at <= at]
    return next((value.on for value in reversed(said) if isinstance(value, Blinding)), False)


def blinded(events: Iterable[Event]) -> frozenset[str]:
    """The articles that are under blind review, of those that the events are of."""
    newest = {event.article: event.value.on for event in events if isinstance(event.value, Blinding)}
    return frozenset(article for article, on in newest.items() if on)


def shown(judgements: Iterable[Judgement], events: Iterable[Event], reviewer: str) -> tuple[Judgement, ...]:
    """What a reviewer may see of what was said of an article: all of it, in a blind review his own."""
    return own(judgements, reviewer) if is_blind(events) else tuple(judgements)


def own(judgements: Iterable[Judgement], reviewer: str) -> tuple[Judgement, ...]:
    """What a reviewer has said, with the versions of the texts that are his own or the machine's."""
    made: defaultdict[str, list[bool]] = defaultdict(list)
    found = []
    for judgement in judgements:
        corrections = made[judgement.pair]
        if judgement.reviewer == reviewer:
            found.append(replace(judgement, version=sum(corrections[: judgement.version])))
        if isinstance(judgement.value, Correction):
            corrections.append(judgement.reviewer == reviewer)
    return tuple(found)


def stored(judgement: Judgement, judgements: Iterable[Judgement]) -> Judgement:
    """What a reviewer says of what he sees, with the version of the text as the store counts it.

    A correction or a status is of the newest text of all, which it does not speak of, but must not be refused for.
    Sent again it is of the version that it was stored with.
    """
    before = takewhile(lambda each: each.id != judgement.id, judgements)
    said = [each for each in before if each.pair == judgement.pair and isinstance(each.value, Correction)]
    mine = [0, *(number for number, each in enumerate(said, start=1) if each.reviewer == judgement.reviewer)]
    if judgement.version >= len(mine):
        return judgement
    is_newest = isinstance(judgement.value, OF_NOW) and judgement.version == len(mine) - 1
    return replace(judgement, version=len(said) if is_newest else mine[judgement.version])


def apart(review: Review, judgements: Sequence[Judgement]) -> tuple[str, ...]:
    """The pairs that reviewers have left with different texts, each having corrected or approved his."""
    texts: defaultdict[str, set[str]] = defaultdict(set)
    for reviewer in sorted({judgement.reviewer for judgement in judgements}):
        for state in review_of(review.article, own(judgements, reviewer)):
            if state.corrections or state.status == "approved":
                texts[state.pair.id].add(state.text)
    return tuple(state.pair.id for state in review if len(texts[state.pair.id]) > 1)
