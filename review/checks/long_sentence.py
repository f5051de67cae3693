"""A sentence too long to read at once.

`measured` measures, the limits judge. Where there are other translations, it is only marked if each of them divides it:
else the source asks for the length. Languages without spaces between words are not measured.
Misses a sentence that is hard for other reasons than its length.
"""

from __future__ import annotations

from collections.abc import Iterator

from review.checks.base import Check, Example
from review.checks.reading.divided import may_be_divided
from review.checks.reading.sentences import sentences
from review.checks.reading.tongue import is_spaced
from review.types import Mark, Pair, Span

LONG = 60
"""Words beyond which a sentence is hard. In expert ratings of zh–en translations a major error is in 36 % of all
segments, in 53 % of those with a sentence of 41 to 60 words, which good translations have as well, and in 65 to 76 %
beyond."""
TOO_LONG = 80
"""Words beyond which a sentence has to be divided."""
HARD, TOO_HARD = 0.6, 0.75


def measured(text: str, lang: str) -> list[tuple[Span, int]]:
    """The sentences of a text and their lengths in words, a word being a run with a letter or figure in it."""
    return [(span, _length(span.of(text))) for span in sentences(text, lang)]


def find(pair: Pair) -> Iterator[Mark]:
    if not is_spaced(pair.target_lang) or len(pair.target.split()) <= LONG or not may_be_divided(pair):
        return
    for span, length in measured(pair.target, pair.target_lang):
        if length > LONG:
            too_long = length > TOO_LONG
            yield Mark(
                span,
                f"A sentence of {length} words; over {LONG} it is hard to follow.",
                expected=f"at most {LONG} words",
                found=f"{length} words",
                severity="major" if too_long else "minor",
                score=TOO_HARD if too_long else HARD,
            )


def _length(sentence: str) -> int:
    return sum(token[0].isalnum() or any(sign.isalnum() for sign in token) for token in sentence.split())


PART = "the town council planted new trees along the river and "

CHECK = Check(
    id="long-sentence",
    name="Sentence too long",
    description="A sentence of more than 60 words; of more than 80 it counts as major.",
    category="style/bad sentence structure",
    its="style",
    severity="minor",
    score=HARD,
    version=4,
    find=find,
    examples=(
        Example("很长。", f"Short. So {PART * 7}stopped.", (f"So {PART * 7}stopped.",)),
        Example("很长。", f"So {PART * 9}stopped; it ended. Short; It ended.", (f"So {PART * 9}stopped; it ended.",)),
        Example("长。", f"„So {PART * 6}stopped“, sagte er!", (f"„So {PART * 6}stopped“, sagte er!",), "zh", "de"),
        Example("长。", f"So {PART * 7}stopped.", (f"So {PART * 7}stopped.",), alternatives=("It did. It stopped.",)),
        Example("长。", f"So {PART * 7}stopped.", alternatives=(f"It {PART * 6}stopped.", "It stopped.")),
        Example("不长。", f"So {PART * 5}stopped."),
        Example("两句。", f"So {PART * 4}stopped. So {PART * 4}stopped."),
        Example("Very long.", "很长" * 100 + "。", (), "en", "zh"),
    ),
)
