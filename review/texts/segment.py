"""Segments of a text: sentences and lines with exact offsets, that joined are the text again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from review.texts.boundaries import INVISIBLE, sentence_starts
from review.texts.rules import Rules, rules_of
from review.types import Origin, Segment, Span, Text

_WHITE = "".join(chr(code) for code in range(0x3001) if chr(code).isspace())
_UNNAMED = Origin()
_UNSEEN = _WHITE + INVISIBLE + "\u200e\u200f"


def segment(raw: str, lang: str) -> tuple[Segment, ...]:
    """The sentences of a text; a line break ends one always, and a paragraph with it.

    Law: the segments joined are the text. White space behind a sentence, line breaks and blank lines included,
    belongs to it; white space before the first belongs to that. A blank text is one segment, an empty one none.
    Raises UnknownLanguage for a tag that is not in the table.
    """
    rules = rules_of(lang)
    starts = [(start, number) for number, line in enumerate(_visible_lines(raw)) for start in _starts(raw, line, rules)]
    return _cut(raw, starts)


def divide(raw: str, lang: str, origin: Origin = _UNNAMED) -> Text:
    """A text with its sentences for segments."""
    return Text(raw, lang, segment(raw, lang), origin)


def lines(raw: str, lang: str, origin: Origin = _UNNAMED) -> Text:
    """A text of one sentence a line: each line is a segment and a paragraph, blank ones too, with its line break.

    Lines end at LF, or at CR where the text holds no LF, so that their numbers are those of other programs.
    """
    pieces = re.findall(r"[^\n]*\n|[^\n]+" if "\n" in raw else r"[^\r]*\r|[^\r]+", raw)
    return Text(raw, lang, _tiles(pieces), origin)


def tabled(texts: Sequence[str], lang: str, origin: Origin = _UNNAMED) -> Text:
    """A text of given segments: the cells joined by LF; each cell is a segment and a paragraph, whatever it holds."""
    pieces = [cell + "\n" for cell in texts[:-1]] + list(texts[-1:])
    return Text("".join(pieces), lang, _tiles(pieces), origin)


def _visible_lines(raw: str) -> Iterator[Span]:
    """The lines that hold something to see, without the white space around it."""
    start = 0
    for line in raw.splitlines(keepends=True):
        if line.strip(_UNSEEN):
            lead = len(line) - len(line.lstrip(_WHITE))
            yield Span(start + lead, start + len(line.rstrip(_WHITE + INVISIBLE)))
        start += len(line)


def _starts(raw: str, line: Span, rules: Rules) -> Iterator[int]:
    yield line.start
    for start in sentence_starts(line.of(raw), rules):
        yield line.start + start


def _cut(raw: str, starts: Sequence[tuple[int, int]]) -> tuple[Segment, ...]:
    """The segments that begin at (offset, paragraph); the first takes all before it."""
    if not raw:
        return ()
    begins = [0, *(start for start, _ in starts[1:]), len(raw)]
    numbers = [paragraph for _, paragraph in starts] or [0]
    return tuple(
        Segment(index, begins[index], raw[begins[index] : begins[index + 1]], paragraph)
        for index, paragraph in enumerate(numbers)
    )


def _tiles(pieces: Sequence[str]) -> tuple[Segment, ...]:
    segments, start = [], 0
    for index, piece in enumerate(pieces):
        segments.append(Segment(index, start, piece, index))
        start += len(piece)
    return tuple(segments)
