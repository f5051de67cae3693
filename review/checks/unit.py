"""A number in another unit or currency: 5 公里 as 5 miles, 150亿元 as 15 billion dollars.

A unit of the translation is marked when its number stands in the source in other units of the same kind only. A
number that was converted along with its unit is right, and is left alone. Misses units that stand before the number
in words, and a currency of the same name (US and Hong Kong dollars).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from review.checks.base import Check, Example
from review.checks.reading.quantities import quantities
from review.checks.reading.quantity import Quantity
from review.checks.reading.units import is_conversion, same_dimension, unit_after
from review.checks.reading.values import key
from review.types import Mark, Pair, Span

SCORE = 0.8


Measure = tuple[Quantity, str, Span]
"""A number, its unit, and where that stands."""


def find(pair: Pair) -> Iterator[Mark]:
    given = measures(pair.target, pair.target_lang)
    if not given:
        return
    wanted = measures(pair.source, pair.source_lang)
    for number, unit, place in given:
        rivals = [other for other in wanted if same_dimension(other[1], unit)]
        alike = [other for other in rivals if key(other[0].values[0]) == key(number.values[0])]
        if alike and not any(other[1] == unit for other in rivals) and not _right(number, unit, rivals):
            quantity, expected, behind = alike[0]
            said = f"{quantity.text}{behind.of(pair.source)}"
            reason = f"The source has {said} ({expected}), the translation has another unit: {unit}."
            yield Mark(place, reason, expected=expected, found=unit, counterpart=behind, score=SCORE)


def measures(text: str, lang: str) -> list[Measure]:
    """The numbers that stand with a unit."""
    found = [(quantity, unit_after(text, quantity, lang)) for quantity in quantities(text, lang) if quantity.values]
    return [(quantity, *unit) for quantity, unit in found if unit]


def _right(number: Quantity, unit: str, rivals: Sequence[Measure]) -> bool:
    """Whether the number is one of the source in another unit."""
    return any(is_conversion(quantity.values[0], of, number.values[0], unit) for quantity, of, _ in rivals)


CHECK = Check(
    id="unit",
    name="Unit or currency differs",
    description="A number whose unit or currency is another one in the source.",
    category="accuracy/mistranslation",
    its="numbers",
    severity="major",
    score=SCORE,
    version=1,
    find=find,
    examples=(
        Example("步道全长5公里。", "The trail is 5 miles long.", ("miles",)),
        Example("项目投资150亿元。", "The project cost 15 billion dollars.", ("dollars",)),
        Example("最高气温38摄氏度。", "The high was 38°F.", ("°F",)),
        Example("Der Tank fasst 40 Liter.", "The tank holds 40 gallons.", ("gallons",), "de", "en"),
        Example("步道全长5公里。", "The trail is 3.1 miles long."),
        Example("项目投资150亿元。", "The project cost 15 billion yuan (2.1 billion dollars)."),
        Example("最高气温38摄氏度。", "The high was 100°F."),
        Example("种了15亩水稻。", "One hectare of rice was planted."),
        Example("Стоимость 300 рублей.", "It costs 300 rubles.", (), "ru", "en"),
    ),
)
