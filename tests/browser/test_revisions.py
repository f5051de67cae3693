"""Changes between texts, and two reviewers' changes put together, in the browser that shows them."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import scripted

TEXTS = (
    ("the cat sat", "the cat sat"),
    ("the cat sat", "a cat sat down"),
    ("", "all new"),
    ("all gone", ""),
    ("  two  spaces ", " two spaces"),
    ("It costs 6.8 billion yuan.", "It costs 680 million yuan."),
    ("北京市在开放。", "北京在昨天开放了。"),
    ("שלום עולם 😀", "שלום לעולם 😀"),
    ("a\nb\n\nc", "a b\nc"),
    ("😀 a  b\u00a0c", "a b c 😀"),
    ("one two three four", "four three two one"),
)


@pytest.fixture(scope="module")
def blank(browser: Browser) -> Page:
    return scripted(browser, "others", "revisions")


@pytest.mark.parametrize(("before", "after"), TEXTS)
def test_revisions_joined_are_both_texts(blank: Page, before: str, after: str) -> None:
    found = blank.evaluate("([b, a]) => revisions(b, a)", [before, after])
    assert "".join(piece["old"] for piece in found) == before
    assert "".join(piece["text"] for piece in found) == after
    assert all(piece["same"] == (piece["old"] == piece["text"]) for piece in found)
    assert all(one["same"] != other["same"] for one, other in pairwise(found))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("the the cat", "the cat", [["the ", ""]]),
        ("closes at 6 now", "closes at 9 now", [["6", "9"]]),
        ("deeply welcomed by all", "very popular with all", [["deeply welcomed by", "very popular with"]]),
        ("a  b", "a b", [[" ", ""]]),
        ("图书官开放", "图书馆开放", [["官", "馆"]]),
        ("Ends here .", "Ends here.", [[" ", ""]]),
    ],
)
def test_a_change_is_as_small_as_its_words(blank: Page, before: str, after: str, expected: list[list[str]]) -> None:
    found = blank.evaluate(
        "([b, a]) => revisions(b, a).filter((p) => !p.same).map((p) => [p.old, p.text])", [before, after]
    )
    assert found == expected


def merged(blank: Page, base: str, mine: str, theirs: str) -> Any:
    return blank.evaluate("([b, m, t]) => mergedText(b, m, t)", [base, mine, theirs])


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "text", "clashes"),
    [
        ("one two three four", "1 two three four", "one two three 4", "1 two three 4", []),
        ("one two three", "one 2 three", "one 2 three", "one 2 three", []),
        ("one two three", "one 2 three", "one zwei three", "one 2 three", ["zwei"]),
        ("one two three", "one three", "one zwei three", "one three", ["zwei"]),
        ("one two", "one big two", "one small two", "one big two", ["small"]),
        ("one two three", "zero one two three", "one two three four", "zero one two three four", []),
        ("图书官晚开放", "图书馆晚开放", "图书官晚间开放", "图书馆晚间开放", []),
        ("", "mine", "theirs", "mine", ["theirs"]),
        ("a  b c", "a b c", "a  b d", "a b d", []),
    ],
)
def test_changes_of_different_words_are_put_together(
    blank: Page, base: str, mine: str, theirs: str, text: str, clashes: list[str]
) -> None:
    assert merged(blank, base, mine, theirs) == {"text": text, "clashes": clashes}


@pytest.mark.parametrize(("base", "text"), TEXTS)
def test_who_changed_nothing_changes_nothing(blank: Page, base: str, text: str) -> None:
    for mine, theirs in ((text, base), (base, text), (text, text)):
        assert merged(blank, base, mine, theirs) == {"text": text, "clashes": []}


@pytest.mark.parametrize(
    ("before", "after", "at", "expected"),
    [
        ("one two three", "one 2 three", 5, 5),
        ("one two three", "one 2 three", 9, 11),
        ("a", "a b", 3, 1),
        ("", "x", 1, 0),
    ],
)
def test_a_place_is_found_in_the_text_before(blank: Page, before: str, after: str, at: int, expected: int) -> None:
    assert blank.evaluate("([b, a, u]) => placeBefore(b, a, u)", [before, after, at]) == expected
