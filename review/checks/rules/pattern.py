"""The language that rules are written in: regular expressions with word classes, verbs in all forms, and free spaces.

`{noun}` stands for any word of a class, `<carry>` for any form of a verb, and a space for white space within a line.
A pattern matches whole words, in capitals or not.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import regex

from review.checks.rules.parts import SET, begins_with_word
from review.checks.rules.tables import CLASSES
from review.checks.rules.verbs import all_forms

CLASS = regex.compile(r"\{([a-z_]+)\}")
VERB = regex.compile(r"(?<![?\\PgkK&])<([a-z]+)>")
SPACE = regex.compile(rf"{SET.pattern}| (?<optional>[?*+]?)")
"""A set, in which a space is one, or a space and how often it may stand."""
WORD_START = r"\b(?<!['’-])"
SOME_START = r"(?!(?<=[\w'’-])\w)"
"""The same, where a match may begin with a sign, behind which no word has to begin."""
UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]")


@lru_cache(maxsize=2048)
def compiled(pattern: str, *, case: bool = False) -> regex.Pattern[str]:
    """The pattern as a regular expression that matches whole words, in a script that parts them.

    Raises ValueError for a class that is not known, regex.error for what is no regular expression.
    """
    body = SPACE.sub(_spaces, expanded(pattern))
    start = WORD_START if begins_with_word(pattern) else SOME_START
    whole = body if UNSPACED.search(pattern) else rf"{start}(?:{body})(?!(?<=\w)[\w-])"
    return regex.compile(whole, 0 if case else regex.IGNORECASE)


def expanded(pattern: str) -> str:
    """The pattern with its classes and verbs written out. Raises ValueError for a class that is not known."""
    with_words = CLASS.sub(lambda name: _any_of(words_of_class(name[1])), pattern)
    return VERB.sub(lambda verb: _any_of(all_forms(verb[1])), with_words)


def words_of_class(name: str) -> tuple[str, ...]:
    """The words of a class. Raises ValueError for one that is not known."""
    if name not in CLASSES:
        raise ValueError(f"the word class {{{name}}} is not known; expected one of {', '.join(sorted(CLASSES))}")
    return tuple(word.replace("_", " ") for word in CLASSES[name])


def _spaces(found: regex.Match[str]) -> str:
    if found.group().startswith("["):
        return found.group().replace(" ", " \u00a0")
    return r"[ \u00a0]" + (found["optional"] or "++")


def _any_of(words: Sequence[str]) -> str:
    return f"(?:{'|'.join(words)})"
