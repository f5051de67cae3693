"""Whatever form a number is written in, in two languages, it is read as the same value."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from review.checks.numbers import find
from review.checks.reading.quantities import quantities
from review.checks.reading.words import listed
from review.types import Pair

DIGITS = "零一二三四五六七八九"
ONES = listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
TENS = listed("zero ten twenty thirty forty fifty sixty seventy eighty ninety")
Form = Callable[[int], str]


def under_ten_thousand(number: int, *, first: bool) -> str:
    written, gap = "", not first
    for unit, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            written += ("零" if (gap and not written) or (gap and written) else "") + DIGITS[digit] + sign
        gap = not digit and (bool(written) or not first)
    return written


def chinese(number: int) -> str:
    """In characters, as 一亿二千零三万零五."""
    written = ""
    for unit, sign in ((10**8, "亿"), (10**4, "万"), (1, "")):
        part = number // unit % 10**4
        if part:
            written += under_ten_thousand(part, first=not written) + sign
    return written


def english(number: int) -> str:
    """In words, as twelve million three hundred thousand and five."""
    for unit, name in ((10**9, "billion"), (10**6, "million"), (10**3, "thousand"), (100, "hundred")):
        if number >= unit:
            rest = number % unit
            joint = (" and " if rest < 100 else " ") + english(rest) if rest else ""
            return f"{english(number // unit)} {name}{joint}"
    if number >= 20:
        return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
    return ONES[number]


def scaled(number: int, unit: int, name: str, point: str = ".") -> str:
    """In figures with a scale word, as 1.2 million; numbers far below the scale in figures alone."""
    return f"{number / unit:.10g}{name}".replace(".", point) if number >= unit / 100 else str(number)


FORMS: dict[str, tuple[Form, ...]] = {
    "zh": (
        str,
        lambda number: f"{number:,}",
        chinese,
        lambda number: scaled(number, 10**4, "万"),
        lambda number: scaled(number, 10**8, "亿"),
    ),
    "ja": (str, lambda number: f"{number:,}", lambda number: scaled(number, 10**4, "万")),
    "en": (
        str,
        lambda number: f"{number:,}",
        english,
        lambda number: scaled(number, 10**6, " million"),
        lambda number: scaled(number, 10**9, " billion"),
    ),
    "de": (str, lambda number: f"{number:,}".replace(",", "."), lambda number: scaled(number, 10**6, " Mio.", ",")),
    "fr": (str, lambda number: f"{number:,}".replace(",", " "), lambda number: scaled(number, 10**6, " millions", ",")),
    "es": (str, lambda number: f"{number:,}".replace(",", "."), lambda number: scaled(number, 10**6, " millones", ",")),
    "pt": (str, lambda number: f"{number:,}".replace(",", "."), lambda number: scaled(number, 10**6, " milhões", ",")),
    "ru": (str, lambda number: f"{number:,}".replace(",", " "), lambda number: scaled(number, 10**6, " млн", ",")),
    "he": (str, lambda number: f"{number:,}", lambda number: scaled(number, 10**6, " מיליון")),
    "ar": (lambda number: str(number).translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")),),
}
WRITTEN = st.sampled_from([(lang, form) for lang, forms in FORMS.items() for form in forms])
ROUND = st.builds(lambda head, zeros: head * 10**zeros, st.integers(1, 9999), st.integers(0, 5))
NUMBERS = st.one_of(st.integers(10_000, 999_999_999), ROUND.filter(lambda number: 100 <= number < 10**9))


def said(ours: str, theirs: str, source_lang: str, target_lang: str) -> Pair:
    """The numbers in a line of text: one by itself may be a counter of a page."""
    return Pair("p", f"x {ours} x", f"x {theirs} x", source_lang, target_lang)


@given(NUMBERS, WRITTEN)
@settings(max_examples=600)
def test_a_number_in_any_form_has_its_value(number: int, written: tuple[str, Form]) -> None:
    lang, form = written
    values = [value for quantity in quantities(form(number), lang) for value in quantity.values]
    assert any(abs(value - number) < 1e-6 * number for value in values)


@given(NUMBERS, WRITTEN, WRITTEN)
@settings(max_examples=600)
def test_forms_of_one_number_answer_to_each_other(
    number: int, ours: tuple[str, Form], theirs: tuple[str, Form]
) -> None:
    assert list(find(said(ours[1](number), theirs[1](number), ours[0], theirs[0]))) == []


@given(NUMBERS, st.sampled_from([2, 3, 10]), st.sampled_from(FORMS["zh"]), st.sampled_from(FORMS["en"]))
@settings(max_examples=400)
def test_another_number_is_marked_with_both_values(number: int, times: int, ours: Form, theirs: Form) -> None:
    marks = list(find(said(ours(number), theirs(number * times), "zh", "en")))
    assert [(mark.expected, mark.found) for mark in marks if mark.side == "target"] == [
        (f"{number:,}", f"{number * times:,}")
    ]
