"""Plain text: nothing is lost, and the file comes back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.errors import UnknownFormat, UnreadableFile
from review.texts.formats import FORMATS, is_pair_table, read_pairs, read_text
from review.texts.formats.plain import write

KEPT = ["a", "a\r\nb\r\n", "a\rb", "\n\n a\u00a0\u200b \n", "\ufeffa", "１\u3000۱\u202bאב\u202c"]


@pytest.mark.parametrize("text", KEPT)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_every_character_is_kept_and_the_file_comes_back(text: str, encoding: str) -> None:
    content = text.removeprefix("\ufeff").encode(encoding)
    read = read_text(content, "a.txt")
    assert read.text == text.removeprefix("\ufeff")
    assert (read.origin.name, read.origin.format, read.origin.encoding) == ("a.txt", "text", encoding)
    assert write(read.text, read.origin) == content


@given(st.text(max_size=60))
def test_the_file_comes_back(text: str) -> None:
    try:
        content = text.encode()
        read = read_text(content, "a.txt")
    except (UnicodeEncodeError, UnreadableFile):
        return
    assert write(read.text, read.origin) == content


@pytest.mark.parametrize("content", [b"", b" \n\t\r\n", "\ufeff\n".encode(), "\u3000".encode()])
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_file_without_text_is_refused(content: bytes, name: str) -> None:
    with pytest.raises(UnreadableFile, match="expected a text"):
        read_text(content, name)


@pytest.mark.parametrize(("name", "pairs"), [("a.CSV", True), ("a.tsv", True), ("x/a.jsonl", True), ("a.txt", False)])
def test_the_name_tells_tables_from_texts(name: str, pairs: bool) -> None:
    assert is_pair_table(name) is pairs


def test_the_wrong_door_is_refused() -> None:
    with pytest.raises(UnknownFormat, match="one text"):
        read_text(b"source,target\na,b\n", "a.csv")
    with pytest.raises(UnknownFormat, match="table of pairs"):
        read_pairs(b"a", "a.txt")


def test_a_name_without_a_known_ending_is_plain_text() -> None:
    assert read_text(b"a", "article").origin.format == "text"
    assert read_text(b"a", "-").text == "a"


def test_no_two_formats_claim_the_same_ending() -> None:
    suffixes = [suffix for form in FORMATS for suffix in form.suffixes]
    assert len(suffixes) == len(set(suffixes))
