"""HTER and untouched segments: values worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.errors import UnscorableTexts
from review.scores import SegmentEdits, hter, score, segment_edits, untouched

WORDS = st.lists(st.sampled_from(["the", "a", "cat", "sat", "on", "mat"]), max_size=8).map(" ".join)


@pytest.mark.parametrize(
    ("hypothesis", "post_edit", "edits", "words", "rate"),
    [
        ("a b c d", "a b c d", 0, 4, 0),
        ("a b c d", "a x c d", 1, 4, 25),
        ("a b c", "a b c d", 1, 4, 25),
        ("a b c d e", "a b c d", 1, 4, 25),
        ("d a b c", "a b c d", 1, 4, 25),
        ("The Cat", "the cat", 0, 2, 0),
        ("", "a b", 2, 2, 100),
        ("a b c", "", 3, 0, 100),
        ("", "", 0, 0, 0),
    ],
)
def test_edits_of_a_segment(hypothesis: str, post_edit: str, edits: int, words: int, rate: float) -> None:
    found = segment_edits([hypothesis, "x"], [post_edit, "x"])[0]
    assert found == SegmentEdits(edits, words)
    assert found.rate == rate


def test_chinese_is_counted_by_character() -> None:
    assert segment_edits(["他昨天来"], ["他昨日来"], target_lang="zh") == (SegmentEdits(1, 4),)


def test_the_corpus_is_pooled_and_no_mean_of_segments() -> None:
    hypothesis, post_edit = ["a", "b c d e f g h i j"], ["x", "b c d e f g h i j"]
    assert [one.rate for one in segment_edits(hypothesis, post_edit)] == [100, 0]
    assert hter(hypothesis, post_edit).value == 10


@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=6))
def test_the_corpus_is_the_sum_of_its_segments_and_agrees_with_ter(pairs: list[tuple[str, str]]) -> None:
    hypothesis, post_edit = zip(*pairs, strict=True)
    if not any(hypothesis + post_edit):
        return
    segments = segment_edits(hypothesis, post_edit)
    whole = SegmentEdits(sum(one.edits for one in segments), sum(one.words for one in segments))
    assert hter(hypothesis, post_edit).value == pytest.approx(whole.rate)
    assert hter(hypothesis, post_edit).value == score(hypothesis, post_edit, metrics=("ter",))[0].value


def test_untouched_counts_every_character() -> None:
    found = untouched(["a", "B", "c ", ""], ["a", "b", "c", ""])
    assert (found.value, found.segments) == (50, 4)
    assert found.signature.startswith("count:2|total:4|")


def test_nothing_to_count_is_refused() -> None:
    for measure in (hter, untouched, segment_edits):
        with pytest.raises(UnscorableTexts, match="0 hypothesis segments and 0 reference segments"):
            measure([], [])
