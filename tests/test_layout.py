"""What a paragraph is to its readers."""

from __future__ import annotations

import pytest

from review.article import corrected_blocks
from review.judgements import Correction
from review.layout import Role, headline_of, roles_of
from tests.reviewed import LIBRARY, article_of, library, reviewed

RUNNING = ("本周有雨。", "It will rain this week.")


@pytest.mark.parametrize(
    ("source", "target", "role"),
    [
        ("天气", "Weather", "heading"),
        ("## 天气", "## The weather, today.", "heading"),
        ("天气", "#weather", "heading"),
        ("天气。", "Weather", "text"),
        ("天气", "Weather:", "text"),
        ("天气", "It rains. ", "text"),
        ("天气", "“It rains.”", "text"),
        ("天气", "w" * 91, "text"),
        ("天气", "- rain", "entry"),
        ("天气", "• rain.", "entry"),
        ("天气", "2) rain", "entry"),
        ("天气", "a. rain", "entry"),
        ("天气", "iv. rain", "entry"),
        ("一、天气", "一、rain", "entry"),
        ("（二）天气", "（二） rain", "entry"),
        ("天气", "٣. مطر", "entry"),
        ("天气", "1.5 million people saw it.", "text"),
        ("天气", "2026. It rained.", "text"),
        ("天气", "A dog barks.", "text"),
        ("天气", "-5 degrees.", "text"),
        ("طقس؟", "هل تمطر؟", "text"),
    ],
)
def test_a_paragraph_has_a_role(source: str, target: str, role: Role) -> None:
    blocks = corrected_blocks(reviewed(article_of([(source, target), RUNNING], title="Title")))
    assert roles_of("Title", blocks) == (role, "text")


def test_a_heading_stands_over_running_text() -> None:
    names = article_of([("王", "Wang"), ("李", "Li"), RUNNING, ("编辑", "Editor")])
    assert roles_of("", corrected_blocks(reviewed(names))) == ("text", "heading", "text", "text")


def test_the_headline_is_the_title_in_either_language() -> None:
    blocks = corrected_blocks(library())
    assert roles_of("City Library Extends its Opening Hours", blocks)[0] == "headline"
    assert roles_of(LIBRARY[0][0], blocks)[0] == "headline"
    assert roles_of("Another title", blocks)[0] == "heading"
    assert headline_of("", blocks) is None
    assert roles_of("Any", ()) == ()


def test_an_emptied_paragraph_is_there_when_asked_for() -> None:
    untouched = reviewed(article_of(LIBRARY))
    review = reviewed(untouched.article, ((6, "ana", Correction("")),))
    kept, all_ = corrected_blocks(review), corrected_blocks(review, emptied=True)
    assert [block.text for block in all_ if block not in kept] == [""]
    assert all_[-1].states[0].pair.target == "[Print] [Close]"
    assert corrected_blocks(untouched, emptied=True) == corrected_blocks(untouched)
