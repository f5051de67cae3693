"""The pictures in `docs/`, made again of today's screen: run `python -m tests.pictures`, or name some of them.

A workbench with the sample articles is started in a folder of its own, one of them is reviewed by what its gold file
says of its faults, and each picture is taken when the page is at rest. Chromium is needed.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Browser, Page, ViewportSize, expect, sync_playwright

from review.article import extent, pairs_of
from review.judgements import Correction, ErrorSpan, Judgement, StatusChange, Value
from review.store import Store
from review.types import Article, Bead, Span
from review.verbs import samples
from tests.browser.conftest import ROOT, WITHIN, Workbench, chromium, workbench_in
from tests.browser.page import at_rest, press

DOCS = ROOT / "docs"
CLINIC = "Songling County People's Hospital takes free clinics to Yunwu Township"
CERAMICS = "Exhibition of ceramics from Hewan harbor opens"
GOLD = ROOT / "corpora" / "zh-en-hospital-outreach" / "gold.json"
"""Of the clinic's article."""
READ_BY_BO = 12
"""Pairs that a second reviewer has rated too, who sees every other fault."""
MOST_FINDINGS = 60
SIZE: ViewportSize = {"width": 1440, "height": 900}


def main(*names: str) -> None:
    """Make the pictures of those names, or all of them."""
    with TemporaryDirectory() as folder, started(Path(folder)) as workbench, opened() as browser:
        articles = {entry.title: workbench.store.article(entry.id) for entry in workbench.store.entries()}
        for name, (take, dark) in PICTURES.items():
            page = browser.new_page(viewport=SIZE, locale="en-GB", color_scheme="dark" if dark else "light")
            page.set_default_timeout(WITHIN)
            take(page, workbench, articles)
            if not names or name in names:
                page.screenshot(path=DOCS / f"{name}.png", animations="disabled")
            page.close()


@contextmanager
def started(folder: Path) -> Iterator[Workbench]:
    """A workbench that holds the sample articles."""
    workbench = workbench_in(folder)
    samples.add_samples(workbench.store, at=datetime.now(UTC))
    workbench.start()
    try:
        yield workbench
    finally:
        workbench.stop()


@contextmanager
def opened() -> Iterator[Browser]:
    expect.set_options(timeout=WITHIN)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"], timeout=WITHIN)
        yield browser
        browser.close()


Articles = dict[str, Article]


def at_article(page: Page, workbench: Workbench, article: Article) -> None:
    """An article on the Review page, for somebody who has seen the first steps before."""
    page.goto(f"{workbench.url}/review?article={article.id}")
    at_rest(page)
    steps = page.get_by_role("button", name="Put this line away")
    if steps.count():
        steps.click()


def marking(page: Page, workbench: Workbench, articles: Articles) -> None:
    """A correction in the editor, with the errors that it mends."""
    article = articles[CLINIC]
    at_article(page, workbench, article)
    press(page, "j", "j", "j", "e")
    field = page.locator(".mtr-field")
    field.fill(field.input_value().replace("health center of Cloud Mist", "township health center of Yunwu"))
    expect(page.locator(".mtr-mends:not(.mtr-stale) select")).not_to_have_count(0)


def review(page: Page, workbench: Workbench, articles: Articles) -> None:
    """A finding with its fix, in an article of which the beginning is reviewed."""
    article = articles[CLINIC]
    judge(workbench.store, article, "Ana", pairs=8)
    at_article(page, workbench, article)
    to_card(page, "The phrase is written twice")


def read(page: Page, workbench: Workbench, articles: Articles) -> None:
    """The corrected article with its changes."""
    page.goto(f"{workbench.url}/read?article={articles[CLINIC].id}")
    page.wait_for_selector(".mtr-run.mtr-current")
    press(page, "t", "j", "j", "j")
    page.locator(".mtr-run ins, ins").first.wait_for()


