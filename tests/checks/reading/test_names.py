"""What the checks of names read: the dictionary, romanisations, persons, ordinals, and translations in a run."""

from __future__ import annotations

import gzip

import pytest

from review.checks.reading.cedict_names import CedictNames, cedict_names, known_of
from review.checks.reading.editions import editions
from review.checks.reading.idioms import Idioms, idioms_of
from review.checks.reading.ordinals import figured, ordinal, written
from review.checks.reading.people import people
from review.checks.reading.pinyin import folded, is_syllable, readings, spellings, wade_giles
from review.checks.reading.renderings import is_slip, slips
from review.checks.reading.varieties import american, british
from review.host.digest import Digest, digested
from review.types import Pair

ENTRIES = """# comment
樂 乐 [Yue4] /surname Yue/
樂 乐 [le4] /happy/
柳城 柳城 [Liu3 cheng2] /Willow Town, county in Guangxi/
河城 河城 [He2 cheng2] /Hecheng district of Huaihua city/
"""


@pytest.fixture
def small() -> CedictNames:
    return CedictNames(Digest(digested(known_of(gzip.compress(ENTRIES.encode())))))


def test_what_a_dictionary_tells_of_names(small: CedictNames) -> None:
    assert small.sounds("樂") == small.sounds("乐") == ("yue", "le")
    assert small.surnames == {"乐", "樂"}
    assert small.words("乐") == ("surname", "Yue", "happy")
    assert small.english("柳城") == "Willow Town"
    assert small.english("河城") == ""
    assert small.called("在柳城和河城") == ("柳城",)
    assert small.headwords("在柳城和河城") == ("柳城", "河城")


@pytest.mark.parametrize(("word", "known"), [("Happy", True), ("towns", True), ("town's", False), ("hapy", False)])
def test_a_word_is_known_in_its_inflections(small: CedictNames, word: str, known: bool) -> None:
    assert small.knows(word) is known


@pytest.mark.parametrize(
    ("sound", "spelt"),
    [
        ("zhang", "chang"),
        ("qing", "ching"),
        ("xu", "hsu"),
        ("zhong", "chung"),
        ("jian", "chien"),
        ("guo", "kuo"),
        ("shi", "shih"),
        ("zi", "tzu"),
        ("xue", "hsueh"),
        ("jie", "chieh"),
        ("rong", "jung"),
        ("ming", "ming"),
    ],
)
def test_wade_giles(sound: str, spelt: str) -> None:
    assert wade_giles(sound) == spelt


def test_readings_and_spellings() -> None:
    assert readings("泰安") == ("taian",)
    assert {"lewei", "yuewei"} <= set(readings("乐伟"))
    assert {"lu", "lv", "lyu"} <= set(readings("吕"))
    assert {"zhongming", "chungming"} <= spellings("仲明")
    assert readings("A") == ()
    assert folded("Tai'an-Lü") == "taianlu"
    assert is_syllable("zhuang")
    assert not is_syllable("taian")


@pytest.mark.parametrize(
    ("source", "target", "names"),
    [
        ("张建国说。", "Zhang Jianguo said.", [("Zhang Jianguo", "Zhang Jianguo")]),
        ("张建国说。", "Jian-Guo Zhang said.", [("Jian-Guo Zhang", "Jian-Guo Zhang")]),
        ("张建国说。", "Zhang Jian Guo Said", [("Zhang Jian Guo", "Zhang Jian Guo")]),
        ("张建国说。", "Zhang Jianguang said.", [("Zhang Jianguang", "Zhang Jianguo")]),
        ("张建国说。", "Zhang Jianguo's book", [("Zhang Jianguo", "Zhang Jianguo")]),
        ("张建国和张建华", "Zhang Jianhua, Zhang Jianguo", [("Zhang Jianhua",) * 2, ("Zhang Jianguo",) * 2]),
        ("张建国说。", "Chang Chien-kuo said.", [("Chang Chien-kuo", "Chang Chien-kuo")]),
        ("从厦门来。", "From Xiamen.", []),
        ("他来了。", "Zhang Jianguo came.", []),
        ("", "Zhang Jianguo came.", []),
    ],
)
def test_people_of_both_sides(source: str, target: str, names: list[tuple[str, str]]) -> None:
    found = people(source, target)
    assert [(person.name, person.right) for person in found] == names
    assert all(person.target.of(target) == person.name for person in found)
    assert all(person.source.of(source) == person.written for person in found)


