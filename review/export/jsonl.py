"""The pairs with all that was said of them, one JSON object a line."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from typing import Any

from review.export.edition import Edition
from review.judgements import Judgement, PairState

ESCAPED = re.compile(r"[\x85\u2028\u2029\uD800-\uDFFF]")
"""Characters that some readers take for the end of a line, and surrogates: as JSON escapes they are safe."""


def write_jsonl(edition: Edition) -> bytes:
    """One line a pair: its texts, state, marked errors, segment scores, corrections, dismissals and findings.

    All of it reads back equal. Drafts, which are their reviewers' own, stay out. Spans are [start, end) in code points;
    those of findings count in `corrected` or `source`. Errors and scores speak of the text at their `version`: of
    `target` at 0, else of that many corrections; an error whose side is the source, of `source`.
    """
    lines = (json.dumps(_fields(edition, state), ensure_ascii=False) for state in edition.review)
    return "".join(f"{_safe(line)}\n" for line in lines).encode()


def _safe(line: str) -> str:
    return ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", line)


def _fields(edition: Edition, state: PairState) -> dict[str, Any]:
    pair = state.pair
    return {
        "id": pair.id,
        "doc": pair.doc,
        "title": edition.title,
        "system": edition.review.article.under_review,
        "source_lang": pair.source_lang,
        "target_lang": pair.target_lang,
        "source": pair.source,
        "target": pair.target,
        "corrected": state.text,
        "alternatives": list(pair.alternatives),
        "status": state.status,
        "version": state.version,
        "errors": [_signed(mark) for mark in state.marks],
        "scores": [_signed(score) for score in state.scores],
        "corrections": [_signed(made) for made in state.corrections],
        "dismissed": sorted(state.dismissed),
        "findings": [asdict(finding) for finding in edition.flags.of(pair.id)],
    }


def _signed(judgement: Judgement) -> dict[str, Any]:
    """What a reviewer said, with who, when and of which version."""
    signature = {"id": judgement.id, "version": judgement.version, "reviewer": judgement.reviewer}
    return signature | {"at": judgement.at.isoformat()} | asdict(judgement.value)
