"""Who has rated a text of a pair, and how: what "rated" and "clean" mean in scores, agreement and exports alike.

A reviewer has rated a text who marked an error in it, scored it or approved it, or who corrected it and refused the
errors that were proposed to him for that; who has done so and marked nothing in it has found it clean. A correction
alone is no rating: it says that something was better changed, and not whether it was an error. In a blind review an
approval is of the reviewer's own newest text. A mark on the source speaks of the machine's text, whichever target text
was shown beside it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from review.judged.blind import is_blind
from review.judged.events import Event
from review.judgements import Correction, ErrorSpan, Judgement, PairState, Review, StatusChange

APPROVED = StatusChange("approved")


@dataclass(frozen=True, slots=True)
class Rated:
    """A text of a pair as it was rated: by rater its errors, none for one who found it clean, and the direct
    assessments, 0 to 100.
    """

    pair: str
    system: str
    errors: Mapping[str, tuple[ErrorSpan, ...]]
    scores: Mapping[str, int]


def rated(
    review: Review, judgements: Sequence[Judgement], events: Sequence[Event] = (), texts: Sequence[str] = ()
) -> tuple[Rated, ...]:
    """The pairs of an article as reviewers have rated the machine's texts, or others of them, one for each pair."""
    said: defaultdict[str, list[Judgement]] = defaultdict(list)
    for judgement in judgements:
        said[judgement.pair].append(judgement)
    chosen = texts or [state.pair.target for state in review]
    return tuple(
        rated_text(review.article.under_review, state, said[state.pair.id], events, text)
        for state, text in zip(review, chosen, strict=True)
    )


def rated_text(system: str, state: PairState, said: Sequence[Judgement], events: Sequence[Event], text: str) -> Rated:
    """One text of a pair, of which so much was said."""
    scores = {judgement.reviewer: value for judgement, value in state.scores_on(text)}
    errors: defaultdict[str, list[ErrorSpan]] = defaultdict(list)
    for mark, error in zip(state.marks, state.errors, strict=True):
        if is_about(state, mark, text):
            errors[mark.reviewer].append(error)
    raters = dict.fromkeys((*errors, *scores, *_readers(state, said, events, text)))
    return Rated(state.pair.id, system, {rater: tuple(errors[rater]) for rater in raters}, scores)


def is_about(state: PairState, said: Judgement, text: str) -> bool:
    """Whether a mark or a score speaks of that target text of a pair."""
    return state.text_at(said.version) == text or (text == state.pair.target and state.is_of_machine(said))


def _readers(state: PairState, said: Sequence[Judgement], events: Sequence[Event], text: str) -> Iterator[str]:
    """Who has approved that text of a pair, or, of the machine's, refused what was proposed as its errors."""
    declared = {each.reviewer: each for each in said if isinstance(each.value, StatusChange)}
    for each in declared.values():
        if each.value == APPROVED and _approved(state, each, events) == text:
            yield each.reviewer
    for made in state.corrections:
        if text == state.pair.target and isinstance(made.value, Correction) and made.value.guessed:
            yield made.reviewer


def _approved(state: PairState, approval: Judgement, events: Sequence[Event]) -> str:
    """The text of a pair that was approved: in a blind review the newest of the reviewer's own."""
    if not is_blind(events, approval.at):
        return state.text_at(approval.version)
    seen = enumerate(state.corrections[: approval.version], start=1)
    return state.text_at(max((version for version, made in seen if made.reviewer == approval.reviewer), default=0))
