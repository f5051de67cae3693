"""What names what is kept between two looks at an article: the same for the same values, another for any other."""

from __future__ import annotations

import hashlib

from review import flow, rulebook
from review.judgements import Review


def digest(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()


def of_findings(review: Review) -> str:
    """By the texts as they stand, and by what the checks go by beside them: rules, glossary, style sheet."""
    source_lang, target_lang = review.article.source.lang, review.article.translation.text.lang
    texts = [(state.pair.id, state.pair.source, state.text, state.pair.alternatives) for state in review]
    return digest(rulebook.digest(), flow.project(source_lang, target_lang), source_lang, target_lang, texts)


def of_open_findings(review: Review) -> str:
    """By the same, and by what is dismissed."""
    dismissed = [(state.pair.id, sorted(state.dismissed)) for state in review if state.dismissed]
    patterns = sorted(review.states[0].patterns) if review.states else []
    return digest(of_findings(review), dismissed, patterns)
