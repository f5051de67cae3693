"""What speaks for a pair before a real browser: words lit on both sides, the card that lists them, and doubts said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from playwright.sync_api import Locator, Page, expect

from review.types import Article, Span, WordLink
from tests.browser.page import becomes, lit
from tests.reviewed import article_of

Add = Callable[[Article], Article]
Opened = Callable[..., Page]
Words = Sequence[tuple[str, str, float]]

SIDES = (
    ("😀 市图书馆延长开放时间。", "😀 The city library extends its opening hours."),
    ("图书馆每晚闭馆。", "In the evening, the the library closes for all."),
    ("新增座位。", "<b>Seats</b> of quite another text."),
    ("馆长讲话。", ""),
)
WORDS: Sequence[Words] = (
    (("图书馆", "library", 0.93), ("延长", "extends", 0.71), ("开放", "opening hours", 0.55)),
    (("图书馆", "library", 0.9), ("闭馆", "closes", 0.8)),
    (("座位", "Seats", 0.6),),
    (),
)
CERTAINTIES = (0.97, 0.9, 0.31, 0.45)


def spoken(title: str, certainties: Sequence[float] = CERTAINTIES) -> Article:
    """An article whose pairs tell their words and how sure they are."""
    article = article_of(SIDES, title=title)
    source, target = article.source, article.translation.text
    beads = []
    for bead, words, certainty in zip(article.translation.beads, WORDS, certainties, strict=True):
        links = tuple(
            WordLink(
                placed(one, source.raw, source.segments[bead.source[0]].start),
                placed(other, target.raw, target.segments[bead.target[0]].start),
                weight,
            )
            for one, other, weight in words
        )
        beads.append(replace(bead, words=links, certainty=certainty))
    return replace(article, translations=(replace(article.translation, beads=tuple(beads)),))


def placed(word: str, raw: str, start: int) -> Span:
    at = raw.index(word, start)
    return Span(at, at + len(word))


def hover(page: Page, text: Locator, word: str) -> None:
    """Put the mouse on a word of a text."""
    box = text.evaluate(
        """(element, word) => {
            const start = element.textContent.indexOf(word)
            const range = document.createRange()
            const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
            let seen = 0
            for (let node = walker.nextNode(); node; seen += node.length, node = walker.nextNode())
                if (seen <= start && start < seen + node.length) {
                    range.setStart(node, start - seen)
                    range.setEnd(node, start - seen + 1)
                }
            const { x, y, width, height } = range.getBoundingClientRect()
            return [x + width / 2, y + height / 2]
        }""",
        word,
    )
    page.mouse.move(*box)


def lit_by(page: Page, text: Locator, word: str) -> list[str]:
    """The words that the mouse on a word lights; a row that is painted anew just then has no place for it."""
    hover(page, text, word)
    return lit(page, "mtr-word")


def texts(page: Page, number: int) -> tuple[Locator, Locator]:
    row = page.locator(".mtr-row").nth(number)
    return row.locator(".mtr-source .mtr-text"), row.locator(".mtr-target .mtr-text").first


def test_a_word_under_the_mouse_lights_its_counterpart(add: Add, opened: Opened) -> None:
    page = opened(add(spoken("Hover")))
    source, target = texts(page, 0)
    becomes(lambda: lit_by(page, source, "图书馆"), ["图书馆", "library"])
    becomes(lambda: lit_by(page, target, "hours"), ["开放", "opening hours"])
    becomes(lambda: lit_by(page, target, "city"), [])
    becomes(lambda: lit_by(page, texts(page, 2)[0], "座位"), ["座位", "Seats"])
    page.mouse.move(5, 5)
    becomes(lambda: lit(page, "mtr-word"), [])


def test_the_card_lists_the_words_strongest_first(add: Add, opened: Opened) -> None:
    page = opened(add(spoken("Card")))
    card = page.locator(".mtr-card")
    expect(card).to_be_hidden()
    page.keyboard.press("w")
    expect(card.locator("li")).to_have_text(["图书馆–library0.93", "延长–extends0.71", "开放–opening hours0.55"])
    expect(card).to_contain_text("97 %")
    becomes(lambda: sorted(lit(page, "mtr-linked")), sorted(word for link in WORDS[0] for word in link[:2]))
    card.locator("li").nth(1).hover()
    becomes(lambda: lit(page, "mtr-word"), ["延长", "extends"])
    page.keyboard.press("j")
    expect(card.locator("li")).to_have_text(["图书馆–library0.90", "闭馆–closes0.80"])
    page.keyboard.press("n")
    expect(card).to_contain_text("Doubled word")
    page.keyboard.press("w")
    expect(card.locator("li")).to_have_count(2)
    page.keyboard.press("w")
    expect(card).to_be_hidden()
    page.keyboard.press("w")
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    becomes(lambda: lit(page, "mtr-linked"), [])


def test_a_weak_alignment_is_said_and_explained(add: Add, opened: Opened) -> None:
    page = opened(add(spoken("Weak")))
    rows = page.locator(".mtr-row")
    expect(rows.locator(".mtr-weak")).to_have_count(2)
    expect(rows.nth(0).locator(".mtr-weak")).to_have_count(0)
    chip = rows.nth(2).locator(".mtr-weak")
    expect(chip).to_have_text("weak alignment")
    expect(chip).to_have_attribute(
        "title", "These two texts may not belong together: their alignment is only 31 % sure (w)"
    )
    chip.click()
    card = page.locator(".mtr-card")
    expect(card.locator("li")).to_have_text(["座位–Seats0.60"])
    expect(card).to_contain_text("may not belong together")
    assert page.locator(".mtr-rows b").count() == 0
    page.keyboard.press("Escape")
    rows.nth(3).locator(".mtr-weak").click()
    expect(card).to_contain_text("No counterpart")
    page.keyboard.press("y")
    expect(rows.nth(3).locator(".mtr-weak")).to_have_count(0)
    expect(page.locator(".mtr-doubt")).to_have_count(0)
    page.locator("[data-name='weak']").click()
    expect(rows).to_have_count(1)


def test_words_follow_a_correction(add: Add, opened: Opened) -> None:
    page = opened(add(spoken("Follow")))
    page.keyboard.press("j")
    page.keyboard.press("n")
    page.keyboard.press("a")
    expect(page.locator(".mtr-saved[data-state='saved']")).to_be_visible()
    source, target = texts(page, 1)
    expect(target).to_have_text("In the evening, the library closes for all.")
    becomes(lambda: lit_by(page, source, "闭馆"), ["闭馆", "closes"])
    source.click()
    page.keyboard.press("e")
    page.locator(".mtr-field").fill("In the evening, the library shuts for all.")
    page.keyboard.press("Control+Enter")
    expect(target).to_have_text("In the evening, the library shuts for all.")
    becomes(lambda: lit_by(page, source, "闭馆"), [])
    expect(page.locator(".mtr-saved[data-state='saved']")).to_be_visible()
    becomes(lambda: lit_by(page, source, "图书馆"), ["图书馆", "library"])


def test_words_stay_lit_under_a_resting_mouse(add: Add, opened: Opened) -> None:
    page = opened(add(spoken("Resting")))
    source = texts(page, 1)[0]
    becomes(lambda: lit_by(page, source, "图书馆"), ["图书馆", "library"])
    page.keyboard.press("j")
    page.keyboard.press("y")
    expect(page.locator(".mtr-row").nth(1)).to_have_attribute("data-status", "approved")
    expect(page.locator(".mtr-saved[data-state='saved']")).to_be_visible()
    becomes(lambda: lit(page, "mtr-word"), ["图书馆", "library"])


def test_a_low_confidence_stands_over_the_rows_and_in_the_list(add: Add, opened: Opened) -> None:
    article = add(spoken("Doubted article", (0.2, 0.1, 0.1, 0.2)))
    page = opened(article)
    expect(page.locator(".mtr-doubt")).to_contain_text("Low alignment confidence: only 14 % of the segments")
    page.get_by_role("link", name="Articles").click()
    line = page.locator(f".st-key-mtreview-article-{article.id}")
    expect(line).to_contain_text("Low alignment confidence: only 14 %")
