"""The threads of comments on a pair, folded from its judgements."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from review.judgements import Comment, Judgement, Thread


@dataclass
class _Open:
    """A thread while it is folded."""

    comments: dict[str, Judgement] = field(default_factory=dict)
    resolved: Judgement | None = None


def is_open(threads: Iterable[Thread]) -> bool:
    """Whether one of them waits to be resolved."""
    return any(thread.resolved is None for thread in threads)


def threads_of(judgements: Iterable[Judgement]) -> tuple[Thread, ...]:
    """The threads of one pair's judgements in their order, each in the order of what was said.

    An answer reopens a thread. A turn on a comment that is not there, a withdrawal by another than its author, and an
    empty comment count for nothing; a thread whose comments are all withdrawn is none.
    """
    threads: dict[str, _Open] = {}
    home: dict[str, str] = {}
    for judgement in judgements:
        if isinstance(judgement.value, Comment):
            _take(threads, home, judgement, judgement.value)
    return tuple(
        Thread(id_, tuple(made.comments.values()), made.resolved) for id_, made in threads.items() if made.comments
    )


def _take(threads: dict[str, _Open], home: dict[str, str], judgement: Judgement, comment: Comment) -> None:
    thread = home.get(comment.about, "") if comment.about else judgement.id
    if not thread or (comment.turn == "said" and not comment.text.strip()):
        return
    made = threads.setdefault(thread, _Open())
    match comment.turn:
        case "said":
            home[judgement.id] = thread
            made.comments[judgement.id] = judgement
            made.resolved = None
        case "resolved":
            made.resolved = judgement
        case "reopened":
            made.resolved = None
        case "withdrawn":
            said = made.comments.get(comment.about)
            if said and said.reviewer == judgement.reviewer:
                del made.comments[comment.about]
