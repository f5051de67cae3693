"""The language of a text for checks, where a tag that is not in the table is no error."""

from __future__ import annotations

from functools import lru_cache

from review.errors import UnknownLanguage
from review.languages import UNDETERMINED, Language, language

CJK_SCRIPTS = frozenset({"Han", "Hiragana", "Katakana", "Hangul"})


@lru_cache(maxsize=256)
def tongue(tag: str) -> Language:
    """The language of a tag; the undetermined one for a tag that is not in the table."""
    try:
        return language(tag)
    except UnknownLanguage:
        return UNDETERMINED


def same_language(one: str, other: str) -> bool:
    """Whether two tags name one language; two that nobody could tell count as one."""
    return tongue(one).tag == tongue(other).tag


def share_script(one: str, other: str) -> bool:
    """Whether two languages are written in a common script."""
    return not set(tongue(one).scripts).isdisjoint(tongue(other).scripts)


def is_cjk(tag: str) -> bool:
    """Whether the language is written with the wide marks of East Asia."""
    return not CJK_SCRIPTS.isdisjoint(tongue(tag).scripts)


def is_spaced(tag: str) -> bool:
    """Whether words are parted by spaces; a language that nobody could tell is not taken for one."""
    return bool(tongue(tag).scripts) and tongue(tag).spaced
