"""Each pair counts for the one whose word gave it its status."""

from __future__ import annotations

from pathlib import Path

import pytest

from review.history import review_of, signer_of
from review.judged.shares import Share, shares, shares_of
from review.judgements import Correction, Dismissal, Draft, Judgement, StatusChange, Value
from tests.reviewed import AT, LIBRARY, article_of
from tests.store.examples import article as stored_article
from tests.store.examples import fresh_store, judgement

ARTICLE = article_of(LIBRARY, article_id="lib")
APPROVED, OPEN = StatusChange("approved"), StatusChange("unreviewed")


def said(*acts: tuple[int, str, Value]) -> tuple[Judgement, ...]:
    return tuple(Judgement(f"j{n}", f"lib-{at}", 0, by, AT, value) for n, (at, by, value) in enumerate(acts))


@pytest.mark.parametrize(
    ("acts", "signer"),
    [
        ([], ""),
        ([("ana", APPROVED)], "ana"),
        ([("ana", APPROVED), ("bo", OPEN)], ""),
        ([("ana", APPROVED), ("bo", OPEN), ("eve", APPROVED)], "eve"),
        ([("ana", Correction("x")), ("bo", Correction("y"))], "bo"),
        ([("ana", Correction("x")), ("bo", APPROVED)], "bo"),
        ([("ana", Correction("x")), ("bo", APPROVED), ("bo", OPEN)], "ana"),
        ([("ana", StatusChange("question")), ("bo", Correction("x"))], "ana"),
        ([("ana", APPROVED), ("bo", Draft("x"))], "bo"),
        ([("bo", Draft("x")), ("ana", Dismissal("k"))], "bo"),
        ([("bo", Draft("x")), ("ana", Draft("y"))], "ana"),
    ],
)
def test_a_status_is_signed_by_whose_word_gave_it(acts: list[tuple[str, Value]], signer: str) -> None:
    judgements = said(*((2, by, value) for by, value in acts), (1, "zoe", APPROVED))
    assert signer_of(review_of(ARTICLE, judgements).states[1], judgements) == signer


def test_shares_are_the_greatest_first_and_nobody_is_left_out() -> None:
    acts = said((1, "bo", APPROVED), (2, "ana", APPROVED), (3, "ana", Correction("x")), (4, "bo", Draft("y")))
    found = shares_of(review_of(ARTICLE, acts), acts)
    assert found == (
        Share("ana", (("corrected", 1), ("approved", 1))),
        Share("bo", (("in work", 1), ("approved", 1))),
    )
    assert [share.pairs for share in found] == [2, 2]
    assert shares([("", "unreviewed")]) == ()


def test_the_list_of_articles_tells_the_same(tmp_path: Path) -> None:
    with fresh_store(tmp_path) as store:
        added = store.add(stored_article("Bridge", pairs=4), at=AT, by="ann")
        pairs = [bead.id for bead in added.translation.beads]
        acts = ((0, "bo", Correction("x")), (1, "ana", Draft("y")), (2, "ana", APPROVED), (3, "bo", APPROVED))
        for at, by, value in acts:
            store.append(judgement(pairs[at], value, reviewer=by))
        store.append(judgement(pairs[3], OPEN, reviewer="ana"))
        (entry,) = store.entries()
        judgements = store.judgements(added.id)
        assert entry.shares == shares_of(review_of(added, judgements), judgements)
        assert (entry.corrected, entry.in_work, entry.approved) == (1, 1, 1)
