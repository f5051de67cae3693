"""A file is held by one at a time, and is whole whenever it is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from review.errors import UnreadableFile
from review.host import held as module
from review.host.held import held, write_held


def test_who_comes_too_early_is_told_after_a_while(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "folder" / "glossary.tsv"
    with held(path):
        monkeypatch.setattr(module, "PATIENCE", 0.0)
        with pytest.raises(UnreadableFile, match="somebody else is writing"), held(path):
            pytest.fail("held twice")
    with held(path), held(path.with_name("other.tsv")):
        write_held(path, "one\n")
    assert path.read_text() == "one\n"


def test_a_file_is_let_go_when_writing_fails(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    with pytest.raises(ValueError, match="no"), held(path):
        raise ValueError("no")
    with held(path):
        write_held(path, "")
    assert [each.name for each in tmp_path.iterdir() if not each.name.startswith(".")] == ["a.tsv"]


def test_a_place_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    path = tmp_path / "file" / "a.tsv"
    with pytest.raises(UnreadableFile, match="a file to write to"):
        write_held(path, "")
    with pytest.raises(UnreadableFile, match="a file to write to"), held(path):
        pytest.fail("held")
