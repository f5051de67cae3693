"""An encoder's evidence: near 0 for chance pairs, for a pair high, for a cut beside its place lower; and its errors."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from zlib import crc32

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from review.align.encoder import Encoded, Encoder, Floats32, load_encoder
from review.errors import UnusableEncoder

DIMENSIONS = 512


class Trigrams:
    """An encoder by spelling: the counts of character trigrams, hashed into DIMENSIONS; blank texts are all 0."""

    def vectors(self, texts: Sequence[str]) -> Floats32:
        found = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        for row, text in zip(found, texts, strict=True):
            for start in range(len(text) - 2):
                row[crc32(text[start : start + 3].encode()) % DIMENSIONS] += 1
        lengths = np.linalg.norm(found, axis=1, keepdims=True)
        return np.asarray(found / np.maximum(1, lengths), dtype=np.float32)


SOURCE = (
    "The ferry left the harbour before dawn.",
    "Nobody had told the children where they were going.",
    "An old woman sold tea and boiled eggs.",
    "By noon the fog had swallowed both shores.",
    "The engine coughed twice and stopped.",
    "Somebody began to sing in the dark cabin.",
    "The mountains came out of the mist at last.",
    "They walked up from the pier in silence.",
)
TARGET = (
    "Before dawn the ferry had left the harbour.",
    "Where were they going? Nobody had told the children.",
    "Tea and boiled eggs were sold by an old woman.",
    "The fog had swallowed both the shores by noon.",
    "Twice the engine coughed, and stopped.",
    "In the dark cabin somebody began to sing.",
    "At last the mountains came out of the mist.",
    "In silence they walked up from the pier.",
)
EVERY = np.array([(a, b) for a in range(1, 5) for b in range(1, 5)])


def encoded(source: Sequence[str] = SOURCE, target: Sequence[str] = TARGET, encoder: Encoder | None = None) -> Encoded:
    return Encoded.of(encoder or Trigrams(), source, target, 4, ("en", "en"))


def nats(found: Encoded, a: int, b: int, i: int, j: int) -> float:
    return float(found.between(a, b, np.array([i]), np.array([[j]]))[0, 0])


def whole(found: Encoded, types: Sequence[tuple[int, int]], source: int, target: int) -> Floats32:
    rows, columns = np.arange(source + 1), np.arange(target + 1)
    return found.block(np.array(types), rows, np.broadcast_to(columns, (source + 1, target + 1)))


def test_each_segment_is_nearest_to_its_own_rendering() -> None:
    scores = whole(encoded(), [(1, 1)], 8, 8)[0][1:, 1:]
    assert (scores.argmax(axis=0) == np.arange(8)).all()
    assert (np.diag(scores) > 0).all()
    assert np.median(scores) < 0


def test_two_pairs_are_worth_more_apart_than_in_one_bead() -> None:
    found = encoded()
    for edge in range(2, 9):
        apart = nats(found, 1, 1, edge - 1, edge - 1) + nats(found, 1, 1, edge, edge)
        assert apart > nats(found, 2, 2, edge, edge)


def test_a_segment_that_was_split_is_worth_more_with_both_its_parts() -> None:
    parts = ("Nobody had told the children", "where they were going.")
    found = encoded(target=(TARGET[0], *parts, *TARGET[2:]))
    both = nats(found, 1, 2, 2, 3)
    assert both > max(nats(found, 1, 1, 2, 2), nats(found, 1, 1, 2, 3))
    assert both > nats(found, 1, 3, 2, 4)


def test_more_of_the_same_evidence_is_worth_as_much_more() -> None:
    """Additive over segments: twice as many pairs of the same kind score twice as much, so sizes can compete."""
    found = encoded()
    singles = [nats(found, 1, 1, edge, edge) for edge in range(1, 9)]
    pairs = [nats(found, 2, 2, edge, edge) for edge in (2, 4, 6, 8)]
    assert 0.4 * sum(singles) < sum(pairs) < sum(singles)


@given(
    st.lists(st.text("abcdef ", max_size=12), min_size=1, max_size=7),
    st.lists(st.text("abc ", max_size=9), min_size=1, max_size=7),
)
@settings(max_examples=40)
def test_any_texts_have_finite_scores_and_none_before_their_start(source: list[str], target: list[str]) -> None:
    found = whole(encoded(source, target), [(a, b) for a, b in EVERY.tolist()], len(source), len(target))
    assert np.isfinite(found).all()
    for scores, (a, b) in zip(found, EVERY.tolist(), strict=True):
        assert not scores[:a].any()
        assert not scores[:, :b].any()


def test_a_block_holds_what_its_cells_have_alone() -> None:
    found = encoded()
    rows = np.arange(3, 7)
    columns = np.minimum(rows[:, None] - 2 + np.arange(6), 8)
    block = found.block(EVERY, rows, columns)
    cells = [(int(row), at) for row, at in zip(rows, columns.tolist(), strict=True)]
    alone = [[[nats(found, a, b, row, j) for j in at] for row, at in cells] for a, b in EVERY.tolist()]
    assert np.allclose(block, alone, atol=1e-3)


def test_beads_alone_have_what_they_have_in_a_block_and_larger_ones_nearly_what_two_have() -> None:
    found = encoded()
    rows = np.array([(0, 1, 0, 1), (2, 4, 2, 3), (5, 5, 4, 5), (3, 7, 2, 5), (0, 6, 0, 6)])
    expected = [nats(found, i - h, j - k, i, j) if h < i else 0.0 for h, i, k, j in rows[:4].tolist()]
    scores = found.of_beads(rows)
    assert scores[:4] == pytest.approx(expected, abs=1e-2)
    assert 0 < scores[4] < nats(found, 3, 3, 3, 3) + nats(found, 3, 3, 6, 6)


def test_a_part_scores_as_it_does_in_the_whole() -> None:
    found, part = encoded(), encoded().part((2, 1), (7, 8))
    rows, columns = np.arange(6), np.broadcast_to(np.arange(8), (6, 8))
    inside, outside = part.block(EVERY, rows, columns), found.block(EVERY, rows + 2, columns + 1)
    for number, (a, b) in enumerate(EVERY.tolist()):
        assert np.allclose(inside[number, a:, b:], outside[number, a:, b:], atol=1e-3)
        assert not inside[number, :a].any()


def test_scores_are_the_same_whichever_side_is_the_source() -> None:
    there, back = encoded(), encoded(TARGET, SOURCE)
    assert nats(there, 1, 2, 4, 5) == pytest.approx(nats(back, 2, 1, 5, 4), abs=1e-3)


def test_what_all_texts_share_says_nothing() -> None:
    """Vectors that all lean one way, as those of many multilingual encoders do, score as they would upright."""

    class Leaning:
        def vectors(self, texts: Sequence[str]) -> Floats32:
            leant = Trigrams().vectors(texts) + 3 / np.sqrt(DIMENSIONS)
            return np.asarray(leant / np.linalg.norm(leant, axis=1, keepdims=True), dtype=np.float32)

    upright, leaning = (whole(encoded(encoder=each), [(1, 1)], 8, 8) for each in (Trigrams(), Leaning()))
    assert np.corrcoef(upright.ravel(), leaning.ravel())[0, 1] > 0.99
    assert leaning.max() == pytest.approx(upright.max(), rel=0.2)


@pytest.mark.parametrize(("langs", "expected"), [(("en", "de"), ["a b", "c d"]), (("zh-Hant", "ja"), ["ab", "cd"])])
def test_runs_are_joined_as_their_language_does(langs: tuple[str, str], expected: list[str]) -> None:
    asked: list[str] = []

    class Asked(Trigrams):
        def vectors(self, texts: Sequence[str]) -> Floats32:
            asked.extend(texts)
            return super().vectors(texts)

    Encoded.of(Asked(), ["a", "b"], ["c", "d"], 2, langs)
    assert [text for text in asked if len(text) > 1] == expected


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnusableEncoder, match=r"labse: no such folder; expected the local folder") as caught:
        load_encoder(tmp_path / "labse")
    assert caught.value.place == str(tmp_path / "labse")


def test_a_folder_without_a_model_is_named(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{}", encoding="utf-8")
    with pytest.raises(UnusableEncoder, match=r"no modules\.json in it; expected a model"):
        load_encoder(tmp_path)


def test_without_the_extra_the_command_that_installs_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "modules.json").write_text("[]", encoding="utf-8")
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(UnusableEncoder, match=r"pip install 'mtreview\[encoder\]'"):
        load_encoder(tmp_path)


def test_a_broken_model_is_named(tmp_path: Path) -> None:
    pytest.importorskip("sentence_transformers")
    (tmp_path / "modules.json").write_text("[{]", encoding="utf-8")
    with pytest.raises(UnusableEncoder, match="expected a model as sentence-transformers saves it"):
        load_encoder(tmp_path)
