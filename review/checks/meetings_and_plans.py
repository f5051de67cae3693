"""Chinese congresses, plenary sessions and five-year plans with another ordinal or other years, or word for word.

二十大 is the 20th National Congress (2022), 十四五 the 14th Five-Year Plan (2021–2025), 二十届三中全会 the third
plenary session of the 20th Central Committee. An ordinal before such a body that the source does not have is marked,
with the right one where the source names one only; so are years in brackets behind it, and word-for-word renderings.

Misses meetings that the translation names otherwise, and sessions of local bodies.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import regex

from review.checks.base import Check, Example
from review.checks.reading.ideographic import value
from review.checks.reading.number_words import CARDINALS
from review.checks.reading.ordinals import PATTERN, figured, ordinal, written
from review.types import Mark, Pair, Span

NUMERAL = "[一二三四五六七八九十]"
CONGRESS_YEARS = {12: 1982, 13: 1987, 14: 1992, 15: 1997, 16: 2002, 17: 2007, 18: 2012, 19: 2017, 20: 2022}
"""Of the national congresses of the Communist Party of China."""
FIRST_DATED_PLAN, ITS_FIRST_YEAR, YEARS_OF_A_PLAN = 6, 1981, 5
LAST_PLAN = 20
BRACKETED = regex.compile(
    r"(?:\s+(?:period|of [A-Z][\w ]{0,40}?))?,? ?[(（](?:in )?((?:19|20)\d\d(?:\s?[-–—~]\s?(?:(?:19|20)?\d\d))?)[)）]"
)


@dataclass(frozen=True, slots=True)
class Kind:
    """A numbered meeting or plan: how both languages write it, and its English name with {} for the ordinal.

    `literal` is what a word-for-word rendering has behind the number.
    """

    source: regex.Pattern[str]
    target: str
    name: str
    literal: str


@cache
def _english(behind: str) -> regex.Pattern[str]:
    return regex.compile(rf"\b(?P<ordinal>{PATTERN})(?P<behind> {behind})", regex.IGNORECASE)


PARTY = r"(?:(?:CPC|CCP|Party|National|Communist Party(?: of China)?|All-China) ){0,3}"
KINDS = (
    Kind(
        regex.compile(
            rf"(?:(?:党的|中共|共产党|黨的|共產黨)第?(?P<n>{NUMERAL}{{1,3}})(?:大(?!常委)|次全国代表大会|次全國代表大會)"
            rf"|(?<![\d{NUMERAL[1:-1]}第前])(?P<n>(?:十{NUMERAL}|二十{NUMERAL}?))大(?=报告|報告|精神|以来|以來|召开|召開|代表|闭幕|胜利))"
        ),
        rf"{PARTY}Congress\b",
        "{} National Congress",
        r"(?:Big|Large|Major|Great|Grand)s?\b",
    ),
    Kind(
        regex.compile(
            rf"[“「《]?(?<![\d{NUMERAL[1:-1]}第])(?P<n>(?:二?十)?{NUMERAL}|二?十)五(?![{NUMERAL[1:-1]}])[”」》]?"
            r"(?=规划|規劃|期间|期間|时期|時期|计划|計劃|末|收官|开局|開局|以来|以來)"
            rf"|[“「](?P<n>(?:二?十)?{NUMERAL}|二?十)五[”」]"
        ),
        r"(?:National )?Five[- ]Years?(?:['’]s?)?[- ]Plans?\b",
        "{} Five-Year Plan",
        r"Five\b(?![- ]Years?)|Five(?=[”\"’])",
    ),
    Kind(
        regex.compile(rf"(?P<n>{NUMERAL}{{1,3}})[届屆]{NUMERAL}中全[会會]"),
        rf"{PARTY}Central Committee\b",
        "{} Central Committee",
        "",
    ),
    Kind(
        regex.compile(rf"{NUMERAL}{{1,3}}[届屆](?P<n>{NUMERAL})中全[会會]"),
        r"(?:Plenary (?:Session|Meeting)|Plenum)\b",
        "{} Plenary Session",
        "",
    ),
    Kind(
        regex.compile(rf"(?P<n>{NUMERAL}{{1,3}})[届屆](?:全国|全國)(?:人大|人民代表大)"),
        r"(?:National People['’]s Congress|NPC)\b",
        "{} National People's Congress",
        "",
    ),
)
HINT = regex.compile("[大五届屆]")


def find(pair: Pair) -> Iterator[Mark]:
    if not HINT.search(pair.source):
        return
    for kind in KINDS:
        named = {number: match for match in kind.source.finditer(pair.source) if (number := _number(match["n"]))}
        if named:
            yield from _wrong_ordinals(pair, kind, named)
            yield from _literal(pair, kind, named)


def _number(numeral: str) -> int:
    return int(value(numeral) or 0)


def _wrong_ordinals(pair: Pair, kind: Kind, named: dict[int, regex.Match[str]]) -> Iterator[Mark]:
    for match in _english(kind.target).finditer(pair.target):
        number = ordinal(match["ordinal"])
        if number not in named:
            yield _mark(Span(*match.span("ordinal")), match["ordinal"], kind, named)
        else:
            yield from _wrong_years(pair, match, kind, number)


def _mark(span: Span, found: str, kind: Kind, named: dict[int, regex.Match[str]]) -> Mark:
    number, source = next(iter(named.items()))
    right = written(number, found)
    expected = kind.name.format(figured(number))
    return Mark(
        span,
        f"The source has {source[0]}, the {expected}; the translation says {found}.",
        fixes=(right,) if len(named) == 1 else (),
        expected=right,
        found=found,
        counterpart=Span(*source.span()),
    )


def _literal(pair: Pair, kind: Kind, named: dict[int, regex.Match[str]]) -> Iterator[Mark]:
    """Twenty Big for 二十大, Fourteenth Five for 十四五."""
    for number, source in named.items() if kind.literal else ():
        words = sorted((figured(number), str(number), written(number, "a"), _cardinal(number)), key=len, reverse=True)
        pattern = regex.compile(rf"\b(?:{'|'.join(words)})[- ](?:{kind.literal})", regex.IGNORECASE)
        for match in pattern.finditer(pair.target):
            name = kind.name.format(figured(number))
            reason = f"{source[0]} is the {name}; the translation has it word for word."
            counterpart = Span(*source.span())
            yield Mark(
                Span(*match.span()), reason, fixes=(name,), expected=name, found=match[0], counterpart=counterpart
            )


def _cardinal(number: int) -> str:
    words = {int(worth): word for word, worth in CARDINALS["en"].items()}
    return words.get(number) or f"{words[number // 10 * 10]}[- ]{words[number % 10]}"


def _wrong_years(pair: Pair, match: regex.Match[str], kind: Kind, number: int) -> Iterator[Mark]:
    years = _years(kind, number)
    behind = BRACKETED.match(pair.target, match.end())
    if years and behind and not _same_years(behind[1], years):
        name = kind.name.format(figured(number))
        yield Mark(
            Span(*behind.span(1)),
            f"The {name} is that of {years}, not {behind[1]}.",
            fixes=(years,),
            expected=years,
            found=behind[1],
        )


def _years(kind: Kind, number: int) -> str:
    if kind is KINDS[0] and number in CONGRESS_YEARS:
        return str(CONGRESS_YEARS[number])
    if kind is KINDS[1] and FIRST_DATED_PLAN <= number <= LAST_PLAN:
        first = ITS_FIRST_YEAR + YEARS_OF_A_PLAN * (number - FIRST_DATED_PLAN)
        return f"{first}–{first + YEARS_OF_A_PLAN - 1}"
    return ""


def _same_years(found: str, years: str) -> bool:
    one, other = regex.findall(r"\d+", found), regex.findall(r"\d+", years)
    return len(one) == len(other) and all(right.endswith(left) for left, right in zip(one, other, strict=True))


CHECK = Check(
    id="meetings-and-plans",
    name="Congress or plan number differs",
    description="A Chinese congress, plenary session or five-year plan with another ordinal or year, or word for word.",
    category="accuracy/mistranslation",
    its="mistranslation",
    severity="major",
    score=0.9,
    version=1,
    source_langs=("zh",),
    target_langs=("en",),
    find=find,
    examples=(
        Example(
            "学习党的二十大精神。",
            "Study the spirit of the 19th National Congress.",
            ("19th",),
            fixed="Study the spirit of the 20th National Congress.",
        ),
        Example(
            "“十四五”期间将建两座桥。",
            "Two bridges will be built under the Fifteenth Five-Year Plan.",
            ("Fifteenth",),
            fixed="Two bridges will be built under the Fourteenth Five-Year Plan.",
        ),
        Example(
            "“十三五”规划完成。",
            "The 13th Five-Year Plan (2011-2015) is complete.",
            ("2011-2015",),
            fixed="The 13th Five-Year Plan (2016–2020) is complete.",
        ),
        Example(
            "党的二十大胜利召开。",
            "The Party's Twenty Big was held.",
            ("Twenty Big",),
            fixed="The Party's 20th National Congress was held.",
        ),
        Example(
            "十八届三中全会通过决定。",
            "The fourth plenary session of the 18th Central Committee adopted a decision.",
            ("fourth",),
            fixed="The third plenary session of the 18th Central Committee adopted a decision.",
        ),
        Example("十九大以来，特别是二十大报告发表后。", "Since the 19th and 20th National Congress."),
        Example("“十四五”时期（2021—2025年）。", "The 14th Five-Year Plan (2021-25)."),
        Example("十大品牌中有五家参展。", "Five of the top ten brands are at the Tenth Congress of Trade."),
        Example("二十届三中全会召开。", "The third plenum of the 20th Central Committee met."),
    ),
)
