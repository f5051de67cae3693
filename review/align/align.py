"""Sentence alignment: the beads that link runs of source segments to the target segments that render them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from review.align.cedict import cedict
from review.align.confidence import with_certainty
from review.align.encoder import Encoded, Encoder
from review.align.fixed import fixed_chain
from review.align.lemmas import inflected
from review.align.lexicon import Combined, Lexicon
from review.align.links import Links
from review.align.model import LARGEST
from review.align.parts import aligned_in_parts
from review.align.sides import Side
from review.align.tasks import Task
from review.align.wordlists.basic import basic
from review.align.wordlists.listed import primary
from review.host.progress import Progress, unseen
from review.types import Bead, Text


def align(
    source: Text,
    target: Text,
    *,
    lexicon: Lexicon | None = None,
    encoder: Encoder | None = None,
    anchors: Sequence[Bead] = (),
    words: bool = True,
    progress: Progress = unseen,
) -> tuple[Bead, ...]:
    """The beads of two texts in text order; each segment is in exactly one, and blank ones stand alone.

    Each bead but those of blank segments and of null anchors says how sure it is, and with `words`, which words
    speak for it; these take a tenth of the time.

    A `lexicon` of the two languages, folded as the aligner's tokens are, adds to the one that ships; an
    `encoder` that knows both adds what it finds alike in meaning, at the cost of encoding each run of segments.
    `anchors` are beads that a reviewer has fixed: they come out as they are, and what lies between two of them hangs
    on nothing beyond them but the words learned. `progress` is told the share that is done. Raises ValueError for
    anchors that overlap, cross, or hold segments that do not stand together.
    """
    alone = {index for anchor in anchors if not anchor.target for index in anchor.source}
    added = {index for anchor in anchors if not anchor.source for index in anchor.target}
    sides = _side(source, alone), _side(target, added)
    listed = Combined(tuple(known for known in (shipped(source.lang, target.lang), lexicon) if known))
    known = inflected(listed, primary(source.lang), primary(target.lang), sides[1].tokens.types)
    links = Links.of(sides[0].tokens, sides[1].tokens, known)
    encoded = (
        None if encoder is None or not all(map(len, sides)) else _encoded(encoder, sides, (source.lang, target.lang))
    )
    found = aligned_in_parts(Task(*sides, links, fixed_chain(anchors, *sides), encoded, words), progress)
    return _in_text_order(with_certainty(found.beads), source, target)


def _side(text: Text, left_out: set[int]) -> Side:
    return Side.of((segment for segment in text.segments if segment.index not in left_out), text.raw, text.lang)


def _encoded(encoder: Encoder, sides: tuple[Side, Side], langs: tuple[str, str]) -> Encoded:
    here, there = ([segment.text.strip() for segment in side.segments] for side in sides)
    return Encoded.of(encoder, here, there, LARGEST, langs)


def shipped(source_lang: str, target_lang: str) -> Lexicon | None:
    """The word list of two languages that ships; None where there is none."""
    langs = primary(source_lang), primary(target_lang)
    return cedict() if langs == ("zh", "en") else basic(*langs)


def _in_text_order(beads: Sequence[Bead], source: Text, target: Text) -> tuple[Bead, ...]:
    """The beads, and null beads for the segments that are in none, where they stand in the text."""
    found = list(beads)
    sources = {index for bead in found for index in bead.source}
    targets = {index for bead in found for index in bead.target}
    alone = [Bead((segment.index,), ()) for segment in source.segments if segment.index not in sources]
    found = list(_merged(found, alone, lambda bead: bead.source))
    added = [Bead((), (segment.index,)) for segment in target.segments if segment.index not in targets]
    return tuple(_merged(found, added, lambda bead: bead.target))


def _merged(beads: list[Bead], alone: list[Bead], side: Callable[[Bead], tuple[int, ...]]) -> Iterator[Bead]:
    """The beads with those that stand alone before the first that comes after them on that side."""
    waiting = iter(alone)
    single = next(waiting, None)
    for bead in beads:
        while single is not None and side(bead) and side(single) < side(bead):
            yield single
            single = next(waiting, None)
        yield bead
    if single is not None:
        yield single
    yield from waiting
