"""The corrected article as a Word document."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from review.export.edition import LINE_BREAK, Edition, written

LONGEST_PROPERTY = 255
"""Characters that a core property of a document may have."""
EAST_ASIAN = ("zh", "ja", "ko")
EARLIEST_YEAR = 1980
"""Of a date in a zip archive."""


def write_docx(edition: Edition) -> bytes:
    """A document of the headline, where the article has one, and its paragraphs, in the article's language.

    Right-to-left languages are marked so, paragraph and run. Characters that XML cannot hold become U+FFFD; a tab stays
    a tab, and a line break inside a paragraph stays one. The same edition gives the same bytes.
    """
    document = Document()
    _describe(document, edition)
    headline = edition.headline()
    paragraphs = [document.add_heading(_lines(headline.text), level=1)] if headline else []
    paragraphs += [document.add_paragraph(_lines(text)) for text in edition.body()]
    if edition.language.direction == "rtl":
        for paragraph in paragraphs:
            _turn(paragraph)
    content = BytesIO()
    document.save(content)
    return _dated(content.getvalue(), edition.at)


def _lines(text: str) -> str:
    return written(LINE_BREAK.sub("\n", text))


def _describe(document: WordDocument, edition: Edition) -> None:
    """The document's core properties, and the language that its spelling is checked in."""
    properties = document.core_properties
    properties.title = written(edition.title)[:LONGEST_PROPERTY]
    properties.author = ""
    names = sorted({judgement.reviewer for state in edition.review for judgement in state.corrections})
    properties.last_modified_by = written(", ".join(names))[:LONGEST_PROPERTY]
    properties.language = edition.tag
    properties.comments = ""
    properties.created = properties.modified = edition.at.astimezone(UTC).replace(tzinfo=None)
    script = "eastAsia" if edition.language.tag in EAST_ASIAN else "val"
    script = "bidi" if edition.language.direction == "rtl" else script
    fonts = document.styles["Normal"].element.get_or_add_rPr()
    lang = OxmlElement("w:lang")
    lang.set(qn(f"w:{script}"), edition.tag)
    fonts.append(lang)


def _turn(paragraph: Paragraph) -> None:
    """Mark a paragraph and its runs as running from right to left."""
    paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
    for run in paragraph.runs:
        run.font.rtl = True


def _dated(content: bytes, at: datetime) -> bytes:
    """The same archive with `at` as the time of all its files, where the clock's was."""
    moment = max(at.astimezone(UTC), datetime(EARLIEST_YEAR, 1, 1, tzinfo=UTC)).timetuple()[:6]
    copy = BytesIO()
    with ZipFile(BytesIO(content)) as made, ZipFile(copy, "w", ZIP_DEFLATED) as kept:
        for name in made.namelist():
            kept.writestr(ZipInfo(name, moment), made.read(name), ZIP_DEFLATED)
    return copy.getvalue()
