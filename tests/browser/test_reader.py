"""The reader's view before a real browser: the way there and back, what it shows, and that text stays text."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import BrowserContext, Dialog, Page, expect

from review.judgements import Correction, Judgement, StatusChange
from review.types import Article
from tests.browser.conftest import AT, Workbench
from tests.browser.page import asked
from tests.reviewed import HOSTILE, article_of

Add = Callable[[Article], Article]
Opened = Callable[..., Page]

SIDES = (
    ("市图书馆延长开放时间", "City library extends its opening hours"),
    ("图书馆每晚闭馆。", "In the evening, the the library closes for all."),
    ("新增座位。", "There are seats in the hall."),
    ("打印 关闭", "[Print] [Close]"),
    ("馆长讲话。", "The curator spoke, and they they listened."),
)


def said(workbench: Workbench, article: Article, *acts: tuple[int, str, Correction | StatusChange]) -> None:
    for number, (place, reviewer, value) in enumerate(acts):
        pair = article.translation.beads[place].id
        workbench.store.append(Judgement(f"{article.id}-{number}", pair, 0, reviewer, AT, value))


def read(workbench: Workbench, context: BrowserContext, article: Article, more: str = "") -> Page:
    page = context.new_page()
    page.goto(f"{workbench.url}/read?article={article.id}{more}")
    page.wait_for_selector(".mtr-article .mtr-run.mtr-current")
    return page


def test_the_way_there_and_back(add: Add, opened: Opened) -> None:
    article = add(article_of(SIDES, title="There and back"))
    page = opened(article, more="&filter=findings")
    page.keyboard.press("n")
    page.keyboard.press("v")
    current = page.locator(".mtr-run.mtr-current")
    expect(current).to_have_text(SIDES[1][1])
    page.keyboard.press("n")
    expect(page.locator(".mtr-foot")).to_contain_text("written twice: the")
    page.keyboard.press("n")
    page.keyboard.press("n")
    expect(current).not_to_have_text(SIDES[1][1])
    text = current.inner_text()
    page.keyboard.press("Enter")
    expect(page.locator(".mtr-row.mtr-current .mtr-target .mtr-text").first).to_have_text(text)
    expect(page).to_have_url(re.compile("/review.*filter=findings"))
    page.go_back()
    expect(page.locator(".mtr-run.mtr-current")).to_have_text(text)


def test_a_click_on_any_place_goes_to_its_pair(add: Add, workbench: Workbench, context: BrowserContext) -> None:
    article = add(article_of(SIDES, title="Anywhere"))
    page = read(workbench, context, article, "&filter=question&changes=on")
    page.locator(".mtr-run").nth(2).click()
    row = page.locator(".mtr-row.mtr-current")
    expect(row.locator(".mtr-target .mtr-text").first).to_have_text(SIDES[2][1])
    assert "changes" not in asked(page)


def test_changes_and_problems_are_shown_or_not(add: Add, workbench: Workbench, context: BrowserContext) -> None:
    article = add(article_of(SIDES, title="Shown"))
    said(
        workbench,
        article,
        (2, "Bo", Correction("There are new seats in the hall.")),
        (3, "Ana", Correction("")),
        (4, "Ana", StatusChange("question")),
    )
    page = read(workbench, context, article)
    added, gone = page.locator("ins"), page.locator(".mtr-block", has=page.locator("del"))
    expect(page.locator("article h2")).to_have_text(SIDES[0][1])
    expect(gone).to_be_hidden()
    expect(page.locator("mark").first).to_have_text("the the")
    expect(page.locator(".mtr-whole-sign").last).to_have_attribute("data-sign", "?")
    page.keyboard.press("t")
    expect(gone).to_be_visible()
    expect(gone).to_have_text("[Print] [Close]")
    assert (added.inner_text().strip(), added.get_attribute("title")) == ("new", "Added by Bo")
    page.keyboard.press("f")
    expect(page.locator(".mtr-whole-sign").last).to_be_hidden()
    assert page.locator("mark").first.evaluate("(mark) => getComputedStyle(mark).backgroundColor") == "rgba(0, 0, 0, 0)"
    page.reload()
    expect(gone).to_be_visible()
    expect(page.locator(".mtr-whole-sign").last).to_be_hidden()


def test_a_hostile_article_is_read_as_text(add: Add, workbench: Workbench, context: BrowserContext) -> None:
    lines = [line for line in HOSTILE if line.isprintable()]
    article = add(article_of([(line, line) for line in lines], title=HOSTILE[0], system=HOSTILE[1]))
    said(workbench, article, (1, "<i>Bo</i>", Correction(f"{lines[0]} {lines[1]}")))
    page = read(workbench, context, article, "&changes=on")
    alerts: list[Dialog] = []
    page.on("dialog", lambda dialog: alerts.append(dialog))
    assert page.locator(".mtr-run").first.inner_text() == lines[0]
    assert page.locator(".mtr-run ins").first.get_attribute("title") == "Added by <i>Bo</i>"
    assert page.locator(".mtr-reader img, .mtr-reader script, .mtr-reader i").count() == 0
    assert page.locator(".mtr-title h1").inner_text() == HOSTILE[0]
    assert alerts == []


FROM_THE_RIGHT = """(article) =>
    article.getBoundingClientRect().right - article.querySelector(".mtr-run").getBoundingClientRect().right"""


def test_other_scripts_have_their_direction_and_language(
    add: Add, workbench: Workbench, context: BrowserContext
) -> None:
    arabic = add(article_of([("The library opens.", "تفتح المكتبة.")], langs=("en", "ar"), title="فتح"))
    page = read(workbench, context, arabic)
    text = page.locator(".mtr-article")
    assert (text.get_attribute("dir"), text.get_attribute("lang")) == ("rtl", "ar")
    assert text.evaluate(FROM_THE_RIGHT) < 20
    chinese = add(article_of([("The library opens.", "\U00020bb7图书馆开放。")], langs=("en", "zh"), title="开放"))
    page = read(workbench, context, chinese)
    assert page.locator(".mtr-article").get_attribute("lang") == "zh"
    assert page.locator(".mtr-run").inner_text() == "\U00020bb7图书馆开放。"
