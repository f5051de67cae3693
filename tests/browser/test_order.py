"""The order of reading before a real browser: worst first, the keys follow it, and a reload keeps it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from uuid import uuid4

from playwright.sync_api import BrowserContext, Page, expect

from review import flow
from review.judgements import Judgement, StatusChange
from review.rank.queue import reading_order
from review.types import Article
from tests.browser.conftest import Workbench
from tests.browser.page import asked, at_rest
from tests.reviewed import article_of

Add = Callable[[Article], Article]
Opened = Callable[..., Page]

AT = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
SIDES = (
    ("市图书馆延长开放时间", "City library extends its opening hours"),
    ("新增座位。", "There are new seats."),
    ("该工程总投资6.8亿元。", "The total investment of the project is 6.8 billion yuan."),
    ("读者更方便。", "For readers it is more convenient 更方便 than before."),
    ("馆长讲话。", "The curator spoke, and they they listened."),
)


def order_of(workbench: Workbench, article: Article) -> list[str]:
    """The numbers of the pairs as the order of reading has them."""
    review = workbench.review(article)
    numbers = {state.pair.id: str(number) for number, state in enumerate(review, 1)}
    risks = flow.risks_of(review, flow.flags_of(review))
    return [numbers[state.pair.id] for state in reading_order(review, risks)]


def shown(page: Page) -> list[str]:
    return page.locator(".mtr-row .mtr-number").all_inner_texts()


def current(page: Page) -> str:
    return page.locator(".mtr-current .mtr-number").inner_text()


def walked(page: Page, key: str) -> list[str]:
    """The pairs that a key leads through from the first row shown, until it leads no further."""
    page.locator(".mtr-row").first.click()
    seen = [current(page)]
    for _ in range(3 * len(SIDES)):
        page.keyboard.press(key)
        seen.append(current(page))
    return list(dict.fromkeys(seen))


def test_worst_first_is_followed_by_the_keys_and_kept_by_a_reload(
    add: Add, opened: Opened, workbench: Workbench
) -> None:
    article = add(article_of(SIDES, title="Order"))
    page, wanted = opened(article), order_of(workbench, article)
    text_order = [str(number) for number in range(1, len(SIDES) + 1)]
    assert shown(page) == text_order != wanted
    page.keyboard.press("Shift+O")
    expect(page.locator(".mtr-order[aria-pressed='true']")).to_be_visible()
    assert shown(page) == wanted
    assert current(page) == wanted[0]
    assert "6,800,000,000" in page.locator(".mtr-row", has_text="6.8 billion").locator(".mtr-why").inner_text()
    assert walked(page, "j") == wanted
    found = [row for row in wanted if row in walked(page, "n")]
    assert walked(page, "n") == found
    page.reload()
    at_rest(page)
    assert shown(page) == wanted
    assert asked(page)["order"] == "worst"
    here = current(page)
    page.keyboard.press("Shift+O")
    expect(page.locator(".mtr-order[aria-pressed='false']")).to_be_visible()
    assert shown(page) == text_order
    assert (current(page), page.locator(".mtr-why").count(), "order" in asked(page)) == (here, 0, False)


def test_rows_stay_where_they_are_while_they_are_read(add: Add, opened: Opened, workbench: Workbench) -> None:
    article = add(article_of(SIDES, title="Staying"))
    page, wanted = opened(article, more="&order=worst"), order_of(workbench, article)
    page.keyboard.press("y")
    expect(page.locator(".mtr-saved[data-state='saved']")).to_be_visible()
    assert shown(page) == wanted
    assert current(page) == wanted[1]
    page.reload()
    at_rest(page)
    assert shown(page) == [*wanted[1:], wanted[0]]


def test_the_list_opens_an_article_worst_first(add: Add, context: BrowserContext, workbench: Workbench) -> None:
    article = add(article_of(SIDES, title="From the list"))
    read = article.translation.beads[3].id
    workbench.store.append(Judgement(str(uuid4()), read, 0, "Ana", AT, StatusChange("approved")))
    page = context.new_page()
    page.goto(workbench.url)
    line = page.locator(f".st-key-mtreview-article-{article.id}")
    expect(line).to_contain_text(" a pair, ")
    line.get_by_text("Worst first").click()
    at_rest(page)
    assert shown(page) == order_of(workbench, article)
    assert shown(page)[-1] == "4"
