"""Lines at the edges of several articles: a site's page furniture, removed from all of them as one action."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby, islice

from review.judgements import Correction, Judgement, PairState, Review

TOP, BOTTOM = 3, 8
"""Lines from the beginning and the end of a translation that are its edges: credits are longer than heads."""
FEWEST = 3
"""Articles that share a line before it is taken for furniture of their site."""
LONGEST = 200
"""Code points of a line that can be furniture."""
PREFIX, UNDONE = "block:", "undo:"
"""What the ids of the corrections begin with that an action, or its undoing, consists of; then the action's own id."""
FIGURES = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Block:
    """A line that several articles in a language share, as written in the first of them; figures may differ."""

    text: str
    lang: str
    articles: tuple[str, ...]

    @property
    def key(self) -> tuple[str, str]:
        return self.lang, pattern(self.text)


@dataclass(frozen=True, slots=True)
class Removal:
    """A removal of a block: its id, what was removed, when and by whom, from how many pairs, and whether undone."""

    action: str
    text: str
    at: datetime
    by: str
    pairs: int
    undone: bool


def pattern(line: str) -> str:
    """What equal lines have in common: white space, case and figures apart."""
    return FIGURES.sub("0", " ".join(line.casefold().split()))


@dataclass(frozen=True, slots=True)
class Edges:
    """What a translation begins and ends with, as it stands: lines that are short enough for furniture."""

    article: str
    lang: str
    lines: tuple[str, ...]


def edges_of(review: Review) -> Edges:
    """The edges of an article's translation."""
    lines = tuple(line.strip() for _, line in _edge_lines(review) if len(line) <= LONGEST)
    return Edges(review.article.id, review.article.translation.text.lang, lines)


def shared(articles: Iterable[Edges], fewest: int = FEWEST) -> tuple[Block, ...]:
    """The blocks of some articles, those that most of them share first."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for each in articles:
        for key, line in {pattern(line): line for line in each.lines}.items():
            found.setdefault((each.lang, key), []).append((each.article, line))
    blocks = (
        Block(places[0][1], lang, tuple(article for article, _ in places))
        for (lang, _), places in found.items()
        if len(places) >= fewest
    )
    return tuple(sorted(blocks, key=lambda block: (-len(block.articles), block.text)))


def removing(review: Review, block: Block, *, action: str, at: datetime, by: str) -> Iterator[Judgement]:
    """The corrections that take a block away from the edges of an article."""
    if review.article.translation.text.lang != block.lang:
        return
    holders = {state.pair.id: state for state, line in _edge_lines(review) if pattern(line) == block.key[1]}
    for pair, state in holders.items():
        kept = (line for line in state.text.splitlines(keepends=True) if pattern(line) != block.key[1])
        value = Correction("".join(kept).rstrip("\r\n"), action=block.text)
        yield Judgement(f"{PREFIX}{action}:{pair}", pair, state.version, by, at, value)


def restoring(review: Review, action: str, *, at: datetime, by: str) -> Iterator[Judgement]:
    """The corrections that undo an action in an article, for pairs that nobody has corrected since."""
    for state in review:
        last = state.corrections[-1] if state.corrections else None
        if last and last.id.startswith(f"{PREFIX}{action}:"):
            earlier = [made.value.text for made in state.corrections[:-1] if isinstance(made.value, Correction)]
            value = Correction(earlier[-1] if earlier else state.pair.target)
            yield Judgement(f"{UNDONE}{action}:{state.pair.id}", state.pair.id, state.version, by, at, value)


def removals(judgements: Iterable[Judgement]) -> tuple[Removal, ...]:
    """The actions that some corrections consist of, the newest first."""
    by_action = sorted(judgements, key=lambda made: (_action(made), made.at))
    found = []
    for action, run in groupby(by_action, key=_action):
        made = list(run)
        parts = [one for one in made if one.id.startswith(PREFIX)]
        if parts and isinstance(parts[0].value, Correction):
            first = parts[0]
            text = parts[0].value.action
            found.append(Removal(action, text, first.at, first.reviewer, len(parts), len(parts) < len(made)))
    return tuple(sorted(found, key=lambda removal: removal.at, reverse=True))


def _edge_lines(review: Review) -> Iterator[tuple[PairState, str]]:
    """The lines at the edges of a translation as it stands, each with its pair."""
    first = list(islice(_lines(review.states), TOP + BOTTOM))
    last = list(islice(_lines(review.states, -1), TOP + BOTTOM))[::-1]
    yield from first if len(first) < TOP + BOTTOM else first[:TOP] + last[-BOTTOM:]


def _lines(states: Sequence[PairState], step: int = 1) -> Iterator[tuple[PairState, str]]:
    """The lines of a translation that are not blank, each with its pair; with a `step` of -1 from the end."""
    for state in states[::step]:
        yield from ((state, line) for line in state.text.splitlines()[::step] if line.strip())


def _action(judgement: Judgement) -> str:
    return judgement.id.split(":")[1]
