"""Scores against what the sacrebleu command prints, and the pitfalls of calling it."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from review.errors import UnknownLanguage, UnscorableTexts
from review.scores import METRICS, PRINTED, score
from review.scores.corpus import choices
from review.scores.metrics import tokenizer

ENGLISH = (
    (
        "The library will be open until half past nine in the evening.",
        "The library stays open until half past nine in the evening.",
    ),
    ("120 new seats have been added, and lockers too.", "A hundred and twenty seats have been added, and lockers too."),
    ("Readers can book online from next week on.", "Readers can book online from next week on."),
    ("Director said night service is popular with student.", "The director said the night service is popular."),
    ("", "A sentence that was left out."),
    ("Don't miss “the” U.S. show at 9:30 p.m. !", "Don't miss the U.S. show at 9.30 pm!"),
)
CHINESE = (
    ("图书馆晚上开放到九点半。", "图书馆每晚开放至九点半。"),
    ("新增120个座位，方便读者。", "新增座位120个，方便读者使用。"),
    ("读者可以在网上预约。", "读者可以在网上预约。"),
    ("馆长说夜间服务受学生欢迎。", "馆长表示，夜间服务深受学生欢迎。"),
)
SETS = {"en": ENGLISH, "zh": CHINESE}
FLAGS = {
    "en": ("--chrf-word-order", "2"),
    "zh": ("--chrf-word-order", "2", "--tokenize", "zh", "--ter-normalized", "--ter-asian-support"),
}


def sacrebleu(folder: Path, hypothesis: Sequence[str], reference: Sequence[str], *flags: str) -> list[dict[str, Any]]:
    """What the sacrebleu command says of the two texts, metric by metric as asked for."""
    for name, lines in (("hyp", hypothesis), ("ref", reference)):
        (folder / name).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    command = [sys.executable, "-m", "sacrebleu", str(folder / "ref"), "-i", str(folder / "hyp")]
    command += ["-m", "bleu", "chrf", "ter", "-w", "6", "-f", "json", *flags]
    told = subprocess.run(
        command, capture_output=True, check=True, text=True, env={**os.environ, "SACREBLEU_SEED": "7"}
    )
    results: list[dict[str, Any]] = json.loads(told.stdout)
    return results


@pytest.mark.parametrize("lang", SETS)
def test_scores_and_signatures_are_those_of_the_command(tmp_path: Path, lang: str) -> None:
    hypothesis, reference = zip(*SETS[lang], strict=True)
    expected = sacrebleu(tmp_path, hypothesis, reference, *FLAGS[lang])
    found = score(hypothesis, reference, target_lang=lang)
    assert [one.name for one in found] == ["bleu", "chrf", "ter"]
    assert [PRINTED[one.name] for one in found] == [told["name"] for told in expected]
    assert [one.value for one in found] == pytest.approx([told["score"] for told in expected], abs=1e-6)
    assert [one.signature for one in found] == [told["signature"] for told in expected]
    assert [one.higher_is_better for one in found] == [True, True, False]
    assert {one.segments for one in found} == {len(SETS[lang])}


@pytest.mark.parametrize("lang", SETS)
def test_intervals_are_those_of_the_command_with_the_same_seed(tmp_path: Path, lang: str) -> None:
    hypothesis, reference = zip(*SETS[lang], strict=True)
    expected = sacrebleu(tmp_path, hypothesis, reference, *FLAGS[lang], "--confidence", "--confidence-n", "200")
    found = score(hypothesis, reference, target_lang=lang, n_bootstrap=200, seed=7)
    halves = [((one.high or 0) - (one.low or 0)) / 2 for one in found]
    assert halves == pytest.approx([told["confidence_var"] for told in expected], abs=1e-4)
    assert [one.signature for one in found] == [told["signature"] for told in expected]


def test_the_seed_is_an_argument() -> None:
    hypothesis, reference = zip(*ENGLISH, strict=True)
    bounds = [score(hypothesis, reference, metrics=("bleu",), n_bootstrap=50, seed=seed) for seed in (1, 1, 2)]
    assert bounds[0] == bounds[1]
    assert (bounds[0][0].low, bounds[0][0].high) != (bounds[2][0].low, bounds[2][0].high)


def test_draws_one_by_one_are_those_drawn_at_once() -> None:
    at_once = np.random.default_rng(5).choice(13, size=(20, 13), replace=True)
    assert np.array_equal(np.array(list(choices(13, 20, 5))), at_once)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The same words in the same order.", "en"),
        ("Hello world", "en"),
        ("Yes.", "en"),
        ("。", "zh"),
        ("相同的文字", "zh"),
        ("zwei Wörter", "de"),
        ("كلمات قليلة", "ar"),
    ],
)
def test_identical_text_scores_full_marks(text: str, lang: str) -> None:
    assert [one.value for one in score([text, ""], [text, ""], target_lang=lang)] == [100, 100, 0]


def test_a_set_without_any_four_tokens_says_so_in_the_signature() -> None:
    assert "eff:yes" in score(["Hello world"], ["Hello world"])[0].signature
    assert "eff:no" in score(["Hello world"], ["Hello to the wide world"])[0].signature


@pytest.mark.parametrize(
    ("hypothesis", "reference", "values"),
    [
        ([""], ["Some words are here now."], [0, 0, 100]),
        (["Some words are here now."], [""], [0, 0, 100]),
        (["a b c d e", ""], ["a b c d e", ""], [100, 100, 0]),
    ],
)
def test_empty_texts(hypothesis: list[str], reference: list[str], values: list[float]) -> None:
    assert [one.value for one in score(hypothesis, reference)] == values


@pytest.mark.parametrize(
    ("hypothesis", "reference", "message"),
    [
        (["a", "b"], ["a"], "2 hypothesis segments and 1 reference segments"),
        ([], ["a"], "0 hypothesis segments and 1 reference segments"),
        ([], [], "0 hypothesis segments and 0 reference segments; expected at least one"),
        (["a", None], ["a", "b"], "segment 2 is (None, 'b')"),
        (["a", float("nan")], ["a", "b"], "segment 2"),
        (["", " "], ["", "\n"], "all of them blank"),
        ("two words", ["two", "words"], "the hypothesis is one string of 9 characters"),
        (["two", "words"], "two words", "the reference is one string of 9 characters"),
        ([["a b c d"], ["e f g h"]], [["a b c d"], ["e f g h"]], "segment 1"),
    ],
)
def test_texts_that_cannot_be_compared_are_refused_with_counts(hypothesis: Any, reference: Any, message: str) -> None:
    with pytest.raises(UnscorableTexts) as refusal:
        score(hypothesis, reference)
    assert message in str(refusal.value)


def test_unknown_metrics_and_languages_are_refused() -> None:
    with pytest.raises(UnscorableTexts, match=r"'comet'.*bleu, chrf, ter"):
        score(["a"], ["a"], metrics=("comet",))
    with pytest.raises(UnknownLanguage):
        score(["a"], ["a"], target_lang="xx")


@pytest.mark.parametrize(
    ("lang", "name"),
    [("en", "13a"), ("und", "13a"), ("zh", "zh"), ("zh-Hant-TW", "zh"), ("de_DE", "13a"), ("ar", "13a")],
)
def test_the_language_chooses_the_tokenizer(lang: str, name: str) -> None:
    assert tokenizer(lang) == name


@pytest.mark.parametrize(("lang", "module", "analyser"), [("ja", "MeCab", "ja-mecab"), ("ko", "mecab_ko", "ko-mecab")])
def test_japanese_and_korean_are_analysed_where_that_is_possible(lang: str, module: str, analyser: str) -> None:
    present = importlib.util.find_spec(module) is not None
    expected = analyser if present else "char"
    assert tokenizer(lang) == expected
    assert f"tok:{expected}" in score(["図書館は夜"], ["図書館は夜"], target_lang=lang)[0].signature


def test_chinese_is_not_scored_as_one_word_a_sentence() -> None:
    hypothesis, reference = zip(*CHINESE, strict=True)
    as_chinese, as_english = (score(hypothesis, reference, target_lang=lang) for lang in ("zh", "en"))
    assert as_chinese[0].value > 30 > as_english[0].value
    assert as_chinese[2].value < 60 < as_english[2].value


@pytest.mark.parametrize("pair", [("caf\u00e9 noir a b", "cafe\u0301 noir a b"), ("“a b” c d", '"a b" c d')])
def test_nothing_is_normalised_silently(pair: tuple[str, str]) -> None:
    assert all(one.value not in (0, 100) for one in score([pair[0]], [pair[1]], metrics=("chrf", "ter")))


def test_the_metrics_are_those_that_are_printed() -> None:
    assert set(METRICS) <= set(PRINTED)
