"""What reviewers say of pairs, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from review.types import Article, Bead, Finding, Pair, Severity, Side, Span

Status = Literal["unreviewed", "in work", "corrected", "approved", "question"]
Scope = Literal["here", "article", "everywhere"]
WIDE: tuple[Scope, ...] = ("article", "everywhere")


@dataclass(frozen=True, slots=True)
class ErrorSpan:
    """An error that a reviewer marks: an MQM category in lower case as `category/subtype`, "" where only the severity
    is said, and a severity.

    The span counts code points of the pair's text of that side at the judgement's version; `text` quotes it. With
    `withdrawn`, the reviewer's word that his mark which is equal but for this, on the same version, is none after all.
    """

    span: Span
    text: str
    category: str
    severity: Severity
    side: Side = "target"
    note: str = ""
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Correction:
    """The whole target text of a pair from now on; `accepted` is the key of the finding whose fix it takes, if any.

    `errors` are the errors of the machine's text, or of the source, that the reviewer says it mends, or takes back:
    each counts as a mark of his at version 0. `guessed` is what was proposed to him as such. `action` names the one
    act on many pairs of which this correction is a part: the line that was removed from all of them, or the id of the
    correction that this one carries over.
    """

    text: str
    accepted: str = ""
    action: str = ""
    errors: tuple[ErrorSpan, ...] = ()
    guessed: tuple[ErrorSpan, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """Target text that a reviewer is still typing: kept for that reviewer, shown to nobody as the translation."""

    text: str


@dataclass(frozen=True, slots=True)
class Dismissal:
    """A reviewer's word that a finding is no error; with `restored`, that it is one after all.

    `finding` is the key of the finding where the `scope` is here; in the whole article, or in every one, it is the
    pattern of all findings that are like it.
    """

    finding: str
    restored: bool = False
    scope: Scope = "here"


@dataclass(frozen=True, slots=True)
class StatusChange:
    """A pair declared approved, in question, or open again."""

    status: Status


Turn = Literal["said", "resolved", "reopened", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Comment:
    """A word to the other reviewers about a pair, shown to all of them and never part of a translation.

    `about` is the id of the comment that it answers, and "" opens a thread. Without being said anything, a `turn`
    resolves the thread of that comment, reopens it, or, by its author, withdraws that comment.
    """

    text: str = ""
    about: str = ""
    turn: Turn = "said"


@dataclass(frozen=True, slots=True)
class SegmentScore:
    """A reviewer's direct assessment (ESA) of a pair's target text as a whole, 0 to 100; None takes it back.

    Anchors: 0 nothing, 33 some, 66 most of the meaning preserved, 100 perfect.
    """

    value: int | None


Value = Correction | Draft | Dismissal | StatusChange | ErrorSpan | SegmentScore | Comment


@dataclass(frozen=True, slots=True)
class Judgement:
    """One act of one reviewer on one pair: appended, never changed.

    `id` is chosen by the sender, so that sending twice counts once. `version` is the number of corrections that the
    pair had when the reviewer saw it; `at` is an aware time in UTC.
    """

    id: str
    pair: str
    version: int
    reviewer: str
    at: datetime
    value: Value


RepairKind = Literal["merge", "split", "source up", "source down", "target up", "target down", "undo"]


@dataclass(frozen=True, slots=True)
class Repair:
    """One act of one reviewer on the alignment at a pair: `merge` it with the next, `split` off its first sentences,
    or move a sentence of one side to the pair above (`up`: its first) or below (`down`: its last); `undo` brings back
    a pair that is no more, with those beside it that went with it.
    """

    id: str
    article: str
    pair: str
    kind: RepairKind
    reviewer: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Stretch:
    """The beads over some segments in one alignment, and when and by whom that was made."""

    at: datetime
    by: str
    beads: tuple[Bead, ...]


@dataclass(frozen=True, slots=True)
class Thread:
    """Comments that answer one another, in order; `id` is that of the one that opened it, which may be withdrawn.

    `resolved` is the judgement that resolved it, None while it is open.
    """

    id: str
    comments: tuple[Judgement, ...]
    resolved: Judgement | None = None


@dataclass(frozen=True, slots=True)
class PairState:
    """Where the review of a pair stands: derived from its judgements, never stored.

    `version` counts the corrections; `text` is the target text now; `dismissed` holds keys of findings, and `patterns`
    those that are dismissed in the whole article or everywhere, each with its scope;
    `drafts` are the drafts that are typed and not yet saved, at most one by each reviewer; one whose version is lower
    was typed over a text that has changed since. `marks` are the error spans that stand, and `scores` the newest
    segment score of each reviewer on each version: both speak of the text as it was at their version, see `text_at`.
    """

    pair: Pair
    version: int
    text: str
    status: Status = "unreviewed"
    dismissed: frozenset[str] = frozenset()
    patterns: frozenset[tuple[str, Scope]] = frozenset()
    marks: tuple[Judgement, ...] = ()
    scores: tuple[Judgement, ...] = ()
    drafts: tuple[Judgement, ...] = ()
    corrections: tuple[Judgement, ...] = ()
    threads: tuple[Thread, ...] = ()

    @property
    def discussed(self) -> bool:
        """Whether a comment on the pair waits to be resolved."""
        return any(thread.resolved is None for thread in self.threads)

    @property
    def changed(self) -> bool:
        return self.text != self.pair.target

    @property
    def current(self) -> Pair:
        """The pair with its target text as corrected so far; the same object where nothing was."""
        return replace(self.pair, target=self.text) if self.changed else self.pair

    @property
    def errors(self) -> tuple[ErrorSpan, ...]:
        """The values of the marks: one that several reviewers made alike stands here for each of them."""
        return tuple(mark.value for mark in self.marks if isinstance(mark.value, ErrorSpan))

    def text_at(self, version: int) -> str:
        """The target text at a version: after that many corrections; at one that never was, the text now."""
        texts = (made.value.text for made in self.corrections if isinstance(made.value, Correction))
        return dict(enumerate((self.pair.target, *texts))).get(version, self.text)

    def scores_on(self, text: str) -> Iterator[tuple[Judgement, int]]:
        """The newest score of each reviewer on that target text, 0 to 100, with the judgement that gives it."""
        newest = {said.reviewer: said for said in self.scores if self.text_at(said.version) == text}
        for said in newest.values():
            if isinstance(said.value, SegmentScore) and said.value.value is not None:
                yield said, said.value.value

    def is_past(self, said: Judgement) -> bool:
        """Whether a mark or a score speaks of a target text that is not the text now; the source never changes."""
        return not _is_of_source(said) and self.text_at(said.version) != self.text

    def is_of_machine(self, said: Judgement) -> bool:
        """Whether a mark or a score speaks of the machine's text, or of the source; else of a corrected one."""
        return _is_of_source(said) or self.text_at(said.version) == self.pair.target

    def dismissal(self, finding: Finding) -> Scope | None:
        """How far the dismissal reaches that speaks of a finding on this pair; None while it is open."""
        if self.dismissed and finding.key in self.dismissed:
            return "here"
        if not self.patterns:
            return None
        return next((scope for scope in WIDE if (finding.pattern, scope) in self.patterns), None)


def _is_of_source(said: Judgement) -> bool:
    return isinstance(said.value, ErrorSpan) and said.value.side == "source"


@dataclass(frozen=True, slots=True)
class News:
    """What was said of an article after a judgement of it, with all that holds in every article.

    `edition` is the number of its newest alignment, `newest` that of its newest judgement, 0 for none, and `number` how
    many judgements there are by now: they are never fewer, so that one that came out of turn is missed nowhere.
    """

    edition: int
    newest: int
    number: int
    judgements: tuple[Judgement, ...]
    everywhere: tuple[Judgement, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """An article with the state of each of its pairs, in the order of its beads."""

    article: Article
    states: tuple[PairState, ...]

    def __iter__(self) -> Iterator[PairState]:
        return iter(self.states)
