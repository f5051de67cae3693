"""Words and tables for the screen keep foreign text as text."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.judgements import Correction
from review.types import Score
from review.ui.figures import changes_table, finding_rows, score_rows
from review.ui.wording import ago, counted, difference, language_name, plain
from tests.reviewed import FLAGS, HOSTILE, LIBRARY, article_of, reviewed

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)
ARTICLE = article_of(LIBRARY, article_id="lib")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain words", "plain words"),
        ("**bold**", r"\*\*bold\*\*"),
        ("![x](http://example.org/a.png)", r"\!\[x\]\(http\:\/\/example\.org\/a\.png\)"),
        ("<img src=x>", r"\<img src\=x\>"),
        (":red[x] $x$ `x`", r"\:red\[x\] \$x\$ \`x\`"),
        ("two\nlines", "two lines"),
        ("二〇二六年", "二〇二六年"),
    ],
)
def test_plain_text_stays_plain_in_markdown(text: str, shown: str) -> None:
    assert plain(text) == shown


@given(st.text(), st.text())
def test_a_difference_holds_both_texts_and_no_markup_of_theirs(before: str, after: str) -> None:
    made = difference(before, after)
    assert unescape(re.sub(r"<ins>.*?</ins>|</?del>", "", made, flags=re.S)) == before
    assert set(re.findall(r"<[^>]*>", made)) <= {"<del>", "</del>", "<ins>", "</ins>"}


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(0, "just now"), (1, "1 minute ago"), (59, "59 minutes ago"), (60, "1 hour ago"), (2880, "02 March 2026")],
)
def test_ago(minutes: int, said: str) -> None:
    assert ago(NOW - timedelta(minutes=minutes), NOW) == said


@pytest.mark.parametrize(("number", "said"), [(0, "0 pairs"), (1, "1 pair"), (1234, "1,234 pairs")])
def test_counted(number: int, said: str) -> None:
    assert counted(number, "pair") == said


@pytest.mark.parametrize(("tag", "name"), [("zh", "Chinese"), ("zh-TW", "Chinese (zh-TW)"), ("und", "Undetermined")])
def test_language_name(tag: str, name: str) -> None:
    assert language_name(tag) == name


def test_scores_come_with_their_signatures() -> None:
    score = Score(
        "hter", 12.3456, "nrefs:1", unit="edits per 100 words", segments=7, low=10, high=15, higher_is_better=False
    )
    (row,) = score_rows([score])
    assert (row["score"], row["value"], row["95 % interval"], row["better"]) == (
        "HTER",
        "12.35",
        "10.0 to 15.0",
        "lower",
    )
    assert row["signature"] == "nrefs:1"


def test_findings_are_counted_by_check() -> None:
    found = finding_rows([reviewed(ARTICLE)], [FLAGS])
    assert [(row["check"], row["found"], row["open"]) for row in found] == [
        ("Doubled word", 1, 1),
        ("Missing sentence", 1, 1),
        ("Translationese", 1, 1),
    ]


@pytest.mark.parametrize("text", HOSTILE)
def test_corrections_are_shown_as_text(text: str) -> None:
    review = reviewed(article_of([(text, text)]), [(1, "Ana", Correction(text + " <script>alert(1)</script>"))])
    table = changes_table([(1, review.states[0])], review.article)
    assert "<script" not in table
    assert "<img" not in table
