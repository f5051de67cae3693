"""CSV and TSV of pairs."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.errors import UnreadableFile
from review.texts.formats import PairRow, read_pairs

READ = [
    ("a.csv", "source,target\n甲,one\n乙,two\n", [PairRow("1", "甲", "one"), PairRow("2", "乙", "two")]),
    ("a.csv", "ID;SRC;MT\n7;甲;one\n", [PairRow("7", "甲", "one")]),
    ("a.csv", 'source,hyp\n"a, ""b""\nc",d\n', [PairRow("1", 'a, "b"\nc', "d")]),
    ("a.csv", "source,translation,source_lang,tgt_lang,doc\na,b,zh,en,x\n", [PairRow("1", "a", "b", "zh", "en", "x")]),
    ("a.csv", "source,mt,mt2,alternative_1,note\na,b,c,d,e\n", [PairRow("1", "a", "b", alternatives=("c", "d"))]),
    ("a.csv", "source,target\r\na,\r\n,b\r\n", [PairRow("1", "a", ""), PairRow("2", "", "b")]),
    ("a.csv", "target,source\rb,a\r", [PairRow("1", "a", "b")]),
    ("a.csv", "source,target\n a , b \n", [PairRow("1", " a ", " b ")]),
    ("a.csv", "原文,译文\n甲,one\n", [PairRow("1", "甲", "one")]),
    ("a.tsv", 'source\ttarget\n"a" b\tc"\n', [PairRow("1", '"a" b', 'c"')]),
    ("a.tsv", 'source\ttarget\n"a"\t"b"\n', [PairRow("1", '"a"', '"b"')]),
    ("a.tsv", 'source\ttarget\n"a\tb"\tc\n', [PairRow("1", "a\tb", "c")]),
    ("a.tsv", "source\ttarget\na\tb\u2028c\x85d\n", [PairRow("1", "a", "b\u2028c\x85d")]),
]


@pytest.mark.parametrize(("name", "text", "rows"), READ, ids=[repr(row[1][:24]) for row in READ])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_rows(name: str, text: str, rows: list[PairRow], encoding: str) -> None:
    table = read_pairs(text.encode(encoding), name)
    assert list(table.rows) == rows
    assert (table.origin.name, table.origin.format, table.origin.encoding) == (name, name[2:], encoding)


def test_what_is_not_read_is_listed() -> None:
    table = read_pairs(b"source,target,note\n\na,b,c\n", "a.csv")
    assert [(out.text, out.reason) for out in table.origin.left_out] == [
        ("note", "a column without a use"),
        ("line 2", "a blank line"),
    ]


REFUSED = [
    ("a.csv", "source,reference\na,b\n", "line 1", "the columns source, reference"),
    ("a.csv", "source,target\na,b\na\n", "line 3", "1 cells"),
    ("a.csv", "source,target\na,b,c\n", "line 2", "3 cells"),
    ("a.csv", 'source,target\n"a,b\n', "line 2", "unexpected end"),
    ("a.csv", 'source,target\n"a"x,b\n', "line 2", "expected after"),
    ("a.csv", "source,target\n", "line 1", "no rows"),
    ("a.tsv", "source\ttarget\na\n", "line 2", "1 cells"),
    ("a.csv", " \n", "byte 0", "white space"),
]


@pytest.mark.parametrize(("name", "text", "place", "found"), REFUSED, ids=[repr(row[1]) for row in REFUSED])
def test_what_does_not_fit_is_refused_with_its_line(name: str, text: str, place: str, found: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_pairs(text.encode(), name)
    assert caught.value.place == place
    assert found in caught.value.found
    assert caught.value.expected


CELLS = st.text(alphabet='ab,;"\t\n\r 甲\u2028', max_size=8)


@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=5))
def test_what_the_csv_module_writes_is_read(rows: list[tuple[str, str]]) -> None:
    written = io.StringIO(newline="")
    csv.writer(written, quoting=csv.QUOTE_ALL).writerows([("source", "target"), *rows])
    table = read_pairs(written.getvalue().encode(), "a.csv")
    assert [(row.source, row.target) for row in table.rows] == rows


def test_a_cell_may_be_long() -> None:
    long = "字" * 300_000
    assert read_pairs(f"source,target\n{long},b\n".encode(), "a.csv").rows[0].source == long
