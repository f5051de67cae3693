"""An article from two files to a corrected, exported and scored translation, all of it in the browser."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import docx
import pytest
from playwright.sync_api import BrowserContext, Page, expect

from review import flow
from review.judgements import Review
from review.types import Article
from tests.browser.conftest import Workbench
from tests.gate.measured import ROOT, SEED

TYPED = "This sentence was typed by the reviewer."
SAMPLE = ROOT / "corpora" / "zh-en-water-plant" / "source.txt"


@dataclass(frozen=True)
class Run:
    """An article's two files, some of what has to be marked in it as (check, text), and a text that gets corrected.

    Of the longest sentence only the beginning, the end and the number of words are told.
    """

    source: Path
    target: Path
    marked: frozenset[tuple[str, str]]
    longest: tuple[str, str, int]
    corrected: str


RUNS = (
    pytest.param(
        Run(
            SAMPLE,
            SAMPLE.with_name("target.txt"),
            frozenset(
                {
                    ("page-furniture", "Current location: Home > News Center > Group News"),
                    ("numbers", "6.8 billion"),
                    ("leaked-markup", "<br>"),
                    ("doubled-word", "the the"),
                    ("full-width", "＋"),
                }
            ),
            ("Tang Liqun, Secretary", "end of 2025.", 98),
            "6.8 billion yuan",
        ),
        id="sample",
    ),
    pytest.param(
        Run(
            SEED,
            SEED.with_name("seed.zh-en.mt.txt"),
            frozenset(
                {
                    ("source-script", "大汉网络"),
                    ("source-script", "大汉版通发布系统"),
                    ("page-furniture", "0 1 6 12"),
                    ("page-furniture", "Produced By 大汉网络 大汉版通发布系统"),
                    ("doubled-space", "\u00a0\u00a0"),
                    ("doubled-space", "\u00a0\u00a0 "),
                }
            ),
            ("It is required to gra", "the country.", 168),
            "It is required to grasp the new stage of development",
        ),
        id="seed",
        marks=pytest.mark.skipif(not SEED.exists(), reason="the seed article is not here"),
    ),
)

SHOWN = """() => [...document.querySelectorAll(".mtr-row .mtr-text")].flatMap((text) => {
    const spans = new Map()
    let at = 0
    const walk = (node) => {
        if (node.nodeType === Node.TEXT_NODE) at += [...node.data].length
        const from = at
        for (const child of node.childNodes) walk(child)
        for (const key of node.findings ?? []) spans.set(key, [spans.get(key)?.[0] ?? from, at])
    }
    walk(text)
    const [pair, side] = [text.closest(".mtr-row").dataset.pair, text.closest(".mtr-source") ? "source" : "target"]
    const points = [...text.textContent]
    return [...spans].map(([key, [start, end]]) => [pair, side, key, start, end, points.slice(start, end).join("")])
})"""
"""Each finding that is marked on the page, and the code points from the first to the last of its marks."""


@pytest.mark.parametrize("run", RUNS)
def test_an_article_goes_from_two_files_to_an_exported_and_scored_correction(
    run: Run, context: BrowserContext, workbench: Workbench
) -> None:
    page = context.new_page()
    article_id = add(page, workbench, run)
    article = workbench.store.article(article_id)
    assert article.translation.text.raw == run.target.read_bytes().decode()
    marks_are_exact(page, workbench.review(article), run)
    correct(page, run.corrected)
    review = workbench.review(article)
    assert [state.text for state in review if state.changed] == [TYPED]
    holds_the_correction(export(page, workbench, article), run.corrected)
    shows_the_scores(page, review)


def add(page: Page, workbench: Workbench, run: Run) -> str:
    """Load both files as the Articles page leads to it; the id of the article that is then under review."""
    page.goto(workbench.url)
    page.get_by_role("button", name="Add an article").click()
    page.get_by_role("heading", name="Add an article").wait_for()
    for number, path in enumerate((run.source, run.target)):
        page.locator("input[type=file]").nth(number).set_input_files(path)
        expect(page.get_by_text("read as utf-8")).to_have_count(number + 1)
    page.get_by_role("button", name="Align and review").click()
    page.wait_for_selector(".mtr-row.mtr-current")
    return str(page.locator(".mtr-row").first.get_attribute("data-pair")).rpartition("/")[0]


def marks_are_exact(page: Page, review: Review, run: Run) -> None:
    """What the page marks is what the checks found, each on its own place, and all that a reader would see."""
    shown = {(pair, side, key, start, end, text) for pair, side, key, start, end, text in page.evaluate(SHOWN)}
    found = flow.flags_of(review).findings
    assert shown == {(f.pair, f.side, f.key, f.span.start, f.span.end, f.text) for f in found}
    marked = {(key.partition("|")[0], text) for _, side, key, _, _, text in shown if side == "target"}
    assert run.marked <= marked
    longest = max((text for check, text in marked if check == "long-sentence"), key=len)
    assert (longest[:21], longest[-12:], len(longest.split())) == run.longest


def correct(page: Page, words: str) -> None:
    row = page.locator(".mtr-row").filter(has_text=words)
    row.locator(".mtr-source").click()
    page.keyboard.press("e")
    page.keyboard.press("Control+a")
    page.keyboard.type(TYPED)
    page.keyboard.press("Control+Enter")
    expect(page.locator(".mtr-saved")).to_contain_text("Saved")


def export(page: Page, workbench: Workbench, article: Article) -> bytes:
    """The Word document that the Export page gives."""
    page.goto(f"{workbench.url}/export?article={article.id}")
    with page.expect_download() as download:
        page.get_by_role("button", name="Word document").click()
    return Path(download.value.path()).read_bytes()


def holds_the_correction(document: bytes, gone: str) -> None:
    text = "\n".join(paragraph.text for paragraph in docx.Document(BytesIO(document)).paragraphs)
    assert TYPED in text
    assert gone not in text


def shows_the_scores(page: Page, review: Review) -> None:
    """The Report page has the scores of the machine's text against the corrected one, and the correction."""
    page.get_by_role("link", name="Report").click()
    cards = page.locator(".mtreview-figures > div")
    scores = {score.name: score for score in flow.scores_of((review,))}
    expect(cards.filter(has_text="HTER")).to_contain_text(f"{scores['hter'].value:.1f}")
    expect(cards.filter(has_text="Untouched")).to_contain_text(f"{scores['untouched'].value:.1f}")
    assert scores["hter"].value > 0
    page.get_by_role("tab", name="Corrections").click()
    expect(page.locator(".changes ins").filter(has_text="typed")).to_be_visible()
