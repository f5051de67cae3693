"""What an act on the Review page takes of the server alone: run `python -m tests.gate.reviewers`.

Reviewers without browsers: each is a connection that speaks Streamlit's protocol as its front end does, opens the
Review page and says what the screen's outbox would, so that nothing but the server, its store and one process of theirs
uses the processor. An answer is timed from the message to the one that says "saved", which the server sends after the
commit. What a browser adds, it decodes and paints, is not in it: `tests.gate.screen` has that. The processor time
is the server's own, all its threads. The article is that of `tests.gate.screen`, half of it approved or corrected
before.
"""

from __future__ import annotations

import asyncio
import json
import tempfile
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path
from statistics import median, quantiles
from typing import Any
from uuid import uuid4

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.BidiComponent_pb2 import BidiComponent
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

from review.judgements import Correction, Judgement, StatusChange
from review.types import Article
from review.ui.beside import EVERY
from tests.browser.conftest import AT, Workbench, workbench_in
from tests.gate.screen import ACTS, PACE, REVIEWERS, sides, told, worked
from tests.reviewed import article_of

SCREEN, PULSE = "mtreview_screen", "mtreview_pulse"
STREAMLIT = Subprotocol("streamlit")
ALONE = 12
"""Acts of each kind by one reviewer, one behind the other."""
LOOKS = 50
IDLE = 0.02
"""Seconds of processor time in one second that a server takes which nobody asks anything."""
Row = dict[str, Any]
KINDS: dict[str, tuple[str, Callable[[Row], object]]] = {
    "approval": ("status", lambda row: "approved"),
    "correction": ("correct", lambda row: {"text": f"{row['text']} Indeed."}),
    "dismissal": ("dismiss", lambda row: row["findings"][0]["key"]),
}


