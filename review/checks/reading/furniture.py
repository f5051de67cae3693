"""Page furniture: what a web page's frame leaves in the text of its article, told by the shape of a whole line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import regex

from review.checks.reading.furniture_lines import HOMES as MORE_HOMES
from review.checks.reading.furniture_shapes import is_labelled, shape
from review.checks.reading.furniture_words import CHINESE, CHINESE_CREDITS, COUNTS, CREDITS, LINKING, MADE_BY, STRONG
from review.checks.reading.tongue import tongue
from review.checks.reading.words import words
from review.types import Span

LONGEST = 160
MOST_WORDS = 16
SHORTEST_COUNTER = 3
LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
LABELLED = 80
LABEL = regex.compile(
    r"(?<=[\p{L}\p{N}])\s(?=\p{Lu}\p{L}{2,16}(?: \p{L}{2,12})?\s?[:：]|"
    r"(?:分享|上一篇|下一篇|责任编辑|字体)[^：]{0,3}：)"
)
TAIL = re.compile(r"[.!?…。！？](?:[\"”’）)」]?\s+(?=\S)|(?<=[。！？])[”’」』）]?(?=[^”’」』）\"\s]))")
OPENING = frozenset("[【〔［")
BRACKETED = regex.compile(r"[\[【〔［][^\[\]【】〔〕［］\r\n]{1,80}[\]】〕］]")
COUNTER = regex.compile(r"\d{1,7}(?:[\s\u00a0|/·,]++\d{1,7})++")
NUMBER = re.compile(r"\d+")
SENTENCES = re.compile(r"[.!?]\s")
STEPS = frozenset(">»›→＞")
SEPARATED = regex.compile(r"\s*+(?:>{1,2}|»|›|→|＞)\s*+")
COPYRIGHT = regex.compile(
    r"(?i)(?:copyright (?:©|\(c\)|(?:19|20)\d\d)|©|\(c\) ?(?:19|20)\d\d|all rights reserved|版权所有|"
    r"alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|все права защищены)"
)
REGISTRATION = regex.compile(
    r"(?i)(?:\p{L}{1,12} ?)?ICP ?(?:备|證|证|No\.?|preparation|filing|record|license|备案)?"
    r"[^.!?。]{0,24}\d{4,}(?:号(?:-\d+)?)?"
    r"|(?:\p{L}{1,16} ){0,2}public (?:network )?security[^.!?。]{0,24}\d{6,}|.{0,3}公网安备.{0,6}\d{6,}.{0,3}"
)
SCAN = regex.compile(
    r"(?i)(?:please )?(?:scan|long press|press and hold|tap|click)\b[^.!?。]{0,40}"
    r"\b(?:qr|two-dimensional|2d|bar)[ -]?code\b[^.!?。]{0,40}"
    r"|(?:请)?(?:扫描|扫一扫|长按|识别)[^。！？]{0,10}二维码[^。！？]{0,10}"
    r"|click (?:here )?(?:to|for) (?:view|see|read|enter|download|enlarge|more)\b[^.!?。]{0,30}"
)
HOMES = regex.compile(
    r"(?i)(?:(?:your |the )?(?:current|present) (?:location|position)|you are here|home(?:page)?|front page|index|"
    rf"{MORE_HOMES}|"
    r"当前位置|您(?:的|所在的)?位置|您现在的位置|首页|startseite|sie sind hier|accueil|inicio|главная|вы здесь)"
)
COLON = r"\s*+[:：]\s*+"
CREDIT_LABELS = {lang: regex.compile(rf"(?i)(?:{label}){COLON}") for lang, label in CREDITS.items()}
MAKERS = {lang: regex.compile(rf"(?i)(?:{label})\b(?:{COLON}|\s*+)") for lang, label in MADE_BY.items()}
COUNTED = {
    lang: regex.compile(rf"(?i)(?:{label})(?:{COLON}|\s?)\d[\d,.:/\- ]{{0,24}}(?:times)?")
    for lang, label in COUNTS.items()
}
SEPARATORS = "[]【】〔〕［］()（）|/·•:：,，、;；-–—>»<«*#&+\"“”'’. \u00a0\u3000\t"
CHINESE_LINE = regex.compile(f"(?:{CHINESE}|[\\[\\]【】〔〕［］()（）|/·•:：,，、;；>»<« \u00a0\u3000\t\\-])++")
CHINESE_WORD = regex.compile(CHINESE)
CHINESE_CREDIT = regex.compile(rf"[\[【（(]?{CHINESE_CREDITS}{COLON}[^。！？!?]{{0,30}}[\]】）)]?")


@dataclass(frozen=True, slots=True)
class Furniture:
    """A piece of page furniture: its place, and what kind of line it is, in plain words."""

    span: Span
    kind: str


@lru_cache(maxsize=512)
def furniture(text: str, lang: str) -> tuple[Furniture, ...]:
    """The page furniture of a text: whole lines, what follows the last sentence of a line, and bracketed groups.

    Misses furniture inside a sentence, lines of words outside the vocabulary, and headlines of other articles.
    """
    found: list[Furniture] = []
    for line in LINE.finditer(text):
        found.extend(_of_line(line.group(), line.start(), lang))
    return tuple(found)


def only_furniture(text: str, lang: str) -> bool:
    """Whether a text has visible characters and all of them are page furniture."""
    pieces = furniture(text, lang)
    covered = sum(len(piece.span.of(text).strip()) for piece in pieces)
    return bool(pieces) and covered >= len("".join(text.split()))


def _of_line(line: str, start: int, lang: str) -> Iterator[Furniture]:
    whole = _body(line, 0, len(line))
    if kind := _kind(whole.of(line), lang, standing_alone=True):
        yield Furniture(whole.moved(start), kind)
        return
    last = max([gap.end() for gap in TAIL.finditer(line)], default=0)
    label = LABEL.search(line, max(0, len(line) - LABELLED)) if not last and is_labelled(line) else None
    last = label.end() if label else last
    tail = _body(line, last, len(line))
    if last and (kind := _kind(tail.of(line), lang, standing_alone=False)):
        yield Furniture(tail.moved(start), kind)
        return
    for group in BRACKETED.finditer(line) if not OPENING.isdisjoint(line) else ():
        if kind := _kind(group.group(), lang, standing_alone=True):
            yield Furniture(Span(start + group.start(), start + group.end()), kind)


def _kind(piece: str, lang: str, *, standing_alone: bool) -> str:
    """What kind of furniture a piece of text is as a whole; "" when it is none."""
    if not piece or len(piece) > LONGEST or piece.count(" ") > MOST_WORDS:
        return ""
    if standing_alone and _is_counter(piece):
        return "a row of counters"
    by_shape = shape(piece, tongue(lang).tag) if standing_alone else ""
    return by_shape or _kind_by_form(piece) or _kind_by_words(piece, tongue(lang).tag) or _kind_in_chinese(piece)


def _is_counter(piece: str) -> bool:
    return COUNTER.fullmatch(piece) is not None and len(NUMBER.findall(piece)) >= SHORTEST_COUNTER


def _kind_by_form(piece: str) -> str:
    bare = piece.strip(SEPARATORS)
    if COPYRIGHT.match(bare) or piece.startswith("©"):
        return "a copyright line"
    if NUMBER.search(bare) and REGISTRATION.fullmatch(bare):
        return "a registration number"
    if SCAN.fullmatch(bare):
        return "a call to scan or click"
    return "a breadcrumb" if not STEPS.isdisjoint(piece) and _is_breadcrumb(piece) else ""


def _is_breadcrumb(piece: str) -> bool:
    parts = [part for part in SEPARATED.split(piece) if part]
    short = all(len(part) <= 40 for part in parts)
    return (
        short and len(parts) >= 2 and (HOMES.match(parts[0]) is not None) and not piece.rstrip().endswith((".", "。"))
    )


def _kind_by_words(piece: str, tag: str) -> str:
    for language in dict.fromkeys((tag, "en")):
        if language in STRONG and (kind := _kind_in(piece, language)):
            return kind
    return ""


def _kind_in(piece: str, language: str) -> str:
    bare = piece.strip(SEPARATORS)
    if is_labelled(bare) and _labelled(CREDIT_LABELS[language], bare, most_words=8):
        return "an editor's credit"
    if not piece.rstrip().endswith((".", "!", "?")) and _made_by(MAKERS[language], bare):
        return "a producer's credit"
    if NUMBER.search(bare) and COUNTED[language].fullmatch(bare):
        return "a counter or time stamp of the page"
    return "a line of page controls" if _is_controls(piece, language) else ""


def _labelled(label: regex.Pattern[str], bare: str, most_words: int) -> bool:
    found = label.match(bare)
    return found is not None and len(words(bare[found.end() :])) <= most_words and not SENTENCES.search(bare)


def _made_by(label: regex.Pattern[str], bare: str) -> bool:
    found = label.match(bare)
    rest = bare[found.end() :] if found else ""
    return bool(rest) and len(rest.split()) <= 8 and "," not in rest and (rest[0].isupper() or not rest[0].islower())


def _is_controls(piece: str, language: str) -> bool:
    """Words of the page's controls and nothing else, at least two, or one in brackets, and no sentence's end."""
    if piece.rstrip().endswith((".", "!", "?", "。")) or NUMBER.search(piece):
        return False
    found = [word.text.lower() for word in words(piece)]
    if not found or len(found) > MOST_WORDS:
        return False
    bracketed = BRACKETED.fullmatch(piece.strip()) is not None
    strong = sum(word in STRONG[language] for word in found)
    known = all(word in STRONG[language] or word in LINKING[language] for word in found)
    return known and (strong >= 2 or (bracketed and strong == len(found))) and strong * 2 >= len(found)


def _kind_in_chinese(piece: str) -> str:
    if piece.isascii():
        return ""
    if CHINESE_CREDIT.fullmatch(piece):
        return "an editor's credit or a page counter"
    if CHINESE_LINE.fullmatch(piece):
        controls = CHINESE_WORD.findall(piece)
        bracketed = BRACKETED.match(piece) is not None
        return "a line of page controls" if len(controls) >= 2 or (bracketed and controls) else ""
    return ""


def _body(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip())
    return Span(start + lead, max(start + lead, start + len(piece.rstrip())))
