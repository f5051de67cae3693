"""What the aligner is taught: word lists, and the pairs that reviewers of a store have corrected or approved."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain, islice
from typing import TYPE_CHECKING

from review.history import review_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from review.align.lexicon import Lexicon
    from review.store import Store

CONFIRMED = ("corrected", "approved")
ARTICLES = 50  # the newest reviewed articles of two languages that are read, at some milliseconds each
PAIRS = 2000  # confirmed pairs that are learned from, those of the newest articles first

Pairs = tuple[tuple[str, str], ...]


def confirmed(store: Store, source_lang: str, target_lang: str) -> Pairs:
    """Source and text as it stands of the newest confirmed pairs of two languages; half-empty pairs teach nothing."""
    entries = (
        entry
        for entry in reversed(store.entries())
        if (entry.source_lang, entry.target_lang) == (source_lang, target_lang) and entry.corrected + entry.approved
    )
    read = (_confirmed(store, entry.id) for entry in islice(entries, ARTICLES))
    return tuple(islice(chain.from_iterable(read), PAIRS))


def lexicon_of(source_lang: str, target_lang: str, folders: Sequence[Path], store: Store | None) -> Lexicon:
    """What the word lists in some folders and a store's confirmed pairs know. Raises UnreadableFile."""
    from review.align.lexicon import Combined
    from review.align.wordlists import lexicon_for

    listed = lexicon_for(source_lang, target_lang, folders)
    pairs = confirmed(store, source_lang, target_lang) if store else ()
    taught = _taught(pairs, source_lang, target_lang) if pairs else None
    return Combined(tuple(lexicon for lexicon in (listed, taught) if lexicon))


def _confirmed(store: Store, article_id: str) -> Iterator[tuple[str, str]]:
    for state in review_of(store.article(article_id), store.judgements(article_id)):
        if state.status in CONFIRMED and state.pair.source and state.text:
            yield state.pair.source, state.text


@lru_cache(4)
def _taught(pairs: Pairs, source_lang: str, target_lang: str) -> Lexicon:
    from review.align import known

    return known.lexicon_of(pairs, source_lang, target_lang)
