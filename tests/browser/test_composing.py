"""Input methods, right-to-left texts and characters outside the BMP, where words are typed and marked."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from review.judgements import Correction
from review.types import Article
from tests.browser.conftest import Workbench
from tests.browser.page import becomes, lit, press, saved
from tests.reviewed import article_of

Add = Callable[[Article], Article]
Opened = Callable[..., Page]

HEBREW = (("The old <b>bridge</b> is closed.", "הגשר הישן סגור 😀."), ("It opens tomorrow.", "הוא ייפתח מחר."))


def compose(page: Page, text: str) -> None:
    """Have an input method show a text that is not chosen yet."""
    client = page.context.new_cdp_session(page)
    client.send("Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)})


def direction(element: Locator) -> str:
    """How an element's text runs."""
    return str(element.evaluate("(element) => getComputedStyle(element).direction"))


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


def test_search_and_glossary_wait_for_the_input_method(add: Add, opened: Opened, workbench: Workbench) -> None:
    page = opened(add(article_of(HEBREW, title="מחפש", langs=("en", "he"))))
    field = page.locator(".mtr-search-field")
    press(page, "/")
    compose(page, "מח")
    press(page, "Escape")
    expect(field).to_be_focused()
    page.keyboard.insert_text("מחר")
    expect(page.locator(".mtr-row")).to_have_count(1)
    becomes(lambda: direction(field), "rtl")
    becomes(lambda: lit(page, "mtr-hit-here"), ["מחר"])
    press(page, "Escape", "g")
    form = page.locator("dialog[open]")
    form.locator("input[name=source]").fill("tomorrow")
    rendering = form.locator("input[name=preferred]")
    rendering.fill("")
    rendering.focus()
    compose(page, "מח")
    press(page, "Enter")
    expect(form).to_be_visible()
    page.keyboard.insert_text("מחר")
    becomes(lambda: direction(rendering), "rtl")
    press(page, "Enter")
    expect(form).to_have_count(0)
    saved(page)
    assert "tomorrow\tמחר" in workbench.glossary.read_text(encoding="utf-8")


def test_the_errors_of_a_right_to_left_correction_are_shown_and_changed(
    add: Add, opened: Opened, workbench: Workbench
) -> None:
    article = add(article_of(HEBREW, title="שגיאות", langs=("en", "he")))
    page = opened(article)
    press(page, "e", "Control+a")
    page.keyboard.insert_text("הגשר החדש סגור 😀.")
    chip = page.locator(".mtr-mends:not(.mtr-stale) .mtr-mend")
    expect(chip).to_have_count(1)
    words = chip.locator(".mtr-mend-words")
    expect(words.locator("del")).to_have_text("הישן")
    becomes(lambda: direction(words), "rtl")
    category = chip.locator("select").first
    expect(category).to_have_value("accuracy/mistranslation")
    compose(page, "א")
    press(page, "Alt+3")
    page.keyboard.insert_text("א")
    press(page, "Backspace")
    expect(page.locator(".mtr-field")).to_have_value("הגשר החדש סגור 😀.")
    expect(words.locator("ins")).to_have_text("החדש")
    expect(category).to_have_value("accuracy/mistranslation")
    press(page, "Alt+3")
    expect(category).to_have_value(re.compile("^style/"))
    press(page, "Control+Enter")
    saved(page)
    (error,) = workbench.review(article).states[0].errors
    assert (error.text, error.category.split("/")[0]) == ("הישן", "style")


@pytest.mark.parametrize(
    ("langs", "sides", "shown"),
    [
        (("en", "zh"), ("The shop 😀 is open.", "𠮷野家😀开门。"), ["𠮷", "野", "家", "😀", "开"]),
        (("en", "he"), ("The old bridge 😀.", "הגשר 👨‍👩‍👧 סגור."), ["הגשר", "👨‍👩‍👧", "סגור"]),
    ],
)
def test_the_palette_goes_by_whole_characters_and_words(
    add: Add, opened: Opened, workbench: Workbench, langs: tuple[str, str], sides: tuple[str, str], shown: list[str]
) -> None:
    article = add(article_of((sides,), title=f"Palette {langs[1]}", langs=langs))
    page = opened(article)
    quote, onward = page.locator(".mtr-palette-quote"), "ArrowLeft" if langs[1] == "he" else "ArrowRight"
    press(page, "m")
    for words in shown:
        expect(quote).to_have_text(words)
        becomes(lambda: direction(quote), "rtl" if langs[1] == "he" else "ltr")
        press(page, onward)
    press(page, "Escape", "m")
    for _ in shown[:-1]:
        press(page, f"Shift+{onward}")
    expect(quote).to_have_text(sides[1][: sides[1].index(shown[-1]) + len(shown[-1])])
    press(page, "1", "2")
    saved(page)
    (error,) = workbench.review(article).states[0].errors
    assert error.text == error.span.of(sides[1]) == sides[1][: sides[1].index(shown[-1]) + len(shown[-1])]
