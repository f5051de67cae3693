"""The reviewed pairs as XLIFF 2.1: errors and findings in place, as the ITS 2.0 standard marks quality issues."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from lxml import etree

from review.diff import edits, place_after
from review.export.edition import OUTSIDE_XML, Edition, written
from review.judgements import Comment, ErrorSpan, PairState, Status
from review.mqm import WEIGHTS, category
from review.types import Finding, Severity, Side, Span

XLIFF = "urn:oasis:names:tc:xliff:document:2.0"
MATCHES = "urn:oasis:names:tc:xliff:matches:2.0"
ITS = "http://www.w3.org/2005/11/its"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
UNKNOWN = "und"
MATCHED = "m1"
"""The mark over the source that the machine's translation is a candidate for."""
STATES: dict[Status, str] = {
    "unreviewed": "translated",
    "in work": "translated",
    "question": "translated",
    "corrected": "reviewed",
    "approved": "final",
}


def write_xliff(edition: Edition) -> bytes:
    """A unit of one segment for each pair: the source, the corrected text, and the machine's as a candidate for it.

    Errors that reviewers marked stand in the texts that they speak of: the source, the machine's, and the corrected one
    where it still has their words. Findings, but for dismissed ones, stand in the source and the corrected text. Each
    is an ITS localization quality issue: its type, a comment, and its severity from 0 to 100, in proportion to its
    weight in MQM. Comments of open threads are notes. Characters that XML cannot hold are `cp` elements; in names,
    notes and comments they become U+FFFD.
    """
    article = edition.review.article
    names: Any = {None: XLIFF, "mtc": MATCHES, "its": ITS}
    tags = {"srcLang": article.source.lang.replace("_", "-") or UNKNOWN, "trgLang": edition.tag or UNKNOWN}
    root = etree.Element(_core("xliff"), {"version": "2.1", f"{{{ITS}}}version": "2.0", **tags}, names)
    file = _child(root, "file", id="f1", original=written(edition.title))
    file.set(SPACE, "preserve")
    for number, state in enumerate(edition.review, 1):
        _Unit(_child(file, "unit", id=f"u{number}", name=written(state.pair.id)), state).write(
            article.under_review, edition.flags.of(state.pair.id)
        )
    if not len(file):
        # The format has no file without a unit.
        _child(_child(_child(file, "unit", id="u1"), "segment"), "source")
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


@dataclass(frozen=True, slots=True)
class _Mark:
    """Something said of a place in a text: the attributes of the element that begins it."""

    span: Span
    attributes: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Unit:
    """The unit of a pair, in which every mark has a number of its own."""

    element: Any
    state: PairState
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def write(self, system: str, findings: Sequence[Finding]) -> None:
        state, source = self.state, self.state.pair.source
        matched = [_Mark(Span(0, len(source)), {"id": MATCHED, "type": "mtc:match"})]
        if not source or not state.pair.target:
            matched = []
        else:
            match = etree.SubElement(etree.SubElement(self.element, f"{{{MATCHES}}}matches"), f"{{{MATCHES}}}match")
            match.attrib.update({"ref": f"#{MATCHED}", "type": "mt", "origin": written(system)})
            self._fill(_child(match, "source"), source, ())
            self._fill(_child(match, "target"), state.pair.target, _errors(state, 0))
        self._note()
        is_translated = bool(state.text) or STATES[state.status] != "translated"
        segment = _child(self.element, "segment", state=STATES[state.status] if is_translated else "initial")
        if state.status == "question":
            segment.set("subState", "mtreview:question")
        open_ones = [finding for finding in findings if state.dismissal(finding) is None]
        about_source = [*_errors_of_source(state), *_found(open_ones, "source")]
        self._fill(_child(segment, "source"), source, [*matched, *about_source])
        if is_translated:
            about_target = [*_errors(state, state.version), *_found(open_ones, "target")]
            self._fill(_child(segment, "target"), state.text, about_target)

    def _note(self) -> None:
        said = [made for thread in self.state.threads if thread.resolved is None for made in thread.comments]
        notes = _child(self.element, "notes") if said else None
        for made in said:
            if isinstance(made.value, Comment):
                _child(notes, "note", category="comment").text = written(f"{made.reviewer}: {made.value.text}")

    def _fill(self, element: Any, text: str, marks: Sequence[_Mark]) -> None:
        """Put the text into the element, with a beginning and an end for each mark, so that they may overlap."""
        at = 0
        for place, _, tag, attributes in sorted(self._borders(marks), key=lambda border: border[:2]):
            _append_text(element, text[at:place])
            at = place
            _child(element, tag, **attributes)
        _append_text(element, text[at:])

    def _borders(self, marks: Sequence[_Mark]) -> Iterator[tuple[int, int, str, dict[str, str]]]:
        """Offset and rank of each border: what ends at a place ends before another begins there, but for empty ones."""
        for mark in marks:
            attributes = {"id": f"q{next(self.numbers)}"} | mark.attributes
            yield mark.span.start, 1, "sm", attributes
            yield mark.span.end, 0 if len(mark.span) else 2, "em", {"startRef": attributes["id"]}


def _errors(state: PairState, version: int) -> list[_Mark]:
    """The marked errors whose words the target text of that version has."""
    found = []
    for mark in state.marks:
        if isinstance(mark.value, ErrorSpan) and mark.value.side == "target":
            way = edits(state.text_at(mark.version), state.text_at(version))
            place = place_after(mark.value.span, way)
            if place is not None:
                found.append(_issue(place, mark.value, mark.reviewer, mark.value.note))
    return found


def _errors_of_source(state: PairState) -> list[_Mark]:
    return [
        _issue(mark.value.span, mark.value, mark.reviewer, mark.value.note)
        for mark in state.marks
        if isinstance(mark.value, ErrorSpan) and mark.value.side == "source"
    ]


def _found(findings: Sequence[Finding], side: Side) -> list[_Mark]:
    return [
        _issue(finding.span, finding, finding.check, finding.reason) for finding in findings if finding.side == side
    ]


def _issue(place: Span, said: ErrorSpan | Finding, by: str, comment: str) -> _Mark:
    name = said.category or "other"
    comment = ": ".join(filter(None, (by, name, comment)))
    its = {
        "locQualityIssueType": category(name).its,
        "locQualityIssueComment": written(comment),
        "locQualityIssueSeverity": _severity(said.severity),
    }
    return _Mark(place, {"type": "its:generic"} | {f"{{{ITS}}}{key}": value for key, value in its.items()})


def _severity(severity: Severity) -> str:
    """A severity from 0 to 100, in proportion to its weight."""
    return f"{100 * WEIGHTS[severity] / WEIGHTS['critical']:g}"


def _append_text(element: Any, text: str) -> None:
    """Text behind what the element holds already; each character that XML cannot hold as a code point of its own."""
    at = 0
    for found in OUTSIDE_XML.finditer(text):
        _append_plain(element, text[at : found.start()])
        _child(element, "cp", hex=f"{ord(found[0]):04X}")
        at = found.end()
    _append_plain(element, text[at:])


def _append_plain(element: Any, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _child(parent: Any, tag: str, **attributes: str) -> Any:
    return etree.SubElement(parent, _core(tag), attributes)


def _core(tag: str) -> str:
    return f"{{{XLIFF}}}{tag}"
