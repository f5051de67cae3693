"""Two sentences joined by no more than a comma: `The bag is light, it is easy to carry.`

Chinese strings clauses on commas. Marked is the comma with the subject behind it, where what stands before the comma is
a clause of its own: it has a subject and a verb and opens with nothing that makes it depend on the next.
Misses splices whose verbs are not among the common ones.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from review.checks.base import Check, Example
from review.types import Mark, Pair, Span

VERBS = (
    "am|is|are|was|were|has|have|had|does|do|did|can|could|will|would|should|must|may|feels?|looks?|seems?|smells?|"
    "tastes?|likes?|liked|needs?|makes?|made|came|went|bought|got|felt|used|works?|worked|isn['’]t|aren['’]t|"
    "wasn['’]t|doesn['’]t|didn['’]t|don['’]t|can['’]t|won['’]t"
)
SUBJECTS = r"it|they|he|she|we|I|you|this|there|(?:the|this|my|its|his|her|their|our)(?: [a-z]+){1,2}?"
SPLICE = regex.compile(rf"(?P<comma>,) (?P<subject>{SUBJECTS})(?: (?:{VERBS})\b|['’](?:s|re|m|ll|ve)\b)")
START = regex.compile(r"[.;:!?…—–()\[\]“”\"\n]")
FINITE = regex.compile(rf"\b(?:{VERBS})\b|['’](?:s|re|m) ", regex.I)
SUBJECT = regex.compile(
    r"\s*(?:(?:the|this|that|these|those|my|our|your|his|her|its|their|a|an|it|they|he|she|we|I|you|there|"
    r"everything|everyone|all|some|many|\p{Lu}\p{Ll}+)\b)",
    regex.I,
)
DEPENDENT = regex.compile(
    r"\b(?:if|when|whenever|while|although|though|because|since|as|after|before|once|unless|until|whether|where|"
    r"wherever|whatever|whoever|however|that|who|which|what|how|no matter|even|according|given|despite|not only|"
    r"the more|sure|say|says|said|think|thinks|know|believe|hope|guess|afraid)\b",
    regex.I,
)


def find(pair: Pair) -> Iterator[Mark]:
    text = pair.target
    if "," not in text:
        return
    for match in SPLICE.finditer(text):
        clause = _clause(text, match.start())
        if _is_whole(clause):
            subject = match["subject"]
            end = match.end("subject")
            yield Mark(
                Span(match.start("comma"), end),
                "A comma does not join two sentences: a full stop, a semicolon or a conjunction does.",
                fixes=(f"; {subject}", f", and {subject}"),
            )


def _clause(text: str, comma: int) -> str:
    """What stands before the comma, back to the last sign that parts sentences."""
    start = max((stop.end() for stop in START.finditer(text, 0, comma)), default=0)
    return text[start:comma]


def _is_whole(clause: str) -> bool:
    """Whether it is a sentence of its own: a subject, a verb, nothing that leans on what follows."""
    last = clause.rsplit(",", 1)[-1]
    head = clause.split(",", 1)[0]
    return (
        bool(SUBJECT.match(last))
        and bool(FINITE.search(last))
        and not DEPENDENT.search(last)
        and not DEPENDENT.match(head.lstrip())
    )


CHECK = Check(
    id="comma-splice",
    name="Comma splice",
    description="Two sentences joined by a comma alone.",
    category="style/bad sentence structure",
    its="grammar",
    severity="minor",
    score=0.5,
    version=1,
    find=find,
    target_langs=("en",),
    examples=(
        Example(
            "包很轻，很好带。",
            "The bag is light, it is easy to carry.",
            (", it",),
            fixed="The bag is light; it is easy to carry.",
        ),
        Example(
            "我买了，他们很高兴。",
            "We bought two. My sons liked them, they were glad.",
            (", they",),
            fixed="We bought two. My sons liked them; they were glad.",
        ),
        Example("店很远，没有车。", "The shop was far, there was no bus.", (", there",)),
        Example("下雨时，他在。", "When it is raining, he is at home."),
        Example("据他说，很好。", "He said it was late, it is true."),
        Example("包很轻。", "The bag is light, and it is easy to carry."),
        Example("包。", "In the bag, it is dark."),
    ),
)
