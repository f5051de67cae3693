from __future__ import annotations

import re
import sys

import regex
from hypothesis import given
from hypothesis import strategies as st

from review.checks.reading import content, glance, words
from review.checks.reading.letters import LETTERS, is_plain

PLAIN = [sign for sign in map(chr, range(sys.maxunicode + 1)) if is_plain(sign)]
ALONE = regex.compile(r"\p{L}")


def test_the_letters_are_those_of_plain_texts_in_either_case() -> None:
    letter = re.compile(f"[{LETTERS}]")
    told = [sign for sign in PLAIN if letter.match(sign)]
    assert told == [sign for sign in PLAIN if ALONE.match(sign)] == [sign for sign in PLAIN if sign.isalpha()]
    assert all(is_plain(sign.lower()[0]) for sign in told)
    assert [sign for sign in PLAIN if sign.isalnum() and not sign.isalpha()] == [*"0123456789"]
    assert not any(regex.match(r"\p{M}", sign) for sign in PLAIN)


@given(st.text(st.sampled_from(PLAIN)))
def test_in_a_plain_text_both_patterns_find_the_same(text: str) -> None:
    assert words.PLAIN_WORD.findall(text) == words.WORD.findall(text)
    assert glance.PLAIN_RUN.findall(text) == glance.RUN.findall(text)
    assert content.PLAIN_THEIRS.findall(text) == content.THEIRS.findall(text)
