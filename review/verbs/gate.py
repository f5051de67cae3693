"""The verbs about an article as a whole: what is open in it, its release, its samples, and the report."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from review import flow
from review.article import article_of
from review.errors import NothingToSample, NotReleased
from review.judged import release, sampling
from review.judged.blind import apart, is_blind
from review.judged.events import Blinding, Event, Release, Sample
from review.judged.release import OpenLine, Standing
from review.judged.sampling import Estimate
from review.judgements import Judgement, Review, StatusChange
from review.types import Flags, Score

if TYPE_CHECKING:
    from review.judged.rated import Rated
    from review.store import Store

SEEDS = 10**6
"""Seeds are drawn below this, so that they can be read aloud."""


def open_lines(store: Store, review: Review, flags: Flags) -> tuple[OpenLine, ...]:
    """What is open in an article, as the store and the checks have it."""
    article = review.article.id
    return release.open_lines(review, flags, store.judgements(article), store.refused(article))


def standing_of(store: Store, review: Review) -> Standing:
    """How the article stands to its newest release."""
    return release.standing_of(review, store.events(review.article.id))


def release_article(store: Store, article_id: str, *, id_: str, at: datetime, by: str) -> Event:
    """Record that an article is given out as it stands, with what is open in it. Raises UnknownArticle, and NotReleased
    under blind review, where nobody sees how it stands.
    """
    if is_blind(store.events(article_id)):
        raise NotReleased(f"article {article_id}: it is under blind review; expected that to have ended")
    review = flow.review_of(store, article_id)
    lines = open_lines(store, review, flow.flags_in(store, review))
    return store.append_event(Event(id_, article_id, by, at, release.release_of(review, lines)))


def withdraw_release(store: Store, article_id: str, *, id_: str, at: datetime, by: str) -> Event:
    """Record that the newest release was none. Raises UnknownArticle, and NotReleased where there is none."""
    newest = release.newest_release(store.events(article_id))
    if newest is None or not isinstance(newest.value, Release):
        raise NotReleased(f"article {article_id}: it was not released; expected a release to withdraw")
    return store.append_event(Event(id_, article_id, by, at, replace(newest.value, withdrawn=True)))


def begin_blind(store: Store, article_id: str, *, id_: str, at: datetime, by: str) -> Event:
    """Let each reviewer of an article see from now on what he says of it himself. Raises UnknownArticle."""
    return store.append_event(Event(id_, article_id, by, at, Blinding(on=True)))


def end_blind(store: Store, article_id: str, *, id_: str, at: datetime, by: str) -> tuple[str, ...]:
    """Show an article to all its reviewers with all that was said of it, and give the pairs that they have left with
    different texts: those are in question from then on. Raises UnknownArticle.
    """
    review, said = flow.review_of(store, article_id), store.judgements(article_id)
    pairs = apart(review, said)
    versions = {state.pair.id: state.version for state in review}
    asked = [Judgement(f"{id_} {pair}", pair, versions[pair], by, at, StatusChange("question")) for pair in pairs]
    store.append_event(Event(id_, article_id, by, at, Blinding(on=False)))
    store.append_all(asked)
    return pairs


def judge(store: Store, judgement: Judgement) -> Judgement:
    """Append what a reviewer says of what he sees of an article. In a blind review others' words do not refuse it.

    Raises StaleJudgement where another's, or in a blind review another window's of the same reviewer, came before, and
    RealignedPair.
    """
    article_id = article_of(judgement.pair)
    if is_blind(store.events(article_id)):
        return store.append_blind(article_id, judgement)
    return flow.judge(store, judgement)


def ratings_of(store: Store, reviews: Sequence[Review]) -> tuple[Rated, ...]:
    """The pairs of some articles as their reviewers have rated the machine's texts."""
    from review.judged.rated import rated

    articles = ((review, review.article.id) for review in reviews)
    return tuple(one for review, id_ in articles for one in rated(review, store.judgements(id_), store.events(id_)))


def scores_of(store: Store, reviews: Sequence[Review]) -> tuple[Score, ...]:
    """What is scored of some articles' machine translations: MQM as they were rated, and, as far as anything was
    corrected, the text against the corrected one; with 95 % intervals. Raises UnscorableTexts.
    """
    from review.scores import mqm_points

    return (*mqm_points(reviews, ratings_of(store, reviews)), *flow.scores_of(reviews))


def draw_sample(
    store: Store,
    article_id: str,
    *,
    id_: str,
    at: datetime,
    by: str,
    size: int = sampling.SIZE,
    unread: bool = True,
    seed: int | None = None,
) -> Event:
    """Draw pairs without open findings, to be read; the seed is drawn too where none is given.

    Raises UnknownArticle, and NothingToSample where there is no such pair.
    """
    review = flow.review_of(store, article_id)
    pool = sampling.pool_of(review, flow.flags_in(store, review), unread=unread)
    chosen = secrets.randbelow(SEEDS) if seed is None else seed
    drawn = sampling.draw(pool, size, chosen)
    if not drawn:
        raise NothingToSample(f"article {article_id}: no pair to draw from; expected one without findings")
    return store.append_event(Event(id_, article_id, by, at, Sample(drawn, chosen, size, len(pool), unread)))


def newest_estimate(review: Review, events: Sequence[Event], judgements: Sequence[Judgement]) -> Estimate | None:
    """What the newest sample among the events of an article says so far, of which so much was said; None where none
    was drawn.
    """
    newest = sampling.newest_sample(events)
    return sampling.estimates(review, [newest], judgements)[0] if newest else None


def estimates_of(store: Store, review: Review) -> tuple[Estimate, ...]:
    """What the samples of an article say so far, in the order of drawing."""
    events = store.events(review.article.id)
    if not any(isinstance(event.value, Sample) for event in events):
        return ()
    return sampling.estimates(review, events, store.judgements(review.article.id))


def report_of(store: Store, reviews: Sequence[Review], *, at: datetime) -> str:
    """The score report of some articles, with what their samples say, as one HTML page. Raises UnscorableTexts."""
    from review import report, rulebook

    flags = tuple(flow.flags_in(store, review) for review in reviews)
    estimates = tuple(estimate for review in reviews for estimate in estimates_of(store, review))
    ratings = ratings_of(store, reviews)
    scores = scores_of(store, reviews)
    return report.report_html(reviews, flags, scores, estimates, ratings, called=rulebook.name_of, at=at)
