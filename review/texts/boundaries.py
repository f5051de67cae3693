"""Where the sentences of a line end: a scanner over its punctuation that looks once at each mark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from review.texts.punctuation import QUOTE_MARKS, Punctuation, Token, punctuation
from review.texts.rules import Rules
from review.texts.rules.words import LETTERED

INVISIBLE = "\u200b\u2060\ufeff"
_GAP = re.compile(rf"[\s{INVISIBLE}]*")
_WORD = re.compile(r"\w")
_LEAD = re.compile(r"[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\-–—―•*¿¡….·(\[{（【«»“”„\"'‘’「『《〈‹]{0,8}")
_CONTINUING = frozenset(",;:，；：、،؛%)]}）】》»)")
_DASHES = frozenset("-–—―")
_LABEL = re.compile(
    r"[(\[（]?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[^\W\d_]|[ivxlcIVXLC]{1,6}|[一二三四五六七八九十百]{1,4})[)\]）]?"
)
_FOOTNOTE = re.compile(r"(?:\[\d{1,3}\]|[¹²³⁰⁴-⁹]+)+")
_LAST_WORD = re.compile(r"((?:[^\W\d_][\w-]{0,7}\.[ \u00a0\u202f]?){0,3})([^\W_](?:[\w’'״׳-]|(?<=[א-ת])\"(?=[א-ת]))*)$")
_LETTERED = re.compile(rf"\b(?:{LETTERED}) [^\W\d_]$", re.IGNORECASE)
_FIRST_WORD = re.compile(r"[\w’'-]+")
_HESITATING = re.compile(r"I\b")
_ROMAN = re.compile(r"[IVXLC]+")
_ADDRESS = re.compile(r"://|www\.|@")
_WIDE_STOPS = frozenset("。｡！？")
_WINDOW = 40
_LONGEST_ASIDE = 300
_LONGEST_TITLE = {True: 90, False: 40}


@dataclass(slots=True)
class _Scan:
    """A line on its way through the scanner: `start` is the sentence's, nothing ends before `guard`."""

    text: str
    rules: Rules
    marks: Punctuation
    start: int = 0
    guard: int = 0
    first_word: int = field(default=-1)

    def begin(self, start: int) -> None:
        self.start, self.first_word = start, -1

    def has_word_before(self, place: int) -> bool:
        if self.first_word < self.start:
            found = _WORD.search(self.text, self.start)
            self.first_word = found.start() if found else len(self.text)
        return self.first_word < place


def sentence_starts(line: str, rules: Rules) -> Iterator[int]:
    """The offsets at which the second and later sentences of a line begin; the white space before each is passed.

    A sentence takes its closing quotes, brackets and footnote marks along. The sentences of a long quotation are
    parted, and a speech tag stays with the last of them. Time is linear in the length of the line. It misses
    sentences without an end mark, and a stop that ends both an abbreviation and a sentence before a name.
    """
    scan = _Scan(line, rules, punctuation(line, rules.ends))
    tokens, position = scan.marks.tokens, 0
    while position < len(tokens):
        token = tokens[position]
        position += 1
        if token.role == "open":
            scan.guard = max(scan.guard, _guarded(scan, token))
        elif token.role == "end":
            end, position, quote = _tail(scan, token, position)
            follows = _behind(line, end)
            if follows == len(line):
                return
            if end > scan.guard and _ends(scan, token, end, follows, quote):
                scan.begin(follows)
                yield follows


def _behind(text: str, end: int) -> int:
    found = _GAP.match(text, end)
    return found.end() if found else end


def _guarded(scan: _Scan, token: Token) -> int:
    """Up to where an opening keeps sentences from ending: an aside or a title within a sentence; 0 for none."""
    closing = scan.marks.partners.get(token.start)
    if closing is None:
        return 0
    text, length = scan.text, closing - token.start
    inside = scan.has_word_before(token.start)
    if text[token.start] in "《〈":
        return closing + 1 if length <= _LONGEST_ASIDE else 0
    if text[token.start] not in QUOTE_MARKS:
        return closing + 1 if inside and length <= _LONGEST_ASIDE else 0
    embedded = inside and length <= _LONGEST_TITLE[scan.rules.spaced] and _introduction(scan, token.start) == "embedded"
    beyond = text[closing + 1 : closing + 2 + _WINDOW].lstrip()[:1]
    return closing if embedded and beyond and beyond not in scan.rules.ends else 0


