"""Beads tile both texts, whatever these are, the source in order; plain cases come out as a reader would have them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from review.align.align import align
from review.texts.segment import divide, lines
from review.types import Bead, Text
from tests.gate.beads import samples

LINE = st.text(alphabet="abc 12。，好人.!?“”\u00a0é", max_size=12)
SIDE = st.lists(LINE, max_size=9).map("\n".join)


def of(*sentences: str, lang: str = "en") -> Text:
    return lines("".join(f"{sentence}\n" for sentence in sentences), lang)


def links(beads: tuple[Bead, ...]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(bead.source, bead.target) for bead in beads]


@given(SIDE, SIDE)
@settings(max_examples=60)
def test_each_segment_is_in_exactly_one_bead(source: str, target: str) -> None:
    beads = align(lines(source, "zh"), lines(target, "en"))
    assert [index for bead in beads for index in bead.source] == list(range(len(lines(source, "zh").segments)))
    assert sorted(index for bead in beads for index in bead.target) == list(range(len(lines(target, "en").segments)))
    assert all(bead.source or bead.target for bead in beads)


CASES = [
    pytest.param(
        ("1998年有35人。", "他们来自7国。"),
        ("In 1998 there were 35.", "They came from 7 countries."),
        [((0,), (0,)), ((1,), (1,))],
        id="equal numbers",
    ),
    pytest.param(
        ("会议于5月10日召开，120人参加，会上宣布了2021年的计划和3项奖励。", "会议5月12日结束。"),
        ("It opened on May 10 with 120 people.", "The plan of 2021 and 3 awards were told.", "It ended on May 12."),
        [((0,), (0, 1)), ((1,), (2,))],
        id="one becomes two",
    ),
    pytest.param((), ("One.", "Two."), [((), (0,)), ((), (1,))], id="no source"),
    pytest.param(("一。",), (), [((0,), ())], id="no target"),
    pytest.param(
        ("一2。", "", "三4。"),
        ("One 2.", "Three 4."),
        [((0,), (0,)), ((1,), ()), ((2,), (1,))],
        id="blank lines stand alone",
    ),
]


@pytest.mark.parametrize(("source", "target", "expected"), CASES)
def test_plain_cases(
    source: tuple[str, ...], target: tuple[str, ...], expected: list[tuple[tuple[int, ...], tuple[int, ...]]]
) -> None:
    assert links(align(of(*source, lang="zh"), of(*target))) == expected


def test_what_is_long_on_both_sides_is_no_furniture() -> None:
    aims = (
        "各地要深化改革，健全机制，用好队伍，改进公园，修好旧桥，扩大学校，"
        "保护湖水，开办书店，支持农民，关心老人，整治街道，"
    )
    told = (
        "It is necessary to carry reform deeper and perfect the set-up, to employ the teams, to make gardens nicer, "
        "put right what is old, give pupils room, keep the water clean, found shops that sell books, stand by those "
        "who till the land, look after the aged, and tidy the roads, "
    )
    openings = (
        *("会议在北城召开。", "市长讲话。", "三百人参加。"),
        *("会上放了电影。", "代表们参观了新桥。", "他们很高兴。"),
    )
    opened = (
        *("The meeting opened in Beicheng.", "The mayor spoke.", "Three hundred people came.", "A film was shown."),
        *("The delegates saw the new bridge.", "They were pleased."),
    )
    beads = align(of(*openings, aims * 2, lang="zh"), of(*opened, told * 2, "0 2 4", "Top"))
    assert links(beads) == [((n,), (n,)) for n in range(7)] + [((), (7,)), ((), (8,))]


def test_paragraphs_hold_where_lengths_mislead() -> None:
    source = divide("今天很冷。水结冰了，鸟也不叫。\n\n明天会更冷，大家都这么说，说了一整天。请多穿衣。", "zh")
    target = divide("It is quite unbelievably cold. Ice.\n\nColder tomorrow. So put on rather more clothes.", "en")
    assert links(align(source, target)) == [((n,), (n,)) for n in range(4)]


def test_score_is_higher_where_the_texts_agree() -> None:
    source = of("1998年有35人。", "猫在睡觉。", lang="zh")
    sure, unsure = align(source, of("35 people in 1998.", "Taxes rose quickly."))
    assert sure.score > unsure.score


DEGENERATE = [
    ("identical sentences", of(*["Same."] * 400), of(*["Same."] * 300)),
    ("one endless sentence", of("word " * 20_000), of("mot " * 20_000, lang="fr")),
    ("no common script", of(*["שלום עולם."] * 30, lang="he"), of(*["Привет, мир."] * 20, lang="ru")),
    ("noise", of(*["\x81\x8d\x90 ÿþ"] * 20), of(*["¬¦§ ¶"] * 25)),
]


@pytest.mark.parametrize(("source", "target"), [case[1:] for case in DEGENERATE], ids=[case[0] for case in DEGENERATE])
def test_degenerate_texts_get_an_answer(source: Text, target: Text) -> None:
    beads = align(source, target)
    assert [index for bead in beads for index in bead.source] == list(range(len(source.segments)))
    assert [index for bead in beads for index in bead.target] == list(range(len(target.segments)))


def test_beads_say_how_sure_they_are_and_which_words_speak_for_them() -> None:
    sample = next(document for document in samples() if document.name.endswith("water-plant"))
    source, target = (
        of("", *(one.text for one in sample.sides[0]), lang="zh"),
        of(*(one.text for one in sample.sides[1])),
    )
    blank, *beads = align(source, target)
    assert (blank.certainty, blank.words) == (None, ())
    assert all(bead.certainty is not None and 0 <= bead.certainty <= 1 for bead in beads)
    spoken = {(word.source.of(source.raw), word.target.of(target.raw)) for bead in beads for word in bead.words}
    assert {("28", "28"), ("新闻", "News"), ("记者", "Reporter")} <= spoken
    assert not any(bead.words for bead in align(source, target, words=False))
