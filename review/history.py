"""The state of a review, folded from its judgements: what was appended last counts, and nothing is forgotten."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from review.article import pairs_of
from review.judged.threads import threads_of
from review.judgements import (
    WIDE,
    Correction,
    Dismissal,
    Draft,
    ErrorSpan,
    Judgement,
    PairState,
    Review,
    Scope,
    SegmentScore,
    Status,
    StatusChange,
)
from review.types import Article, Pair

DECLARED: tuple[Status, ...] = ("approved", "question")
"""The statuses that only a reviewer's word gives; the others follow from the texts."""
BY_HAND = (Correction, ErrorSpan, SegmentScore, StatusChange)
"""What makes a reviewer one of those who have corrected or judged a pair."""


def state_of(
    pair: Pair, judgements: Iterable[Judgement], patterns: frozenset[tuple[str, Scope]] = frozenset()
) -> PairState:
    """Where the review of a pair stands after judgements in the order of appending.

    Those on other pairs, and those sent twice, count for nothing. `patterns` are dismissed beyond the pair.
    """
    own = _once(judgement for judgement in judgements if judgement.pair == pair.id)
    if not own:
        return PairState(pair, 0, pair.target, patterns=patterns)
    corrections = tuple(judgement for judgement in own if isinstance(judgement.value, Correction))
    texts = [judgement.value.text for judgement in own if isinstance(judgement.value, Correction)]
    text = texts[-1] if texts else pair.target
    drafts = _drafts(pair.target, own)
    return PairState(
        pair=pair,
        version=len(corrections),
        text=text,
        status=_status(own, drafts, changed=text != pair.target),
        dismissed=_dismissed(own),
        patterns=patterns,
        marks=standing_errors(own),
        scores=standing_scores(own),
        drafts=tuple(draft for draft, _ in drafts.values()),
        corrections=corrections,
        threads=threads_of(own),
    )


def review_of(article: Article, judgements: Iterable[Judgement], elsewhere: Iterable[Judgement] = ()) -> Review:
    """The article with the state of each pair of the translation under review.

    `elsewhere` are dismissals of any article; those that hold everywhere count for this one.
    """
    return followed(begun(article, pairs_of(article)), tuple(judgements), tuple(elsewhere)).review


@dataclass(frozen=True, slots=True)
class History:
    """What was said of an article, in the order of appending, and where its review stands after it.

    `said` has it by pair, `hands` by pair who has corrected or judged it, `everywhere` what was said of all articles;
    `places` are those of the pairs in the review.
    """

    review: Review
    places: Mapping[str, int]
    judgements: tuple[Judgement, ...]
    everywhere: tuple[Judgement, ...]
    said: Mapping[str, tuple[Judgement, ...]]
    hands: Mapping[str, frozenset[str]]
    patterns: frozenset[tuple[str, Scope]]


def begun(article: Article, pairs: Sequence[Pair]) -> History:
    """The history of an article of which nothing was said; `pairs` are its own."""
    states = tuple(PairState(pair, 0, pair.target) for pair in pairs)
    places = {pair.id: place for place, pair in enumerate(pairs)}
    return History(Review(article, states), places, (), (), {}, {}, frozenset())


def followed(before: History, more: Sequence[Judgement], everywhere: tuple[Judgement, ...] = ()) -> History:
    """A history with what was said next, and what holds everywhere by now.

    The states of pairs that nothing new was said of stay the same objects, but where patterns came or went.
    """
    judgements, said, hands = (*before.judgements, *more), dict(before.said), dict(before.hands)
    for judgement in more:
        said[judgement.pair] = (*said.get(judgement.pair, ()), judgement)
        if isinstance(judgement.value, BY_HAND):
            hands[judgement.pair] = hands.get(judgement.pair, frozenset()) | {judgement.reviewer}
    patterns = before.patterns
    if everywhere != before.everywhere or any(_is_wide(judgement) for judgement in more):
        patterns = _dismissed_in(everywhere, "everywhere") | _dismissed_in(judgements, "article")
    states = list(before.review.states)
    if patterns != before.patterns:
        states = [replace(state, patterns=patterns) for state in states]
    for pair in {judgement.pair for judgement in more} & before.places.keys():
        place = before.places[pair]
        states[place] = state_of(states[place].pair, said[pair], patterns)
    review = Review(before.review.article, tuple(states))
    return History(review, before.places, judgements, everywhere, said, hands, patterns)


def _is_wide(judgement: Judgement) -> bool:
    return isinstance(judgement.value, Dismissal) and judgement.value.scope in WIDE


