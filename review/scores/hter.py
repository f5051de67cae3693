"""What post-editing changed: edits per word of the post-edit (HTER), and the share of segments left untouched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from review.proportion import wilson
from review.scores.corpus import SEED, comparable, scored, statistics
from review.scores.metrics import ter
from review.types import Score


@dataclass(frozen=True, slots=True)
class SegmentEdits:
    """How many edits (insertions, deletions, substitutions, shifts) lead to a post-edit of how many words."""

    edits: int
    words: int

    @property
    def rate(self) -> float:
        """Edits per 100 words: 0 for two empty texts, 100 where the post-edit deleted all, as TER has it."""
        if not self.words:
            return 100.0 if self.edits else 0.0
        return 100 * self.edits / self.words


def segment_edits(
    hypothesis: Sequence[str], post_edit: Sequence[str], *, target_lang: str = "en"
) -> tuple[SegmentEdits, ...]:
    """The edits of each segment; in Chinese and Japanese an ideograph is a word. Raises UnscorableTexts."""
    comparable(hypothesis, post_edit)
    rows = statistics(ter(target_lang), hypothesis, post_edit)
    return tuple(SegmentEdits(int(edits), int(words)) for edits, words in rows)


def hter(
    hypothesis: Sequence[str],
    post_edit: Sequence[str],
    *,
    target_lang: str = "en",
    n_bootstrap: int = 0,
    seed: int = SEED,
) -> Score:
    """Edits per 100 words of the post-edit over the whole set: Σ edits / Σ words, no mean of segments.

    It is TER with the post-edit as the reference, so on one and the same set the two agree, and like TER it sees no
    change of capitals: `untouched` does. Raises UnscorableTexts.
    """
    comparable(hypothesis, post_edit)
    return scored("hter", ter(target_lang), hypothesis, post_edit, n_bootstrap, seed)


def untouched(hypothesis: Sequence[str], post_edit: Sequence[str]) -> Score:
    """The share, in percent, of segments that stand in the post-edit character for character as they were.

    The interval is Wilson's at 95 %. Raises UnscorableTexts.
    """
    comparable(hypothesis, post_edit)
    same = sum(before == after for before, after in zip(hypothesis, post_edit, strict=True))
    low, high = wilson(same, len(hypothesis))
    return Score(
        name="untouched",
        value=100 * same / len(hypothesis),
        signature=f"count:{same}|total:{len(hypothesis)}|ci:wilson95|version:1",
        unit="% of segments",
        segments=len(hypothesis),
        low=100 * low,
        high=100 * high,
    )
