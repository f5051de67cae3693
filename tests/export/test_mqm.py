"""The MQM table, read back: every mark with its rater, its text and its span."""

from __future__ import annotations

import pytest

from review.export import export
from review.export.mqm import COLUMNS
from review.history import review_of
from review.judgements import Correction, ErrorSpan, Judgement, Review, SegmentScore, StatusChange, Value
from review.types import Span
from tests.reviewed import AT, HOSTILE, Acts, article_of, library, reviewed

LIBRARY_MT = "From next month, the the library will close at 9:30 every night , and readers 更方便."


def rows_of(review: Review) -> list[dict[str, str]]:
    header, *lines = export(review, "mqm", at=AT).decode().removesuffix("\n").split("\n")
    assert tuple(header.split("\t")) == COLUMNS
    return [dict(zip(COLUMNS, line.split("\t"), strict=True)) for line in lines]


def test_each_error_is_a_row_and_a_scored_text_without_one_is_clean() -> None:
    rows = rows_of(library())
    told = [(row["seg_id"], row["rater"], row["category"], row["severity"], row["comment"]) for row in rows]
    assert told == [
        ("2", "ana", "Accuracy/Source language fragment", "Major", "left"),
        ("2", "bo", "No-error", "no-error", ""),
        ("5", "bo", "Style/Unnatural or awkward", "Minor", ""),
        ("5", "ana", "No-error", "no-error", ""),
    ]
    assert rows[0]["target"] == LIBRARY_MT.replace("更方便", "<v>更方便</v>")
    assert rows[1]["target"] == LIBRARY_MT
    assert {row["system"] for row in rows} == {"Baseline MT"}
    assert {(row["doc"], row["doc_id"]) for row in rows} == {("City Library Extends its Opening Hours", "lib")}


def test_an_error_is_in_the_text_that_it_was_marked_in() -> None:
    omission = ErrorSpan(Span(0, 1), "𠮷", "accuracy/omission", "minor", "source")
    acts: Acts = [
        (1, "ana", ErrorSpan(Span(2, 5), "two", "", "major")),
        (1, "ana", Correction("One, two and three.")),
        (1, "bo", ErrorSpan(Span(9, 12), "and", "fluency/grammar", "minor")),
        (1, "bo", omission),
        (1, "ana", SegmentScore(90)),
    ]
    rows = rows_of(reviewed(article_of([("𠮷一二三。", "😀 two.")]), acts))
    assert [(row["system"], row["source"], row["target"], row["category"]) for row in rows] == [
        ("Baseline MT", "𠮷一二三。", "😀 <v>two</v>.", "Other"),
        ("Baseline MT, corrected (1)", "𠮷一二三。", "One, two <v>and</v> three.", "Fluency/Grammar"),
        ("Baseline MT, corrected (1)", "<v>𠮷</v>一二三。", "One, two and three.", "Accuracy/Omission"),
        ("Baseline MT, corrected (1)", "𠮷一二三。", "One, two and three.", "No-error"),
    ]


def test_who_approved_a_text_has_found_it_clean() -> None:
    approved = StatusChange("approved")
    article = article_of([("一", "One."), ("二", "Two."), ("三", "Three.")])
    acts: list[tuple[int, int, Value]] = [(1, 0, approved), (2, 0, Correction("2.")), (2, 1, approved)]
    judgements = tuple(
        Judgement(f"j{n}", f"a1-{pair}", version, "ana", AT, value) for n, (pair, version, value) in enumerate(acts)
    )
    written = export(review_of(article, judgements), "mqm", at=AT, judgements=judgements).decode().splitlines()[1:]
    assert [line.split("\t")[:1] + line.split("\t")[3:8] for line in written] == [
        ["Baseline MT", "1", "ana", "一", "One.", "No-error"],
        ["Baseline MT, corrected (1)", "2", "ana", "二", "2.", "No-error"],
    ]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_breaks_the_table(text: str) -> None:
    line = text.replace("\n", " ")
    mark = ErrorSpan(Span(1, 3), line[1:3], "other", "minor", note=f"{text}\ttab\nline")
    (row,) = rows_of(reviewed(article_of([(line, line)], title=text), [(1, text.replace("\n", " "), mark)]))
    assert row["target"].replace("<v>", "", 1).replace("</v>", "", 1) == "".join(
        " " if character in "\t\v\f\r\x1c\x1d\x1e\x85\u2028\u2029" else character for character in line
    )
    assert "\t" not in row["comment"]
