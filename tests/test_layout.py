"""What a paragraph is to its readers."""

from __future__ import annotations

import pytest

from review.article import corrected_blocks
from review.judgements import Correction
from review.layout import Role, headline_of, roles_of
from tests.reviewed import LIBRARY, article_of, library, reviewed

OPENING = ("报纸", "The paper")
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
        ("本报记者 李明", "Li Ming, staff", "text"),
        ("李明", "By Li Ming", "text"),
        ("Автор", "Petr Ivanov", "text"),
        ("作者：宣传科 点击数：427", "Author Publicity Department Hits 427", "text"),
        ("2024年5月20日", "May 20", "text"),
        ("天气", "May 20, 2024", "text"),
        ("天气", "20 May 2024 Town Hall", "text"),
        ("天气", "2024-11-08", "text"),
        ("天气", "Home > News", "text"),
        ("天气", "Byron on the weather of 2024", "heading"),
        ("天气", "Weather: what comes next", "heading"),
        ("记者节", "Journalists", "heading"),
    ],
)
def test_a_paragraph_has_a_role(source: str, target: str, role: Role) -> None:
    blocks = corrected_blocks(reviewed(article_of([OPENING, (source, target), RUNNING], title=OPENING[1])))
    assert roles_of(OPENING[1], blocks) == ("headline", role, "text")


def test_a_heading_stands_over_running_text() -> None:
    names = article_of([("王", "Wang"), ("李", "Li"), RUNNING, ("编辑", "Editor")])
    assert roles_of("", corrected_blocks(reviewed(names))) == ("headline", "heading", "text", "text")


def test_the_headline_is_the_title_in_either_language() -> None:
    blocks = corrected_blocks(library())
    assert roles_of("City Library Extends its Opening Hours", blocks)[0] == "headline"
    assert roles_of(LIBRARY[0][0], blocks)[0] == "headline"
    assert roles_of("Another title", blocks)[0] == "headline"
    assert headline_of("", blocks) is None
    assert roles_of("Any", ()) == ()


def test_the_headline_opens_the_text_below_what_is_no_part_of_it() -> None:
    crumbs, headline, byline = (
        ("首页 > 新闻", "Home > News"),
        ("天气预报" * 12, "Weather " * 15),
        ("李明", "By Li Ming"),
    )
    blocks = corrected_blocks(reviewed(article_of([crumbs, headline, byline, RUNNING])))
    assert roles_of("Rain", blocks) == ("text", "headline", "text", "text")
    assert roles_of("Rain", blocks[3:]) == ("text",)
    assert roles_of("Rain", blocks[:2]) == ("text", "text")


def test_an_emptied_paragraph_is_there_when_asked_for() -> None:
    untouched = reviewed(article_of(LIBRARY))
    review = reviewed(untouched.article, ((6, "ana", Correction("")),))
    kept, all_ = corrected_blocks(review), corrected_blocks(review, emptied=True)
    assert [block.text for block in all_ if block not in kept] == [""]
    assert all_[-1].states[0].pair.target == "[Print] [Close]"
    assert corrected_blocks(untouched, emptied=True) == corrected_blocks(untouched)
