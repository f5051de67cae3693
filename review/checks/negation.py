"""A negation that only one side has: a "not" that nothing in the source denies, a denial that became a statement.

Negators are counted, with words that imply one (fail, lack, un-, 缺, 拒绝) counted in their favour unless the other
side says the same without one (缺乏: lacks): a negator of the translation is marked when the source has fewer places
that could be said with one, and one of the source when the translation has. `Not unclear` for 不清楚 is marked as well,
for the word itself already denies.

Misses a negation that moved to another clause, one lost beside a word that may imply one (only, still, little), and
languages without a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

import regex

from review.align.cedict import cedict
from review.align.stems import stem
from review.checks.base import Check, Example
from review.checks.reading.glance import words
from review.checks.reading.negation_words import NEGATORS
from review.checks.reading.polarity import answered, plain, possible
from review.checks.reading.remembered import TEXTS
from review.checks.reading.tongue import tongue
from review.types import Mark, Pair, Span

ADDED = 0.75
LOST = 0.6
NOT_UN = re.compile(r"\b(?:not|\w+n['’]t)\s(?:\w+\s)?(?P<word>un(?!de|i|til|less|iq)\w{3,}|impossible|incomplete)\b")
NOT = frozenset({"not", "t"})
"""Runs of letters of which one stands in what NOT_UN finds."""
DENIAL = re.compile(r"(?<![不没沒未无無非])[不无無未没沒](?=\w)\w{1,3}")
REPEATS = regex.compile(r"(?:,|\b(?:and|or|nor))\s$")
"""What stands before a negator that only repeats one: no water, no light and no heating for 没有水、电和暖气."""
IDIOM = 4
"""Characters of a Chinese set phrase, whose negator is no plain one."""


def find(pair: Pair) -> Iterator[Mark]:
    if not pair.source.strip() or not pair.target.strip():
        return
    wanted, given = plain(pair.source, pair.source_lang), plain(pair.target, pair.target_lang)
    lengths = len(pair.source), len(pair.target)
    said = [span for nth, span in enumerate(given) if not (nth and REPEATS.search(pair.target, 0, span.start))]
    if said and (extra := len(said) - (places := _open_places(pair))) > 0:
        for span in _strangest(said, wanted, lengths[::-1], extra):
            yield _added(pair, span, _told("The translation", span.of(pair.target), len(said), places))
    yield from _twice(pair)
    if tongue(pair.source_lang).tag == "zh":
        wanted = _outside_idioms(pair.source, wanted)
    if len(wanted) > len(given) and (absent := len(wanted) - (places := possible(pair.target, pair.target_lang))) > 0:
        for span in _strangest(wanted, given, lengths, absent):
            yield _lost(pair, span, _told("The source", span.of(pair.source), len(wanted), places))


def _open_places(pair: Pair) -> int:
    """How many places of the source could be said with a negator, and are not said otherwise."""
    langs = pair.source_lang, pair.target_lang
    return possible(pair.source, pair.source_lang) - answered(pair.source, pair.target, langs)


def _twice(pair: Pair) -> Iterator[Mark]:
    """`Not un-` for a word of the source that by itself means un-, so that the translation says the contrary."""
    if (tongue(pair.source_lang).tag, tongue(pair.target_lang).tag) != ("zh", "en"):
        return
    if NOT.isdisjoint(words(pair.target)):
        return
    for match in NOT_UN.finditer(pair.target):
        word = stem(match["word"].lower())
        for denial in DENIAL.finditer(pair.source):
            said = [denial.group()[:size] for size in range(2, len(denial.group()) + 1)]
            if any((word, 1.0) in cedict().renderings(each) for each in said if cedict().lists(each)):
                reason = f"{said[-1]} denies once, “{match.group()}” twice, which says the contrary."
                yield Mark(Span(*match.span()), reason, found=match.group(), score=ADDED)
                break


def _told(side: str, negator: str, often: int, answers: int) -> str:
    """Why a negator is marked that has no counterpart on the other side, where `answers` others have."""
    other = "source" if side == "The translation" else "translation"
    if answers <= 0:
        return f"{side} negates here ({negator}), and nothing in the {other} does."
    return f"{side} negates {often} times, the {other} {answers}: nothing there seems to answer this “{negator}”."


def _added(pair: Pair, span: Span, reason: str) -> Mark:
    return Mark(span, reason, found=span.of(pair.target), score=ADDED)


def _lost(pair: Pair, span: Span, reason: str) -> Mark:
    return Mark(span, reason, side="source", expected=span.of(pair.source), score=LOST)


def _strangest(spans: Sequence[Span], others: Sequence[Span], lengths: tuple[int, int], count: int) -> list[Span]:
    """The `count` of the spans that stand, for the lengths of the two texts, farthest from any of the others."""

    def distance(span: Span) -> float:
        return min((abs(span.start / lengths[0] - other.start / lengths[1]) for other in others), default=1.0)

    return sorted(spans, key=distance, reverse=True)[:count]


@lru_cache(TEXTS)
def _outside_idioms(text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    return tuple([span for span in spans if not _in_idiom(text, span)])


def _in_idiom(text: str, span: Span) -> bool:
    """Whether a listed phrase of four characters holds the negator, as in 滔滔不绝."""
    starts = range(max(0, span.end - IDIOM), span.start + 1)
    phrases = (text[start : start + IDIOM] for start in starts)
    return any(len(phrase) == IDIOM and cedict().lists(phrase) for phrase in phrases)


CHECK = Check(
    id="negation",
    name="Negation added or lost",
    description="A negation that the other side does not have.",
    category="accuracy/mistranslation",
    its="mistranslation",
    severity="major",
    score=ADDED,
    version=4,
    find=find,
    source_langs=tuple(NEGATORS),
    target_langs=tuple(NEGATORS),
    examples=(
        Example("新桥明年通车。", "The new bridge will not open next year.", ("not",)),
        Example("合作社缺乏资金。", "The cooperative does not lack funds.", ("not",)),
        Example("原因尚不清楚。", "The cause is not unclear.", ("not unclear",)),
        Example("馆内不得吸烟。", "Smoking is allowed in the building.", ("不",)),
        Example("他们从未提交过报告。", "They have submitted the report.", ("未",)),
        Example("Die Brücke ist nicht fertig.", "The bridge is complete.", ("nicht",), "de", "en"),
        Example("Мост открыт для движения.", "The bridge isn't open to traffic.", ("isn't",), "ru", "en"),
        Example("居民不得不改走小路。", "Residents had to take the side road."),
        Example("经费不断增加，不仅如此，人手也够。", "Funding keeps growing; there is staff enough as well."),
        Example("此法尚未生效，无人遵守。", "The law has yet to take effect and is ignored by all."),
        Example("这是不平凡的一年，他不得已留下。", "It was an extraordinary year, and he was forced to stay."),
        Example("他说起往事滔滔不绝。", "He talked on and on about the past."),
        Example("El puente no tiene ningún defecto.", "The bridge has no defect.", (), "es", "en"),
        Example("小船被浪吞没。", "The boat was swallowed by the waves."),
        Example("这种鸟并不罕见。", "This bird is not uncommon."),
        Example("Wir haben es nicht nur gesehen.", "We have more than seen it.", (), "de", "en"),
    ),
)
