"""Phrases hung on one another with `of`: `the improvement of the quality of the training of the staff`.

Chinese stacks nouns with 的; English loses its way after the second `of`. Marked is the chain from its first noun to
the last, where at least three `of` follow each other with no more than four words between.
Names of offices are left alone. Misses chains with other prepositions in them.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from review.checks.base import Check, Example
from review.checks.reading.words import listed
from review.types import Mark, Pair, Span

LINKS = 3
"""How many `of` make a chain: two are common in good English, three are not."""
WORD = r"\p{Ll}[\p{L}'’-]*+"
QUANTITY = listed("""one two some many most all each any part number series lot kind type sort variety out because
instead thousands hundreds""")
"""Words before `of` that count or join, and hang nothing on anything."""
LINK = rf"(?:(?!of\b){WORD} ){{1,4}}of "
CHAIN = regex.compile(
    rf"(?<![\p{{L}}-])(?!(?i:{'|'.join(QUANTITY)})\b){WORD} of (?:{LINK}){{{LINKS - 1},8}}"
    rf"(?:(?:the|a|an|its|their) )?{WORD}"
)


def find(pair: Pair) -> Iterator[Mark]:
    if pair.target.count(" of ") < LINKS:
        return
    for match in CHAIN.finditer(pair.target):
        links = match.group().count(" of ")
        yield Mark(
            Span(*match.span()),
            f"{links} phrases with “of” in a row: turn a noun into a verb, or use “’s”.",
            expected=f"fewer than {LINKS}",
            found=str(links),
        )


CHECK = Check(
    id="of-chain",
    name="Chain of of-phrases",
    description="Three or more phrases with `of` hung on one another.",
    category="style/unnatural or awkward",
    its="style",
    severity="neutral",
    score=0.35,
    version=1,
    find=find,
    target_langs=("en",),
    examples=(
        Example(
            "提高员工培训质量的工作",
            "The improvement of the quality of the training of the staff",
            ("improvement of the quality of the training of the staff",),
        ),
        Example(
            "会长之子之友",
            "He is a friend of the son of the head of the club.",
            ("friend of the son of the head of the club",),
        ),
        Example("课程", "A study of the use of tools of stone", ("study of the use of tools of stone",)),
        Example("质量", "The quality of the training of the staff"),
        Example("其一", "One of the sons of the head of the club"),
        Example("分开", "A cup of tea, a loaf of bread and a pound of butter"),
    ),
)
