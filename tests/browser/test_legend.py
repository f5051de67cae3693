"""The line of keys and the first steps, what a double click does, and boxes that are seen whole, in a real browser."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from review.judgements import StatusChange
from review.types import Article
from tests.browser.conftest import Workbench
from tests.browser.page import press
from tests.browser.test_helping import SIDES, said
from tests.reviewed import article_of

Add = Callable[[Article], Article]
Opened = Callable[..., Page]

LEGEND = ".mtr-keys"
CARD = ".mtr-card:not([hidden])"


def test_the_line_of_keys_tells_those_that_hold_where_one_is(add: Add, opened: Opened) -> None:
    page = opened(add(article_of(SIDES, title="Legend")))
    for keys, place in (
        ((), "reading"),
        (("n",), "finding"),
        (("e",), "editor"),
        (("Escape", "Escape", "l"), "alignment"),
        (("l", "/"), "search"),
        (("Escape", "f"), "tree"),
        (("f", "j", "m"), "marking"),
        (("1",), "grading"),
        (("Escape",), "reading"),
    ):
        press(page, *keys)
        expect(page.locator(LEGEND)).to_have_attribute("data-place", place)
    expect(page.locator(LEGEND)).to_contain_text("next finding")


def test_the_keys_stand_side_by_side_without_scrolling(add: Add, opened: Opened) -> None:
    page = opened(add(article_of(SIDES, title="Columns")))
    page.get_by_role("button", name="Show all keys (?)").click()
    dialog = page.locator(".mtr-all-keys[open]")
    expect(dialog).to_be_visible()
    height = dialog.evaluate("dialog => [dialog.scrollHeight, dialog.clientHeight]")
    assert height[0] <= height[1]


def test_the_first_steps_are_told_until_an_article_is_begun_or_they_are_put_away(
    add: Add, opened: Opened, workbench: Workbench
) -> None:
    new, begun = (add(article_of(SIDES, title=title)) for title in ("New", "Begun"))
    said(workbench, begun, 0, StatusChange("approved"))
    expect(opened(begun).get_by_role("note", name="First steps")).to_have_count(0)
    page = opened(new)
    expect(page.get_by_role("note", name="First steps")).to_contain_text("goes to the next finding")
    page.get_by_role("button", name="Put this line away").click()
    expect(page.get_by_role("note", name="First steps")).to_have_count(0)
    page.reload()
    page.wait_for_selector(".mtr-row.mtr-current")
    expect(page.get_by_role("note", name="First steps")).to_have_count(0)


def test_a_double_click_selects_a_word_and_offers_what_to_do_with_it(add: Add, opened: Opened) -> None:
    page = opened(add(article_of(SIDES, title="Double")))
    page.locator(".mtr-target .mtr-text").nth(2).dblclick(position={"x": 24, "y": 14})
    assert page.evaluate("window.getSelection().toString().trim()") == "looks"
    expect(page.locator(".mtr-field")).to_have_count(0)
    expect(page.get_by_role("group", name="What is selected")).to_be_visible()
    press(page, "e")
    page.keyboard.type("stares")
    expect(page.locator(".mtr-field")).to_have_value("He stares at pictures.")


def test_a_term_is_suggested_without_a_selection(add: Add, opened: Opened) -> None:
    page = opened(add(article_of((("他看画。", "He looks 看画 at it."),), title="Suggested")))
    press(page, "n", "g")
    expect(page.locator(".mtr-term-dialog input[name='preferred']")).to_have_value("看画")


@pytest.mark.parametrize("width", [950, 700])
def test_the_card_is_seen_whole_over_the_panel(add: Add, opened: Opened, browser: Browser, width: int) -> None:
    long = ("他看画。" * 12, "The the museum opens today. " * 12)
    article = add(article_of((SIDES[0], long, SIDES[1], long, SIDES[0]), title="Sheet"))
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = opened(article, inside=context)
    press(page, "h")
    expect(page.locator(".mtr-help-pane")).to_be_visible()
    for _ in range(8):
        press(page, "n")
        expect(page.locator(CARD)).to_be_visible()
        card, panel = page.locator(CARD).bounding_box(), page.locator(".mtr-help-pane").bounding_box()
        assert card
        assert panel
        assert card["y"] >= 60
        assert card["y"] + card["height"] <= panel["y"]
    context.close()