@pytest.mark.parametrize(
    ("word", "right", "slip"),
    [
        ("libraty", "library", True),
        ("libary", "library", True),
        ("lirbary", "library", True),
        ("library", "library", False),
        ("libraries", "library", False),
        ("librarys", "library", False),
        ("tibrary", "library", False),
    ],
)
def test_a_slip_is_one_letter(word: str, right: str, slip: bool) -> None:
    assert is_slip(word, right) is slip


def test_a_slip_names_what_it_may_be() -> None:
    (slip,) = slips("新图书馆开放。", "The new Libary opens.")
    assert (slip.word, slip.right) == ("Libary", ("Library",))
    assert slips("新图书馆开放。", "The new Library opens in Libary.") != ()
    assert slips("Libary 开放。", "Libary opens.") == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [("20th", 20), ("Twenty-first", 21), ("twenty first", 21), ("third", 3), ("20", None), ("x", None)],
)
def test_ordinals(text: str, value: int | None) -> None:
    assert ordinal(text) == value


def test_ordinals_are_written_as_those_that_they_replace() -> None:
    assert [written(value, like) for value, like in ((21, "3rd"), (12, "Third"), (20, "third"))] == [
        "21st",
        "Twelfth",
        "twentieth",
    ]
    assert " ".join(figured(value) for value in (1, 2, 3, 4, 11, 12, 13, 22)) == "1st 2nd 3rd 4th 11th 12th 13th 22nd"


def test_varieties_are_each_others_reverse() -> None:
    assert {other: one for one, other in american().items()} == british()
    assert american()["colour"] == "color"
    assert british()["organized"] == "organised"
    assert all(one != other for one, other in american().items())


def run_of(sources: str) -> list[Pair]:
    return [Pair(str(number), source, "x", "zh", "en", "d") for number, source in enumerate(sources)]


@pytest.mark.parametrize(
    ("sources", "found"),
    [
        ("abcd", [[0, 1, 2, 3]]),
        ("abca", [[0, 1, 2, 3]]),
        ("aab", [[0, 1, 2]]),
        ("abcabc", [[0, 1, 2], [3, 4, 5]]),
        ("abcbc", [[0, 1, 2], [3, 4]]),
        ("aabb", [[0], [1, 2], [3]]),
        ("", [[]]),
    ],
)
def test_a_new_translation_begins_where_a_source_comes_again(sources: str, found: list[list[int]]) -> None:
    assert editions(run_of(sources)) == found


def test_the_shipped_dictionary_is_read() -> None:
    known = cedict_names()
    assert known.english("清华大学") == "Tsinghua University"
    assert known.english("上海") == ""
    assert {"欧阳", "歐陽", "王"} <= known.surnames


def test_the_two_senses_of_an_idiom() -> None:
    entry = (
        "守株待兔 守株待兔 [shou3 zhu1 dai4 tu4] /lit. to guard a tree-stump, waiting for rabbits (idiom)/to wait idly/"
    )
    plain = "好 好 [hao3] /good/"
    known = Idioms(Digest(digested(idioms_of(gzip.compress(f"{entry}\n{plain}\n".encode())))))
    assert list(known.within("别守株待兔。好。")) == [(1, "守株待兔")]
    told = known.told("守株待兔")
    assert ("rabbit" in told.literal, "wait" in told.literal | told.figurative, told.sense) == (
        True,
        False,
        "to wait idly",
    )
