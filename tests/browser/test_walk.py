"""The way through an article: after a save what is left open on the pair comes first, then the way one was going."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from review.types import Article
from tests.browser.conftest import Workbench
from tests.browser.page import press, saved
from tests.reviewed import article_of

Add = Callable[[Article], Article]
Opened = Callable[..., Page]

SIDES = (
    ("市图书馆延长开放时间", "City library extends its hours"),
    ("图书馆每晚八点闭馆。", "In the evening, the the library closes at at eight."),
    ("读者更方便。", "For readers that is convenient."),
    ("大厅新增座位。", "There are new new seats in the hall."),
)
LIT = ".mtr-lit"
CURRENT = ".mtr-current .mtr-number"
NOTICE = ".mtr-notice"


def sides(sign: str) -> list[tuple[str, str]]:
    """The sides with sources that no other article has, so that it says nothing of them."""
    return [(f"{sign}{source}", target) for source, target in SIDES]


def rewrite(page: Page, text: str) -> None:
    press(page, "e", "Control+a")
    page.keyboard.insert_text(text)
    press(page, "Control+Enter")


def test_a_save_leads_to_what_it_leaves_open_and_then_to_the_next_finding(add: Add, opened: Opened) -> None:
    page = opened(add(article_of(sides("甲"), title="Left open")))
    press(page, "n")
    rewrite(page, "In the evening, the library closes at at eight.")
    expect(page.locator(LIT)).to_have_text(["at at"])
    saved(page)
    expect(page.locator(LIT)).to_have_text(["at at"])
    press(page, "e", "Control+Enter")  # nothing is changed: it is left as it is
    expect(page.locator(LIT)).to_have_text(["new new"])
    press(page, "n", "n")
    expect(page.locator(NOTICE)).to_contain_text("No more open findings below")
    expect(page.locator(NOTICE)).to_contain_text("Some are open above")


def test_a_save_from_pair_to_pair_leads_to_the_next_pair(add: Add, opened: Opened) -> None:
    page = opened(add(article_of(sides("乙"), title="Pair by pair")))
    press(page, "j", "j")
    rewrite(page, "That helps readers.")
    expect(page.locator(CURRENT)).to_have_text("4")
    expect(page.locator(LIT)).to_have_count(0)


def test_what_one_has_passed_is_not_brought_up_again_by_a_fix(add: Add, opened: Opened) -> None:
    page = opened(add(article_of(sides("丙"), title="Passed")))
    press(page, "n", "n")
    expect(page.locator(LIT)).to_have_text(["at at"])
    press(page, "a")
    expect(page.locator(LIT)).to_have_text(["new new"])
    saved(page)
    press(page, "a")
    expect(page.locator(NOTICE)).to_contain_text("No more open findings below")


def test_what_a_correction_brings_in_is_told_and_gone_back_to(add: Add, opened: Opened) -> None:
    page = opened(add(article_of(sides("丁"), title="Brought in")))
    rewrite(page, "City library library extends its hours")
    expect(page.locator(CURRENT)).to_have_text("2")
    expect(page.locator(NOTICE)).to_contain_text("Pair 1 still has 1 open finding")
    press(page, "n")
    expect(page.locator(LIT)).to_have_text(["library library"])
    press(page, "a")
    expect(page.locator(LIT)).to_have_text(["the the"])


def test_what_is_left_on_the_page_before_is_gone_back_to(add: Add, opened: Opened) -> None:
    pairs = sides("戊")
    article = add(article_of([*pairs[2:3] * 99, *pairs[:1], *pairs[2:3]], title="Page before"))
    page = opened(article, more=f"&pair={article.translation.beads[99].id}")
    rewrite(page, "City library library extends its hours")
    expect(page.locator(CURRENT)).to_have_text("101")
    expect(page.locator(NOTICE)).to_contain_text("Pair 100 still has 1 open finding")
    press(page, "n")
    expect(page.locator(CURRENT)).to_have_text("100")
    expect(page.locator(LIT)).to_have_text(["library library"])


def test_the_second_of_two_equal_findings_stays_under_the_keys(add: Add, opened: Opened, workbench: Workbench) -> None:
    article = add(article_of([("夜里门都关。", "At night, the the doors of the the library close.")], title="Equal"))
    page = opened(article)
    press(page, "n", "a")
    saved(page)
    expect(page.locator(LIT)).to_have_text(["the the"])
    press(page, "a")
    saved(page)
    assert workbench.review(article).states[0].text == "At night, the doors of the library close."
