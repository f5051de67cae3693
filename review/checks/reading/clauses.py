"""English clauses between commas, as far as their first words and commonest verbs tell them."""

from __future__ import annotations

import regex

from review.checks.reading.words import listed

LONGEST = 400
"""Code points that are looked back over for the beginning of a sentence."""
NEGATED = listed("isn aren wasn weren doesn didn don hasn haven hadn can couldn won wouldn shouldn")
COMMON_VERBS = listed("""am is are was were has have had does do did can cannot could will would should must may feel
feels felt look looks seem seems smell smells taste tastes like likes liked need needs make makes made came went bought
got used works work worked""")
VERBS = "|".join((*COMMON_VERBS, *(f"{verb}n?['’]t" for verb in NEGATED)))
"""Verbs by which a clause is known; most in everyday texts are among them."""
PARTING = regex.compile(r"[.;:!?…—–()\[\]“”\"\n]")
FINITE = regex.compile(rf"\b(?:{VERBS})\b|['’](?:s|re|m) ", regex.I)
DEPENDENT = regex.compile(
    r"\b(?:if|when|whenever|while|although|though|because|since|as|after|before|once|unless|until|whether|where|"
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
