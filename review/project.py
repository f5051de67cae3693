"""The verbs that reach over all articles of a store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review import flow

if TYPE_CHECKING:
    from review.precision import Tally
    from review.store import Store


def decided_in(store: Store, article_id: str) -> dict[str, Tally]:
    """By check, how many of the findings that reviewers decided in an article were right. Raises UnknownArticle."""
    from review import precision
    from review.checks import flag

    review = flow.review_of(store, article_id)
    return precision.decided(review, store.judgements(article_id), flag([state.pair for state in review]))


def track_record(store: Store) -> dict[str, Tally]:
    """The same over all articles."""
    from review import precision

    return precision.pooled(decided_in(store, article_id) for article_id in store.newest())
