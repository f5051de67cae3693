"""What trains and tunes machine translation and automatic post-editing: source, machine's text, post-edit."""

from __future__ import annotations

import json
from collections.abc import Iterator

from review.export.edition import Edition, encodable, reviewers
from review.judgements import PairState

READ = ("corrected", "approved")


def write_triples(edition: Edition) -> bytes:
    """One JSON object a line for each pair that a reviewer has corrected or approved and that has all three texts.

    An approved text that nobody changed is its own post-edit. Pairs that are not reviewed, or in question, stay out:
    what nobody has read would teach that the machine was right.
    """
    lines = (json.dumps(fields, ensure_ascii=False) for fields in _triples(edition))
    return "".join(f"{encodable(line)}\n" for line in lines).encode()


def _triples(edition: Edition) -> Iterator[dict[str, object]]:
    for state in edition.review:
        if state.status in READ and all(map(str.strip, _texts(state))):
            source, machine, post_edit = _texts(state)
            pair = state.pair
            yield {
                "id": pair.id,
                "doc": pair.doc,
                "source_lang": pair.source_lang,
                "target_lang": pair.target_lang,
                "system": edition.review.article.under_review,
                "source": source,
                "mt": machine,
                "post_edit": post_edit,
                "status": state.status,
                "reviewers": list(reviewers(state)),
            }


def _texts(state: PairState) -> tuple[str, str, str]:
    return state.pair.source, state.pair.target, state.text
