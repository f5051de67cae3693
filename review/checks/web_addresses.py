"""Web and e-mail addresses that differ between source and translation.

Addresses are compared as written, without the marks behind them and without the letters' case in the host.
Misses bare domains, which may be names of papers and sites.
"""

from __future__ import annotations

from collections.abc import Iterator

from review.checks.base import Check, Example
from review.checks.reading.words import Word, addresses
from review.types import Mark, Pair

ALTERED, ADDED, DROPPED = 0.95, 0.7, 0.6


def find(pair: Pair) -> Iterator[Mark]:
    if not pair.source.strip() or not pair.target.strip():
        return
    wanted, given = addresses(pair.source), addresses(pair.target)
    if not wanted and not given:
        return
    strange = _without(given, wanted)
    absent = _without(wanted, given)
    if not wanted:
        strange = [word for word in strange if not _is_site(word.text)]
    for place, word in enumerate(strange):
        partner = absent[place] if len(strange) == len(absent) else None
        yield _strange(word, partner, alone=len(strange) == 1)
    if len(strange) != len(absent):
        for word in absent:
            reason = f"The address is not in the translation: {word.text}."
            yield Mark(word.span, reason, side="source", expected=word.text, severity="minor", score=DROPPED)


def _without(some: list[Word], others: list[Word]) -> list[Word]:
    known = {_plain(word.text) for word in others}
    return [word for word in some if _plain(word.text) not in known]


def _is_site(address: str) -> bool:
    """Whether the address is a bare host, which may stand for the name of a site or paper."""
    return "@" not in address and "/" not in _plain(address)


def _plain(address: str) -> str:
    return address.lower().removesuffix("/").removeprefix("https://").removeprefix("http://")


def _strange(word: Word, partner: Word | None, *, alone: bool) -> Mark:
    if partner is None:
        return Mark(word.span, f"The source has no such address: {word.text}.", found=word.text, score=ADDED)
    return Mark(
        word.span,
        f"The source has another address: {partner.text}.",
        fixes=(partner.text,) if alone else (),
        expected=partner.text,
        found=word.text,
        counterpart=partner.span,
    )


CHECK = Check(
    id="web-addresses",
    name="Web address differs",
    description="A web or e-mail address that is not the same on both sides.",
    category="accuracy/mistranslation",
    its="inconsistent-entities",
    severity="major",
    score=ALTERED,
    version=1,
    find=find,
    examples=(
        Example(
            "请发邮件至info@example.org。",
            "Write to inf@example.org.",
            ("inf@example.org",),
            fixed="Write to info@example.org.",
        ),
        Example(
            "见https://example.org/plan。",
            "See https://example.org/plans.",
            ("https://example.org/plans",),
            fixed="See https://example.org/plan.",
        ),
        Example("详情见www.example.org。", "Details are online.", ("www.example.org",)),
        Example("见https://example.org/plan。", "See https://example.org/plan."),
        Example("请发邮件至info@example.org。", "Write to Info@example.org (the office)."),
        Example("来源：示例网", "Source: www.example.com"),
    ),
)
