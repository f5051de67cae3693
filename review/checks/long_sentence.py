"""A sentence too long to read at once.

`measured` measures, the limit judges. Languages without spaces between words are not measured.
Misses a sentence that is hard for other reasons than its length.
"""

from __future__ import annotations

from collections.abc import Iterator

from review.checks.base import Check, Example
from review.checks.reading.sentences import sentences
from review.checks.reading.tongue import is_spaced
from review.types import Mark, Pair, Span

TOO_LONG = 60
"""Words from which on a sentence has to be divided. Guides to plain English ask for 15 to 25, and newspapers keep under
40; but raters mark no more of a sentence of 41 to 60 words than of any other, and more of one beyond that."""


def measured(text: str, lang: str) -> list[tuple[Span, int]]:
    """The sentences of a text and their lengths in words, a word being a run with a letter or figure in it."""
    return [(span, _length(span.of(text))) for span in sentences(text, lang)]


def find(pair: Pair) -> Iterator[Mark]:
    if not is_spaced(pair.target_lang) or len(pair.target.split()) <= TOO_LONG:
        return
    for span, length in measured(pair.target, pair.target_lang):
        if length > TOO_LONG:
            yield Mark(
                span,
                f"A sentence of {length} words; over {TOO_LONG} it is hard to follow.",
                expected=f"at most {TOO_LONG} words",
                found=f"{length} words",
            )


def _length(sentence: str) -> int:
    return sum(token[0].isalnum() or any(sign.isalnum() for sign in token) for token in sentence.split())


PART = "the town council planted new trees along the river and "

CHECK = Check(
    id="long-sentence",
    name="Over-long sentence",
    description="A sentence of more than 60 words.",
    category="style/bad sentence structure",
    its="style",
    severity="major",
    score=0.7,
    version=2,
    find=find,
    examples=(
        Example("很长。", f"Short. So {PART * 7}stopped.", (f"So {PART * 7}stopped.",)),
        Example("很长。", f"So {PART * 7}stopped; it ended. Short; It ended.", (f"So {PART * 7}stopped; it ended.",)),
        Example("长。", f"„So {PART * 6}stopped“, sagte er!", (f"„So {PART * 6}stopped“, sagte er!",), "zh", "de"),
        Example("不长。", f"So {PART * 5}stopped."),
        Example("两句。", f"So {PART * 5}stopped. So {PART * 5}stopped."),
        Example("Very long.", "很长" * 100 + "。", (), "en", "zh"),
    ),
)
