"""The judges that are set, and what they are remembered to have said."""

from __future__ import annotations

from collections.abc import Sequence

from review.checks import ArticleCheck
from review.services.judges import chat_judge, comet, languagetool
from review.services.judges.base import Answer, Consulted, Judge, consulted, remembered
from review.services.settings import ServiceSettings
from review.types import Pair

NAMES = {"chat-judge": "Chat judge", "languagetool": "LanguageTool", "comet": "COMET"}
"""What the judges are called where there is no room for their models."""
MADE = (chat_judge.judge, languagetool.judge, comet.judge)


def judges(settings: ServiceSettings) -> tuple[Judge, ...]:
    """The judges that are set; none by default."""
    return tuple(judge for make in MADE if (judge := make(settings)) is not None)


def checks(settings: ServiceSettings) -> tuple[ArticleCheck, ...]:
    """The judges as checks that find what they are remembered to have said; nothing is sent."""
    return tuple(judge.check for judge in judges(settings))


def scores(judge: Judge, pairs: Sequence[Pair]) -> dict[str, float]:
    """By the ids of pairs the scores that the judge gave them, 0 to 1, higher is better; a signal for the order."""
    answers = ((pair.id, remembered(judge, pair)) for pair in pairs)
    return {pair: answer.score for pair, answer in answers if answer is not None and answer.score is not None}


__all__ = ["NAMES", "Answer", "Consulted", "Judge", "checks", "consulted", "judges", "remembered", "scores"]
