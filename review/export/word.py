"""What the Word documents share: their properties, their language and direction, and bytes that repeat themselves."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from review.export.archive import archived
from review.export.edition import LINE_BREAK, Edition, written

LONGEST_PROPERTY = 255
"""Characters that a core property of a document may have."""
EAST_ASIAN = ("zh", "ja", "ko")


def opened(edition: Edition) -> WordDocument:
    """An empty document with its core properties and the language that its spelling is checked in."""
    document = Document()
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
    return document


def lines(text: str) -> str:
    """The text as a run holds it: every kind of line break as one, and what XML cannot hold as U+FFFD."""
    return written(LINE_BREAK.sub("\n", text))


def turn(paragraph: Paragraph) -> None:
    """Mark a paragraph and its runs as running from right to left."""
    paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
    for run in paragraph._p.iter(qn("w:r")):
        Run(run, paragraph).font.rtl = True  # type: ignore[arg-type]


def saved(document: WordDocument, at: datetime) -> bytes:
    """The document as a file in which `at` (aware) is the time of every part, where the clock's was."""
    content = BytesIO()
    document.save(content)
    with ZipFile(content) as made:
        return archived(((name, made.read(name)) for name in made.namelist()), at)
