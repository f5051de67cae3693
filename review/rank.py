"""Which pairs to read first: how likely each is to hold a major error."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log, prod

from review.errors import UnknownLanguage
from review.languages import UNDETERMINED, language
from review.types import Finding, Pair, Severity

OFFSET = -3.06
"""Log-odds of a major error at length 0. Fitted with SLOPE by logistic regression on eight sets of expert MQM ratings
(zh–en, he–en, ru–en and de–en; each set of equal weight): whether more than half of the raters marked a major error."""
SLOPE = 0.49
"""Log-odds added for each factor of e in length: a long segment holds more errors than a short one."""
WIDE_CHARACTER = 3.0
"""Latin letters that a character of a script without spaces is worth."""
WEIGHT: dict[Severity, float] = {"neutral": 0.0, "minor": 0.15, "major": 0.75, "critical": 1.0}
"""How likely a finding of that severity, when right, comes with a major error in its pair; set by hand."""
NO_ERROR = frozenset({"source issue"})


def risk(pair: Pair, findings: Sequence[Finding]) -> float:
    """How likely the pair holds a major error, 0 to 1.

    The length of the target gives a first guess; each finding that counts against the translation raises it, as if
    all were independent. Law: one finding more never lowers it.
    Misses all that no check sees: a fluent mistranslation ranks by its length alone.
    """
    return 1.0 - (1.0 - by_length(pair)) * (1.0 - by_findings(findings))


def by_length(pair: Pair) -> float:
    """The share of pairs with a target of this length that hold a major error; 0 for an empty target."""
    letters = len(pair.target.strip()) * (1.0 if _is_spaced(pair.target_lang) else WIDE_CHARACTER)
    return 1.0 / (1.0 + exp(-(OFFSET + SLOPE * log(1.0 + letters)))) if letters else 0.0


def by_findings(findings: Sequence[Finding]) -> float:
    """The chance that at least one finding comes with a major error, if they were independent."""
    return 1.0 - prod(1.0 - _weight(finding) for finding in findings)


def _weight(finding: Finding) -> float:
    counts = finding.category not in NO_ERROR
    return min(max(finding.score, 0.0), 1.0) * WEIGHT[finding.severity] if counts else 0.0


def _is_spaced(tag: str) -> bool:
    try:
        return language(tag).spaced
    except UnknownLanguage:
        return UNDETERMINED.spaced
