"""The table of pairs, read back; and the law that no cell starts a formula."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.export import export
from review.export.csv import COLUMNS, guarded, unguarded
from review.judgements import Review
from review.types import Flags
from tests.reviewed import AT, FLAGS, hostile, library

STARTS = "=+-@\t\r\n＝＋－＠−' \u00a0\u3000\u200b\ufeff\x00a"


def rows_of(review: Review, flags: Flags = FLAGS) -> list[dict[str, str]]:
    content = export(review, "csv", at=AT, flags=flags)
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline="")))


def test_each_pair_is_a_row() -> None:
    rows = rows_of(library())
    assert tuple(rows[0]) == COLUMNS
    assert [row["id"] for row in rows] == [f"lib-{number}" for number in range(1, 7)]
    assert rows[1] == {
        "id": "lib-2",
        "source": "自下月起，图书馆每晚九点半闭馆。",
        "machine_translation": (
            "From next month, the the library will close at 9:30 every night , and readers 更方便."
        ),
        "corrected": "From next month, the library will close at 9:30 p.m., which is more convenient for readers.",
        "status": "approved",
        "version": "2",
        "reviewers": "ana; bo",
        "findings": "",
        "errors": ("ana: accuracy/source language fragment (major, target “更方便”, of the machine's text): left"),
        "scores": "bo: 33, of the machine's text",
    }
    assert rows[4]["findings"] == (
        "translationese (minor, target “deeply welcomed”): “Deeply welcomed” is not English usage."
    )
    assert rows[4]["errors"] == "bo: style/unnatural or awkward (minor, target “deeply welcomed”)"
    assert rows[4]["scores"] == "ana: 80; bo: 70"


def test_hostile_cells_come_back_as_they_were() -> None:
    for row, state in zip(rows_of(hostile()), hostile(), strict=True):
        assert unguarded(row["source"]) == state.pair.source
        assert unguarded(row["machine_translation"]) == state.pair.target
        assert unguarded(row["corrected"]) == state.text
    assert rows_of(hostile())[2]["corrected"].startswith("'=HYPERLINK(")


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("\n=x", "'\n=x"),
        ("  =x", "'  =x"),
        ("\u3000＝x", "'\u3000＝x"),
        ("\ufeff\u200b=x", "'\ufeff\u200b=x"),
        ("＋x", "'＋x"),
        ("－x", "'－x"),
        ("＠x", "'＠x"),
        ("'=x", "''=x"),
        ("'quoted'", "'quoted'"),
        ("a=b", "a=b"),
        (" plain", " plain"),
        ("", ""),
    ],
)
def test_cells_that_a_spreadsheet_would_run_are_guarded(cell: str, written: str) -> None:
    assert guarded(cell) == written


@given(st.text(alphabet=STARTS, max_size=6) | st.text())
def test_no_cell_starts_a_formula_and_each_comes_back(cell: str) -> None:
    written = guarded(cell)
    assert written.startswith("'") or not written.strip("\u200b\ufeff\x00 \u00a0\u3000").startswith(
        tuple("=+-@＝＋－＠")
    )
    assert not written.startswith(("\t", "\r", "\n"))
    assert unguarded(written) == cell
