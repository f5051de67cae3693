"""English words that do not agree, where that can be told surely: `these company` `he have` `more better`.

A table of patterns: a determiner or a number word and a common noun of the wrong number, pronouns and verbs, `one of
the` and a singular, verbs behind modals and `did not`, doubled comparatives, plurals of words that have none. The noun
has to be followed by a mark or a function word, for `these company rules` is right.

Misses agreement over a distance (`the boxes on the table is`), and nouns outside a list of common ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import regex

from review.checks.base import Check, Example
from review.checks.reading.glance import runs
from review.checks.reading.nouns import PLURAL_OF, SINGULAR_OF, UNCOUNTABLE, VERBS
from review.checks.reading.words import listed
from review.types import Mark, Pair, Span

NO_VERB = {plural: noun for plural, noun in SINGULAR_OF.items() if noun not in VERBS}
NOUN = r"(?P<wrong>[a-z]++)"
FIRST = re.compile(r"(?<![\w'’-])[A-Za-z]{1,12}(?![a-z])")
END = (
    r"(?=[.,;:!?)”]|$|\s(?:is|are|was|were|has|have|had|will|would|can|could|should|must|may|of|in|on|at|to|for|from|with|"
    r"by|and|or|that|which|who|as|than|into|through|during|because|when|while|but)\b)"
)
ADJECTIVES = r"(?:(?:most|best|largest|biggest|top|key|main|\p{Ll}+(?:est|ive|ous|ful|ant|ent|ic|al|able|ed)) ){0,3}"
QUESTION = frozenset(
    listed(
        "do does did will would can could shall should may might must let lets make makes made making help helps "
        "helped if whether lest than and or that suggest suggests demand demands"
    )
)
SINGULAR_VERB = {"have": "has", "are": "is", "do": "does", "go": "goes", "were": "was"}
PLURAL_VERB = {"has": "have", "is": "are", "was": "were", "does": "do", "goes": "go"}
COMPARED = listed(
    "better worse easier bigger larger higher faster stronger cheaper deeper smaller greater lower longer closer safer "
    "wider richer clearer newer older younger happier healthier simpler harder brighter"
)
TWICE_COMPARED = {f"{more} {word}": word for more in ("more", "More", "MORE") for word in COMPARED}
BASE = {
    "was": "be", "were": "be", "went": "go", "came": "come", "had": "have", "has": "have", "made": "make",
    "took": "take", "gave": "give", "saw": "see", "got": "get", "said": "say", "knew": "know", "thought": "think",
    "found": "find", "became": "become", "wanted": "want", "goes": "go", "does": "do", "is": "be", "makes": "make",
    "needs": "need",
}  # fmt: skip
BASES = "|".join(BASE)


@dataclass(frozen=True, slots=True)
class Rule:
    """First words, a pattern of what follows them whose group `wrong` is marked, and what can be wrong with its fix.

    Where `whole` is set, the first word is marked too; where `asked` is, a clause with an auxiliary or a verb that
    takes an infinitive is left alone.
    """

    first: frozenset[str]
    pattern: regex.Pattern[str]
    reason: str
    fixes: Mapping[str, str]
    last: frozenset[str]
    """The last words of what can be wrong."""
    reach: int
    """Runs of letters from the first word to the last, at most."""
    whole: bool = False
    asked: bool = False


def _rule(first: str, rest: str, reason: str, fixes: Mapping[str, str], reach: int = 2, **more: bool) -> Rule:
    pattern, last = regex.compile(rf"{rest}(?![\p{{L}}'’-])"), frozenset(wrong.split()[-1] for wrong in fixes)
    return Rule(frozenset(listed(first)), pattern, reason, fixes, last, reach, **more)


NUMBERS = "two three four five six seven eight nine ten"
DISAGREES = "The verb does not agree with its subject: {}."
BASE_FORM = "The base form belongs here: {}."
RULES = (
    _rule(f"these those many several various numerous {NUMBERS}", rf" {NOUN}{END}", "This should be plural: {}.",
          PLURAL_OF),
    _rule("a an each every another", rf" {NOUN}{END}", "This should be singular: {}.", SINGULAR_OF),
    _rule("this", rf" {NOUN}{END}", "This should be singular: {}.", NO_VERB),
    _rule("one", rf" of (?:the|these|those|our|their|its|his|her|my|your) {ADJECTIVES}{NOUN}{END}",
          "“One of” takes a plural: {}.", PLURAL_OF, reach=7),
    _rule("he she", r" (?P<wrong>have|are|do|go)(?= \p{L}| [.,])", DISAGREES, SINGULAR_VERB, asked=True),
    _rule("they we", r" (?P<wrong>has|is|was|does|goes)(?= \p{L})", DISAGREES, PLURAL_VERB),
    _rule("there", rf" (?P<wrong>is|was|has)(?= (?:many|several|various|numerous|{'|'.join(listed(NUMBERS))}) )",
          "The verb does not agree with what follows: {}.", PLURAL_VERB),
    _rule("could should would might cannot", r" (?P<wrong>has|is|was|were|goes|does|makes|needs)", BASE_FORM, BASE),
    _rule("did does do", rf" not (?P<wrong>{BASES})", BASE_FORM, BASE, reach=3),
    _rule("didn doesn don", rf"[’']t (?P<wrong>{BASES})", BASE_FORM, BASE, reach=3),
    _rule("more", rf" (?P<wrong>{'|'.join(COMPARED)})", "A double comparative: {}.", TWICE_COMPARED, whole=True),
    _rule(" ".join(UNCOUNTABLE), "(?P<wrong>)", "The word has no plural: {}.", UNCOUNTABLE, whole=True),
)  # fmt: skip
BY_FIRST = {word: rule for rule in RULES for word in rule.first}


def find(pair: Pair) -> Iterator[Mark]:
    text = pair.target
    if not _may_disagree(runs(text)):
        return
    for first in FIRST.finditer(text):
        rule = BY_FIRST.get(first.group().lower())
        match = rule.pattern.match(text, first.end()) if rule else None
        if rule is None or match is None or _is_left_alone(text, first.start(), rule):
            continue
        span = Span(first.start() if rule.whole else match.start("wrong"), match.end("wrong"))
        found = span.of(text)
        if fix := rule.fixes.get(found):
            yield Mark(span, rule.reason.format(fix), fixes=(fix,), expected=fix, found=found)


def _may_disagree(said: Sequence[str]) -> bool:
    """Whether behind the first word of a rule, within its reach, stands what can be wrong."""
    return any(
        not rule.last.isdisjoint(said[place : place + rule.reach])
        for place, word in enumerate(said)
        if (rule := BY_FIRST.get(word))
    )


def _is_left_alone(text: str, at: int, rule: Rule) -> bool:
    return _is_label(text, at) or (rule.asked and _is_asked(text, at))


def _is_asked(text: str, at: int) -> bool:
    """Whether an auxiliary, or a verb that takes an infinitive, stands shortly before, as in `does he have`."""
    clause = re.split(r"[.;:!?]", text[max(0, at - 60) : at])[-1].lower().split()
    return not QUESTION.isdisjoint(clause[-4:])


def _is_label(text: str, at: int) -> bool:
    """Whether the article is a letter that names something, as in `vitamin A levels`."""
    return at > 1 and text.startswith("A ", at) and text[at - 2] not in ".!?"


CHECK = Check(
    id="agreement",
    name="Words do not agree",
    description="A singular for a plural or a plural for a singular, and verb forms that do not go together.",
    category="fluency/grammar",
    its="grammar",
    severity="minor",
    score=0.85,
    version=1,
    find=find,
    target_langs=("en",),
    examples=(
        Example("这些公司", "These company and this companies are new.", ("company", "companies"),
                fixed="These companies and this company are new."),
        Example("他有一座房子", "He have a houses in town.", ("have", "houses"), fixed="He has a house in town."),
        Example("最好的城市之一", "It is one of the most beautiful city in the world, and they was there.",
                ("city", "was"), fixed="It is one of the most beautiful cities in the world, and they were there."),
        Example("他没有去", "He did not went; it could has more better equipments.",
                ("went", "has", "more better", "equipments"),
                fixed="He did not go; it could have better equipment."),
        Example("公司规定", "These company rules, this sales figure, a sports car and two company cars"),
        Example("他有吗", "Does he have it? Let it go, and help her do it. If only it were so, should it have failed."),
        Example("公司的", "One of the company’s houses, one of the best, one of the reasons the company is here"),
        Example("维生素", "More is better: the vitamin A levels, and this concerns many."),
    ),
)  # fmt: skip
