"""Terms put on a glossary and taken off again."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.checks.project import Term
from review.checks.project.reading import read_glossary
from review.checks.project.writing import add_term, withdraw_term
from review.errors import UnreadableFile

NIGHT = Term("夜校", ("evening school",), ("night school",), note="since 2020")
BIKE = Term("单车", ("bike", "bicycle"))
MASSES = Term("", ("people",), ("the masses",), case_sensitive=True)
HOSTILE = Term("<img src=x onerror=alert(1)>", ('=1+1,"x"',), note="'; DROP TABLE")


@pytest.mark.parametrize(
    ("name", "before"),
    [
        ("new.tsv", None),
        ("empty.tsv", ""),
        ("plain.tsv", "校\tcampus"),
        ("plain.txt", "# ours\r\n校\tcampus\r\n"),
        ("headed.tsv", "note\tforbidden\tpreferred\tsource\tcase\n\t\tcampus\t校\n"),
        ("short.tsv", "Term\tTarget\r\n校\tcampus\r\n"),
        ("a.csv", '\ufeffsource,preferred,forbidden,case,note\n校,"campus, big",,,"one\ntwo"\n'),
    ],
)
def test_terms_are_added_and_taken_off_again(tmp_path: Path, name: str, before: str | None) -> None:
    path = tmp_path / "folder" / name
    if before is not None:
        path.parent.mkdir()
        path.write_text(before, encoding="utf-8", newline="")
    old = read_glossary(path, "zh", "en").terms if path.exists() else ()
    new = (NIGHT, BIKE, MASSES, HOSTILE)
    assert [add_term(path, term) for term in new] == [True] * 4
    assert read_glossary(path, "zh", "en").terms == (*old, *new)
    assert not add_term(path, BIKE)
    assert [withdraw_term(path, term) for term in (BIKE, BIKE)] == [True, False]
    assert read_glossary(path, "zh", "en").terms == (*old, NIGHT, MASSES, HOSTILE)
    assert {each.name for each in path.parent.iterdir()} == {name, f".{name}.lock"}


def test_what_was_written_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text("# our terms\n\n校\t campus \n", encoding="utf-8")
    add_term(path, Term("班", ("class",)))
    withdraw_term(path, Term("班", ("class",)))
    assert path.read_text(encoding="utf-8").endswith("# our terms\n\n校\t campus \n")


@pytest.mark.parametrize(
    ("name", "before", "term", "expected"),
    [
        ("a.tbx", "<tbx/>", BIKE, "only read"),
        ("a.tsv", "", Term("a\tb", ("c",)), "without tabs"),
        ("a.tsv", "", Term("a\nb\tc", ("c",)), "rows of a source term"),
        ("a.tsv", "", Term("#a", ("c",)), "without tabs"),
        ("a.tsv", "", Term("a", ("c|d",)), "without tabs"),
        ("a.csv", "", Term("a", (" c",)), "without tabs"),
        ("a.tsv", "", Term("a"), "rows of a source term"),
        ("a.tsv", "a\n", BIKE, "rows of a source term"),
    ],
)
def test_what_cannot_be_written_leaves_the_file(
    tmp_path: Path, name: str, before: str, term: Term, expected: str
) -> None:
    path = tmp_path / name
    path.write_text(before, encoding="utf-8")
    with pytest.raises(UnreadableFile, match=expected):
        add_term(path, term)
    assert path.read_text(encoding="utf-8") == before


def test_a_glossary_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UnreadableFile, match="a file to write to"):
        add_term(tmp_path / "file" / "a.tsv", BIKE)


def test_ten_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    terms = [Term(f"词{n}", (f"word {n}",)) for n in range(10)]
    threads = [Thread(target=add_term, args=(path, term)) for term in terms]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert set(read_glossary(path, "zh", "en").terms) == set(terms)


def test_processes_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    terms = [Term(f"词{n}", (f"word {n}",)) for n in range(12)]
    with ProcessPoolExecutor(3, mp_context=get_context("spawn")) as processes:
        assert all(processes.map(add_term, [path] * len(terms), terms))
    assert set(read_glossary(path, "zh", "en").terms) == set(terms)


@given(st.text(max_size=8), st.text(max_size=8), st.sampled_from(["a.tsv", "a.csv"]))
def test_what_is_written_reads_back_or_is_refused(source: str, form: str, name: str) -> None:
    with TemporaryDirectory() as folder:
        path, term = Path(folder) / name, Term(source, (form,))
        try:
            add_term(path, term)
        except UnreadableFile:
            assert not path.exists()
            assert not (source.isalpha() and form.isalpha())
        else:
            assert read_glossary(path, "zh", "en").terms == (term,)
