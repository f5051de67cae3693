"""What an untitled article is called: its headline, not the page's way to it."""

from __future__ import annotations

import pytest

from review import flow
from review.article import TITLE_LENGTH
from review.texts.segment import divide


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Home > News Center > Campus News\n\n Forum opens \nHe spoke.", "Forum opens"),
        ("Forum opens\nHome > News Center", "Forum opens"),
        ("Home > News Center > Campus News\n", "Home > News Center > Campus News"),
        ("\n \n", ""),
        ("", ""),
        ("a" * 500, "a" * (TITLE_LENGTH - 1) + "…"),
    ],
)
def test_an_article_is_called_by_its_headline(raw: str, expected: str) -> None:
    assert flow.headline(divide(raw, "en")) == expected
