"""Words by their dictionary form: a word list meets inflected texts of both sides."""

from __future__ import annotations

import pytest

from review.align.lemmas import inflected, lemma, lemmatised
from review.align.wordlists.listed import WordList


@pytest.mark.parametrize(
    ("token", "lang", "base"),
    [
        ("húsum", "is", "hús"),
        ("házakban", "hu", "ház"),
        ("häuser", "de", "haus"),
        ("книги", "ru", "книга"),
        ("house", "en", "house"),
        ("房子", "zh", "房子"),
        ("#1984", "de", "#1984"),
        (".", "fr", "."),
        ("xyzzy", "xx", "xyzzy"),
        ("", "de", ""),
    ],
)
def test_lemma(token: str, lang: str, base: str) -> None:
    assert lemma(token, lang) == base


def test_which_languages_inflect() -> None:
    assert [lang for lang in ("is", "hu", "ru", "en", "zh", "ja", "xx") if lemmatised(lang)] == ["is", "hu", "ru"]


@pytest.mark.parametrize(
    ("token", "rendered"),
    [
        ("haus", {"maison": 1.0, "maisons": 1.0}),
        ("häuser", {"maison": 1.0, "maisons": 1.0}),
        ("kirche", {}),
    ],
)
def test_forms_on_both_sides_meet(token: str, rendered: dict[str, float]) -> None:
    known = inflected(WordList({"haus": (("maison", 1.0),)}), "de", "fr", ["maison", "maisons", "les"])
    assert dict(known.renderings(token)) == rendered


def test_the_form_that_is_listed_counts_beside_its_lemma() -> None:
    known = inflected(WordList({"haus": (("home", 0.5),), "häuser": (("home", 0.7), ("hous", 1.0))}), "de", "en", [])
    assert dict(known.renderings("häuser")) == {"home": 0.7, "hous": 1.0}


SCHOOL = WordList({"학교": (("school", 1.0),), "학교생활": (("life", 1.0),), "school": (("학교", 1.0),)})


@pytest.mark.parametrize(
    ("source", "target", "token", "rendered"),
    [
        ("ko", "en", "학교에서", {"school": 1.0}),
        ("ko", "en", "학교생활을", {"life": 1.0}),
        ("ko", "en", "여기에서", {}),
        ("en", "ko", "school", {"학교": 1.0, "학교에서": 1.0}),
        ("en", "en", "학교에서", {}),
    ],
    ids=["particle", "the longest part that is listed", "nothing listed", "particles of the target", "none known"],
)
def test_a_word_is_found_without_its_affixes(source: str, target: str, token: str, rendered: dict[str, float]) -> None:
    assert dict(inflected(SCHOOL, source, target, ["학교에서", "초등학교"]).renderings(token)) == rendered


def test_prefixes_are_no_part_of_the_word() -> None:
    known = inflected(WordList({"ממשלה": (("govern", 1.0),)}), "he", "en", [])
    assert dict(known.renderings("שלממשלה")) == {"govern": 1.0}


def test_languages_without_inflection_keep_their_lexicon() -> None:
    lexicon = WordList({"水": (("water", 1.0),)})
    assert inflected(lexicon, "zh", "en", ["water"]) is lexicon
