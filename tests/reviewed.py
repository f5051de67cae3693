"""Small reviewed articles, made by hand, for the tests of what is written and counted from them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import accumulate

from review.history import review_of
from review.judgements import Correction, Dismissal, ErrorSpan, Judgement, Review, SegmentScore, StatusChange, Value
from review.types import Article, Bead, Failure, Finding, Flags, Origin, Segment, Span, Text, Translation

AT = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "]]> </script><script>alert(1)</script> <!-- &amp;",
    '=HYPERLINK("http://example.org","click")',
    "control \x00\x01\x08\x0b\x0c\x1b\x7f\x85 characters",
    "bidi \u202egnp.exe\u202c \u2066isolated \u200f marks",
    "emoji \U0001f468\u200d\U0001f469\u200d\U0001f467 and \U0001f1e8\U0001f1f3, e\u0301",
    "outside \ufffe\uffff XML",
    "line\r\nbreaks\rof\u2028every\u2029kind\tand tab",
    "{{ 7 * 7 }} {% raw %} ${x} %s",
)

Sides = tuple[str, str]
Acts = Sequence[tuple[int, str, Value]]


def text_of(texts: Sequence[str], lang: str, origin: Origin = Origin()) -> Text:  # noqa: B008
    """One segment and one paragraph for each text, a line break after each."""
    lines = [f"{text}\n" for text in texts]
    starts = accumulate(map(len, lines), initial=0)
    segments = (Segment(n, start, line, n) for n, (start, line) in enumerate(zip(starts, lines, strict=False)))
    return Text("".join(lines), lang, tuple(segments), origin)


def article_of(
    sides: Sequence[Sides],
    *,
    langs: Sides = ("zh", "en"),
    title: str = "",
    article_id: str = "a1",
    system: str = "Baseline MT",
    origin: Origin = Origin(),  # noqa: B008
) -> Article:
    """An article of those (source, target) texts; "" on a side makes a null bead."""
    sources, targets = ([side[n] for side in sides if side[n]] for n in (0, 1))
    beads, s, t = [], 0, 0
    for number, (source, target) in enumerate(sides, start=1):
        ours, theirs = ((s,) if source else ()), ((t,) if target else ())
        beads.append(Bead(ours, theirs, id=f"{article_id}-{number}"))
        s, t = s + len(ours), t + len(theirs)
    translation = Translation(system, text_of(targets, langs[1], origin), tuple(beads))
    return Article(article_id, title, text_of(sources, langs[0]), (translation,), system)


def reviewed(article: Article, acts: Acts = ()) -> Review:
    """The review after acts given as (number of the pair from 1, reviewer, value), a minute apart."""
    versions: dict[int, int] = {}
    judgements = []
    for count, (number, reviewer, value) in enumerate(acts):
        at = AT - timedelta(hours=1) + timedelta(minutes=count)
        pair, version = f"{article.id}-{number}", versions.get(number, 0)
        judgements.append(Judgement(f"j{count}", pair, version, reviewer, at, value))
        versions[number] = version + isinstance(value, Correction)
    return review_of(article, judgements)


LIBRARY = (
    ("市图书馆延长开放时间", "City Library Extends its Opening Hours"),
    (
        "自下月起，图书馆每晚九点半闭馆。",
        "From next month, the the library will close at 9:30 every night , and readers 更方便.",
    ),
    ("新增座位一百二十个。", "120 new seats were added."),
    ("读者可在网上预约。", ""),
    ("馆长表示，夜间服务深受学生欢迎。", "The curator said that the night service is deeply welcomed by students."),
    ("打印 关闭", "[Print] [Close]"),
)
WELCOMED = Finding(
    pair="lib-5",
    check="translationese",
    version=1,
    category="style/unnatural or awkward",
    severity="minor",
    side="target",
    span=Span(43, 58),
    text="deeply welcomed",
    reason="“Deeply welcomed” is not English usage.",
    fixes=("very popular", "welcomed"),
    score=0.6,
)
DOUBLED = Finding(
    pair="lib-2",
    check="doubled-word",
    version=2,
    category="fluency/grammar",
    severity="minor",
    side="target",
    span=Span(17, 24),
    text="the the",
    reason="The word “the” is doubled.",
    fixes=("the",),
    score=0.8,
)
MISSING = Finding(
    pair="lib-4",
    check="missing-sentence",
    version=1,
    category="accuracy/omission",
    severity="major",
    side="source",
    span=Span(0, 9),
    text="读者可在网上预约。",
    reason="No sentence of the translation renders this one.",
)
FLAGS = Flags((DOUBLED, MISSING, WELCOMED), (Failure("numbers", "lib-3", "ValueError: no such numeral"),))
RULES = (
    {"id": "doubled-word", "name": "Doubled word", "description": "Finds a word written twice."},
    {"id": "translationese", "name": "Translationese", "description": "Finds calques."},
    {"id": "missing-sentence", "name": "Missing sentence", "description": "Finds sentences that nothing renders."},
)


def library() -> Review:
    """A small article in the midst of its review: a headline, corrections, a sentence put in, a line taken out."""
    article = article_of(LIBRARY, title="City Library Extends its Opening Hours", article_id="lib")
    fixed = "From next month, the library will close at 9:30 p.m., which is more convenient for readers."
    return reviewed(
        article,
        (
            (1, "ana", Correction("City Library Extends Its Opening Hours")),
            (2, "ana", ErrorSpan(Span(78, 81), "更方便", "accuracy/source language fragment", "major", note="left")),
            (2, "bo", SegmentScore(33)),
            (2, "ana", Correction(fixed.replace("p.m.", "every night"), accepted=DOUBLED.key)),
            (2, "bo", Correction(fixed)),
            (2, "bo", StatusChange("approved")),
            (2, "bo", Dismissal(DOUBLED.key)),
            (3, "ana", StatusChange("approved")),
            (4, "ana", Correction("Readers can book online.")),
            (5, "bo", StatusChange("question")),
            (5, "bo", ErrorSpan(Span(43, 58), "deeply welcomed", "style/unnatural or awkward", "minor")),
            (5, "ana", SegmentScore(80)),
            (5, "bo", SegmentScore(70)),
            (6, "ana", Correction("")),
        ),
    )


def hostile() -> Review:
    """An article whose every text is out to break its reader, half of them put in by the reviewer."""
    article = article_of(
        [(text.replace("\n", " "), text.replace("\n", " ")) for text in HOSTILE],
        title=HOSTILE[0],
        article_id="<b>&'\"",
        system=HOSTILE[1],
    )
    acts = [(n, HOSTILE[0], Correction(text + " \x02")) for n, text in enumerate(HOSTILE, start=1) if n % 2]
    return reviewed(article, acts)
