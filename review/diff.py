"""What changed between two texts, as edits over words, single CJK characters, punctuation and white space."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import groupby, takewhile
from typing import Literal

import regex

from review.types import Span

EditKind = Literal["equal", "insert", "delete", "replace"]
UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}"
WORD = rf"[{UNSPACED}]\p{{M}}*|(?:(?![{UNSPACED}])[\w\p{{M}}])+(?:['’](?![{UNSPACED}])\w+)*|(?!\s)\X"
TOKEN = regex.compile(rf"({WORD}|^)(\s*)")
SENTENCE = regex.compile(r"([^.!?。！？\n]*[.!?。！？\n]*)(\s*)")
COSTLY = 20_000_000
"""Steps of the matcher, at worst, above which the next coarser cut is taken: about a second."""
REMEMBERED = 8192
"""Comparisons kept at hand: those that an article's corrections are shown and judged by again and again."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A piece of one text and what stands for it in the other.

    The edits of two texts tile both, in order: the `after` pieces joined are the text after, and an equal edit has
    the same characters on both sides. An insertion has an empty place before, a deletion one after.
    """

    kind: EditKind
    before: Span
    after: Span


@lru_cache(REMEMBERED)
def edits(before: str, after: str) -> tuple[Edit, ...]:
    """The edits that lead from one text to the other; () for two empty texts.

    Sees no moves: a phrase that changed its place is deleted and inserted. Long texts are compared by sentences first,
    and very long, repetitive ones as one replacement: coarser, and as correct.
    """
    if before == after:
        return (Edit("equal", Span(0, len(before)), Span(0, len(after))),) if before else ()
    for cut in (TOKEN, SENTENCE):
        old, new = _tokens(cut, before), _tokens(cut, after)
        if _steps(old, new) <= COSTLY:
            found = _tiled(_matched(old, new))
            return found if cut is TOKEN else _refined(found, before, after)
    return _tiled([(before, after)])


def changes(before: str, after: str) -> tuple[Edit, ...]:
    """The edits that are no equal pieces."""
    return tuple(edit for edit in edits(before, after) if edit.kind != "equal")


def place_after(span: Span, found: Iterable[Edit]) -> Span | None:
    """Where a piece of the text before stands in the text after those edits; None where it does not stand whole."""
    for edit in found:
        if edit.kind == "equal" and edit.before.start <= span.start and span.end <= edit.before.end:
            return span.moved(edit.after.start - edit.before.start)
    return None


Token = tuple[str, str]
"""A word, or what counts as one, and the white space behind it; white space that a text begins with has no word."""


def _tokens(cut: regex.Pattern[str], text: str) -> list[Token]:
    found: list[Token] = cut.findall(text)
    return [token for token in found if any(token)]


def _steps(old: Sequence[Token], new: Sequence[Token]) -> int:
    """The matcher's steps at worst: pairs of like words, looked at once for each match that it finds."""
    theirs = Counter(word for word, _ in new)
    return min(len(old), len(new)) * sum(count * theirs[word] for word, count in Counter(w for w, _ in old).items())


def _matched(old: Sequence[Token], new: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """Pieces of both texts that stand for each other: words are matched, and white space goes by the word before it."""
    matcher = SequenceMatcher(None, [word for word, _ in old], [word for word, _ in new], autojunk=False)
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind == "equal":
            for (word, gap), (_, other) in zip(old[i:j], new[k:m], strict=True):
                yield word, word
                yield gap, other
        else:
            yield "".join(map("".join, old[i:j])), "".join(map("".join, new[k:m]))


def _tiled(pieces: Iterable[tuple[str, str]]) -> tuple[Edit, ...]:
    """Pieces as edits, neighbours of a kind joined, so that changes and equal pieces take turns."""
    trimmed = (part for old, new in pieces for part in _trimmed(old, new) if any(part))
    found: list[Edit] = []
    at = to = 0
    for same, run in groupby(trimmed, key=lambda part: part[0] == part[1]):
        parts = list(run)
        before = Span(at, at + sum(len(old) for old, _ in parts))
        after = Span(to, to + sum(len(new) for _, new in parts))
        kind: EditKind = "equal" if same else "insert" if not len(before) else "replace" if len(after) else "delete"
        found.append(Edit(kind, before, after))
        at, to = before.end, after.end
    return tuple(found)


def _trimmed(old: str, new: str) -> tuple[tuple[str, str], ...]:
    """A pair of pieces with the white space that both end in, or that blank ones begin with, as a piece of its own."""
    if old == new:
        return ((old, new),)
    if old.isspace() and new.isspace():
        shared = _shared(old, new)
        return ((old[:shared], new[:shared]), (old[shared:], new[shared:]))
    shared = _shared(old[len(old.rstrip()) :][::-1], new[len(new.rstrip()) :][::-1])
    end, other = len(old) - shared, len(new) - shared
    return ((old[:end], new[:other]), (old[end:], new[other:]))


def _shared(one: str, other: str) -> int:
    """How many characters both begin with."""
    return sum(1 for _ in takewhile(lambda both: both[0] == both[1], zip(one, other, strict=False)))


def _refined(found: Sequence[Edit], before: str, after: str) -> tuple[Edit, ...]:
    """The same edits, with each replaced run of sentences compared by itself."""
    finer: list[tuple[str, str]] = []
    for edit in found:
        old, new = edit.before.of(before), edit.after.of(after)
        if edit.kind == "replace" and (old, new) != (before, after):
            finer.extend((inner.before.of(old), inner.after.of(new)) for inner in edits(old, new))
        else:
            finer.append((old, new))
    return _tiled(finer)
