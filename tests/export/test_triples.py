"""Triples of source, machine's text and post-edit, read back."""

from __future__ import annotations

import json
from typing import Any

from review.export import export
from review.judgements import Review
from tests.reviewed import AT, HOSTILE, hostile, library


def triples(review: Review) -> list[dict[str, Any]]:
    return [json.loads(line) for line in export(review, "triples", at=AT).decode().split("\n")[:-1]]


def test_only_what_was_reviewed_and_has_three_texts_is_a_triple() -> None:
    told = [(row["id"], row["status"], row["mt"] == row["post_edit"], row["reviewers"]) for row in triples(library())]
    assert told == [
        ("lib-1", "corrected", False, ["ana"]),
        ("lib-2", "approved", False, ["ana", "bo"]),
        ("lib-3", "approved", True, []),
    ]
    assert triples(library())[0]["post_edit"] == "City Library Extends Its Opening Hours"
    assert triples(library())[0]["mt"] == "City Library Extends its Opening Hours"


def test_hostile_texts_are_read_back_as_they_are() -> None:
    states = [state for state in hostile() if state.changed]
    assert [row["post_edit"] for row in triples(hostile())] == [state.text for state in states]
    assert len(states) == (len(HOSTILE) + 1) // 2
