"""What the aligner sees of a text: its segments that are not blank, their tokens, and the classes of their edges."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from review.align.cues import cue_classes
from review.align.quotations import double_quoted, opened
from review.align.tokens import Ints, Tokens, tokenise
from review.types import Segment


@dataclass(frozen=True, slots=True)
class Side:
    """One side; `classes` holds, for each kind of cue, the class of each segment's right edge.

    `opened` counts the quotations that begin in each segment.
    """

    segments: tuple[Segment, ...]
    tokens: Tokens
    classes: tuple[Ints, ...]
    opened: Ints

    @classmethod
    def of(cls, segments: Iterable[Segment], raw: str, lang: str) -> Side:
        """The side of some segments of a raw text, blank ones passed over."""
        placed = [(segment, segment.body) for segment in segments]
        kept = tuple(segment for segment, body in placed if len(body))
        bodies = [body.of(raw) for _, body in placed if len(body)]
        quoted = [double_quoted(body) for body in bodies]
        classes = cue_classes(quoted, [segment.paragraph for segment in kept])
        return cls(kept, tokenise(bodies, lang), classes, opened(quoted))

    def __len__(self) -> int:
        return len(self.segments)

    def run(self, first: int, last: int) -> tuple[int, ...]:
        """The indexes in the text of the segments first..last−1, and of blank ones between them."""
        segments = self.segments[first:last]
        return tuple(range(segments[0].index, segments[-1].index + 1)) if segments else ()

    def part(self, first: int, last: int) -> tuple[Side, Ints]:
        """The segments first..last−1 as a side of their own, and which of this side's types its own are."""
        tokens = self.tokens
        kept, ids = np.unique(tokens.ids[tokens.starts[first] : tokens.starts[last]], return_inverse=True)
        own = replace(
            tokens,
            types=tuple(tokens.types[number] for number in kept.tolist()),
            ids=ids,
            starts=tokens.starts[first : last + 1] - tokens.starts[first],
            lengths=tokens.lengths[first:last],
        )
        classes = tuple(each[first:last] for each in self.classes)
        return Side(self.segments[first:last], own, classes, self.opened[first:last]), kept
