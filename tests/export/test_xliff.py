"""XLIFF 2.1: valid by the standard's structure, and everything read back from it."""

from __future__ import annotations

from io import StringIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from review.export import export
from review.judgements import Comment, Correction, Dismissal, ErrorSpan, Review, StatusChange
from review.types import Flags, Span
from tests.reviewed import AT, FLAGS, HOSTILE, LIBRARY, WELCOMED, Acts, article_of, hostile, library, reviewed

NAMES = {"x": "urn:oasis:names:tc:xliff:document:2.0", "its": "http://www.w3.org/2005/11/its"}
ISSUE = f"{{{NAMES['its']}}}locQualityIssue"
INLINE = "(#PCDATA | cp | sm | em)*"
STRUCTURE = f"""
<!ELEMENT xliff (file)+>
<!ATTLIST xliff version CDATA #FIXED "2.1" srcLang NMTOKEN #REQUIRED trgLang NMTOKEN #REQUIRED
  xmlns CDATA #FIXED "{NAMES["x"]}" xmlns:mtc CDATA #IMPLIED xmlns:its CDATA #IMPLIED its:version CDATA #FIXED "2.0">
<!ELEMENT file (unit)+>
<!ATTLIST file id NMTOKEN #REQUIRED original CDATA #IMPLIED xml:space (preserve) #REQUIRED>
<!ELEMENT unit (mtc:matches?, notes?, segment)>
<!ATTLIST unit id NMTOKEN #REQUIRED name CDATA #IMPLIED>
<!ELEMENT mtc:matches (mtc:match)+>
<!ELEMENT mtc:match (source, target)>
<!ATTLIST mtc:match ref CDATA #REQUIRED type (mt) #REQUIRED origin CDATA #REQUIRED>
<!ELEMENT notes (note)+>
<!ELEMENT note (#PCDATA)>
<!ATTLIST note category CDATA #IMPLIED>
<!ELEMENT segment (source, target?)>
<!ATTLIST segment state (initial | translated | reviewed | final) "initial" subState CDATA #IMPLIED>
<!ELEMENT source {INLINE}>
<!ELEMENT target {INLINE}>
<!ELEMENT cp EMPTY>
<!ATTLIST cp hex NMTOKEN #REQUIRED>
<!ELEMENT sm EMPTY>
<!ATTLIST sm id NMTOKEN #REQUIRED type CDATA #REQUIRED its:locQualityIssueType CDATA #IMPLIED
  its:locQualityIssueComment CDATA #IMPLIED its:locQualityIssueSeverity CDATA #IMPLIED>
<!ELEMENT em EMPTY>
<!ATTLIST em startRef NMTOKEN #REQUIRED>
"""

Issue = tuple[str, str, str, str]
"""The marked text, and type, severity and comment of the issue."""


def read(review: Review, flags: Flags = Flags()) -> Any:  # noqa: B008
    root = etree.fromstring(export(review, "xliff", at=AT, flags=flags))
    structure = etree.DTD(StringIO(STRUCTURE))
    assert structure.validate(root), structure.error_log
    return root


def text_of(element: Any) -> str:
    return "".join(_plain(element))


def _plain(element: Any) -> list[str]:
    pieces = [element.text or ""]
    for child in element:
        pieces += [chr(int(child.get("hex"), 16)) if child.get("hex") else "", child.tail or ""]
    return pieces


def issues(element: Any) -> list[Issue]:
    """The quality issues in a text, each with the words between its beginning and its end."""
    opened: dict[str, tuple[int, Any]] = {}
    found, at, text = [], len(element.text or ""), text_of(element)
    for child in element:
        if child.get("type") == "its:generic":
            opened[child.get("id")] = (at, child)
        if child.get("startRef") in opened:
            start, said = opened.pop(child.get("startRef"))
            found.append((text[start:at], *(said.get(ISSUE + name) for name in ("Type", "Severity", "Comment"))))
        at += len(child.tail or "") + bool(child.get("hex"))
    assert not opened
    return found


def part(root: Any, number: int, path: str) -> Any:
    return root.xpath(f"//x:unit[{number}]{path}", namespaces=NAMES)[0]


@pytest.mark.parametrize(
    "review", [library(), hostile(), reviewed(article_of([]))], ids=["library", "hostile", "empty"]
)
def test_every_text_reads_back(review: Review) -> None:
    root = read(review, FLAGS)
    for number, state in enumerate(review, 1):
        assert text_of(part(root, number, "/x:segment/x:source")) == state.pair.source
        assert (
            "".join(map(text_of, root.xpath(f"//x:unit[{number}]/x:segment/x:target", namespaces=NAMES))) == state.text
        )
        assert part(root, number, "").get("name") == (state.pair.id)


