"""The corrected article as a Word document."""

from __future__ import annotations

from review.export import word
from review.export.edition import Edition


def write_docx(edition: Edition) -> bytes:
    """A document of the headline, where the article has one, and its paragraphs, in the article's language.

    Right-to-left languages are marked so, paragraph and run. Characters that XML cannot hold become U+FFFD; a tab stays
    a tab, and a line break inside a paragraph stays one. The same edition gives the same bytes.
    """
    document = word.opened(edition)
    headline = edition.headline()
    paragraphs = [document.add_heading(word.lines(headline.text), level=1)] if headline else []
    paragraphs += [document.add_paragraph(word.lines(text)) for text in edition.body()]
    if edition.language.direction == "rtl":
        for paragraph in paragraphs:
            word.turn(paragraph)
    return word.saved(document, edition.at)
