"""A random sample before a real browser: drawn by keys, read in its own order, and told of."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from review import flow
from review.judged.events import Sample
from review.judged.sampling import pool_of
from review.types import Article
from tests.browser.conftest import Workbench
from tests.browser.page import asked, at_rest
from tests.reviewed import article_of

Add = Callable[[Article], Article]
Opened = Callable[..., Page]

SIDES = [
    (f"图书馆今天开门，读者第{n}次来。", f"The library opens today; readers come for visit {n}.") for n in range(1, 13)
]
FLAGGED = ("图书馆每晚闭馆。", "In the evening, the the library closes for all.")


def test_a_sample_is_drawn_read_and_told_of(add: Add, opened: Opened, workbench: Workbench) -> None:
    article = add(article_of([FLAGGED, *SIDES], title="Sampled"))
    review = workbench.review(article)
    pool = pool_of(review, flow.flags_of(review))
    page = opened(article)
    page.keyboard.press("s")
    expect(page.locator(".mtr-sample-pool")).to_have_text(f"From {len(pool)} pairs without open findings.")
    expect(page.get_by_role("spinbutton", name="Number of pairs")).to_have_value(str(len(pool)))
    page.keyboard.type("3")
    page.keyboard.press("Enter")
    expect(page.locator(".mtr-sample")).to_contain_text("0 of 3 read")
    (event,) = workbench.store.events(article.id)
    assert isinstance(event.value, Sample)
    assert page.locator(".mtr-row").evaluate_all("(rows) => rows.map((row) => row.dataset.pair)") == list(
        event.value.pairs
    )
    assert set(event.value.pairs) <= set(pool)
    expect(page.locator(".mtr-sample")).to_contain_text(f"seed {event.value.seed}")
    page.keyboard.press("y")
    page.keyboard.press("e")
    page.keyboard.press("Control+a")
    page.keyboard.type("Quite another sentence.")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".mtr-sample")).to_contain_text("2 of 3 read, 1 with an error")
    expect(page.locator(".mtr-sample")).to_contain_text("not finished")
    page.reload()
    expect(page.locator(".mtr-row")).to_have_count(3)
    page.locator(".mtr-chip[data-name='all']").click()
    expect(page.locator(".mtr-row")).to_have_count(13)
    page.keyboard.press("s")
    page.get_by_role("button", name="Go on with the sample").click()
    expect(page.locator(".mtr-row")).to_have_count(3)


def test_a_release_is_asked_for_where_something_is_open(add: Add, opened: Opened, workbench: Workbench) -> None:
    article = add(article_of([FLAGGED, SIDES[0]], title="Released <img src=x onerror=alert(1)>"))
    page = opened(article)
    page.goto(f"{workbench.url}/export?article={article.id}")
    page.get_by_role("button", name="Release", exact=False).click()
    page.get_by_role("button", name="Not yet").click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    assert workbench.store.events(article.id) == ()
    page.get_by_role("button", name="Release", exact=False).click()
    page.get_by_role("button", name="Release all the same").click()
    expect(page.get_by_text("The text is the same since")).to_be_visible()
    assert len(workbench.store.events(article.id)) == 1
    page.get_by_role("link", name="2 pairs not reviewed").click()
    at_rest(page)
    assert asked(page)["filter"] == "uncorrected"