def standing_errors(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that mark an error and were not withdrawn, with the reviewer and version of each.

    What a correction says that it mends is a mark on the machine's text. Marking the same twice counts once. A
    withdrawal takes away its own reviewer's mark that is equal and on the same version, and nobody else's; the same
    error may be marked again after it.
    """
    standing: dict[tuple[object, ...], Judgement] = {}
    for judgement, error in _marking(judgements):
        place = judgement.pair, judgement.version, judgement.reviewer, replace(error, withdrawn=False)
        if error.withdrawn:
            standing.pop(place, None)
        else:
            standing.setdefault(place, judgement)
    return tuple(standing.values())


def _marking(judgements: Iterable[Judgement]) -> Iterator[tuple[Judgement, ErrorSpan]]:
    """The judgements that mark errors, or take them back, with what they mark; one for each that a correction mends."""
    for judgement in judgements:
        match judgement.value:
            case ErrorSpan() as error:
                yield judgement, error
            case Correction(errors=errors):
                yield from ((replace(judgement, version=0, value=error), error) for error in errors)


def standing_scores(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The newest segment score of each reviewer on each version of a pair, as far as it was not taken back."""
    newest: dict[tuple[str, int, str], Judgement] = {}
    for judgement in judgements:
        if isinstance(judgement.value, SegmentScore):
            place = judgement.pair, judgement.version, judgement.reviewer
            newest.pop(place, None)
            newest[place] = judgement
    return tuple(said for said in newest.values() if said.value != SegmentScore(None))


def dismissed_patterns(judgements: Iterable[Judgement]) -> frozenset[str]:
    """The patterns that these judgements dismiss beyond a pair and do not restore."""
    said = tuple(judgements)
    return frozenset(pattern for scope in WIDE for pattern, _ in _dismissed_in(said, scope))


def _once(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    first: dict[str, Judgement] = {}
    for judgement in judgements:
        first.setdefault(judgement.id, judgement)
    return tuple(first.values())


def _dismissed(own: Iterable[Judgement]) -> frozenset[str]:
    return frozenset(finding for finding, _ in _dismissed_in(own, "here"))


def _dismissed_in(judgements: Iterable[Judgement], scope: Scope) -> frozenset[tuple[str, Scope]]:
    """What is dismissed with that scope and was not restored since."""
    dismissed: set[tuple[str, Scope]] = set()
    for judgement in judgements:
        match judgement.value:
            case Dismissal(finding=finding, restored=False, scope=reach) if reach == scope:
                dismissed.add((finding, scope))
            case Dismissal(finding=finding, scope=reach) if reach == scope:
                dismissed.discard((finding, scope))
    return frozenset(dismissed)


def _drafts(target: str, own: Iterable[Judgement]) -> dict[str, tuple[Judgement, str]]:
    """By reviewer, the newest draft and its text.

    The reviewer's own correction clears it, and so does whatever makes it the text that stands: typing back to it, or
    another's correction to the same words.
    """
    text, drafts = target, dict[str, tuple[Judgement, str]]()
    for judgement in own:
        match judgement.value:
            case Correction(text=corrected):
                text = corrected
                drafts.pop(judgement.reviewer, None)
            case Draft(text=typed):
                drafts.pop(judgement.reviewer, None)
                drafts[judgement.reviewer] = judgement, typed
        drafts = {reviewer: draft for reviewer, draft in drafts.items() if draft[1] != text}
    return drafts


def _status(own: tuple[Judgement, ...], drafts: dict[str, tuple[Judgement, str]], *, changed: bool) -> Status:
    """In work while a draft is newer than all that was saved; else as declared; else by what became of the text.

    An approval holds for the version that it was given to; a question stands until it is declared answered.
    """
    unsaved = {draft.id for draft, _ in drafts.values()}
    declared, in_work = None, False
    for judgement in own:
        match judgement.value:
            case Draft():
                in_work = in_work or judgement.id in unsaved
            case Correction():
                declared, in_work = (None if declared == "approved" else declared), False
            case StatusChange(status=status):
                declared, in_work = (status if status in DECLARED else None), False
    if in_work:
        return "in work"
    return declared or ("corrected" if changed else "unreviewed")


def signer_of(state: PairState, judgements: Iterable[Judgement]) -> str:
    """Who gave a pair the status that it has; "" while nobody has. `judgements` may be those of other pairs too."""
    match state.status:
        case "unreviewed":
            return ""
        case "in work":
            return state.drafts[-1].reviewer
        case "corrected":
            return state.corrections[-1].reviewer
    own = (judgement for judgement in judgements if judgement.pair == state.pair.id)
    return [judgement.reviewer for judgement in own if judgement.value == StatusChange(state.status)][-1]
