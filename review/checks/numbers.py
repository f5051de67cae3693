"""Numbers that do not have the same value on both sides.

Values are compared, not digits: 3.5万 is 35,000 and 35 thousand, 三成 is 30 %, 九月 is September. A number of the
target is marked when no number of the source can have its value, and a number in figures of the source when no
number of the target can.

A number that was converted with its unit (miles to kilometres), a telephone number in other groups, and the year or
month that a date takes from its context are right. Misses numbers swapped with each other, and a wrong number that
stands elsewhere in the source.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from review.checks.base import Check, Example
from review.checks.reading.furniture import furniture
from review.checks.reading.number_words import CARDINALS, COMMA_DECIMALS, COMPLETE, MONTHS, STEMS
from review.checks.reading.quantities import quantities
from review.checks.reading.quantity import Quantity
from review.checks.reading.support import rendered, roman, supporters
from review.checks.reading.tongue import tongue
from review.checks.reading.values import Values, bare_figures, key
from review.checks.reading.words import Places
from review.types import Mark, Pair

SURE = 0.85
UNSURE = 0.6
LEFT_OUT = 0.4
SMALL = 12.0
MOST_PARTNERS = 40
"""Numbers of the source that are weighed as what a wrong number should be."""
PREAMBLE = regex.compile(r"\s*[(（]?\d{1,2}[、.)）]|[^。！？\n]{0,40}?\d日(?:电|讯|電|訊)")
STAGE = regex.compile(r" trimesters?\b")
"""What Chinese tells by name: the third trimester is 晚期."""
SCALE_NAMES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def find(pair: Pair) -> Iterator[Mark]:
    if not pair.source.strip() or not pair.target.strip():
        return
    wanted = quantities(pair.source, pair.source_lang)
    given = quantities(pair.target, pair.target_lang)
    if not wanted and not given:
        return
    strange = unsupported(_outside_furniture(pair.target, pair.target_lang, given), wanted, pair)
    absent = missing(_outside_furniture(pair.source, pair.source_lang, wanted), given, pair)
    if strange:
        is_right = supporters(pair, wanted, given)
        strange = [quantity for quantity in strange if not is_right(quantity)]
    if absent:
        is_there = rendered(pair, given)
        absent = [quantity for quantity in absent if not is_there(quantity)]
    yield from _marks(pair, strange, absent)


def unsupported(given: Sequence[Quantity], wanted: Sequence[Quantity], pair: Pair) -> list[Quantity]:
    """The plain numbers of the target whose values the source does not hold."""
    source = tongue(pair.source_lang).tag
    plain = [
        quantity
        for quantity in given
        if quantity.firm
        and quantity.values
        and quantity.values[0] not in (0.0, 1.0)
        and _comparable(quantity, source)
        and not _is_among(quantity, wanted)
        and not STAGE.match(pair.target, quantity.span.end)
    ]
    if not plain:
        return []
    values = Values(wanted, [*bare_figures(pair.source), *roman(pair.source)])
    known = {quantity.text for quantity in wanted}
    return [
        quantity
        for quantity in plain
        if not values.hold(quantity)
        and not (quantity.rounded and values.hold_exact(quantity))
        and not ("," in quantity.text and quantity.text not in known and quantity.text in pair.source)
    ]


def missing(wanted: Sequence[Quantity], given: Sequence[Quantity], pair: Pair) -> list[Quantity]:
    """The numbers of the source, in figures or more than one numeral long, whose values the target does not hold."""
    begins = match.end() if (match := PREAMBLE.match(pair.source)) else 0
    plain = [
        quantity
        for quantity in wanted
        if (quantity.firm or quantity.large)
        and quantity.kind == "number"
        and quantity.span.start >= begins
        and quantity.values
        and quantity.values[0] not in (0.0, 1.0, 2.0)
        and not _is_among(quantity, given)
    ]
    if not plain:
        return []
    values = Values(given, [*bare_figures(pair.target), *roman(pair.target)])
    rounded = Values(quantity for quantity in given if quantity.rounded)
    return [
        quantity
        for quantity in plain
        if not values.hold(quantity) and not rounded.hold_rounded(quantity) and not _in_shared_name(quantity, pair)
    ]


def _is_among(quantity: Quantity, others: Sequence[Quantity]) -> bool:
    """Whether the plainest value of the quantity is one that another can have, as that of most numbers is."""
    return any(quantity.values[0] in other.values for other in others)


def _in_shared_name(quantity: Quantity, pair: Pair) -> bool:
    """Whether the figures belong to a name in Latin letters that the translation has too, as in pcDNA3.1."""
    letter = pair.source[max(0, quantity.span.start - 1) : quantity.span.start]
    return letter.isascii() and letter.isalpha() and letter + quantity.text in pair.target


def _outside_furniture(text: str, lang: str, found: Sequence[Quantity]) -> Sequence[Quantity]:
    pieces = furniture(text, lang)
    if not pieces:
        return found
    places = Places(piece.span for piece in pieces)
    return tuple(quantity for quantity in found if not places.touch(quantity.span))


def _comparable(quantity: Quantity, source: str) -> bool:
    """Whether the source's language is known well enough to expect the number there in a form that is read."""
    if quantity.kind == "month":
        return source in MONTHS or source in COMPLETE
    if source in COMPLETE:
        return True
    round_number = quantity.values[0] % 10 == 0
    spoken = source in CARDINALS or source in STEMS
    return quantity.kind == "number" and not round_number and (spoken or quantity.values[0] > SMALL)


