"""An obligation turned into a permission, a prohibition into a mere "need not", and the other way round.

A modal word of the translation is marked when the source has one force only (it obliges, permits, spares or forbids)
and the translation, without a word for that force, has a word for the contrary one. Misses a modal that is simply
left out, clauses of several forces, long texts, and weaker shifts such as must to should.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from review.checks.base import Check, Example
from review.checks.reading.glance import lowered
from review.checks.reading.modal_words import FORCES, MODALS, Force
from review.checks.reading.remembered import TEXTS
from review.checks.reading.tongue import is_cjk, tongue
from review.types import Mark, Pair, Span

SCORE = 0.7
LONGEST = 600
"""Code points up to which the modal words of two texts are taken to answer to each other."""
CONTRARY: dict[Force, frozenset[Force]] = {
    "must": frozenset({"may", "need not"}),
    "may": frozenset({"must", "must not"}),
    "need not": frozenset({"must", "must not"}),
    "must not": frozenset({"must", "may", "need not"}),
}
SAID = {"must": "obliges", "may": "permits", "need not": "says that nothing obliges", "must not": "forbids"}


def find(pair: Pair) -> Iterator[Mark]:
    if max(len(pair.source), len(pair.target)) > LONGEST:
        return
    wanted = forces(pair.source, pair.source_lang)
    if len(wanted) != 1 or not (given := forces(pair.target, pair.target_lang)):
        return
    [(force, place)] = wanted.items()
    contrary = [span for other, span in given.items() if other in CONTRARY[force]]
    if not contrary or force in given or _answers(force, pair, contrary[0]):
        return
    span, said = contrary[0], place.of(pair.source)
    other = next(other for other, place in given.items() if place == span)
    reason = f"The source {SAID[force]} ({said}), the translation {SAID[other]} ({span.of(pair.target)})."
    yield Mark(span, reason, expected=said, found=span.of(pair.target), counterpart=place, score=SCORE)


@lru_cache(TEXTS)
def forces(text: str, lang: str) -> Mapping[Force, Span]:
    """The forces that the text surely has, each with the place of its first word."""
    found: dict[Force, Span] = {}
    for match in _strict(tongue(lang).tag).finditer(lowered(text)):
        found.setdefault(FORCES[(match.lastindex or 1) - 1], Span(*match.span()))
    return found


def _answers(force: Force, pair: Pair, contrary: Span) -> bool:
    """Whether the translation can render the force by a word outside the contrary one."""
    pattern = _loose(tongue(pair.target_lang).tag, FORCES.index(force))
    rest = pair.target[: contrary.start], pair.target[contrary.end :]
    return any(pattern.search(lowered(part)) for part in rest)


@lru_cache(maxsize=64)
def _strict(tag: str) -> re.Pattern[str]:
    return _compiled(tag, "|".join(f"({pattern})" for pattern in MODALS[tag].strict))


@lru_cache(maxsize=256)
def _loose(tag: str, force: int) -> re.Pattern[str]:
    return _compiled(tag, MODALS[tag].loose[force])


def _compiled(tag: str, choices: str) -> re.Pattern[str]:
    edge = "" if is_cjk(tag) else r"\b"
    return re.compile(f"{edge}(?:{choices}){edge}")


CHECK = Check(
    id="modality",
    name="Obligation or permission changed",
    description="A must that became a may, a may not that became a need not, or the other way round.",
    category="accuracy/mistranslation",
    its="mistranslation",
    severity="major",
    score=SCORE,
    version=1,
    find=find,
    source_langs=tuple(MODALS),
    target_langs=tuple(MODALS),
    examples=(
        Example("参观者必须登记。", "Visitors are allowed to register.", ("are allowed to",)),
        Example("库房内不得存放汽油。", "Petrol need not be kept in the storeroom.", ("need not",)),
        Example("会员可以借阅三本书。", "Members must borrow three books.", ("must",)),
        Example("Besucher müssen sich anmelden.", "Visitors may register.", ("may",), "de", "en"),
        Example("Le visiteur doit payer.", "The visitor does not have to pay.", ("does not have to",), "fr", "en"),
        Example("参观者必须登记。", "Visitors need to register."),
        Example("库房内不得存放汽油。", "No petrol shall be kept in the storeroom."),
        Example("会员可以借阅三本书。", "Members may borrow three books."),
        Example("Besucher dürfen nur bar zahlen.", "Visitors can pay in cash only.", (), "de", "en"),
    ),
)
