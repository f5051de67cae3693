"""Digests: every word is found again, no other is, and a file that is not whole is made again."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.digest import Digest, digested, kept

WORDS = st.text(st.characters(exclude_characters="\t\n"), max_size=4)
KNOWN = st.dictionaries(WORDS, st.text(st.characters(exclude_characters="\n"), min_size=1))


@pytest.fixture
def cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The cache folder, which is not there yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "mtreview"


def unasked() -> dict[str, str]:
    raise AssertionError("it is kept already")


@given(KNOWN, WORDS)
def test_what_is_known_is_found_and_nothing_else(known: dict[str, str], word: str) -> None:
    digest = Digest(digested(known))
    assert {word: digest.get(word) for word in known} == known
    assert digest.get(word) == known.get(word, "")


def test_a_crowded_table_is_found_whole() -> None:
    known = {str(number): f"{number}\t{number}" for number in range(5000)}
    digest = Digest(digested(known))
    assert all(digest.get(word) == content for word, content in known.items())
    assert not any(digest.get(str(number)) for number in range(5000, 10_000))


def test_it_is_made_once_and_again_for_another_stamp(cache: Path) -> None:
    assert kept("words", "1", lambda: {"a": "one"}).get("a") == "one"
    assert kept("words", "1", unasked).get("a") == "one"
    assert kept("words", "2", lambda: {"a": "two"}).get("a") == "two"
    assert len(list(cache.iterdir())) == 2


@pytest.mark.parametrize("left", [0, 3, 40], ids=["nothing", "no head", "half"])
def test_a_broken_file_is_made_again(cache: Path, left: int) -> None:
    kept("words", "1", lambda: {"a": "one"})
    (made,) = cache.iterdir()
    made.write_bytes(made.read_bytes()[:left])
    assert kept("words", "1", lambda: {"a": "one"}).get("a") == "one"
    assert kept("words", "1", unasked).get("a") == "one"


def test_a_folder_that_cannot_be_written_is_gone_without(cache: Path) -> None:
    cache.write_text("a file where the folder would be", encoding="utf-8")
    assert kept("words", "1", lambda: {"a": "one"}).get("a") == "one"
