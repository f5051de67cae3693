"""What a search finds in texts, and what it says of an expression that is none."""

from __future__ import annotations

import pytest

from review.types import Span
from review.ui.component.search import LONGEST, MOST_SHOWN, Found, Search, found_in

TEXTS = (("1", "图书馆😀开馆。", "The library\nopens (at 9). The Library"), ("2", "", "a" * 400))


def spans(*places: tuple[int, int]) -> tuple[Span, ...]:
    return tuple(Span(*place) for place in places)


@pytest.mark.parametrize(
    ("search", "places"),
    [
        (Search("library"), {"1": {"target": spans((4, 11), (30, 37))}}),
        (Search("Library", case=True), {"1": {"target": spans((30, 37))}}),
        (Search("馆", "source"), {"1": {"source": spans((2, 3), (5, 6))}}),
        (Search("馆", "target"), {}),
        (Search("(at 9)."), {"1": {"target": spans((18, 25))}}),
        (
            Search(r"^opens|\p{Han}+", is_regex=True),
            {"1": {"source": spans((0, 3), (4, 6)), "target": spans((12, 17))}},
        ),
        (Search("^$", is_regex=True), {"2": {"source": ()}}),
        (Search("x*", "source", is_regex=True), {"1": {"source": ()}, "2": {"source": ()}}),
        (
            Search("a", "target"),
            {
                "2": {"target": spans(*((n, n + 1) for n in range(MOST_SHOWN)))},
                "1": {"target": spans((8, 9), (19, 20), (34, 35))},
            },
        ),
    ],
)
def test_places(search: Search, places: dict[str, dict[str, tuple[Span, ...]]]) -> None:
    assert found_in(TEXTS, search) == Found(places)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("lib(", "missing ): lib("),
        ("[", "missing ]: ["),
        ("a**b", "bad repetition operator: **"),
        ("(?=x)", "invalid perl operator: (?="),
        ("a{99999}", "invalid repetition size: {99999}"),
        ("x" * (LONGEST + 1), f"longer than {LONGEST} characters"),
    ],
)
def test_what_is_no_expression_is_said(text: str, said: str) -> None:
    assert found_in(TEXTS, Search(text, is_regex=True)) == Found(error=f"This is no regular expression: {said}.")


def test_half_a_character_is_said() -> None:
    assert found_in(TEXTS, Search("\ud83d")).error == "Half a character cannot be looked for."


@pytest.mark.parametrize("text", ["(a+)+$b", "(a|aa)+$b", "(.*a){25}b", "(x+x+)+y", "(?:a?){200}a{200}b"])
def test_no_expression_takes_longer_than_its_text_is_long(text: str) -> None:
    long = (("1", "", "a" * 200_000),)
    assert found_in(long, Search(text, is_regex=True)) == Found()
