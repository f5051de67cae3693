"""Negators, modal words, units and days as they are read from a text."""

from __future__ import annotations

import pytest

from review.checks.missing_clause import fragments
from review.checks.modality import forces
from review.checks.reading import calendar
from review.checks.reading.coverage import coverage
from review.checks.reading.polarity import plain, possible
from review.checks.reading.support import roman
from review.checks.reading.units import converted, is_conversion
from review.types import Pair


@pytest.mark.parametrize(
    ("text", "lang", "negators"),
    [
        ("他不来，也没有来信。", "zh", ["不", "没"]), ("他不仅来了，还不断来信。", "zh", []),
        ("居民不得不搬走。", "zh", []),
        ("他没来，但不久会来。", "zh", ["没"]), ("能不能来？", "zh", []), ("非常好", "zh", []),
        ("严禁烟火", "zh", ["严禁"]),
        ("It isn't here, nor there.", "en", ["isn't"]), ("Not only he came.", "en", []),
        ("Nobody came.", "en", ["Nobody"]),
        ("Er kam nicht.", "de", ["nicht"]), ("Er kam nicht nur heute.", "de", []), ("Il n’est pas venu.", "fr", ["n’"]),
        ("No vino nadie.", "es", ["No"]), ("Ninguém não veio.", "pt", ["não"]), ("Он не пришёл.", "ru", ["не"]),
        ("הוא לא בא", "he", ["לא"]), ("彼は来なかった。", "ja", ["なかった"]),
    ],
)  # fmt: skip
def test_plain_negators(text: str, lang: str, negators: list[str]) -> None:
    assert [span.of(text) for span in plain(text, lang)] == negators


@pytest.mark.parametrize(
    ("text", "lang", "count"),
    [("It lacks an unusual form.", "en", 2), ("拒绝参加", "zh", 1), ("灾难与消防", "zh", 0), ("He came.", "en", 0)],
)
def test_places_that_may_be_said_with_a_negator(text: str, lang: str, count: int) -> None:
    assert possible(text, lang) == count


def test_small_letters_of_another_length_keep_the_places() -> None:
    text = "İİ not"
    assert [span.of(text) for span in plain(text, "en")] == ["not"]


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        ("必须登记", "zh", ["must"]), ("不得吸烟", "zh", ["must not"]), ("无需登记", "zh", ["need not"]),
        ("可以借阅", "zh", ["may"]), ("可以说很好", "zh", []), ("You must not smoke", "en", ["must not"]),
        ("They do not really have to", "en", ["need not"]), ("Он должен уйти", "ru", ["must"]),
    ],
)  # fmt: skip
def test_forces_of_modal_words(text: str, lang: str, found: list[str]) -> None:
    assert list(forces(text, lang)) == found


@pytest.mark.parametrize(
    ("number", "unit", "other", "value"),
    [
        (5.0, "kilometre", "mile", 3.10686), (300.0, "mu", "hectare", 20.0), (20.0, "jin", "kilogram", 10.0),
        (38.0, "degree Celsius", "degree Fahrenheit", 100.4), (32.0, "degree Fahrenheit", "degree Celsius", 0.0),
        (100.0, "square metre", "square foot", 1076.391),
    ],
)  # fmt: skip
def test_measures_in_other_units(number: float, unit: str, other: str, value: float) -> None:
    assert converted(number, unit, other) == pytest.approx(value, rel=1e-4, abs=1e-9)


def test_units_of_other_dimensions_and_currencies_have_no_rate() -> None:
    assert converted(1.0, "mile", "kilogram") is None
    assert converted(1.0, "yuan", "dollar") is None
    assert not is_conversion(5.0, "mile", 5.0, "mile")


def test_roman_numerals() -> None:
    assert roman("Louis XIV, siglo XXI, XIXe siècle, в XX веке") == [14.0, 21.0, 19.0, 20.0]


@pytest.mark.parametrize(
    ("read", "text", "lang", "found"),
    [
        ("weekdays", "周三和星期天", "zh", [2, 6]), ("weekdays", "一周三次", "zh", []),
        ("weekdays", "on Monday and Sundays", "en", [0, 6]), ("weekdays", "в пятницу", "ru", [4]),
        ("weekdays", "月曜日", "ja", [0]), ("dates", "3月5日", "zh", [305]), ("dates", "十二月二十一日", "zh", [1221]),
        ("dates", "March 5, 5 March and Dec. 24th", "en", [305, 305, 1224]), ("dates", "we may 5 times", "en", []),
        ("dates", "5 марта и 9 мая", "ru", [305, 509]), ("dates", "el 5 de marzo", "es", [305]),
        ("dates", "2021-03-05 и 5.3.2021", "ru", [305, 305]), ("dates", "on 5/3/2021", "en", [305, 503]),
        ("dates", "2021年3/5, 2.3.5", "zh", []),
        ("hours", "下午3点到晚上十一点", "zh", [15, 23]), ("hours", "12 a.m. to 3:30 p.m.", "en", [0, 15]),
    ],
)  # fmt: skip
def test_days_and_hours(read: str, text: str, lang: str, found: list[int]) -> None:
    reader = getattr(calendar, read)
    assert [named.number for named in reader(text, lang)] == found


@pytest.mark.parametrize(
    ("text", "lang", "unit", "found"),
    [
        ("去年到今年", "zh", "year", [-1, 0]), ("this and next year", "en", "year", [1]), ("明年级", "de", "year", []),
        ("上周和昨晚", "zh", "week", [-1]), ("yesterday and today", "en", "day", [-1, 0]),
    ],
)  # fmt: skip
def test_what_is_told_from_today_on(text: str, lang: str, unit: str, found: list[int]) -> None:
    assert [named.number for named in calendar.relative(text, lang, unit)] == found


def test_a_word_of_the_source_covers_one_word_of_the_translation() -> None:
    found = coverage(Pair("p", "图书馆", "library library", "zh", "en"))
    assert found is not None
    assert found.source.levels == ["whole"]
    assert sorted(found.target.levels) == ["shared", "whole"]


def test_pairs_without_a_dictionary_have_no_coverage() -> None:
    assert coverage(Pair("p", "Bibliothek", "library", "de", "en")) is None


def test_sentences_without_a_main_clause() -> None:
    assert fragments("Because of the rain. He came. When he came, it rained. According to the report.") == 2
