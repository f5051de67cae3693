"""Input methods, right-to-left texts and characters outside the BMP, where words are typed and marked."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from review.judgements import Correction
from review.types import Article
from tests.browser.conftest import Workbench
from tests.reviewed import article_of

Add = Callable[[Article], Article]
Opened = Callable[..., Page]

HEBREW = (("The old <b>bridge</b> is closed.", "הגשר הישן סגור 😀."), ("It opens tomorrow.", "הוא ייפתח מחר."))


def compose(page: Page, text: str) -> None:
    """Have an input method show a text that is not chosen yet."""
    client = page.context.new_cdp_session(page)
    client.send("Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)})


def test_no_key_commands_while_an_input_method_composes(add: Add, opened: Opened, workbench: Workbench) -> None:
    article = add(article_of(HEBREW, title="מנסה", langs=("en", "he")))
    page = opened(article)
    page.keyboard.press("e")
    field = page.locator(".mtr-field")
    expect(field).to_have_attribute("dir", "rtl")
    page.keyboard.press("Control+a")
    compose(page, "גשר")
    for key in ("Control+Enter", "Escape", "Alt+1"):
        page.keyboard.press(key)
    expect(field).to_be_focused()
    page.keyboard.insert_text("הגשר סגור.")
    expect(field).to_have_value("הגשר סגור.")
    expect(page.locator(".mtr-mends:not(.mtr-stale) .mtr-mend")).not_to_have_count(0)
    page.keyboard.press("Control+Enter")
    expect(page.locator(".mtr-saved[data-state='saved']")).to_be_visible()
    (made,) = workbench.review(article).states[0].corrections
    assert isinstance(made.value, Correction)
    assert made.value.text == "הגשר סגור."
    assert made.value.errors
    page.keyboard.press(";")
    comment = page.locator(".mtr-comment-field")
    expect(comment).to_be_focused()
    compose(page, "למה")
    for key in ("Control+Enter", "Escape"):
        page.keyboard.press(key)
    expect(comment).to_be_focused()
    page.keyboard.insert_text("למה?")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".mtr-thread")).to_contain_text("למה?")
