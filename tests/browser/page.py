"""What a test does on the Review page and reads from it, on however slow a machine."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect

from tests.machine import until


def at_rest(page: Page) -> None:
    """Wait until the rows of an article are there, in the fonts that they stay in."""
    page.wait_for_selector(".mtr-row.mtr-current")
    page.evaluate("document.fonts.ready.then(() => true)")


def press(page: Page, *keys: str) -> None:
    """Strike keys one after another. What the page does by itself is done when the last one has been struck; what it
    does when the server has answered has to be waited for.
    """
    for key in keys:
        page.keyboard.press(key)


def press_at_once(page: Page, *keys: str) -> None:
    """Strike keys so fast that no answer of the server comes between them."""
    strike = (
        "key => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))"
    )
    page.evaluate(f"keys => keys.forEach({strike})", keys)


def saved(page: Page) -> None:
    """Wait for the store's word on all that was done before."""
    expect(page.locator(".mtr-saved[data-state='saved']")).to_be_visible()


def to_finding(page: Page, words: str) -> None:
    """Go on to the open finding on those words."""
    for _ in range(50):
        if words in page.locator(".mtr-lit").all_text_contents():
            return
        press(page, "n")
    raise AssertionError(f"no finding on {words!r}")


def becomes(read: Callable[[], object], expected: object) -> None:
    """Wait until what is read is what is expected."""
    with suppress(TimeoutError):
        until(lambda: read() == expected)
    assert read() == expected


def asked(page: Page) -> dict[str, str]:
    """What the address asks for, but for the article and the pair."""
    query = parse_qs(urlsplit(str(page.evaluate("location.href"))).query)
    return {name: values[0] for name, values in query.items() if name not in ("article", "pair")}


def lit(page: Page, name: str) -> list[str]:
    """The words that a highlight lies on."""
    words: list[str] = page.evaluate("(name) => [...(CSS.highlights.get(name) ?? [])].map(String)", name)
    return words
