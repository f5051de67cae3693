"""Places of tokens, and which words speak for a bead."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import accumulate, pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.align.evidence import Direction, Translations
from review.align.tokens import MARKS, QUOTES, Tokens, token_places, tokenise, tokens_of
from review.align.words import LEAST_OF_COMPOUND, word_links
from review.types import Segment, WordLink

HOSTILE = "aK1９.,，。ﬁ㌔½İß…“」e\u0301\u0323'’北京图书馆カﾞがー가ᄀㄱㅏ\u1161\u11a8க\u0bbe\u200d\u200f😀אبش\u05b0\n\t "
texts = st.text(max_size=30) | st.text(st.sampled_from(HOSTILE), max_size=30)
langs = st.sampled_from(["zh", "en", "de", "ar"])


@given(texts, langs)
def test_every_token_has_its_place(text: str, lang: str) -> None:
    places = token_places(text)
    assert len(places) == len(tokens_of(text, lang))
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(one[0] <= other[0] and one[1] <= other[1] for one, other in pairwise(places))


FOLDED = str.maketrans(dict[str, str | int | None](MARKS | QUOTES))


@given(texts)
def test_a_token_comes_from_the_characters_at_its_place(text: str) -> None:
    for (start, end), token in zip(token_places(text), tokens_of(text, "de"), strict=True):
        seen = unicodedata.normalize("NFKC", text[start:end]).casefold().translate(FOLDED)
        assert token.removeprefix("#") in (seen.replace(",", "") if token.startswith("#") else seen)


@pytest.mark.parametrize(
    ("text", "lang", "pieces"),
    [
        ("Ｔｈｅ　Bridge’s ２，０００ m²", "en", ["Ｔｈｅ", "Bridge’s", "２，０００", "m", "²"]),
        ("ﬁne 😀 e\u0301tude", "en", ["ﬁne", "e\u0301tude"]),
        ("½ ㌔", "en", ["½", "½", "㌔"]),
        ("İstanbul!", "tr", ["İstanbul", "!"]),
        ("افتتحت المكتبة", "ar", ["افتتحت", "المكتبة"]),
        ("图书馆。", "zh", ["图书馆", "。"]),
        ("", "en", []),
    ],
)
def test_places(text: str, lang: str, pieces: list[str]) -> None:
    assert [text[start:end] for start, end in token_places(text)] == pieces


Table = dict[str, dict[str, float]]


def segments(texts: Sequence[str]) -> tuple[Segment, ...]:
    starts = accumulate((len(text) + 1 for text in texts), initial=0)
    return tuple(Segment(n, start, f"{text}\n", n) for n, (start, text) in enumerate(zip(starts, texts, strict=False)))


def translations(table: Table, given: Tokens, told: Tokens) -> Translations:
    rows = [
        (given.types.index(f), told.types.index(e), t)
        for f, row in table.items()
        for e, t in row.items()
        if f in given.types and e in told.types
    ]
    f, e, t = (np.array(column) for column in zip(*sorted(rows), strict=True))
    starts = np.searchsorted(f, np.arange(len(given.types) + 1)).astype(np.int64)
    return Translations(starts, e.astype(np.int64), t.astype(np.float64))


def linked(source: Sequence[str], target: Sequence[str], table: Table) -> list[list[tuple[str, str, WordLink]]]:
    """The links of segments paired one by one, with the words that they link."""
    sides = segments(source), segments(target)
    there, back = tokenise(source, "de"), tokenise(target, "de")
    turned: Table = {}
    for f, row in table.items():
        for e, t in row.items():
            turned.setdefault(e, {})[f] = t
    forward = Direction.of(there, back, translations(table, there, back), 0.5, 1.0)
    backward = Direction.of(back, there, translations(turned, back, there), 0.5, 1.0)
    beads = np.array([[n, n + 1, n, n + 1] for n in range(len(source))])
    raws = ["".join(segment.text for segment in side) for side in sides]
    return [
        [(link.source.of(raws[0]), link.target.of(raws[1]), link) for link in bead]
        for bead in word_links(sides, forward, backward, beads)
    ]


def pairs(found: list[list[tuple[str, str, WordLink]]]) -> list[list[str]]:
    return [[f"{one} {other}" for one, other, _ in bead] for bead in found]


FILLER = "lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor"
NEW_BRIDGE = {"brücke": {"bridge": 0.9}, "neu": {"new": 0.9}}
BELT = {"ledergurt": {"leather": 0.5, "belt": 0.5}}


@pytest.mark.parametrize(
    ("source", "target", "table", "expected"),
    [
        (["Brücke neu"], ["Bridge new"], NEW_BRIDGE, [["Brücke Bridge", "neu new"]]),
        (["neu Brücke"], ["bridge NEW"], NEW_BRIDGE, [["Brücke bridge", "neu NEW"]]),
        (["Rat und Rat"], ["Council x council"], {"rat": {"council": 0.9}}, [["Rat Council", "Rat council"]]),
        (["Rat"], ["Senate council"], {"rat": {"council": 0.8, "senate": 0.1}}, [["Rat council"]]),
        (["Ledergurt"], ["a leather belt"], BELT, [["Ledergurt leather", "Ledergurt belt"]]),
        (["nicht da"], ["ne est pas"], {"nicht": {"ne": 0.5, "pas": 0.5}}, [["nicht ne", "nicht pas"]]),
        (["A. der"], ["A. the"], {".": {".": 0.9}, "der": {"the": 0.9}, "a": {"a": 0.9}}, [[]]),
        (["1956"], ["1,956"], {"#1956": {"#1956": 0.9}}, [["1956 1,956"]]),
        (["Hof", "Hof"], ["court", "yard"], {"hof": {"court": 0.9}}, [["Hof court"], []]),
    ],
)  # fmt: skip
def test_words_that_speak_for_a_bead(
    source: list[str], target: list[str], table: Table, expected: list[list[str]]
) -> None:
    assert pairs(linked([*source, FILLER], [*target, FILLER], table))[:-1] == expected


def test_a_repeated_word_goes_to_the_one_that_stands_likewise() -> None:
    for target, start in (("council sits today", 0), ("today sits the council", 26)):
        sides = ["Rat tagt heute, sagte der Rat", FILLER], [target, FILLER]
        bead, _ = linked(*sides, {"rat": {"council": 0.9}})
        assert [link.source.start for _, _, link in bead] == [start]


def test_null_beads_have_no_words_and_no_tokens_do_no_harm() -> None:
    sides = segments(["…", "Rat"]), segments(["council"])
    there, back = tokenise(["…", "Rat"], "de"), tokenise(["council"], "de")
    forward = Direction.of(there, back, translations({"rat": {"council": 0.9}}, there, back), 0.5, 1.0)
    backward = Direction.of(back, there, translations({"council": {"rat": 0.9}}, back, there), 0.5, 1.0)
    beads = np.array([[0, 1, 0, 0], [1, 2, 0, 1], [2, 2, 1, 1]])
    found = word_links(sides, forward, backward, beads)
    assert [len(bead) for bead in found] == [0, 1, 0]
    assert word_links(sides, forward, backward, np.zeros((0, 4), dtype=np.int64)) == []
    assert word_links(sides, forward, backward, beads[[0, 2]]) == [(), ()]


words = st.sampled_from(["Rat", "und", "Brücke", "neu", "1956", "ﬁn", "½", "😀", ".", "öffnet", "Straße"])
sentences = st.lists(st.lists(words, min_size=1, max_size=8).map(" ".join), min_size=1, max_size=4)


@given(sentences, sentences)
def test_links_stand_in_their_bead_and_share_no_pair_of_words(source: list[str], target: list[str]) -> None:
    size = min(len(source), len(target))
    table = {token: {token: 0.9} for token in tokens_of(" ".join([*source, *target]), "de")}
    if not set(tokens_of(" ".join(source[:size]), "de")) & set(tokens_of(" ".join(target[:size]), "de")):
        return
    found = linked(source[:size], target[:size], table)
    assert len(found) == size
    for number, bead in enumerate(found):
        body = [segments(texts)[number].body for texts in (source, target)]
        for _, _, link in bead:
            assert body[0].start <= link.source.start < link.source.end <= body[0].end
            assert body[1].start <= link.target.start < link.target.end <= body[1].end
            assert LEAST_OF_COMPOUND <= link.weight <= 1.0
            assert round(link.weight, 2) == link.weight
        assert len({(link.source, link.target) for _, _, link in bead}) == len(bead)
        assert [link.target for _, _, link in bead] == sorted(link.target for _, _, link in bead)
