"""What helps, before a real browser: the panel, memory, comments, terms, and a correction carried over and undone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from review.checks.project.reading import read_glossary
from review.judgements import Comment, Correction, Judgement, Value
from review.types import Article
from tests.browser.conftest import AT, Workbench
from tests.browser.page import at_rest, press, saved
from tests.reviewed import article_of

Add = Callable[[Article], Article]
Opened = Callable[..., Page]

HOSTILE = "<img src=x onerror=\"document.title='taken'\">"
SIDES = (
    ("博物馆今天开门。", "The the museum opens today."),
    ("博物馆昨天开门。", "The the museum opened yesterday."),
    ("他看画。", "He looks at pictures."),
)
SHARED = (("渡船今天靠岸。", "The the ferry lands today."), ("渡船昨天靠岸。", "The the ferry landed yesterday."))
PANEL = ".mtr-help-pane"


def write(page: Page, text: str) -> None:
    """Write a text in the place of the current one, and save it when it is known what it mends."""
    press(page, "e", "Control+a")
    page.keyboard.type(text)
    expect(page.locator(".mtr-mends:not(.mtr-stale) .mtr-mend")).to_have_count(1)
    press(page, "Control+Enter")


def said(
    workbench: Workbench, article: Article, number: int, value: Value, *, version: int = 0, name: str = ""
) -> None:
    pair = article.translation.beads[number].id
    workbench.store.append(Judgement(name or f"{pair} said {version}", pair, version, "Bo", AT, value))


@pytest.fixture
def two(add: Add) -> tuple[Article, Article]:
    """Two articles of the same sentences."""
    return add(article_of(SHARED, title="Ferry")), add(article_of(SHARED, title=f"Again {HOSTILE}"))


def test_the_panel_follows_the_pair_and_is_remembered(add: Add, opened: Opened, workbench: Workbench) -> None:
    article = add(article_of(SIDES, title="Followed"))
    said(workbench, article, 2, Correction("He looks at paintings."))
    page = opened(article)
    expect(page.locator(PANEL)).to_be_hidden()
    press(page, "h", "j", "j")
    expect(page.locator(".mtr-help-head")).to_have_text("Pair 3")
    expect(page.locator(".mtr-help-history")).to_contain_text("Bo")
    expect(page.locator(".mtr-help-history del")).to_have_text("pictures")
    press(page, "Shift+H")
    page.get_by_role("button", name="Make the machine's text the translation again").focus()
    press(page, "Enter")
    saved(page)
    assert workbench.review(article).states[2].text == SIDES[2][1]
    page.reload()
    expect(page.locator(PANEL)).to_be_visible()
    press(page, "h")
    expect(page.locator(PANEL)).to_be_hidden()


def test_a_like_segment_is_taken_into_the_editor(add: Add, opened: Opened, workbench: Workbench) -> None:
    other = add(article_of([("鲸鱼在海里慢慢地游。", "Whale swim.")], title=f"Sea {HOSTILE}"))
    said(workbench, other, 0, Correction("The whale swims slowly in the sea."))
    article = add(article_of([("鲸鱼在海里快快地游。", "Whale swim fast.")], title="Whales"))
    page = opened(article)
    press(page, "h")
    match = page.locator(".mtr-match")
    expect(match).to_contain_text(HOSTILE)
    expect(match.locator("del, ins")).to_have_text(["快快", "慢慢"])
    press(page, "Shift+H", "Enter")
    expect(page.locator(".mtr-field")).to_have_value("The whale swims slowly in the sea.")
    press(page, "Control+Enter")
    saved(page)
    assert workbench.review(article).states[0].text == "The whale swims slowly in the sea."
    assert page.title() != "taken"


def test_a_comment_is_made_answered_resolved_and_undone(add: Add, opened: Opened, workbench: Workbench) -> None:
    article = add(article_of(SIDES, title="Discussed"))
    said(workbench, article, 0, Comment(HOSTILE))
    page = opened(article)
    expect(page.locator(".mtr-row").first.locator(".mtr-comment-sign")).to_be_visible()
    press(page, "j", ";")
    page.keyboard.type(f"Mine {HOSTILE}")
    press(page, "Control+Enter")
    thread = page.locator(".mtr-thread")
    expect(thread).to_contain_text(f"Mine {HOSTILE}")
    saved(page)
    press(page, "u")
    expect(thread).to_have_count(0)
    press(page, "k")
    expect(thread).to_contain_text(HOSTILE)
    page.get_by_role("button", name="Resolve the thread").click()
    expect(page.locator(".mtr-comment-sign")).to_have_count(0)
    saved(page)
    assert not any(state.discussed for state in workbench.review(article))
    press(page, "u")
    expect(page.locator(".mtr-comment-sign")).to_have_count(1)
    page.get_by_role("button", name="Answer in this thread").click()
    page.keyboard.type("Yes.")
    press(page, "Control+Enter")
    saved(page)
    (answered,) = workbench.review(article).states[0].threads
    assert [made.reviewer for made in answered.comments] == ["Bo", "Ana"]
    assert page.title() != "taken"


def test_a_correction_is_carried_over_one_by_one_and_taken_back(
    two: tuple[Article, Article], opened: Opened, workbench: Workbench
) -> None:
    article, other = two
    page = opened(article)
    write(page, "The ferry lands today.")
    expect(page.locator(".mtr-help-toggle .mtr-badge")).to_have_text("3")
    press(page, "i")
    expect(page.locator(".mtr-offer")).to_have_count(3)
    first = page.locator(".mtr-offer.mtr-first")
    expect(first).to_contain_text("same source")
    expect(first).to_contain_text(HOSTILE)
    expect(first).to_contain_text("Marked too: Grammar (minor)")
    assert workbench.review(other).states[0].text == SHARED[0][1]
    press(page, "i")
    expect(page.locator(".mtr-offer")).to_have_count(2)
    saved(page)
    (made,) = workbench.review(other).states[0].corrections
    assert made.reviewer == "Ana"
    (first_made,) = workbench.review(article).states[0].corrections
    assert isinstance(first_made.value, Correction)
    errors = first_made.value.errors
    assert [error.text for error in errors] == ["The the"]
    assert made.value == Correction("The ferry lands today.", action=first_made.id, errors=errors)
    press(page, "Shift+I")
    expect(page.locator(".mtr-offer")).to_have_count(1)
    press(page, "i")
    expect(page.locator(".mtr-offer")).to_have_count(0)
    press(page, "u")
    expect(page.locator(".mtr-carried")).to_contain_text("1 other segment corrected too")
    page.get_by_role("button", name="Take those corrections back").click()
    expect(page.locator(".mtr-carried")).to_have_count(0)
    saved(page)
    texts = [state.text for each in two for state in workbench.review(each)]
    assert texts == ["The ferry lands today.", *(side[1] for side in (SHARED[1], *SHARED))]
    assert [len(state.marks) for each in two for state in workbench.review(each)] == [1, 0, 0, 0]
    assert page.title() != "taken"


def test_a_term_comes_from_the_selection_and_the_findings_follow(
    add: Add, opened: Opened, workbench: Workbench
) -> None:
    article = add(article_of([("灯塔很高。", "The light tower is tall.")], title="Term"))
    page = opened(article)
    page.evaluate(SELECT, ["灯塔"])
    press(page, "g")
    expect(page.locator("input[name=source]")).to_have_value("灯塔")
    page.locator("input[name=preferred]").fill("lighthouse")
    page.locator("input[name=forbidden]").fill("light tower")
    press(page, "Enter")
    expect(page.locator(".mtr-rows mark.mtr-of-terminology")).to_have_text("light tower")
    assert read_glossary(workbench.glossary, "zh", "en").terms[-1].preferred == ("lighthouse",)
    press(page, "h")
    page.get_by_role("button", name="Put “lighthouse” into the translation").click()
    expect(page.locator(".mtr-field")).to_have_value("The lighthouse is tall.")
    press(page, "Escape", "u")
    expect(page.locator(".mtr-rows mark.mtr-of-terminology")).to_have_count(0)
    assert "灯塔" not in workbench.glossary.read_text(encoding="utf-8")


SELECT = """([words]) => {
    const node = document.querySelector(".mtr-source .mtr-text").firstChild
    const at = node.data.indexOf(words)
    window.getSelection().setBaseAndExtent(node, at, node, at + words.length)
}"""


def test_a_recurring_correction_becomes_a_rule_or_is_never_offered_again(
    add: Add, opened: Opened, workbench: Workbench
) -> None:
    sides = [(f"月台{n}。", f"The mooning stage {n} is long.") for n in "一二三四"]
    article = add(article_of(sides, title="Recurring"))
    for number in range(3):
        said(workbench, article, number, Correction(sides[number][1].replace("mooning stage", "platform")))
    page = opened(article)
    press(page, "j", "j", "j", "h")
    offer = page.locator(".mtr-help-recurring li")
    expect(offer).to_contain_text("mooning stage → platform")
    expect(offer).to_contain_text("月台")
    offer.get_by_role("button", name="Do not offer").click()
    expect(offer).to_have_count(0)
    press(page, "u")
    expect(offer).to_have_count(1)
    offer.get_by_role("button", name="Mark it from now on").click()
    expect(page.locator(".mtr-row").nth(3).locator("mark.mtr-lit, mark.mtr-minor").first).to_have_text("mooning stage")
    expect(offer).to_have_count(0)
    press(page, "u")
    expect(offer).to_have_count(1)


@pytest.mark.parametrize("width", [1440, 1000, 600])
def test_the_panel_leaves_the_current_pair_in_sight(
    add: Add, opened: Opened, window: Callable[..., BrowserContext], width: int
) -> None:
    article = add(article_of(SIDES * 8, title=f"Wide {width}"))
    page = opened(article, inside=window(viewport={"width": width, "height": 800}))
    press(page, "h", *("j" * 20))
    page.locator(".mtr-help-body > *").first.wait_for()
    row, panel = (page.locator(each).bounding_box() for each in (".mtr-current .mtr-gutter", PANEL))
    assert row
    assert panel
    assert row["y"] + row["height"] <= 800
    assert row["x"] + row["width"] <= panel["x"] or row["y"] + row["height"] <= panel["y"]
    close = page.get_by_role("button", name="Hide what helps (h)", exact=True).bounding_box()
    assert close
    assert panel["y"] <= close["y"] + close["height"] <= panel["y"] + panel["height"] <= 800


def test_a_comment_that_was_not_sent_is_there_after_a_reload(add: Add, opened: Opened, workbench: Workbench) -> None:
    article = add(article_of(SIDES, title="Comment kept"))
    page = opened(article)
    field, waiting = page.locator(".mtr-comment-field"), page.locator(".mtr-current .mtr-note")
    press(page, "j", ";")
    page.keyboard.type(f"Why {HOSTILE}")
    page.reload()
    at_rest(page)
    expect(waiting).to_contain_text("Comment kept, not sent")
    page.get_by_role("button", name="Go on with the comment").click()
    expect(field).to_have_value(f"Why {HOSTILE}")
    press(page, "Control+Enter")
    saved(page)
    expect(waiting).to_have_count(0)
    (thread,) = workbench.review(article).states[1].threads
    assert [made.value for made in thread.comments] == [Comment(f"Why {HOSTILE}")]
    page.reload()
    at_rest(page)
    expect(field).to_have_value("")
    press(page, ";")
    page.keyboard.type("No.")
    press(page, "Escape")
    page.get_by_role("button", name="Throw the comment away").click()
    expect(waiting).to_have_count(0)
    expect(field).to_have_value("")
