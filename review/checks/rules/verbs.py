"""The forms of English verbs: the regular ones by rule, the others from the table in `words.toml`."""

from __future__ import annotations

import re
from functools import lru_cache

from review.checks.rules.tables import DOUBLED, IRREGULAR

FORMS = ("base", "s", "past", "participle", "ing")
ES = re.compile(r"(?:[sxz]|ch|sh|[^aeiou]o)$")
CONSONANT_Y = re.compile(r"[^aeiou]y$")
SILENT_E = re.compile(r"[^eoy]e$")
PERFECT = re.compile(
    r"\b(?:ha(?:s|ve|d|ving)|be(?:en|ing)?|is|are|was|were|get|gets|got)(?: (?:not|also|\w+ly))*\s*$", re.I
)
"""What stands before a participle."""


@lru_cache(maxsize=1024)
def forms(verb: str) -> dict[str, str]:
    """All forms of a verb by their names; of a verb with a particle the particle stays: carry out, carried out."""
    lemma, space, particle = verb.partition(" ")
    past, participle = IRREGULAR.get(lemma, (_past(lemma),) * 2)
    return {
        name: form + space + particle
        for name, form in zip(FORMS, (lemma, _third(lemma), past, participle, _ing(lemma)), strict=True)
    }


def all_forms(verb: str) -> tuple[str, ...]:
    """The different forms of a verb, in the order of their names."""
    return tuple(dict.fromkeys(forms(verb).values()))


def form_of(word: str, before: str = "") -> str:
    """The name of the form that a verb stands in; `before` is the text before it, which tells participle from past.

    A form that looks like the base counts as the base.
    """
    lower = word.lower().split(" ")[0]
    if lower in _PARTICIPLES and (lower not in _PASTS or PERFECT.search(before)):
        return "participle"
    if lower in _PASTS:
        return "past"
    if lower.endswith("ed") and not lower.endswith("eed"):
        return "participle" if PERFECT.search(before) else "past"
    if lower.endswith("ing"):
        return "ing"
    return "s" if lower.endswith("s") and not lower.endswith("ss") else "base"


def _third(lemma: str) -> str:
    if ES.search(lemma):
        return lemma + "es"
    return lemma[:-1] + "ies" if CONSONANT_Y.search(lemma) else lemma + "s"


def _past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if CONSONANT_Y.search(lemma):
        return lemma[:-1] + "ied"
    return _doubled(lemma) + "ed"


def _ing(lemma: str) -> str:
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    return (lemma[:-1] if SILENT_E.search(lemma) else _doubled(lemma)) + "ing"


def _doubled(lemma: str) -> str:
    return lemma + lemma[-1] if lemma in DOUBLED else lemma


_PASTS = {past for lemma, (past, _) in IRREGULAR.items() if past != lemma}
_PARTICIPLES = {participle for lemma, (_, participle) in IRREGULAR.items() if participle != lemma}
