"""JSON lines of pairs."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.errors import UnreadableFile
from review.texts.formats import PairRow, read_pairs

READ = [
    ('{"source": "甲", "target": "one"}\n', PairRow("1", "甲", "one")),
    ('{"id": 7, "source": "a", "target": ""}', PairRow("7", "a", "")),
    (
        '{"id": "x", "source": "a", "target": "b", "source_lang": "zh", "target_lang": "en", "doc": "d", '
        '"alternatives": ["c", "d"]}\r\n',
        PairRow("x", "a", "b", "zh", "en", "d", ("c", "d")),
    ),
    ('{"source": "a\u2028\x85b", "target": "c\\nd", "doc": null}', PairRow("1", "a\u2028\x85b", "c\nd")),
]


@pytest.mark.parametrize(("line", "row"), READ, ids=[str(number) for number in range(len(READ))])
def test_rows(line: str, row: PairRow) -> None:
    assert read_pairs(line.encode(), "a.jsonl").rows == (row,)


def test_what_is_not_read_is_listed() -> None:
    table = read_pairs(b'{"source": "a", "target": "b", "score": 1}\n\n{"source": "c", "target": "d"}\n', "a.jsonl")
    assert [row.id for row in table.rows] == ["1", "3"]
    assert [(out.text, out.reason) for out in table.origin.left_out] == [
        ("score", "a key without a use"),
        ("line 2", "a blank line"),
    ]


GOOD = '{"source": "a", "target": "b"}\n'
REFUSED = [
    (GOOD + "{", "line 2, character 1"),
    (GOOD + "[1]", "line 2"),
    ('{"source": "a"}', "line 1"),
    (GOOD + '{"source": 1, "target": "b"}', "line 2, 'source'"),
    (GOOD + '{"source": "a", "target": null}', "line 2, 'target'"),
    (GOOD + '{"source": "a", "target": "\\ud800"}', "line 2, 'target'"),
    (GOOD + '{"source": "a", "target": "b", "alternatives": "c"}', "line 2, 'alternatives'"),
    (GOOD + '{"source": "a", "target": "b", "alternatives": [1]}', "line 2, 'alternatives'"),
    (GOOD + '{"source": "a", "target": "b", "id": true}', "line 2, 'id'"),
    (GOOD + "[" * 100_000, "line 2"),
    ('{"id": ' + "9" * 5000 + "}", "line 1"),
]


@pytest.mark.parametrize(("text", "place"), REFUSED, ids=[repr(row[0][-30:]) for row in REFUSED])
def test_what_does_not_fit_is_refused_with_its_line(text: str, place: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_pairs(text.encode(), "a.jsonl")
    assert caught.value.place == place
    assert caught.value.expected


TEXTS = st.text(alphabet=st.characters(codec="utf-8"), max_size=20)


@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=4), st.booleans())
def test_what_the_json_module_writes_is_read(rows: list[tuple[str, str]], ascii_only: bool) -> None:
    lines = [json.dumps({"source": source, "target": target}, ensure_ascii=ascii_only) for source, target in rows]
    table = read_pairs("\n".join(lines).encode(), "a.jsonl")
    assert [(row.source, row.target) for row in table.rows] == rows
