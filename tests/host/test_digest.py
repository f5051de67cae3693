"""Digests: every word is found again, no other is, and a file that is not whole is made again."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.host.cachefolder import write_whole
from review.host.digest import Digest, digested, kept

WORDS = st.text(st.characters(exclude_characters="\t\n"), max_size=4)
PROCESSES = 4
SHARED = """
import sys
from review.host.cachefolder import write_whole
from review.host.digest import kept
sys.stdin.readline()
digest = kept("words", "1", lambda: {str(number): str(-number) for number in range(50_000)})
assert all(digest.get(str(number)) == str(-number) for number in range(50_000))
"""
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


def test_processes_that_make_it_at_once_share_one_whole_file(cache: Path) -> None:
    command = [sys.executable, "-c", SHARED]
    running = [subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(PROCESSES)]
    for process in running:
        assert process.stdin is not None
        process.stdin.write(b"\n")
        process.stdin.flush()
    assert [(process.communicate()[1], process.returncode) for process in running] == [(b"", 0)] * PROCESSES
    assert len(list(cache.iterdir())) == 1


def test_a_file_that_cannot_be_put_there_leaves_nothing_behind(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.mkdir()
    with pytest.raises(OSError, match="taken"):
        write_whole(taken, b"content")
    assert list(tmp_path.iterdir()) == [taken]
