"""The shipped word lists: each is well-formed, holds what its language says most, and serves every direction."""

from __future__ import annotations

from collections import Counter

import pytest
import regex
from wordfreq import get_frequency_dict, top_n_list

from review.align.lemmas import inflected
from review.align.stems import stem
from review.align.tokens import tokens_of
from review.align.wordlists.basic import FOLDER, basic, composed
from review.align.wordlists.tsv import tsv_pairs

LISTS = sorted(FOLDER.iterdir())
LANGS = [path.name.partition("-")[0] for path in LISTS]
HIRAGANA = regex.compile(r"\p{Hiragana}+")
ENGLISH = regex.compile(r"[\p{Latin}\p{M}\p{N} .,'’-]+")
COMMONEST = 1_000
FEWEST = 750
LEAST_KNOWN = 0.65  # of the commonest words; most of the others are articles, names and abbreviations


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_a_list_is_in_order_and_says_each_thing_once(path: str) -> None:
    pairs = list(tsv_pairs(FOLDER / path))
    heads = list(dict.fromkeys(word for word, _ in pairs))
    assert heads == sorted(heads)
    assert [pair for pair, times in Counter(pairs).items() if times > 1] == []
    assert [gloss for _, gloss in pairs if not ENGLISH.fullmatch(gloss) or gloss != gloss.strip()] == []
    assert len(heads) >= FEWEST


def is_english(word: str, lang: str) -> bool:
    return get_frequency_dict("en").get(word, 0.0) > get_frequency_dict(lang)[word]


def is_ending(word: str, lang: str) -> bool:
    """What the counts of Japanese and Korean have beside words: particles, and endings of verbs."""
    return lang in ("ja", "ko") and (len(word) == 1 or HIRAGANA.fullmatch(word) is not None)


@pytest.mark.parametrize("lang", LANGS)
def test_a_list_knows_the_commonest_words(lang: str) -> None:
    lexicon = basic(lang, "en")
    assert lexicon is not None
    known = inflected(lexicon, lang, "en", ())
    words = [word for word in top_n_list(lang, COMMONEST) if word.isalpha() and not is_english(word, lang)]
    asked = [word for word in words if not is_ending(word, lang)]
    found = [word for word in asked if any(map(known.renderings, tokens_of(word, lang)))]
    assert len(found) / len(asked) >= LEAST_KNOWN


@pytest.mark.parametrize(
    ("source", "target", "token", "rendering"),
    [("is", "en", "hús", stem("house")), ("en", "is", stem("house"), "hús"), ("is-IS", "en-GB", "vatn", "wat")],
)
def test_either_direction(source: str, target: str, token: str, rendering: str) -> None:
    lexicon = basic(source, target)
    assert lexicon is not None
    assert rendering in dict(lexicon.renderings(token))


@pytest.mark.parametrize(("source", "target"), [("xx", "en"), ("en", "en"), ("is", "xx"), ("is", "is")])
def test_no_list_is_made_up(source: str, target: str) -> None:
    assert basic(source, target) is None


def test_lists_meet_in_their_glosses() -> None:
    ours = [("hús", "house"), ("heimili", "home"), ("á", "river")]
    theirs = [("maison", "house"), ("maison", "home"), ("logis", "home")]
    assert list(composed(ours, theirs)) == [("hús", "maison"), ("heimili", "maison"), ("heimili", "logis")]


def test_a_vague_gloss_joins_nothing() -> None:
    assert list(composed([("a", "thing")], [(word, "thing") for word in "bcdefgh"])) == []
