"""Marking errors before a real browser: by keys alone, by mouse, on both sides, on every kind of text, and undone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from review.judgements import ErrorSpan, Judgement, SegmentScore
from review.types import Article, Span
from tests.browser.conftest import AT, Workbench
from tests.browser.page import asked, at_rest, press, saved, to_finding
from tests.reviewed import HOSTILE, article_of

Add = Callable[[Article], Article]
Opened = Callable[..., Page]

SIDES = (
    ("😀𠮷野家的新店开业。", "The 😀 new shop of 𠮷野家 opens today."),
    ("图书馆每晚闭馆。", "In the evening, the the library closes for all."),
    ("馆长讲话。", "The curator spoke."),
)
PALETTE = ".mtr-palette:not([hidden])"


def errors(workbench: Workbench, article: Article, number: int = 0) -> list[ErrorSpan]:
    return list(workbench.review(article).states[number].errors)


def framed(page: Page, number: int, side: str = "target") -> Locator:
    return page.locator(".mtr-row").nth(number).locator(f".mtr-{side} mark.mtr-said")


def test_a_word_is_marked_changed_withdrawn_and_undone_by_keys(add: Add, opened: Opened, workbench: Workbench) -> None:
    article = add(article_of(SIDES, title="Keys"))
    page = opened(article)
    press(page, "m")
    expect(page.locator(PALETTE)).to_contain_text("What kind of error?")
    press(page, "ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight", "1", "b", "2")
    expect(framed(page, 0)).to_have_text("😀 new shop")
    expect(framed(page, 0)).to_have_attribute("data-by", "A!")
    saved(page)
    first = ErrorSpan(Span(4, 14), "😀 new shop", "accuracy/mistranslation", "major")
    assert errors(workbench, article) == [first]
    expect(page.locator(".mtr-card")).to_contain_text("marked by you")
    press(page, "m", "Shift+ArrowLeft", "3", "n")
    page.keyboard.type("<b>cold</b>")
    press(page, "Enter", "1")
    expect(framed(page, 0)).to_have_text("😀 new")
    expect(page.locator(".mtr-card")).to_contain_text("<b>cold</b>")
    press(page, "d")
    expect(framed(page, 0)).to_have_count(0)
    press(page, "u")
    expect(framed(page, 0)).to_have_text("😀 new")
    press(page, "u")
    expect(framed(page, 0)).to_have_text("😀 new shop")
    saved(page)
    page.reload()
    at_rest(page)
    expect(framed(page, 0)).to_have_text("😀 new shop")
    assert errors(workbench, article) == [first]
    press(page, "Shift+M", "m", "Escape", "u")
    expect(page.locator(".mtr-notice")).to_have_text("Nothing to undo")
    assert errors(workbench, article) == [first]
    expect(page.locator(PALETTE)).to_have_count(0)


def test_a_finding_becomes_an_error_with_one_key(add: Add, opened: Opened, workbench: Workbench) -> None:
    article = add(article_of(SIDES, title="Finding"))
    page = opened(article)
    to_finding(page, "the the")
    expect(page.locator(".mtr-card")).to_contain_text("Doubled word")
    press(page, "m")
    expect(framed(page, 1)).to_have_text("the the")
    saved(page)
    (error,) = errors(workbench, article, 1)
    assert (error.text, error.severity, error.side) == ("the the", "minor", "target")
    assert error.category.startswith("fluency/")
    press(page, "m", "Enter", "Enter")
    saved(page)
    assert errors(workbench, article, 1) == [error]
    press(page, "u")
    expect(framed(page, 1)).to_have_count(0)


def test_what_is_left_out_is_marked_in_the_source(add: Add, opened: Opened, workbench: Workbench) -> None:
    article = add(article_of(SIDES, title="Omission"))
    page = opened(article)
    press(page, "o", "ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight", "2")
    expect(framed(page, 0, "source")).to_have_text("𠮷野家")
    press(page, "o", "b", "1")
    saved(page)
    assert errors(workbench, article) == [
        ErrorSpan(Span(1, 4), "𠮷野家", "accuracy/omission", "major", "source"),
        ErrorSpan(Span(0, 1), "😀", "source issue", "minor", "source"),
    ]


def test_what_the_mouse_selects_is_widened_to_words(add: Add, opened: Opened, workbench: Workbench) -> None:
    article = add(article_of(SIDES, title="Mouse"))
    page = opened(article)
    select(page, 1, "target", "brary clo")
    page.get_by_role("button", name="Mark what is selected as an error").click()
    palette = page.locator(PALETTE)
    expect(palette).to_contain_text("library closes")
    palette.get_by_role("button", name="Style").click()
    palette.get_by_role("button", name="Unnatural or awkward").click()
    palette.get_by_label("Note on the error").fill("stiff")
    palette.get_by_role("button", name="minor").click()
    saved(page)
    expected = ErrorSpan(Span(24, 38), "library closes", "style/unnatural or awkward", "minor", note="stiff")
    assert errors(workbench, article, 1) == [expected]
    page.locator(".mtr-card").get_by_role("button", name="Withdraw").click()
    expect(framed(page, 1)).to_have_count(0)
    saved(page)
    assert errors(workbench, article, 1) == []


def select(page: Page, number: int, side: str, words: str) -> None:
    """Drag the mouse over some words of a text."""
    ends = page.locator(".mtr-row").nth(number).locator(f".mtr-{side} .mtr-text").first.evaluate(ENDS, words)
    page.mouse.move(*ends[0])
    page.mouse.down()
    page.mouse.move(*ends[1], steps=4)
    page.mouse.up()


ENDS = """(element, words) => {
    const start = element.textContent.indexOf(words)
    return [[start, 0], [start + words.length - 1, 1]].map(([at, end]) => {
        const range = document.createRange()
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
        let seen = 0
        for (let node = walker.nextNode(); node; seen += node.length, node = walker.nextNode())
            if (seen <= at && at < seen + node.length) {
                range.setStart(node, at - seen)
                range.setEnd(node, at - seen + 1)
            }
        const { left, right, y, height } = range.getBoundingClientRect()
        return [end ? right - 1 : left + 1, y + height / 2]
    })
}"""


def test_a_mark_stays_with_the_text_that_it_was_made_on(add: Add, opened: Opened, workbench: Workbench) -> None:
    article = add(article_of(SIDES, title="Corrected"))
    page = opened(article)
    press(page, "j", "j", "m", "ArrowRight", "2", "2")
    expect(framed(page, 2)).to_have_text("curator")
    press(page, "e", "Control+a")
    page.keyboard.type("The director gave a speech.")
    press(page, "Control+Enter")
    row = page.locator(".mtr-row").nth(2)
    expect(row.locator("mark.mtr-said")).to_have_count(0)
    expect(row.locator(".mtr-past")).to_contain_text("curator")
    saved(page)
    page.reload()
    at_rest(page)
    row.locator(".mtr-past").click()
    expect(page.locator(".mtr-card")).to_contain_text("The curator spoke.")
    press(page, "m", "1", "1")
    expect(row.locator(".mtr-past")).to_have_text("curatorA")
    saved(page)
    (state,) = workbench.review(article).states[2:]
    assert [(mark.version, mark.value) for mark in state.marks] == [
        (0, ErrorSpan(Span(4, 11), "curator", "accuracy", "minor"))
    ]
    assert state.is_past(state.marks[0])
    press(page, "d")
    expect(row.locator(".mtr-past")).to_have_count(0)
    press(page, "u")
    expect(row.locator(".mtr-past")).to_have_count(1)
    saved(page)
    assert [mark.version for mark in workbench.review(article).states[2].marks] == [0]


def test_others_marks_are_seen_and_only_repeated(add: Add, opened: Opened, workbench: Workbench) -> None:
    article = add(article_of(SIDES, title="Others"))
    theirs = ErrorSpan(Span(4, 11), "curator", "terminology", "major", note=HOSTILE[0])
    pair = article.translation.beads[2].id
    workbench.store.append(Judgement("theirs", pair, 0, HOSTILE[0], AT, theirs))
    page = opened(article)
    expect(framed(page, 2)).to_have_class("mtr-mark mtr-said mtr-major mtr-said-start mtr-said-end mtr-theirs")
    press(page, "Shift+M")
    card = page.locator(".mtr-card")
    expect(card).to_contain_text(f"marked by {HOSTILE[0]}")
    expect(card.locator(".mtr-reason")).to_have_text(HOSTILE[0])
    assert page.locator(".mtr-screen img").count() == 0
    press(page, "d")
    expect(page.locator(".mtr-notice")).to_contain_text("can withdraw this mark")
    press(page, "m")
    expect(framed(page, 2)).to_have_attribute("data-by", "<! A!")
    saved(page)
    marks = workbench.review(article).states[2].marks
    assert [(mark.reviewer, mark.value) for mark in marks] == [(HOSTILE[0], theirs), ("Ana", theirs)]
    press(page, "d")
    saved(page)
    assert [mark.reviewer for mark in workbench.review(article).states[2].marks] == [HOSTILE[0]]


def test_esa_is_a_severity_and_a_score(add: Add, opened: Opened, workbench: Workbench) -> None:
    article = add(article_of(SIDES, title="ESA"))
    page = opened(article)
    page.get_by_label("How errors are marked").select_option("ESA")
    expect(page.locator(".mtr-scores")).to_have_count(3)
    page.locator(".mtr-row").nth(0).locator(".mtr-number").click()
    press(page, "m", "2", "0", "7", "5", "ArrowUp", "Enter")
    expect(page.locator(".mtr-row").nth(1)).to_have_class("mtr-row mtr-current")
    expect(page.locator(".mtr-scores").first).to_contain_text("76 you")
    saved(page)
    state = workbench.review(article).states[0]
    assert state.errors == (ErrorSpan(Span(0, 3), "The", "", "major"),)
    assert [said.value for said in state.scores] == [SegmentScore(76)]
    press(page, "0", "1", "0", "0", "Enter", "u")
    saved(page)
    assert [len(each.scores) for each in workbench.review(article).states] == [1, 0, 0]
    assert asked(page)["profile"] == "esa"
    page.reload()
    at_rest(page)
    expect(page.get_by_label("How errors are marked")).to_have_value("esa")
    page.get_by_label("How errors are marked").select_option("Google/WMT MQM")


@pytest.mark.parametrize(
    ("lang", "target", "keys", "expected"),
    [
        ("ar", "مرحبا 😀 بالعالم الجميل", ("ArrowLeft", "Shift+ArrowLeft"), "😀 بالعالم"),
        ("he", "שלום עולם יפה", ("ArrowLeft", "ArrowLeft", "ArrowRight"), "עולם"),
        ("zh", "𠮷野家👨‍👩‍👧开业", ("ArrowRight", "ArrowRight", "Shift+ArrowRight"), "家👨‍👩‍👧"),
        ("en", "Cafe\u0301 au lait", ("Shift+End",), "Cafe\u0301 au lait"),
    ],
)
def test_words_are_found_in_every_script(
    add: Add, opened: Opened, workbench: Workbench, lang: str, target: str, keys: tuple[str, ...], expected: str
) -> None:
    article = add(article_of([("Hello", target)], langs=("en", lang), title=f"Script {lang}"))
    page = opened(article)
    press(page, "m", *keys, "1", "1")
    saved(page)
    (error,) = errors(workbench, article)
    start = target.index(expected)
    assert (error.span, error.text) == (Span(start, start + len(expected)), expected)
    assert framed(page, 0).all_inner_texts() == [expected]


def test_the_rest_of_the_keys_waits_while_marking(add: Add, opened: Opened) -> None:
    page = opened(add(article_of(SIDES, title="Modal")))
    press(page, "m", "j", "y", "c", "q")
    expect(page.locator(PALETTE)).to_be_visible()
    expect(page.locator(".mtr-row").nth(0)).to_have_attribute("data-status", "unreviewed")
    press(page, "Escape", "j")
    expect(page.locator(".mtr-row").nth(1)).to_have_class("mtr-row mtr-current")


def test_the_card_and_the_strip_are_reached_by_tab(add: Add, opened: Opened, workbench: Workbench) -> None:
    article = add(article_of(SIDES, title="Tab"))
    page = opened(article)
    press(page, "m", "Tab", "Tab", "Enter")
    expect(page.locator(PALETTE)).to_contain_text("How serious?")
    page.get_by_role("button", name="Grammar").focus()
    press(page, "Enter")
    page.locator(PALETTE).get_by_role("button", name="major").focus()
    press(page, "Enter")
    expect(framed(page, 0)).to_have_text("The")
    press(page, "Tab")
    expect(page.get_by_role("button", name="Change")).to_be_focused()
    press(page, "Tab", "Enter")
    expect(framed(page, 0)).to_have_count(0)
    saved(page)
    assert errors(workbench, article) == []


def test_the_profile_says_what_there_is_to_choose(add: Add, opened: Opened) -> None:
    article = add(article_of(SIDES, title="Profiles"))
    page = opened(article, more="&profile=core")
    press(page, "m", "3")
    expect(page.locator(PALETTE)).to_contain_text("Textual conventions")
    expect(page.locator(PALETTE)).to_contain_text("critical")
    press(page, "a", "3")
    expect(page.locator(".mtr-card")).to_contain_text("Linguistic conventions: grammar")
    expect(framed(page, 0)).to_have_attribute("data-by", "A!!")
