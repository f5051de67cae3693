"""Lines that several articles share are found at their edges, removed from all as one action, and put back as one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from review import flow
from review.article import corrected_text
from review.judged.blocks import FEWEST, pattern
from review.judgements import Correction, Judgement
from review.store import Store
from review.types import Article
from review.verbs import everywhere
from tests.reviewed import AT, article_of

CLOSE = "[Print] [Close]"


def sides(number: int, last: str = CLOSE) -> list[tuple[str, str]]:
    middle = [(f"第{number}篇第{n}句。", f"Article {'abcdef'[number]} says {'abcdefghijklmn'[n]}.") for n in range(14)]
    edge = [("浏览", f"Views: {number}12"), ("关闭", last)]
    return [*middle[:7], ("同样。", "The same in the middle of all."), *middle[7:], *edge]


@pytest.fixture
def store() -> Iterator[Store]:
    opened = Store.open("sqlite://")
    yield opened
    opened.close()


def added(store: Store, count: int) -> list[Article]:
    made = (article_of(sides(number), title=f"Article {'abcdef'[number]}") for number in range(count))
    return [store.add(article, at=AT, by="Ana") for article in made]


def texts(store: Store, articles: list[Article]) -> list[str]:
    return [corrected_text(flow.review_of(store, article.id)) for article in articles]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Views: 12", "views:  1,024", False),
        ("Views: 12", "views:  1024", True),
        ("Print Close", " print\u00a0close ", True),
        ("Print", "Prints", False),
    ],
)
def test_lines_are_the_same_but_for_spaces_case_and_figures(one: str, other: str, same: bool) -> None:
    assert (pattern(one) == pattern(other)) is same


def test_a_line_is_furniture_when_enough_articles_end_in_it(store: Store) -> None:
    added(store, FEWEST - 1)
    assert everywhere.blocks(store) == ()
    articles = [*store.entries(), *added(store, FEWEST)[-1:]]
    found = everywhere.blocks(store)
    assert {block.text for block in found} >= {CLOSE, "Views: 012"}
    assert "The same in the middle of all." not in {block.text for block in found}
    assert len(articles) == FEWEST


def test_one_action_removes_it_everywhere_and_one_puts_it_back(store: Store) -> None:
    articles = added(store, 4)
    before = texts(store, articles)
    block = next(block for block in everywhere.blocks(store) if block.text == CLOSE)
    action = everywhere.remove_block(store, block, at=AT, by="Ana")
    assert [CLOSE in text for text in texts(store, articles)] == [False] * 4
    assert CLOSE not in {block.text for block in everywhere.blocks(store)}
    (removal,) = everywhere.removals(store)
    assert (removal.action, removal.text, removal.by, removal.pairs, removal.undone) == (action, CLOSE, "Ana", 4, False)
    assert everywhere.undo_removal(store, action, at=AT, by="Ben") == 4
    assert texts(store, articles) == before
    assert everywhere.removals(store)[0].undone
    assert everywhere.undo_removal(store, action, at=AT, by="Ben") == 0


def test_what_was_corrected_since_is_not_overwritten(store: Store) -> None:
    articles = added(store, 3)
    block = next(block for block in everywhere.blocks(store) if block.text == CLOSE)
    action = everywhere.remove_block(store, block, at=AT, by="Ana")
    last = articles[0].translation.beads[-1].id
    store.append(Judgement("own", last, 1, "Ben", AT, Correction("The end.")))
    assert everywhere.undo_removal(store, action, at=AT, by="Ana") == 2
    assert flow.review_of(store, articles[0].id).states[-1].text == "The end."


def test_only_the_line_goes_from_a_pair_of_several(store: Store) -> None:
    made = [article_of(sides(number, f"It ended.\n{CLOSE}"), title=f"T{'abc'[number]}xyz") for number in range(3)]
    articles = [store.add(article, at=AT, by="Ana") for article in made]
    block = next(block for block in everywhere.blocks(store) if block.text == CLOSE)
    everywhere.remove_block(store, block, at=AT, by="Ana")
    assert {flow.review_of(store, article.id).states[-1].text for article in articles} == {"It ended."}
