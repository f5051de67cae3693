"""The shipped Chinese–English list: what an entry renders, by itself and as part of a word."""

from __future__ import annotations

import gzip

import pytest

from review.align.cedict import PART, Cedict, cedict, known_of
from review.host.digest import Digest, digested

ENTRIES = """\
# CC-CEDICT
水 水 [shui3] /water/river/
水 水 [Shui3] /surname Shui/
廠 厂 [chang3] /factory/CL:家[jia1]/
水廠 水厂 [shui3 chang3] /water treatment plant; (coll.) waterworks/
呂 吕 [Lu:3] /surname Lu/
"""
HALF, THIRD = 2**-0.5, 3**-0.5
RENDERINGS = [
    ("水", {"wat": 1.0, "riv": 1.0, "surnam": HALF, "shui": 1.0}),
    ("厂", {"factor": 1.0, "chang": 1.0}),
    ("廠", {"factor": 1.0, "chang": 1.0}),
    (
        "水厂",
        {
            "wat": THIRD,
            "treatment": THIRD,
            "plant": THIRD,
            "waterwork": 1.0,
            "riv": PART,
            "surnam": PART * HALF,
            "factor": PART,
            "shuichang": 1.0,
            "shui": 1.0,
            "chang": 1.0,
        },
    ),
    ("厂水", {"factor": PART, "wat": PART, "riv": PART, "changshui": 1.0, "chang": 1.0, "shui": 1.0}),
    ("河", {}),
    ("", {}),
]


@pytest.fixture(scope="module")
def small() -> Cedict:
    """A list of five entries."""
    return Cedict(Digest(digested(known_of(gzip.compress(ENTRIES.encode())))))


@pytest.mark.parametrize(("token", "renderings"), RENDERINGS)
def test_renderings(small: Cedict, token: str, renderings: dict[str, float]) -> None:
    found = dict(small.renderings(token))
    assert {word: found.get(word) for word in renderings} == pytest.approx(renderings)
    assert bool(found) == bool(renderings)


def test_the_shipped_list() -> None:
    assert dict(cedict().renderings("图书馆"))["librar"] == 1.0
    assert dict(cedict().renderings("圖書館"))["librar"] == 1.0
