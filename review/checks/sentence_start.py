"""A sentence that begins with a small letter.

Looks at the first word of the pair, and at words behind a full stop. Names and code that are written small (iPhone,
example.org), list letters, and pairs whose source begins with a small letter too are left alone.

Misses headlines in title case and wrong capitals elsewhere. A pair that goes on with a sentence of the pair before is
marked too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from review.checks.base import Check, Example
from review.checks.reading.sentences import ends_in_abbreviation
from review.checks.reading.tongue import tongue
from review.checks.reading.words import listed
from review.types import Mark, Pair, Span

CASED = frozenset({"Latin", "Cyrillic", "Greek"})
INSIDE = 0.7
FIRST = regex.compile(r"[\s\"“‘„«»(\[]{0,4}+(?P<word>\p{Ll}[\p{L}\p{M}]*+)(?P<behind>[^\s]{0,3})")
AFTER_STOP = regex.compile(r"(?<=\p{L}{3}[\"”’)]?\.[\"”’)]?)\s(?P<word>\p{Ll}{2}[\p{L}\p{M}]*+)(?P<behind>[^\s]{0,3})")
STOPPED = re.compile(r"\.[\"”’)]?\s(?![A-Z])")
SMALL_NAMES = frozenset(
    listed("von van de der den di da del la le el al ibn bin ben ten ter zu d l o iphone ipad ebay")
)
CODE = regex.compile(r"[\d_@/\\.:=(<](?=\S)|[(_=/\\]|\)")


def find(pair: Pair) -> Iterator[Mark]:
    if CASED.isdisjoint(tongue(pair.target_lang).scripts):
        return
    first = FIRST.match(pair.target)
    if first and not _is_small_name(first) and not _source_is_small(pair) and len(pair.target.split(None, 3)) > 2:
        yield _mark(first, None)
    for match in AFTER_STOP.finditer(pair.target) if STOPPED.search(pair.target) else ():
        stop = pair.target.rfind(".", 0, match.start() + 1)
        if not _is_small_name(match) and not ends_in_abbreviation(pair.target, stop, pair.target_lang):
            yield _mark(match, INSIDE)


def _is_small_name(match: regex.Match[str]) -> bool:
    word, behind = match["word"], match["behind"]
    return (
        word in SMALL_NAMES
        or word.lower() != word
        or CODE.match(behind) is not None
        or (len(word) == 1 and word not in "aiоявсуки")
    )


def _source_is_small(pair: Pair) -> bool:
    return pair.source.strip()[:1].islower()


def _mark(match: regex.Match[str], score: float | None) -> Mark:
    word = match["word"]
    return Mark(
        Span(*match.span("word")),
        f"The sentence begins without a capital: {word}.",
        fixes=(word[0].upper() + word[1:],),
        score=score,
    )


CHECK = Check(
    id="sentence-start",
    name="No capital at the start",
    description="A sentence that begins with a small letter.",
    category="fluency/spelling",
    its="typographical",
    severity="minor",
    score=0.8,
    version=1,
    find=find,
    examples=(
        Example(
            "但是，书店关门了。", "however, the bookshop closed.", ("however",), fixed="However, the bookshop closed."
        ),
        Example("“请大家安静。”", "“please be quiet.”", ("please",), fixed="“Please be quiet.”"),
        Example(
            "门关了。灯灭了。",
            "The door closed. the light went out.",
            ("the",),
            fixed="The door closed. The light went out.",
        ),
        Example("但是，书店关门了。", "However, the bookshop closed at 5 p.m. on Monday."),
        Example("新手机上市。", "iPhone sales began."),
        Example("大众汽车", "eBay and van Gogh"),
        Example("example.org上线了。", "example.org is online now."),
        Example("sowie Bücher", "and also books", (), "de", "en"),
    ),
)
