"""What a paragraph of an article is to its readers: its headline, a heading, an entry of a list, or running text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import Literal

import regex

from review.article import Block
from review.judgements import PairState

Role = Literal["headline", "heading", "entry", "text"]

LONGEST_HEADING = 90
"""Code points of a heading: a line or two on a page; longer lines without a stop are mostly credits or tables."""
LONGEST_HEADLINE = 160
"""Code points of the line that an article opens with, which may say more than a heading below it."""
HEADING = regex.compile(r"#{1,6}\s+\S")
ENTRY = regex.compile(
    r"\s*(?:[-*+•·‣▪◦●○–—]\s+|[(（]?(?:\p{Nd}{1,3}|[a-zA-Z]|[ivx]{2,4})[.)）]\s+|(?:\p{Nd}{1,2}|[一二三四五六七八九十]{1,3})、"
    r"|[(（](?:\p{Nd}{1,2}|[一二三四五六七八九十]{1,3})[)）])"
)
"""A bullet, or a number or letter with a stop or brackets, before the text of an entry."""
STOPPED = regex.compile(r"[.。．｡!！?？;；,，、:：…؟؛،۔।][\"”’»」』）)\]]*\s*$")
CREDIT = regex.compile(
    r"""(?x)
    [:：] .* [:：]                                              # labels, as of a source, an author and a count
    | \S \s* [>»›＞] \s* \S                                    # the way to a page
    | \b(?:19|20)\d\d \s? [年년./-] \s? \d{1,2}                # a day with its year
    | \b\d{1,2} [./] \s? \d{1,2} [./] \s? (?:19|20)\d\d\b
    | \p{L}\.? \s \d{1,2} (?:st|nd|rd|th)? ,? \s (?:19|20)\d\d\b
    | \b\d{1,2} \.? \s (?:de\s)? \p{L}+\.? \s (?:de\s)? (?:19|20)\d\d\b
    | ^\W* (?:By|Von|Par|Por|Di|Автор|Reporters?|Photos?)\b    # a byline
    | ^\W* (?:本报记者|本報記者|记者|記者|通讯员|撰文|作者|文) [\s:：/／｜|]
    """
)
"""A byline, a day with its year, several labels, or the way to a page: who wrote it, when, and where it stood."""


def roles_of(title: str, blocks: Sequence[Block]) -> tuple[Role, ...]:
    """What each paragraph is.

    The headline is the first one where it is the title, or a line without a stop over all the rest. A heading begins
    with Markdown's signs, or is a short line with no stop on either side before running text. Takes a caption or a name
    that stands alone for a heading, and misses one that ends in a question mark.
    """
    headline = headline_of(title, blocks) or _opening(blocks)
    found: list[Role] = []
    for block, following in zip_longest(blocks, blocks[1:]):
        found.append("headline" if block is headline else _role(block, following))
    return tuple(found)


def headline_of(title: str, blocks: Sequence[Block]) -> Block | None:
    """The first paragraph where it is the article's title, in either language, before or after correction."""
    first, known = next(iter(blocks), None), _folded(title)
    return first if first and known and known in _readings(first) else None


def _opening(blocks: Sequence[Block]) -> Block | None:
    """The first paragraph that is no credit, where it is a line without a stop and running text follows it."""
    first = next((block for block in blocks if block.text.strip() and not _is_credit(block)), None)
    stands = first is not None and _stands_over(first, LONGEST_HEADLINE) and not ENTRY.match(first.text)
    return first if stands and any(map(_runs, blocks)) else None


def _role(block: Block, following: Block | None) -> Role:
    if HEADING.match(block.text):
        return "heading"
    if ENTRY.match(block.text):
        return "entry"
    stands = _stands_over(block, LONGEST_HEADING) and not _is_credit(block)
    return "heading" if stands and following and _runs(following) else "text"


def _stands_over(block: Block, longest: int) -> bool:
    """Whether a paragraph is short, on one line, and without a stop at its end on either side."""
    short = 0 < len(block.text) <= longest and len(block.text.splitlines()) == 1
    return short and not any(STOPPED.search(side) for side in _sides(block))


def _is_credit(block: Block) -> bool:
    """Whether a line says who wrote the text, when it was published, or where it stood."""
    return any(CREDIT.search(side) for side in _sides(block))


def _sides(block: Block) -> tuple[str, ...]:
    """A paragraph's text, and the end of its source."""
    return (block.text, *(state.pair.source for state in block.states[-1:]))


def _runs(block: Block) -> bool:
    """Whether a paragraph is running text, which ends with a stop."""
    return STOPPED.search(block.text) is not None


def _folded(text: str) -> str:
    return " ".join(text.split())


def _readings(block: Block) -> set[str]:
    """A paragraph's text as corrected, as translated and in the source."""
    states: list[PairState] = [state for state in block.states if state.text.strip()]
    machine = " ".join(state.pair.target for state in states)
    source = [" ".join(state.pair.source for state in states), "".join(state.pair.source for state in states)]
    return {_folded(text) for text in (block.text, machine, *source)}
