"""How long a text is, in the unit that penalties are counted by."""

from __future__ import annotations

import re

from review.languages import Language

WORD = re.compile(r"\w+(?:['’-]\w+)*")
CHARACTER = re.compile(r"\w")
SMALLEST_SAMPLE = {"words": 500, "characters": 1000}
"""Under which no verdict on a system should be based on its scores: 500 to 20,000 words are customary; unspaced scripts
are counted by characters, about two to a word."""


def unit_of(lang: Language) -> str:
    """What texts of a language are counted by: words, or characters where words are not parted by spaces."""
    return "words" if lang.spaced else "characters"


def size(text: str, lang: Language) -> int:
    """The words of a text, or its letters and figures where words are not parted by spaces."""
    return len((WORD if lang.spaced else CHARACTER).findall(text))
