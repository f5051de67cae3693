"""What a judge is: it is asked once about a pair, and what it said is remembered and looks like any check's findings.

Asking costs money or minutes, so that it is an act of its own; a check only reads what is remembered. A pair whose text
has changed since is another one, and has to be asked about again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from typing import Any

from review.checks import ArticleCheck
from review.errors import ServiceError, ServiceUnavailable
from review.host.cachefolder import cache_file, write_whole
from review.host.progress import Progress, unseen
from review.types import Failure, Mark, Pair, Span

SCORE = 0.5
"""How likely a mark is an error where the judge does not say: raters agree with each other's spans in about half."""
MARK_FIELDS = ("reason", "side", "severity", "score", "category")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a judge says of a pair: marks, a score from 0 to 1 where it gives one, higher is better.

    `dropped` counts what it said of words that are not in the texts.
    """

    marks: tuple[Mark, ...] = ()
    score: float | None = None
    dropped: int = 0


Asked = Iterator[tuple[int, Answer | ServiceError]]
"""The index of a pair and what came of asking about it; a pair of which nothing comes was left out."""


@dataclass(frozen=True, slots=True)
class Judge:
    """An outside judge of translations.

    `stamp` is what its answers depend on besides the texts, `place` where they are sent, `cost` a sentence on what
    that costs, `limit` why pairs may be left out. `ask` raises ServiceError when it cannot go on.
    """

    id: str
    name: str
    description: str
    version: int
    stamp: str
    place: str
    cost: str
    limit: str
    ask: Callable[[Sequence[Pair]], Asked]

    @property
    def check(self) -> ArticleCheck:
        """The judge as a check that finds what it is remembered to have said."""
        return ArticleCheck(
            id=self.id,
            name=self.name,
            description=self.description,
            category="other",
            its="other",
            severity="minor",
            score=SCORE,
            version=self.version,
            examples=(),
            find=partial(_found, self),
        )


@dataclass(frozen=True, slots=True)
class Consulted:
    """What came of asking a judge: of how many pairs it was asked, and how many quotes of it were dropped.

    `failures` name what it could not say or what was left out, each with the first pair that it concerns.
    """

    judge: Judge
    asked: int
    dropped: int
    failures: tuple[Failure, ...]


def consulted(judge: Judge, pairs: Sequence[Pair], progress: Progress = unseen) -> Consulted:
    """Ask a judge about the pairs that it has not been asked about, and remember its answers as they come."""
    waiting = [pair for pair in pairs if pair.target.strip() and remembered(judge, pair) is None]
    answers: dict[int, Answer] = {}
    failures: list[Failure] = []
    try:
        for place, outcome in judge.ask(waiting) if waiting else ():
            if isinstance(outcome, Answer):
                _keep(judge, waiting[place], outcome)
                answers[place] = outcome
            else:
                failures.append(Failure(judge.id, waiting[place].id, str(outcome)))
            progress((len(answers) + len(failures)) / len(waiting))
        reason = judge.limit
    except ServiceError as problem:
        reason = str(problem)
    failed = {failure.pair for failure in failures}
    left = [pair for place, pair in enumerate(waiting) if place not in answers and pair.id not in failed]
    if left:
        failures.append(Failure(judge.id, left[0].id, f"{len(left)} of {len(pairs)} pairs were not judged: {reason}"))
    return Consulted(judge, len(answers), sum(answer.dropped for answer in answers.values()), tuple(failures))


def remembered(judge: Judge, pair: Pair) -> Answer | None:
    """What the judge has said of these texts; None when it was not asked, or its answer is gone."""
    try:
        kept = json.loads(cache_file(_name(judge, pair)).read_text(encoding="utf-8"))
        marks = tuple(_mark(fields, pair) for fields in kept["marks"])
        return Answer(marks, kept["score"], kept["dropped"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _found(judge: Judge, pairs: Sequence[Pair]) -> Iterator[tuple[int, Mark]]:
    for place, pair in enumerate(pairs):
        answer = remembered(judge, pair)
        for mark in answer.marks if answer else ():
            yield place, mark


def _keep(judge: Judge, pair: Pair, answer: Answer) -> None:
    fields = {
        "marks": [_fields(mark) for mark in answer.marks],
        "score": answer.score,
        "dropped": answer.dropped,
    }
    try:
        write_whole(cache_file(_name(judge, pair)), json.dumps(fields, ensure_ascii=True).encode())
    except OSError as problem:
        found = f"its answers cannot be kept ({problem.strerror})"
        raise ServiceUnavailable(judge.name, found, "a cache folder that can be written") from problem


def _name(judge: Judge, pair: Pair) -> str:
    asked = [judge.version, judge.stamp, pair.source_lang, pair.target_lang, pair.source, pair.target]
    return f"judges/{judge.id}/{sha256(json.dumps(asked).encode()).hexdigest()[:40]}.json"


def _fields(mark: Mark) -> dict[str, Any]:
    fields = {name: getattr(mark, name) for name in MARK_FIELDS}
    return fields | {"span": [mark.span.start, mark.span.end], "fixes": list(mark.fixes)}


def _mark(fields: Mapping[str, Any], pair: Pair) -> Mark:
    """A mark again. Raises ValueError when it lies outside its text."""
    mark = Mark(
        span=Span(*fields["span"]), fixes=tuple(fields["fixes"]), **{name: fields[name] for name in MARK_FIELDS}
    )
    if mark.span.end > len(pair.text(mark.side)):
        raise ValueError(f"mark {mark.span} lies outside the {mark.side}")
    return mark
