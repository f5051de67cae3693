"""The correction loop before a real browser: what a text mends is told, confirmed, undone; nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Locator, Page, expect

from review.judgements import Correction, Draft, ErrorSpan, Judgement
from review.types import Article
from tests.browser.conftest import AT, Workbench, workbench_in
from tests.browser.page import at_rest, press, saved, to_finding
from tests.reviewed import article_of

Add = Callable[[Article], Article]
Opened = Callable[..., Page]

SIDES = (
    ("图书馆每晚9点闭馆。", "In the evening, the library closes at 6."),
    ("新增座位。", "There are new new seats in the hall <b>now</b>."),
    ("馆长讲话。", "The curator spoke."),
)
FIXED = "In the evening, the library closes at 9."
HOSTILE = "<img src=x onerror=\"document.title='broken'\">"


def write(page: Page, text: str) -> None:
    """Put a text into the open editor, as if it were typed."""
    page.locator(".mtr-field").fill(text)


def told(page: Page) -> Locator:
    """The errors that the editor shows, as soon as they are those of the text in it."""
    expect(page.locator(".mtr-mends:not(.mtr-stale)")).to_have_count(1)
    return page.locator(".mtr-mend")


def chosen(error: Locator) -> list[str]:
    """The category and severity that an error is shown with."""
    selects = error.locator("select")
    shown: list[str] = selects.evaluate_all("(all) => all.map((each) => each.selectedOptions[0].textContent)")
    return shown


def marks(workbench: Workbench, article: Article, number: int = 0) -> list[tuple[Any, ...]]:
    """By whom, on which version, what and as what the errors of a pair are marked."""
    state = workbench.review(article).states[number]
    values = ((mark, mark.value) for mark in state.marks if isinstance(mark.value, ErrorSpan))
    return [(mark.reviewer, mark.version, error.text, error.category, error.severity) for mark, error in values]


def test_what_is_typed_is_told_confirmed_by_saving_and_undone(add: Add, opened: Opened, workbench: Workbench) -> None:
    article = add(article_of(SIDES, title="Told"))
    page = opened(article)
    press(page, "e")
    write(page, FIXED)
    error = told(page)
    expect(error).to_have_count(1)
    assert error.locator("del").inner_text() == "6"
    assert error.locator("ins").inner_text() == "9"
    assert chosen(error) == ["Mistranslation", "major"]
    press(page, "Control+Enter")
    expect(page.locator(".mtr-notice")).to_have_text("Marked as Mistranslation (major)u takes it back")
    assert page.locator(".mtr-current .mtr-number").inner_text() == "2"
    saved(page)
    assert marks(workbench, article) == [("Ana", 0, "6", "accuracy/mistranslation", "major")]
    (made,) = workbench.review(article).states[0].corrections
    assert isinstance(made.value, Correction)
    assert made.value.errors == made.value.guessed
    press(page, "u")
    expect(page.locator(".mtr-row").first.locator(".mtr-target .mtr-text").first).to_have_text(SIDES[0][1])
    expect(page.locator(".mtr-saved")).not_to_contain_text("Saving")
    saved(page)
    assert marks(workbench, article) == []
    assert workbench.review(article).states[0].text == SIDES[0][1]


def test_category_and_severity_are_changed_by_keys_in_the_editor(
    add: Add, opened: Opened, workbench: Workbench
) -> None:
    article = add(article_of(SIDES, title="Keys"))
    page = opened(article)
    press(page, "j", "e")
    write(page, "There are some seats in the great hall <b>now</b>.")
    expect(told(page)).to_have_count(2)
    press(page, "Alt+Digit3", "Alt+ArrowUp")
    page.locator(".mtr-field").evaluate("(field) => field.setSelectionRange(12, 12)")
    press(page, "Alt+Digit1", "Alt+Digit4")
    errors = told(page)
    assert sorted(map(chosen, errors.all())) == [
        ["Inappropriate for context", "minor"],
        ["Unnatural or awkward", "major"],
    ]
    page.keyboard.type("e")
    expect(told(page)).to_have_count(2)
    assert sorted(map(chosen, errors.all())) == [
        ["Inappropriate for context", "minor"],
        ["Unnatural or awkward", "major"],
    ]
    press(page, "Alt+Digit0", "Control+Enter")
    saved(page)
    found = marks(workbench, article, 1)
    assert [mark[3:] for mark in found] == [("style/unnatural or awkward", "major")]
    (made,) = workbench.review(article).states[1].corrections
    assert isinstance(made.value, Correction)
    assert len(made.value.guessed) == 2


def test_a_save_that_is_faster_than_the_guess_is_shown_at_once_and_marked_all_the_same(
    add: Add, opened: Opened, workbench: Workbench
) -> None:
    article = add(article_of(SIDES, title="Fast"))
    page = opened(article)
    press(page, "e", "Control+End", "Backspace", "Backspace")
    page.keyboard.type("9.")
    press(page, "Control+Enter")
    assert page.locator(".mtr-row").first.locator(".mtr-target .mtr-text").first.inner_text() == FIXED
    press(page, "j", "e", "Control+a")
    page.keyboard.type("The director spoke.")
    press(page, "Control+Enter")
    expect(page.locator(".mtr-notice")).to_contain_text("Marked as Mistranslation (major)")
    saved(page)
    assert marks(workbench, article) == [("Ana", 0, "6", "accuracy/mistranslation", "major")]
    assert [mark[2] for mark in marks(workbench, article, 2)] == ["curator"]


def test_a_change_of_taste_is_saved_without_an_error_and_may_be_one_after_all(
    add: Add, opened: Opened, workbench: Workbench
) -> None:
    article = add(article_of(SIDES, title="Taste"))
    page = opened(article)
    press(page, "e")
    write(page, FIXED)
    told(page)
    press(page, "Control+Shift+Enter")
    expect(page.locator(".mtr-notice")).to_contain_text("Changed without an error")
    saved(page)
    assert marks(workbench, article) == []
    assert workbench.review(article).states[0].text == FIXED
    press(page, "k", "e")
    expect(told(page)).to_have_count(1)
    press(page, "Control+Enter")
    expect(page.locator(".mtr-past")).to_have_text("6A!")
    expect(page.locator(".mtr-saved")).not_to_contain_text("Saving")
    assert marks(workbench, article) == [("Ana", 0, "6", "accuracy/mistranslation", "major")]
    press(page, "u")
    expect(page.locator(".mtr-past")).to_have_count(0)
    expect(page.locator(".mtr-saved")).not_to_contain_text("Saving")
    assert marks(workbench, article) == []
    assert workbench.review(article).states[0].version == 1


def test_an_accepted_fix_is_marked_with_its_finding(add: Add, opened: Opened, workbench: Workbench) -> None:
    article = add(article_of(SIDES, title="Accepted"))
    page = opened(article)
    to_finding(page, "new new")
    press(page, "a")
    expect(page.locator(".mtr-notice")).to_be_visible()
    saved(page)
    assert marks(workbench, article, 1) == [("Ana", 0, "new new", "fluency/grammar", "minor")]
    press(page, "u")
    expect(page.locator(".mtr-notice")).to_contain_text("Undone")
    expect(page.locator(".mtr-saved")).not_to_contain_text("Saving")
    saved(page)
    assert marks(workbench, article, 1) == []


def test_a_text_is_compared_with_those_before_it(add: Add, opened: Opened, workbench: Workbench) -> None:
    article = add(article_of(SIDES, title="Bases"))
    pair = article.translation.beads[0].id
    for version, (by, text) in enumerate((("Ben", "It shuts at 9."), ("Ana", FIXED), ("Ana", f"{FIXED} Daily."))):
        workbench.store.append(Judgement(f"base-{version}", pair, version, by, AT, Correction(text)))
    page = opened(article)
    shown = page.locator(".mtr-row").first.locator(".mtr-was")
    tag = shown.locator(".mtr-tag")
    expect(tag).to_have_text("from the machine")
    assert shown.locator("ins").all_inner_texts() == ["9. Daily"]
    press(page, "b")
    expect(tag).to_have_text("from the version before")
    assert (shown.locator("del").all_inner_texts(), shown.locator("ins").all_inner_texts()) == ([], [" Daily."])
    press(page, "b")
    expect(tag).to_have_text("from the text by Ben")
    press(page, "b")
    expect(tag).to_have_text("from the machine")


def disputed(page: Page, workbench: Workbench, article: Article, mine: str, theirs: str) -> Locator:
    """A conflict over the first pair, which is the current one."""
    press(page, "e")
    write(page, mine)
    told(page)
    pair = article.translation.beads[0].id
    workbench.store.append(Judgement(f"theirs-{article.id}", pair, 0, "Ben", AT, Correction(theirs)))
    press(page, "Control+Enter")
    conflict = page.locator(".mtr-conflict")
    expect(conflict).to_contain_text("Ben saved this pair")
    press(page, "k")
    return conflict


def test_two_corrections_are_put_together_by_key(add: Add, opened: Opened, workbench: Workbench) -> None:
    article = add(article_of(SIDES, title="Both"))
    page = opened(article)
    theirs = f"At night, the library closes at 6. {HOSTILE}"
    conflict = disputed(page, workbench, article, FIXED, theirs)
    assert conflict.locator("ins").all_inner_texts() == ["At night", f" {HOSTILE}", "9"]
    assert (conflict.locator("img").count(), page.title() == "broken") == (0, False)
    press(page, "e")
    assert page.locator(".mtr-field").input_value() == f"At night, the library closes at 9. {HOSTILE}"
    expect(page.locator(".mtr-notice")).to_contain_text("Both changes are in the text")
    expect(told(page).locator("img")).to_have_count(0)
    press(page, "Control+Enter")
    saved(page)
    expect(conflict).to_have_count(0)
    assert workbench.review(article).states[0].text == f"At night, the library closes at 9. {HOSTILE}"


def test_one_of_two_corrections_is_chosen_by_key_and_the_choice_undone(
    add: Add, opened: Opened, workbench: Workbench
) -> None:
    article = add(article_of(SIDES, title="Mine or theirs"))
    page = opened(article)
    conflict = disputed(page, workbench, article, FIXED, "At night it shuts.")
    press(page, "t")
    expect(conflict).to_have_count(0)
    press(page, "u")
    expect(conflict).to_have_count(1)
    press(page, "m")
    saved(page)
    expect(conflict).to_have_count(0)
    expect(page.locator(".mtr-saved")).not_to_contain_text("Saving")
    assert workbench.review(article).states[0].text == FIXED


def test_the_word_on_what_was_done_hides_nothing_of_the_card(add: Add, opened: Opened) -> None:
    words = ("new", "old", "red", "soft", "wide", "clean", "empty", "broken", "wooden")
    sides = [(f"大厅里有{n}个座位。", f"The hall has some {word} {word} seats.") for n, word in enumerate(words, 3)]
    page = opened(add(article_of(sides, title="Notice")))
    page.set_viewport_size({"width": 1000, "height": 640})
    for _ in range(6):
        press(page, "n", "a")
        page.wait_for_function(APART)


APART = """() => {
    const boxOf = (name) => document.querySelector(name).getBoundingClientRect()
    const [card, notice] = [boxOf(".mtr-card"), boxOf(".mtr-notice")]
    const isBefore = (one, other) => one.bottom <= other.top || one.right <= other.left
    return card.height > 0 && notice.height > 0 && (isBefore(card, notice) || isBefore(notice, card))
}"""
"""Whether the card and the word on what was done are both shown, and neither hides the other."""


def drafts(workbench: Workbench, article: Article) -> list[str]:
    """What the store has of the first pair's drafts."""
    kept = workbench.review(article).states[0].drafts
    return [draft.value.text for draft in kept if isinstance(draft.value, Draft)]