def _introduction(scan: _Scan, opening: int) -> Literal["first", "introduced", "embedded"]:
    """How a quotation stands: `first` in its sentence, `introduced` by a colon or comma, or `embedded` in a clause."""
    before = scan.text[max(0, opening - _WINDOW) : opening].rstrip()[-1:]
    if before and before in ":：,，":
        return "introduced"
    if not before or before in scan.rules.ends or before in QUOTE_MARKS or before in _DASHES:
        return "first"
    return "embedded"


def _tail(scan: _Scan, token: Token, position: int) -> tuple[int, int, int]:
    """The end of the marks, closings and notes that belong to an end mark, the next token, and the closing quote or -1.

    A closing may stand one space off, as in French and in much machine-made text.
    """
    tokens, text, end, quote = scan.marks.tokens, scan.text, token.end, -1
    while position < len(tokens):
        near = tokens[position]
        gap = text[end : near.start] if near.start - end <= 1 else "x"
        if not (near.role == "end" and not gap) and not (near.role == "close" and not gap.strip()):
            break
        quote = near.start if near.role == "close" and text[near.start] in QUOTE_MARKS else quote
        end, position = near.end, position + 1
    if note := _FOOTNOTE.match(text, end):
        end = note.end()
        while position < len(tokens) and tokens[position].start < end:
            position += 1
    return end, position, quote


def _ends(scan: _Scan, token: Token, end: int, follows: int, quote: int) -> bool:
    """Whether a sentence ends at `end`, behind its marks, when `follows` is the next visible place."""
    text, rules = scan.text, scan.rules
    if text[follows] in _CONTINUING or not scan.has_word_before(token.start):
        return False
    if quote >= 0 and _carries_on(scan, token, quote, follows):
        return False
    marks = text[token.start : token.end]
    if _WIDE_STOPS.intersection(marks):
        return quote >= 0 or "。" in marks or not _matches(rules.reporting, text, follows)
    first = _first(text, follows)
    if marks in (".", "．"):
        return _stop_ends(scan, token.start, end, follows, first, quote)
    if not marks.strip(" \u00a0.…．"):
        return _ellipsis_ends(scan, end, first, quote)
    if follows > end:
        return not _lower(text, first)
    return _glued(scan, token.start, first, quote)


def _first(text: str, follows: int) -> int:
    """The place of the first letter or digit behind opening marks and dashes; that of another sign if none is near."""
    found = _LEAD.match(text, follows)
    place = found.end() if found else follows
    return place if place < len(text) else follows


def _lower(text: str, place: int) -> bool:
    """Whether a lower-case word begins there; `iPhone` counts as a capital."""
    return text[place].islower() and not text[place + 1 : place + 2].isupper()


def _wide(character: str) -> bool:
    """Whether it is a letter of Chinese, Japanese or Korean."""
    return character >= "\u2e80" and character.isalpha() and not "\ufb00" <= character <= "\ufeff"


def _carries_on(scan: _Scan, token: Token, quote: int, follows: int) -> bool:
    """Whether what stands behind a closing quote belongs to the sentence: a speech tag, a particle, a clause."""
    text, rules = scan.text, scan.rules
    if text[follows] in _DASHES or _matches(rules.particles, text, follows):
        return True
    opening = scan.marks.partners.get(quote)
    stands = "first" if opening is None else _introduction(scan, opening)
    if stands == "introduced":
        return False
    if stands == "embedded" and _wide(text[follows]) and "。" not in text[token.start : token.end]:
        return True
    return _matches(rules.speech, text, follows)


def _matches(pattern: re.Pattern[str] | None, text: str, place: int) -> bool:
    return pattern is not None and pattern.match(text, place, place + 2 * _WINDOW) is not None


def _ellipsis_ends(scan: _Scan, end: int, first: int, quote: int) -> bool:
    """Whether dots end a sentence: before a capital other than `I`, and before caseless letters after some words."""
    text = scan.text
    if _wide(text[first]):
        return quote >= 0
    if quote < 0 and not text[end].isspace():
        return False
    if text[first].isupper():
        return _HESITATING.match(text, first) is None
    return text[first].isalpha() and not text[first].islower() and not _early(scan, end)


def _early(scan: _Scan, place: int) -> bool:
    """Whether fewer than four words stand in the sentence before a place."""
    return place - scan.start < 2 * _WINDOW and scan.text[scan.start : place].strip().count(" ") < 3


