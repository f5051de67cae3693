"""What the segmenter knows of each language: tables only, looked up by `rules_of`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from review.languages import UNDETERMINED, language
from review.texts.rules.abbreviations import ABBREVIATIONS, Kind
from review.texts.rules.words import ORDINAL_LANGUAGES, PARTICLES, REPORTING, SPEECH, STARTERS

COMMON_ENDS = ".!?…‼⁇⁈⁉。！？．｡؟۔।॥։።។"


@dataclass(frozen=True, slots=True)
class Rules:
    """The tables of one language.

    `abbreviations` are keyed without spaces and the last stop, in lower case unless only the capitalised word is one;
    `heads` are the dotted beginnings of those of several parts (`z.b`); `starters` are words that, capitalised,
    mostly begin a sentence; `speech` matches a speech tag right after a quotation; `particles` are what continues a
    sentence behind a closing quote in a language without capitals, `reporting` what does behind a bare `？`;
    `ordinals` says that `3.` means `3rd`.
    """

    tag: str
    ends: str
    abbreviations: dict[str, Kind]
    heads: frozenset[str]
    starters: frozenset[str]
    speech: re.Pattern[str] | None
    particles: re.Pattern[str] | None
    reporting: re.Pattern[str] | None
    ordinals: bool
    spaced: bool


@cache
def rules_of(tag: str) -> Rules:
    """The rules of a language by its tag; those of English and the language's own marks where it has no table.

    Raises UnknownLanguage for a tag that is not in the table of languages.
    """
    spoken = language(tag)
    speaking = spoken.tag if spoken.tag in STARTERS or spoken.tag in SPEECH else "en"
    abbreviations = ABBREVIATIONS["en"] | ABBREVIATIONS.get(spoken.tag, {})
    return Rules(
        tag=spoken.tag,
        ends="".join(dict.fromkeys(COMMON_ENDS + spoken.ends.replace("·", ""))),
        abbreviations=abbreviations,
        heads=frozenset(head for key in abbreviations for head in _heads(key)),
        starters=frozenset(STARTERS["en"].split()) | frozenset(STARTERS.get(spoken.tag, "").split()),
        speech=_compiled(SPEECH, speaking),
        particles=_compiled(PARTICLES, spoken.tag),
        reporting=_compiled(REPORTING, spoken.tag),
        ordinals=spoken.tag in ORDINAL_LANGUAGES,
        spaced=spoken.spaced or spoken == UNDETERMINED,
    )


def _compiled(patterns: dict[str, str], tag: str) -> re.Pattern[str] | None:
    return re.compile(patterns[tag]) if tag in patterns else None


def _heads(key: str) -> list[str]:
    """The dotted beginnings of an abbreviation of several parts: `z.b` of `z.b`; `a.m` and `a.m.d` of `a.m.d`."""
    parts = key.split(".")
    return [".".join(parts[:count]) for count in range(2, len(parts) + 1)]
