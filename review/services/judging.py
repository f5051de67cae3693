"""The judges as checks, read by whoever flags: light where none is set, for then nothing more is loaded."""

from __future__ import annotations

from review.checks import ArticleCheck
from review.services.settings import ServiceSettings


def judge_checks() -> tuple[ArticleCheck, ...]:
    """The judges that are set, as checks that find what they were asked for before. Raises WrongSetting."""
    chosen = ServiceSettings()
    if not chosen.has_judges:
        return ()
    from review.services import judges

    return judges.checks(chosen)