@settings(max_examples=50)
@given(st.text(st.characters(codec=None), min_size=1, max_size=20))
def test_no_character_is_lost(text: str) -> None:
    review = reviewed(article_of([("一", "x")]), [(1, "ana", Correction(text))])
    assert text_of(part(read(review), 1, "/x:segment/x:target")) == text


def test_the_machine_s_text_is_a_candidate_for_the_source() -> None:
    root = read(library())
    match = root.xpath("//x:unit[2]/*[local-name()='matches']/*", namespaces=NAMES)[0]
    assert (match.get("origin"), match.get("ref")) == ("Baseline MT", "#m1")
    assert text_of(match[1]) == LIBRARY[1][1]
    assert part(root, 2, "/x:segment/x:source/x:sm").get("id") == "m1"
    assert not root.xpath("//x:unit[4]/*[local-name()='matches']", namespaces=NAMES)


def test_states_are_those_of_the_review() -> None:
    segments = read(library()).xpath("//x:segment", namespaces=NAMES)
    assert [(one.get("state"), one.get("subState"), len(one)) for one in segments] == [
        ("reviewed", None, 2),
        ("final", None, 2),
        ("final", None, 2),
        ("reviewed", None, 2),
        ("translated", "mtreview:question", 2),
        ("reviewed", None, 2),
    ]
    untouched = read(reviewed(article_of(LIBRARY))).xpath("//x:segment", namespaces=NAMES)
    assert [one.get("state") for one in untouched] == [*["translated"] * 3, "initial", *["translated"] * 2]


def test_marked_errors_stand_where_their_words_are() -> None:
    root = read(library())
    machine, corrected = root.xpath("//x:unit[2]//x:target", namespaces=NAMES)
    assert issues(machine) == [("更方便", "untranslated", "20", "ana: accuracy/source language fragment: left")]
    assert issues(corrected) == []
    assert issues(part(root, 5, "/x:segment/x:target")) == [
        ("deeply welcomed", "style", "4", "bo: style/unnatural or awkward")
    ]


def test_errors_of_the_source_and_of_no_extent() -> None:
    acts = [
        (1, "ana", ErrorSpan(Span(1, 2), "二", "accuracy/omission", "critical", "source")),
        (1, "ana", ErrorSpan(Span(1, 1), "", "other", "neutral", note="<here>")),
        (1, "bo", ErrorSpan(Span(0, 2), "xy", "", "major")),
        (1, "bo", ErrorSpan(Span(1, 3), "yz", "", "minor")),
    ]
    root = read(reviewed(article_of([("一二", "xyz")]), acts))
    assert issues(part(root, 1, "/x:segment/x:source")) == [("二", "omission", "100", "ana: accuracy/omission")]
    assert sorted(issues(part(root, 1, "/x:segment/x:target"))) == [
        ("", "other", "0", "ana: other: <here>"),
        ("xy", "other", "20", "bo: other"),
        ("yz", "other", "4", "bo: other"),
    ]


def test_findings_stand_but_for_dismissed_ones() -> None:
    found = ("deeply welcomed", "style", "4", f"translationese: style/unnatural or awkward: {WELCOMED.reason}")
    review = reviewed(article_of(LIBRARY, article_id="lib"))
    assert issues(part(read(review, FLAGS), 5, "/x:segment/x:target")) == [found]
    review = reviewed(article_of(LIBRARY, article_id="lib"), [(5, "bo", Dismissal(WELCOMED.key))])
    assert issues(part(read(review, FLAGS), 5, "/x:segment/x:target")) == []


def test_marks_have_numbers_of_their_own() -> None:
    for unit in read(library(), FLAGS).xpath("//x:unit", namespaces=NAMES):
        numbers = unit.xpath(".//x:sm/@id", namespaces=NAMES)
        assert len(numbers) == len(set(numbers))


def test_open_comments_are_notes() -> None:
    acts: Acts = [
        (1, "ana", Comment(HOSTILE[0])),
        (2, "bo", Comment("Settled.")),
        (2, "bo", Comment("", "j1", "resolved")),
        (1, "bo", StatusChange("approved")),
    ]
    notes = read(reviewed(article_of([("一", "x"), ("二", "y")]), acts)).xpath("//x:note", namespaces=NAMES)
    assert [note.text for note in notes] == [f"ana: {HOSTILE[0]}"]
