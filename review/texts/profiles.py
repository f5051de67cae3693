"""Langdetect's profiles as a digest: its own detector, without half a second and 60 MB to read them all."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from review.host.digest import Digest, kept, stamp_of

REMEMBERED = 32768  # n-grams whose lines are kept at hand
LANGUAGES = ""  # the word under which the digest holds the languages, in langdetect's order
_LOCK = threading.Lock()


def detector() -> Any:
    """A detector of langdetect's, whose chance is seeded."""
    with _LOCK:
        return _factory().create()


class _Profiles(dict[str, list[float]]):
    """N-grams, and how probable each is in each language; read from the digest when langdetect asks for them."""

    def __init__(self, digest: Digest) -> None:
        self._line = lru_cache(REMEMBERED)(digest.get)
        self._languages = len(digest.get(LANGUAGES).split())

    def __contains__(self, ngram: object) -> bool:
        return self._line(ngram) != ""

    def __missing__(self, ngram: str) -> list[float]:
        probabilities = [0.0] * self._languages
        for told in self._line(ngram).split():
            language, probability = told.split(":")
            probabilities[int(language)] = float(probability)
        self[ngram] = probabilities
        return probabilities


@cache
def _factory() -> Any:
    from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory

    digest = kept("langdetect", stamp_of(Path(PROFILES_DIRECTORY)), _known)
    factory = DetectorFactory()
    factory.seed = 0
    factory.langlist = digest.get(LANGUAGES).split()
    factory.word_lang_prob_map = _Profiles(digest)
    return factory


def _known() -> Mapping[str, str]:
    """What langdetect knows of each n-gram: `language:probability` where that is not 0, languages by number."""
    from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory

    factory = DetectorFactory()
    factory.load_profile(PROFILES_DIRECTORY)
    lines = {ngram: _line(probabilities) for ngram, probabilities in factory.word_lang_prob_map.items()}
    return {LANGUAGES: " ".join(factory.langlist)} | lines


def _line(probabilities: list[float]) -> str:
    return " ".join(f"{number}:{probability!r}" for number, probability in enumerate(probabilities) if probability)