def _marks(pair: Pair, strange: list[Quantity], absent: list[Quantity]) -> Iterator[Mark]:
    alone = len(strange) == 1 and sum(quantity.firm for quantity in absent) <= 1
    left = list(absent)
    for quantity in strange:
        partner = _partner(quantity, left[:MOST_PARTNERS])
        if partner is None:
            yield _added(quantity)
        else:
            left.pop(next(place for place, other in enumerate(left) if other is partner))
            yield _altered(pair, quantity, partner, alone=alone)
    yield from (_dropped(quantity) for quantity in left if quantity.firm)


def _added(quantity: Quantity) -> Mark:
    reason = f"No number in the source matches {quantity.text}."
    return Mark(quantity.span, reason, found=_shown(quantity), score=UNSURE)


def _altered(pair: Pair, quantity: Quantity, partner: Quantity, *, alone: bool) -> Mark:
    expected, found = _shown(partner), _shown(quantity)
    fix = _rendered(partner.values[0], quantity, pair.target_lang) if alone else ""
    return Mark(
        quantity.span,
        f"The source has {_read_as(partner, expected)}, the translation {_read_as(quantity, found)}.",
        fixes=(fix,) if fix else (),
        expected=expected,
        found=found,
        counterpart=partner.span,
        score=SURE,
    )


def _read_as(quantity: Quantity, value: str) -> str:
    """A number as it is written, and its value where that is another figure."""
    return quantity.text if quantity.text in (value, value.replace(",", "")) else f"{quantity.text} ({value})"


def _dropped(quantity: Quantity) -> Mark:
    reason = f"No number in the translation matches {quantity.text}."
    return Mark(quantity.span, reason, side="source", expected=_shown(quantity), severity="minor", score=LEFT_OUT)


def _partner(quantity: Quantity, absent: Sequence[Quantity]) -> Quantity | None:
    """The number of the source that most likely became this one: the closest in figures, then the first."""
    figures = key(quantity.values[0])
    return max(absent, key=lambda other: _likeness(figures, key(other.values[0])), default=None)


def _likeness(one: str, other: str) -> float:
    same = sum(left == right for left, right in zip(one, other, strict=False))
    return same / max(len(one), len(other)) + (len(one) == len(other))


def _shown(quantity: Quantity) -> str:
    return f"{float(key(quantity.values[0])):,.15g}"


def _rendered(number: float, like: Quantity, lang: str) -> str:
    """The number written as the one that it replaces; "" where that takes more than figures and a scale word."""
    if like.kind != "number" or number != round(number, 3):
        return ""
    if not like.text.replace(",", "").replace(".", "").isdecimal():
        return _with_scale(number) if tongue(lang).tag == "en" and "i" in like.text else ""
    grouped = "," in like.text or "." in like.text or number >= 10000
    plain = f"{number:,.10g}" if grouped else f"{number:.10g}"
    if tongue(lang).tag in COMMA_DECIMALS:
        plain = plain.translate(str.maketrans(",.", ".,"))
    return plain if "e" not in plain else ""


def _with_scale(number: float) -> str:
    for scale, name in SCALE_NAMES:
        if number >= scale:
            return f"{number / scale:.6g} {name}"
    return f"{number:,.10g}"


CHECK = Check(
    id="numbers",
    name="Number differs",
    description="A number whose value the other side does not have; values are compared, not digits.",
    category="accuracy/mistranslation",
    its="numbers",
    severity="major",
    score=SURE,
    version=4,
    find=find,
    examples=(
        Example(
            "全市共种树3.5万棵。",
            "The city planted 350,000 trees.",
            ("350,000",),
            fixed="The city planted 35,000 trees.",
        ),
        Example(
            "人口超过一千二百万。",
            "It has more than 12 billion people.",
            ("12 billion",),
            fixed="It has more than 12 million people.",
        ),
        Example("展览于九月十五日开幕。", "The exhibition opened on October 15.", ("October",)),
        Example("图书馆新增80个座位。", "The library added 60 seats.", ("60",), fixed="The library added 80 seats."),
        Example(
            "Der Umbau kostet 1.250 Euro.",
            "The conversion costs 1.250 euros.",
            ("1.250",),
            "de",
            "en",
            "The conversion costs 1,250 euros.",
        ),
        Example("有三成居民参加，其中两千多人是老人。", "Some 30% of residents took part, over 2,000 of them elderly."),
        Example("上世纪90年代，这里只有1.2亿元产值。", "In the 1990s, output here was only 120 million yuan."),
        Example("該校於民國92年成立。", "The school was founded in 2003."),
        Example("平成元年に設立された。", "It was founded in 1989.", (), "ja", "en"),
        Example("步道全长5公里，会议定于3月5日举行。", "The trail is 3.1 miles long; the meeting is on March 5, 2024."),
        Example("电话：010-65432100", "Tel: +86 10 6543 2100"),
        Example("в начале XIX века", "in the early 19th century", (), "ru", "en"),
        Example("会议于下午3点在二楼举行。", "The meeting was held at 15:00 on the second floor."),
        Example("Einundzwanzig Schulen nahmen teil.", "Twenty-one schools took part.", (), "de", "en"),
        Example(
            "过去１０年里，妊娠晚期的病例增多。", "In the past decade there were more cases in the third trimester."
        ),
        Example("向第二个百年目标前进。", "Onwards to the second-hundred-year goal."),
        Example("发布时间：2025-09-18　浏览次数：1268", "Release time: 2025-09-18 Number of views: 1,268"),
        Example("合格率为百分之九十五，新冠疫情后提高。", "The pass rate is 95 percent, up since COVID-19."),
    ),
)