def report(page: Page, workbench: Workbench, articles: Articles) -> None:
    """The scores of the whole article, rated by two."""
    judge(workbench.store, articles[CLINIC], "Ana", pairs=len(articles[CLINIC].translation.beads), first=8)
    judge(workbench.store, articles[CLINIC], "Bo", pairs=READ_BY_BO, every=2)
    page.goto(f"{workbench.url}/report?article={articles[CLINIC].id}")
    page.wait_for_selector(AT_REST + ".mtreview-figures")
    page.wait_for_selector("[data-testid='stDataFrame'] canvas")


def articles_list(page: Page, workbench: Workbench, articles: Articles) -> None:
    """The list, with what to read next."""
    page.goto(workbench.url)
    page.wait_for_selector(AT_REST + ".st-key-mtreview-next")


def export(page: Page, workbench: Workbench, articles: Articles) -> None:
    """The files by trade, and what is still open."""
    page.goto(f"{workbench.url}/export?article={articles[CERAMICS].id}")
    page.wait_for_selector(AT_REST + "[data-testid='stDownloadButton']")


def review_dark(page: Page, workbench: Workbench, articles: Articles) -> None:
    """The tree of findings and the panel that helps, in the dark."""
    at_article(page, workbench, articles[CERAMICS])
    press(page, "f", "h")
    page.locator(".mtr-tree [role='treeitem']").first.wait_for()
    page.locator(".mtr-help-pane").wait_for()
    to_card(page, "the translation 2012")


def to_card(page: Page, reason: str) -> None:
    """Go on to the open finding of that reason."""
    for _ in range(MOST_FINDINGS):
        press(page, "n")
        if reason in "".join(page.locator(".mtr-card:not([hidden])").all_text_contents()):
            return
    raise SystemExit(f"no finding says {reason!r}")


AT_REST = "[data-testid='stApp'][data-test-script-state='notRunning'] "
Take = Callable[[Page, Workbench, Articles], None]
PICTURES: dict[str, tuple[Take, bool]] = {
    "marking": (marking, False),
    "review": (review, False),
    "read": (read, False),
    "report": (report, False),
    "articles": (articles_list, False),
    "export": (export, False),
    "review-dark": (review_dark, True),
}
"""Each picture, in the order in which the review goes on, and whether it is dark."""


def judge(store: Store, article: Article, reviewer: str, *, pairs: int, first: int = 0, every: int = 1) -> None:
    """Review pairs by the gold file: faults are marked, and corrected where all are seen; what has none is approved.

    With `every` only each so many-th fault of a pair is seen.
    """
    faults = json.loads(GOLD.read_text(encoding="utf-8"))["faults"]
    for number, bead in enumerate(article.translation.beads[:pairs]):
        if number >= first:
            errors = tuple(_errors(article, bead, faults))
            values = _values(pairs_of(article)[number].target, errors[::every], corrects=every == 1)
            for count, value in enumerate(values):
                at = datetime.now(UTC)
                store.append(Judgement(f"{reviewer} {number} {count}", bead.id, 0, reviewer, at, value))


Fault = tuple[ErrorSpan, str | None]
"""An error in the texts of its pair, and what to write instead."""


def _errors(article: Article, bead: Bead, faults: list[dict[str, Any]]) -> Iterator[Fault]:
    """The faults of a bead, in the order of the text."""
    sides = {
        "source": extent(article.source, bead.source),
        "target": extent(article.translation.text, bead.target),
    }
    for fault in sorted(faults, key=lambda fault: int(fault["start"])):
        place = sides[fault["side"]]
        if place.start <= fault["start"] and fault["end"] <= place.end:
            span = Span(fault["start"] - place.start, fault["end"] - place.start)
            category = fault["category"].partition("/page furniture")[0]
            yield ErrorSpan(span, fault["text"], category, fault["severity"], fault["side"]), fault["fix"]


def _values(text: str, faults: tuple[Fault, ...], *, corrects: bool) -> list[Value]:
    """What a reviewer says of a pair with those faults."""
    errors, corrected = tuple(error for error, _ in faults), text
    for error, fix in reversed(faults):
        if fix is not None:
            corrected = corrected[: error.span.start] + fix + corrected[error.span.end :]
    if corrects and corrected != text:
        return [Correction(corrected, errors=errors)]
    return list(errors) or [StatusChange("approved")]


if __name__ == "__main__":
    main(*sys.argv[1:])
