"""A title, a quoted term or a body that the article renders in two ways.

What stands in quotation marks or 《》 on both sides is compared in order, when both sides quote as often; a Chinese
body is known by its common noun (大学, 医院) and by the characters before that both sources share. The first rendering
is right; a later one is marked unless it merely shortens or lengthens the first.

Misses terms without quotation marks, and bodies where a segment names several of a kind.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from review.checks.base import ArticleCheck, Example
from review.checks.reading.editions import editions
from review.checks.reading.terms import Named, bodies, differ, is_han, quoted
from review.checks.reading.tongue import tongue
from review.types import Mark, Pair, Span

NAMED_BEFORE = 2
"""Characters before the common noun that two sources have to share."""


def find(pairs: Sequence[Pair]) -> Iterator[tuple[int, Mark]]:
    for edition in editions(pairs):
        if len(edition) > 1:
            yield from _quoted(pairs, edition)
            yield from _bodies(pairs, edition)


def _quoted(pairs: Sequence[Pair], edition: Sequence[int]) -> Iterator[tuple[int, Mark]]:
    first: dict[str, str] = {}
    for place in edition:
        for term, rendering in quoted(pairs[place].source, pairs[place].target):
            before = first.setdefault(term[0], rendering[0])
            if differ(before, rendering[0]):
                yield place, _mark(term, before, rendering)


def _bodies(pairs: Sequence[Pair], edition: Sequence[int]) -> Iterator[tuple[int, Mark]]:
    """Names of bodies, each with its common noun."""
    named: dict[tuple[str, str], list[tuple[int, int, Named]]] = {}
    for place in edition:
        pair = pairs[place]
        if (tongue(pair.source_lang).tag, tongue(pair.target_lang).tag) == ("zh", "en"):
            for noun, at, body in bodies(pair.source, pair.target):
                before = pair.source[max(0, at - NAMED_BEFORE) : at]
                # Those that share too little before the noun never meet: there are as many couples as pairs squared.
                if len(before) == NAMED_BEFORE and all(map(is_han, before)):
                    named.setdefault((noun, before), []).append((place, at, body))
    for (noun, _), uses in named.items():
        marked: set[int] = set()
        for (one, at, body), (other, then, again) in combinations(uses, 2):
            if other not in marked and differ(body[0], again[0]):
                marked.add(other)
                name = _shared(pairs[one].source[:at], pairs[other].source[:then])
                term = name + noun, Span(then - len(name), then + len(noun))
                yield other, _mark(term, body[0], again)


def _shared(one: str, other: str) -> str:
    """The characters that both end in."""
    length = 0
    while length < min(len(one), len(other)) and one[-1 - length] == other[-1 - length] and is_han(one[-1 - length]):
        length += 1
    return one[len(one) - length :]


def _mark(term: Named, before: str, rendering: Named) -> Mark:
    found, span = rendering
    reason = f"{term[0]} is {before} before in the article; here it is {found}."
    return Mark(span, reason, fixes=(before,), expected=before, found=found, counterpart=term[1])


CHECK = ArticleCheck(
    id="term-variants",
    name="Term translated in two ways",
    description="A title, a quoted term or a body that the article calls otherwise before.",
    category="terminology/inconsistent",
    its="inconsistency",
    severity="minor",
    score=0.6,
    version=3,
    find=find,
    examples=(
        Example(
            "《城墙下》今天上映。",
            "“Below the Ramparts” opens today.",
            ("Below the Ramparts",),
            fixed="“Under the City Wall” opens today.",
            before=(("他看了《城墙下》。", "He saw “Under the City Wall”."),),
        ),
        Example(
            "Die „Lange Nacht“ endet.",
            'The "Endless Night" is over.',
            ("Endless Night",),
            "de",
            "en",
            'The "Long Evening" is over.',
            before=(("Die „Lange Nacht“ beginnt.", 'The "Long Evening" begins.'),),
        ),
        Example(
            "明德大学校长出席。",
            "The President of Mingde University and others attended.",
            (),
            before=(("她在明德大学学习。", "She studies law at Mingde University."),),
        ),
        Example(
            "山水银行开业。",
            "Shan Shui Bank opened.",
            ("Shan Shui Bank",),
            fixed="Shanshui Bank opened.",
            before=(("他去了山水银行。", "He went to Shanshui Bank."),),
        ),
        Example(
            "《城墙下》今天上映。", "“Under the City Wall” opens.", before=(("《城墙下》", "“Under the city wall”"),)
        ),
        Example("“老墙”很高。", "The “old wall” is high.", before=(("“老墙”", "“Old Walls”"),)),
        Example("“城墙”和“河”。", "The “ramparts”.", before=(("“城墙”", "The “wall”."),)),
    ),
)
