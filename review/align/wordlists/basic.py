"""The word lists that ship: the commonest words of a language and what English says for them.

They were written for the workbench. Each is a file of the folder `basic`, named as any word list is (`is-en.tsv`). Two
languages of which neither is English meet where their lists have a gloss in common.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from review.align.lexicon import Lexicon
from review.align.wordlists.listed import Pairs, inverted, listed, primary
from review.align.wordlists.tsv import tsv_pairs

FOLDER = Path(__file__).parent / "basic"
HUB = "en"
MOST_SHARED = 6  # words of one language with the same gloss; beyond, the gloss is too vague to tell them apart
KEPT = 8  # pairs of languages that a process remembers


def basic(source_lang: str, target_lang: str) -> Lexicon | None:
    """The shipped word list for a pair of languages; None where a language of the two has none."""
    return _basic(primary(source_lang), primary(target_lang))


@lru_cache(maxsize=KEPT)
def _basic(source_lang: str, target_lang: str) -> Lexicon | None:
    known = [lang == HUB or _file(lang).is_file() for lang in (source_lang, target_lang)]
    if source_lang == target_lang or not all(known):
        return None
    return listed(_pairs(source_lang, target_lang), source_lang, target_lang)


def _pairs(source_lang: str, target_lang: str) -> Pairs:
    if target_lang == HUB:
        return tsv_pairs(_file(source_lang))
    if source_lang == HUB:
        return inverted(tsv_pairs(_file(target_lang)))
    return composed(tsv_pairs(_file(source_lang)), tsv_pairs(_file(target_lang)))


def composed(ours: Pairs, theirs: Pairs) -> Iterator[tuple[str, str]]:
    """The pairs of words of two lists that share a gloss."""
    here, there = _by_gloss(ours), _by_gloss(theirs)
    for gloss, words in here.items():
        others = there.get(gloss, ())
        if max(len(words), len(others)) <= MOST_SHARED:
            yield from ((word, other) for word in words for other in others)


def _by_gloss(pairs: Pairs) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word, gloss in pairs:
        found[gloss].append(word)
    return found


def _file(lang: str) -> Path:
    return FOLDER / f"{lang}-{HUB}.tsv"
