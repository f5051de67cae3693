"""The paired test against what the sacrebleu command prints."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from review.errors import UnscorableTexts
from review.scores import compare

REFERENCE = [
    f"The report of day {n} names {n + 3} new readers and {n * 7} loans from the town library." for n in range(30)
]
BASELINE = [line.replace("names", "is naming").replace("loans from", "loan of") for line in REFERENCE]
BETTER = [line.replace("names", "is naming") if n % 3 else line for n, line in enumerate(REFERENCE)]


def test_p_values_are_those_of_the_command(tmp_path: Path) -> None:
    for name, lines in (("ref", REFERENCE), ("base", BASELINE), ("new", BETTER)):
        (tmp_path / name).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "sacrebleu",
        str(tmp_path / "ref"),
        "-i",
        str(tmp_path / "base"),
        str(tmp_path / "new"),
    ]
    command += [
        "-m",
        "bleu",
        "chrf",
        "ter",
        "--chrf-word-order",
        "2",
        "--paired-bs",
        "--paired-bs-n",
        "300",
        "-w",
        "6",
        "-f",
        "latex",
    ]
    told = subprocess.run(
        command, capture_output=True, check=True, text=True, env={**os.environ, "SACREBLEU_SEED": "12345"}
    )
    rows = [line for line in told.stdout.splitlines() if re.search(r"& +[\d.]+ \(", line)]
    baselines, systems = ([re.findall(r"[\d.]+", cell) for cell in row.split("&")[1:]] for row in rows)
    found = compare(BASELINE, BETTER, REFERENCE, n_bootstrap=300)
    for one, baseline, system in zip(found, baselines, systems, strict=True):
        value, _, half, p_value = map(float, system)
        assert one.baseline.value == pytest.approx(float(baseline[0]), abs=1e-6)
        assert one.hypothesis.value == pytest.approx(value, abs=1e-6)
        assert one.p_value == pytest.approx(p_value, abs=1e-4)
        assert ((one.hypothesis.high or 0) - (one.hypothesis.low or 0)) / 2 == pytest.approx(half, abs=1e-4)


def test_a_better_system_is_better_in_the_direction_of_the_metric() -> None:
    differences = {one.name: one.difference for one in compare(BASELINE, BETTER, REFERENCE, n_bootstrap=100)}
    assert differences["bleu"] > 0
    assert differences["chrf"] > 0
    assert differences["ter"] < 0


def test_equal_systems_do_not_differ() -> None:
    assert [one.p_value for one in compare(BETTER, BETTER, REFERENCE, n_bootstrap=100)] == [1, 1, 1]


def test_a_baseline_of_another_length_is_refused() -> None:
    with pytest.raises(UnscorableTexts, match="29 baseline segments and 30 reference segments"):
        compare(BASELINE[1:], BETTER, REFERENCE)
