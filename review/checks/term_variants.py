"""A title, a quoted term or a body that the article renders in two ways.

What stands in quotation marks or 《》 on both sides is compared in order, when both sides quote as often; a Chinese
body is known by its common noun (大学, 医院) and by the characters before that both sources share. The first rendering
is right; a later one is marked unless it merely shortens or lengthens the first.

Misses terms without quotation marks, and bodies where a segment names several of a kind.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import combinations

import regex

from review.checks.base import ArticleCheck, Example
from review.checks.reading.editions import TEXTS_REMEMBERED, editions
from review.checks.reading.generic_terms import generic_terms
from review.checks.reading.tongue import tongue
from review.types import Mark, Pair, Span

SHORTEST, LONGEST = 2, 40
"""Characters of a quoted term of the source; a longer quotation is a sentence."""
MOST_WORDS = 8
"""Words of a rendering that is still a term's."""
QUOTED = regex.compile(
    r"《(?P<q>[^《》\n]++)》|“(?P<q>[^“”\n]++)”|「(?P<q>[^「」\n]++)」|«\s?(?P<q>[^«»\n]+?)\s?»|„(?P<q>[^„“”\n]++)[“”]"
    r"|(?<!\w)\"(?P<q>[^\"\n]++)\"(?!\w)"
)
LETTERS = regex.compile(r"[\p{L}\p{N}]++")
ARTICLES = frozenset({"the", "a", "an"})
NAMED_BEFORE = 2
"""Characters before the common noun that two sources have to share."""
WORD = r"[A-Z][\p{L}\p{N}'’-]*+"


def find(pairs: Sequence[Pair]) -> Iterator[tuple[int, Mark]]:
    for edition in editions(pairs):
        if len(edition) > 1:
            yield from _quoted(pairs, edition)
            yield from _bodies(pairs, edition)


def _quoted(pairs: Sequence[Pair], edition: Sequence[int]) -> Iterator[tuple[int, Mark]]:
    first: dict[str, str] = {}
    for place in edition:
        terms, renderings = _quotes(pairs[place].source), _quotes(pairs[place].target)
        if not terms or len(terms) != len(renderings):
            continue
        for term, rendering in zip(terms, renderings, strict=True):
            if SHORTEST <= len(term[0]) <= LONGEST:
                before = first.setdefault(term[0], rendering[0])
                if _differ(before, rendering[0]):
                    yield place, _mark(term, before, rendering)


@lru_cache(TEXTS_REMEMBERED)
def _quotes(text: str) -> tuple[tuple[str, Span], ...]:
    return tuple(_trimmed(match["q"], match.start("q")) for match in QUOTED.finditer(text))


def _trimmed(text: str, start: int) -> tuple[str, Span]:
    """Without the spaces and the marks of the sentence at the ends."""
    bare = text.rstrip(" ,.，。").lstrip()
    begin = start + len(text) - len(text.lstrip())
    return bare, Span(begin, begin + len(bare))


def _bodies(pairs: Sequence[Pair], edition: Sequence[int]) -> Iterator[tuple[int, Mark]]:
    """Names of bodies, each with its common noun."""
    named: dict[tuple[str, str], list[tuple[int, int, tuple[str, Span]]]] = {}
    for place in edition:
        pair = pairs[place]
        if (tongue(pair.source_lang).tag, tongue(pair.target_lang).tag) == ("zh", "en"):
            for noun, at, body in _bodies_of(pair.source, pair.target):
                before = pair.source[max(0, at - NAMED_BEFORE) : at]
                # Those that share too little before the noun never meet: there are as many couples as pairs squared.
                if len(before) == NAMED_BEFORE and all(map(_is_han, before)):
                    named.setdefault((noun, before), []).append((place, at, body))
    for (noun, _), uses in named.items():
        marked: set[int] = set()
        for (one, at, body), (other, then, again) in combinations(uses, 2):
            if other not in marked and _differ(body[0], again[0]):
                marked.add(other)
                name = _shared(pairs[one].source[:at], pairs[other].source[:then])
                term = name + noun, Span(then - len(name), then + len(noun))
                yield other, _mark(term, body[0], again)


@lru_cache(TEXTS_REMEMBERED)
def _bodies_of(source: str, target: str) -> tuple[tuple[str, int, tuple[str, Span]], ...]:
    """The common nouns of two characters and more that stand once on both sides, where, and the English name."""
    found = []
    for noun in (noun for noun, count in Counter(_nouns().findall(source)).items() if count == 1):
        names = [match for word in generic_terms()[noun] for match in _body(word).finditer(target)]
        if len(names) == 1:
            found.append((noun, source.index(noun), (names[0][0], Span(*names[0].span()))))
    return tuple(found)


@cache
def _nouns() -> re.Pattern[str]:
    nouns = sorted((noun for noun in generic_terms() if len(noun) > 1), key=len, reverse=True)
    return re.compile("|".join(nouns))


@lru_cache(maxsize=256)
def _body(noun: str) -> regex.Pattern[str]:
    """The noun with the capitalised words before it, or with `of` and those behind it; what is farther off is left."""
    return regex.compile(rf"(?:(?!The ){WORD} )+{noun}\b|\b(?<!{WORD} ){noun} of (?:the )?{WORD}(?: {WORD})*")


def _shared(one: str, other: str) -> str:
    """The characters that both end in."""
    length = 0
    while length < min(len(one), len(other)) and one[-1 - length] == other[-1 - length] and _is_han(one[-1 - length]):
        length += 1
    return one[len(one) - length :]


def _is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def _differ(one: str, other: str) -> bool:
    """Whether neither rendering holds all words of the other."""
    left, right = _words(one), _words(other)
    return 0 < len(left) <= MOST_WORDS and 0 < len(right) <= MOST_WORDS and not (left <= right or right <= left)


@lru_cache(TEXTS_REMEMBERED)
def _words(text: str) -> frozenset[str]:
    """The words without articles, and without the s of a plural."""
    return frozenset(word.removesuffix("s") or word for word in LETTERS.findall(text.casefold())) - ARTICLES


def _mark(term: tuple[str, Span], before: str, rendering: tuple[str, Span]) -> Mark:
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
    version=2,
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