def _glued(scan: _Scan, place: int, first: int, quote: int) -> bool:
    """Whether `!` or `?` without white space behind it ends a sentence: not in an address, not in `Yahoo!s`."""
    text = scan.text
    if _wide(text[first]):
        return True
    token = text[max(0, place - 10 * _WINDOW) : place].split()[-1:]
    inside_address = bool(token) and _ADDRESS.search(token[0]) is not None
    return text[first].isupper() and (quote >= 0 or text[place - 1 : place].islower()) and not inside_address


def _stop_ends(scan: _Scan, stop: int, end: int, follows: int, first: int, quote: int) -> bool:
    text = scan.text
    before = text[stop - 1 : stop]
    if _wide(before):
        return not text[first].isdigit() or follows > end
    if follows == end:
        return _starts_glued(scan, stop, first, quote)
    if stop - scan.start <= _WINDOW and _LABEL.fullmatch(text[scan.start : stop].strip()):
        return False
    if _lower(text, first):
        return False
    return _word_ends(scan, stop, first)


def _starts_glued(scan: _Scan, stop: int, first: int, quote: int) -> bool:
    """Whether a stop without white space behind it ends a sentence: `end.The next`, `said."Then`."""
    text = scan.text
    if not text[first].isupper():
        return False
    word = _FIRST_WORD.match(text, first)
    starts = word is not None and word[0] in scan.rules.starters and text[word.end() : word.end() + 1] == " "
    return quote >= 0 or (starts and text[max(0, stop - 2) : stop].islower())


def _word_ends(scan: _Scan, stop: int, first: int) -> bool:
    """Whether the word or number before a stop lets a sentence end, when a capital, digit or other letter follows."""
    text, rules = scan.text, scan.rules
    last = _LAST_WORD.search(text[max(scan.start, stop - _WINDOW) : stop])
    if last is None:
        return True
    following = _FIRST_WORD.match(text, first)
    after = following[0] if following else text[first]
    dotted = following is not None and text[following.end() : following.end() + 1] == "."
    starter = after in rules.starters and not (dotted and len(after) == 1)
    word, key = last[2], re.sub(r"\s", "", last[1] + last[2])
    if word.isdigit():
        counting = text[max(scan.start, stop - _WINDOW) : stop - len(word)].rstrip()[-1:] in (":", ";")
        return len(word) > 3 or (not counting and (starter or not rules.ordinals))
    if dotted and f"{word}.{after}".lower() in rules.heads:
        return False
    kind = next((rules.abbreviations[form] for form in _forms(key, word) if form in rules.abbreviations), None)
    if kind is None or (kind == "numbered" and len(word) == 1 and word.isupper() and not after[0].isdigit()):
        lettered = _LETTERED.search(text, max(scan.start, stop - _WINDOW), stop) is not None
        return starter or after[0].isdigit() or lettered or not _is_initial(key, word, rules)
    return _kind_ends(scan, stop, kind, after, starter, last)


def _forms(key: str, word: str) -> tuple[str, ...]:
    """What an abbreviation may be listed as, the longest first."""
    if len(key) == 1:
        return (key,)
    parts = key.lower().split(".")
    return (key, ".".join(parts), ".".join(parts[-2:]), word, word.lower() if len(word) > 1 else word)


def _is_initial(key: str, word: str, rules: Rules) -> bool:
    """Whether the word is an initial, a dotted abbreviation such as `N.Y.`, or a Roman ordinal."""
    if len(word) == 1 and word.isalpha():
        return True
    if "." in key and all(len(part) <= 2 for part in key.split(".")[:-1]) and len(word) <= 2:
        return True
    return rules.ordinals and _ROMAN.fullmatch(word) is not None


def _kind_ends(scan: _Scan, stop: int, kind: str, after: str, starter: bool, last: re.Match[str]) -> bool:
    if kind == "numbered":
        return not (after[0].isdigit() or _ROMAN.fullmatch(after) or (len(after) == 1 and after.isupper()))
    counted = scan.text[max(scan.start, stop - _WINDOW) : stop][: last.start(2)].rstrip()[-1:].isdigit()
    if kind == "title" or (kind == "unit" and not counted):
        return False
    return starter or (kind in ("closing", "unit") and not _early(scan, stop))
