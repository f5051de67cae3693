"""English words that do not agree, where that can be told surely: `these company` `he have` `more better`.

A table of patterns: a determiner or a number word and a common noun of the wrong number, pronouns and verbs, `one of
the` and a singular, verbs behind modals and `did not`, doubled comparatives, plurals of words that have none. The noun
has to be followed by a mark or a function word, for `these company rules` is right.

Misses agreement over a distance (`the boxes on the table is`), and nouns outside a list of common ones.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import regex

from review.checks.base import Check, Example
from review.checks.reading.nouns import PLURAL_OF, SINGULAR_OF, UNCOUNTABLE, VERBS
from review.checks.reading.words import listed
from review.types import Mark, Pair, Span

SINGULAR = "|".join(sorted(PLURAL_OF, key=len, reverse=True))
PLURAL = "|".join(sorted(SINGULAR_OF, key=len, reverse=True))
NO_VERB = "|".join(plural for plural, noun in SINGULAR_OF.items() if noun not in VERBS)
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
COMPARED = (
    r"better|worse|easier|bigger|larger|higher|faster|stronger|cheaper|deeper|smaller|greater|lower|longer|closer|safer|"
    r"wider|richer|clearer|newer|older|younger|happier|healthier|simpler|harder|brighter"
)
BASE = {
    "was": "be", "were": "be", "went": "go", "came": "come", "had": "have", "has": "have", "made": "make",
    "took": "take", "gave": "give", "saw": "see", "got": "get", "said": "say", "knew": "know", "thought": "think",
    "found": "find", "became": "become", "wanted": "want", "goes": "go", "does": "do", "is": "be", "makes": "make",
    "needs": "need",
}  # fmt: skip
BASES = "|".join(BASE)


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern whose group `wrong` is marked, what is wrong with it, and the text that stands for it.

    Where `asked` is set, a clause with an auxiliary or a verb that takes an infinitive is left alone.
    """

    pattern: regex.Pattern[str]
    reason: str
    fix: Callable[[str], str]
    asked: bool = False


def _rule(pattern: str, reason: str, fix: Callable[[str], str], *, asked: bool = False) -> Rule:
    compiled = regex.compile(rf"(?<![\p{{L}}'’-]){pattern}(?![\p{{L}}'’-])", regex.IGNORECASE)
    return Rule(compiled, reason, fix, asked)


def _is_asked(text: str, at: int) -> bool:
    """Whether an auxiliary, or a verb that takes an infinitive, stands shortly before, as in `does he have`."""
    clause = re.split(r"[.;:!?]", text[max(0, at - 60) : at])[-1].lower().split()
    return not QUESTION.isdisjoint(clause[-4:])


CANDIDATE = re.compile(
    r"\b(?:these|those|many|several|various|numerous|two|three|four|five|six|seven|eight|nine|ten|this|an?|each|every|"
    r"another|one of|s?he|they|we|there|could|should|would|might|cannot|did|does|do|didn.t|doesn.t|don.t|more|"
    + "|".join(UNCOUNTABLE)
    + r")\b",
    re.IGNORECASE,
)

RULES = (
    _rule(rf"(?:these|those|many|several|various|numerous|two|three|four|five|six|seven|eight|nine|ten) "
          rf"(?P<wrong>{SINGULAR}){END}", "A plural is meant: {}.", PLURAL_OF.__getitem__),
    _rule(rf"(?:an?|each|every|another) (?P<wrong>{PLURAL}){END}", "A singular is meant: {}.",
          SINGULAR_OF.__getitem__),
    _rule(rf"this (?P<wrong>{NO_VERB}){END}", "A singular is meant: {}.", SINGULAR_OF.__getitem__),
    _rule(rf"one of (?:the|these|those|our|their|its|his|her|my|your) {ADJECTIVES}(?P<wrong>{SINGULAR}){END}",
          "One of several: the plural is meant, {}.", PLURAL_OF.__getitem__),
    _rule(r"(?:he|she) (?P<wrong>have|are|do|go)(?= \p{L}| [.,])", "The verb does not agree with its subject: {}.",
          SINGULAR_VERB.__getitem__, asked=True),
    _rule(r"(?:they|we) (?P<wrong>has|is|was|does|goes)(?= \p{L})", "The verb does not agree with its subject: {}.",
          PLURAL_VERB.__getitem__),
    _rule(r"there (?P<wrong>is|was|has)(?= (?:many|several|two|three|four|five|various|numerous) )",
          "The verb does not agree with what follows: {}.", PLURAL_VERB.__getitem__),
    _rule(r"(?:could|should|would|might|cannot) (?P<wrong>has|is|was|were|goes|does|makes|needs)",
          "A base form follows: {}.", BASE.__getitem__),
    _rule(rf"(?:did|does|do)(?: not|n[’']t) (?P<wrong>{BASES})", "A base form follows: {}.", BASE.__getitem__),
    _rule(rf"(?P<wrong>more (?:{COMPARED}))", "Compared twice: {}.", lambda wrong: wrong.partition(" ")[2]),
    _rule(rf"(?P<wrong>{'|'.join(UNCOUNTABLE)})", "The word has no plural: {}.", UNCOUNTABLE.__getitem__),
)  # fmt: skip


def find(pair: Pair) -> Iterator[Mark]:
    if CANDIDATE.search(pair.target) is None:
        return
    for rule in RULES:
        for match in rule.pattern.finditer(pair.target):
            wrong = match["wrong"]
            if (
                wrong.islower()
                and not _is_label(pair.target, match)
                and not (rule.asked and _is_asked(pair.target, match.start()))
            ):
                fix = rule.fix(wrong)
                reason = rule.reason.format(fix)
                yield Mark(Span(*match.span("wrong")), reason, fixes=(fix,), expected=fix, found=wrong)


def _is_label(text: str, match: regex.Match[str]) -> bool:
    """Whether the article is a letter that names something, as in `vitamin A levels`."""
    return match.start() > 0 and text.startswith("A ", match.start()) and text[match.start() - 2] not in ".!?"


CHECK = Check(
    id="agreement",
    name="Words that do not agree",
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
