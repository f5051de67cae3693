"""What a confirmation on the Review page costs the server: run `python -m tests.gate.confirmation`.

Processor time from a correction that came to the screen that goes back, in an article of PAIRS pairs in a store of its
own, with nothing of Streamlit's. Each correction changes another pair; the first look at the article is left out.
"""

from __future__ import annotations

import gc
import json
import logging
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import process_time

from review import flow
from review.judgements import Correction, Judgement
from review.settings import settings
from review.store import Store
from review.types import Article
from review.ui import shelves, state
from review.ui.component.screen import screen_of
from review.ui.component.views import View, desk_of, matching
from tests.gate.rated import corpus, is_here
from tests.reviewed import AT, article_of

CORPUS = "wmt23_zhen"
PAIRS = 2_000
ROUNDS = 9
VIEWS = {
    "all pairs": View(),
    "a search and a filter": View(find="the", severity="minor"),
    "worst first": View(order="worst"),
}

Lap = Callable[[str], None]


def article() -> Article:
    """The first translation of so many sources as one article; sources that run out come again, numbered."""
    first = {each.pair.source: each.pair.target for each in corpus(CORPUS)}
    sides = [
        (source.replace("\n", " "), target.replace("\n", " ")) for source, target in first.items() if source and target
    ]
    rounds = -(-PAIRS // len(sides))
    numbered = [
        (f"{source}{turn or ''}", f"{target}{turn or ''}") for turn in range(rounds) for source, target in sides
    ]
    return article_of(numbered[:PAIRS], title="Confirmation")


def confirmed(stored: Article, number: int, view: View, lap: Lap) -> int:
    """One confirmation, step by step as the desk does it; gives the characters that go back."""
    pair = stored.translation.beads[number].id
    before = state.look(stored.id).review.states[number]
    lap("")
    text = Correction(f"{before.text} Indeed.")
    flow.judge(state.store(), Judgement(f"{pair}-{before.version}", pair, before.version, "Ana", AT, text))
    lap("append")
    look = state.look(stored.id)
    lap("review")
    flags = look.flags()
    lap("findings")
    desk = desk_of(look.review, flags, look.risks(), hands=look.history.hands)
    lap("desk")
    together = shelves.overview()
    record, blocks = together.record, together.blocks
    lap("record and shared lines")
    ids = matching(desk, view)
    sent = json.dumps(screen_of(desk, view, ids, reviewer="Ana", record=record, blocks=blocks))
    lap("screen")
    return len(sent)


def timed(stored: Article, number: int, view: View) -> tuple[dict[str, float], int]:
    """Milliseconds of each step of a confirmation, and the characters that go back."""
    laps: dict[str, float] = {}
    last = process_time()

    def lap(name: str) -> None:
        nonlocal last
        now = process_time()
        laps[name], last = (now - last) * 1000, now

    size = confirmed(stored, number, view, lap)
    return {name: time for name, time in laps.items() if name}, size


def _print_figures() -> None:
    stored = Store.open(settings().db).add(article(), at=AT, by="Ana")
    timed(stored, 0, View())
    gc.collect()
    gc.freeze()
    number = 0
    for name, view in VIEWS.items():
        rounds = []
        for _ in range(ROUNDS + 1):
            number += 1
            rounds.append(timed(stored, number, view))
        laps = {step: median(each[0][step] for each in rounds[1:]) for step in rounds[0][0]}
        steps = ", ".join(f"{step} {time:.0f}" for step, time in laps.items())
        print(f"{name}: {sum(laps.values()):.0f} ms ({steps}), {rounds[-1][1] / 1000:.0f} kB back")  # noqa: T201


if __name__ == "__main__":
    logging.disable(logging.CRITICAL)
    if is_here():
        with tempfile.TemporaryDirectory() as folder:
            os.environ["MTREVIEW_DB"] = f"sqlite:///{Path(folder) / 'store.db'}"
            os.environ["MTREVIEW_SAMPLES"] = "false"
            _print_figures()
    else:
        print("the rated segments are not here: nothing to time")  # noqa: T201
