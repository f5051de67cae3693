"""Edits: they tile both texts and lead from one to the other; and plain changes read as a person would tell them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from review.diff import changes, edits, place_after
from review.types import Span

ALPHABET = "ab c.,  \n\u00a0\u3000中文日本かな'’-é\u0301ก\u200b\U0001f468\u200d\U0001f469\x00"
TEXT = st.text(alphabet=ALPHABET, max_size=40)


def told(before: str, after: str) -> str:
    """The edits in one line: [-gone-]{+new+}."""
    pieces = []
    for edit in edits(before, after):
        old, new = edit.before.of(before), edit.after.of(after)
        gone, came = (f"[-{old}-]" if old else ""), (f"{{+{new}+}}" if new else "")
        pieces.append(old if edit.kind == "equal" else gone + came)
    return "".join(pieces)


def assert_law(before: str, after: str) -> None:
    found = edits(before, after)
    assert "".join(edit.before.of(before) for edit in found) == before
    assert "".join(edit.after.of(after) for edit in found) == after
    rebuilt = (edit.before.of(before) if edit.kind == "equal" else edit.after.of(after) for edit in found)
    assert "".join(rebuilt) == after
    kinds = {(True, True): ("equal", "replace"), (True, False): ("delete",), (False, True): ("insert",)}
    assert all(one.kind == "equal" or other.kind == "equal" for one, other in pairwise(found))
    for edit in found:
        assert edit.kind in kinds[bool(len(edit.before)), bool(len(edit.after))]


@given(TEXT, TEXT)
@settings(max_examples=300)
def test_edits_lead_from_one_text_to_the_other(before: str, after: str) -> None:
    assert_law(before, after)


@given(TEXT)
def test_a_text_differs_from_itself_nowhere(text: str) -> None:
    assert changes(text, text) == ()
    assert "".join(edit.before.of(text) for edit in edits(text, text)) == text


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", "", ""),
        ("", "new", "{+new+}"),
        ("old", "", "[-old-]"),
        ("one", "one two", "one{+ two+}"),
        ("one", " one", "{+ +}one"),
        ("It was was late.", "It was late.", "It [-was -]was late."),
        ("two  blanks", "two blanks", "two [- -]blanks"),
        ("one blank", "one  blank", "one {+ +}blank"),
        ("no\u00a0break", "no break", "no[-\u00a0-]{+ +}break"),
        ("on Monday .", "on Monday.", "on Monday[- -]."),
        ("a b c d", "x y z w", "[-a b c d-]{+x y z w+}"),
        ("don't go", "do not go", "[-don't-]{+do not+} go"),
        ("北京大学", "清华大学", "[-北京-]{+清华+}大学"),
        ("他昨天来了。", "他昨日来了。", "他昨[-天-]{+日+}来了。"),
        ("readers 更方便.", "readers.", "readers[- 更方便-]."),
        ("an \U0001f468\u200d\U0001f469 b", "an \U0001f468\u200d\U0001f467 b", None),
        ("cafe\u0301 noir", "café noir", "[-cafe\u0301-]{+café+} noir"),
    ],
)
def test_edits_read_well(before: str, after: str, expected: str | None) -> None:
    parts = "an [-\U0001f468\u200d\U0001f469-]{+\U0001f468\u200d\U0001f467+} b"
    assert told(before, after) == (parts if expected is None else expected)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a b " * 20_000, "b a " * 20_000),
        ("." * 200_000, "." * 199_999 + "!"),
        ("x" * 500_000, "y"),
        (" " * 50_000, "\n" * 50_000),
        ("a. " * 5_000, "b. a. " * 5_000),
    ],
)
def test_texts_that_would_take_minutes_are_compared_more_coarsely(before: str, after: str) -> None:
    assert_law(before, after)


def test_a_long_text_is_still_compared_by_words() -> None:
    sentences = [f"The {n}th sentence of the long text is about the matter of the day number {n}. " for n in range(900)]
    before = "".join(sentences)
    after = before.replace("The 450th sentence of the long text", "The 450th sentence in the long text")
    assert [(e.before.of(before), e.after.of(after)) for e in changes(before, after)] == [("of", "in")]


@pytest.mark.parametrize(
    ("before", "after", "span", "expected"),
    [
        ("the old library closes", "the library closes", (8, 15), (4, 11)),
        ("the library closes", "the library shuts", (12, 18), None),
        ("the library", "the library", (4, 11), (4, 11)),
        ("图书馆关了", "大图书馆关了", (0, 3), (1, 4)),
        ("gone", "", (0, 4), None),
    ],
)
def test_a_piece_is_found_again_after_edits(
    before: str, after: str, span: tuple[int, int], expected: tuple[int, int] | None
) -> None:
    assert place_after(Span(*span), edits(before, after)) == (Span(*expected) if expected else None)
