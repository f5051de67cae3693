"""The score report of reviewed articles as one HTML file that needs no other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from review import __version__
from review.judged.rated import Rated
from review.judged.sampled import words_of
from review.judged.sampling import Estimate, score_of
from review.judgements import Review
from review.mqm import said
from review.report.guessing import guess_counts
from review.report.shown import runs
from review.report.view import SEVERITIES, chapter, check_counts, error_counts, rater_counts, too_small
from review.scores import PRINTED, all_agreements, by_category, rater_scores
from review.scores.agreement import SIGNATURE as AGREED
from review.scores.resampling import FEW
from review.types import Flags, Score

TEMPLATE = "report.html.j2"


def report_html(
    reviews: Sequence[Review],
    flags: Sequence[Flags],
    scores: Sequence[Score],
    estimates: Sequence[Estimate] = (),
    ratings: Sequence[Rated] = (),
    *,
    called: Callable[[str], str],
    at: datetime,
) -> str:
    """The report on some articles, `flags` in their order, with scores over all of them; `at` is aware.

    `estimates` are what samples of them say of the checks, `ratings` the pairs as reviewers have rated them; `called`
    names a check by its id.

    Every text is escaped; characters that cannot be seen are shown by their code. Raises ValueError unless there are as
    many flags as reviews.
    """
    agreements = all_agreements(ratings)
    chapters = tuple(chapter(review, found) for review, found in zip(reviews, flags, strict=True))
    titles = {review.article.id: review.article.title for review in reviews}
    return (
        _templates()
        .get_template(TEMPLATE)
        .render(
            chapters=chapters,
            scores=scores,
            printed=PRINTED,
            checks=check_counts(reviews, flags),
            failures=tuple(failure for found in flags for failure in found.failures),
            errors=error_counts(reviews),
            parts=by_category(reviews, ratings),
            raters=rater_counts(reviews),
            guessed=guess_counts(reviews),
            systems=rater_scores(ratings) if agreements else (),
            agreements=agreements,
            agreed=AGREED,
            called=called,
            few=FEW,
            severities=SEVERITIES,
            small=too_small(reviews),
            samples=tuple((titles[each.event.article], each, score_of(each), words_of(each)) for each in estimates),
            at=at.astimezone(UTC),
            version=__version__,
        )
    )


def _templates() -> Environment:
    """Every value is escaped, and a name that is missing is an error."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["runs"] = runs
    environment.filters["category"] = said
    return environment
