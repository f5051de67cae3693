"""English clauses between commas, as far as their first words and commonest verbs tell them."""

from __future__ import annotations

import regex

from review.checks.reading.words import listed
from review.types import Span

LONGEST = 400
"""Code points that are looked back over for the beginning of a sentence."""
NEGATED = listed("isn aren wasn weren doesn didn don hasn haven hadn can couldn won wouldn shouldn")
COMMON_VERBS = listed("""am is are was were has have had does do did can cannot could will would should must may feel
feels felt look looks seem seems smell smells taste tastes like likes liked need needs make makes made came went bought
got used works work worked""")
BREAK = regex.compile(r"[,;:](?=\s|$)|[.!?](?=[\s\"”’)]|$)|[—–()\n“”]")
STOP = regex.compile(r"[.!?;](?=[\s\"”’)]|$)|\n")
LAST_ITEM, CONJUNCTION = regex.compile(r", (?:and|or|etc)\b"), regex.compile(r"\b(?:and|or|as well as)\b")
VERBS = "|".join((*COMMON_VERBS, *(f"{verb}n?['’]t" for verb in NEGATED)))
"""Verbs by which a clause is known; most in everyday texts are among them."""
PARTING = regex.compile(r"[.;:!?…—–()\[\]“”\"\n]")
FINITE = regex.compile(rf"\b(?:{VERBS})\b|['’](?:s|re|m) ", regex.I)
DEPENDENT = regex.compile(
    r"\b(?:(?:first|last|next|every|each|any) time|the moment|"
    r"if|when|whenever|while|although|though|because|since|as|after|before|once|unless|until|whether|where|"
    r"wherever|whatever|whoever|however|that|who|which|what|how|no matter|even|according|given|despite|not only|"
    r"the more|sure|say|says|said|think|thinks|know|believe|hope|guess|afraid)\b",
    regex.I,
)
"""Words that make a clause lean on another."""
OPENING = regex.compile(r"\s*(?:to|in|on|at|by|for|from|with|without|of|and|but|or|so|then|now|\p{L}+ing)\b", regex.I)
"""Words that no subject begins with."""


def clause_before(text: str, comma: int) -> str:
    """What stands before a comma, back to the last sign that parts sentences."""
    first = max(0, comma - LONGEST)
    return text[max((stop.end() for stop in PARTING.finditer(text, first, comma)), default=first) : comma]


def is_sentence(clause: str) -> bool:
    """Whether what stands behind its last comma is a sentence of its own: subject, verb, nothing that leans on more."""
    last, head = clause.rsplit(",", 1)[-1], clause.split(",", 1)[0]
    if OPENING.match(last) or DEPENDENT.search(last) or DEPENDENT.match(head.lstrip()):
        return False
    verb = FINITE.search(last)
    return verb is not None and bool(last[: verb.start()].strip())


def clause_behind(text: str, comma: int) -> Span:
    """From a comma to the next sign that parts clauses."""
    stop = BREAK.search(text, comma + 1)
    return Span(comma, stop.start() if stop else len(text))


def is_listed(text: str, clause: Span) -> bool:
    """Whether a clause may be an item of a list: `and` or `or` stands in it, or in the last one of the sentence."""
    stop = STOP.search(text, clause.end)
    end = stop.start() if stop else len(text)
    last = max(clause.start, text.rfind(",", clause.start, end))
    joined = CONJUNCTION.search(text, clause.start, clause.end) or CONJUNCTION.search(text, last, end)
    return joined is not None or ends_a_list(text, clause.start + 1)


def ends_a_list(text: str, place: int) -> bool:
    """Whether the sentence goes on from there to a comma with `and` or `or`."""
    end = STOP.search(text, place)
    return LAST_ITEM.search(text, place, end.start() if end else len(text)) is not None
