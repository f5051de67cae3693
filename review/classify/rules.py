"""What a change is: rules by which it is read, the first that fits counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from review.classify import change as asked
from review.classify.change import Change
from review.types import Severity

Test = Callable[[Change], bool]


@dataclass(frozen=True, slots=True)
class Rule:
    """What a change is that passes the test, and in a few words why."""

    why: str
    category: str
    severity: Severity
    test: Test


def _both(one: Test, other: Test) -> Test:
    return lambda change: one(change) and other(change)


RULES = (
    Rule("line taken out", "other", "minor", asked.is_emptied),
    Rule("spaces", "fluency/spelling", "minor", asked.is_spacing),
    Rule("capitals", "fluency/spelling", "minor", asked.is_case),
    Rule("form of a number", "style/unnatural or awkward", "minor", asked.is_format),
    Rule("punctuation", "fluency/punctuation", "minor", asked.is_punctuation),
    Rule("left in the source language", "accuracy/source language fragment", "major", asked.is_residue),
    Rule("word order", "fluency/grammar", "minor", asked.is_order),
    Rule("term of the glossary", "terminology/inappropriate for context", "minor", asked.is_term),
    Rule("said twice", "fluency/grammar", "minor", asked.is_doubled),
    Rule("number", "accuracy/mistranslation", "major", asked.is_value),
    Rule("negation", "accuracy/mistranslation", "major", asked.is_negation),
    Rule("sentence split", "style/bad sentence structure", "minor", asked.is_split),
    Rule("small words", "fluency/grammar", "minor", asked.is_small),
    Rule("capitals", "fluency/spelling", "minor", asked.is_recast),
    Rule("needless word", "style/unnatural or awkward", "minor", asked.is_filler),
    Rule("phrase taken out", "accuracy/addition", "major", _both(asked.is_nothing_new, asked.is_much)),
    Rule("taken out", "accuracy/addition", "minor", asked.is_nothing_new),
    Rule("phrase supplied", "accuracy/omission", "major", _both(asked.is_nothing_old, asked.is_much)),
    Rule("supplied", "accuracy/omission", "minor", asked.is_nothing_old),
    Rule("spelling", "fluency/spelling", "minor", asked.is_slip),
    Rule("form of a word", "fluency/grammar", "minor", asked.is_inflected),
    Rule("name", "accuracy/mistranslation", "major", asked.is_name),
    Rule("other words", "accuracy/mistranslation", "minor", asked.is_left),
)
