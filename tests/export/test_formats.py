"""What every export format does: it is known by its id, repeats itself, and survives hostile text."""

from __future__ import annotations

from datetime import timedelta

import pytest

from review.errors import UnknownFormat
from review.export import FORMATS, TRADES, export
from review.judgements import Review
from tests.reviewed import AT, FLAGS, article_of, hostile, library, reviewed

IDS = [known.id for known in FORMATS]
EMPTY = reviewed(article_of([]))


def test_formats_are_told_apart() -> None:
    assert IDS == ["text", "html", "docx", "revisions", "csv", "xliff", "tmx", "mqm", "ratings", "triples", "jsonl"]
    assert len({known.suffix for known in FORMATS}) == len(FORMATS)
    assert {known.trade for known in FORMATS} == set(TRADES)
    assert all(known.about.endswith(".") and known.about.count(". ") == 0 for known in FORMATS)
    assert all(known.suffix.startswith(".") and "/" in known.mime and known.name for known in FORMATS)


@pytest.mark.parametrize("format_id", IDS)
@pytest.mark.parametrize("review", [library(), hostile(), EMPTY], ids=["library", "hostile", "empty"])
def test_the_same_review_gives_the_same_bytes(format_id: str, review: Review) -> None:
    assert export(review, format_id, at=AT, flags=FLAGS) == export(review, format_id, at=AT, flags=FLAGS)


def test_a_format_says_whether_it_tells_findings() -> None:
    told = {
        known.id
        for known in FORMATS
        if export(library(), known.id, at=AT) != export(library(), known.id, at=AT, flags=FLAGS)
    }
    assert told == {known.id for known in FORMATS if known.tells_findings}


@pytest.mark.parametrize("format_id", ["docx", "revisions", "tmx"])
def test_the_time_of_writing_is_the_caller_s(format_id: str) -> None:
    assert export(library(), format_id, at=AT) != export(library(), format_id, at=AT + timedelta(days=1))


def test_an_unknown_format_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(
        UnknownFormat,
        match=f"'pdf' is not known; expected one of {', '.join(IDS)}",
    ):
        export(library(), "pdf", at=AT)
