"""The Word document, read back with python-docx."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from review.export import export
from review.judgements import Correction, Review
from tests.reviewed import AT, HOSTILE, article_of, hostile, library, reviewed


def document_of(review: Review) -> Any:
    return Document(BytesIO(export(review, "docx", at=AT)))


def test_headline_and_paragraphs_are_there() -> None:
    assert [(one.style.name, one.text) for one in document_of(library()).paragraphs] == [
        ("Heading 1", "City Library Extends Its Opening Hours"),
        ("Normal", "From next month, the library will close at 9:30 p.m., which is more convenient for readers."),
        ("Normal", "120 new seats were added."),
        ("Normal", "Readers can book online."),
        ("Normal", "The curator said that the night service is deeply welcomed by students."),
    ]


def test_the_document_says_what_it_is() -> None:
    properties = document_of(library()).core_properties
    assert properties.title == "City Library Extends its Opening Hours"
    assert properties.last_modified_by == "ana, bo"
    assert properties.language == "en"
    assert properties.comments == ""
    assert properties.created == properties.modified == AT


def test_hostile_text_is_text() -> None:
    texts = [one.text for one in document_of(hostile()).paragraphs]
    assert texts[0] == HOSTILE[0] + " \ufffd"
    assert texts[1] == HOSTILE[1]
    assert texts[3] == "control \ufffd\ufffd\ufffd\n\n\ufffd\x7f\n characters"
    assert texts[5] == HOSTILE[5]
    assert texts[6] == "outside \ufffd\ufffd XML \ufffd"
    assert texts[7] == "line\n breaks\nof\nevery\nkind\tand tab"


def test_long_titles_and_names_are_cut_where_word_allows_no_more() -> None:
    review = reviewed(article_of([("一", "x")], title="t" * 300), [(1, "n" * 300, Correction("y"))])
    properties = document_of(review).core_properties
    assert (len(properties.title), len(properties.last_modified_by)) == (255, 255)


@pytest.mark.parametrize(
    ("lang", "attribute", "turned"),
    [("ar", "bidi", True), ("he", "bidi", True), ("zh", "eastAsia", False), ("en", "val", False)],
)
def test_the_language_and_its_direction_are_marked(lang: str, attribute: str, turned: bool) -> None:
    document = document_of(reviewed(article_of([("t", "T"), ("一", "x\ny")], langs=("zh", lang), title="T")))
    for paragraph in document.paragraphs:
        assert (paragraph._p.pPr is not None and paragraph._p.pPr.find(qn("w:bidi")) is not None) == turned
        assert all(bool(run.font.rtl) == turned for run in paragraph.runs)
    marked = document.styles["Normal"].element.rPr.find(qn("w:lang"))
    assert marked.get(qn(f"w:{attribute}")) == lang
