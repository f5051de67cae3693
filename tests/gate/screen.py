"""How fast the review screen is, beside plain widgets in the same run: run `python -m tests.gate.screen`.

The article has PAIRS pairs, made from the Chinese sample articles again and again, each time numbered; a page shows
100. Times are taken in the page: of a key from the event to the second frame after the first change of the document,
so that two frames of 16.7 ms are in each; of a load from the navigation to the current row (or the last widget). A
server is cold right after its start. The reviewers sit in as many windows of one browser and confirm a pair each PACE
seconds; what is then in the store is counted. Memory is the server's resident size.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from review.article import pairs_of
from review.judgements import StatusChange
from review.types import Article
from review.verbs import samples
from tests.browser.conftest import AT, Workbench, chromium, workbench_in
from tests.reviewed import Sides, article_of

PAIRS = 2_000
PRESSES = 50
LOADS = 5
REVIEWERS, ACTS = 10, 10
PACE = 2.0
"""Seconds from one act of a reviewer to the next: half of the least that a pair takes a practised one."""
PEERS = (20, 200)
PEER = Path(__file__).with_name("widgets.py")
PAIRS_FILE = "PEER_PAIRS"
"""The variable that names the peer's segments."""
WITHIN = 180_000
"""Milliseconds that a page may take."""
CURRENT = ".mtr-row.mtr-current"
KEYS = {"j": (), "n": (), "a": ("n",), "e": ("Escape",), "m": ("Escape",)}
"""The keys that are pressed, and what is pressed after each, outside the measurement, before it is pressed again."""

TIMER = """(watched) => {
    window.times = []
    const root = document.querySelector(watched)
    window.addEventListener("keydown", (event) => {
        const pressed = event.timeStamp
        if (!window.measures) return
        window.measures = false
        const seen = new MutationObserver(() => {
            seen.disconnect()
            const changed = performance.now() - pressed
            requestAnimationFrame(() => requestAnimationFrame(() =>
                window.times.push([performance.now() - pressed, changed])))
        })
        seen.observe(root, { subtree: true, childList: true, attributes: true, characterData: true })
    }, { capture: true })
}"""
CONFIRMING = """([acts, pace, wait]) => {
    const rest = (ms) => new Promise((done) => setTimeout(done, ms))
    const isSaved = () => document.querySelector(".mtr-saved")?.dataset.state === "saved"
    window.confirming = (async () => {
        const times = []
        await rest(wait)
        for (let act = 0; act < acts; act++) {
            const start = performance.now()
            document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "y", bubbles: true, cancelable: true }))
            if (isSaved()) throw new Error("the key did nothing")
            while (!isSaved()) await rest(4)
            times.push(performance.now() - start)
            await rest(Math.max(0, pace - times.at(-1)))
        }
        return times
    })()
}"""


