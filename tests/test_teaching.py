"""What a store's reviewers have confirmed teaches the aligner of the next article."""

from __future__ import annotations

from datetime import timedelta

import pytest

from review import flow, teaching
from review.judgements import Correction, Judgement, StatusChange, Value
from review.store import Store
from review.texts.segment import lines
from review.types import Article, Bead, Translation
from tests.align.test_encoded import GOLD, made
from tests.align.test_known import confirmed
from tests.store.examples import NOON


def add(store: Store, pairs: list[tuple[str, str]], langs: tuple[str, str] = ("hu", "ru")) -> Article:
    sides = [lines("".join(f"{pair[side]}\n" for pair in pairs), lang) for side, lang in enumerate(langs)]
    beads = tuple(Bead((n,), (n,)) for n in range(len(pairs)))
    return store.add(Article("", "Taught", sides[0], (Translation("MT", sides[1], beads),), "MT"), at=NOON, by="ana")


def judge(store: Store, article: Article, values: list[Value]) -> None:
    for number, (bead, value) in enumerate(zip(article.translation.beads, values, strict=False)):
        at = NOON + timedelta(seconds=number)
        store.append(Judgement(f"{article.id} {number}", bead.id, 0, "ana", at, value))


def right(store: Store | None) -> int:
    beads = flow.aligned(*made(), store=store)
    return sum((bead.source, bead.target) in GOLD for bead in beads)


def test_the_next_article_is_aligned_better_for_what_was_approved(store: Store) -> None:
    article = add(store, confirmed())
    assert (right(None), right(store)) == (0, 0)
    judge(store, article, [StatusChange("approved")] * len(article.translation.beads))
    assert right(store) == len(GOLD)


def test_corrected_and_approved_pairs_count_as_they_stand(store: Store) -> None:
    article = add(store, [("egy", "один"), ("kettő", "два"), ("három", "три"), ("négy", "четыре"), ("", "пять")])
    judge(
        store,
        article,
        [
            StatusChange("approved"),
            Correction("двое"),
            StatusChange("question"),
            Correction(""),
            StatusChange("approved"),
        ],
    )
    assert teaching.confirmed(store, "hu", "ru") == (("egy", "один"), ("kettő", "двое"))
    assert teaching.confirmed(store, "ru", "hu") == ()


def test_only_so_many_of_the_newest_are_read(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(teaching, "PAIRS", 3)
    for words in ([("a", "а")] * 2, [("b", "б")] * 2):
        judge(store, add(store, words), [StatusChange("approved")] * 2)
    assert teaching.confirmed(store, "hu", "ru") == (("b", "б"), ("b", "б"), ("a", "а"))
