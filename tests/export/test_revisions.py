"""The Word document with tracked changes: accepted it is the corrected article, refused the machine's text."""

from __future__ import annotations

from io import BytesIO
from typing import Any, Literal

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from review.export import export
from review.judgements import Comment, Correction, Review
from tests.reviewed import AT, article_of, hostile, library, reviewed

TEXTS = st.text("ab 库. \t\n\x02", max_size=12)
SIDES = [("一", "One."), ("二", "Two  two."), ("三", ""), ("四", "Four")]


def document_of(review: Review, format_id: str = "revisions") -> Any:
    return Document(BytesIO(export(review, format_id, at=AT)))


def settled(review: Review, wanted: Literal["ins", "del"]) -> list[str]:
    """The paragraphs with the changes of that kind carried out and those of the other one refused, as Word does it."""
    other = {"ins": "del", "del": "ins"}[wanted]
    found = []
    for paragraph in document_of(review).paragraphs:
        if not paragraph._p.xpath(f"./w:pPr/w:rPr/w:{other}"):
            runs = paragraph._p.xpath(f".//w:r[not(ancestor::w:{other})]")
            found.append("".join(_shown(part) for run in runs for part in run))
    return found


def _shown(part: Any) -> str:
    return {qn("w:br"): "\n", qn("w:tab"): "\t"}.get(part.tag, part.text or "")


def paragraphs(review: Review) -> list[str]:
    return [paragraph.text for paragraph in document_of(review, "docx").paragraphs]


@pytest.mark.parametrize(
    "review", [library(), hostile(), reviewed(article_of([]))], ids=["library", "hostile", "empty"]
)
def test_accepted_it_is_the_corrected_article_and_refused_the_machine_s(review: Review) -> None:
    assert settled(review, "ins") == paragraphs(review)
    assert settled(review, "del") == paragraphs(reviewed(review.article))


@settings(max_examples=30)  # four documents are written and read for each
@given(st.lists(st.tuples(st.integers(1, 4), st.sampled_from(["ana", "bo"]), TEXTS.map(Correction)), max_size=5))
def test_it_holds_for_any_corrections(acts: list[tuple[int, str, Correction]]) -> None:
    review = reviewed(article_of(SIDES), acts)
    assert [text.strip() for text in settled(review, "ins") if text.strip()] == [
        text.strip() for text in paragraphs(review) if text.strip()
    ]
    assert settled(review, "del") == ["One.", "Two  two.", "Four"]


def test_a_change_says_who_made_it_and_when() -> None:
    changes = [
        (
            change.tag.rpartition("}")[2],
            "".join(_shown(part) for run in change for part in run),
            change.get(qn("w:author")),
            change.get(qn("w:date")),
        )
        for change in document_of(library()).paragraphs[0]._p
        if change.tag in (qn("w:ins"), qn("w:del"))
    ]
    assert changes == [("del", "its", "ana", "2026-03-04T04:06:07Z"), ("ins", "Its", "ana", "2026-03-04T04:06:07Z")]


def test_every_revision_has_a_number_of_its_own() -> None:
    numbers = document_of(library()).element.body.xpath(".//w:ins/@w:id | .//w:del/@w:id")
    assert len(numbers) == len(set(numbers)) == 12


def test_marked_errors_and_open_comments_are_comments() -> None:
    said = document_of(library()).comments
    assert [(one.author, one.initials, one.text) for one in said] == [
        ("ana", "a", "Major error: “更方便” – Accuracy: source language fragment – left"),
        ("bo", "b", "Minor error: “deeply welcomed” – Style: unnatural or awkward"),
    ]
    acts = [
        (1, "Ana Berg", Comment("Is <this> meant?")),
        (2, "bo", Comment("Settled.")),
        (2, "bo", Comment("", "j1", "resolved")),
    ]
    talked = document_of(reviewed(article_of(SIDES), acts))
    assert [(one.author, one.initials, one.text) for one in talked.comments] == [("Ana Berg", "AB", "Is <this> meant?")]
    first = talked.paragraphs[0]._p
    assert first.xpath("./w:commentRangeStart/@w:id") == first.xpath(".//w:commentReference/@w:id") == ["0"]


@pytest.mark.parametrize(("lang", "turned"), [("he", True), ("en", False)])
def test_what_runs_from_right_to_left_is_marked_so(lang: str, turned: bool) -> None:
    review = reviewed(
        article_of([("t", "T"), ("一", "")], langs=("zh", lang)),
        [(1, "ana", Correction("U")), (2, "bo", Correction("V"))],
    )
    for paragraph in document_of(review).paragraphs:
        runs = paragraph._p.xpath(".//w:r")
        assert [bool(run.xpath("./w:rPr/w:rtl")) for run in runs] == [turned] * len(runs)
        assert [part.tag for part in paragraph._p.xpath("./w:pPr/*")] in (
            [qn("w:bidi")] * turned,
            [qn("w:bidi")] * turned + [qn("w:rPr")],
        )
