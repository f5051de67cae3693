from __future__ import annotations

from math import log1p

import pytest

from review.checks.reading.rarity import is_listed, words_of, zipf
from review.checks.risk.agreement import agreement
from review.checks.risk.model import Column, Model, Reading, model, points_of, share_of
from review.checks.risk.rendered import rendered
from review.checks.risk.signals import headline, measured
from review.types import Pair


def signals(source: str, target: str, source_lang: str = "zh", target_lang: str = "en") -> dict[str, float]:
    return dict(measured(Pair("p", source, target, source_lang, target_lang)).signals)


def test_common_words_have_higher_values_than_rare_ones() -> None:
    assert zipf("the", "en") > zipf("house", "en") > zipf("perspicacity", "en") > zipf("qqzzk", "en") == 0.0
    assert zipf("的", "zh") > zipf("房子", "zh") > 0.0


def test_a_compound_is_as_common_as_its_rarest_part() -> None:
    assert zipf("bluebell-perspicacity", "en") == zipf("perspicacity", "en")


@pytest.mark.parametrize(("lang", "listed"), [("en", True), ("zh-Hant", True), ("ja", False), ("tlh", False)])
def test_what_languages_have_values(lang: str, listed: bool) -> None:
    assert is_listed(lang) is listed


def test_chinese_words_are_cut_from_their_runs() -> None:
    assert "".join(words_of("我们在北京。好", "zh")) == "我们在北京好"


def test_counts_are_logarithms() -> None:
    told = signals("他来了，她走了。", "He came, she (his sister) left.")
    assert told["brevity"] == told["source_words"] - log1p(6)
    assert told["brackets"] == log1p(2)
    assert told["source_commas"] == told["target_commas"] == log1p(1)
    assert told["no_end"] == 0.0


def test_a_language_without_values_has_no_signals_of_rarity() -> None:
    told = signals("pagh", "Nothing.", "tlh")
    assert "hard_words" not in told
    assert "source_words" in told


def test_a_gloss_explains_a_word_and_an_omitted_one_stays_unexplained() -> None:
    whole = signals("他买了一匹骆驼。", "He bought a camel.")
    lost = signals("他买了一匹骆驼。", "He bought it.")
    assert lost["source_unexplained"] > whole["source_unexplained"]
    assert lost["unrendered_share"] > whole["unrendered_share"]


def test_between_other_languages_what_is_carried_over_is_explained() -> None:
    told = rendered(
        [("Konstellation", 3.0), ("Hund", 4.5)], [("constellation", 3.2), ("Hund", 2.0)], by_dictionary=False
    )
    assert told.source.explained == (0.0, 1.0)
    alike = rendered([("Konstellation", 3.0)], [("Konstellationen", 3.0)], by_dictionary=False)
    assert alike.source.explained == (0.7,)


def test_equal_translations_agree_wholly_and_there_is_no_agreement_without_any() -> None:
    text = "He bought a camel for 300 dollars."
    told = dict(agreement(Pair("p", "x", text, "zh", "en", alternatives=(text, text))))
    assert told["neighbours"] == told["letters"] == told["others_agree"] == 1.0
    none = ("alone", "lacking", "pronouns_lacking", "numbers_differ", "negation_differs")
    assert [told[signal] for signal in none] == [0.0] * len(none)
    assert not dict(agreement(Pair("p", "x", text, "zh", "en")))


@pytest.mark.parametrize(
    ("signal", "target"),
    [
        ("alone", "He bought a giraffe for 300 dollars."),
        ("lacking", "He bought it for 300 dollars."),
        ("numbers_differ", "He bought a camel for 3000 dollars."),
        ("negation_differs", "He never bought a camel for 300 dollars."),
        ("pronouns_lacking", "She bought a camel for 300 dollars."),
        ("shorter", "A camel."),
    ],
)
def test_each_kind_of_disagreement_is_told(signal: str, target: str) -> None:
    text = "He bought a camel for 300 dollars."
    assert dict(agreement(Pair("p", "x", target, "zh", "en", alternatives=(text, text))))[signal] > 0.0


@pytest.mark.parametrize(
    ("target", "missing"),
    [
        ("A camel was all he bought.", 4),
        ("For 300 dollars he bought a camel.", 1),
        ("He bought a camel for 300 dollars, it's said.", 0),
    ],
)
def test_neighbours_that_all_others_have_are_lacking_as_a_damped_share(target: str, missing: int) -> None:
    others = ("He bought a camel for 300 dollars.", "Then he bought a camel for 300 dollars.")
    told = dict(agreement(Pair("p", "x", target, "zh", "en", alternatives=others)))
    assert told["neighbours_lacking"] == (missing + 1) / (6 + 4)


@pytest.mark.parametrize(
    ("source", "first", "found"),
    [("大桥通车", True, 1.0), ("大桥通车", False, 0.0), ("大桥通车了。", True, 0.0), ("Bridge opens ", True, 1.0)],
)
def test_a_headline_opens_a_document_and_does_not_end_as_a_sentence(source: str, first: bool, found: float) -> None:
    assert headline(Pair("p", source, "x", "zh", "en"), first=first) == {"headline": found}


def test_a_sum_is_of_standardised_signals_within_the_limit() -> None:
    reading = Reading((0.0, 1.0), (0.0, 1.0))
    small = Model({"a": Column("length", 1.0, 2.0, 0.5, 0.25)}, reading, reading)
    assert small.standardised({"a": 3.0, "unknown": 9.0}) == {"a": 1.0}
    assert small.standardised({"a": 1e9}) == {"a": 4.0}
    assert small.parts({"a": 1.0}, beside=False) == {"length": 0.5}
    assert small.parts({"a": 1.0}, beside=True) == {"length": 0.25}
    assert share_of(0.0, reading.major) == 0.5
    assert points_of(100.0, reading.points) == 25.0


def test_the_model_is_small_and_says_where_it_comes_from() -> None:
    assert 4 * len(model().columns) <= 320
    assert all(column.sd > 0 for column in model().columns.values())
