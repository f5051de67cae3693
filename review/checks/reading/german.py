"""German number words, which are written as one."""

from __future__ import annotations

from functools import lru_cache

import regex

from review.checks.reading import number_words as known

GERMAN = regex.compile(
    r"(?:(?P<thousands>\p{L}{0,24}?)tausend(?:und)?)?(?:(?P<hundreds>ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)?"
    r"(?P<hundred>hundert)(?:und)?)?(?P<rest>\p{L}{0,24}?)(?P<ending>(?:s?te[nmrs]?|fach(?:e[nrms]?)?|er|mal|jährige[nrms]?|prozentige[nrms]?))?"
)
GERMAN_REST = regex.compile(r"(?P<one>ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)und(?P<ten>\p{L}+)")


@lru_cache(maxsize=4096)
def value(word: str) -> float | None:
    """The value of a German number word written as one: zweihundertfünfzig, einundzwanzigste; None for others."""
    if len(word) > 48:
        return None
    found = GERMAN.fullmatch(word)
    if found is None:
        return None
    small = _german_small(found["rest"])
    if small is None:
        return None
    thousands = value(found["thousands"]) if found["thousands"] else 1.0
    if thousands is None:
        return None
    has_thousands = found["thousands"] is not None
    hundreds = known.CARDINALS["de"].get(found["hundreds"] or "ein", 1) * 100.0 if found["hundred"] else 0.0
    number = (thousands * 1000 if has_thousands else 0.0) + hundreds + small
    return number or None


def _german_small(rest: str) -> float | None:
    if not rest:
        return 0.0
    table = known.CARDINALS["de"]
    if rest in table:
        return float(table[rest])
    if (found := GERMAN_REST.fullmatch(rest)) and found["ten"] in table:
        return float(table[found["one"]] + table[found["ten"]])
    return None
