"""Words by their dictionary form, so that a word list meets the inflected words of a text.

A word that neither the list nor its lemma has is looked for without its affixes (`affixes`). The lemmas are those of
the library simplemma. Chinese and Japanese do not inflect in its sense, and English has a stemmer of its own (`stems`)
that glosses and texts go through alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from review.align.affixes import AFFIXES, bare
from review.align.lexicon import Lexicon, Renderings

REMEMBERED = 65536  # words whose lemmas are kept at hand


@dataclass(frozen=True, slots=True)
class Inflected:
    """A lexicon in which a word is found by its other forms too, and is rendered by the forms that the target has.

    `forms` are the words of the target by their lemmas, and by what is left of them without affixes.
    """

    lexicon: Lexicon
    source_lang: str
    target_lang: str
    forms: Mapping[str, tuple[str, ...]]

    def renderings(self, token: str) -> Renderings:
        best: dict[str, float] = {}
        for word, weight in self._listed(token):
            for form in self._forms(word):
                best[form] = max(best.get(form, 0.0), weight)
        return tuple(best.items())

    def _listed(self, token: str) -> Renderings:
        """What the lexicon has for the token or its lemma, or else for the longest part without affixes."""
        words = (token, *bare(token, self.source_lang))
        return next((known for word in words if (known := self._by_lemma(word))), ())

    def _by_lemma(self, word: str) -> Renderings:
        base = lemma(word, self.source_lang)
        known = self.lexicon.renderings(word)
        return known if base == word else known + self.lexicon.renderings(base)

    def _forms(self, word: str) -> Iterable[str]:
        return {word, *self.forms.get(word, ()), *self.forms.get(lemma(word, self.target_lang), ())}


def inflected(lexicon: Lexicon, source_lang: str, target_lang: str, target: Iterable[str]) -> Lexicon:
    """The lexicon for texts that inflect, given the distinct tokens of the target; itself where no forms are known."""
    if not _varied(source_lang) and not _varied(target_lang):
        return lexicon
    forms: defaultdict[str, list[str]] = defaultdict(list)
    for token in target if _varied(target_lang) else ():
        for base in {lemma(word, target_lang) for word in (token, *bare(token, target_lang))}:
            forms[base].append(token)
    return Inflected(lexicon, source_lang, target_lang, {base: tuple(words) for base, words in forms.items()})


def _varied(lang: str) -> bool:
    return lang in AFFIXES or lemmatised(lang)


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
