"""The release gate: what is still open in an article, and how it stands to what was given out of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from review.article import corrected_text
from review.judged.events import Event, Release
from review.judgements import Correction, Judgement, PairState, Review
from review.types import Flags, Severity

WAITING = ("unreviewed", "in work")
GRAVE: tuple[Severity, ...] = ("critical", "major")
SLIGHT: tuple[Severity, ...] = ("minor", "neutral")
WORDS: Mapping[str, tuple[str, str]] = {
    "conflicts": ("conflict to settle", "conflicts to settle"),
    "critical findings": ("critical finding open", "critical findings open"),
    "major findings": ("major finding open", "major findings open"),
    "questions": ("pair in question", "pairs in question"),
    "comments": ("pair with an open comment", "pairs with open comments"),
    "drafts": ("draft not saved", "drafts not saved"),
    "unreviewed": ("pair not reviewed", "pairs not reviewed"),
    "minor findings": ("minor finding open", "minor findings open"),
    "neutral findings": ("piece of advice open", "pieces of advice open"),
    "other findings": ("minor or neutral finding open", "minor or neutral findings open"),
    "failed checks": ("check failed", "checks failed"),
}
"""By the name of a line, what it counts, one and several; `other findings` stands in older releases."""
DIGITS = 8
"""Of the digest of a text, which are enough to tell two releases apart by eye."""


@dataclass(frozen=True, slots=True)
class OpenLine:
    """Something that is open, in how many places; `pair` is the first of them, and `filter` and `severity` ask for the
    view of the Review page that shows them.
    """

    name: str
    count: int
    filter: str = "all"
    pair: str = ""
    severity: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """How an article stands to its newest release: None where there is none that was not withdrawn.

    `changed` are the pairs that were corrected since, by id; `same` says whether the text is that of the release.
    """

    release: Event | None
    same: bool = True
    changed: tuple[str, ...] = ()


def open_lines(
    review: Review, flags: Flags, judgements: Sequence[Judgement] = (), refused: Sequence[Judgement] = ()
) -> tuple[OpenLine, ...]:
    """What is open in an article, the gravest first, without what is not.

    `refused` are the judgements that came too late: a correction among them is a conflict until its author, having
    been shown the newer text, has said something of the pair again, or somebody has approved it.
    """
    states = {state.pair.id: state for state in review}
    found = [finding for finding in flags.findings if states[finding.pair].dismissal(finding) is None]
    statuses = [(state.pair.id, state.status) for state in review]
    lines = (
        _line("conflicts", _conflicts(review, judgements, refused)),
        *(
            _line(f"{grave} findings", [f.pair for f in found if f.severity == grave], "findings", grave)
            for grave in GRAVE
        ),
        _line("questions", [pair for pair, status in statuses if status == "question"], "question"),
        _line("comments", [state.pair.id for state in review if state.discussed], "comments"),
        _line("drafts", [state.pair.id for state in review for _ in state.drafts], "in work"),
        _line("unreviewed", [pair for pair, status in statuses if status in WAITING], "uncorrected"),
        *(
            _line(f"{slight} findings", [f.pair for f in found if f.severity == slight], "findings", slight)
            for slight in SLIGHT
        ),
        _line("failed checks", [failure.pair for failure in flags.failures]),
    )
    return tuple(line for line in lines if line.count)


def release_of(review: Review, lines: Iterable[OpenLine] = ()) -> Release:
    """The article as it stands, to be released with those lines open."""
    versions = tuple((state.pair.id, state.version) for state in review if state.version)
    return Release(digest_of(review), versions, tuple((line.name, line.count) for line in lines))


def digest_of(review: Review) -> str:
    """What names the corrected text: 128 bits of its BLAKE2b in hexadecimal; half a surrogate pair counts as such."""
    text = corrected_text(review).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(text, digest_size=16).hexdigest()


def newest_release(events: Iterable[Event]) -> Event | None:
    """The newest release that was not withdrawn; None where there is none."""
    standing: list[Event] = []
    for event in events:
        match event.value:
            case Release(withdrawn=False):
                standing.append(event)
            case Release():
                standing = standing[:-1]
    return standing[-1] if standing else None


def standing_of(review: Review, events: Iterable[Event]) -> Standing:
    """How an article stands to its newest release.

    A pair counts as changed when it was corrected since, and also when it is new by another alignment and corrected.
    """
    event = newest_release(events)
    if event is None or not isinstance(event.value, Release):
        return Standing(None)
    versions = dict(event.value.versions)
    changed = tuple(state.pair.id for state in review if state.version != versions.get(state.pair.id, 0))
    return Standing(event, digest_of(review) == event.value.digest, changed)


def said_of(line: OpenLine) -> str:
    """A line of the gate in words: `2 major findings open`."""
    one, many = WORDS[line.name]
    return f"{line.count:,} {one if line.count == 1 else many}"


def released_said(standing: Standing) -> str:
    """How the article stands to its newest release: by whom, when, which text, and what was open."""
    event = standing.release
    if event is None or not isinstance(event.value, Release):
        return "Not released yet."
    named = f"{event.at:%d %B %Y, %H:%M} UTC by {event.reviewer}, text {event.value.digest[:DIGITS]}"
    left = ", ".join(said_of(OpenLine(name, count)) for name, count in event.value.open if name in WORDS)
    return f"Released {named}{f', with {left}' if left else ''}."


def _line(name: str, pairs: Sequence[str], filter_: str = "all", severity: str = "") -> OpenLine:
    return OpenLine(name, len(pairs), filter_, pairs[0] if pairs else "", severity)


def _conflicts(review: Review, judgements: Sequence[Judgement], refused: Sequence[Judgement]) -> list[str]:
    """The pairs of corrections that came too late and that nobody has settled, once for each of their authors."""
    states = {state.pair.id: state for state in review}
    newest: dict[tuple[str, str], datetime] = {}
    for judgement in judgements:
        newest[judgement.pair, judgement.reviewer] = judgement.at
    waiting: dict[tuple[str, str], None] = {}
    for late in refused:
        state, said = states.get(late.pair), newest.get((late.pair, late.reviewer))
        settled = said is not None and said > late.at
        if state and not settled and _differs(state, late):
            waiting[late.pair, late.reviewer] = None
    return [pair for pair, _ in waiting]


def _differs(state: PairState, late: Judgement) -> bool:
    """Whether a correction that came too late says anything else than the pair does, as far as nobody approved that."""
    return isinstance(late.value, Correction) and late.value.text != state.text and state.status != "approved"