class Reviewer:
    """A session on the Review page: its rows as the newest screens have them, and what it was sent."""

    def __init__(self, workbench: Workbench, article: Article, page: int) -> None:
        self.url = f"{workbench.url.replace('http', 'ws', 1)}/_stcore/stream"
        self.query = f"article={article.id}&page={page}"
        self.name = f"Reviewer {page}"
        self.rows: dict[str, Row] = {}
        self.received = 0
        self._numbers = count(time.time_ns() // 1000)

    async def open(self) -> None:
        cookie = {"Cookie": f"mtreview_reviewer={self.name.replace(' ', '%20')}"}
        self.connection: ClientConnection = await connect(
            self.url, subprotocols=[STREAMLIT], additional_headers=cookie, max_size=None, compression=None
        )
        message = BackMsg()
        message.rerun_script.query_string = self.query
        message.rerun_script.page_name = "review"
        await self._say(message)
        await self._finished()

    async def close(self) -> None:
        await self.connection.close()

    def may(self, kind: str) -> list[Row]:
        """The rows of its page that such an act is possible on."""
        unread = [row for row in self.rows.values() if row["status"] == "unreviewed"]
        return [row for row in unread if row["findings"]] if kind == "dismissal" else unread

    async def act(self, kind: str, row: Row) -> float:
        """Seconds from the act to the store's word, which the rest of the run follows."""
        op, value = KINDS[kind]
        act = {"id": str(uuid4()), "seq": next(self._numbers), "pair": row["id"], "version": row["version"]}
        outbox = {"acts": [act | {"op": op, "value": value(row)}], "has": self.screen["has"]}
        message = BackMsg()
        rerun = message.rerun_script
        rerun.query_string, rerun.page_script_hash, rerun.fragment_id = self.query, self.page, self.fragment
        rerun.widget_states.widgets.add(id=self.element.id, json_value=json.dumps({"outbox": outbox}))
        start, self.received = time.perf_counter(), 0
        await self._say(message)
        while True:
            await self._next()
            answers = [answer for answer in self.screen["answers"] if answer["id"] == act["id"]]
            if answers:
                break
        taken = time.perf_counter() - start
        assert answers[0]["outcome"] == "saved", answers
        await self._finished()
        return taken

    async def listen(self) -> float:
        """Seconds that a look takes at whether others have said anything."""
        message = BackMsg()
        rerun = message.rerun_script
        rerun.query_string, rerun.page_script_hash, rerun.fragment_id = self.query, self.page, self.listening
        start, self.received = time.perf_counter(), 0
        await self._say(message)
        await self._finished()
        return time.perf_counter() - start

    async def _say(self, message: BackMsg) -> None:
        await self.connection.send(message.SerializeToString())

    async def _finished(self) -> None:
        while (await self._next()).WhichOneof("type") != "script_finished":
            pass

    async def _next(self) -> ForwardMsg:
        content = await self.connection.recv()
        assert isinstance(content, bytes)
        self.received += len(content)
        message: ForwardMsg = ForwardMsg.FromString(content)
        if message.HasField("new_session"):
            self.page = message.new_session.page_script_hash
        element = message.delta.new_element.bidi_component
        if message.HasField("delta") and element.component_name == PULSE:
            self.listening = message.delta.fragment_id
        if message.HasField("delta") and element.component_name == SCREEN:
            self._take(element, message.delta.fragment_id)
        return message

    def _take(self, element: BidiComponent, fragment: str) -> None:
        self.element, self.fragment, self.screen = element, fragment, json.loads(element.json)
        come = {row["id"]: row for row in self.screen["rows"]}
        self.rows = {pair: come.get(pair) or self.rows[pair] for pair in self.screen["ids"]}


def half_reviewed(workbench: Workbench) -> Article:
    """The article, every second pair of it approved or corrected."""
    texts = sides()
    article = workbench.store.add(article_of(texts, title="Screen"), at=AT, by="Ana")
    said = [
        Judgement(f"before {number}", bead.id, 0, "Ana", AT, _said_before(number, target))
        for number, (bead, (_, target)) in enumerate(zip(article.translation.beads, texts, strict=True))
        if number % 2
    ]
    workbench.store.append_all(said)
    return article


def _said_before(number: int, target: str) -> StatusChange | Correction:
    return StatusChange("approved") if number % 4 == 1 else Correction(f"{target} Indeed.")


async def settled(process: int) -> None:
    """Wait until the server has read what it reads beside the first acts."""
    before = -IDLE
    while worked(process) - before >= IDLE:
        before = worked(process)
        await asyncio.sleep(1)


async def alone(reviewer: Reviewer, process: int) -> None:
    """Tell what each kind of act takes while nobody else acts."""
    for kind in KINDS:
        rows = reviewer.may(kind)[:ALONE]
        before = worked(process)
        times = [await reviewer.act(kind, row) for row in rows]
        busy = (worked(process) - before) / len(times)
        spent = f"{busy * 1000:.0f} ms of the server's processor, {reviewer.received / 1000:.0f} kB back"
        told(f"alone, {kind}: median {median(times) * 1000:.0f} ms; {spent}")


async def listening(reviewer: Reviewer, process: int) -> None:
    """Tell what a look at others' words takes; each open screen looks again every EVERY seconds."""
    before = worked(process)
    times = [await reviewer.listen() for _ in range(LOOKS)]
    busy = (worked(process) - before) / len(times)
    spent = f"{busy * 1000:.1f} ms of the server's processor, {reviewer.received / 1000:.1f} kB back"
    told(f"a look at others' words, every {EVERY:.0f} s: median {median(times) * 1000:.0f} ms; {spent}")


async def at_their_pace(reviewer: Reviewer, wait: float) -> list[float]:
    await asyncio.sleep(wait)
    times = []
    for row in reviewer.may("approval")[:ACTS]:
        times.append(await reviewer.act("approval", row))
        await asyncio.sleep(max(0.0, PACE - times[-1]))
    return times


async def together(reviewers: list[Reviewer], workbench: Workbench, article: Article) -> None:
    """Tell how long they wait when all act, and what is then in the store."""
    assert workbench.process
    known, before = len(workbench.store.judgements(article.id)), worked(workbench.process.pid)
    waits = [PACE * number / len(reviewers) for number in range(len(reviewers))]
    rounds = await asyncio.gather(*map(at_their_pace, reviewers, waits))
    times = [seconds for one in rounds for seconds in one]
    busy = (worked(workbench.process.pid) - before) / len(times)
    p95 = quantiles(times, n=20, method="inclusive")[-1]
    told(
        f"{len(reviewers)} reviewers, act to saved: median {median(times) * 1000:.0f} ms, p95 {p95 * 1000:.0f} ms; "
        f"{busy * 1000:.0f} ms of the server's processor an act"
    )
    told(f"judgements in the store: {len(workbench.store.judgements(article.id)) - known} of {len(times)}")


async def review(workbench: Workbench, article: Article) -> None:
    assert workbench.process
    reviewers = [Reviewer(workbench, article, page) for page in range(1, REVIEWERS + 1)]
    for reviewer in reviewers:
        await reviewer.open()
    for kind in KINDS:
        await reviewers[-1].act(kind, reviewers[-1].may(kind)[0])
    await settled(workbench.process.pid)
    await alone(reviewers[0], workbench.process.pid)
    await listening(reviewers[0], workbench.process.pid)
    await together(reviewers, workbench, article)
    for reviewer in reviewers:
        await reviewer.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        server = workbench_in(Path(place))
        under_review = half_reviewed(server)
        server.start()
        try:
            asyncio.run(review(server, under_review))
        finally:
            server.stop()
