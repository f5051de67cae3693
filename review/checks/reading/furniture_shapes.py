"""Whether a line is made of the fixed phrases, stamps and labels of a page's frame."""

from __future__ import annotations

import re
from functools import cache

import regex

from review.checks.reading.furniture_lines import CLOCK, LABELS, PHRASES, STAMPS

BETWEEN = r"[\s|/·•:：,，、;；\-–—>»\[\]【】()（）]*+"
COLON = r"\s?[:：]\s?"
SHORT = 60
"""Code points of what follows the label of a name; more is a sentence."""
FEW = 8
"""Words of it."""
CREDIT_WORDS = 5
END = (".", "!", "?", "。", "！", "？")
FIGURE = re.compile(r"\d")
PREVIOUS = regex.compile(r"(?i)(?:the )?(?:previous|next)|[上下]一[篇条]")
NEIGHBOUR = regex.compile(r"(?i)(?:the )?(?:previous|next) (?:one|article|page|post|story)|[上下]一[篇条]")
"""A label that only a page has; any headline may follow."""
HEADLINE = 160
"""Code points of a headline."""


def shape(line: str, tag: str) -> str:
    """What kind of furniture a whole line in that language is by its fixed words; "" when it is none."""
    if tag not in PHRASES:
        return ""
    if _phrases(tag).fullmatch(line):
        return "a line of page controls"
    if FIGURE.search(line) and _stamp(tag).fullmatch(line):
        return "a time stamp of the page"
    return "a credit of the page" if is_labelled(line) and _is_credit(line, tag) else ""


def is_labelled(line: str) -> bool:
    """Whether a line may hold a label: it has a colon."""
    return ":" in line or "：" in line


def _is_credit(line: str, tag: str) -> bool:
    """Whether labels with few words behind each fill the line, and it is no sentence."""
    labels = list(_label(tag).finditer(line))
    if not labels or labels[0].start() > 1 or line.rstrip().endswith(END):
        return False
    rest = line[labels[-1].end() :].strip()
    if NEIGHBOUR.match(labels[0].group().lstrip("[(【（")):
        return 0 < len(rest) <= HEADLINE
    if len(labels) > 1:
        return len(rest) <= SHORT
    most = FEW if PREVIOUS.match(labels[0].group().lstrip("[(【（")) else CREDIT_WORDS
    return 0 < len(rest) <= SHORT and len(rest.split()) <= most and not rest[0].islower() and "," not in rest


@cache
def _phrases(tag: str) -> regex.Pattern[str]:
    return regex.compile(rf"(?i){BETWEEN}(?:(?:{PHRASES[tag]})(?!\p{{L}}){BETWEEN})++")


@cache
def _stamp(tag: str) -> regex.Pattern[str]:
    clock = rf"(?:\d++|[\s.,:/\-–|()]|(?:{CLOCK[tag]})(?![\p{{Latin}}\p{{Cyrillic}}\p{{Hebrew}}]))"
    return regex.compile(rf"(?i)[\[(【（]?(?:{STAMPS[tag]})\s?[:：]?(?=[^\d]{{0,24}}\d){clock}{{4,40}}+[\])】）]?")


@cache
def _label(tag: str) -> regex.Pattern[str]:
    return regex.compile(rf"(?i)(?<!\p{{L}})[\[(【（]?(?:{LABELS[tag]}|{STAMPS[tag]}){COLON}")
