"""What the store does not take, because it could not give it back as it is. Each raises UnstorableValue."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from datetime import datetime
from itertools import accumulate, pairwise

from review.errors import UnstorableValue
from review.judged.events import Blinding, Event, Release, Sample
from review.judged.events import Value as OfArticle
from review.judgements import (
    Comment,
    Correction,
    Dismissal,
    Draft,
    ErrorSpan,
    Judgement,
    SegmentScore,
    StatusChange,
    Value,
)
from review.types import Article, Bead, Span, Text, Translation

NO_TEXT = re.compile("[\0\ud800-\udfff]")
"""NUL, which ends a text in some databases, and half characters, which no encoding writes."""

SCORES = range(101)
"""What a segment score may be."""


def refuse_article(article: Article) -> None:
    """An article with a text that is not Unicode or not tiled, or beads that are not runs of its segments."""
    _refuse_string("title", article.title)
    _refuse_text("source", article.source)
    for translation in article.translations:
        refuse_translation(article.source, translation)


def refuse_translation(source: Text, translation: Translation) -> None:
    """A translation that is not sound in itself, or whose beads are not runs of the source's segments and its own."""
    where = f"translation by {translation.system!r}"
    _refuse_string(f"{where}, system", translation.system)
    _refuse_text(where, translation.text)
    for bead in translation.beads:
        runs = _is_run(bead.source, len(source.segments)) and _is_run(bead.target, len(translation.text.segments))
        if not runs or math.isnan(bead.score):
            raise UnstorableValue(f"{where}: {bead}; expected runs of segments that exist, and a score")
        if not _is_certain(bead) or not _has_words(bead, source, translation.text):
            raise UnstorableValue(f"{where}: {bead}; expected words in its segments, and shares of 1")


def refuse_signature(at: datetime, by: str) -> None:
    """A time without a zone, or a name that is not Unicode."""
    _refuse_string("added by", by)
    if at.tzinfo is None:
        raise UnstorableValue(f"added at {at}: a time without a zone; expected an aware time")


def refuse_judgement(judgement: Judgement) -> None:
    """A judgement with a string that is not Unicode, a time without a zone, or a score that is none."""
    where = f"judgement {judgement.id!r} on pair {judgement.pair!r}"
    for text in (judgement.id, judgement.pair, judgement.reviewer, *_strings(judgement.value)):
        _refuse_string(where, text)
    if judgement.at.tzinfo is None:
        raise UnstorableValue(f"{where}: the time {judgement.at} has no zone; expected an aware time")
    if isinstance(judgement.value, SegmentScore) and judgement.value.value not in (None, *SCORES):
        raise UnstorableValue(f"{where}: the score {judgement.value.value}; expected {SCORES[0]} to {SCORES[-1]}")


def refuse_event(event: Event) -> None:
    """An event with a string that is not Unicode, or a time without a zone."""
    where = f"event {event.id!r} on article {event.article!r}"
    for text in (event.id, event.article, event.reviewer, *_names(event.value)):
        _refuse_string(where, text)
    if event.at.tzinfo is None:
        raise UnstorableValue(f"{where}: the time {event.at} has no zone; expected an aware time")


def _refuse_text(where: str, text: Text) -> None:
    origin = text.origin
    left_out = [string for piece in origin.left_out for string in (piece.text, piece.reason)]
    for string in (text.raw, text.lang, origin.name, origin.format, origin.encoding, *left_out):
        _refuse_string(f"{where} {origin.name!r}", string)
    places = enumerate(accumulate((len(segment.text) for segment in text.segments), initial=0))
    in_order = all((s.index, s.start) == place for s, place in zip(text.segments, places, strict=False))
    if not in_order or "".join(segment.text for segment in text.segments) != text.raw:
        raise UnstorableValue(f"{where} {origin.name!r}: the segments joined are not the text; expected that they are")


def _refuse_string(where: str, text: str) -> None:
    found = NO_TEXT.search(text)
    if found:
        raise UnstorableValue(
            f"{where}, character {found.start()}: U+{ord(found[0]):04X}; "
            "expected Unicode text without NUL and without half characters (lone surrogates)"
        )


def _is_run(indexes: Sequence[int], size: int) -> bool:
    return not indexes or (
        indexes[0] >= 0 and indexes[-1] < size and all(after == before + 1 for before, after in pairwise(indexes))
    )


def _is_certain(bead: Bead) -> bool:
    """Whether its certainty and its words' weights are probabilities, the weights in hundredths."""
    return (bead.certainty is None or 0 <= bead.certainty <= 1) and all(
        0 <= link.weight <= 1 and round(link.weight, 2) == link.weight for link in bead.words
    )


def _has_words(bead: Bead, source: Text, target: Text) -> bool:
    """Whether all its words stand in its segments."""
    ours, theirs = _reach(source, bead.source), _reach(target, bead.target)
    return all(
        ours.start <= link.source.start <= link.source.end <= ours.end
        and theirs.start <= link.target.start <= link.target.end <= theirs.end
        for link in bead.words
    )


def _reach(text: Text, indexes: Sequence[int]) -> Span:
    if not indexes:
        return Span(0, 0)
    return Span(text.segments[indexes[0]].start, text.segments[indexes[-1]].span.end)


def _strings(value: Value) -> tuple[str, ...]:
    match value:
        case Correction(text=text, accepted=accepted, action=action, errors=errors, guessed=guessed):
            marked = (string for error in (*errors, *guessed) for string in _strings(error))
            return text, accepted, action, *marked
        case Draft(text=text):
            return (text,)
        case Dismissal(finding=finding, scope=scope):
            return finding, scope
        case StatusChange(status=status):
            return (status,)
        case ErrorSpan(text=text, category=category, severity=severity, side=side, note=note):
            return text, category, severity, side, note
        case Comment(text=text, about=about, turn=turn):
            return text, about, turn
        case SegmentScore():
            return ()


def _names(value: OfArticle) -> tuple[str, ...]:
    match value:
        case Release(digest=digest, versions=versions, open=open_):
            return digest, *(name for name, _ in (*versions, *open_))
        case Sample(pairs=pairs):
            return pairs
        case Blinding():
            return ()
