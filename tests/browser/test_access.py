"""Every page and every state of the Review page before axe-core: nothing serious, in light and in dark."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page

from review.judgements import Comment, Correction, ErrorSpan, Judgement, StatusChange, Value
from review.types import Article, Bead, Span, Translation
from tests.browser.conftest import AT, Workbench
from tests.browser.page import becomes
from tests.reviewed import article_of, text_of

SIDES = (
    ("市图书馆延长开放时间", "City library extends its opening hours"),
    ("图书馆每晚闭馆。", "In the evening, the the library closes for all."),
    ("读者更方便。", "For readers it is more convenient 更方便 than before."),
    ("新增座位。", "There are new new seats in the hall."),
    ("馆长讲话。", "The curator spoke, and they they listened."),
)
SECOND = ("City library opens longer.", "It closes each evening.", "Easier for readers.", "New seats.", "She spoke.")
READY = "[data-testid='stApp'][data-test-script-state='notRunning'] "
GRAVE = ("serious", "critical")
"""The impacts, by axe-core's own scale, that no page may show."""


@pytest.fixture(scope="module")
def article(workbench: Workbench) -> Article:
    """An article with everything to show: findings, corrections, errors, comments, and another translation."""
    made = article_of(SIDES, title="Access", article_id="access")
    second = Translation("Engine B", text_of(SECOND, "en"), tuple(Bead((n,), (n,)) for n in range(len(SIDES))))
    stored = workbench.store.add(replace(made, translations=(*made.translations, second)), at=AT, by="Ana")
    pairs = [bead.id for bead in stored.translation.beads]
    acts: tuple[tuple[int, Value], ...] = (
        (0, Correction("The city library opens longer.")),
        (2, ErrorSpan(Span(4, 11), "readers", "accuracy/mistranslation", "major")),
        (3, StatusChange("question")),
        (3, Comment("Which hall?")),
        (4, StatusChange("approved")),
    )
    for number, (pair, value) in enumerate(acts):
        workbench.store.append(Judgement(f"access-{number}", pairs[pair], 0, "Bo", AT, value))
    return stored


@pytest.fixture(params=["light", "dark"])
def shade(window: Callable[..., BrowserContext], request: pytest.FixtureRequest) -> BrowserContext:
    """A browser that asks for light or for dark, in which nothing is half faded in or out when it is looked at."""
    context = window(color_scheme=request.param)
    context.add_init_script(AT_ONCE)
    return context


AT_ONCE = """addEventListener("DOMContentLoaded", () => {
    const sheet = document.createElement("style")
    sheet.textContent = `*, ::before, ::after { transition: none !important; animation: none !important }
        [data-stale="true"] { opacity: 1 !important }`
    document.head.append(sheet)
})"""


IS_DARK = "matchMedia('(prefers-color-scheme: dark)').matches"
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}
"""The rules that a dark page may break where the same page in light does not."""


def grave(page: Page) -> list[str]:
    """What axe-core finds on the page as it stands that is serious or critical: rule, place, and what is wrong."""
    rules = {"resultTypes": ["violations"]} | (COLOURS if page.evaluate(IS_DARK) else {})
    return [
        f"{violation['id']}: {node['target']} {node['html']} {node['failureSummary']}"
        for violation in Axe().run(page, options=rules).response["violations"]
        if violation["impact"] in GRAVE
        for node in violation["nodes"]
    ]


PAGES = {
    "/add": ".st-key-add_way",
    "/": "[class*='st-key-mtreview-article-']",
    "/read?article={}": ".mtr-run.mtr-current",
    "/report": "[data-testid='stMain'] :is(h1, h2)",
    "/export": "[data-testid='stMain'] :is(h1, h2)",
    "/rules": "[data-testid='stDataFrame']",
}
"""The pages but for Review, with what stands on each when it is there."""


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_no_serious_violation(
    workbench: Workbench, article: Article, shade: BrowserContext, path: str
) -> None:
    page = shade.new_page()
    page.goto(workbench.url + path.format(article.id))
    page.wait_for_selector(READY + PAGES[path])
    becomes(lambda: grave(page), [])


STATES = (
    ((), ".mtr-row.mtr-current"),
    (("n",), ".mtr-card:not([hidden])"),
    (("e",), ".mtr-field"),
    (("Escape", "m"), ".mtr-palette:not([hidden])"),
    (("Escape", "t"), ".mtr-other-text"),
    (("t", "l"), ".mtr-links button"),
    (("l", "h"), ".mtr-help-pane"),
    (("h", "w", "?"), ".mtr-dialog[open]"),
    (("?", "/"), ".mtr-search-field"),
    (("Escape", "s"), ".mtr-sampling"),
    (("Escape", "f"), ".mtr-tree [role='treeitem']"),
)
"""The states of the Review page, one after another: the keys that lead to each, and what is shown then."""


def test_no_state_of_the_review_page_has_a_serious_violation(
    article: Article, shade: BrowserContext, opened: Callable[..., Page]
) -> None:
    page = opened(article, inside=shade)
    for keys, shown in STATES:
        for key in keys:
            page.keyboard.press(key)
        page.locator(shown).first.wait_for()
        becomes(lambda: grave(page), [])


def test_a_conflict_has_no_serious_violation(
    workbench: Workbench, shade: BrowserContext, opened: Callable[..., Page]
) -> None:
    article = workbench.store.add(article_of(SIDES, title="Disputed", article_id="disputed"), at=AT, by="Ana")
    page = opened(article, inside=shade)
    page.keyboard.press("e")
    page.locator(".mtr-field").fill("The library of the city opens longer.")
    pair = article.translation.beads[0].id
    workbench.store.append(Judgement(f"theirs-{pair}", pair, 0, "Ben", AT, Correction("It opens longer.")))
    page.keyboard.press("Control+Enter")
    page.locator(".mtr-conflict").wait_for()
    becomes(lambda: grave(page), [])
