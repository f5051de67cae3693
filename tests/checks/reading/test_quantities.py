from __future__ import annotations

import pytest

from review.checks.reading import german, ideographic
from review.checks.reading.quantities import quantities


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("一百二十三", 123), ("三千零五", 3005), ("十五", 15),
        ("二十", 20), ("一亿二千万", 120_000_000), ("3.5万", 35_000),
        ("12万5千", 125_000), ("1亿2000万", 120_000_000),
        ("两万亿", 2e12), ("百万", 1_000_000), ("1,234", 1234), ("廿五", 25),
        ("十万", 100_000), ("壹佰", 100), ("四億", 400_000_000),
    ],
)  # fmt: skip
def test_well_formed_chinese_numerals_have_one_value(numeral: str, value: float) -> None:
    assert ideographic.value(numeral) == value


@pytest.mark.parametrize("numeral", ["二〇二三", "三四", "十四五", "两三百"])
def test_signs_side_by_side_are_no_well_formed_numeral(numeral: str) -> None:
    assert ideographic.value(numeral) is None


@pytest.mark.parametrize(
    ("text", "lang", "value"),
    [
        ("二〇二三年", "zh", 2023), ("98年", "zh", 1998),
        ("90年代", "zh", 1990), ("两三百人", "zh", 300), ("两三百人", "zh", 200),
        ("一万二", "zh", 12_000), ("百分之九十五", "zh", 95),
        ("三分之二", "zh", 2), ("三成", "zh", 30), ("八折", "zh", 20),
        ("下午3点", "zh", 15), ("3点半", "zh", 30), ("两个半小时", "zh", 2.5), ("半年", "zh", 6), ("三倍", "zh", 300),
        ("3-5万元", "zh", 30_000), ("十四五规划", "zh", 14), ("三点五亿", "zh", 350_000_000), ("１２人", "zh", 12),
        ("2.75 亿人", "zh", 275_000_000), ("十几个", "zh", 12), ("八二宪法", "zh", 1982), ("14 000人", "zh", 14_000),
        ("3億5千万円", "ja", 350_000_000), ("2021.3.5", "zh", 5),
        ("1,234.5", "en", 1234.5), ("11 billion", "en", 11e9), ("20k users", "en", 20_000), ("the 1990s", "en", 1990),
        ("the 90s", "en", 1990), ("at 3 pm", "en", 15), ("RM12.5 billion", "en", 12.5e9), ("21st", "en", 21),
        ("twenty-one", "en", 21), ("May 10", "en", 5),
        ("one hundred and five thousand", "en", 105_000), ("two dozen", "en", 24), ("half a million", "en", 500_000),
        ("two and a half million", "en", 2_500_000), ("a thousand", "en", 1000), ("three decades", "en", 30),
        ("3 to 5 million", "en", 3_000_000), ("10, 000", "en", 10_000), ("12,34,567", "en", 1_234_567),
        ("1.234,5", "de", 1234.5), ("1.250 Euro", "de", 1250), ("0.71", "de", 0.71), ("3,5 Mio.", "de", 3_500_000),
        ("1 234 567", "fr", 1_234_567), ("12,4 à 15,5 milliards", "fr", 12.4e9), ("5 млн", "ru", 5_000_000),
        ("в марте", "ru", 3), ("двадцать", "ru", 20), ("אלפיים", "he", 2000), ("zwölf", "de", 12),
        ("zweihundertfünfzig", "de", 250), ("am 3. März", "de", 3), ("٢٠٢١", "ar", 2021),
    ],
)  # fmt: skip
def test_a_quantity_can_have_the_value(text: str, lang: str, value: float) -> None:
    assert value in [number for quantity in quantities(text, lang) for number in quantity.values]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("COVID-19 and G20", "en"), ("H1N1", "en"), ("a 5G network", "en"), ("he may march", "en"),
        ("see https://a.org/12", "en"),
        ("x1@example.org 写信", "zh"), ("keine", "de"), ("", "en"),
    ],
)  # fmt: skip
def test_names_and_addresses_hold_no_quantities(text: str, lang: str) -> None:
    assert [quantity for quantity in quantities(text, lang) if quantity.firm] == []


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("On May 10, two dozen of 1,200 came.", ("May", "10", "two dozen", "1,200")),
        ("at 8:30 on 2021-05-10", ("8", "30", "2021", "05", "10")),
        ("the first two of twenty twenty-one", ("first", "two", "twenty", "twenty-one")),
        ("3.5 million and half a million", ("3.5 million", "half a million")),
    ],
)
def test_quantities_are_exactly_their_words(text: str, quotes: tuple[str, ...]) -> None:
    assert tuple(quantity.span.of(text) for quantity in quantities(text, "en")) == quotes


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("einundzwanzig", 21), ("einundzwanzigste", 21), ("zweihundertfünfzig", 250), ("dreitausend", 3000),
        ("fünfundzwanzigtausenddreihundert", 25_300), ("hundert", 100), ("zehnfachen", 10),
        ("haus", None), ("x" * 99, None),
    ],
)  # fmt: skip
def test_german_number_words(word: str, value: float | None) -> None:
    assert german.value(word) == value
