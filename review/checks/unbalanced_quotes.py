"""A quotation that opens and never closes, or closes and never opened.

Double quotes of every shape are one family, so that “so" is balanced. A quotation may open in one pair and close in a
later one; one that the source leaves open too is left alone. Inches behind figures and Hebrew abbreviations are no
quotes.

Text out of a table may have its quotes doubled, and one around it: where fewer are unbalanced when read so, it is.

Single quotes are judged in English, where one opens before a word; those that close may be apostrophes.

Misses single quotes that close and were not opened, and a quotation closed in the wrong place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from review.checks.base import ArticleCheck, Example
from review.checks.reading.balance import Role, Sign, unbalanced
from review.checks.reading.tongue import tongue
from review.types import Mark, Pair, Span

QUOTES = '"“”„‟«»「」『』＂'
QUOTE_SET = frozenset(QUOTES)
LOW_LANGUAGES = frozenset({"de", "cs", "sk", "pl", "hu", "ro", "bg", "is", "ru", "uk"})
HEBREW_ABBREVIATION = regex.compile(r"\p{Hebrew}\"\p{Hebrew}")
DOUBLED = '""'
DOUBLED_SIGN = regex.compile(r'(?P<closes>(?<=[\p{L}\p{N}.,!?;:…%)])"")|""')
OPENS = "„‟「『"
SINGLE_OPEN = regex.compile(
    r"(?:‘|(?<![^\s(\[“\"—–])')"
    r"(?!(?:s|t|d|ll|re|ve|m|em|tis|twas|til|cause|cos|bout|round|n|nuff|tude)(?!\p{L}))(?=[\p{L}“])"
)
SINGLE_CLOSE = regex.compile(r"(?<=[\p{L}\p{N}.,!?…)”%])['’](?![\p{L}\p{N}])")


def find(pairs: Sequence[Pair]) -> Iterator[tuple[int, Mark]]:
    for index, sign in unbalanced(pairs, lone):
        way = "opens but does not close" if sign.role == "open" else "closes but was not opened"
        yield index, Mark(Span(sign.at, sign.at + 1), f"The quotation {way}.")


def lone(text: str, lang: str) -> list[Sign]:
    """The quotes of a text that have no partner in it, in order.

    A quotation that goes over paragraphs opens each of them again: an opening quote at the start of a line counts only
    once while one is open.
    """
    tag = tongue(lang).tag
    single = _single(text) if tag == "en" and ("‘" in text or "'" in text) else []
    if QUOTE_SET.isdisjoint(text):
        return single
    double = _double(text, tag)
    if double and DOUBLED in text:
        double = min((double, _double(_undoubled(text), tag)), key=len)
    return sorted([*single, *double], key=lambda sign: sign.at)


def _undoubled(text: str) -> str:
    """The text without the quotes that a table puts around a cell, and with one for two; what goes leaves a space."""
    inner = text.strip()
    if len(inner) > 1 and inner[0] == '"' != inner[1]:
        text = text.replace('"', " ", 1)
    if inner.endswith('"') and not inner.endswith(DOUBLED):
        at = text.rindex('"')
        text = f"{text[:at]} {text[at + 1 :]}"
    return DOUBLED_SIGN.sub(_single_sign, text)


def _single_sign(match: regex.Match[str]) -> str:
    """The sign on the side of the word that it belongs to."""
    return '" ' if match["closes"] else ' "'


def _double(text: str, tag: str) -> list[Sign]:
    """The double quotes without a partner."""
    opened: list[int] = []
    stray: list[Sign] = []
    for at, sign in enumerate(text):
        if sign not in QUOTES or _is_no_quote(text, at, bool(opened)):
            continue
        role = _role(text, at, text[opened[-1]] if opened else "", tag)
        if role == "close" and opened:
            opened.pop()
        elif role == "close":
            stray.append(Sign(at, "close"))
        elif not (opened and text[at - 1] == "\n"):
            opened.append(at)
    return [*stray, *(Sign(at, "open") for at in opened)]


def _single(text: str) -> list[Sign]:
    """Single quotes that open before a word and that nothing behind a word closes; apostrophes close none.

    One behind an s may be a possessive as well, and is taken for the closing quote.
    """
    closing = [match.start() for match in SINGLE_CLOSE.finditer(text)]
    lone: list[Sign] = []
    for match in SINGLE_OPEN.finditer(text):
        at = match.start()
        partner = next((place for place in closing if place > at), None)
        if partner is None:
            lone.append(Sign(at, "open"))
        else:
            closing = [place for place in closing if place > partner]
    return lone


def _is_no_quote(text: str, at: int, inside: bool) -> bool:
    """Whether a straight quote means inches, or stands in a Hebrew abbreviation."""
    if text[at] != '"' or at == 0:
        return False
    return (text[at - 1].isdecimal() and not inside) or HEBREW_ABBREVIATION.match(text, at - 1) is not None


def _role(text: str, at: int, open_sign: str, tag: str) -> Role:
    """What the quote does where `open_sign` is the last one open ("" for none)."""
    sign = text[at]
    if sign in '"＂':
        return _straight(text, at, bool(open_sign))
    if sign in "«»":
        answers = bool(open_sign) and open_sign in "«»" and open_sign != sign
        return "open" if _is_word_start(text, at) and not answers else "close"
    if sign == "“":
        low = open_sign == "„" or (tag in LOW_LANGUAGES and not _is_word_start(text, at))
        turned = bool(open_sign) and not text[at + 1 : at + 2].strip()
        return "close" if low or turned else "open"
    if sign == "”":
        return "open" if not open_sign and _starts_plainly(text, at) else "close"
    return "open" if sign in OPENS else "close"


def _straight(text: str, at: int, inside: bool) -> Role:
    """A straight quote opens at the start of a word and closes behind one; in between the state decides."""
    if not inside:
        return "open" if at == 0 or _is_word_start(text, at) or not _is_word_end(text, at) else "close"
    nested = text[at - 1] in " \u00a0([" and text[at + 1 : at + 2].isalnum() and text.find('"', at + 1) >= 0
    return "open" if nested else "close"


def _starts_plainly(text: str, at: int) -> bool:
    """Whether a word follows and none goes before, so that a closing shape was typed for an opening one."""
    before, behind = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    return behind.isalnum() and (not before or before.isspace() or before in ",:：，")


def _is_word_start(text: str, at: int) -> bool:
    before, behind = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    return (not before or not (before.isalnum() or before in ".,!?;…)")) and bool(behind) and not behind.isspace()


def _is_word_end(text: str, at: int) -> bool:
    before, behind = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    return bool(before) and not before.isspace() and (not behind or not behind.isalnum())


CHECK = ArticleCheck(
    id="unbalanced-quotes",
    name="Unpaired quotation mark",
    description="A quotation mark without its partner.",
    category="fluency/punctuation",
    its="typographical",
    severity="minor",
    score=0.7,
    version=3,
    find=find,
    examples=(
        Example("他说：“我来。”", "He said, “I will come.", ("“",)),
        Example("“汉江”号启航。", "The Hanjiang” set sail.", ("”",)),
        Example("“请大家安静。”", '"Quiet, everybody.', ('"',)),
        Example("他称之为‘湖’。", "He called it ‘the lake and left.", ("‘",)),
        Example("他称之为‘湖’。", "He called it 'the lake and didn't leave.", ("'",)),
        Example("„Ich komme“, sagte er.", '"I will come, he said.', ('"',), "de", "en"),
        Example("他说：“我来。”", 'He said, “I will come."'),
        Example("He came.", "„Er kam“, sagte sie, »endlich«.", (), "en", "de"),
        Example("“新桥”和“旧桥”。", '"The ""new bridge"" and the ""old bridge"" are open."'),
        Example("屏幕27英寸。", 'The 27" screen of the boys’ club isn’t ‘new’.'),
        Example("‘湖’和‘山’", "The boys’ ‘lake’ and 'hill', ’tis said, 'em and rock ’n’ roll of the '90s aren't."),
        Example("他说：“我来。", "He said, “I will come."),
    ),
)
