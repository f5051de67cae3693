"""Finding one's way in an article: the tree, the filters, the search, and the address that brings them back."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from review.judgements import Dismissal
from review.types import Article
from tests.browser.conftest import Workbench
from tests.browser.page import asked, becomes, lit, press
from tests.reviewed import article_of

Add = Callable[[Article], Article]
Opened = Callable[..., Page]
HOSTILE = "<img src=x onerror=alert(1)>"
SIDES = [
    ("自下月起，图书馆每晚九点半闭馆。", "From next month, the the library will close at half past nine."),
    ("市长讲话。", "The mayor gave a speech."),
    ("新增座位。", "New seats were added , and readers 更方便."),
    (f"图书馆很高兴{HOSTILE}。", f"The library is happy with the the {HOSTILE} {HOSTILE}."),
    ("孩子们很高兴。", "The children are happy with the the reading room."),
    ("图书馆关闭。", "Closed."),
]


def numbers(page: Page, *expected: int) -> None:
    expect(page.locator(".mtr-row .mtr-number")).to_have_text([str(number) for number in expected])


def node(page: Page) -> str:
    """What the line of the tree that has the focus is called."""
    return str(page.evaluate("document.activeElement.querySelector('.mtr-node bdi')?.textContent ?? ''"))


def test_the_tree_filters_by_key_and_comes_back_with_the_address(add: Add, opened: Opened) -> None:
    page = opened(add(article_of(SIDES, title="Tree")))
    press(page, "f")
    assert node(page) == "All open findings"
    expect(page.locator("[role='treeitem'][aria-selected='true']")).to_have_count(0)
    doubled = page.get_by_role("treeitem", name="Doubled word")
    for _ in SIDES:
        if node(page) != "Doubled word":
            press(page, "ArrowDown")
    assert node(page) == "Doubled word"
    press(page, "Enter")
    numbers(page, 1, 4, 5)
    expect(doubled).to_have_attribute("aria-selected", "true")
    expect(doubled).to_be_focused()
    assert asked(page) == {"tree": "1", "category": "fluency", "check": "doubled-word"}
    press(page, "ArrowLeft", "ArrowLeft")
    expect(page.get_by_role("treeitem", name="fluency", exact=False).first).to_have_attribute("aria-expanded", "false")
    press(page, "Escape")
    expect(page.locator(".mtr-row.mtr-current")).to_be_focused()
    page.reload()
    page.wait_for_selector(".mtr-tree:visible")
    numbers(page, 1, 4, 5)
    page.get_by_role("button", name="Lift the filter: Doubled word").click()
    numbers(page, 1, 2, 3, 4, 5, 6)
    page.go_back()
    numbers(page, 1, 4, 5)
    press(page, "f")
    expect(page.locator(".mtr-tree")).to_be_hidden()
    assert "tree" not in asked(page)


def test_filters_hold_together_and_the_one_in_the_way_is_named(add: Add, opened: Opened) -> None:
    page = opened(add(article_of(SIDES, title="Together")), more="&check=doubled-word&find=library&tree=1")
    numbers(page, 1, 4)
    press(page, "y")
    expect(page.locator(".mtr-row[data-status='approved']")).to_have_count(1)
    page.locator("[data-name='approved']").click()
    numbers(page, 1)
    page.locator("[data-name='by-Ana']").click()
    page.locator(".mtr-search-field").fill("speech")
    empty = page.locator(".mtr-empty")
    expect(empty).to_contain_text("No pair matches all of these filters")
    expect(empty.locator(".mtr-set")).to_have_count(4)
    expect(empty.get_by_role("button", name="Lift the filter: “speech”")).to_contain_text("shows 1 pair")
    expect(empty.get_by_role("button", name="Lift the filter: Approved")).to_contain_text("shows 0 pairs")
    empty.get_by_role("button", name="Lift the filter: “speech”").click()
    numbers(page, 1)
    page.get_by_role("button", name="Lift all filters").click()
    numbers(page, 1, 2, 3, 4, 5, 6)


def test_what_was_dismissed_is_restored_from_the_tree(workbench: Workbench, add: Add, opened: Opened) -> None:
    article = add(article_of(SIDES, title="Dismissed"))
    page = opened(article)
    press(page, "n", "D")
    expect(page.locator(".mtr-saved")).to_contain_text("Saved")
    press(page, "f", "End", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight")
    assert node(page) == "“the the”"
    press(page, "Enter")
    numbers(page, 1, 4, 5)
    press(page, "d")
    expect(page.get_by_role("treeitem", name="Dismissed")).to_have_count(0)
    assert not workbench.review(article).states[0].patterns
    press(page, "u")
    expect(page.get_by_role("treeitem", name="Dismissed")).to_have_count(1)
    (said,) = {judgement.value for judgement in workbench.store.dismissed_everywhere()[-1:]}
    assert isinstance(said, Dismissal)
    assert not said.restored
    press(page, "u")
    expect(page.get_by_role("treeitem", name="Dismissed")).to_have_count(0)


def test_a_search_lights_its_hits_and_goes_from_one_to_the_next(add: Add, opened: Opened) -> None:
    page = opened(add(article_of(SIDES, title="Search")))
    press(page, "/")
    page.keyboard.type("LIBRARY")
    numbers(page, 1, 4)
    becomes(lambda: lit(page, "mtr-hit"), ["library", "library"])
    expect(page.locator(".mtr-search-field")).to_be_focused()
    expect(page.locator(".mtr-search-said")).to_have_text("1 of 2, 2 pairs")
    press(page, "Enter")
    expect(page.locator(".mtr-current .mtr-number")).to_have_text("4")
    expect(page.locator(".mtr-search-said")).to_have_text("2 of 2, 2 pairs")
    page.get_by_role("button", name="Capitals count").click()
    expect(page.locator(".mtr-empty")).to_be_visible()
    page.get_by_role("button", name="Capitals count").click()
    page.get_by_role("button", name="Regular expression").click()
    page.locator(".mtr-search-field").fill("图书(")
    expect(page.locator(".mtr-search-error")).to_have_text("This is no regular expression: missing ): 图书(.")
    numbers(page, 1, 2, 3, 4, 5, 6)
    page.locator(".mtr-search-field").fill("图书.|^closed")
    numbers(page, 1, 4, 6)
    becomes(lambda: lit(page, "mtr-hit"), ["图书馆", "图书馆", "图书馆", "Closed"])
    assert asked(page) == {"find": "图书.|^closed", "regex": "1"}
    press(page, "Escape")
    expect(page.locator(".mtr-row.mtr-current")).to_be_focused()
    page.reload()
    numbers(page, 1, 4, 6)
    expect(page.locator(".mtr-search-field")).to_have_value("图书.|^closed")
    page.get_by_role("button", name="End the search").click()
    numbers(page, 1, 2, 3, 4, 5, 6)
    becomes(lambda: lit(page, "mtr-hit"), [])


def test_what_is_looked_for_and_dismissed_is_shown_as_text(add: Add, opened: Opened) -> None:
    page = opened(add(article_of(SIDES, title=HOSTILE)))
    press(page, "/")
    page.keyboard.type(HOSTILE)
    numbers(page, 4)
    expect(page.locator(".mtr-set")).to_have_text(f"“{HOSTILE}”")
    becomes(lambda: lit(page, "mtr-hit"), [HOSTILE] * 3)
    assert page.locator("img[src='x']").count() == 0


def test_the_tree_is_a_drawer_on_a_narrow_window(add: Add, opened: Opened) -> None:
    page = opened(add(article_of(SIDES, title="Narrow")))
    page.set_viewport_size({"width": 700, "height": 900})
    press(page, "f", "Escape")
    expect(page.locator(".mtr-tree")).to_be_hidden()
    expect(page.locator(".mtr-row.mtr-current")).to_be_focused()
    press(page, "f")
    expect(page.locator(".mtr-tree")).to_be_visible()
    box = page.locator(".mtr-tree").bounding_box()
    assert box
    assert box["width"] < 400
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
    page.mouse.click(600, 500)
    expect(page.locator(".mtr-tree")).to_be_hidden()


def test_the_article_is_aligned_again_from_the_strip(workbench: Workbench, add: Add, opened: Opened) -> None:
    article = add(article_of(SIDES, title="Again"))
    page = opened(article)
    press(page, "y")
    expect(page.locator(".mtr-row[data-status='approved']")).to_have_count(1)
    press(page, "l")
    page.get_by_role("button", name="Align the whole article again").click()
    expect(page.get_by_role("dialog")).to_contain_text("are settled: they stay")
    page.get_by_role("button", name="Align again", exact=True).click()
    expect(page.locator(".mtr-notice")).to_contain_text("1 settled")
    assert workbench.review(article).states[0].status == "approved"


def test_the_list_answers_to_its_name(workbench: Workbench, opened: Opened, add: Add) -> None:
    page = opened(add(article_of(SIDES, title="Named")))
    page.goto(f"{workbench.url}/articles")
    expect(page.get_by_role("heading", name="Articles")).to_be_visible()
    expect(page.get_by_text("Page not found")).to_have_count(0)
