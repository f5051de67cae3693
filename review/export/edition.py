"""What a writer gets: a review as it is exported, and how its corrected text is laid out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from review.article import Block, corrected_blocks
from review.judged.events import Event
from review.judged.rated import Rated, rated
from review.judgements import Judgement, PairState, Review
from review.languages import Language, language
from review.layout import headline_of
from review.types import Flags

OUTSIDE_XML = re.compile(r"[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")
LINE_BREAK = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class Edition:
    """A review on its way to a file: with the findings to be told of, the time of writing, and all that was said of
    the article, from which follows who has rated it.
    """

    review: Review
    flags: Flags
    at: datetime
    judgements: tuple[Judgement, ...] = ()
    events: tuple[Event, ...] = ()

    @property
    def title(self) -> str:
        return self.review.article.title

    @property
    def language(self) -> Language:
        """The target's."""
        return language(self.review.article.translation.text.lang)

    @property
    def tag(self) -> str:
        """The target's language tag as the article has it, with script and region."""
        return self.review.article.translation.text.lang.replace("_", "-")

    def rated(self, texts: Sequence[str]) -> tuple[Rated, ...]:
        """Those texts of the pairs, one each, as reviewers have rated them."""
        return rated(self.review, self.judgements, self.events, texts)

    def headline(self) -> Block | None:
        """The first paragraph where it is the article's title, in either language, before or after correction."""
        return headline_of(self.title, corrected_blocks(self.review))

    def body(self) -> tuple[str, ...]:
        """The corrected paragraphs after the headline."""
        texts = tuple(block.text for block in corrected_blocks(self.review))
        return texts[1:] if self.headline() else texts


def written(text: str) -> str:
    """The text with each character that XML 1.0 cannot hold (control characters, lone surrogates) as U+FFFD."""
    return OUTSIDE_XML.sub(REPLACEMENT, text)


def encodable(text: str) -> str:
    """The text with each lone surrogate, which no encoding can hold, as U+FFFD."""
    return re.sub(r"[\uD800-\uDFFF]", REPLACEMENT, text)


def reviewers(state: PairState) -> tuple[str, ...]:
    """Who corrected the pair, each once, in order."""
    return tuple(dict.fromkeys(judgement.reviewer for judgement in state.corrections))
