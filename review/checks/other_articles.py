"""A sentence, a person, a quoted term or a body that another article of the project renders otherwise.

What a reviewer has corrected or approved in any article is right, and among such, or among the machine's translations
of articles that were added before, what most of them have. A sentence that shares half of its words with the precedent
is marked where it differs. Capitals, spaces and marks do not count, nor does a term that is merely shortened.

Misses what is written or named a little differently, and persons and bodies other than from Chinese. It knows nothing
until the project has another article, and runs where articles are looked at together: in the workbench, not over a file
of pairs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from review.checks.base import Check, Example
from review.checks.project.precedents import Precedent, Precedents
from review.checks.reading.twice import differing
from review.checks.reading.usages import Usage, usages
from review.types import Mark, Pair, Span

SETTLED = 0.8
"""Score where a reviewer stands behind the other rendering."""


def find(precedents: Precedents, pair: Pair) -> Iterator[Mark]:
    for usage in usages(pair) if precedents.of else ():
        known = precedents.of.get(usage.key)
        if known and usage.differs(known.text):
            if usage.kind == "sentence":
                # What it names differs with it, and is not told again.
                yield from _sentence(usage, known)
                return
            yield _named(usage, known)


def _sentence(usage: Usage, known: Precedent) -> Iterator[Mark]:
    for own, other in differing(usage.text, known.text):
        expected, said = other.of(known.text), "" if len(other) == len(known.text) else f": “{known.text}”"
        reason = f"“{known.article}” translates the same sentence otherwise{said}.{_stood(known)}"
        yield _mark(own.moved(usage.target.start), reason, expected, usage, known, "fluency/inconsistency")


def _named(usage: Usage, known: Precedent) -> Mark:
    reason = f"{usage.written} is {known.text} in “{known.article}”; here it is {usage.text}.{_stood(known)}"
    return _mark(usage.target, reason, known.text, usage, known)


def _mark(span: Span, reason: str, expected: str, usage: Usage, known: Precedent, category: str = "") -> Mark:
    return Mark(
        span,
        reason,
        fixes=(expected,),
        expected=expected,
        found=span.moved(-usage.target.start).of(usage.text),
        counterpart=usage.source,
        category=category,
        score=SETTLED if known.settled else None,
    )


def _stood(known: Precedent) -> str:
    return " A reviewer has settled it there." if known.settled else ""


EXAMPLE = Precedents(
    {
        ("sentence", "请在入口处出示门票"): Precedent("Please show your ticket at the entrance.", "Opening hours"),
        ("person", "许维中"): Precedent("Hsu Wei-chung", "A new director", settled=True),
        ("term", "城墙下"): Precedent("Under the City Wall", "Films in May"),
        ("body", "明德大学"): Precedent("Mingde University", "Films in May"),
    }
)
EXAMPLES = (
    Example(
        "请在入口处出示门票。",
        "Please show your card at the entrance.",
        ("card",),
        fixed="Please show your ticket at the entrance.",
    ),
    Example("许维中致词。", "Xu Weizhong spoke.", ("Xu Weizhong",), fixed="Hsu Wei-chung spoke."),
    Example(
        "《城墙下》今天上映。",
        "“Below the Ramparts” opens today.",
        ("Below the Ramparts",),
        fixed="“Under the City Wall” opens today.",
    ),
    Example(
        "她在明德大学学习。",
        "She studies at Ming De University.",
        ("Ming De University",),
        fixed="She studies at Mingde University.",
    ),
    Example("请在入口处出示门票！", "please show your ticket at the entrance"),
    Example("许维中和明德大学校长", "Hsu Wei-Chung and the President of Mingde University"),
    Example("《城墙下》和《河》", "“Under the City Wall” and “The River”"),
)


def check(precedents: Precedents) -> Check:
    """The check with the precedents of an article."""
    return Check(
        id="other-articles",
        name="Rendered otherwise in another article",
        description="A sentence, name or term that another article of the project renders otherwise.",
        category="terminology/inconsistent",
        its="inconsistency",
        severity="minor",
        score=0.5,
        version=1,
        find=partial(find, precedents),
        on=bool(precedents.of),
        examples=EXAMPLES,
    )


CHECK = replace(check(EXAMPLE), on=False)
"""The check with the precedents of its examples."""
