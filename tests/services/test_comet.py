"""The runner of COMET and its protocol, with an outside program in the place of the model.

The model itself is not here: a package called `comet` that answers by rule stands in for it in the runner's Python, so
that the script, the lines and the failures are real, and what the network would say is not.
"""

from __future__ import annotations

import stat
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from review.services.judges import consulted, judges, remembered, scores
from review.services.judges.base import Judge
from review.services.judges.comet import BATCH, answer_of
from review.services.settings import ServiceSettings
from review.types import Pair

TARGETS = ("The libary opens.", "It is fine.", "😀 They they come.")
PAIRS = tuple(Pair(f"p{n}", "好。", target, "zh", "en") for n, target in enumerate(TARGETS))

COMET = '''
"""Answers by rule: every word that is doubled, or "libary", is an error."""

import os
import re
import sys

print("Lightning says hello on standard output")


class Prediction(dict):
    def __getattr__(self, name):
        if name not in self:
            raise AttributeError(name)
        return self[name]


WHERE = {"severity": "major", "confidence": 0.7}


class XCOMETMetric:
    def predict(self, pairs, batch_size, gpus, progress_bar):
        print("Predicting", len(pairs), flush=True)
        assert all(set(pair) == {"src", "mt"} for pair in pairs)
        assert not any(name.startswith("MTREVIEW_") for name in os.environ)
        if any("trip" in pair["mt"] for pair in pairs):
            raise RuntimeError("out of memory")
        if any("crash" in pair["mt"] for pair in pairs):
            os._exit(9)
        spans = [self.spans(pair["mt"]) for pair in pairs]
        scores = [1.0 - 0.25 * len(found) for found in spans]
        return Prediction(scores=scores, metadata=Prediction(error_spans=spans))

    def spans(self, text):
        found = re.finditer(r"libary|\\b(\\w+) \\1\\b", text, re.IGNORECASE)
        said = [
            {"text": " " + each[0], "start": each.start() - 1, "end": each.end(), **WHERE}
            for each in found
        ]
        return said + [{"text": "never said", "start": 900, "end": 910, "severity": "minor"}] * ("fine" in text)


class CometKiwi(XCOMETMetric):
    def predict(self, pairs, batch_size, gpus, progress_bar):
        return Prediction(scores=[0.5 for _ in pairs])


def download_model(name):
    if "/" not in name:
        raise KeyError(f"Model '{name}' not supported by COMET.")
    return name


def load_from_checkpoint(name):
    return CometKiwi() if "kiwi" in name else XCOMETMetric()
'''
TORCH = "class cuda:\n    is_available = staticmethod(lambda: False)\n"


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for name in ServiceSettings.__slots__:
        monkeypatch.delenv(f"MTREVIEW_{name.upper()}", raising=False)
    monkeypatch.setenv("MTREVIEW_DEEPL_KEY", "none of its business")


@pytest.fixture
def python(tmp_path: Path) -> str:
    """A Python in an environment of its own: this one, with the outside package where it looks first."""
    packages = tmp_path / "site"
    (packages / "comet").mkdir(parents=True)
    (packages / "comet" / "__init__.py").write_text(COMET, encoding="utf-8")
    (packages / "torch.py").write_text(TORCH, encoding="utf-8")
    return script(tmp_path / "python", f'PYTHONPATH="{packages}" exec "{sys.executable}" "$@"')


