"""The corrected article as plain text and as a web page, read back."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from review.article import corrected_text
from review.export import encoding_of, export
from review.judgements import Correction, Review
from review.texts.encoding import decode
from review.types import Origin
from tests.reviewed import AT, HOSTILE, article_of, hostile, library, reviewed

CHROMIUM = Path("/usr/bin/chromium")


def in_encoding(encoding: str, corrected: str) -> Review:
    article = article_of([("图书馆", "The cafe")], origin=Origin("mt.txt", "text", encoding))
    return reviewed(article, [(1, "ana", Correction(corrected))])


def page_of(review: Review) -> Any:
    return html.document_fromstring(export(review, "html", at=AT).decode())


def test_text_is_the_corrected_text() -> None:
    assert export(library(), "text", at=AT).decode() == corrected_text(library())
    assert export(hostile(), "text", at=AT).decode() == corrected_text(hostile())


@pytest.mark.parametrize(
    ("encoding", "corrected", "used", "mark"),
    [
        ("utf-8", "The café 图", "utf-8", b""),
        ("utf-8-sig", "The café", "utf-8-sig", b"\xef\xbb\xbf"),
        ("utf-16", "The café", "utf-16", b"\xff\xfeT\x00"),
        ("utf-16-be-sig", "The café", "utf-16-be-sig", b"\xfe\xff\x00T"),
        ("utf-16-le", "The café", "utf-16-le", b"T\x00"),
        ("cp1252", "The café – “x”", "cp1252", b""),
        ("cp1252", "The 图书馆", "utf-8", b""),
        ("ascii", "The café", "utf-8", b""),
        ("gb18030", "The 图书馆 🙂", "gb18030", b""),
        ("big5", "图书馆", "utf-8", b""),
        ("no such encoding", "The cafe", "utf-8", b""),
    ],
)
def test_text_keeps_the_encoding_that_can_hold_it(encoding: str, corrected: str, used: str, mark: bytes) -> None:
    review = in_encoding(encoding, corrected)
    written = export(review, "text", at=AT)
    assert encoding_of(review) == used
    assert written.startswith(mark)
    assert decode(written, "mt.txt", used).text == f"{corrected}\n"


def test_a_lone_surrogate_becomes_the_replacement_character() -> None:
    assert export(in_encoding("utf-8", "a\ud800b"), "text", at=AT).decode() == "a\ufffdb\n"


def test_the_page_holds_headline_and_paragraphs() -> None:
    page = page_of(library())
    assert [one.text_content() for one in page.iter("h1")] == ["City Library Extends Its Opening Hours"]
    assert [one.text_content() for one in page.iter("p")] == [
        "From next month, the library will close at 9:30 p.m., which is more convenient for readers.",
        "120 new seats were added.",
        "Readers can book online.",
        "The curator said that the night service is deeply welcomed by students.",
    ]
    assert page.findtext(".//title") == "City Library Extends Its Opening Hours"
    assert (page.get("lang"), page.get("dir")) == ("en", "ltr")


@pytest.mark.parametrize(
    ("tag", "lang", "direction"),
    [("ar", "ar", "rtl"), ("he", "he", "rtl"), ("zh_Hant", "zh-Hant", "ltr"), ("de", "de", "ltr")],
)
def test_the_page_names_language_and_direction(tag: str, lang: str, direction: str) -> None:
    page = page_of(reviewed(article_of([("一", "x")], langs=("zh", tag))))
    assert (page.get("lang"), page.get("dir")) == (lang, direction)


@pytest.mark.parametrize(
    ("title", "headline"),
    [("The Title", True), ("标题", True), ("  The   Title ", True), ("Another", False), ("", False)],
)
def test_the_first_paragraph_is_a_headline_when_it_is_the_title(title: str, headline: bool) -> None:
    page = page_of(reviewed(article_of([("标题", "The Title"), ("一", "Text.")], title=title)))
    assert len(list(page.iter("h1"))) == headline
    assert len(list(page.iter("p"))) == 2 - headline


def test_hostile_text_is_text_in_the_page() -> None:
    page = page_of(hostile())
    assert {one.tag for one in page.iter()} == set("html head meta title style body article h1 p br".split())  # noqa: SIM905
    assert page.findtext(".//h1") == HOSTILE[0] + " \ufffd"
    texts = [one.text_content() for one in page.iter("p")]
    assert texts[0] == HOSTILE[1]
    assert texts[1] == HOSTILE[2] + " \ufffd"
    assert texts[2] == "control \ufffd\ufffd\ufffd\ufffd\x7f characters"
    assert len(list(page.iter("br"))) == 3 + 4


@pytest.mark.skipif(not CHROMIUM.exists(), reason="no Chromium")
def test_a_browser_runs_nothing_of_the_page(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(export(hostile(), "html", at=AT))
    command = [
        str(CHROMIUM),
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--dump-dom",
        f"file://{tmp_path}/page.html",
    ]
    dom = html.document_fromstring(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    assert not list(dom.iter("script", "img"))
