"""The corrected pairs as a translation memory, TMX 1.4."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from lxml import etree

from review import __version__
from review.export.edition import Edition, reviewers, written
from review.judgements import PairState

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
TOOL = "mtreview"


def write_tmx(edition: Edition) -> bytes:
    """A unit for each pair that has both a source and a corrected text.

    A unit's creator is the system that translated it; where it was corrected, its changer is the last reviewer. The
    property x-status tells approved units from those that nobody has read. Characters that XML cannot hold become
    U+FFFD.
    """
    article = edition.review.article
    root = etree.Element("tmx", version="1.4")
    root.append(_header(edition))
    body = etree.SubElement(root, "body")
    for state in edition.review:
        if state.pair.source.strip() and state.text.strip():
            body.append(_unit(state, article.under_review))
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def _header(edition: Edition) -> Any:
    source = edition.review.article.source.lang.replace("_", "-")
    header = etree.Element(
        "header",
        {
            "creationtool": TOOL,
            "creationtoolversion": __version__,
            "segtype": "sentence",
            "o-tmf": "jsonl",
            "adminlang": "en",
            "srclang": source,
            "datatype": "plaintext",
            "creationdate": _moment(edition.at),
        },
    )
    _child(header, "prop", edition.title, {"type": "x-title"})
    return header


def _unit(state: PairState, system: str) -> Any:
    unit = etree.Element("tu", tuid=written(state.pair.id), creationid=written(system))
    if state.corrections:
        unit.set("changedate", _moment(state.corrections[-1].at))
        unit.set("changeid", written(reviewers(state)[-1]))
    _child(unit, "prop", state.pair.doc, {"type": "x-document"})
    _child(unit, "prop", state.status, {"type": "x-status"})
    for lang, text in ((state.pair.source_lang, state.pair.source), (state.pair.target_lang, state.text)):
        variant = etree.SubElement(unit, "tuv", {LANG: lang.replace("_", "-")})
        _child(variant, "seg", text)
    return unit


def _child(parent: Any, tag: str, text: str, attributes: dict[str, str] | None = None) -> None:
    etree.SubElement(parent, tag, attributes or {}).text = written(text)


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
