"""How time and memory grow with a text: run `python -m tests.gate.growth` for the figures and docs/growth.svg.

Whole processes, on a document that is continued with its own beads in another order until it is long enough: of the
Bible where that is at hand, else of the Chinese sample articles. Memory is that of all processes together, pages that
they share counted once; it needs /proc, as Linux has it.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.gate.beads import BENCH, Aligned, document, samples
from tests.gate.measured import ROOT

LENGTHS = (600, 2500, 5000, 10_000, 20_000, 40_000, 70_000)  # sentences of both sides together
BLOCK = 40  # beads that stay together where a document is continued
BIBLE = BENCH / "speed-bible-zh-en" / "003.gold"
PICTURE = ROOT / "docs" / "growth.svg"
EVERY = 0.1  # seconds between two looks at the memory
COMMAND = ("-m", "review.cli", "align", "--sentences", "--format", "ids", "--source-lang", "zh", "--target-lang", "en")


@dataclass(frozen=True, slots=True)
class Growth:
    """A text's sentences on each side, and what aligning it took: seconds, and MiB of all processes at their peak."""

    source: int
    target: int
    processor: float
    wall: float
    memory: float

    @property
    def sentences(self) -> int:
        return self.source + self.target


def stream(documents: Sequence[Aligned]) -> Iterator[tuple[list[str], list[str]]]:
    """The sentences of each bead of some documents, and without end of the same in another order."""
    beads = [
        ([source[at].text for at in link[0]], [target[at].text for at in link[1]])
        for source, target, links in ((*each.sides, each.links) for each in documents)
        for link in links
    ]
    blocks = [beads[start : start + BLOCK] for start in range(0, len(beads), BLOCK)]
    chance = Random(12345)
    while True:
        yield from chain.from_iterable(blocks)
        chance.shuffle(blocks)


def texts(documents: Sequence[Aligned], sentences: int) -> tuple[list[str], list[str]]:
    """Both sides of a text of so many sentences, one a line."""
    sides: tuple[list[str], list[str]] = ([], [])
    for bead in stream(documents):
        if len(sides[0]) + len(sides[1]) >= sentences:
            break
        for side, told in zip(sides, bead, strict=True):
            side += [" ".join(sentence.split("\n")) for sentence in told]
    return sides


def measured(sides: tuple[list[str], list[str]]) -> Growth:
    """What it takes to align two texts, as a process of its own."""
    with TemporaryDirectory() as folder:
        files = [Path(folder, name) for name in ("source", "target")]
        for file, side in zip(files, sides, strict=True):
            file.write_text("".join(f"{sentence}\n" for sentence in side), encoding="utf-8")
        before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        running = subprocess.Popen([sys.executable, *COMMAND, *map(str, files)], stdout=subprocess.DEVNULL, cwd=ROOT)
        peak = 0.0
        while running.poll() is None:
            peak = max(peak, sum(map(_memory, _family(running.pid))))
            time.sleep(EVERY)
        after, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter() - started
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Growth(len(sides[0]), len(sides[1]), processor, wall, peak)


def _family(pid: int) -> Iterator[int]:
    """A process and all that it started."""
    yield pid
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in _content(children).split():
            yield from _family(int(child))


def _memory(pid: int) -> float:
    """MiB of a process, its share of what it shares with others; 0 for one that has ended."""
    lines = _content(Path(f"/proc/{pid}/smaps_rollup")).splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def _content(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii")
    except OSError:
        return ""


PAGE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 300" font-family="sans-serif" font-size="12">
<style>text{fill:#57606a}.axis{stroke:#8c959f}.found{stroke:#0969da;fill:none;stroke-width:2}\
.dot{fill:#0969da}.line{stroke:#8c959f;stroke-dasharray:4 4}</style>
<title>Aligning a text: processor time and memory against its length; dashed: a straight line</title>
%s</svg>
"""


def picture(grown: Sequence[Growth]) -> str:
    """Processor time and memory against length, each with the straight line from the first figure to the last."""
    sentences = [each.sentences for each in grown]
    panels = ("processor seconds", [each.processor for each in grown]), ("MiB", [each.memory for each in grown])
    return PAGE % "".join(
        "".join(_panel(60 + 380 * number, name, sentences, values)) for number, (name, values) in enumerate(panels)
    )


def _panel(left: int, name: str, sentences: Sequence[int], values: Sequence[float]) -> Iterator[str]:
    wide, top, bottom = 290, 30, 255
    places = [
        (left + wide * x / max(sentences), bottom - (bottom - top) * y / max(values))
        for x, y in zip(sentences, values, strict=True)
    ]
    yield f'<text x="{left}" y="{top - 12}">{name}</text>'
    yield f'<path class="axis" fill="none" d="M{left} {top}V{bottom}H{left + wide}"/>\n'
    for share in (0.5, 1.0):
        across, up = left + wide * share, bottom - (bottom - top) * share
        yield f'<text x="{across:.0f}" y="{bottom + 18}" text-anchor="middle">{max(sentences) * share:,.0f}</text>'
        yield f'<text x="{left - 6}" y="{up + 4:.0f}" text-anchor="end">{max(values) * share:,.0f}</text>\n'
    yield f'<text x="{left + wide / 2}" y="{bottom + 36}" text-anchor="middle">sentences of both sides</text>\n'
    (x, y), (to_x, to_y) = places[0], places[-1]
    yield f'<path class="line" d="M{x:.1f} {y:.1f}L{to_x:.1f} {to_y:.1f}"/>'
    yield f'<path class="found" d="M{"L".join(f"{x:.1f} {y:.1f}" for x, y in places)}"/>\n'
    yield from (f'<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="3"/>' for x, y in places)


def main() -> None:
    documents = [document(BIBLE, ("zh", "en"))] if BIBLE.exists() else [d for d in samples() if d.langs == ("zh", "en")]
    grown = []
    for length in LENGTHS:
        grown.append(measured(texts(documents, length)))
        last = grown[-1]
        print(  # noqa: T201
            f"{last.source:6} × {last.target:6}: processor {last.processor:5.1f} s, wall {last.wall:5.1f} s, "
            f"{last.memory:4.0f} MiB"
        )
    for shorter, longer in pairwise(grown[-3:]):
        times, size = longer.processor / shorter.processor, longer.sentences / shorter.sentences
        print(f"{size:.2f} times the sentences: {times:.2f} times the processor time")  # noqa: T201
    PICTURE.write_text(picture(grown), encoding="utf-8")


if __name__ == "__main__":
    main()
