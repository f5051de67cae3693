"""Which words of the source a correction has rendered that the translation had left out, by the aligner's evidence."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from review.align.align import shipped
from review.align.lemmas import inflected
from review.align.lexicon import Combined
from review.align.links import Links
from review.align.stems import STOP_WORDS
from review.align.tokens import Tokens, token_places, tokenise
from review.align.wordlists.listed import primary
from review.types import Pair, Span

LEAST = 0.5
"""Weight from which a word is taken for a rendering of another, as where words are linked: a cognate is one."""
REACH = 2
"""Words without a counterpart that may part those of one stretch."""


def gained(pair: Pair, after: str, supplied: Span) -> Span | None:
    """The stretch of the source with most words that the supplied ones render and no other of the text `after` does.

    None where a word list, a number, a name or a cognate says nothing of them. Misses what words render together, and
    what the list has no word for.
    """
    source, told = tokenise([pair.source], pair.source_lang), tokenise([after], pair.target_lang)
    places, theirs = token_places(pair.source), token_places(after)
    inside = [supplied.start <= start and end <= supplied.end for start, end in theirs]
    new = {number for number, is_new in zip(told.ids.tolist(), inside, strict=True) if is_new}
    old = {number for number, is_new in zip(told.ids.tolist(), inside, strict=True) if not is_new}
    spoken = frozenset(number for number in new - old if _speaks(told.types[number]))
    found = _rendered(pair, source, told, spoken, old)
    stretches = list(_stretches([at for at, number in enumerate(source.ids.tolist()) if number in found]))
    if not stretches:
        return None
    longest = max(stretches, key=len)
    return Span(places[longest[0]][0], places[longest[-1]][1])


def _rendered(pair: Pair, source: Tokens, told: Tokens, new: Collection[int], old: Collection[int]) -> set[int]:
    """The types of the source that new types render, and no old ones."""
    langs = primary(pair.source_lang), primary(pair.target_lang)
    known = shipped(*langs) or Combined(())
    links = Links.of(source, told, inflected(known, *langs, told.types))
    strong = [
        (f, e)
        for f, e, weight in zip(links.source.tolist(), links.target.tolist(), links.weights.tolist(), strict=True)
        if weight >= LEAST
    ]
    return {f for f, e in strong if e in new} - {f for f, e in strong if e in old}


def _speaks(token: str) -> bool:
    """Whether a word says anything by itself."""
    return any(map(str.isalnum, token)) and token not in STOP_WORDS


def _stretches(tokens: Sequence[int]) -> Iterator[list[int]]:
    """Runs of tokens with no more than REACH others between two of them."""
    run: list[int] = []
    for before, at in pairwise((None, *tokens)):
        if before is not None and at is not None and at - before > REACH + 1:
            yield run
            run = []
        if at is not None:
            run.append(at)
    if run:
        yield run
