"""Other translations before a real browser: shown under the translation, compared, and taken by key and by mouse."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from review.types import Article, Bead, Translation
from tests.browser.conftest import Workbench, scripted
from tests.reviewed import article_of, text_of

Add = Callable[[Article], Article]
Opened = Callable[..., Page]

SIDES = (
    ("市图书馆延长开放时间。", "The library of the city extends opening times."),
    ("图书馆每晚闭馆。", "In the evening, the the library closes for all."),
    ("馆长讲话。", "The curator spoke."),
)
FIRST = ("😀 The city library extends its opening hours.", "The library closes every evening.", "The curator spoke.")
SECOND = ("The library of the city <b>extends</b> opening times. At night it shuts.",)


def translated(title: str) -> Article:
    """An article of three pairs; the second of the other systems has made one sentence of the first two."""
    article = article_of(SIDES, title=title)
    first = Translation("Engine B", text_of(FIRST, "en"), tuple(Bead((n,), (n,)) for n in range(3)))
    second = Translation("Engine <i>C</i>", text_of(SECOND, "en"), (Bead((0, 1), (0,)), Bead((2,), ())))
    return replace(article, translations=(*article.translations, first, second))


def others(page: Page, number: int = 0) -> Locator:
    return page.locator(".mtr-row").nth(number).locator(".mtr-others")


def saved_text(workbench: Workbench, article: Article, number: int = 0) -> str:
    return workbench.review(article).states[number].text


def test_the_other_translations_stand_under_the_pair(add: Add, opened: Opened) -> None:
    page = opened(add(translated("Shown")))
    expect(others(page)).to_be_empty()
    page.keyboard.press("t")
    texts = others(page).locator(".mtr-other-text")
    expect(texts).to_have_text([FIRST[0], SECOND[0]])
    expect(others(page).locator(".mtr-system")).to_have_text(["Engine B", "Engine <i>C</i>"])
    expect(others(page)).to_contain_text("renders more than this pair")
    assert page.locator(".mtr-others b, .mtr-others i").count() == 0
    differing = texts.nth(0).locator(".mtr-differs").all_inner_texts()
    assert [words.strip() for words in differing] == ["😀", "", "library", "its", "hours"]
    page.keyboard.press("j")
    expect(others(page)).to_be_empty()
    expect(others(page, 1).locator(".mtr-other-text")).to_have_text([FIRST[1], SECOND[0]])
    page.keyboard.press("j")
    expect(others(page, 2)).to_contain_text("word for word the same")
    page.keyboard.press("t")
    expect(others(page, 2)).to_be_empty()


def test_a_translation_is_taken_whole_by_key(add: Add, opened: Opened, workbench: Workbench) -> None:
    article = add(translated("Whole"))
    page = opened(article)
    page.keyboard.press("t")
    page.keyboard.press("x")
    expect(page.locator(".mtr-field")).to_have_value(FIRST[0])
    expect(others(page)).to_contain_text("word for word the same")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".mtr-saved[data-state='saved']")).to_be_visible()
    assert saved_text(workbench, article) == FIRST[0]


def test_words_are_taken_by_key_one_stretch_after_another(add: Add, opened: Opened, workbench: Workbench) -> None:
    article = add(translated("Keys"))
    page = opened(article)
    page.keyboard.press("t")
    chosen = others(page).locator(".mtr-chosen")
    expect(chosen).to_have_text("take it whole")
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    expect(chosen).to_have_text("its")
    page.keyboard.press("x")
    expect(page.locator(".mtr-field")).to_have_value("The library of the city extends its opening times.")
    page.keyboard.press("Escape")
    expect(chosen).to_have_text("hours")
    page.keyboard.press("x")
    expect(page.locator(".mtr-field")).to_have_value("The library of the city extends its opening hours.")
    page.keyboard.press("Control+z")
    expect(page.locator(".mtr-field")).to_have_value("The library of the city extends its opening times.")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".mtr-saved[data-state='saved']")).to_be_visible()
    assert saved_text(workbench, article) == "The library of the city extends its opening times."


def test_words_are_taken_by_mouse(add: Add, opened: Opened) -> None:
    page = opened(add(translated("Mouse")))
    row = page.locator(".mtr-row").nth(0)
    row.hover()
    row.get_by_role("button", name="2 other translations (t)").click()
    others(page).locator(".mtr-differs", has_text="hours").click()
    field = page.locator(".mtr-field")
    expect(field).to_have_value("The library of the city extends opening hours.")
    field.press("End")
    field.type(" Now.")
    select(page, others(page).locator(".mtr-other-text").nth(1), " city <b>extends</b> opening times. ")
    page.get_by_role("button", name="Take what is chosen or selected").click()
    expect(field).to_have_value("The library of the city <b>extends</b> opening times. Now.")
    others(page).get_by_role("button", name="Take the translation by Engine B").click()
    expect(field).to_have_value(FIRST[0])


def select(page: Page, text: Locator, words: str) -> None:
    text.evaluate(
        """(element, words) => {
            const start = element.textContent.indexOf(words)
            const range = rangeOver(element, start, start + words.length)
            getSelection().removeAllRanges()
            getSelection().addRange(range)
            function rangeOver(element, start, end) {
                const range = document.createRange()
                const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
                let seen = 0
                for (let node = walker.nextNode(); node; seen += node.length, node = walker.nextNode()) {
                    if (seen <= start && start < seen + node.length) range.setStart(node, start - seen)
                    if (seen < end && end <= seen + node.length) range.setEnd(node, end - seen)
                }
                return range
            }
        }""",
        words,
    )


def test_without_others_there_is_nothing_to_show(add: Add, opened: Opened) -> None:
    page = opened(add(article_of(SIDES, title="Alone")))
    page.keyboard.press("t")
    expect(page.locator(".mtr-notice")).to_have_text("No other translation of this pair is known")
    expect(page.locator(".mtr-row").nth(0).locator(".mtr-act")).to_have_count(4)


@pytest.fixture(scope="module")
def blank(browser: Browser) -> Page:
    return scripted(browser, "others")


TEXTS = (
    ("the cat sat", "the cat sat"),
    ("the cat sat", "a cat sat down"),
    ("the big black cat", "the cat"),
    ("the cat", "the big black cat"),
    ("cat", "the cat"),
    ("the cat", "cat"),
    ("", "all new"),
    ("all gone", ""),
    ("北京市在开放。", "北京在昨天开放了。"),
    ("don't go to 12,000.5 places", "do not go to 12,000 places"),
    ("😀 a  b\u00a0c", "a b c 😀"),
    ("one two three four", "four three two one"),
)


@pytest.mark.parametrize(("text", "other"), TEXTS)
def test_taking_every_stretch_makes_the_other_text(blank: Page, text: str, other: str) -> None:
    """Taken from behind, so that places before stay what they are; white space beside words is not compared."""
    made = blank.evaluate(
        """([text, other]) => stretches(text, other).filter((each) => !each.same).reverse().reduce(
            (now, { start, end, from, to }) => now.slice(0, from) + other.slice(start, end) + now.slice(to), text)""",
        [text, other],
    )
    assert made.split() == other.split()


@pytest.mark.parametrize(
    ("text", "other", "words", "expected"),
    [
        ("the library extends times", "the city library extends its hours", "its hours", "times"),
        ("the library extends times", "the city library extends its hours", "city", ""),
        ("the library extends times", "the city library extends its hours", "library extends", "library extends"),
        ("the library extends times", "the city library extends its hours", "brary extends its", "brary extends times"),
        ("times", "its hours", "hours", "times"),
        ("the cat", "the cat", "the cat", "the cat"),
    ],
)
def test_selected_words_stand_for_words_of_the_text(
    blank: Page, text: str, other: str, words: str, expected: str
) -> None:
    start = other.index(words)
    ends: Sequence[Any] = blank.evaluate(
        "([text, other, start, end]) => counterpart(stretches(text, other), start, end)",
        [text, other, start, start + len(words)],
    )
    assert text[ends[0] : ends[1]] == expected


def test_texts_that_are_too_long_to_compare_differ_as_wholes(blank: Page) -> None:
    found = blank.evaluate(
        """() => stretches(`the ${"a ".repeat(2500)}end`, `the ${"b ".repeat(2500)}end`).map(({ same }) => same)"""
    )
    assert found == [True, False, True]
