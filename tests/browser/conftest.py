"""A real server on a free port with a database of its own, and a real browser before it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from review import flow
from review.judgements import Review
from review.store import Store
from review.types import Article
from review.ui.component import HERE
from tests.browser.page import at_rest
from tests.machine import PATIENCE, free_port, until

ROOT = Path(__file__).parents[2]
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
REQUIRED = "MTREVIEW_REQUIRE_BROWSER"
"""Where this variable is set, as it is in CI, a missing browser is a failure."""
AT = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
WITHIN = PATIENCE * 1000
"""PATIENCE in milliseconds, as the browser counts."""


@dataclass
class Workbench:
    """A server that can be stopped and started again on the same port and database."""

    url: str
    database: str
    port: int
    process: subprocess.Popen[bytes] | None = None
    log: Path = field(default_factory=Path)

    @property
    def store(self) -> Store:
        return Store.open(self.database)

    def review(self, article: Article) -> Review:
        """How the review of an article stands in the database."""
        return flow.review_of(self.store, article.id)

    @property
    def glossary(self) -> Path:
        """The project's glossary."""
        return self.log.with_name("glossary.tsv")

    def start(self) -> None:
        self.glossary.touch()
        command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"), "--server.headless", "true"]
        environment = os.environ | {
            "MTREVIEW_DB": self.database,
            "MTREVIEW_RULES": str(self.log.with_name("rules.toml")),
            "MTREVIEW_GLOSSARY": str(self.glossary),
            "MTREVIEW_SAMPLES": "false",
            # Many tests put articles into one store; what one test corrects must not mark the articles of another.
            "MTREVIEW_COMPARE": "false",
            "MTREVIEW_REVIEWER": "Ana",
        }
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [*command, "--server.port", str(self.port)], cwd=ROOT, env=environment, stdout=log, stderr=log
            )
        until(lambda: self.answers() or self.has_ended())
        assert self.answers(), self.log.read_text()

    def has_ended(self) -> bool:
        return self.process is not None and self.process.poll() is not None

    def answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/_stcore/health", timeout=PATIENCE) as answer:
                return bool(answer.read() == b"ok")
        except OSError:
            return False

    def stop(self) -> None:
        if self.process:
            self.process.terminate()
            self.process.wait(timeout=PATIENCE)


def workbench_in(folder: Path) -> Workbench:
    port = free_port()
    return Workbench(f"http://localhost:{port}", f"sqlite:///{folder / 'store.db'}", port, log=folder / "log.txt")


def chromium() -> str:
    """The browser's executable; without one the test that asks is skipped, or fails where a browser is required."""
    found = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if found:
        return found
    if os.environ.get(REQUIRED):
        pytest.fail(f"no Chromium on this machine, and {REQUIRED} is set", pytrace=False)
    pytest.skip("no Chromium on this machine")


@pytest.fixture(scope="session")
def workbench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbench]:
    chromium()
    made = workbench_in(tmp_path_factory.mktemp("workbench"))
    made.start()
    yield made
    made.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    executable = chromium()
    expect.set_options(timeout=WITHIN)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"], timeout=WITHIN)
        yield launched
        launched.close()


@pytest.fixture
def window(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Open a window of somebody's own: nothing of what another one keeps is kept in it."""
    made: list[BrowserContext] = []

    def open_window(**asked: Any) -> BrowserContext:
        usual: dict[str, Any] = {"viewport": {"width": 1440, "height": 900}, "locale": "en-GB"}
        made.append(browser.new_context(**usual | asked))
        made[-1].set_default_timeout(WITHIN)
        return made[-1]

    yield open_window
    for context in made:
        context.close()


@pytest.fixture
def context(window: Callable[..., BrowserContext]) -> BrowserContext:
    return window()


@pytest.fixture
def add(workbench: Workbench) -> Callable[[Article], Article]:
    return lambda article: workbench.store.add(article, at=AT, by="Ana")


@pytest.fixture
def opened(workbench: Workbench, context: BrowserContext) -> Callable[..., Page]:
    """Open an article on the Review page, and give the page when its rows are there."""

    def open_article(article: Article, *, inside: BrowserContext | None = None, more: str = "") -> Page:
        page = (inside or context).new_page()
        page.goto(f"{workbench.url}/review?article={article.id}{more}")
        at_rest(page)
        return page

    return open_article


def scripted(browser: Browser, *names: str) -> Page:
    """An empty page with some of the screen's scripts."""
    page = browser.new_page()
    page.set_default_timeout(WITHIN)
    page.goto("about:blank")
    for name in names:
        page.add_script_tag(content=(HERE / f"{name}.js").read_text(encoding="utf-8"))
    return page
