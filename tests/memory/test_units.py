"""The translation memory: which earlier segments are told, in which order, and when an article is read again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.judgements import Correction, StatusChange
from review.memory.units import LEAST, MOST, Memory, Shelf, Stamp, fold, shelf_of
from tests.reviewed import article_of, reviewed

ZH = ("zh", "en")
SIDES = (
    ("图书馆每晚闭馆。", "The library closes."),
    ("图书馆每晚开馆。", "The library opens."),
    ("读者更方便。", "More convenient."),
    ("馆长讲话。", "The curator speaks."),
)
ACTS = (
    (1, "ana", Correction("The library closes every evening.")),
    (2, "bo", Correction("The library opens every evening.")),
    (3, "bo", StatusChange("approved")),
)


def memory_of(*names: str) -> Memory:
    """A memory of articles that are alike but for their ids."""
    return Memory({name: shelf_of(reviewed(article_of(SIDES, title=name, article_id=name), ACTS)) for name in names})


def texts(memory: Memory, source: str, but: tuple[str, ...] = ()) -> list[str]:
    return [match.unit.text for match in memory.like(source, ZH, but=but)]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("图书馆每晚闭馆。", ["The library closes every evening.", "The library opens every evening."]),
        ("图书馆每晚开馆。", ["The library opens every evening.", "The library closes every evening."]),
        ("读者更方便！", ["More convenient."]),
        ("馆长讲话。", []),  # nobody stands behind it
        ("完全不同的句子。", []),
        ("", []),
    ],
)
def test_the_most_like_come_first(source: str, found: list[str]) -> None:
    assert texts(memory_of("a"), source) == found


def test_a_match_says_where_it_is_from_and_whose_it_is() -> None:
    (match,) = memory_of("a").like("读者更方便。", ZH)
    assert (match.similarity, match.unit.title, match.unit.number, match.unit.status) == (1.0, "a", 3, "approved")
    first = memory_of("a").like("图书馆每晚闭馆。", ZH)[0].unit
    assert first.by == "ana"
    assert first.at is not None


def test_equal_pairs_of_texts_are_told_once_and_the_pair_itself_is_left_out() -> None:
    assert texts(memory_of("a", "b"), "读者更方便。") == ["More convenient."]
    assert texts(memory_of("a"), "读者更方便。", ("a-3",)) == []
    assert texts(memory_of("a", "b"), "读者更方便。", ("a-3",)) == ["More convenient."]


def test_other_languages_are_another_memory() -> None:
    assert memory_of("a").like("读者更方便。", ("ja", "en")) == ()


@given(
    st.lists(st.text(alphabet="ab 一二", max_size=6), min_size=1, max_size=30), st.text(alphabet="ab 一二", max_size=6)
)
def test_matches_are_like_enough_and_few(sources: list[str], wanted: str) -> None:
    article = article_of([(source or "x", "mt") for source in sources])
    acts = [(n, "ana", Correction(f"text {n}")) for n in range(1, len(sources) + 1)]
    found = Memory({"a": shelf_of(reviewed(article, acts))}).like(wanted, ZH)
    assert len(found) <= MOST
    assert all(LEAST <= match.similarity <= 1 for match in found)
    assert list(found) == sorted(found, key=lambda match: -match.similarity)
    assert all((match.similarity == 1) == (match.unit.folded == fold(wanted)) for match in found)


def test_only_articles_that_were_judged_are_read_again() -> None:
    read: list[str] = []

    def shelf(name: str, stamp: Stamp) -> Shelf:
        read.append(name)
        return Shelf(ZH, (), stamp)

    def after(memory: Memory, **stamps: int) -> Memory:
        read.clear()
        return memory.renewed({name: (stamp,) for name, stamp in stamps.items()}, shelf)

    first = after(Memory(), a=0, b=0)
    assert read == ["a", "b"]
    assert after(first, a=0, b=0) is first
    second = after(first, a=0, b=7)
    assert read == ["b"]
    assert after(second, a=0, b=7) is second
    assert set(after(second, b=7, c=0).shelves) == {"b", "c"}
    assert read == ["c"]


@pytest.mark.parametrize(("one", "other"), [("Ａ B", "a b"), (" a\u3000b\n", "A b"), ("①", "1"), ("STRASSE", "straße")])
def test_width_case_and_white_space_do_not_count(one: str, other: str) -> None:
    assert fold(one) == fold(other)
