"""The review loop before a real browser: what is shown, what the keys do, and that nothing is lost."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from review import flow
from review.article import pairs_of
from review.checks import flag
from review.judgements import Correction, ErrorSpan, Judgement
from review.types import Article, Span
from review.verbs import samples
from tests.browser.conftest import AT, Workbench, workbench_in
from tests.browser.page import at_rest, press, press_at_once, saved, to_finding
from tests.reviewed import article_of

Add = Callable[[Article], Article]
Opened = Callable[..., Page]

SIDES = (
    ("市图书馆延长开放时间", "City library extends its opening hours"),
    ("图书馆每晚闭馆。", "In the evening, the the library closes for all."),
    ("读者更方便。", "For readers it is more convenient 更方便 than before."),
    ("新增座位。", "There are new new seats in the hall."),
    ("馆长讲话。", "The curator spoke, and they they listened."),
)
MARKED = ".mtr-row[data-pair='{}'] .mtr-target mark:not(.mtr-dismissed)"


def target(page: Page, number: int) -> str:
    """The translation that a row shows."""
    return page.locator(".mtr-row").nth(number).locator(".mtr-target .mtr-text").first.inner_text()


def marks_of(article: Article) -> dict[str, list[str]]:
    """By pair, what the checks mark in the translation, in order."""
    pairs = pairs_of(article)
    found = flag(pairs).findings
    return {pair.id: [each.text for each in found if each.pair == pair.id and each.side == "target"] for pair in pairs}


def open_quotes(workbench: Workbench, article: Article) -> list[str]:
    """What the open findings of an article quote, as the store has it."""
    review = workbench.review(article)
    return [finding.text for finding in flow.open_findings(review, flow.flags_of(review))]


def test_findings_are_marked_exactly(add: Add, opened: Opened) -> None:
    article = add(article_of(SIDES, title="Marks"))
    page = opened(article)
    shown = page.evaluate(MARKED_WORDS)
    for pair, quotes in marks_of(article).items():
        assert sorted(shown[pair].values()) == sorted(quote for quote in quotes if quote), pair
    assert "the the" in marks_of(article)[article.translation.beads[1].id]


MARKED_WORDS = """() => Object.fromEntries([...document.querySelectorAll(".mtr-row")].map((row) => {
    const words = {}
    for (const mark of row.querySelectorAll(".mtr-text mark"))
        for (const key of mark.findings) words[key] = (words[key] ?? "") + mark.textContent
    return [row.dataset.pair, words]
}))"""


@pytest.mark.skipif(not samples.CORPORA, reason="no sample articles here")
def test_every_finding_of_a_sample_stands_on_its_words(add: Add, opened: Opened) -> None:
    article = add(next(sample for sample in samples.samples() if sample.source.lang.startswith("zh")))
    expected: dict[str, dict[str, str]] = {pair.id: {} for pair in pairs_of(article)}
    for finding in flag(pairs_of(article)).findings:
        expected[finding.pair][finding.key] = finding.text
    page = opened(article)
    assert page.evaluate(MARKED_WORDS) == expected
    assert sum(map(len, expected.values())) > 5


def test_the_whole_loop_without_a_mouse(add: Add, opened: Opened, workbench: Workbench) -> None:
    article = add(article_of(SIDES, title="Loop"))
    page = opened(article)
    press(page, "n")
    expect(page.locator(".mtr-card")).to_contain_text("the")
    press(page, "a")
    assert target(page, 1) == "In the evening, the library closes for all."
    to_finding(page, "更方便")
    press(page, "d")
    current = int(page.locator(".mtr-current .mtr-number").inner_text()) - 1
    press(page, "e")
    page.keyboard.press("Control+a")
    page.keyboard.type("Quite another sentence.")
    press(page, "Control+Enter")
    assert target(page, current) == "Quite another sentence."
    assert page.locator(".mtr-current .mtr-number").inner_text() == str(current + 2)
    press(page, "y")
    saved(page)
    page.reload()
    at_rest(page)
    assert target(page, 1) == "In the evening, the library closes for all."
    assert target(page, current) == "Quite another sentence."
    expect(page.locator(".mtr-row").nth(current + 1)).to_have_attribute("data-status", "approved")
    expect(page.locator(".mtr-row").nth(2).locator("mark.mtr-dismissed").first).to_be_visible()
    states = workbench.review(article).states
    doubled = ErrorSpan(Span(16, 23), "the the", "fluency/grammar", "minor")
    assert states[1].corrections[0].value == Correction(
        "In the evening, the library closes for all.",
        "doubled-word|target|0|the the",
        errors=(doubled,),
        guessed=(doubled,),
    )
    assert states[1].corrections[0].reviewer == "Ana"
    assert len(states[2].dismissed) == 1


def test_acts_can_be_taken_back(add: Add, opened: Opened, workbench: Workbench) -> None:
    article = add(article_of(SIDES, title="Undo"))
    page = opened(article)
    press(page, "n", "a", "u")
    assert target(page, 1) == SIDES[1][1]
    press(page, "n", "d", "u", "k", "k", "k", "k", "y", "u")
    expect(page.locator(".mtr-notice")).to_contain_text("Undone")
    saved(page)
    for state in workbench.review(article):
        assert (state.text, state.status, state.dismissed) == (state.pair.target, "unreviewed", frozenset())


def test_a_dismissal_everywhere_holds_in_other_articles_until_it_is_undone(
    add: Add, opened: Opened, workbench: Workbench
) -> None:
    article, other = (add(article_of(SIDES[:2], title=title)) for title in ("First of two", "Second of two"))
    page = opened(article)
    press(page, "n", "Shift+D")
    expect(page.locator(".mtr-notice")).to_contain_text("Dismissed in every article")
    saved(page)
    assert open_quotes(workbench, other) == []
    press(page, "u")
    expect(page.locator(".mtr-notice")).to_contain_text("Undone")
    expect(page.locator("mark.mtr-dismissed")).to_have_count(0)
    saved(page)
    assert open_quotes(workbench, other) == ["the the"]


def test_a_draft_survives_a_reload(add: Add, opened: Opened, workbench: Workbench) -> None:
    article = add(article_of(SIDES, title="Draft"))
    page = opened(article)
    press(page, "j", "e")
    page.keyboard.press("Control+End")
    page.keyboard.type(" Not done")
    expect(page.locator(".mtr-saved")).to_contain_text("Draft kept")
    page.reload()
    at_rest(page)
    assert page.locator(".mtr-current .mtr-number").inner_text() == "2"
    expect(page.locator(".mtr-current .mtr-draft")).to_be_visible()
    assert target(page, 1) == SIDES[1][1]
    press(page, "e")
    assert page.locator(".mtr-field").input_value() == SIDES[1][1] + " Not done"
    press(page, "Escape")
    page.get_by_role("button", name="Throw the draft away").click()
    expect(page.locator(".mtr-draft")).to_have_count(0)
    saved(page)
    assert workbench.review(article).states[1].drafts == ()


def test_moving_on_saves_what_was_typed(add: Add, opened: Opened, workbench: Workbench) -> None:
    article = add(article_of(SIDES, title="Moving"))
    page = opened(article)
    press(page, "e")
    page.keyboard.type("!")
    page.locator(".mtr-row").nth(3).locator(".mtr-source").click()
    expect(page.locator(".mtr-saved")).to_contain_text("Saved")
    assert workbench.review(article).states[0].text == SIDES[0][1] + "!"


def test_two_reviewers_at_one_pair_see_both_texts(
    add: Add, opened: Opened, workbench: Workbench, window: Callable[[], BrowserContext]
) -> None:
    article = add(article_of(SIDES, title="Conflict"))
    second = window()
    second.add_cookies([{"name": "mtreview_reviewer", "value": "Ben", "url": workbench.url}])
    mine, theirs = opened(article), opened(article, inside=second)
    for page, words in ((mine, "Text of Ana"), (theirs, "Text of Ben")):
        press(page, "e", "Control+a")
        page.keyboard.type(words)
    press(theirs, "Control+Enter")
    saved(theirs)
    press(mine, "Control+Enter")
    conflict = mine.locator(".mtr-conflict")
    expect(conflict).to_be_visible()
    press(mine, "n")
    expect(mine.locator(".mtr-current .mtr-conflict")).to_have_count(1)
    expect(conflict).to_contain_text("Text of Ana")
    expect(conflict).to_contain_text("Text of Ben")
    expect(conflict).to_contain_text("Ben saved this pair")
    mine.reload()
    expect(conflict).to_contain_text("Text of Ana")
    conflict.get_by_role("button", name="Put both together").click()
    mine.keyboard.press("Control+End")
    mine.keyboard.type(" and Ben")
    press(mine, "Control+Enter")
    saved(mine)
    expect(conflict).to_have_count(0)
    corrections = workbench.review(article).states[0].corrections
    assert [(made.reviewer, made.value.text) for made in corrections if isinstance(made.value, Correction)] == [
        ("Ben", "Text of Ben"),
        ("Ana", "Text of Ana and Ben"),
    ]


def test_a_draft_over_an_older_text_is_shown_as_such_and_overwrites_nothing(
    add: Add, opened: Opened, workbench: Workbench
) -> None:
    article = add(article_of(SIDES, title="Older draft"))
    page = opened(article)
    press(page, "e")
    page.keyboard.type(" of Ana")
    press(page, "Escape")
    expect(page.locator(".mtr-saved")).to_contain_text("Draft kept")
    pair = article.translation.beads[0].id
    workbench.store.append(Judgement("older-draft", pair, 0, "Ben", AT, Correction("Text of Ben")))
    page.reload()
    expect(page.locator(".mtr-current .mtr-draft")).to_contain_text("older than this text, saved by Ben")
    press(page, "e")
    expect(page.locator(".mtr-editor-hint")).to_contain_text("Ben saved the text above meanwhile")
    expect(page.locator(".mtr-current .mtr-text").nth(1)).to_have_text("Text of Ben")
    press(page, "Control+Enter")
    conflict = page.locator(".mtr-conflict")
    expect(conflict).to_contain_text("Text of Ben")
    expect(conflict).to_contain_text(SIDES[0][1] + " of Ana")
    assert workbench.review(article).states[0].text == "Text of Ben"
    conflict.get_by_role("button", name="Keep theirs").click()
    saved(page)
    expect(page.locator(".mtr-draft, .mtr-conflict")).to_have_count(0)
    expect(page.locator(".mtr-saved")).not_to_contain_text("Saving")
    assert workbench.review(article).states[0].drafts == ()


def test_a_mouse_at_rest_does_not_take_the_keys_from_the_focused_finding(
    add: Add, opened: Opened, context: BrowserContext
) -> None:
    context.clock.install()
    page = opened(add(article_of(SIDES * 20, title="Rest")))
    page.mouse.move(820, 640)
    lit = page.locator(".mtr-row:has(.mtr-lit)")
    for _ in range(30):
        press(page, "n")
        page.clock.fast_forward(300)  # longer than the mouse has to rest on a mark to point at it
        expect(lit).to_have_attribute("class", "mtr-row mtr-current")


def test_a_key_struck_too_early_does_not_replace_a_long_sentence(add: Add, opened: Opened) -> None:
    sentence = f"The council planted {', '.join(['oaks', 'elms', 'limes', 'ashes', 'firs', 'birches'] * 11)} and pines."
    source = f"市议会种了{'橡树、榆树、椴树、白蜡树、冷杉、桦树、' * 11}松树。"
    page = opened(add(article_of([(source, sentence)], title="Long")))
    press(page, "n", "e")
    page.keyboard.type("!")
    assert page.locator(".mtr-field").input_value() == f"!{sentence}"


HOSTILE = "<img src=x onerror=\"document.title='broken'\"> and the the rest"
PLANES = "😀𠮷 Yoshinoya is is tasty 👨‍👩‍👧 really really good"


def test_hostile_and_rare_texts_are_shown_as_they_are(add: Add, opened: Opened) -> None:
    sides = ((HOSTILE, HOSTILE), ("😀𠮷野家很好吃。", PLANES))
    article = add(article_of(sides, title="<b>Bold</b> title"))
    page = opened(article)
    assert [target(page, 0), target(page, 1)] == [HOSTILE, PLANES]
    assert page.locator(".mtr-screen img, .mtr-screen b").count() == 2  # the two numbers of the progress line
    assert "broken" not in page.title()
    for pair, quotes in marks_of(article).items():
        assert page.locator(MARKED.format(pair)).all_text_contents() == quotes
    to_finding(page, "is is")
    press(page, "a")
    assert target(page, 1) == PLANES.replace("is is", "is")


@pytest.mark.parametrize(("lang", "text"), [("ar", "افتتحت المكتبة أبوابها 😀 اليوم"), ("he", "הספרייה נפתחה היום")])
def test_right_to_left_text_runs_from_the_right(add: Add, opened: Opened, lang: str, text: str) -> None:
    page = opened(add(article_of([("今天开馆。", text)], langs=("zh", lang), title=f"Direction {lang}")))
    shown = page.locator(".mtr-target .mtr-text")
    assert shown.evaluate("(element) => getComputedStyle(element).direction") == "rtl"
    assert shown.inner_text() == text
    press(page, "e")
    assert page.locator(".mtr-field").evaluate("(element) => getComputedStyle(element).direction") == "rtl"


def test_keys_leave_fields_input_methods_and_dialogs_alone(add: Add, opened: Opened) -> None:
    page = opened(add(article_of(SIDES, title="Keys")))
    press(page, "?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    press(page, "j", "y", "Escape")
    expect(page.get_by_role("dialog", name="Keys")).to_be_hidden()
    assert page.locator(".mtr-current .mtr-number").inner_text() == "1"
    page.evaluate(
        "document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'j', bubbles: true, isComposing: true}))"
    )
    page.evaluate("document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'j', bubbles: true, ctrlKey: true}))")
    assert page.locator(".mtr-current .mtr-number").inner_text() == "1"
    press(page, "e")
    page.keyboard.type("jknpady")
    assert page.locator(".mtr-field").input_value() == SIDES[0][1] + "jknpady"
    press(page, "Escape")
    page.locator(".mtr-search-toggle").click()
    press(page, "y")
    expect(page.locator(".mtr-row[data-status='approved']")).to_have_count(0)


def test_filters_and_links_come_back_to_their_place(add: Add, opened: Opened) -> None:
    article = add(article_of(SIDES * 30, title="Places"))
    page = opened(article)
    expect(page.locator(".mtr-row")).to_have_count(100)
    page.get_by_role("button", name="Next page").click()
    expect(page.locator(".mtr-row")).to_have_count(50)
    press(page, "j")
    assert page.locator(".mtr-current .mtr-number").inner_text() == "102"
    page.reload()
    at_rest(page)
    assert page.locator(".mtr-current .mtr-number").inner_text() == "102"
    page.locator("[data-name='findings']").click()
    expect(page.locator(".mtr-row .mtr-number").first).to_have_text("2")
    press(page, "y")
    saved(page)
    expect(page.locator(".mtr-row .mtr-number").first).to_have_text("2")
    page.locator("[data-name='approved']").click()
    expect(page.locator(".mtr-row")).to_have_count(1)
    page.reload()
    expect(page.locator(".mtr-row")).to_have_count(1)


def test_an_approval_at_the_end_is_not_taken_back_unseen(add: Add, opened: Opened) -> None:
    page = opened(add(article_of(SIDES[:2], title="End")))
    notice = page.locator(".mtr-notice")
    press(page, "y", "y")
    expect(notice).to_have_text("Approved; no pair comes after this one")
    press(page, "y")
    expect(notice).to_have_text("No longer approved")
    expect(page.locator(".mtr-row[data-status='approved']")).to_have_count(1)
    press(page, "n", "n", "n")
    expect(notice).to_have_text("No more open findings below")
    expect(page.locator(".mtr-lit")).to_have_text(["the the"])
    press(page, "n")
    expect(page.locator(".mtr-lit")).to_have_text(["the the"])


def test_keys_that_are_ahead_of_the_next_page_are_meant_for_it(add: Add, opened: Opened, workbench: Workbench) -> None:
    article = add(article_of(SIDES * 21, title="Ahead"))
    page = opened(article, more=f"&pair={article.translation.beads[99].id}")
    press_at_once(page, "y", "y", "e", "y")
    expect(page.locator(".mtr-row")).to_have_count(5)
    expect(page.locator(".mtr-field")).to_be_focused()
    expect(page.locator(".mtr-current .mtr-number")).to_have_text("102")
    expect(page.locator(".mtr-field")).to_have_value(SIDES[1][1])
    saved(page)
    statuses = [state.status for state in workbench.review(article)]
    assert statuses == ["unreviewed"] * 99 + ["approved"] * 2 + ["unreviewed"] * 4


def test_what_is_done_without_a_server_is_sent_when_it_is_back(context: BrowserContext, tmp_path: Path) -> None:
    own = workbench_in(tmp_path)
    own.start()
    article = own.store.add(article_of(SIDES, title="Offline"), at=AT, by="Ana")
    page = context.new_page()
    page.goto(f"{own.url}/review?article={article.id}")
    at_rest(page)
    own.stop()
    press(page, "n", "a")
    expect(page.locator(".mtr-saved")).to_contain_text("kept in this browser")
    assert own.review(article).states[1].text == SIDES[1][1]
    own.start()
    try:
        page.goto(f"{own.url}/review?article={article.id}")
        saved(page)
        assert target(page, 1) == "In the evening, the library closes for all."
        assert own.review(article).states[1].version == 1
    finally:
        own.stop()


def test_a_click_that_got_lost_leads_to_its_page_all_the_same(add: Add, opened: Opened) -> None:
    page = opened(add(article_of(SIDES, title="Lost click")))
    link = page.get_by_role("link", name="Export")
    lose = "link => link.addEventListener('click', event => { event.stopPropagation(); event.preventDefault() }"
    link.evaluate(f"{lose}, {{ once: true }})")
    link.click()
    expect(page.get_by_role("heading", name="Export")).to_be_visible()


def test_the_export_holds_the_correction(add: Add, opened: Opened, workbench: Workbench) -> None:
    article = add(article_of(SIDES, title="Export"))
    page = opened(article)
    press(page, "n", "a")
    page.get_by_role("link", name="Export").click()
    page.get_by_role("heading", name="Export").wait_for()
    expect(page.get_by_text("Still open")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Word document").click()
    content = Path(download.value.path()).read_bytes()
    document = zipfile.ZipFile(BytesIO(content)).read("word/document.xml").decode()
    assert "In the evening, the library closes for all." in document
    assert download.value.suggested_filename == f"{article.id}.docx"


def test_an_unknown_article_is_named(context: BrowserContext, workbench: Workbench) -> None:
    page = context.new_page()
    page.goto(f"{workbench.url}/review?article=*gone*")
    expect(page.get_by_role("heading", name="There is no such article")).to_be_visible()
    expect(page.get_by_text("*gone*")).to_be_visible()


def test_the_mouse_finds_the_card_and_its_fix(add: Add, opened: Opened) -> None:
    page = opened(add(article_of(SIDES, title="Mouse")))
    page.locator(".mtr-row").nth(1).locator("mark").hover()
    card = page.locator(".mtr-card")
    expect(card).to_contain_text("Doubled word")
    card.locator(".mtr-fix").click()
    assert target(page, 1) == "In the evening, the library closes for all."
    page.locator(".mtr-row").nth(3).locator("mark").click()
    card.get_by_role("button", name="Dismiss: no error here").click()
    expect(page.locator(".mtr-row").nth(3).locator("mark.mtr-dismissed")).to_be_visible()
    page.locator(".mtr-row").nth(0).get_by_role("button", name="Approve").click()
    expect(page.locator(".mtr-row").nth(0)).to_have_attribute("data-status", "approved")
    saved(page)
