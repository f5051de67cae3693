"""A LanguageTool server: POST /check of its HTTP API, version 2, several pairs in one text.

Finds spelling, grammar, punctuation and style in the translation alone. Misses whatever only the source tells.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import Any

from review.services.judges.base import Answer, Asked, Judge
from review.services.settings import ServiceSettings
from review.services.web import Service, expect_list
from review.types import Mark, Pair, Severity, Span

VERSION = 1
LONGEST = 10_000
"""Characters of a request: half of what public servers take."""
BREAK = "\n\n"
MOST_FIXES = 5
VARIANTS = {"en": "en-US", "de": "de-DE", "pt": "pt-PT", "ca": "ca-ES"}
"""Languages whose spelling is checked only in a variant."""
CATEGORIES = {
    "TYPOS": "fluency/spelling",
    "CASING": "fluency/spelling",
    "COMPOUNDING": "fluency/spelling",
    "CONFUSED_WORDS": "fluency/spelling",
    "GRAMMAR": "fluency/grammar",
    "PUNCTUATION": "fluency/punctuation",
    "TYPOGRAPHY": "fluency/punctuation",
    "REPETITIONS": "fluency/grammar",
    "SEMANTICS": "style/unnatural or awkward",
    "FALSE_FRIENDS": "accuracy/mistranslation",
    "STYLE": "style/unnatural or awkward",
    "REDUNDANCY": "style/unnatural or awkward",
    "PLAIN_ENGLISH": "style/unnatural or awkward",
    "COLLOQUIALISMS": "fluency/register",
    "REGIONALISMS": "fluency/register",
    "WIKIPEDIA": "other",
}
"""LanguageTool's categories in the typology of MQM."""
TYPES = {
    "misspelling": "fluency/spelling",
    "whitespace": "fluency/spelling",
    "grammar": "fluency/grammar",
    "duplication": "fluency/grammar",
    "typographical": "fluency/punctuation",
    "characters": "fluency/character encoding",
    "inconsistency": "fluency/inconsistency",
    "register": "fluency/register",
    "style": "style/unnatural or awkward",
    "terminology": "terminology/inappropriate for context",
    "locale-violation": "locale convention",
    "mistranslation": "accuracy/mistranslation",
}
"""ITS 2.0 issue types, which each of its rules has, for categories that are not above."""
LIGHT = ("style", "register")
"""Issue types whose findings are advice."""


def judge(settings: ServiceSettings) -> Judge | None:
    """The server as it is set; None without an address."""
    if not settings.languagetool_url:
        return None
    url = settings.languagetool_url.removesuffix("/check").removesuffix("/v2")
    service = Service("LanguageTool", url, scheme="", seconds=settings.service_seconds)
    return Judge(
        id="languagetool",
        name="LanguageTool",
        description="Spelling, grammar, punctuation and style of the translation, by a LanguageTool server.",
        version=VERSION,
        stamp=service.url,
        place=service.place,
        cost="Only the translation is sent. A server of your own costs nothing; a hosted one counts requests.",
        limit="",
        ask=partial(judged, service),
    )


def judged(service: Service, pairs: Sequence[Pair]) -> Asked:
    """What the server says of the translations. Raises ServiceError when it cannot go on."""
    for batch in _batches(pairs):
        starts, text = _joined([pairs[place].target for place in batch])
        tag = pairs[batch[0]].target_lang
        fields = {"text": text, "language": VARIANTS.get(tag, tag)}
        matches = expect_list(service, service.post_form("/v2/check", fields), "matches")
        yield from _shared(batch, starts, text, [pairs[place] for place in batch], matches)


def point_at(text: str, unit: int) -> int:
    """The code point offset of an offset in UTF-16 units, which LanguageTool counts in; −1 outside the text."""
    if unit < 0:
        return -1
    point = seen = 0
    while seen < unit and point < len(text):
        seen += 2 if ord(text[point]) > 0xFFFF else 1
        point += 1
    return point if seen == unit else -1


def category_of(rule: Mapping[str, Any]) -> str:
    """The MQM category of a rule: by its category, else by its issue type, else fluency."""
    category = rule.get("category")
    name = category.get("id") if isinstance(category, Mapping) else None
    return CATEGORIES.get(str(name)) or TYPES.get(str(rule.get("issueType"))) or "fluency"


def _batches(pairs: Sequence[Pair]) -> Iterator[list[int]]:
    for _, run in groupby(range(len(pairs)), key=lambda place: pairs[place].target_lang):
        batch: list[int] = []
        size = 0
        for place in run:
            length = len(pairs[place].target) + len(BREAK)
            if batch and size + length > LONGEST:
                yield batch
                batch, size = [], 0
            batch.append(place)
            size += length
        yield batch


def _joined(texts: Sequence[str]) -> tuple[list[int], str]:
    """Where each text begins in all of them joined, in code points; and these."""
    starts, at = [], 0
    for text in texts:
        starts.append(at)
        at += len(text) + len(BREAK)
    return starts, BREAK.join(texts)


def _shared(batch: Sequence[int], starts: Sequence[int], text: str, pairs: Sequence[Pair], matches: list[Any]) -> Asked:
    """The matches, each given to the pair that it lies in."""
    marks: list[list[Mark]] = [[] for _ in batch]
    dropped = [0 for _ in batch]
    for match in matches:
        span = _span(match, text)
        number = bisect_right(starts, span.start) - 1 if span else 0
        if span is None or span.end > starts[number] + len(pairs[number].target):
            dropped[number] += 1
        else:
            marks[number].append(_mark(match, span.moved(-starts[number])))
    for number, place in enumerate(batch):
        yield place, Answer(tuple(marks[number]), dropped=dropped[number])


def _span(match: object, text: str) -> Span | None:
    if not isinstance(match, Mapping):
        return None
    offset, length = match.get("offset"), match.get("length")
    if not isinstance(offset, int) or not isinstance(length, int) or length < 0:
        return None
    start, end = point_at(text, offset), point_at(text, offset + length)
    return Span(start, end) if 0 <= start <= end else None


def _mark(match: Mapping[str, Any], span: Span) -> Mark:
    rule = match.get("rule")
    known = rule if isinstance(rule, Mapping) else {}
    given = match.get("replacements")
    values = [one.get("value") for one in given if isinstance(one, Mapping)] if isinstance(given, list) else []
    severity: Severity = "neutral" if known.get("issueType") in LIGHT else "minor"
    reason = " ".join(str(match.get("message") or "LanguageTool gives no reason.").split())
    fixes = tuple(value for value in values if isinstance(value, str) and value.isprintable())[:MOST_FIXES]
    return Mark(span, reason, fixes=fixes, severity=severity, category=category_of(known))
