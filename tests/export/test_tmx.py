"""The translation memory: valid by TMX 1.4's structure, and read back."""

from __future__ import annotations

from io import StringIO
from typing import Any

from lxml import etree

from review.export import export
from review.judgements import Review
from tests.reviewed import AT, HOSTILE, hostile, library

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
COMMON = "o-encoding CDATA #IMPLIED creationdate CDATA #IMPLIED creationid CDATA #IMPLIED changedate CDATA #IMPLIED "
COMMON += "changeid CDATA #IMPLIED o-tmf CDATA #IMPLIED"
STRUCTURE = f"""
<!ELEMENT tmx (header, body)>
<!ATTLIST tmx version CDATA #FIXED "1.4">
<!ELEMENT header (note | prop)*>
<!ATTLIST header creationtool CDATA #REQUIRED creationtoolversion CDATA #REQUIRED
  segtype (block | paragraph | sentence | phrase) #REQUIRED adminlang CDATA #REQUIRED srclang CDATA #REQUIRED
  datatype CDATA #REQUIRED {COMMON.replace("o-tmf CDATA #IMPLIED", "o-tmf CDATA #REQUIRED")}>
<!ELEMENT note (#PCDATA)>
<!ELEMENT prop (#PCDATA)>
<!ATTLIST prop type CDATA #REQUIRED xml:lang CDATA #IMPLIED>
<!ELEMENT body (tu*)>
<!ELEMENT tu ((note | prop)*, tuv+)>
<!ATTLIST tu tuid CDATA #IMPLIED datatype CDATA #IMPLIED srclang CDATA #IMPLIED {COMMON}>
<!ELEMENT tuv ((note | prop)*, seg)>
<!ATTLIST tuv xml:lang CDATA #REQUIRED {COMMON}>
<!ELEMENT seg (#PCDATA)>
"""


def memory_of(review: Review) -> Any:
    root = etree.fromstring(export(review, "tmx", at=AT))
    structure = etree.DTD(StringIO(STRUCTURE))
    assert structure.validate(root), structure.error_log
    return root


def units_of(review: Review) -> list[tuple[str, list[tuple[str, str]]]]:
    return [
        (unit.get("tuid"), [(one.get(LANG), one.findtext("seg")) for one in unit.iter("tuv")])
        for unit in memory_of(review).iter("tu")
    ]


def test_pairs_with_both_texts_are_units() -> None:
    units = units_of(library())
    assert [name for name, _ in units] == ["lib-1", "lib-2", "lib-3", "lib-4", "lib-5"]
    assert units[3][1] == [("zh", "读者可在网上预约。"), ("en", "Readers can book online.")]


def test_header_and_units_say_who_and_when() -> None:
    root = memory_of(library())
    assert (root.find("header").get("srclang"), root.find("header").get("creationdate")) == ("zh", "20260304T050607Z")
    unit = root.findall("body/tu")[1]
    assert (unit.get("creationid"), unit.get("changeid"), unit.get("changedate")) == (
        "Baseline MT",
        "bo",
        "20260304T041007Z",
    )
    assert [(one.get("type"), one.text) for one in unit.iter("prop")] == [
        ("x-document", "lib"),
        ("x-status", "approved"),
    ]
    assert root.findall("body/tu")[2].get("changedate") is None


def test_hostile_text_is_text() -> None:
    segments = {name: texts[1][1] for name, texts in units_of(hostile())}
    found = list(segments.values())
    assert found[0] == HOSTILE[0] + " \ufffd"
    assert found[1] == HOSTILE[1]
    assert found[3] == "control \ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\x7f\x85 characters"
    assert found[4].startswith(HOSTILE[4])
    assert found[7] == HOSTILE[7].replace("\n", " ")
    assert next(iter(segments)) == "<b>&'\"-1"
