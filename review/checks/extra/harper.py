"""English grammar and spelling as Harper sees them, a grammar checker that runs on this machine.

Install the extra `harper` and set MTREVIEW_HARPER=true. Its spans and suggestions become marks; kinds of lint that are
matters of taste are left out, and so are spellings of what the source has, or of names. Harper is asked by one thread
at a time.

Misses what Harper misses: agreement of most verbs, and all Chinglish.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from threading import Lock
from typing import Any

from review.checks.base import Check, Example
from review.types import Mark, Pair, Span

TASTE = frozenset({"Style", "Enhancement", "Readability", "WordChoice", "Regionalism", "Formatting", "Capitalization"})
SUGGESTED = 3
_ASKING = Lock()


def is_installed() -> bool:
    """Whether the extra is there."""
    return find_spec("harper") is not None


def find(pair: Pair) -> Iterator[Mark]:
    """Raises ModuleNotFoundError where the extra is not installed."""
    with _ASKING:
        lints = _linter().lint(pair.target)
    for lint in lints:
        text = lint.problem_text
        named = lint.lint_kind == "Spelling" and (not text.islower() or text in pair.source)
        if lint.lint_kind not in TASTE and not named:
            fixes = (one.replacement_text for one in lint.suggestions if one.kind.name == "REPLACE")
            span = Span(lint.span.start, lint.span.end)
            yield Mark(span, lint.message, fixes=tuple(fix for fix in fixes if fix != text)[:SUGGESTED])


@cache
def _linter() -> Any:
    # Imported here because it is an extra, and takes two seconds to be ready.
    from harper import Linter

    return Linter()


CHECK = Check(
    id="harper",
    name="Harper",
    description="What the grammar checker Harper marks in English, without matters of taste.",
    category="fluency/grammar",
    its="grammar",
    severity="minor",
    score=0.5,
    version=1,
    find=find,
    target_langs=("en",),
    examples=(
        Example("他收到一本书。", "He recieve an book.", ("recieve", "an"), fixed="He receive a book."),
        Example("那是结束。", "This is teh end.", ("teh",), fixed="This is the end."),
        Example("桥开通了。", "The bridge opened yesterday."),
        Example("清华大学", "Tsinghua is a university."),
    ),
)
