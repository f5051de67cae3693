"""What other articles say of what an article names: whose word holds, and what is marked by it."""

from __future__ import annotations

import pytest

from review import flow
from review.checks.project.precedents import Precedent, Precedents
from review.checks.reading.usages import Key
from review.judgements import Correction, StatusChange
from review.memory.precedents import precedents
from review.memory.units import Memory, shelf_of
from review.store import Store
from tests.reviewed import AT, Acts, article_of, reviewed

OTHER = ("天气很好。", "The weather is fine.")
ONCE = ("请在入口处出示门票。", "Please show your ticket at the entrance.")
AGAIN = ("请在入口处出示门票！", "Show the ticket at the gate!")
THIRD = ("请在入口处出示门票", "Please present tickets at the door")
KEY: Key = ("sentence", "请在入口处出示门票")
APPROVED = ((1, "ana", StatusChange("approved")),)

Sides = tuple[str, str]


def memory_of(*articles: tuple[str, Sides, Acts]) -> Memory:
    """Articles of one sentence of interest among others of their own, in the order of adding."""
    made = {}
    for name, sides, acts in articles:
        own = [(f"第{name}篇文章有自己的句子{n}。", f"Sentence {n} of {name} alone.") for n in range(3)]
        made[name] = shelf_of(reviewed(article_of((sides, *own), title=name, article_id=name), acts))
    return Memory(made)


@pytest.mark.parametrize(
    ("articles", "asked", "held"),
    [
        pytest.param([("a", ONCE, ()), ("b", AGAIN, ())], "b", Precedent(ONCE[1], "a"), id="the earlier is right"),
        pytest.param([("a", ONCE, ()), ("b", AGAIN, ())], "a", None, id="the later says nothing of the earlier"),
        pytest.param(
            [("a", ONCE, ()), ("b", AGAIN, APPROVED)], "a", Precedent(AGAIN[1], "b", settled=True), id="settled later"
        ),
        pytest.param([("a", ONCE, ()), ("b", AGAIN, APPROVED)], "b", None, id="a machine's says nothing of a settled"),
        pytest.param(
            [("a", ONCE, APPROVED), ("b", AGAIN, APPROVED)], "b", Precedent(ONCE[1], "a", settled=True), id="both"
        ),
        pytest.param(
            [("a", ONCE, ()), ("b", AGAIN, ()), ("c", AGAIN, ()), ("d", THIRD, ())],
            "d",
            Precedent(AGAIN[1], "b"),
            id="what most have",
        ),
        pytest.param(
            [
                (
                    "a",
                    ONCE,
                    (
                        (
                            1,
                            "bo",
                            Correction("Tickets, please."),
                        ),
                    ),
                ),
                ("b", AGAIN, ()),
                ("c", AGAIN, ()),
            ],
            "c",
            Precedent("Tickets, please.", "a", settled=True),
            id="a correction stands before many machines",
        ),
        pytest.param([("a", OTHER, ()), ("b", AGAIN, ())], "b", None, id="no other has it"),
    ],
)
def test_whose_rendering_holds(articles: list[tuple[str, Sides, Acts]], asked: str, held: Precedent | None) -> None:
    assert precedents(memory_of(*articles), asked).of.get(KEY) == held


def test_another_translation_of_the_article_is_no_precedent() -> None:
    sides = (ONCE, ("图书馆每晚八点闭馆。", "The library closes at eight."))
    others = (AGAIN, ("图书馆每晚八点闭馆。", "Library shuts 8 p.m."))
    made = {name: shelf_of(reviewed(article_of(each, article_id=name))) for name, each in (("a", sides), ("b", others))}
    assert precedents(Memory(made), "b") == Precedents()


def test_an_article_that_is_not_there_has_no_precedents() -> None:
    assert precedents(memory_of(("a", ONCE, ())), "z") == Precedents()


def test_the_store_says_what_its_other_articles_have(tmp_path_factory: pytest.TempPathFactory) -> None:
    store = Store.open(f"sqlite:///{tmp_path_factory.mktemp('precedents') / 'store.db'}")
    own = [("图书馆每晚八点闭馆。", "The library closes at eight."), ("读者很高兴。", "Readers are glad.")]
    first = store.add(article_of([ONCE, *own], title="First", article_id=""), at=AT, by="Ana")
    second = store.add(article_of([OTHER, OTHER, AGAIN], title="Second", article_id=""), at=AT, by="Ana")
    reviews = [flow.review_of(store, article.id) for article in (first, second)]
    marked = [
        [(finding.text, finding.fixes) for finding in flow.flags_in(store, review).findings if finding.check == CHECK]
        for review in reviews
    ]
    assert marked == [[], [(AGAIN[1], (ONCE[1],))]]
    assert not [finding for finding in flow.flags_of(reviews[1]).findings if finding.check == CHECK]


CHECK = "other-articles"
