"""Mending the alignment before a real browser: with keys and mouse, and what becomes of a text being written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from playwright.sync_api import Page, expect

from review.judgements import Comment, Judgement, Repair
from review.types import Article, Bead
from review.verbs.realign import repair
from tests.browser.conftest import AT, Workbench
from tests.reviewed import article_of

Add = Callable[[Article], Article]
Opened = Callable[..., Page]

SIDES = tuple((f"{n}年有{n}人。", f"In {n} there were <b>{n}</b>.") for n in range(1991, 1996))
BEADS = (((0,), (0, 1)), ((1,), ()), ((2, 3), (2, 3)), ((4,), (4,)))


def crooked(title: str) -> Article:
    """Five sentences on each side: the first pair holds what belongs to the second, the third is two."""
    article = article_of(SIDES, title=title)
    beads = tuple(Bead(*runs) for runs in BEADS)
    return replace(article, translations=(replace(article.translation, beads=beads),))


def linked(workbench: Workbench, article: Article) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    beads = workbench.review(article).article.translation.beads
    return [(bead.source, bead.target) for bead in beads]


def rows(page: Page, number: int) -> None:
    """Wait until so many pairs are shown."""
    expect(page.locator(".mtr-row")).to_have_count(number)


def test_sentences_are_moved_pairs_split_and_merged(add: Add, opened: Opened, workbench: Workbench) -> None:
    article = add(crooked("Mended"))
    page = opened(article)
    links = page.locator(".mtr-row.mtr-current .mtr-links")
    page.keyboard.press("b")
    expect(links).to_be_empty()
    page.keyboard.press("l")
    expect(links.locator("button")).to_have_count(8)
    expect(links.get_by_role("button", name="There is no pair above")).to_have_count(2)
    page.keyboard.press("b")
    second = page.locator(".mtr-row").nth(1).locator(".mtr-target .mtr-text").first
    expect(second).to_have_text(SIDES[1][1])
    page.keyboard.press("j")
    page.keyboard.press("j")
    links.get_by_role("button", name="Split").click()
    rows(page, 5)
    assert linked(workbench, article) == [((n,), (n,)) for n in range(5)]
    expect(page.locator(".mtr-row.mtr-current .mtr-number")).to_have_text("3")
    page.keyboard.press("m")
    rows(page, 4)
    expect(page.locator(".mtr-row.mtr-current .mtr-number")).to_have_text("3")
    assert linked(workbench, article)[2] == ((2, 3), (2, 3))
    page.keyboard.press("u")
    rows(page, 5)
    page.keyboard.press("u")
    rows(page, 4)
    assert linked(workbench, article)[1:] == [((1,), (1,)), *BEADS[2:]]
    page.keyboard.press("l")
    expect(links).to_be_empty()
    assert page.locator(".mtr-row b").count() == 0


def test_what_cannot_be_mended_is_said(add: Add, opened: Opened, workbench: Workbench) -> None:
    article = add(crooked("Said"))
    page = opened(article)
    for key in ("j", "l", "s"):
        page.keyboard.press(key)
    expect(page.locator(".mtr-notice")).to_have_text("It is a single sentence")
    assert linked(workbench, article) == list(BEADS)


def test_a_text_whose_pair_is_gone_is_written_on_until_it_is_put_away(
    add: Add, opened: Opened, workbench: Workbench
) -> None:
    article = add(crooked("Stranded"))
    page = opened(article)
    page.keyboard.press("e")
    gone = article.translation.beads[0].id
    repair(workbench.store, Repair("r1", article.id, gone, "target down", "Ben", AT))
    page.keyboard.type("Written <i>while</i>.")
    for _ in "while</i>.":
        page.keyboard.press("ArrowLeft")
    page.keyboard.type("mean")
    stranded = page.get_by_role("group", name="Your text for a pair that is no more")
    field = stranded.get_by_role("textbox")
    expect(field).to_be_focused()
    page.keyboard.type("nj")
    page.keyboard.press("Backspace")
    page.keyboard.press("Backspace")
    text = f"{SIDES[0][1]}\n{SIDES[1][1]}Written <i>meanwhile</i>."
    expect(field).to_have_value(text)
    expect(page.locator(".mtr-saved")).to_have_text("1 conflict to settle")
    rows(page, 4)
    current = page.locator(".mtr-row.mtr-current")
    expect(current.locator(".mtr-number")).to_have_text("1")
    page.keyboard.press("Escape")
    expect(current).to_be_focused()
    page.reload()
    expect(field).to_have_value(text)
    page.locator(".mtr-saved").click()
    expect(field).to_be_focused()
    stranded.get_by_role("button", name="Put the text away").click()
    expect(stranded).to_have_count(0)
    page.reload()
    rows(page, 4)
    expect(stranded).to_have_count(0)


def test_what_is_typed_stays_in_its_field_while_rows_come_and_go(
    add: Add, opened: Opened, workbench: Workbench
) -> None:
    article = add(crooked("Coming and going"))
    page = opened(article)
    for key in ("j", "j", "j", "e"):
        page.keyboard.press(key)
    beads = [bead.id for bead in article.translation.beads]
    repair(workbench.store, Repair("r2", article.id, beads[2], "split", "Ben", AT))
    page.keyboard.type(" One.")
    rows(page, 5)
    page.keyboard.type(" Two.")
    expect(page.locator(".mtr-saved")).to_contain_text("Draft kept")
    repair(workbench.store, Repair("r3", article.id, beads[0], "merge", "Ben", AT))
    page.keyboard.type(" Three.")
    rows(page, 4)
    page.keyboard.type(" Four.")
    expect(page.locator(".mtr-field")).to_have_value(f"{SIDES[4][1]} One. Two. Three. Four.")
    expect(page.locator(".mtr-current .mtr-number")).to_have_text("4")


def test_what_is_said_of_a_pair_goes_along_and_its_history_goes_on(
    add: Add, opened: Opened, workbench: Workbench
) -> None:
    article = add(crooked("Spoken of"))
    pair = article.translation.beads[2].id
    workbench.store.append(Judgement("c1", pair, 0, "Ben", AT, Comment("Is this <b>two</b>?")))
    page = opened(article)
    for key in ("h", "j", "j"):
        page.keyboard.press(key)
    expect(page.locator(".mtr-thread")).to_contain_text("Is this <b>two</b>?")
    for key in ("l", "s"):
        page.keyboard.press(key)
    rows(page, 5)
    expect(page.locator(".mtr-help-head")).to_have_text("Pair 3")
    expect(page.locator(".mtr-thread")).to_contain_text("Is this <b>two</b>?")
    expect(page.locator(".mtr-row").nth(2).locator(".mtr-comment-sign")).to_be_visible()
    history = page.locator(".mtr-help-history li")
    expect(history.first).to_contain_text("changed the alignment here")
    expect(history.nth(1)).to_contain_text("commented")


def test_an_article_aligned_again_is_taken_back(add: Add, opened: Opened, workbench: Workbench) -> None:
    article = add(crooked("Aligned anew"))
    page = opened(article)
    page.keyboard.press("l")
    page.get_by_role("button", name="Align the whole article again").click()
    page.get_by_role("button", name="Align again", exact=True).click()
    rows(page, 5)
    assert linked(workbench, article) == [((n,), (n,)) for n in range(5)]
    page.keyboard.press("u")
    rows(page, 4)
    assert workbench.store.article(article.id) == article
