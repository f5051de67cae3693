"""CometKiwi or xCOMET in a Python environment of its own, for they bring gigabytes along and want old versions.

`comet_runner.py` is run by that environment's Python, and is given a JSON line for each batch on its standard input.
xCOMET marks spans and gives a score; CometKiwi gives a score only. Misses what its training did not show it; spans say
where, never why.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from review.errors import ServiceRefused, ServiceUnavailable
from review.services.judges.base import SCORE, Answer, Asked, Judge
from review.services.judges.quotes import place_of
from review.services.settings import ServiceSettings
from review.settings import PREFIX
from review.types import Mark, Pair, Severity, Span

VERSION = 1
RUNNER = Path(__file__).with_name("comet_runner.py")
BATCH = 8
"""Pairs in a line of the protocol, and in a batch of the model."""
LOADING = 1_800
"""Seconds for the model to be loaded, and fetched where it is not there yet."""
EACH = 60
"""Seconds for one pair: the largest of these models takes some on a processor alone."""
SAID = 300
"""Characters of the runner's last words in a message."""
SEVERITIES: Mapping[str, Severity] = {"minor": "minor", "major": "major", "critical": "critical"}


def judge(settings: ServiceSettings) -> Judge | None:
    """The model as it is set; None without the Python of its environment."""
    if not settings.comet_python:
        return None
    return Judge(
        id="comet",
        name=f"COMET {settings.comet_model}",
        description="A learnt metric that scores a pair without a reference; xCOMET also marks spans.",
        version=VERSION,
        stamp=settings.comet_model,
        place=f"{settings.comet_model}, on this machine",
        cost="Nothing leaves this machine. It takes gigabytes of memory and, without an accelerator, seconds a pair.",
        limit="the model gave no answer about them",
        ask=partial(judged, settings.comet_python, settings.comet_model),
    )


def judged(python: str, model: str, pairs: Sequence[Pair]) -> Asked:
    """What the model says of pairs. Raises ServiceError when it cannot be run, or gives up before the last."""
    lines = [{"model": model}, *({"pairs": [_given(pair) for pair in batch]} for batch in _batches(pairs))]
    try:
        output, words, code = _run(python, lines, LOADING + EACH * len(pairs))
    except OSError as problem:
        expected = "MTREVIEW_COMET_PYTHON to be the Python of an environment with unbabel-comet"
        raise ServiceUnavailable(f"COMET in {python}", str(problem.strerror), expected) from problem
    answered = 0
    for pair, answer in zip(pairs, _answers(python, output), strict=False):
        yield answered, answer_of(answer, pair)
        answered += 1
    if answered < len(pairs):
        found = f"ended with code {code} after {answered} of {len(pairs)} pairs{words}"
        raise ServiceUnavailable(f"COMET in {python}", found, "an answer about each, as docs/services.md says")


def answer_of(said: Mapping[str, Any], pair: Pair) -> Answer:
    """The score and the spans of one pair; spans that are not in its translation are dropped."""
    spans = said.get("spans")
    marks: list[Mark] = []
    for span in spans if isinstance(spans, list) else []:
        mark = _mark(span, pair, [mark.span for mark in marks]) if isinstance(span, Mapping) else None
        if mark is not None:
            marks.append(mark)
    return Answer(tuple(marks), _share(said.get("score")), len(spans) - len(marks) if isinstance(spans, list) else 0)


def _mark(span: Mapping[str, Any], pair: Pair, taken: Sequence[Span]) -> Mark | None:
    """A span where its words stand; the model's own offsets count where they point at these words."""
    words, start, end = str(span.get("text") or "").strip(), span.get("start"), span.get("end")
    place = None
    if isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(pair.target):
        lead = len(pair.target[start:end]) - len(pair.target[start:end].lstrip())
        place = Span(start + lead, start + lead + len(pair.target[start:end].strip()))
    if place is None or place.of(pair.target) != words:
        place = place_of(words, pair.target, taken)
    if place is None:
        return None
    severity = SEVERITIES.get(str(span.get("severity")).lower(), "minor")
    sure = _share(span.get("confidence"))
    reason = f"The model marks this as a {severity} error; it does not say why."
    return Mark(place, reason, severity=severity, score=SCORE if sure is None else sure)


def _run(python: str, lines: Sequence[object], seconds: int) -> tuple[str, str, str]:
    """What the runner printed, its last words, and the code it ended with; what came before its time was up counts."""
    sent = "".join(json.dumps(line) + "\n" for line in lines)
    # The keys of other services are none of its business.
    environment = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
    command = [python, str(RUNNER)]
    try:
        done = subprocess.run(  # noqa: S603 - the user's own Python, our script, and no shell
            command, input=sent.encode(), capture_output=True, timeout=seconds, env=environment, check=False
        )
    except subprocess.TimeoutExpired as late:
        return (late.stdout or b"").decode("utf-8", "replace"), "", f"none within {seconds} seconds"
    words = " ".join(done.stderr.decode("utf-8", "replace").split())[-SAID:]
    return done.stdout.decode("utf-8", "replace"), f": {words}" if words else "", str(done.returncode)


def _answers(python: str, output: str) -> Iterator[Mapping[str, Any]]:
    """The answers in the runner's lines. Raises ServiceRefused for what it says went wrong."""
    for line in output.splitlines():
        try:
            said = json.loads(line)
        except ValueError:
            return
        error = said.get("error") if isinstance(said, dict) else "another line"
        if error:
            raise ServiceRefused(f"COMET in {python}", str(error)[:SAID], "a model that it can load and run")
        yield from (one for one in said.get("answers", ()) if isinstance(one, dict))


def _batches(pairs: Sequence[Pair]) -> Iterator[Sequence[Pair]]:
    return (pairs[start : start + BATCH] for start in range(0, len(pairs), BATCH))


def _given(pair: Pair) -> dict[str, str]:
    return {"src": pair.source, "mt": pair.target}


def _share(value: object) -> float | None:
    return min(1.0, max(0.0, float(value))) if isinstance(value, (int, float)) else None
