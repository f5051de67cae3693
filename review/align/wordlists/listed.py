"""A word list in memory: pairs of a word and a gloss, as the renderings of the aligner's tokens."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

import regex

from review.align.lexicon import Renderings
from review.align.stems import STOP_WORDS, stem
from review.align.tokens import tokens_of

LONGEST = 12  # tokens of a gloss that still renders a word; a longer one explains it
STOPPED = frozenset(map(stem, STOP_WORDS))
HIRAGANA = regex.compile(r"\p{Hiragana}+")
ASIDE = regex.compile(r"\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}|<[^<>]*>")
SEPARATORS = regex.compile(r"[;/；／\n]")

Pairs = Iterable[tuple[str, str]]
"""Words and glosses, one gloss each."""


@dataclass(frozen=True, slots=True)
class WordList:
    """Renderings by token; both sides are folded as the aligner's tokens are."""

    by_token: Mapping[str, Renderings]

    def renderings(self, token: str) -> Renderings:
        """What may render the token, best known weight for each; () for a token that is not listed."""
        return self.by_token.get(token, ())


def listed(pairs: Pairs, source_lang: str, target_lang: str) -> WordList:
    """The word list that pairs of a source word and a target gloss make.

    A gloss of n content words shares its meaning among them: each has the weight 1/√n; so for a headword of several.
    """
    head = cache(lambda word: content_tokens(word, source_lang))
    gloss = cache(lambda words: content_tokens(words, target_lang))
    best: dict[str, dict[str, float]] = defaultdict(dict)
    for word, words in pairs:
        given, told = head(word), gloss(words)
        weight = (len(given) * len(told)) ** -0.5 if given and told else 0.0
        for token in given if max(len(given), len(told)) <= LONGEST else ():
            for rendering in told:
                best[token][rendering] = max(best[token].get(rendering, 0.0), weight)
    return WordList({token: tuple(weights.items()) for token, weights in best.items()})


def primary(tag: str) -> str:
    """The language of a tag: its first part, in lower case."""
    return tag.replace("_", "-").split("-")[0].lower()


def inverted(pairs: Pairs) -> Pairs:
    """The pairs of a list for the reverse direction."""
    return ((gloss, word) for word, gloss in pairs)


def glosses_of(text: str) -> tuple[str, ...]:
    """The glosses in a field that holds several, parted by ; or / or line ends."""
    return tuple(gloss.strip() for gloss in SEPARATORS.split(ASIDE.sub(" ", text)) if gloss.strip())


def content_tokens(text: str, lang: str) -> tuple[str, ...]:
    """The tokens that carry meaning: no marks, nothing in brackets.

    Where there are others, no English function words, and no Japanese endings, which are written in hiragana.
    """
    words = tuple(token for token in tokens_of(ASIDE.sub(" ", text), lang) if any(map(str.isalnum, token)))
    return tuple(token for token in words if _means(token, lang)) or words


def _means(token: str, lang: str) -> bool:
    if lang == "en":
        return token not in STOPPED
    return lang != "ja" or not HIRAGANA.fullmatch(token)
