"""The texts that growth is measured on are as long as asked, and the picture is one."""

from __future__ import annotations

from xml.etree import ElementTree

from tests.gate.beads import samples
from tests.gate.growth import Growth, picture, texts

SAMPLES = [sample for sample in samples() if sample.langs == ("zh", "en")]


def test_a_document_goes_on_until_it_is_long_enough() -> None:
    source, target = texts(SAMPLES, 1000)
    assert 1000 <= len(source) + len(target) < 1010
    shorter = texts(SAMPLES, 400)
    assert (source[: len(shorter[0])], target[: len(shorter[1])]) == shorter
    assert set(source[-100:]) <= {sentence.text for sample in SAMPLES for sentence in sample.sides[0]}


def test_the_picture_is_well_formed_and_has_a_dot_for_each_figure() -> None:
    drawn = picture([Growth(100 * n, 100 * n, 0.1 * n, 0.1 * n, 50.0 + n) for n in (1, 2, 5)])
    names = [element.tag.split("}")[1] for element in ElementTree.fromstring(drawn).iter()]
    assert names.count("circle") == 2 * 3
