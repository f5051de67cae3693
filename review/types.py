"""The values that pass between the parts of the workbench: frozen; all offsets count code points of raw text."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal

Side = Literal["source", "target"]


Severity = Literal["neutral", "minor", "major", "critical"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open [start, end) in code points of the raw text; empty marks a place, as an omission does.

    Raises ValueError when it is not 0 <= start <= end.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"span [{self.start}, {self.end}): expected 0 <= start <= end")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The piece of `text` that the span covers."""
        return text[self.start : self.end]

    def moved(self, offset: int) -> Span:
        """The same length, `offset` code points further on."""
        return Span(self.start + offset, self.end + offset)

    def overlaps(self, other: Span) -> bool:
        """Whether they share a character, or one is a place inside or at the edge of the other."""
        if not len(self) or not len(other):
            return self.start <= other.end and other.start <= self.end
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence, or a line without a stop, with the white space behind it; a text's segments joined are the text.

    `index` and `paragraph` count from 0 in the text; `start` is a code point offset into the text.
    """

    index: int
    start: int
    text: str
    paragraph: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.start + len(self.text))

    @property
    def body(self) -> Span:
        """The span without the white space around it; the empty place at its start for a blank segment."""
        lead = len(self.text) - len(self.text.lstrip()) if self.text.strip() else 0
        return Span(self.start + lead, self.start + max(lead, len(self.text.rstrip())))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of segments between line breaks; `span` is its place in the text."""

    index: int
    span: Span
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A piece of a file that its reader did not take into the text, and why."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a text was read from: enough to show the reader's choices and to write the file again."""

    name: str = ""
    format: str = "text"
    encoding: str = "utf-8"
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """One side of an article: the raw text as read, its language tag, and its segments, which tile it."""

    raw: str
    lang: str
    segments: tuple[Segment, ...]
    origin: Origin = Origin()

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        grouped = (tuple(run) for _, run in groupby(self.segments, key=lambda segment: segment.paragraph))
        return tuple(
            Paragraph(number, Span(run[0].span.start, run[-1].span.end), run) for number, run in enumerate(grouped)
        )


@dataclass(frozen=True, slots=True)
class WordLink:
    """A word, number or name of the source and the one of the target that renders it, as places in the raw texts.

    `weight` is the probability, in hundredths, that the one renders the other there.
    """

    source: Span
    target: Span
    weight: float


@dataclass(frozen=True, slots=True)
class Bead:
    """A run of source segments and the run of target segments that render it, as 0-based indexes.

    One side is empty in a null bead. `score` is the alignment's evidence in nats per token: higher is surer, and
    below 0 the two sides speak against each other. `id` is given by the store and names the pair from then on.
    `words` are those that speak for the pair, in the order of the target; `certainty` is the probability that the
    bead is right, 1 where a reviewer has made it, None where that was never weighed, as for pairs that came as pairs.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    score: float = 0.0
    id: str = ""
    words: tuple[WordLink, ...] = ()
    certainty: float | None = None


@dataclass(frozen=True, slots=True)
class Translation:
    """What one system, or one translator, made of the source, and how its segments align with the source's."""

    system: str
    text: Text
    beads: tuple[Bead, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """A source and its translations; `under_review` names the system whose translation is reviewed.

    Raises ValueError when no translation, or more than one, has that name.
    """

    id: str
    title: str
    source: Text
    translations: tuple[Translation, ...]
    under_review: str

    def __post_init__(self) -> None:
        systems = [translation.system for translation in self.translations]
        if systems.count(self.under_review) != 1:
            raise ValueError(f"article {self.id}: expected one translation by {self.under_review!r}, found {systems}")

    @property
    def translation(self) -> Translation:
        """The translation under review."""
        return next(made for made in self.translations if made.system == self.under_review)


@dataclass(frozen=True, slots=True)
class Pair:
    """The two texts of a bead: the unit that is checked, corrected and rated, and a row on the Review page."""

    id: str
    source: str
    target: str
    source_lang: str
    target_lang: str
    doc: str = ""
    alternatives: tuple[str, ...] = ()

    def text(self, side: Side) -> str:
        return self.source if side == "source" else self.target

    def lang(self, side: Side) -> str:
        return self.source_lang if side == "source" else self.target_lang


@dataclass(frozen=True, slots=True)
class Mark:
    """A place that a check points at, with its reason in one plain sentence.

    `fixes` are texts to put in the place of the span, best first; "" deletes it. `expected` and `found` are the
    evidence where the check compares values; `category`, `severity` and `score` stand where they differ from the
    check's own.
    """

    span: Span
    reason: str
    side: Side = "target"
    fixes: tuple[str, ...] = ()
    expected: str = ""
    found: str = ""
    counterpart: Span | None = None
    severity: Severity | None = None
    score: float | None = None
    category: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A mark on a pair, signed by the check that made it; `score` is how likely it is an error, 0 to 1.

    `text` quotes the span, and `nth` counts equal quotes of the same check and side from 0, so that a finding is
    known again after the text around it has changed.
    """

    pair: str
    check: str
    version: int
    category: str
    severity: Severity
    side: Side
    span: Span
    text: str
    reason: str
    fixes: tuple[str, ...] = ()
    score: float = 0.5
    expected: str = ""
    found: str = ""
    counterpart: Span | None = None
    nth: int = 0

    @property
    def key(self) -> str:
        """What a dismissal is remembered by: the same for the same quote by the same check in the same pair."""
        return f"{self.check}|{self.side}|{self.nth}|{self.text}"

    @property
    def pattern(self) -> str:
        """What a dismissal in more than one place is remembered by: the same quote for the same reason; no key."""
        return f"{self.check}|{self.side}|*|{self.text}|{self.reason}"


@dataclass(frozen=True, slots=True)
class Failure:
    """A check that raised on a pair: shown, for silence would read as clean."""

    check: str
    pair: str
    reason: str


@dataclass(frozen=True, slots=True)
class Flags:
    """What the checks say of some pairs, in the order of the pairs and of the places in them."""

    findings: tuple[Finding, ...] = ()
    failures: tuple[Failure, ...] = ()

    def of(self, pair: str) -> tuple[Finding, ...]:
        """The findings on the pair with that id."""
        return tuple(finding for finding in self.findings if finding.pair == pair)

    def by_pair(self) -> dict[str, Flags]:
        """The same for each pair of which something is said, by its id."""
        told: dict[str, tuple[list[Finding], list[Failure]]] = {}
        for finding in self.findings:
            told.setdefault(finding.pair, ([], []))[0].append(finding)
        for failure in self.failures:
            told.setdefault(failure.pair, ([], []))[1].append(failure)
        return {pair: Flags(tuple(findings), tuple(failures)) for pair, (findings, failures) in told.items()}


@dataclass(frozen=True, slots=True)
class Score:
    """A number with its pedigree.

    `value` is in the metric's own unit, named in `unit`; `low` and `high` bound its 95 % interval where there is one;
    `signature` says all that another program needs to get the same number.
    """

    name: str
    value: float
    signature: str
    unit: str = "0-100"
    segments: int = 0
    low: float | None = None
    high: float | None = None
    higher_is_better: bool = field(default=True)
