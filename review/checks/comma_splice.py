"""Two sentences joined by no more than a comma: `The bag is light, it is easy to carry.`

Chinese strings clauses on commas. Marked is the comma with the subject behind it, where what stands before the comma is
a clause of its own: it has a subject and a verb and opens with nothing that makes it depend on the next. A row of
clauses that ends with `and` is a list. Misses splices whose verbs are not among the common ones.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from review.checks.base import Check, Example
from review.checks.reading.clauses import VERBS, clause_before, ends_a_list, is_sentence
from review.types import Mark, Pair, Span

PRONOUN = rf"(?:it|they|he|she|we|I|you|this|there)(?= (?:{VERBS})\b|['’](?:s|re|m|ll|ve)\b)"
NOUN = rf"(?:the|this|my|its|his|her|their|our)(?: [a-z]+){{1,2}}?(?= (?:{VERBS})\b)"
SPLICE = regex.compile(rf", (?P<subject>{PRONOUN}|{NOUN})")
DENIED = regex.compile(r"\bnot\b|n['’]t\b")
"""What makes the second half a contrast, which may stand behind a comma: it is not late, it is early."""


def find(pair: Pair) -> Iterator[Mark]:
    text = pair.target
    if "," not in text:
        return
    for match in SPLICE.finditer(text):
        clause = clause_before(text, match.start())
        if is_sentence(clause) and not DENIED.search(clause.rsplit(",", 1)[-1]) and not ends_a_list(text, match.end()):
            subject = match["subject"]
            yield Mark(
                Span(*match.span()),
                "A comma does not join two sentences: a full stop, a semicolon or a conjunction does.",
                fixes=(f"; {subject}", f", and {subject}"),
            )


CHECK = Check(
    id="comma-splice",
    name="Comma splice",
    description="Two sentences joined by a comma alone.",
    category="style/bad sentence structure",
    its="grammar",
    severity="minor",
    score=0.5,
    version=3,
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
        Example("不晚，还早。", "It is not late, it is early."),
        Example("下雨时，他在。", "When it is raining, he is at home."),
        Example("第一次去，很高兴。", "The first time I was there, I was glad."),
        Example("据他说，很好。", "He said it was late, it is true."),
        Example("包很轻。", "The bag is light, and it is easy to carry."),
        Example("包轻，布软，价低。", "The bag is light, the cloth is soft, and the price is low."),
        Example("包。", "In the bag, it is dark."),
    ),
)