def test_what_is_typed_outlives_the_network_the_page_and_the_server(context: BrowserContext, tmp_path: Path) -> None:
    own = workbench_in(tmp_path)
    own.start()
    article = own.store.add(article_of(SIDES, title="Outlived"), at=AT, by="Ana")
    page = context.new_page()
    page.goto(f"{own.url}/review?article={article.id}")
    at_rest(page)
    press(page, "e")
    write(page, "Typed online.")
    expect(page.locator(".mtr-saved")).to_contain_text("Draft kept")
    context.set_offline(True)
    write(page, "Typed offline.")
    expect(page.locator(".mtr-saved")).to_contain_text("Offline")
    assert own.process
    own.process.kill()
    own.process.wait()
    write(page, "Typed to nobody.")
    context.set_offline(False)
    expect(page.locator(".mtr-saved")).to_contain_text("Not saved yet")
    assert drafts(own, article) != ["Typed to nobody."]
    own.start()
    try:
        expect(page.locator(".mtr-saved")).to_contain_text("Draft kept")
        expect(page.locator(".mtr-field")).to_have_value("Typed to nobody.")
        page.reload()
        at_rest(page)
        expect(page.locator(".mtr-current .mtr-draft")).to_be_visible()
        press(page, "e")
        assert page.locator(".mtr-field").input_value() == "Typed to nobody."
        assert drafts(own, article) == ["Typed to nobody."]
    finally:
        own.stop()
