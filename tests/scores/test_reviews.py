"""Scores of reviews: what counts, what does not, and how several articles make one score."""

from __future__ import annotations

import pytest

from review.errors import UnscorableTexts
from review.judgements import Correction
from review.scores import hter, review_scores, score, texts_of
from tests.reviewed import article_of, hostile, library, reviewed


def test_pairs_with_a_text_before_or_after_correction_count() -> None:
    texts = texts_of(library())
    assert texts.machine[3] == ""
    assert texts.corrected[3] == "Readers can book online."
    assert texts.corrected[5] == ""
    assert (len(texts.machine), texts.changed) == (6, 4)


def test_a_null_pair_without_a_text_does_not_count() -> None:
    review = reviewed(article_of([("一", "One."), ("二", "")]))
    assert texts_of(review).machine == ("One.",)


def test_the_scores_of_a_review_are_those_of_its_texts() -> None:
    texts, found = texts_of(library()), review_scores(library())
    assert [one.name for one in found] == ["bleu", "chrf", "ter", "hter", "untouched", "esa"]
    assert found[:3] == score(texts.machine, texts.corrected)
    assert found[3] == hter(texts.machine, texts.corrected)
    assert found[4].value == pytest.approx(100 * 2 / 6)
    assert {one.segments for one in found[:5]} == {6}


def test_an_article_without_corrections_scores_full_marks() -> None:
    review = reviewed(article_of([("一", "One thing is said here."), ("二", "Two.")]))
    assert [one.value for one in review_scores(review)] == [100, 100, 0, 0, 100]


def test_several_articles_are_pooled() -> None:
    one = reviewed(article_of([("一", "a")]), [(1, "ana", Correction("b"))])
    other = reviewed(article_of([("二", "c d e f g h i j k")], article_id="a2"))
    assert {each.name: each.value for each in review_scores([one, other])}["hter"] == 10
    assert review_scores([one])[3].value == 100
    assert review_scores([library(), hostile()])[0].segments == 15


def test_chinese_targets_are_scored_as_chinese() -> None:
    review = reviewed(article_of([("The cat.", "猫。")], langs=("en", "zh-Hans")))
    assert "tok:zh" in review_scores(review)[0].signature
    assert "asian:yes" in review_scores(review)[3].signature


def test_languages_cannot_be_mixed_and_texts_must_be_there() -> None:
    chinese = reviewed(article_of([("The cat.", "猫。")], langs=("en", "zh")))
    with pytest.raises(UnscorableTexts, match=r"2 articles in target languages \['en', 'zh'\]"):
        review_scores([library(), chinese])
    with pytest.raises(UnscorableTexts):
        review_scores([])
    with pytest.raises(UnscorableTexts, match="0 hypothesis segments"):
        review_scores(reviewed(article_of([("一", "")])))
