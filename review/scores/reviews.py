"""The machine translation of reviewed articles against what the reviewers made of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from review.errors import UnscorableTexts
from review.judgements import Review
from review.languages import language
from review.scores.corpus import SEED, score
from review.scores.esa import esa
from review.scores.hter import untouched
from review.types import Score


@dataclass(frozen=True, slots=True)
class Texts:
    """Machine translation and corrected text of pairs, in order; `changed` counts those that differ."""

    machine: tuple[str, ...]
    corrected: tuple[str, ...]

    @property
    def changed(self) -> int:
        return sum(before != after for before, after in zip(self.machine, self.corrected, strict=True))


def texts_of(reviews: Review | Sequence[Review]) -> Texts:
    """The texts of all pairs that have one, before or after correction; sentences omitted and left so have none."""
    states = [state for review in _several(reviews) for state in review]
    kept = [state for state in states if state.pair.target.strip() or state.text.strip()]
    return Texts(tuple(state.pair.target for state in kept), tuple(state.text for state in kept))


def review_scores(reviews: Review | Sequence[Review], *, n_bootstrap: int = 0, seed: int = SEED) -> tuple[Score, ...]:
    """BLEU, chrF++, TER and HTER of the machine translation against the corrected text, the share untouched, and ESA.

    Several articles are pooled, segment by segment: no mean of means. A pair that nobody has reviewed yet counts as
    unchanged, so that scores fall as the review goes on; `segments` says over how many pairs they are. ESA is there
    where a reviewer gave a segment score. Raises
    UnscorableTexts when no pair has a text, or the articles' target languages differ.
    """
    texts, lang = texts_of(reviews), _target_language(_several(reviews))
    automatic = score(texts.machine, texts.corrected, target_lang=lang, n_bootstrap=n_bootstrap, seed=seed)
    edited = next(replace(one, name="hter") for one in automatic if one.name == "ter")
    given = esa(_several(reviews), n_bootstrap=n_bootstrap, seed=seed)
    return (*automatic, edited, untouched(texts.machine, texts.corrected), *given)


def _several(reviews: Review | Sequence[Review]) -> tuple[Review, ...]:
    return (reviews,) if isinstance(reviews, Review) else tuple(reviews)


def _target_language(reviews: Sequence[Review]) -> str:
    tags = {language(review.article.translation.text.lang).tag for review in reviews}
    if len(tags) != 1:
        raise UnscorableTexts(f"{len(reviews)} articles in target languages {sorted(tags)}; expected one language")
    return tags.pop()
