"""The verbs that reach over all articles of a store."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import uuid4

from review import flow
from review.article import article_of

if TYPE_CHECKING:
    from review.judged.blocks import Block, Edges, Removal
    from review.judged.precision import Tally
    from review.store import Store
    from review.types import Flags, Pair


def decided_in(store: Store, article_id: str) -> dict[str, Tally]:
    """By check, how many of the findings that reviewers decided in an article were right. Raises UnknownArticle."""
    from review.judged import precision

    review = flow.review_of(store, article_id)
    flags = machine_flags([state.pair for state in review])
    return precision.decided(review, store.judgements(article_id), flags)


def machine_flags(pairs: Sequence[Pair]) -> Flags:
    """What the checks say of pairs as the machine has translated them."""
    from review.checks import flag

    return flag(pairs)


def track_record(store: Store) -> dict[str, Tally]:
    """The same over all articles."""
    from review.judged import precision

    return precision.pooled(decided_in(store, article_id) for article_id in store.newest())


def blocks(store: Store) -> tuple[Block, ...]:
    """The lines that stand at the edges of several articles, those that most of them share first."""
    from review.judged.blocks import shared

    return shared(edges_of(store, entry.id) for entry in store.entries())


def edges_of(store: Store, article_id: str) -> Edges:
    """What an article's translation begins and ends with, as it stands. Raises UnknownArticle."""
    from review.judged import blocks

    return blocks.edges_of(flow.review_of(store, article_id))


def remove_block(store: Store, block: Block, *, at: datetime, by: str) -> str:
    """Remove a block from every article that shares it, and give the id by which that is undone.

    All of it is one transaction; a pair that somebody corrects at that moment is left as it is.
    """
    from review.judged.blocks import removing

    action = uuid4().hex
    reviews = (flow.review_of(store, article) for article in block.articles)
    store.append_all([made for review in reviews for made in removing(review, block, action=action, at=at, by=by)])
    return action


def undo_removal(store: Store, action: str, *, at: datetime, by: str) -> int:
    """Put a block back wherever that action has removed it and nobody has corrected since; how many pairs that were."""
    from review.judged.blocks import PREFIX, restoring

    articles = {article_of(made.pair) for made in store.corrections_named(f"{PREFIX}{action}:")}
    reviews = [flow.review_of(store, article) for article in sorted(articles)]
    return len(store.append_all([made for review in reviews for made in restoring(review, action, at=at, by=by)]))


def removals(store: Store) -> tuple[Removal, ...]:
    """The removals of blocks, the newest first."""
    from review.judged import blocks

    named = (store.corrections_named(prefix) for prefix in (blocks.PREFIX, blocks.UNDONE))
    return blocks.removals(made for each in named for made in each)
