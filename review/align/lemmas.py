"""Words by their dictionary form, so that a word list meets the inflected words of a text.

The lemmas are those of the library simplemma. Chinese and Japanese do not inflect in its sense, and English has a
stemmer of its own (`stems`) that glosses and texts go through alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from review.align.lexicon import Lexicon, Renderings

REMEMBERED = 65536  # words whose lemmas are kept at hand


@dataclass(frozen=True, slots=True)
class Inflected:
    """A lexicon in which a word is found by its lemma too, and is rendered by the forms that the target has.

    `forms` are the words of the target by their lemmas.
    """

    lexicon: Lexicon
    source_lang: str
    target_lang: str
    forms: Mapping[str, tuple[str, ...]]

    def renderings(self, token: str) -> Renderings:
        base = lemma(token, self.source_lang)
        known = self.lexicon.renderings(token)
        if base != token:
            known += self.lexicon.renderings(base)
        best: dict[str, float] = {}
        for word, weight in known:
            for form in self._forms(word):
                best[form] = max(best.get(form, 0.0), weight)
        return tuple(best.items())

    def _forms(self, word: str) -> Iterable[str]:
        return {word, *self.forms.get(word, ()), *self.forms.get(lemma(word, self.target_lang), ())}


def inflected(lexicon: Lexicon, source_lang: str, target_lang: str, target: Iterable[str]) -> Lexicon:
    """The lexicon for texts that inflect, given the distinct tokens of the target; itself where no lemmas are known."""
    if not lemmatised(source_lang) and not lemmatised(target_lang):
        return lexicon
    forms: defaultdict[str, list[str]] = defaultdict(list)
    for token in target if lemmatised(target_lang) else ():
        forms[lemma(token, target_lang)].append(token)
    return Inflected(lexicon, source_lang, target_lang, {base: tuple(words) for base, words in forms.items()})


@cache
def lemmatised(lang: str) -> bool:
    """Whether lemmas of a language are known and are needed."""
    if lang == "en":
        return False
    from simplemma.strategies.dictionaries.dictionary_factory import SUPPORTED_LANGUAGES

    return lang in SUPPORTED_LANGUAGES


@lru_cache(REMEMBERED)
def lemma(token: str, lang: str) -> str:
    """The dictionary form of a word, folded; the token itself where it is no word or its language is not known."""
    if not token[:1].isalpha() or not lemmatised(lang):
        return token
    from simplemma import lemmatize

    return lemmatize(token, lang, low_memory=True).casefold()
