"""How often words are used, from the lists of the package wordfreq, each kept as a digest: reading one takes no time.

The lists count in hundredths of the decimal logarithm of a word's share; the rarest words have about one use in a
hundred million.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, partial
from importlib.util import find_spec
from math import log10
from pathlib import Path

from review.host.digest import Digest, kept, stamp_of

STEPS = 100  # to a factor of ten
WORDS = "words"  # the key of the commonest


def share(word: str, lang: str) -> float:
    """The share of a word among all words of texts in the language of that base tag; 0 for one that is not listed."""
    digest = _digest(lang) if lang in listed() else None
    told = digest.get(word) if digest else ""
    return 10 ** (-int(told) / STEPS) if told else 0.0


def commonest(lang: str, least: float, shortest: int) -> list[str]:
    """The words of a language with at least that share and as many letters, the commonest first."""
    known = kept(
        f"commonest-{lang}", f"{least} {shortest} {stamp_of(_folder())}", partial(_chosen, lang, least, shortest)
    )
    return known.get(WORDS).split()


@cache
def listed() -> frozenset[str]:
    """The languages that have a list."""
    return frozenset(path.name.split(".")[0].split("_")[1] for path in _folder().glob("[!_]*.msgpack.gz"))


@cache
def _digest(lang: str) -> Digest:
    return kept(f"frequencies-{lang}", stamp_of(_folder()), partial(_measured, lang))


def _measured(lang: str) -> Mapping[str, str]:
    from wordfreq import get_frequency_dict

    return {word: str(round(-log10(share) * STEPS)) for word, share in get_frequency_dict(lang, "best").items()}


def _chosen(lang: str, least: float, shortest: int) -> Mapping[str, str]:
    from wordfreq import get_frequency_dict

    shares = get_frequency_dict(lang, "best").items()
    return {WORDS: " ".join(word for word, share in shares if share >= least and len(word) >= shortest)}


@cache
def _folder() -> Path:
    """Where the lists are; found without importing the package, which takes as long as some hundred pairs."""
    found = find_spec("wordfreq")
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError("wordfreq is not installed", name="wordfreq")
    return Path(found.submodule_search_locations[0], "data")
