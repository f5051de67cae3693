"""English ordinals up to the hundredth, in words and in figures."""

from __future__ import annotations

from review.checks.reading.number_words import CARDINALS, ORDINALS

TENS = {value: word for word, value in CARDINALS["en"].items() if value >= 20}
WORDS = {int(value): word for word, value in ORDINALS.items()} | {
    int(ten + value): f"{name}-{word}"
    for ten, name in TENS.items()
    for word, value in ORDINALS.items()
    if 0 < value < 10
}
VALUES = {word: value for value, word in WORDS.items()}
ENDINGS = {1: "st", 2: "nd", 3: "rd"}
SPELT = "|".join(sorted((word.replace("-", "[- ]") for word in VALUES), key=len, reverse=True))
PATTERN = rf"\d{{1,2}}(?:st|nd|rd|th)|(?:{SPELT})"


def ordinal(text: str) -> int | None:
    """The value of an ordinal such as 20th, Twentieth or twenty-first; None for any other text."""
    figures = text.rstrip("thsndr")
    if figures.isdecimal() and figures != text:
        return int(figures)
    return VALUES.get(text.casefold().replace(" ", "-"))


def written(value: int, like: str) -> str:
    """The ordinal of a value, in figures or words and with capitals as `like` has them; from 1 to 99."""
    if like[:1].isdecimal():
        return figured(value)
    return WORDS[value].capitalize() if like[:1].isupper() else WORDS[value]


def figured(value: int) -> str:
    """The ordinal of a value in figures."""
    return f"{value}{'th' if value // 10 == 1 else ENDINGS.get(value % 10, 'th')}"
