"""TermBase eXchange, ISO 30042: versions 2 (martif, termEntry, langSet) and 3 (tbx, conceptEntry, langSec)."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from lxml import etree

from review.align.wordlists.files import content_of
from review.align.wordlists.listed import primary
from review.errors import UnreadableFile

EXPECTED = "a TBX file, whose root element is martif or tbx"
ROOTS = frozenset(("martif", "tbx"))
CONCEPTS = frozenset(("termEntry", "conceptEntry"))
SECTIONS = frozenset(("langSet", "langSec"))
STATUS = "administrativeStatus"
DEPRECATED = frozenset(("deprecatedTerm", "deprecatedTerm-admn-sts", "supersededTerm", "supersededTerm-admn-sts"))
"""Statuses of a term that is not to be used."""
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def tbx_pairs(path: Path, source_lang: str, target_lang: str) -> Iterator[tuple[str, str]]:
    """Each source term with each target term of its concept; regions are passed over, so that de-AT is German.

    Entities are not resolved, and nothing outside the file is read. Raises UnreadableFile with the line of a fault.
    """
    for sources, targets in concepts(path, source_lang, target_lang):
        yield from product((term for term, _ in sources), (term for term, _ in targets))


Statused = tuple[tuple[str, str], ...]
"""Terms, each with its administrative status, "" where none is given."""


def concepts(path: Path, source_lang: str, target_lang: str) -> Iterator[tuple[Statused, Statused]]:
    """The terms of each concept in both languages; raises as `tbx_pairs` does."""
    content = content_of(path, EXPECTED)
    try:
        for concept in _concepts(content, path):
            yield _terms(concept, source_lang), _terms(concept, target_lang)
    except etree.XMLSyntaxError as error:
        raise UnreadableFile(str(path), f"line {error.lineno or 1}", _bare(error.msg), EXPECTED) from error


def _bare(message: str | None) -> str:
    """The parser's message without the place that it repeats."""
    return (message or "no XML").partition(", line ")[0]


def _concepts(content: bytes, path: Path) -> Iterator[etree._Element]:
    events = etree.iterparse(
        io.BytesIO(content),
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    root: etree._Element | None = None
    for event, element in events:
        if root is None:
            root = element
            _check(root, path)
        if event == "end" and _name(element) in CONCEPTS:
            yield element
            element.clear()


def _check(root: etree._Element, path: Path) -> None:
    if _name(root).lower() not in ROOTS:
        raise UnreadableFile(str(path), f"line {root.sourceline or 1}", f"the element {_name(root)!r}"[:80], EXPECTED)


def _terms(concept: etree._Element, lang: str) -> Statused:
    sections = (section for section in concept.iter() if _name(section) in SECTIONS)
    return tuple(
        ("".join(str(piece) for piece in term.itertext()), _status(term))
        for section in sections
        if primary(section.get(LANG) or section.get("lang") or "") == primary(lang)
        for term in section.iter()
        if _name(term) == "term"
    )


def _status(term: etree._Element) -> str:
    """The status beside a term: in TBX 2 and 3 a termNote of that type, in TBX 3 also an element of that name."""
    beside = term.getparent()
    for note in beside if beside is not None else ():
        if STATUS in (note.get("type"), _name(note)):
            return (note.text or "").strip()
    return ""


def _name(element: etree._Element) -> str:
    """The name without its namespace; an entity has none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
