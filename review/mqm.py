"""The MQM error typology of the WMT campaigns as data, its weights, and its names in MQM-Core and ITS 2.0."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from review.judgements import ErrorSpan
from review.types import Severity, Side

NON_TRANSLATION = "non-translation!"
SOURCE_ISSUE = "source issue"


@dataclass(frozen=True, slots=True)
class Category:
    """An error category: `category/subtype` in lower case as it is stored, or a category alone for its top.

    `core` is the id of the MQM-Core type that says the same, "" where none does; `its` is the ITS 2.0 localization
    quality issue type; `side` is where its span is marked.
    """

    id: str
    core: str
    its: str
    note: str = ""
    side: Side = "target"

    @property
    def top(self) -> str:
        return self.id.partition("/")[0]

    @property
    def subtype(self) -> str:
        return self.id.partition("/")[2]


@dataclass(frozen=True, slots=True)
class CoreType:
    """A type of MQM-Core (2024 list); `id` is the number of its MQMC_nnn, `parent` that of its dimension."""

    id: str
    name: str

    @property
    def parent(self) -> str:
        return self.id[0] + "00"


CATEGORIES = (
    Category("accuracy", "100", "mistranslation", "The target does not say what the source says."),
    Category(
        "accuracy/creative reinterpretation",
        "",
        "mistranslation",
        "Reinterpreted, but keeps the sense: mostly neutral.",
    ),
    Category("accuracy/mistranslation", "101", "mistranslation", "The target does not render the source accurately."),
    Category(
        "accuracy/source language fragment", "108", "untranslated", "Content in the source language was left standing."
    ),
    Category(
        "accuracy/untranslated text", "108", "untranslated", "The name in older data of a source language fragment."
    ),
    Category("accuracy/addition", "104", "addition", "The target says what the source does not."),
    Category("accuracy/omission", "105", "omission", "Content of the source is missing; marked there.", "source"),
    Category("fluency", "200", "uncategorized", "The target is faulty as a text, whatever the source."),
    Category("fluency/inconsistency", "307", "inconsistency", "The text contradicts itself, but not in terminology."),
    Category("fluency/grammar", "201", "grammar", "A fault of grammar or syntax other than spelling."),
    Category("fluency/register", "304", "register", "Formality or pronouns that do not fit."),
    Category("fluency/spelling", "204", "misspelling", "Spelling, capitals, and missing or extra white space."),
    Category("fluency/punctuation", "202", "typographical", "Punctuation that does not fit the locale or the style."),
    Category("fluency/character encoding", "212", "characters", "Characters garbled by a wrong encoding."),
    Category("style", "300", "style", "The target reads badly."),
    Category("style/unnatural or awkward", "305", "style", "Grammatical, but nobody would say it like that."),
    Category("style/awkward", "305", "style", "The name in older data of unnatural or awkward."),
    Category("style/bad sentence structure", "305", "style", "A sentence built so that it is hard to follow."),
    Category("terminology", "000", "terminology", "A term is wrong for the field or the client."),
    Category("terminology/inappropriate for context", "003", "terminology", "Not the field's term, or out of place."),
    Category("terminology/inconsistent", "002", "terminology", "One term is rendered in several ways."),
    Category("locale convention", "400", "locale-violation", "A format that is not the target locale's."),
    Category("locale convention/address format", "408", "locale-violation", "Addresses."),
    Category("locale convention/date format", "405", "locale-violation", "Dates."),
    Category("locale convention/currency format", "402", "locale-violation", "Sums of money."),
    Category("locale convention/telephone format", "410", "locale-violation", "Telephone numbers."),
    Category("locale convention/time format", "404", "locale-violation", "Times of day."),
    Category("locale convention/name format", "400", "locale-violation", "Names of people and places."),
    Category("other", "", "other", "Anything else; say in the note what."),
    Category(NON_TRANSLATION, "211", "non-conformance", "Nothing of the segment can be told; replaces all else there."),
    Category(SOURCE_ISSUE, "", "other", "A fault of the source; never counts against the translation.", "source"),
)
BY_ID = {category.id: category for category in CATEGORIES}

CORE = (
    CoreType("000", "Terminology"),
    CoreType("001", "Inconsistent with terminology resource"),
    CoreType("002", "Inconsistent use of terminology"),
    CoreType("003", "Wrong term"),
    CoreType("100", "Accuracy"),
    CoreType("101", "Mistranslation"),
    CoreType("102", "Over-translation"),
    CoreType("103", "Under-translation"),
    CoreType("104", "Addition"),
    CoreType("105", "Omission"),
    CoreType("107", "Do not translate"),
    CoreType("108", "Untranslated"),
    CoreType("200", "Linguistic conventions"),
    CoreType("201", "Grammar"),
    CoreType("202", "Punctuation"),
    CoreType("204", "Spelling"),
    CoreType("211", "Unintelligible"),
    CoreType("212", "Character encoding"),
    CoreType("214", "Textual conventions"),
    CoreType("300", "Style"),
    CoreType("301", "Organizational style"),
    CoreType("302", "Third-party style"),
    CoreType("303", "Inconsistent with external reference"),
    CoreType("304", "Language register"),
    CoreType("305", "Awkward style"),
    CoreType("306", "Unidiomatic style"),
    CoreType("307", "Inconsistent style"),
    CoreType("400", "Locale conventions"),
    CoreType("401", "Number format"),
    CoreType("402", "Currency format"),
    CoreType("403", "Measurement format"),
    CoreType("404", "Time format"),
    CoreType("405", "Date format"),
    CoreType("408", "Address format"),
    CoreType("410", "Telephone format"),
    CoreType("413", "Shortcut key"),
    CoreType("500", "Audience appropriateness"),
    CoreType("501", "Culture-specific reference"),
    CoreType("502", "Offensive"),
    CoreType("600", "Design and markup"),
    CoreType("601", "Local formatting"),
    CoreType("602", "Layout"),
    CoreType("604", "Markup tag"),
    CoreType("605", "Truncation or text expansion"),
    CoreType("606", "Missing text"),
    CoreType("607", "Link or cross-reference"),
)
CORE_BY_ID = {core.id: core for core in CORE}

WEIGHTS: dict[str, float] = {
    "critical": 25.0,
    "major": 5.0,
    "minor": 1.0,
    "neutral": 0.0,
    "major/non-translation!": 25.0,
    "minor/fluency/punctuation": 0.1,
    "critical/source issue": 0.0,
    "major/source issue": 0.0,
    "minor/source issue": 0.0,
}
"""Penalty points by `severity[/category[/subtype]]`, after Freitag et al. 2021; `critical`, which they do not have, is
weighed as MQM 2.0's usual multipliers do. The source's own faults weigh nothing."""


def core_id(number: str) -> str:
    """The id of an MQM-Core type as it is stored: `dimension/type` in lower case; "other" for no type.

    Raises KeyError for a number that is none.
    """
    if not number:
        return "other"
    core = CORE_BY_ID[number]
    return "/".join(dict.fromkeys((CORE_BY_ID[core.parent].name.lower(), core.name.lower())))


def _by_core() -> dict[str, Category]:
    """By the id of an MQM-Core type, the first category that says the same, or the same as its dimension."""
    said = {each.core: each for each in reversed(CATEGORIES) if each.core}
    nearest = {core.id: said.get(core.id) or said.get(core.parent) for core in CORE}
    return {core_id(number): found for number, found in nearest.items() if found}


BY_CORE = _by_core()


def category(name: str) -> Category:
    """The category of that id, or the nearest above it: that of `other` for what the typology does not know.

    That of an MQM-Core type is the one that says the same.
    """
    top = name.partition("/")[0]
    return BY_ID.get(name) or BY_CORE.get(name) or BY_ID.get(top) or BY_CORE.get(top) or BY_ID["other"]


def said(name: str) -> str:
    """A category as an editor names it: the kind, then what it is exactly; "" is an error of no category."""
    kind, _, exactly = name.partition("/")
    told = f"{kind}: {exactly}" if exactly else kind or "no category"
    return told[0].upper() + told[1:]


def penalty(category: str, severity: Severity) -> float:
    """The points of one error: the weight of the longest prefix of severity, category and subtype that has one."""
    steps = [severity, *category.split("/")]
    prefixes = ("/".join(steps[:length]) for length in range(len(steps), 0, -1))
    return next(WEIGHTS[prefix] for prefix in prefixes if prefix in WEIGHTS)


def mqm_score(errors: Iterable[ErrorSpan]) -> float:
    """One rater's penalty points for one segment, 0 or more: lower is better.

    The mean over raters, then over segments, is a system's score.
    """
    return sum(penalty(error.category, error.severity) for error in counting(errors))


def counting(errors: Iterable[ErrorSpan]) -> tuple[ErrorSpan, ...]:
    """Of one rater's errors in a segment those that count: a non-translation stands for all else in it."""
    marked = tuple(errors)
    replacing = tuple(error for error in marked if error.category == NON_TRANSLATION)
    return replacing[:1] or marked
