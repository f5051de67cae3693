"""The verbs of what helps a reviewer at a pair: terms, memory, history, and what a correction is worth elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from review import flow
from review.article import pair_of
from review.checks.project import Project, Term
from review.checks.project.glossary import places
from review.history import state_of
from review.judged.moved import is_as_made
from review.judgements import Correction, Draft, ErrorSpan, Judgement, PairState, Review, Stretch
from review.memory.units import Memory, Shelf, Stamp, shelf_of
from review.settings import default_glossary, settings
from review.types import Pair, Span

if TYPE_CHECKING:
    from review.memory.carrying import Proposal
    from review.memory.recurring import Recurring
    from review.store import Store


@dataclass(frozen=True, slots=True)
class Hit:
    """A term of the glossary in a source, where it stands, and whether the translation renders it as it should."""

    term: Term
    span: Span
    rendered: bool


@dataclass(frozen=True, slots=True)
class Version:
    """A judgement on a pair, with the text before and after it; both are the same where it changed none.

    `former` where it was said of a pair that the alignment had here before.
    """

    judgement: Judgement
    before: str
    after: str
    former: bool = False


@dataclass(frozen=True, slots=True)
class Mended:
    """The alignment was changed at a pair."""

    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Decision:
    """One act of one reviewer on what the project has decided, made at a pair; `withdrawn` takes it back.

    `made` is a term of the glossary, or a rule as its file tells it, by key.
    """

    id: str
    pair: str
    reviewer: str
    at: datetime
    made: Term | Mapping[str, str]
    withdrawn: bool = False


History = tuple[Version | Mended, ...]


def current(state: PairState) -> Pair:
    """A pair with its target text as corrected so far."""
    return replace(state.pair, target=state.text)


def hits(pair: Pair, project: Project) -> tuple[Hit, ...]:
    """The terms of the project's glossary in a pair's source, in the order of the source."""
    return tuple(Hit(term, span, _is_rendered(term, pair)) for term, span in project.glossary.named(pair.source))


def history(review: Review, pair: str, judgements: Sequence[Judgement], stretches: Sequence[Stretch] = ()) -> History:
    """What was said of a pair but for drafts, the newest first, with the texts that corrections made of it.

    `stretches` are the beads that have held what it holds: what was said of those is told too, and when the alignment
    changed them; what the pair was made with is not told again.
    """
    own = next(state for state in review if state.pair.id == pair)
    former = {bead.id: bead for stretch in stretches for bead in stretch.beads if bead.id != pair}
    states = [state_of(pair_of(review.article, bead), judgements) for bead in former.values()]
    told = [version for state in (own, *states) for version in _versions(state, judgements, former=state is not own)]
    order = {judgement.id: number for number, judgement in enumerate(judgements)}
    mended = [Mended(stretch.at, stretch.by) for stretch in stretches[1:]]
    told.sort(key=lambda version: order[version.judgement.id])
    lines: History = (*told, *mended)
    return tuple(sorted(lines, key=_time))[::-1]


def _time(line: Version | Mended) -> datetime:
    return line.judgement.at if isinstance(line, Version) else line.at


def renewed(memory: Memory, store: Store, review_of: Callable[[str], Review] | None = None) -> Memory:
    """The memory of a store's articles as they stand, with those read again that were judged or aligned since.

    `review_of` stands for the store where the reviews of its articles are kept at hand.
    """
    looked_up = review_of or partial(flow.review_of, store)

    def read(article: str, stamp: Stamp) -> Shelf:
        return shelf_of(looked_up(article), stamp).ready()

    return memory.renewed(store.stamps(), read)


def carried_over(memory: Memory, state: PairState) -> tuple[Proposal, ...]:
    """Where else the newest correction of a pair fits; nowhere, where it has none or took another one back."""
    from review.memory.carrying import proposals

    pair = state.pair
    langs = pair.source_lang, pair.target_lang
    shelves = memory.of(langs)
    unit = next((unit for shelf in shelves for unit in shelf.units if unit.pair == pair.id), None)
    if unit is None or unit.text != state.text or not state.corrections or not state.changed:
        return ()
    return proposals(memory, langs, unit, _texts(state)[-2], _mended(state))


def recurring(memory: Memory, pair: Pair, project: Project, dismissed: Collection[str]) -> tuple[Recurring, ...]:
    """The corrections that recur in the languages of a pair, without those that the project has decided on already."""
    from review.memory import recurring as found

    known = {form.casefold() for term in project.glossary.terms for form in term.forbidden} | _ruled()
    offers = found.recurring(memory, (pair.source_lang, pair.target_lang))
    return tuple(each for each in offers if each.pattern not in dismissed and each.old.casefold() not in known)


def decide(decision: Decision) -> Decision:
    """Put what was decided into the project's files, or take it out; what is so already is left as it is.

    Raises UnreadableFile where a file cannot be read or written, or cannot hold it.
    """
    if isinstance(decision.made, Term):
        from review.checks.project.writing import add_term, withdraw_term

        glossary = settings().glossary or default_glossary()
        (withdraw_term if decision.withdrawn else add_term)(glossary, decision.made)
        return decision
    from review.checks.rules.own import add_rule, drop_rule

    (drop_rule if decision.withdrawn else add_rule)(settings().rules, decision.made)
    return decision


def _is_rendered(term: Term, pair: Pair) -> bool:
    return not term.preferred or any(
        places(form, pair.target, case_sensitive=term.case_sensitive) for form in term.preferred
    )


def _versions(state: PairState, judgements: Sequence[Judgement], *, former: bool) -> Iterator[Version]:
    text = state.pair.target
    for judgement in judgements:
        if judgement.pair != state.pair.id or isinstance(judgement.value, Draft):
            continue
        after = judgement.value.text if isinstance(judgement.value, Correction) else text
        if not is_as_made(judgement):
            yield Version(judgement, text, after, former)
        text = after


def _mended(state: PairState) -> tuple[ErrorSpan, ...]:
    """The errors that the newest correction of a pair says that it mends, as far as its reviewer stands by them."""
    made = state.corrections[-1]
    told = made.value.errors if isinstance(made.value, Correction) else ()
    marks = zip(state.marks, state.errors, strict=True)
    standing = {error for mark, error in marks if (mark.reviewer, mark.version) == (made.reviewer, 0)}
    return tuple(error for error in told if error in standing)


def _texts(state: PairState) -> list[str]:
    """The texts that a pair has had, the machine's first."""
    made = [judgement.value.text for judgement in state.corrections if isinstance(judgement.value, Correction)]
    return [state.pair.target, *made]


def _ruled() -> set[str]:
    """The phrases that a rule of the user's own looks for."""
    from review.checks.rules.own import own_phrases

    return own_phrases(settings().rules)