def sides() -> list[Sides]:
    """The pairs of the Chinese samples with both sides, again and again, from the second time on numbered."""
    chinese = [sample for sample in samples.samples() if sample.source.lang.startswith("zh")]
    once = [
        (pair.source.replace("\n", " ").strip(), pair.target.replace("\n", " ").strip())
        for sample in chinese
        for pair in pairs_of(sample)
    ]
    whole = [side for side in once if all(side)]
    rounds = -(-PAIRS // len(whole))
    return [(f"{one}{turn or ''}", f"{other}{turn or ''}") for turn in range(rounds) for one, other in whole][:PAIRS]


def spread(times: Sequence[float]) -> str:
    """Median and 95th percentile in milliseconds."""
    return f"median {median(times):.0f} ms, p95 {quantiles(times, n=20, method='inclusive')[-1]:.0f} ms"


def told(what: str) -> None:
    print(f"{what}  (load {os.getloadavg()[0]:.1f})", flush=True)  # noqa: T201


def loaded(context: BrowserContext, address: str, sign: str) -> tuple[Page, float]:
    """A page and the milliseconds from the navigation until the sign stood in it."""
    page = context.new_page()
    start = time.perf_counter()
    page.goto(address, wait_until="commit", timeout=WITHIN)
    page.wait_for_selector(sign, timeout=WITHIN, state="attached")
    return page, (time.perf_counter() - start) * 1000


def window(browser: Browser, url: str, reviewer: str = "Ana") -> BrowserContext:
    made = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB")
    made.add_cookies([{"name": "mtreview_reviewer", "value": reviewer, "url": url}])
    return made


def pressed(page: Page, key: str, after: Sequence[str] = ()) -> tuple[float, float]:
    """Milliseconds from a key to the frame that shows it, and to the change of the document alone."""
    page.evaluate("() => { window.times = []; window.measures = true }")
    page.keyboard.press(key)
    page.wait_for_function("() => window.times.length", timeout=WITHIN)
    time_taken: tuple[float, float] = tuple(page.evaluate("() => window.times[0]"))
    for other in after:
        page.keyboard.press(other)
    page.wait_for_timeout(50)
    return time_taken


def keys(page: Page, address: str) -> None:
    """Tell how long each key takes; each begins on a fresh page."""
    for key, after in KEYS.items():
        page.goto(address)
        page.wait_for_selector(CURRENT, timeout=WITHIN)
        page.evaluate(TIMER, ".mtr-screen")
        page.keyboard.press("n")
        page.wait_for_timeout(1000)
        times = [pressed(page, key, after) for _ in range(PRESSES)]
        told(f"key {key}: {spread([each[0] for each in times])}; change alone {spread([each[1] for each in times])}")


def resident(process: int) -> float:
    """Resident memory of a process in MB."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


def worked(process: int) -> float:
    """Seconds of processor time that a process has had."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def together(browser: Browser, workbench: Workbench, article: Article) -> None:
    """Tell what further sessions cost, how long ten reviewers wait for the store's word, and what the store holds."""
    assert workbench.process
    before = resident(workbench.process.pid)
    url = workbench.url
    contexts = [window(browser, url, f"Reviewer {number}") for number in range(REVIEWERS)]
    pages = [
        loaded(context, f"{url}/review?article={article.id}&page={number + 6}", CURRENT)[0]
        for number, context in enumerate(contexts)
    ]
    time.sleep(2)
    each = (resident(workbench.process.pid) - before) / REVIEWERS
    told(f"memory of a further session: {each:.1f} MB, beside {before:.0f} MB with the first")
    busy = worked(workbench.process.pid)
    for number, page in enumerate(pages):
        page.evaluate(CONFIRMING, [ACTS, PACE * 1000, PACE * 1000 * number / REVIEWERS])
    times = [time for page in pages for time in page.evaluate("() => window.confirming")]
    busy = (worked(workbench.process.pid) - busy) / len(times)
    told(f"{REVIEWERS} reviewers, act to Saved: {spread(times)}; {busy * 1000:.0f} ms of the server's processor an act")
    said = [made for made in workbench.store.judgements(article.id) if isinstance(made.value, StatusChange)]
    told(f"judgements in the store: {len(said)} of {REVIEWERS * ACTS}")
    for context in contexts:
        context.close()


def ours(browser: Browser, folder: Path) -> None:
    workbench = workbench_in(folder)
    article = workbench.store.add(article_of(sides(), title="Screen"), at=AT, by="Ana")
    address = f"{workbench.url}/review?article={article.id}"
    workbench.start()
    try:
        first = window(browser, workbench.url)
        page, cold = loaded(first, address, CURRENT)
        told(f"first load, cold server: {cold:.0f} ms")
        warm = []
        for _ in range(LOADS):
            context = window(browser, workbench.url)
            warm.append(loaded(context, address, CURRENT)[1])
            context.close()
        told(f"first load, warm server: {spread(warm)}")
        together(browser, workbench, article)
        keys(page, address)
    finally:
        workbench.stop()


@contextmanager
def widgets(folder: Path, count: int) -> Iterator[str]:
    """The address of a server of plain widgets for so many segments."""
    held = folder / "pairs.json"
    held.write_text(json.dumps(sides()[:count]), encoding="utf-8")
    port = workbench_in(folder).port
    command = [sys.executable, "-m", "streamlit", "run", str(PEER), "--server.headless", "true"]
    process = subprocess.Popen(
        [*command, "--server.port", str(port)], env=os.environ | {PAIRS_FILE: str(held)}, stdout=subprocess.DEVNULL
    )
    url = f"http://localhost:{port}"
    try:
        while not _answers(url):
            assert process.poll() is None, "the peer does not start"
            time.sleep(0.1)
        yield url
    finally:
        process.terminate()
        process.wait(timeout=20)


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(f"{url}/_stcore/health", timeout=1) as answer:
            return bool(answer.read() == b"ok")
    except OSError:
        return False


def peer(browser: Browser, folder: Path, count: int) -> None:
    """Tell what plain widgets take; the change that is waited for is that of the line on the current segment."""
    last = f".st-key-approve-{count - 1} button"
    with widgets(folder, count) as url:
        times, page = [], None
        for _ in range(LOADS + 1):
            context = window(browser, url)
            page, taken = loaded(context, url, last)
            times.append(taken)
        assert page
        told(f"{count} segments of plain widgets, first load: cold {times[0]:.0f} ms, warm {spread(times[1:])}")
        page.evaluate(TIMER, ".st-key-now")
        for key in ("j", "a", "e", "m"):
            told(f"{count} plain, key {key}: {spread([pressed(page, key)[0] for _ in range(PRESSES)])}")


if __name__ == "__main__":
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as place:
        chrome = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        ours(chrome, Path(place))
        for segments in PEERS:
            peer(chrome, Path(place), segments)
        chrome.close()
