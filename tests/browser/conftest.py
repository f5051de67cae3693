"""A real server on a free port with a database of its own, and a real browser before it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from review import flow
from review.judgements import Review
from review.store import Store
from review.types import Article

ROOT = Path(__file__).parents[2]
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
REQUIRED = "MTREVIEW_REQUIRE_BROWSER"
"""Where this variable is set, as it is in CI, a missing browser is a failure."""
AT = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
STARTS_WITHIN = 60.0
"""Seconds until a server must answer."""
OPENS_WITHIN = 60_000
"""Milliseconds until the first article that it is asked for must stand there: its word lists are read for it."""


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
            "MTREVIEW_REVIEWER": "Ana",
        }
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [*command, "--server.port", str(self.port)], cwd=ROOT, env=environment, stdout=log, stderr=log
            )
        until = time.monotonic() + STARTS_WITHIN
        while not self.answers():
            assert self.process.poll() is None, self.log.read_text()
            assert time.monotonic() < until, self.log.read_text()
            time.sleep(0.1)

    def answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/_stcore/health", timeout=1) as answer:
                return bool(answer.read() == b"ok")
        except OSError:
            return False

    def stop(self) -> None:
        if self.process:
            self.process.terminate()
            self.process.wait(timeout=20)


def workbench_in(folder: Path) -> Workbench:
    with socket.socket() as taken:
        taken.bind(("localhost", 0))
        port = taken.getsockname()[1]
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
    expect.set_options(timeout=20_000)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB", accept_downloads=True)
    made.set_default_timeout(20_000)
    yield made
    made.close()


@pytest.fixture
def add(workbench: Workbench) -> Callable[[Article], Article]:
    return lambda article: workbench.store.add(article, at=AT, by="Ana")


@pytest.fixture
def opened(workbench: Workbench, context: BrowserContext) -> Callable[..., Page]:
    """Open an article on the Review page, and give the page when its rows are there."""

    def open_article(article: Article, *, inside: BrowserContext | None = None, more: str = "") -> Page:
        page = (inside or context).new_page()
        page.goto(f"{workbench.url}/review?article={article.id}{more}")
        page.wait_for_selector(".mtr-row.mtr-current", timeout=OPENS_WITHIN)
        return page

    return open_article
