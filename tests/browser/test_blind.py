"""A blind review with two reviewers before two browsers: neither sees anything of the other, until it ends."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from review.types import Article
from tests.browser.conftest import Workbench
from tests.browser.page import at_rest, press, saved
from tests.reviewed import article_of

Add = Callable[[Article], Article]
Opened = Callable[..., Page]

SIDES = (("图书馆今天开门。", "The library opens today."), ("他看书。", "He reads a book."))
TEXT = ".mtr-row:first-child .mtr-target .mtr-text"
NAME, WORDS = "Benedetta", "Words of the other reviewer."


def write(page: Page, text: str) -> None:
    press(page, "k", "e", "Control+a")
    page.keyboard.insert_text(text)
    press(page, "Control+Enter")
    saved(page)


def test_neither_sees_the_other_until_it_ends(
    add: Add, opened: Opened, workbench: Workbench, window: Callable[[], BrowserContext]
) -> None:
    article, like = (add(article_of(SIDES, title=title)) for title in ("Rated blind", "Like it"))
    beside = window()
    beside.add_cookies([{"name": "mtreview_reviewer", "value": NAME, "url": workbench.url}])
    mine = opened(article)
    mine.get_by_test_id("stExpandSidebarButton").click()
    mine.get_by_role("button", name="Review blind").click()
    expect(mine.locator(".mtr-blind")).to_be_visible()
    theirs = opened(article, inside=beside)
    write(theirs, WORDS)
    press(theirs, "k", ";")
    theirs.keyboard.type(f"{NAME} asks.")
    press(theirs, "Control+Enter")
    press(theirs, "m", "1", "1", "y")
    saved(theirs)
    write(mine, "Words of my own.")
    expect(mine.locator(TEXT).first).to_have_text("Words of my own.")
    expect(theirs.locator(TEXT).first).to_have_text(WORDS)
    tells_nothing(mine, workbench, article, like)
    mine.goto(f"{workbench.url}/review?article={article.id}")
    at_rest(mine)
    mine.get_by_role("button", name="End the blind review").click()
    mine.get_by_role("button", name="Show it to all").click()
    expect(mine.locator(".mtr-row").first).to_have_attribute("data-status", "question")
    expect(mine.locator(TEXT).first).to_have_text("Words of my own.")
    press(mine, "b", "b")
    expect(mine.locator(".mtr-row:first-child .mtr-was del")).to_have_text(["the other reviewer"])
    expect(theirs.locator(".mtr-row").first).to_have_attribute("data-status", "question")
    expect(theirs.locator(".mtr-blind")).to_have_count(0)


def tells_nothing(page: Page, workbench: Workbench, article: Article, like: Article) -> None:
    """Nothing of the other reviewer is on any page, nor at another article with the same sentences."""
    seen = {
        f"review?article={article.id}&by={NAME}": ".mtr-empty",
        f"review?article={article.id}&filter=comments": ".mtr-empty",
        f"review?article={article.id}": ".mtr-row.mtr-current",
        f"read?article={article.id}": "text=Words of my own.",
        f"report?article={article.id}": "text=this page tells of what you have said yourself",
        f"export?article={article.id}": "text=it can be released when that has ended",
        "": "text=Rated blind",
    }
    for address, sign in seen.items():
        page.goto(f"{workbench.url}/{address}")
        page.wait_for_selector(sign)
        expect(page.get_by_test_id("stStatusWidget")).to_have_count(0)
        for secret in (WORDS, *(() if NAME in address else (NAME,))):
            expect(page.locator(f"body :text({secret!r})")).to_have_count(0)
    page.goto(f"{workbench.url}/review?article={like.id}")
    at_rest(page)
    press(page, "h")
    expect(page.locator(".mtr-help-matches")).to_contain_text("Words of my own.")
    for secret in (NAME, WORDS):
        expect(page.locator(".mtr-help-pane")).not_to_contain_text(secret)
