"""A bar by status says by signs and words what its colours say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from review.judged.shares import Share
from review.judgements import Status
from review.store import Entry
from review.ui.headway import bar, headway, said_of, talk_of, words_of
from tests.reviewed import AT


@pytest.mark.parametrize(
    ("counts", "pairs", "said"),
    [
        ({}, 4, "0 of 4 done"),
        ({"approved": 2, "corrected": 1}, 4, "3 of 4 done · ✓ 2 approved · ✎ 1 corrected"),
        ({"question": 1, "in work": 2}, 4, "0 of 4 done · … 2 in work · ? 1 in question"),
        ({}, 0, "0 of 0 done"),
    ],
)
def test_a_bar_is_told_in_words(counts: Mapping[Status, int], pairs: int, said: str) -> None:
    assert words_of(counts, pairs) == said
    assert said in headway(counts, pairs)


def test_a_bar_is_as_long_as_its_shares() -> None:
    drawn = bar({"approved": 2, "in work": 1, "question": 0}, 4)
    assert drawn.count("<i ") == 3
    assert 'mtreview-is-approved" style="flex-grow:2"' in drawn
    assert 'mtreview-is-in-work" style="flex-grow:1"' in drawn
    assert '<i style="flex-grow:1"></i>' in drawn


def test_reviewers_are_named_where_there_are_several_and_as_text() -> None:
    one, two = Share("<b>Ana</b>", (("approved", 2), ("corrected", 1))), Share("Bo", (("question", 1),))
    assert said_of(one) == "<b>Ana</b>: 2 approved, 1 corrected"
    assert "Ana" not in headway({}, 4, [one])
    told = headway({}, 4, [one, two])
    assert '<span title="&lt;b&gt;Ana&lt;/b&gt;: 2 approved, 1 corrected">&lt;b&gt;Ana&lt;/b&gt; 3</span>' in told
    assert "Bo 1" in told


def test_talk_is_told_where_there_is_any() -> None:
    entry = Entry("a", "A", "zh", "en", "MT", 3, 0, 0, 0, 0, AT, "Ana")
    assert talk_of(entry) == ""
    assert talk_of(replace(entry, discussed=2)) == "✉ 2 pairs with open comments"