def script(path: Path, command: str) -> str:
    path.write_text(f"#!/bin/sh\n{command}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def comet(python: str, model: str = "Unbabel/XCOMET-XL") -> Judge:
    (judge,) = judges(ServiceSettings(comet_python=python, comet_model=model, deepl_key=""))
    return judge


pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the environment's Python is a shell script here")


def test_spans_become_marks_and_scores_are_kept(python: str) -> None:
    judge = comet(python)
    done = consulted(judge, PAIRS)
    assert (done.asked, done.dropped, done.failures) == (3, 1, ())
    found = [(pair, mark) for pair in PAIRS if (said := remembered(judge, pair)) for mark in said.marks]
    assert [(mark.span.of(pair.target), mark.severity, mark.score) for pair, mark in found] == [
        ("libary", "major", 0.7),
        ("They they", "major", 0.7),
    ]
    assert scores(judge, PAIRS) == {"p0": 0.75, "p1": 0.75, "p2": 0.75}


def test_a_model_without_spans_gives_scores_alone(python: str) -> None:
    judge = comet(python, "Unbabel/wmt22-cometkiwi-da")
    assert consulted(judge, PAIRS).failures == ()
    assert scores(judge, PAIRS) == {"p0": 0.5, "p1": 0.5, "p2": 0.5}
    answer = remembered(judge, PAIRS[0])
    assert answer is not None
    assert answer.marks == ()


def test_long_articles_go_in_batches(python: str) -> None:
    pairs = [Pair(str(n), "好。", f"Number {n}.", "zh", "en") for n in range(2 * BATCH + 3)]
    judge = comet(python)
    assert consulted(judge, pairs).asked == len(pairs)
    assert set(scores(judge, pairs).values()) == {1.0}


def test_what_was_said_before_a_crash_is_kept(python: str) -> None:
    pairs = [Pair(str(n), "好。", f"Number {n}.", "zh", "en") for n in range(BATCH)]
    done = consulted(comet(python), [*pairs, Pair("x", "好。", "Now crash.", "zh", "en")])
    assert done.asked == BATCH
    assert "1 of 9 pairs were not judged" in done.failures[0].reason
    assert "ended with code 9 after 8 of 9 pairs" in done.failures[0].reason
    again = consulted(comet(python), [*pairs, *PAIRS[:1], Pair("y", "好。", "Now trip.", "zh", "en")])
    assert "RuntimeError: out of memory" in again.failures[0].reason
    more = [Pair(str(n), "好。", f"Another {n}.", "zh", "en") for n in range(BATCH)]
    assert consulted(comet(python), [*more, Pair("y", "好。", "Now trip.", "zh", "en")]).asked == BATCH


FAILING: Sequence[tuple[str, str]] = (
    (f'exec "{sys.executable}" -S "$@"', "ModuleNotFoundError: No module named 'comet'"),
    ("exit 3", "ended with code 3 after 0 of 3 pairs"),
    ("echo out of memory >&2; exit 137", "out of memory"),
    ("cat >/dev/null; echo '{\"ready\": \"m\"}'; echo no json", "after 0 of 3 pairs"),
    ("cat >/dev/null; echo '{\"error\": \"no such model\"}'", "no such model"),
    ("cat >/dev/null; echo '[1]'", "another line"),
)  # fmt: skip


@pytest.mark.parametrize(("command", "said"), FAILING)
def test_an_environment_that_cannot_judge_says_why(tmp_path: Path, command: str, said: str) -> None:
    done = consulted(comet(script(tmp_path / "broken", command)), PAIRS)
    assert done.asked == 0
    assert said in done.failures[0].reason


def test_a_python_that_is_not_there_is_named() -> None:
    done = consulted(comet("/nowhere/python"), PAIRS)
    assert "COMET in /nowhere/python: No such file" in done.failures[0].reason
    assert "MTREVIEW_COMET_PYTHON" in done.failures[0].reason


def test_a_model_that_is_not_known_is_said(python: str) -> None:
    done = consulted(comet(python, "no-such-model"), PAIRS)
    assert "not supported by COMET" in done.failures[0].reason


@pytest.mark.parametrize(
    ("said", "marked", "dropped"),
    [
        ({"score": 0.5}, [], 0),
        ({"score": "x", "spans": 3}, [], 0),
        ({"score": 2, "spans": [{"text": "libary", "start": 4, "end": 10}]}, ["libary"], 0),
        ({"score": 0.5, "spans": [{"text": "libary", "start": 0, "end": 3}]}, ["libary"], 0),
        ({"score": 0.5, "spans": [{"text": "elsewhere"}, "x", {}]}, [], 3),
    ],
)
def test_only_spans_that_stand_in_the_text_are_used(said: dict[str, object], marked: list[str], dropped: int) -> None:
    answer = answer_of(said, PAIRS[0])
    assert [mark.span.of(TARGETS[0]) for mark in answer.marks] == marked
    assert answer.dropped == dropped
    assert answer.score is None or 0 <= answer.score <= 1
