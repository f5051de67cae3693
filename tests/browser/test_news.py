"""What others do meanwhile comes in by itself, and disturbs nobody."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from review.judgements import Comment, Correction, Judgement, StatusChange, Value
from review.types import Article
from tests.browser.conftest import AT, Workbench
from tests.browser.page import becomes, press
from tests.reviewed import article_of

Add = Callable[[Article], Article]
Opened = Callable[..., Page]

SIDES = (
    ("图书馆今天开门。", "The library opens today."),
    ("图书馆昨天关门。", "The library closed yesterday."),
    ("他看书。", "He reads a book."),
)
LONG = "The library opens today, and everybody who lives in the town may come in and read as long as they like. " * 4


def say(workbench: Workbench, article: Article, number: int, value: Value, by: str = "Ben") -> None:
    pair = article.translation.beads[number].id
    workbench.store.append(Judgement(f"{pair} {by} {type(value).__name__}", pair, 0, by, AT, value))


def test_what_others_do_comes_in_beside_what_one_types(add: Add, opened: Opened, workbench: Workbench) -> None:
    article = add(article_of(SIDES, title="News"))
    page = opened(article)
    press(page, "e", "Control+Home")
    page.keyboard.type("So ")
    say(workbench, article, 1, Correction("The library was closed yesterday."))
    say(workbench, article, 2, StatusChange("approved"))
    say(workbench, article, 2, Comment("Fine, <b>Ana</b>."))
    rows = page.locator(".mtr-row")
    expect(rows.nth(1).locator(".mtr-target .mtr-text").first).to_have_text("The library was closed yesterday.")
    expect(rows.nth(2)).to_have_attribute("data-status", "approved")
    expect(page.locator(".mtr-notice")).to_contain_text("Ben has changed 2 pairs")
    page.keyboard.type("now ")
    expect(page.locator(".mtr-field")).to_have_value("So now The library opens today.")
    expect(page.locator(".mtr-field")).to_be_focused()


def test_one_stays_where_one_stands_when_rows_above_grow(add: Add, opened: Opened, workbench: Workbench) -> None:
    article = add(article_of(SIDES * 12, title="Growing"))
    page = opened(article, more=f"&pair={article.translation.beads[20].id}")
    current = page.locator(".mtr-current")
    top = current.bounding_box()
    assert top
    for number in range(15, 20):
        say(workbench, article, number, Correction(LONG))
    expect(page.locator(".mtr-row").nth(19)).to_contain_text("everybody who lives in the town")
    expect(page.locator(".mtr-current .mtr-number")).to_have_text("21")
    becomes(lambda: round((current.bounding_box() or top)["y"] - top["y"]), 0)


def test_nothing_comes_in_under_a_mark_that_is_being_made(add: Add, opened: Opened, workbench: Workbench) -> None:
    article = add(article_of(SIDES, title="Marking"))
    page = opened(article)
    press(page, "m")
    expect(page.locator(".mtr-palette").first).to_be_visible()
    with page.expect_event("console", lambda message: message.text == "pulse"):
        page.evaluate(
            "document.addEventListener('mtr-pulse', (event) => event.detail.pulse[1] > 0 && console.log('pulse'))"
        )
        say(workbench, article, 0, Correction("Another text."))
    expect(page.locator(".mtr-current .mtr-target .mtr-text").first).to_have_text(SIDES[0][1])
    press(page, "Escape")
    expect(page.locator(".mtr-current .mtr-target .mtr-text").first).to_have_text("Another text.")
